import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { oneFine } from './case-23-one-fine.ts';

const first = { act: '未存储保证金', project: '甲项目', fine: '5000000', decidedOn: '2026-03-20' };
const second = { ...first, fine: '8000000', decidedOn: '2026-06-01' };

describe('《行政处罚法》第二十九条「对当事人的同一个违法行为，不得给予两次以上罚款的行政处罚」', () => {
  it.each([
    { why: 'one fine', facts: { fines: [first] }, expected: 'none' },
    { why: 'two fines for two acts', facts: { fines: [first, { ...second, act: '未设维权告示牌' }] }, expected: 'none' },
    { why: 'two violations of one rule in one project are one act', facts: { fines: [first, second] }, expected: 3 },
    {
      why: 'unless the periods differ',
      facts: {
        fines: [
          { ...first, period: '2025年' },
          { ...second, period: '2026年' },
        ],
      },
      expected: 'none',
    },
    {
      why: 'one period',
      facts: {
        fines: [
          { ...first, period: '2026年' },
          { ...second, period: '2026年' },
        ],
      },
      expected: 3,
    },
    { why: 'another project is another act', facts: { fines: [first, { ...second, project: '乙项目' }] }, expected: 'none' },
    { why: 'none at all', facts: { fines: [] }, expected: 'none' },
    { why: 'nobody said for what', facts: { fines: [first, { ...second, act: null }] }, expected: 'cannot-determine' },
    { why: 'nobody listed them', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(oneFine, row));

  it('keeps the higher fine', () => {
    expect(matterFinding(oneFine, { fines: [first, second] })).toMatchObject({
      says: '对同一违法行为“未存储保证金”罚款 2 次，只能按数额高的 80,000 元处罚一次',
      amountFen: 5_000_000n,
      dueOn: '2026-06-01',
    });
  });
});
