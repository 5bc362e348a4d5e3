import { describe, expect, it } from 'vitest';
import { placeWithAmounts, setPlace, workersOwed } from '../../../../../../test/builders/crime-places.ts';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { manyWorkersAmount } from './crim-02-many-workers-amount.ts';

describe('法释〔2013〕3号第三条第二项「拒不支付十名以上劳动者的劳动报酬且数额累计在三万元至十万元以上的」', () => {
  it.each([
    { why: 'nine workers, whatever the total', facts: { ledger: workersOwed(9, 9_000_000, 6) }, expected: 'none' },
    { why: 'ten workers and the amount itself: 以上 includes both numbers', facts: { ledger: workersOwed(10, 500_000, 1) }, expected: 4 },
    { why: 'eleven', facts: { ledger: workersOwed(11, 500_000, 1) }, expected: 4 },
    { why: 'ten workers, one fen short', facts: { ledger: [...workersOwed(9, 500_000, 1), ...workersOwed(1, 499_999, 1, 10)] }, expected: 'none' },
    {
      why: 'a tenth who has been paid is no head',
      facts: { ledger: [...workersOwed(9, 900_000, 1), { worker: '乙', owed: 100, paid: 100, months: 1 }] },
      expected: 'none',
    },
    { why: 'no ledger', facts: {}, expected: 'cannot-determine' },
    { why: 'a row that could be the tenth has a gap', facts: { ledger: [...workersOwed(9, 900_000, 1), { worker: '乙' }] }, expected: 'cannot-determine' },
    { why: 'gaps do not matter once heads and total are there', facts: { ledger: [...workersOwed(10, 500_000, 1), { worker: '乙' }] }, expected: 4 },
    {
      why: 'the tenth row is a worker seen before',
      facts: { ledger: [...workersOwed(9, 900_000, 1), ...workersOwed(1, 900_000, 1)] },
      expected: 'cannot-determine',
    },
  ] as const)('$why', (one) => holdMatter(manyWorkersAmount, { ...one, place: setPlace }));

  it('没有本省标准时不能判断, with the bounds named, never 「没有犯罪」', () => {
    expect(askMatter(manyWorkersAmount, { ledger: workersOwed(1, 100, 1) })).toEqual({
      answer: 'cannot-determine',
      missing: ['全国未设定“十名以上劳动者累计数额较大的标准（由省高级人民法院在 30,000 元至 100,000 元之间确定）”'],
    });
  });

  it.each([
    [2_999_999, 'cannot-determine'],
    [3_000_000, 'finding'],
    [10_000_000, 'finding'],
    [10_000_001, 'cannot-determine'],
  ] as const)('a local amount of %i fen against the bounds of the nation: %s', (amount, expected) => {
    const facts = { ledger: workersOwed(10, 9_000_000, 1) };
    expect(askMatter(manyWorkersAmount, facts, undefined, placeWithAmounts(1_000_000, amount)).answer).toBe(expected);
  });

  it('says heads and total', () => {
    expect(matterFinding(manyWorkersAmount, { ledger: workersOwed(12, 600_000, 2) }, undefined, setPlace)).toMatchObject({
      says: '12 名劳动者被拖欠劳动报酬累计 72,000 元，达到 10 名以上、累计 50,000 元以上的“数额较大”标准',
      people: 12,
      amountFen: 7_200_000n,
    });
  });
});
