import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { decisionLimit } from './case-09-decision-limit.ts';

const open = { investigationEndedOn: '2026-03-02', decidedOn: 'not-yet', extendedTo: 'not-yet' };

describe('《关于实施〈劳动保障监察条例〉若干规定》第三十七条「立案调查完成，应在15个工作日内作出」决定', () => {
  it.each([
    { why: 'the fifteenth working day', facts: open, on: '2026-03-23', expected: 'none' },
    { why: 'the day after', facts: open, on: '2026-03-24', expected: 3 },
    { why: 'decided on the fifteenth', facts: { ...open, decidedOn: '2026-03-23' }, expected: 'none' },
    { why: 'decided later: the lateness stays a fact', facts: { ...open, decidedOn: '2026-03-24' }, expected: 3 },
    { why: 'across 国庆', facts: { ...open, investigationEndedOn: '2026-09-15' }, on: '2026-10-12', expected: 'none' },
    { why: 'across 国庆, the day after', facts: { ...open, investigationEndedOn: '2026-09-15' }, on: '2026-10-13', expected: 3 },
    { why: 'across 春节', facts: { ...open, investigationEndedOn: '2026-02-10' }, on: '2026-03-09', expected: 'none' },
    { why: 'prolonged by the head, last day', facts: { ...open, extendedTo: '2026-04-10' }, on: '2026-04-10', expected: 'none' },
    { why: 'prolonged, and over', facts: { ...open, extendedTo: '2026-04-10' }, on: '2026-04-11', expected: 3 },
    { why: 'the investigation goes on', facts: { ...open, investigationEndedOn: 'not-yet' }, expected: 'none' },
    { why: 'nobody knows of an extension, still in time', facts: { ...open, extendedTo: null }, on: '2026-03-23', expected: 'none' },
    { why: 'nobody knows of an extension, and it matters', facts: { ...open, extendedTo: null }, on: '2026-03-24', expected: 'cannot-determine' },
    { why: 'nobody knows whether it ended', facts: { decidedOn: 'not-yet', extendedTo: 'not-yet' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(decisionLimit, row));

  it('says until when', () => {
    expect(matterFinding(decisionLimit, open, '2026-03-24')).toMatchObject({
      says: '案件3月2日调查完成，应当在3月23日前（含当日）作出处理决定，至今未作出',
      dueOn: '2026-03-23',
      duty: 'authority-head',
    });
  });
});
