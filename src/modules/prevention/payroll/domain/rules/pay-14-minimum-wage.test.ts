import { describe, expect, it } from 'vitest';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { gaotang } from '#profiles/index.ts';
import { type Case, findingOf, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth, day, yuan } from '../../../../../../test/builders/facts.ts';
import { minimumWage } from './pay-14-minimum-wage.ts';

const withMinimum = {
  ...gaotang,
  parameters: { 'wage.minimum.monthly': [{ from: day('2026-01-01'), value: yuan(2000), basis: '测试用数', evidence: 'D' as const }] },
};

describe('劳动法第四十八条「用人单位支付劳动者的工资不得低于当地最低工资标准」', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'the place has not entered its minimum', facts: aProjectMonth({ belowMinimumHeads: 2 }), on: '2026-11-22', expected: 'cannot-determine' },
    { why: 'nobody below', facts: aProjectMonth(), on: '2026-11-22', expected: 'none', place: withMinimum },
    { why: 'two below, the mean above', facts: aProjectMonth({ belowMinimumHeads: 2 }), on: '2026-11-22', expected: 3, place: withMinimum },
    {
      why: 'the mean exactly at the minimum: 低于 excludes it',
      facts: aProjectMonth({ belowMinimumHeads: 2, payrollNetFen: yuan(120_000) }),
      on: '2026-11-22',
      expected: 3,
      place: withMinimum,
    },
    { why: 'the mean below', facts: aProjectMonth({ belowMinimumHeads: 60, payrollNetFen: yuan(119_999) }), on: '2026-11-22', expected: 4, place: withMinimum },
  ])('$why', (row) => hold(minimumWage, row));

  it('says that part of a month is held against part of the minimum', () =>
    expect(findingOf(minimumWage, aProjectMonth({ belowMinimumHeads: 2 }), '2026-11-22', withMinimum).says).toBe(
      '2026年9月有 2 人的工资（不含加班工资）按出勤日数折算低于当地月最低工资标准 2,000 元',
    ));
});
