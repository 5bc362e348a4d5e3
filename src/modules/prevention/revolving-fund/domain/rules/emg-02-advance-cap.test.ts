import { describe, expect, it } from 'vitest';
import { basisPoints } from '#kernel/basis-points.ts';
import { fen } from '#kernel/fen.ts';
import { aPlace } from '../../../../../../test/builders/deposits.ts';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { advanceCap } from './emg-02-advance-cap.ts';

/** 锦州 (sample): one monthly minimum wage for each worker, a fifth of what is owed. The minimum wage is invented. */
const place = aPlace({ 'emergency-fund.per-worker': 1, 'emergency-fund.total-share': basisPoints(2000), 'wage.minimum.monthly': fen(210_000) });
const within = { mostPerWorkerFen: '210000', totalFen: '20000000', owedFen: '100000000', isApproved: false };

describe('工资条例第六十三条「先行垫付……部分工资或者基本生活费」，限额由本地规定', () => {
  it.each([
    { why: 'the place has set none', facts: within, expected: 'cannot-determine' },
    { why: 'both limits exactly', facts: within, place, expected: 'none' },
    { why: 'a fen below', facts: { ...within, mostPerWorkerFen: '209999', totalFen: '19999999' }, place, expected: 'none' },
    { why: 'a fen more for one worker', facts: { ...within, mostPerWorkerFen: '210001' }, place, expected: 2 },
    { why: 'a fen more in all', facts: { ...within, totalFen: '20000001' }, place, expected: 2 },
    { why: 'approved', facts: { ...within, totalFen: '20000001', isApproved: true }, place, expected: 'none' },
    { why: 'nobody asked for the approval', facts: { ...within, totalFen: '20000001', isApproved: null }, place, expected: 'cannot-determine' },
    { why: 'within: no approval needed', facts: { ...within, isApproved: null }, place, expected: 'none' },
    { why: 'nobody knows what is owed', facts: { ...within, owedFen: null }, place, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(advanceCap, row));

  it('says which limit, and how it was reckoned', () => {
    const finding = matterFinding(advanceCap, { ...within, mostPerWorkerFen: '300000', totalFen: '25000000' }, undefined, place);
    expect(finding.says).toBe('应急周转金垫付一名农民工 3,000 元，超过每人限额 2,100 元；总额 250,000 元，超过限额 200,000 元，没有经本级人民政府批准');
    expect(finding.steps?.map(({ label, value }) => [label, value])).toEqual([
      ['当地月最低工资标准', 210_000n],
      ['每人限额', 210_000n],
      ['总额限额比例', 2000],
      ['总额限额', 20_000_000n],
    ]);
  });
});
