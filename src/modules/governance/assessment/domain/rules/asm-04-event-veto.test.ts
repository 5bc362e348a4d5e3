import { describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { national } from '#profiles/index.ts';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { eventVeto } from './asm-04-event-veto.ts';

const calm = { events: 4, governmentEvents: 1, extremeEvents: 0 };
/** 重庆2024: two events, one from a government project. */
const place = {
  ...national,
  name: '重庆市',
  parameters: {
    'assessment.veto.events': [{ from: civilDate('2024-01-01'), value: 2, basis: '办法', evidence: 'L' as const }],
    'assessment.veto.government-events': [{ from: civilDate('2024-01-01'), value: 1, basis: '办法', evidence: 'L' as const }],
  },
};

describe('国办发〔2023〕33号第八条「发生5起以上50人以上欠薪群体性事件」（大意）', () => {
  it.each([
    { why: 'four, one, none', facts: calm, expected: 'none' },
    { why: '以上包括本数: five', facts: { ...calm, events: 5 }, expected: 3 },
    { why: 'two from government projects', facts: { ...calm, governmentEvents: 2 }, expected: 3 },
    { why: 'one extreme event', facts: { ...calm, extremeEvents: 1 }, expected: 3 },
    { why: 'one is enough, the others unknown', facts: { extremeEvents: 1 }, expected: 3 },
    { why: 'an unknown leaves it open', facts: { ...calm, governmentEvents: null }, expected: 'cannot-determine' },
    { why: 'where the place is stricter', facts: { ...calm, events: 1, governmentEvents: 1 }, place, expected: 3 },
    { why: 'and not by less', facts: { events: 1, governmentEvents: 0, extremeEvents: 0 }, place, expected: 'none' },
  ] as const)('$why', (row) => holdMatter(eventVeto, row));

  it('names each', () => {
    expect(matterFinding(eventVeto, { events: 6, governmentEvents: 2, extremeEvents: 0 }).says).toBe(
      '考核年度内发生 6 起50人以上欠薪群体性事件，发生 2 起政府投资项目欠薪引发的50人以上群体性事件，考核等级为 C 级',
    );
  });
});
