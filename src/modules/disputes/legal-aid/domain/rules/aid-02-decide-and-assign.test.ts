import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { national } from '#profiles/index.ts';
import { decideAndAssign } from './aid-02-decide-and-assign.ts';

const applied = { appliedOn: '2026-03-02', decided: 'not-yet' };
const granted = { appliedOn: '2026-03-02', decided: '2026-03-09', granted: true, assigned: 'not-yet' };
/** A place that reads 日 as working days. */
const inWorkingDays = {
  ...national,
  name: '某县',
  parameters: {
    'legal-aid.decide': [{ from: civilDate('2026-01-01'), value: { n: 7, unit: 'working-days' as const }, basis: '文件', evidence: 'L' as const }],
  },
};

describe('《法律援助法》第四十三条「七日内进行审查，作出是否给予法律援助的决定」「三日内指派法律援助人员」', () => {
  it.each([
    { why: 'the seventh day', facts: applied, on: '2026-03-09', expected: 'none' },
    { why: 'the eighth', facts: applied, on: '2026-03-10', expected: 2 },
    // 2026-03-02 and seven working days: 03-11.
    { why: 'where the place counts working days: the seventh', facts: applied, on: '2026-03-11', place: inWorkingDays, expected: 'none' },
    { why: 'the eighth working day', facts: applied, on: '2026-03-12', place: inWorkingDays, expected: 2 },
    { why: 'natural days that end in 春节 move on', facts: { ...applied, appliedOn: '2026-02-10' }, on: '2026-02-24', expected: 'none' },
    { why: 'and are over then', facts: { ...applied, appliedOn: '2026-02-10' }, on: '2026-02-25', expected: 2 },
    { why: 'the third day after the grant', facts: granted, on: '2026-03-12', expected: 'none' },
    { why: 'the fourth', facts: granted, on: '2026-03-13', expected: 2 },
    { why: 'refused: nobody is to be assigned', facts: { ...granted, granted: false, assigned: null }, on: '2026-04-01', expected: 'none' },
    { why: 'nobody knows of a decision', facts: { appliedOn: '2026-03-02' }, expected: 'cannot-determine' },
    { why: 'nobody knows which', facts: { ...granted, granted: null }, expected: 'cannot-determine' },
    { why: 'nobody knows of an assignment', facts: { ...granted, assigned: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(decideAndAssign, row));

  it('says since when', () => {
    expect(matterFinding(decideAndAssign, granted, '2026-03-13')).toMatchObject({
      says: '法律援助机构3月9日决定给予法律援助，应当在3月12日前（含当日）指派法律援助人员，至今未指派法律援助人员',
      dueOn: '2026-03-12',
    });
  });
});
