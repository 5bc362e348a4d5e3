import { describe, expect, it } from 'vitest';
import { gaotang } from '#profiles/index.ts';
import { reckon, reckoned } from '../../../../../../test/builders/matters.ts';
import { fundBalance } from './fund-balance.ts';

const yuan = (n: number) => String(n * 100);
const at = (facts: object) => reckoned(fundBalance, facts, undefined, gaotang);

describe('《保障农民工工资支付条例》第六十三条「可以动用应急周转金，先行垫付……部分工资或者基本生活费」', () => {
  it('高唐：「县政府和镇街每年分别设立500万元和80万元的政府应急周转金」', () => {
    expect(at({ level: 'county', advancedFen: '0', recoveredFen: '0' }).byLabel).toEqual({ 余额: 500_000_000n });
    expect(at({ level: 'town', advancedFen: yuan(300_000), recoveredFen: yuan(100_000) }).byLabel).toEqual({ 余额: 60_000_000n });
  });

  it.each([
    ['below the balance', 599_999, '拟垫付 599,999 元，余额足够'],
    ['the whole balance: it may fall to zero', 600_000, '拟垫付 600,000 元，余额足够'],
    ['one yuan more', 600_001, '拟垫付 600,001 元，余额不足，还差 1 元'],
  ])('an advance %s', (_why, asked, note) => {
    expect(at({ level: 'town', advancedFen: yuan(300_000), recoveredFen: yuan(100_000), askedFen: yuan(asked) }).notes).toEqual([note]);
  });

  it('asks a person when more was advanced than there is', () => {
    expect(reckon(fundBalance, { level: 'town', advancedFen: yuan(900_000), recoveredFen: yuan(99_999) }, undefined, gaotang)).toMatchObject({
      answer: 'needs-person',
    });
    expect(at({ level: 'town', advancedFen: yuan(900_000), recoveredFen: yuan(100_000) }).byLabel).toEqual({ 余额: 0n });
  });

  it('takes a stated fund before the local rule, and guesses none', () => {
    expect(reckoned(fundBalance, { level: 'county', fundFen: yuan(1_000), advancedFen: '0', recoveredFen: '0' }).byLabel).toEqual({ 余额: 100_000n });
    expect(reckon(fundBalance, { level: 'county', advancedFen: '0', recoveredFen: '0' })).toMatchObject({ answer: 'cannot-determine' });
    expect(reckon(fundBalance, {}, undefined, gaotang)).toEqual({
      answer: 'cannot-determine',
      missing: ['哪一级的应急周转金', '本年度已垫付', '本年度已追回'],
    });
  });
});
