import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { DEDUCTIONS } from '../deductions.ts';
import { lawfulDeductions } from './pay-21-lawful-deductions.ts';

const taken = (...deductions: readonly unknown[]) => ({ month: '2026-09', deductions });
const free = ['income-tax', 'social-insurance', 'personal-leave'];
const withPaper = ['court-support', 'by-law', 'loss', 'contract', 'company-rules'];

describe('《工资支付暂行规定》第十五条「用人单位不得克扣劳动者工资。有下列情况之一的，用人单位可以代扣劳动者工资」', () => {
  it.each(Object.keys(DEDUCTIONS))('%s', (kind) => {
    const one = (hasPaper: boolean | null) => taken({ kind, amount: 10_000, hasPaper });
    const isAllowed = free.includes(kind) || withPaper.includes(kind);
    holdMatter(lawfulDeductions, { why: 'with a paper', facts: one(true), expected: isAllowed ? 'none' : 2 });
    holdMatter(lawfulDeductions, { why: 'without', facts: one(false), expected: free.includes(kind) ? 'none' : 2 });
    holdMatter(lawfulDeductions, {
      why: 'paper unknown',
      facts: one(null),
      expected: free.includes(kind) ? 'none' : withPaper.includes(kind) ? 'cannot-determine' : 2,
    });
  });

  it.each([
    { why: 'nothing taken', facts: taken(), expected: 'none' },
    { why: 'one fen of a fine', facts: taken({ kind: 'penalty', amount: 1 }), expected: 2 },
    { why: 'one name unknown', facts: taken({ amount: 1 }), expected: 'cannot-determine' },
    { why: 'one unknown, another unlawful', facts: taken({ amount: 1 }, { kind: 'deposit', amount: 1 }), expected: 2 },
    { why: 'nobody says what was taken', facts: { month: '2026-09' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(lawfulDeductions, row));

  it('names and sums what was taken without reason', () => {
    const found = matterFinding(
      lawfulDeductions,
      taken({ kind: 'penalty', amount: 20_000 }, { kind: 'loss', amount: 30_000, hasPaper: false }, { kind: 'income-tax', amount: 500 }),
    );
    expect(found.says).toBe('用人单位2026年9月以罚款、赔偿经济损失（没有依据）的名目扣减农民工工资 500 元，没有正当理由');
    expect(matterFinding(lawfulDeductions, taken({ kind: 'penalty' })).says).toBe('用人单位2026年9月以罚款的名目扣减农民工工资，数额未载明，没有正当理由');
    expect(found).toMatchObject({ amountFen: 50_000n, dueOn: '2026-09-30', owedTo: 'worker' });
  });
});
