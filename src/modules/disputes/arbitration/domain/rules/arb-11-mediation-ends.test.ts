import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { mediationEnds } from './arb-11-mediation-ends.ts';

const open = { appliedOn: '2026-03-02', agreed: 'not-yet' };

describe('《劳动争议调解仲裁法》第十四条第三款「十五日内未达成调解协议的，当事人可以依法申请仲裁」', () => {
  it.each([
    { why: 'the 15th day', facts: open, on: '2026-03-17', expected: 'none' },
    { why: 'the 16th', facts: open, on: '2026-03-18', expected: 1 },
    { why: 'a 15th day in 春节 moves to 02-24', facts: { ...open, appliedOn: '2026-02-04' }, on: '2026-02-24', expected: 'none' },
    { why: 'and 02-25 is after it', facts: { ...open, appliedOn: '2026-02-04' }, on: '2026-02-25', expected: 1 },
    { why: 'agreed late, but agreed', facts: { ...open, agreed: '2026-03-20' }, on: '2026-04-01', expected: 'none' },
    { why: 'nobody knows', facts: { appliedOn: '2026-03-02' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(mediationEnds, row));

  it('says the way on', () => {
    expect(matterFinding(mediationEnds, open, '2026-03-18').says).toBe('3月2日申请调解，到3月17日期满没有达成调解协议，当事人可以申请仲裁');
  });
});
