import { describe, expect, it } from 'vitest';
import { aPlace, byPoints, NO_LOWERING, tier, toRate } from '../../../../../../test/builders/deposits.ts';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { multiFloor } from './dep-03-multi-floor.ts';

describe('保证金规定第十一条第二款「存储比例可适当下浮但不得低于施工合同额（或年度合同额）的0.5%」', () => {
  it.each([
    { why: '0.49 %', facts: { rate: 49 }, expected: 0 },
    { why: '0.5 % exactly: 不得低于 includes it', facts: { rate: 50 }, expected: 'none' },
    { why: '0.51 %', facts: { rate: 51 }, expected: 'none' },
    { why: 'nobody said, and the place has set nothing', facts: {}, expected: 'cannot-determine' },
    { why: 'the place lowers to the floor', facts: {}, place: aPlace({ 'deposit.multi': toRate(0.5) }), expected: 'none' },
    { why: 'the place does not lower', facts: {}, place: aPlace({ 'deposit.multi': NO_LOWERING }), expected: 'none' },
    {
      why: '1 % less half a point',
      facts: {},
      place: aPlace({ 'deposit.multi': byPoints(0.5), 'deposit.rate': [tier(0, 3), tier(100_000_000, 1)] }),
      expected: 'none',
    },
    {
      why: '1 % less 0.51 points',
      facts: {},
      place: aPlace({ 'deposit.multi': byPoints(0.51), 'deposit.rate': [tier(0, 3), tier(100_000_000, 1)] }),
      expected: 0,
    },
    { why: 'by points of a rate the place has not set', facts: {}, place: aPlace({ 'deposit.multi': byPoints(0.5) }), expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(multiFloor, row));

  it('says so', () => expect(matterFinding(multiFloor, { rate: 40 }).says).toBe('多个在建工程下浮后的存储比例0.4%低于0.5%，应当核对设定'));
});
