import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { acceptance } from './case-01-acceptance.ts';

describe('《关于实施〈劳动保障监察条例〉若干规定》第十八条「接到投诉之日起5个工作日内依法受理」', () => {
  it.each([
    { why: 'the fifth working day is in time', facts: { receivedOn: '2026-03-02', decidedOn: 'not-yet' }, on: '2026-03-09', expected: 'none' },
    { why: 'the day after it is late', facts: { receivedOn: '2026-03-02', decidedOn: 'not-yet' }, on: '2026-03-10', expected: 3 },
    { why: 'decided on the fifth', facts: { receivedOn: '2026-03-02', decidedOn: '2026-03-09' }, expected: 'none' },
    { why: 'decided on the sixth: the lateness stays a fact', facts: { receivedOn: '2026-03-02', decidedOn: '2026-03-10' }, expected: 3 },
    { why: '春节: 2月14日 is worked, 16-20 and 23 are off', facts: { receivedOn: '2026-02-12', decidedOn: 'not-yet' }, on: '2026-02-26', expected: 'none' },
    { why: '春节, the day after', facts: { receivedOn: '2026-02-12', decidedOn: 'not-yet' }, on: '2026-02-27', expected: 3 },
    { why: '国庆: the make-up Saturday 10月10日 is the fifth', facts: { receivedOn: '2026-09-28', decidedOn: 'not-yet' }, on: '2026-10-10', expected: 'none' },
    { why: '国庆, the day after', facts: { receivedOn: '2026-09-28', decidedOn: 'not-yet' }, on: '2026-10-11', expected: 3 },
    {
      why: 'a complaint that was supplemented counts from the day it was complete',
      facts: { receivedOn: '2026-02-02', completedOn: '2026-03-02', decidedOn: '2026-03-09' },
      expected: 'none',
    },
    { why: 'nobody knows whether it was decided', facts: { receivedOn: '2026-03-02' }, expected: 'cannot-determine' },
    { why: 'nobody knows when it came', facts: { decidedOn: 'not-yet' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(acceptance, row));

  it('says who owes the decision since when', () => {
    expect(matterFinding(acceptance, { receivedOn: '2026-03-02', decidedOn: 'not-yet' }, '2026-03-10')).toMatchObject({
      says: '主管部门3月2日收到投诉，应当在3月9日前（含当日）决定是否受理，至今未决定是否受理',
      dueOn: '2026-03-09',
      duty: 'authority',
      owedTo: 'worker',
    });
  });
});
