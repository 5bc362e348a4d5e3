import { describe, expect, it } from 'vitest';
import { inWords } from './parameter.ts';
import { daysOfTerm, periodOfTerm } from './term.ts';

describe('期限 whose kind of day is open', () => {
  it.each([
    [{ n: 15, unit: 'working-days' }, '15 个工作日', { unit: 'working-days', n: 15 }],
    [{ n: 7, unit: 'natural-days' }, '7 日', { unit: 'natural-days', n: 7, roll: 'forward' }],
    [{ n: 12, unit: 'months' }, '12 个月', { unit: 'months', n: 12, roll: 'forward' }],
    [{ n: 24, unit: 'hours' }, '24 小时', { unit: 'hours', n: 24 }],
  ] as const)('%o is %s', (term, words, period) => {
    expect(inWords('period', term)).toBe(words);
    expect(periodOfTerm(term)).toEqual(period);
  });

  it('counts hours as the days they touch where only days are counted', () => {
    expect(daysOfTerm({ n: 24, unit: 'hours' })).toEqual({ unit: 'natural-days', n: 1, roll: 'forward' });
    expect(daysOfTerm({ n: 25, unit: 'hours' })).toEqual({ unit: 'natural-days', n: 2, roll: 'forward' });
    expect(daysOfTerm({ n: 2, unit: 'working-days' })).toEqual({ unit: 'working-days', n: 2 });
  });
});
