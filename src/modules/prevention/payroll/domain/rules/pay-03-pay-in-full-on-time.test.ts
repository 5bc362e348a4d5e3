import { describe, expect, it } from 'vitest';
import { civilMonth } from '#kernel/civil-date.ts';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { ask, type Case, findingOf, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth, day, yuan } from '../../../../../../test/builders/facts.ts';
import { payInFullOnTime } from './pay-03-pay-in-full-on-time.ts';

const nobodyPaid = {
  paidHeads: 0,
  paidInFullHeads: 0,
  paidFen: yuan(0),
  settledOn: null,
  firstPaidOn: null,
  lastPaidOn: null,
  unpaidHeads: 60,
  owedFen: yuan(480_000),
};
// One pay came back on Thursday 15 October; the third working day after is Tuesday the 20th.
const returned = {
  paidHeads: 59,
  paidInFullHeads: 59,
  paidFen: yuan(472_000),
  settledOn: null,
  unpaidHeads: 1,
  owedFen: yuan(8_000),
  openRefunds: 1,
  openRefundFen: yuan(8_000),
  oldestOpenRefundOn: day('2026-10-15'),
};
const partPaid = { paidHeads: 54, paidInFullHeads: 54, paidFen: yuan(432_000), settledOn: null, unpaidHeads: 6, owedFen: yuan(48_000) };

describe('工资条例第十二条「用人单位应当按照……具体支付日期足额支付工资」', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'paid in full', facts: aProjectMonth(), on: '2026-10-16', expected: 'none' },
    { why: 'the payday itself is in time', facts: aProjectMonth(nobodyPaid), on: '2026-10-15', expected: 'none' },
    { why: 'the day after is late: nobody paid is yellow', facts: aProjectMonth(nobodyPaid), on: '2026-10-16', expected: 2 },
    { why: 'the last day but one of the next month is still yellow', facts: aProjectMonth(nobodyPaid), on: '2026-10-30', expected: 2 },
    { why: 'the end of the next month is orange', facts: aProjectMonth(nobodyPaid), on: '2026-10-31', expected: 3 },
    { why: 'the first of the second month is red', facts: aProjectMonth(nobodyPaid), on: '2026-11-01', expected: 4 },
    {
      why: 'payday on a Sunday falls due on the Friday before',
      facts: aProjectMonth({ ...nobodyPaid, month: civilMonth('2026-10') }),
      on: '2026-11-13',
      expected: 'none',
    },
    {
      why: 'the Saturday before that Sunday is already late',
      facts: aProjectMonth({ ...nobodyPaid, month: civilMonth('2026-10') }),
      on: '2026-11-14',
      expected: 2,
    },
    { why: 'a payday in the golden week falls due before it', facts: aProjectMonth({ ...nobodyPaid, payDay: 5 }), on: '2026-10-01', expected: 2 },
    { why: 'and not before', facts: aProjectMonth({ ...nobodyPaid, payDay: 5 }), on: '2026-09-30', expected: 'none' },
    { why: 'no payday in the ledger: the usual one', facts: aProjectMonth({ ...nobodyPaid, payDay: null }), on: '2026-10-16', expected: 2 },
    { why: 'exactly a tenth unpaid is yellow: 超过', facts: aProjectMonth(partPaid), on: '2026-10-16', expected: 2 },
    { why: 'more than a tenth is red', facts: aProjectMonth({ ...partPaid, unpaidHeads: 7 }), on: '2026-10-16', expected: 4 },
    { why: 'thirty days late is yellow still', facts: aProjectMonth(partPaid), on: '2026-11-14', expected: 2 },
    { why: 'thirty-one days late is orange', facts: aProjectMonth(partPaid), on: '2026-11-15', expected: 3 },
    { why: 'ninety-one days late is red', facts: aProjectMonth({ ...partPaid, flowsThrough: day('2027-01-20') }), on: '2027-01-14', expected: 4 },
    { why: 'everybody got something, not all of it', facts: aProjectMonth({ ...partPaid, unpaidHeads: 0, shortHeads: 60 }), on: '2026-10-16', expected: 2 },
    {
      why: 'a statement that ends before payday proves nothing',
      facts: aProjectMonth({ ...nobodyPaid, flowsThrough: day('2026-10-14') }),
      on: '2026-10-20',
      expected: 'cannot-determine',
    },
    { why: 'a statement through payday does', facts: aProjectMonth({ ...nobodyPaid, flowsThrough: day('2026-10-15') }), on: '2026-10-20', expected: 2 },
    { why: 'no statement at all', facts: aProjectMonth({ ...nobodyPaid, flowsThrough: null }), on: '2026-10-20', expected: 'cannot-determine' },
    {
      why: 'attendance, no payroll, no pay',
      facts: aProjectMonth({ ...nobodyPaid, payrollHeads: 0, payrollNetFen: yuan(0), owedFen: yuan(0), unpaidHeads: 0 }),
      on: '2026-10-16',
      expected: 2,
    },
    { why: 'returned pay on the third working day, a weekend between', facts: aProjectMonth(returned), on: '2026-10-20', expected: 'none' },
    { why: 'returned pay on the fourth is owed again', facts: aProjectMonth(returned), on: '2026-10-21', expected: 2 },
    { why: 'one fen owed beyond what came back', facts: aProjectMonth({ ...returned, owedFen: yuan(8_000.01) }), on: '2026-10-16', expected: 2 },
    { why: 'one fen less than what came back', facts: aProjectMonth({ ...returned, owedFen: yuan(7_999.99) }), on: '2026-10-16', expected: 'none' },
    {
      why: 'no payroll and no pay, and something came back',
      facts: aProjectMonth({ ...returned, payrollHeads: 0, paidHeads: 0, owedFen: yuan(0) }),
      on: '2026-10-16',
      expected: 2,
    },
    {
      why: 'no payroll, but wages arrived',
      facts: aProjectMonth({ ...nobodyPaid, payrollHeads: 0, owedFen: yuan(0), paidHeads: 1 }),
      on: '2026-10-16',
      expected: 'none',
    },
    {
      why: 'nobody worked and nobody is on the payroll',
      facts: aProjectMonth({ ...nobodyPaid, payrollHeads: 0, attendedHeads: 0, owedFen: yuan(0) }),
      on: '2026-10-16',
      expected: 'none',
    },
  ])('$why', (row) => hold(payInFullOnTime, row));

  it('says who is owed what since when', () => {
    const found = findingOf(
      payInFullOnTime,
      aProjectMonth({ paidHeads: 10, unpaidHeads: 50, shortHeads: 4, owedFen: yuan(388_000), settledOn: null }),
      '2026-11-22',
    );
    expect(found.says).toBe('2026年9月工资应于10月15日前付清，截至11月21日还差 54 人 388,000 元');
    expect(found).toMatchObject({ amountFen: 38_800_000n, people: 54, dueOn: '2026-10-15', provisional: false, duty: 'general-contractor' });
  });

  it('says so when nothing at all was paid', () => {
    expect(findingOf(payInFullOnTime, aProjectMonth(nobodyPaid), '2026-10-16').says).toBe(
      '2026年9月工资应于10月15日前付清，截至10月16日分文未付，欠 60 人 480,000 元',
    );
  });

  it('is provisional beyond the published calendars', () => {
    const later = aProjectMonth({ ...nobodyPaid, month: civilMonth('2026-12'), flowsThrough: day('2027-01-31') });
    expect(findingOf(payInFullOnTime, later, '2027-01-20')).toMatchObject({ dueOn: '2027-01-15', provisional: true });
  });

  it('never grows worse when more is paid', () => {
    const levels = [60, 40, 7, 6, 1, 0].map((unpaidHeads) => {
      const owedFen = yuan(unpaidHeads * 8000);
      const answer = ask(payInFullOnTime, aProjectMonth({ paidHeads: 60 - unpaidHeads, unpaidHeads, owedFen }), '2026-12-01');
      return answer.answer === 'finding' ? answer.level : -1;
    });
    expect(levels).toEqual([...levels].sort((a, b) => b - a));
    expect(levels.at(-1)).toBe(-1);
  });
});
