import { type CivilDate, daysBetween, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { lessThan, moreThan } from '#kernel/bounds.ts';
import { inYuan } from '#kernel/fen.ts';
import { type Deadline, deadline, workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { qualificationOfArticle55, stopAndFineOfArticle55 } from '#law/penalties.ts';
import { finding, needsPerson, NOTHING, rule } from '#law/rule.ts';
import { cellOf, notStated, projectForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectForm.pick('state', 'contractFen', 'contractSignedOn', 'permitOn', 'depositKind', 'depositStoredOn', 'stated');

type Facts = Read<typeof form>;

/**
 * No wage deposit 20 working days after the permit; the twentieth is in time. Some places want it before the permit is issued:
 * there the day of the permit itself is already late. Others count from the contract whatever the permit says. Everywhere else the
 * contract counts only for works that by law need no permit (「依法不需要办理施工许可证或批准开工报告的工程」): an empty cell of the ledger does not say whether none is needed
 * or none was given yet, and a person does.
 */
export const storeInTime = rule({
  code: 'DEP-01',
  warns: ['W-DEP-01'],
  version: 2,
  title: '未按期存储工资保证金',
  subject: 'project',
  basis: [cite('保证金规定', 8), cite('工资条例', 32, 1), cite('工资条例', 55, '(二)')],
  evidence: 'V2',
  interpretation: '台账有许可日期一栏而空着的，分不清依法不需要许可还是尚未取得：自签订合同起算的期限已过的，由人核定；合同额低于可免存数额的由人核定。',
  consequences: [stopAndFineOfArticle55('(二)'), qualificationOfArticle55('(二)')],
  facts: form,
  feeds: ['ledger'],
  needs: ['deposit.store-days', 'deposit.before-permit', 'deposit.from-contract', 'deposit.small-amount', 'deposit.red-days'],
  prepare: (setting, params) => (facts: Facts) => {
    if (facts.depositKind !== null || facts.depositStoredOn !== null || facts.state === 'finished') return NOTHING;
    const permitOn = params['deposit.from-contract'] ? null : facts.permitOn;
    if (!params['deposit.from-contract'] && permitOn === null && cellOf(facts, 'permitOn') === 'not-stated') return notStated('permitOn');
    const start = permitOn ?? facts.contractSignedOn;
    if (start === null) return notStated('contractSignedOn');
    const isBefore = params['deposit.before-permit'] && permitOn !== null;
    const { due, provisional, trace } = isBefore ? dayBefore(start) : deadline(start, workingDays(params['deposit.store-days']), setting.calendar);
    if (isBefore ? setting.on < start : setting.on <= due) return NOTHING;
    if (cellOf(facts, 'depositStoredOn') === 'not-stated') return notStated('depositStoredOn');
    if (facts.contractFen !== null && lessThan(facts.contractFen, params['deposit.small-amount'])) {
      return needsPerson(`合同额 ${inYuan(facts.contractFen)} 低于 ${inYuan(params['deposit.small-amount'])}，没有存储工资保证金：是否符合本地免存条件`);
    }
    if (permitOn === null && !params['deposit.from-contract']) {
      const shown = inChineseDay(due, yearOf(setting.on));
      return needsPerson(`没有施工许可日期，也没有存储工资保证金：是否依法不需要施工许可证或者开工报告批复？不需要的，自签订合同起算，应于${shown}前存储`);
    }
    const late = daysBetween(due, setting.on);
    return finding({
      level: moreThan(late, params['deposit.red-days']) ? 4 : 2,
      says: isBefore
        ? `工资保证金应在${inChineseDay(start, yearOf(setting.on))}核发施工许可证前存储，至今未存`
        : `工资保证金应于${inChineseDay(due, yearOf(setting.on))}前存储，至今未存，已逾期 ${late} 天`,
      values: [
        { label: permitOn === null ? '合同签订日' : '施工许可日', value: start, unit: 'date' },
        { label: '已逾期', value: late, unit: 'days', threshold: 0 },
        { label: '期限计算', value: trace.join('；'), unit: 'text' },
      ],
      dueOn: due,
      provisional,
      duty: 'general-contractor',
      clears: '台账补上保证金形式和存储日期',
      rows: [{ kind: 'project' }],
    });
  },
});

function dayBefore(permit: CivilDate): Deadline {
  return { due: permit, unrolled: permit, provisional: false, trace: [`核发施工许可证（${permit}）之前`] };
}
