import { addDays } from '#kernel/civil-date.ts';
import { ok } from '#kernel/result.ts';
import { valueOn } from '#law/parameters/index.ts';
import type { FieldSource, FromRecords } from '#modules/office/documents/server/index.ts';
import { aboutProject, findProjectPaper, noSuchProject, type PaperPorts, type ProjectPaper } from '#modules/prevention/projects/server/index.ts';

/** 公示30日 (工资条例第二十七条第二款): from tomorrow through the thirtieth day. */
const PUBLISHED_DAYS = 30;

/** 专户 notices from the ledger. */
export function accountNoticeFields(ports: PaperPorts): Readonly<Record<string, FieldSource>> {
  const of =
    (fill: (project: ProjectPaper) => Pick<FromRecords, 'suggested'> & Partial<FromRecords>): FieldSource =>
    (who, { projectId }) =>
      ports.store.within(who.scope, async (tx) => {
        const project = await findProjectPaper(tx, projectId);
        return project === undefined ? noSuchProject() : ok({ ...aboutProject(project), ...fill(project) });
      });
  return {
    'account-opening-reminder': of((project) => ({
      suggested: {
        施工总承包单位: project.gc_name,
        项目名称: project.name,
        施工合同签订日期: project.contract_signed_on ?? '',
        应开立日期: openBy(ports, project),
        现在情况: stateOf(project),
      },
    })),
    'account-closing-notice': of((project) => {
      const today = ports.clock.today();
      return {
        addresseeEnterpriseId: null,
        suggested: {
          建设单位: project.owner_name ?? '',
          专用账户名称: project.account_name ?? '',
          开户银行: project.account_bank ?? '',
          专用账户账号: project.account_no ?? '',
          完工日期: project.finished_on ?? '',
          公示开始日期: addDays(today, 1),
          公示结束日期: addDays(today, PUBLISHED_DAYS),
          企业联系人: project.wage_officer_name ?? '',
          企业联系电话: project.wage_officer_phone ?? '',
        },
        records: { 项目名称: project.name, 施工总承包单位: project.gc_name },
      };
    }),
  };
}

function openBy({ placeOf, clock }: PaperPorts, { contract_signed_on: signedOn, region_code: regionCode }: ProjectPaper): string {
  const days = valueOn('account.open-days', placeOf(regionCode), clock.today());
  return signedOn === null || !days.ok ? '' : addDays(signedOn, days.inForce.value);
}

/** What the ledger lacks, in a sentence. */
function stateOf({ account_opened_on: opened, tripartite_on: agreed, account_filed_on: filed }: ProjectPaper): string {
  const lacks = [opened === null ? '没有开立专用账户' : null, agreed === null ? '没有签订资金管理三方协议' : null, filed === null ? '没有备案' : null].filter(
    (part) => part !== null,
  );
  return lacks.length === 0 ? '' : `经核对台账，至今${lacks.join('，')}。`;
}
