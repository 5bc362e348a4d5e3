import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { subContractTerms } from './fund-18-sub-contract-terms.ts';

const full = { signedOn: '2026-03-02', measurement: true, settlement: true };

describe('《保障农民工工资支付条例》第二十五条「依法订立书面分包合同，应当约定工程款计量周期、工程款进度结算办法」', () => {
  it.each([
    { why: 'both agreed', facts: full, expected: 'none' },
    { why: 'no measurement cycle', facts: { ...full, measurement: false }, expected: 1 },
    { why: 'no settlement method', facts: { ...full, settlement: false }, expected: 1 },
    { why: 'the day of signing is still in time', facts: { ...full, settlement: false }, on: '2026-03-02', expected: 'none' },
    { why: 'the day after is not', facts: { ...full, settlement: false }, on: '2026-03-03', expected: 1 },
    { why: 'one unread', facts: { ...full, settlement: null }, expected: 'cannot-determine' },
    { why: 'day of signing unknown', facts: { ...full, signedOn: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(subContractTerms, row));

  it('names what lacks', () => {
    expect(matterFinding(subContractTerms, { ...full, measurement: false, settlement: false })).toMatchObject({
      says: '3月2日签订的分包合同没有约定工程款计量周期、工程款进度结算办法',
      dueOn: '2026-03-02',
      duty: 'general-contractor',
    });
  });
});
