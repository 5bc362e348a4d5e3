import { fen, formatYuan } from '#kernel/fen.ts';
import { ok } from '#kernel/result.ts';
import { valueOn } from '#law/parameters/index.ts';
import type { FieldSource } from '#modules/office/documents/server/index.ts';
import { aboutProject, findProjectPaper, noSuchProject, type PaperPorts, type ProjectPaper } from '#modules/prevention/projects/server/index.ts';
import { boardAddress } from './board-address.ts';

const REGULATORS: Readonly<Record<string, string>> = { 住建: '住房和城乡建设局', 交通: '交通运输局', 水利: '水利局' };

/** 维权信息告示牌 from the ledger; the code leads to the project's page for workers. */
export function boardFields(ports: PaperPorts): FieldSource {
  return (who, about) =>
    ports.store.within(who.scope, async (tx) => {
      const project = await findProjectPaper(tx, about.projectId);
      if (project === undefined) return noSuchProject();
      const page = about.isWhole ? `${about.origin}/s/${await boardAddress(tx, project.id)}` : '';
      return ok({
        ...aboutProject(project),
        addresseeEnterpriseId: null,
        suggested: {
          建设单位: project.owner_name ?? '',
          项目部: `${project.gc_name}${project.name}项目部`,
          分包单位: project.subcontractors.length === 0 ? '' : project.subcontractors.join('、'),
          行业主管部门: REGULATORS[project.industry] ?? '',
          劳资专管员: project.wage_officer_name ?? '',
          劳资专管员电话: project.wage_officer_phone ?? '',
          月最低工资标准: minimumWage(ports, project.region_code) ?? '',
          工资支付日期: payDayWords(project.pay_day) ?? '',
          工资保证金: depositWords(project) ?? '',
        },
        records: { 项目名称: project.name, 施工总承包单位: project.gc_name, 查询网址: page },
        codes: { 二维码: page },
      });
    });
}

/** In yuan; null where the place has not entered it. */
export function minimumWage({ placeOf, clock }: Pick<PaperPorts, 'placeOf' | 'clock'>, regionCode: string): string | null {
  const answer = valueOn('wage.minimum.monthly', placeOf(regionCode), clock.today());
  return answer.ok ? formatYuan(answer.inForce.value) : null;
}

export function payDayWords(payDay: number | null): string | null {
  return payDay === null ? null : payDay >= 31 ? '每月最后一日' : `每月 ${payDay} 日`;
}

export function depositWords({ deposit_kind: kind, deposit_fen: amount, deposit_guarantee_until: until }: ProjectPaper): string | null {
  const of = amount === null ? '' : `，金额 ${formatYuan(fen(BigInt(amount)))} 元`;
  const words: Readonly<Record<string, string>> = {
    cash: `已存储现金${of}`,
    guarantee: `已提交银行保函${of}${until === null ? '' : `，有效期至 ${until}`}`,
    insurance: `已投保工程保证保险${of}`,
    exempt: '按规定免存',
  };
  return kind === null ? null : (words[kind] ?? null);
}
