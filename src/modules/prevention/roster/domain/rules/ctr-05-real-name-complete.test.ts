import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { realNameComplete } from './ctr-05-real-name-complete.ts';

const names = ['identity', 'education', 'trade', 'skill', 'training', 'post', 'contract', 'attendance', 'pay'] as const;
const complete = { enteredOn: '2026-09-01', ...Object.fromEntries(names.map((name) => [name, true])) };

describe('《建筑工人实名制管理办法（试行）》第十一条（大意）「实名制信息由基本信息、从业信息、诚信信息等组成」', () => {
  it.each(names.map((name) => [name]))('wants %s', (name) => {
    holdMatter(realNameComplete, { why: name, facts: { ...complete, [name]: false }, expected: 1 });
    holdMatter(realNameComplete, { why: name, facts: { ...complete, [name]: null }, expected: 'cannot-determine' });
  });

  it.each([
    { why: 'complete', facts: complete, expected: 'none' },
    { why: 'the day of entry is still in time', facts: { ...complete, skill: false }, on: '2026-09-01', expected: 'none' },
    { why: 'the day after it is not', facts: { ...complete, skill: false }, on: '2026-09-02', expected: 1 },
    { why: 'not on site', facts: { ...complete, skill: false, enteredOn: 'not-yet' }, expected: 'none' },
    { why: 'nobody knows whether he entered', facts: { ...complete, enteredOn: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(realNameComplete, row));

  it('names what lacks', () => {
    expect(matterFinding(realNameComplete, { ...complete, skill: false, pay: false, workers: 5 })).toMatchObject({
      says: '农民工9月1日进场，实名制信息缺少 2 项：技能等级、工资支付',
      dueOn: '2026-09-01',
      people: 5,
    });
  });
});
