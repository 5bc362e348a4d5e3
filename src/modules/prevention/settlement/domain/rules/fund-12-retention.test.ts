import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { retention } from './fund-12-retention.ts';

const held = { heldOn: '2026-05-06', price: 1_000_000_000, retained: 30_000_000 };

describe('财建〔2022〕183号第一部分「按合同约定保留不超过工程价款总额3%的质量保证金」', () => {
  it.each([
    { why: 'exactly 3 %', facts: held, expected: 'none' },
    { why: 'a fen below', facts: { ...held, retained: 29_999_999 }, expected: 'none' },
    { why: 'a fen above', facts: { ...held, retained: 30_000_001 }, expected: 2 },
    { why: 'nothing held', facts: { ...held, retained: 0 }, expected: 'none' },
    { why: 'price unknown', facts: { ...held, price: null }, expected: 'cannot-determine' },
    { why: 'amount unknown', facts: { ...held, retained: null }, expected: 'cannot-determine' },
    { why: 'day unknown', facts: { ...held, heldOn: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(retention, row));

  it('says what is too much', () => {
    expect(matterFinding(retention, { ...held, retained: 50_000_000 })).toMatchObject({
      says: '建设单位5月6日预留质量保证金 500,000 元，超过工程价款总额的 3%（300,000 元），多留 200,000 元',
      amountFen: 20_000_000n,
      dueOn: '2026-05-06',
      duty: 'project-owner',
      owedTo: 'general-contractor',
    });
  });
});
