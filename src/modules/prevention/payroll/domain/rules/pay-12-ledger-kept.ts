import { lessThan } from '#kernel/bounds.ts';
import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { deadline, months } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { day, event, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { finesOfArticle54 } from '#law/penalties.ts';

const form = facts({ periodEnd: day('台账所记支付周期的最后一日'), deletedOn: event('台账销毁、删除或者遗失之日') });

/**
 * 台账保存三年. 「并至少保存3年」, from the end of the period; the older rule of two years (工资支付暂行规定第六条) is shorter and does not count. Gone on the
 * corresponding day three years later or after it is in time; the day before is not. The end is not rolled.
 */
export const ledgerKept = matterRule({
  code: 'PAY-12',
  version: 1,
  title: '工资支付台账保存不足三年',
  basis: [cite('工资条例', 15, 1), cite('工资支付暂行规定', 6, 3)],
  evidence: 'VF',
  interpretation: '条例没有写从何时起算，按支付周期最后一日起算；两个规定年限不同的取长的。',
  consequences: [finesOfArticle54('(二)')],
  facts: form,
  needs: ['wage.ledger.keep-months'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'periodEnd', 'deletedOn');
    if (!known.ok) return known.answer;
    const { periodEnd, deletedOn } = known.facts;
    if (deletedOn === 'not-yet' || deletedOn > setting.on) return NOTHING;
    const { due } = deadline(periodEnd, months(params['wage.ledger.keep-months'], 'none'), setting.calendar);
    if (!lessThan(deletedOn, due)) return NOTHING;
    const year = yearOf(setting.on);
    return finding({
      level: 3,
      says: `用人单位截至${inChineseDay(periodEnd, year)}的工资支付台账应当保存到${inChineseDay(due, year)}，${inChineseDay(deletedOn, year)}已经没有`,
      values: [
        { label: '不再保存之日', value: deletedOn, unit: 'date', threshold: due },
        { label: '应当保存', value: params['wage.ledger.keep-months'], unit: 'months' },
      ],
      dueOn: due,
      duty: 'employer',
      clears: '台账已经恢复，或者由银行代发凭证等原始记录补齐并存档',
      rows: [{ kind: 'payroll' }],
    });
  },
});
