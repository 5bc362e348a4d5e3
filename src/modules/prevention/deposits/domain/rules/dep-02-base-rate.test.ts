import { describe, expect, it } from 'vitest';
import { PROFILES } from '#profiles/index.ts';
import { aPlace, tier } from '../../../../../../test/builders/deposits.ts';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { baseRate } from './dep-02-base-rate.ts';

describe('保证金规定第十一条第一款「按工程施工合同额（或年度合同额）的一定比例存储，原则上不低于1%，不超过3%」', () => {
  it.each([
    { why: '0.99 %', facts: { rate: 99 }, expected: 0 },
    { why: '1 % exactly: 不低于 includes it', facts: { rate: 100 }, expected: 'none' },
    { why: '1.01 %', facts: { rate: 101 }, expected: 'none' },
    { why: '2.99 %', facts: { rate: 299 }, expected: 'none' },
    { why: '3 % exactly: 不超过 includes it', facts: { rate: 300 }, expected: 'none' },
    { why: '3.01 %', facts: { rate: 301 }, expected: 0 },
    { why: 'nobody said, and the place has set none', facts: {}, expected: 'cannot-determine' },
    { why: 'the place’s own tiers', facts: {}, place: aPlace({ 'deposit.rate': [tier(0, 3), tier(10_000_000, 1)] }), expected: 'none' },
    { why: 'one tier of the place too high', facts: {}, place: aPlace({ 'deposit.rate': [tier(0, 3), tier(10_000_000, 3.5)] }), expected: 0 },
  ] as const)('$why', (row) => holdMatter(baseRate, row));

  it('says which bound was left', () => {
    expect(matterFinding(baseRate, { rate: 50 }).says).toBe('本地存储比例0.5%低于1%，应当核对设定');
    expect(matterFinding(baseRate, { rate: 450 }).says).toBe('本地存储比例4.5%超过3%，应当核对设定');
  });

  it('holds for every place of the product that has set its rates', () => {
    for (const place of PROFILES) expect(['none', 'cannot-determine']).toContain(askMatter(baseRate, {}, undefined, place).answer);
  });
});
