import { type CivilMonth, lastOfMonth, shiftMonth } from '#kernel/civil-date.ts';
import { workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { event, facts, month } from '#law/facts.ts';
import { lateFinding, lateness } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({ quarter: month('所查季度中的任何一个月'), statedOn: event('银行提供该季度对账单之日') });

/** A quarter without the bank's statement. 「银行每季度向施工总承包单位和属地人力资源社会保障部门提供对账单」. */
export const quarterlyStatement = matterRule({
  code: 'DEP-16',
  version: 1,
  title: '银行未按季度提供对账单',
  basis: [cite('保证金规定', 21)],
  evidence: 'M',
  needsLegalReview: true,
  interpretation: '规定只说每季度，取季度结束后10个工作日，本地可以另定。',
  facts: form,
  needs: ['deposit.statement-days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'quarter', 'statedOn');
    if (!known.ok) return known.answer;
    const last = lastOfQuarter(known.facts.quarter);
    const late = lateness(
      {
        by: 'bank',
        start: lastOfMonth(last),
        after: '因季度结束',
        period: workingDays(params['deposit.statement-days']),
        act: '提供该季度对账单',
        done: known.facts.statedOn,
        basis: cite('保证金规定', 21),
      },
      setting,
    );
    return late === null ? NOTHING : lateFinding([late], { level: 1, owedTo: 'authority', clears: '登记对账单提供日期' });
  },
});

const MONTHS_OF_A_QUARTER = 3;

function lastOfQuarter(within: CivilMonth): CivilMonth {
  const number = Number(within.slice(-2));
  return shiftMonth(within, (MONTHS_OF_A_QUARTER - (number % MONTHS_OF_A_QUARTER)) % MONTHS_OF_A_QUARTER);
}
