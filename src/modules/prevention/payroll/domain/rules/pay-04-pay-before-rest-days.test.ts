import { describe, it } from 'vitest';
import { civilMonth } from '#kernel/civil-date.ts';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth, day } from '../../../../../../test/builders/facts.ts';
import { payBeforeRestDays } from './pay-04-pay-before-rest-days.ts';

describe('工资条例第十四条「具体支付日期遇法定节假日或者休息日的，应当在法定节假日或者休息日前支付」', () => {
  it.each<Case<ProjectMonthFacts>>([
    {
      why: 'paid on the Friday before the Sunday',
      facts: aProjectMonth({ month: civilMonth('2026-10'), settledOn: day('2026-11-13') }),
      on: '2026-11-16',
      expected: 'none',
    },
    { why: 'paid on the Saturday', facts: aProjectMonth({ month: civilMonth('2026-10'), settledOn: day('2026-11-14') }), on: '2026-11-16', expected: 0 },
    { why: 'paid on the Sunday agreed', facts: aProjectMonth({ month: civilMonth('2026-10'), settledOn: day('2026-11-15') }), on: '2026-11-16', expected: 0 },
    {
      why: 'paid after it: that was PAY-03',
      facts: aProjectMonth({ month: civilMonth('2026-10'), settledOn: day('2026-11-16') }),
      on: '2026-11-16',
      expected: 'none',
    },
    { why: 'payday was a working day', facts: aProjectMonth({ settledOn: day('2026-10-15') }), on: '2026-10-20', expected: 'none' },
    {
      why: 'thirty days later still shown',
      facts: aProjectMonth({ month: civilMonth('2026-10'), settledOn: day('2026-11-15') }),
      on: '2026-12-15',
      expected: 0,
    },
    {
      why: 'thirty-one days later no more',
      facts: aProjectMonth({ month: civilMonth('2026-10'), settledOn: day('2026-11-15') }),
      on: '2026-12-16',
      expected: 'none',
    },
  ])('$why', (row) => hold(payBeforeRestDays, row));
});
