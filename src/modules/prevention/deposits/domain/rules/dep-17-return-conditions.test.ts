import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { returnConditions } from './dep-17-return-conditions.ts';

// Thirty days from Tuesday 2026-09-08 end on Thursday 10-08.
const ready = { completedOn: '2026-08-31', committedOn: '2026-09-01', boardOn: '2026-09-07', websiteOn: '2026-09-08', hasArrears: false };

describe('保证金规定第二十二条第一款「在施工现场维权信息告示牌及……门户网站公示30日后，可以申请返还工资保证金或银行保函正本」', () => {
  it.each([
    { why: 'the thirtieth day: not over', facts: ready, on: '2026-10-08', expected: 'none' },
    { why: 'the day after', facts: ready, on: '2026-10-09', expected: 0 },
    // From 2026-09-07, the later of the two, to 10-07.
    { why: 'the thirtieth day in 国庆', facts: { ...ready, websiteOn: '2026-09-04' }, on: '2026-10-07', expected: 'none' },
    { why: 'does not move: the day after is enough', facts: { ...ready, websiteOn: '2026-09-04' }, on: '2026-10-08', expected: 0 },
    { why: 'trap: thirty days are necessary, not sufficient: arrears', facts: { ...ready, hasArrears: true }, on: '2026-10-09', expected: 'none' },
    { why: 'not completed', facts: { ...ready, completedOn: 'not-yet' }, on: '2026-10-09', expected: 'none' },
    { why: 'no commitment', facts: { ...ready, committedOn: 'not-yet' }, on: '2026-10-09', expected: 'none' },
    { why: 'only on the board', facts: { ...ready, websiteOn: 'not-yet' }, on: '2026-10-09', expected: 'none' },
    { why: 'only on the website', facts: { ...ready, boardOn: 'not-yet' }, on: '2026-10-09', expected: 'none' },
    { why: 'nobody looked for arrears', facts: { ...ready, hasArrears: null }, on: '2026-10-09', expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(returnConditions, row));

  it('says from when to when', () =>
    expect(matterFinding(returnConditions, ready, '2026-10-09').says).toBe(
      '工程已完工，书面承诺和公示期（2026-09-08 至 2026-10-08）都已具备，总包单位可以申请返还工资保证金',
    ));
});
