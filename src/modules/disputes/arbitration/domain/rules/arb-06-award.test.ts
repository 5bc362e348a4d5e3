import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { award } from './arb-06-award.ts';

const usual = { acceptedOn: '2026-03-02', awarded: 'not-yet', extended: false };
const extended = { ...usual, extended: true };

describe('《劳动争议调解仲裁法》第四十三条第一款「四十五日内结束」、「延长期限不得超过十五日」', () => {
  it.each([
    { why: 'the 45th day', facts: usual, on: '2026-04-16', expected: 'none' },
    { why: 'the 46th', facts: usual, on: '2026-04-17', expected: 3 },
    { why: 'extended: the 46th', facts: extended, on: '2026-04-17', expected: 'none' },
    // The 60th day is 05-01; 劳动节 ends on 05-05.
    { why: 'extended: the 60th is 劳动节 and moves to 05-06', facts: extended, on: '2026-05-06', expected: 'none' },
    { why: 'extended and over', facts: extended, on: '2026-05-07', expected: 3 },
    { why: 'nobody asked whether it was extended, and it matters', facts: { ...usual, extended: null }, on: '2026-04-17', expected: 'cannot-determine' },
    { why: 'and does not yet', facts: { ...usual, extended: null }, on: '2026-04-16', expected: 'none' },
    { why: 'nor any more', facts: { ...usual, extended: null }, on: '2026-05-07', expected: 3 },
    { why: 'awarded in time', facts: { ...usual, awarded: '2026-04-16' }, expected: 'none' },
    { why: 'awarded late', facts: { ...usual, awarded: '2026-04-17' }, expected: 3 },
    { why: 'a 45th day on 国庆 moves to 10-08', facts: { ...usual, acceptedOn: '2026-08-17' }, on: '2026-10-08', expected: 'none' },
    { why: 'and 10-09 is late', facts: { ...usual, acceptedOn: '2026-08-17' }, on: '2026-10-09', expected: 3 },
    { why: 'nobody knows of an award', facts: { acceptedOn: '2026-03-02' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(award, row));

  it('says what the worker may do', () => {
    const found = matterFinding(award, usual, '2026-04-20');
    expect(found).toMatchObject({
      says: '劳动人事争议仲裁委员会3月2日受理仲裁申请，应当在4月16日前（含当日）作出裁决，至今未作出裁决；除有等待另案结果、鉴定等正当事由外，当事人可以向人民法院提起诉讼',
      dueOn: '2026-04-16',
    });
    expect(matterFinding(award, { ...usual, awarded: '2026-04-17' }, '2026-04-20').says).not.toContain('起诉');
    expect(matterFinding(award, extended, '2026-05-08').dueOn).toBe('2026-05-06');
  });
});
