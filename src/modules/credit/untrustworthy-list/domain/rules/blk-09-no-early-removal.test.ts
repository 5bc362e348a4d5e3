import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { noEarlyRemoval } from './blk-09-no-early-removal.ts';

const listed = { decided: '2026-03-10', owedAgain: 'not-yet', criminal: 'none' } as const;

describe('失信名单办法第十三条「具有下列情形之一的，不得提前移出失信联合惩戒名单」', () => {
  it.each([
    { why: 'nothing against it', facts: listed, expected: 'none' },
    { why: 'owed again', facts: { ...listed, owedAgain: '2026-05-01' }, expected: 3 },
    { why: 'owed again on the day of the listing', facts: { ...listed, owedAgain: '2026-03-10' }, expected: 3 },
    { why: 'older arrears are no new ones', facts: { ...listed, owedAgain: '2026-03-09' }, expected: 'none' },
    { why: 'a case pending', facts: { ...listed, criminal: 'pending' }, expected: 3 },
    { why: 'convicted', facts: { ...listed, criminal: 'convicted' }, expected: 3 },
    { why: 'one bar is enough while the other is unknown', facts: { decided: '2026-03-10', criminal: 'pending' }, expected: 3 },
    { why: 'nobody knows of a case', facts: { ...listed, criminal: null }, expected: 'cannot-determine' },
    { why: 'nobody knows of new arrears', facts: { ...listed, owedAgain: null }, expected: 'cannot-determine' },
    { why: 'the listing is over', facts: { ...listed, criminal: 'convicted' }, on: '2029-03-11', expected: 'none' },
    { why: 'its last day', facts: { ...listed, criminal: 'convicted' }, on: '2029-03-10', expected: 3 },
    { why: 'nothing stated', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(noEarlyRemoval, row));

  it('says why', () => {
    expect(matterFinding(noEarlyRemoval, { ...listed, criminal: 'pending' }).says).toBe(
      '当事人因涉嫌拒不支付劳动报酬犯罪正在刑事诉讼期间，列入期限届满前不得提前移出失信联合惩戒名单',
    );
  });
});
