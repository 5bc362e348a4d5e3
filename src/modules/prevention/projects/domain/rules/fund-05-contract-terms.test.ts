import { describe, expect, it } from 'vitest';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { contractTerms } from './fund-05-contract-terms.ts';

const full = { signedOn: '2026-03-02', measurement: true, settlement: true, cycle: true, paymentDay: true, amount: true };

describe('《保障农民工工资支付条例》第二十四条第二款「应当约定工程款计量周期、工程款进度结算办法以及人工费用拨付周期，并按照保障农民工工资按时足额支付的要求约定人工费用」', () => {
  it.each([
    { why: 'all agreed', facts: full, expected: 'none' },
    { why: 'no measurement cycle', facts: { ...full, measurement: false }, expected: 2 },
    { why: 'no settlement method', facts: { ...full, settlement: false }, expected: 2 },
    { why: 'no labour-cost cycle', facts: { ...full, cycle: false }, expected: 2 },
    { why: 'a cycle without a day', facts: { ...full, paymentDay: false }, expected: 2 },
    { why: 'neither amount nor share', facts: { ...full, amount: false }, expected: 2 },
    { why: 'the day of signing is still in time', facts: { ...full, amount: false }, on: '2026-03-02', expected: 'none' },
    { why: 'the day after is not', facts: { ...full, amount: false }, on: '2026-03-03', expected: 2 },
    { why: 'one lacks, another unread', facts: { ...full, amount: false, cycle: null }, expected: 2 },
    { why: 'one unread', facts: { ...full, cycle: null }, expected: 'cannot-determine' },
    { why: 'day of signing unknown', facts: { ...full, signedOn: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(contractTerms, row));

  it('names what lacks, and what was not read', () => {
    expect(matterFinding(contractTerms, { ...full, paymentDay: false, amount: false })).toMatchObject({
      says: '3月2日签订的施工合同没有约定人工费用拨付日期、人工费用数额或者比例',
      dueOn: '2026-03-02',
      duty: 'project-owner',
    });
    expect(askMatter(contractTerms, { ...full, cycle: null })).toEqual({ answer: 'cannot-determine', missing: ['施工合同是否约定了人工费用拨付周期'] });
  });
});
