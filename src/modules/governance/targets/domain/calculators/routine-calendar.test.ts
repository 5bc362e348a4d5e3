import { describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import type { RulePlace } from '#law/prepare.ts';
import { national } from '#profiles/index.ts';
import { reckon, reckoned } from '../../../../../../test/builders/matters.ts';
import { routineCalendar } from './routine-calendar.ts';

const set = (value: number) => [{ from: civilDate('2021-01-01'), value, basis: '月走访、季通报、年考评', evidence: 'L' as const }];
const place: RulePlace = {
  name: '某市',
  unused: {},
  above: national,
  parameters: {
    'routine.visit.months': set(1),
    'routine.bulletin.months': set(3),
    'routine.evaluation.months': set(12),
    'routine.unannounced-bulletin.days': set(7),
  },
};
const at = (facts: object, on?: string) => reckoned(routineCalendar, facts, on, place).byLabel;

describe('「月走访、季通报、年考评」', () => {
  it('is due on the corresponding day; the day itself is in time, the day after is late', () => {
    // 2026-11-20 is a Friday.
    expect(at({ visitedOn: '2026-10-20' }, '2026-11-20')).toEqual({ 下次走访: '最迟 2026-11-20' });
    expect(at({ visitedOn: '2026-10-20' }, '2026-11-21')).toEqual({ 下次走访: '已过期（最迟 2026-11-20）' });
  });

  it('ends with a shorter month, and rolls over 国庆', () => {
    // 2026-08-31 + 3 months has no 31st: Monday 2026-11-30.
    expect(at({ bulletinOn: '2026-08-31' })).toEqual({ 下次走访通报: '最迟 2026-11-30' });
    // 2026-10-01 is a holiday; work begins again on Thursday the 8th.
    expect(at({ visitedOn: '2026-09-01' }, '2026-09-10')).toEqual({ 下次走访: '最迟 2026-10-08' });
  });

  it('counts weeks in days and years in months', () => {
    expect(at({ unannouncedOn: '2026-11-13', evaluatedOn: '2025-12-01' })).toEqual({
      下次考评: '最迟 2026-12-01',
      '下次“四不两直”通报': '已过期（最迟 2026-11-20）',
    });
  });

  it('leaves out what the place has not set', () => {
    expect(reckon(routineCalendar, { rankedOn: '2026-06-30' }, undefined, place)).toMatchObject({ answer: 'cannot-determine' });
    expect(reckon(routineCalendar, { visitedOn: '2026-10-20' })).toMatchObject({ answer: 'cannot-determine' });
  });
});
