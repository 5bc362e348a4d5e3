import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { onlyForWages } from './dep-22-only-for-wages.ts';

const worker = { payee: 'worker', amountFen: '500000' };
const other = { payee: 'other', amountFen: '123456' };

describe('工资条例第三十三条「工资保证金不得因支付为本项目提供劳动的农民工工资之外的原因被查封、冻结或者划拨」', () => {
  it.each([
    { why: 'nothing was paid out', facts: { payOuts: [] }, expected: 'none' },
    { why: 'only to workers', facts: { payOuts: [worker, worker] }, expected: 'none' },
    { why: 'the contractor’s own interest', facts: { payOuts: [{ payee: 'general-contractor', amountFen: '100' }] }, expected: 'none' },
    { why: 'trap: paid to a foreman is not paid to the worker', facts: { payOuts: [worker, other] }, expected: 4 },
    { why: 'one is enough', facts: { payOuts: [{}, other] }, expected: 4 },
    { why: 'nobody knows to whom', facts: { payOuts: [worker, {}] }, expected: 'cannot-determine' },
    { why: 'nobody listed them', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(onlyForWages, row));

  it('adds up what went elsewhere', () =>
    expect(matterFinding(onlyForWages, { payOuts: [other, worker, other] })).toMatchObject({
      says: '工资保证金有 2 笔共 2,469.12 元 支给本工程农民工以外的人',
      amountFen: 246_912n,
    }));

  it('does not say 0 where nobody stated the amount', () => {
    const says = (...payOuts: readonly object[]) => matterFinding(onlyForWages, { payOuts }).says;
    expect(says({ payee: 'other' })).toBe('工资保证金有 1 笔（数额未载明）支给本工程农民工以外的人');
    expect(says({ payee: 'other' }, other)).toBe('工资保证金有 2 笔至少 1,234.56 元 支给本工程农民工以外的人');
  });
});
