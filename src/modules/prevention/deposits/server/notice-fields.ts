import type { CivilDate } from '#kernel/civil-date.ts';
import { fen, formatYuan } from '#kernel/fen.ts';
import { ok } from '#kernel/result.ts';
import { deadline, workingDays } from '#law/calendars/index.ts';
import { type ParameterId, valueOn } from '#law/parameters/index.ts';
import type { FieldSource } from '#modules/office/documents/server/index.ts';
import { aboutProject, findProjectPaper, noSuchProject, type PaperPorts, type ProjectPaper } from '#modules/prevention/projects/server/index.ts';

type Days = Extract<ParameterId, 'deposit.store-days' | 'deposit.replenish-days'>;

/** 保证金 notices from the ledger. Suggestions only: the officer enters what was decided; limits count on the State Council's calendar. */
export function depositNoticeFields(ports: PaperPorts): Readonly<Record<string, FieldSource>> {
  const of =
    (suggest: (project: ProjectPaper) => Readonly<Record<string, string>>): FieldSource =>
    (who, { projectId }) =>
      ports.store.within(who.scope, async (tx) => {
        const project = await findProjectPaper(tx, projectId);
        if (project === undefined) return noSuchProject();
        const party = { 施工总承包单位: project.gc_name, 统一社会信用代码: project.gc_credit_code ?? '', 项目名称: project.name };
        return ok({ ...aboutProject(project), suggested: { ...party, ...suggest(project) } });
      });
  const lastDay = (id: Days, from: CivilDate | null, regionCode: string): string => {
    const days = valueOn(id, ports.placeOf(regionCode), ports.clock.today());
    return from === null || !days.ok ? '' : deadline(from, workingDays(days.inForce.value), ports.calendar).due;
  };
  const inYuan = (amount: string | null) => (amount === null ? '' : formatYuan(fen(BigInt(amount))));
  return {
    'deposit-storing-notice': of((project) => ({
      施工合同额: inYuan(project.contract_fen),
      应存金额: inYuan(project.deposit_fen),
      存储期限: lastDay('deposit.store-days', project.permit_on ?? project.contract_signed_on, project.region_code),
    })),
    'deposit-top-up-notice': of((project) => ({ 补足期限: lastDay('deposit.replenish-days', ports.clock.today(), project.region_code) })),
    'deposit-return-confirmation': of((project) => ({ 返还金额: inYuan(project.deposit_kind === 'cash' ? project.deposit_fen : null) })),
    'deposit-payment-notice': of(() => ({})),
  };
}
