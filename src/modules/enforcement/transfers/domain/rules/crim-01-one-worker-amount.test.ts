import { describe, expect, it } from 'vitest';
import { placeWithAmounts, setPlace, workersOwed } from '../../../../../../test/builders/crime-places.ts';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { oneWorkerAmount } from './crim-01-one-worker-amount.ts';

const row = (owed: number, months: number | null, paid: number | null = 0) => ({ worker: '甲', owed, paid, months });

describe('法释〔2013〕3号第三条第一项「拒不支付一名劳动者三个月以上的劳动报酬且数额在五千元至二万元以上的」', () => {
  it.each([
    { why: 'one fen below the amount', facts: { ledger: [row(999_999, 3)] }, expected: 'none' },
    { why: 'the amount itself: 以上 includes the number', facts: { ledger: [row(1_000_000, 3)] }, expected: 4 },
    { why: 'above it', facts: { ledger: [row(1_000_001, 3)] }, expected: 4 },
    { why: 'two months are too few, whatever the amount', facts: { ledger: [row(9_000_000, 2)] }, expected: 'none' },
    { why: 'exactly three months', facts: { ledger: [row(1_000_000, 3)] }, expected: 4 },
    { why: 'paid down below the amount', facts: { ledger: [row(1_200_000, 4, 200_001)] }, expected: 'none' },
    { why: 'paid down to the amount', facts: { ledger: [row(1_200_000, 4, 200_000)] }, expected: 4 },
    { why: 'paid more than was owed', facts: { ledger: [row(1_200_000, 4, 2_000_000)] }, expected: 'none' },
    { why: 'no ledger', facts: {}, expected: 'cannot-determine' },
    { why: 'a payment nobody wrote down', facts: { ledger: [row(1_200_000, 4, null)] }, expected: 'cannot-determine' },
    { why: 'months that would decide are not known', facts: { ledger: [row(1_200_000, null)] }, expected: 'cannot-determine' },
    { why: 'months that could not decide are not known', facts: { ledger: [row(900_000, null)] }, expected: 'none' },
    { why: 'one worker is enough, whatever the gaps of others', facts: { ledger: [row(1_000_000, 3), { worker: '乙', owed: 1 }] }, expected: 4 },
    { why: 'one worker in two rows', facts: { ledger: [row(600_000, 2), row(600_000, 2)] }, expected: 'cannot-determine' },
  ] as const)('$why', (one) => holdMatter(oneWorkerAmount, { ...one, place: setPlace }));

  it('月数和数额必须是同一名劳动者: one has the months, the other the money', () => {
    const ledger = [
      { worker: '甲', owed: 900_000, paid: 0, months: 6 },
      { worker: '乙', owed: 3_000_000, paid: 0, months: 2 },
    ];
    expect(askMatter(oneWorkerAmount, { ledger }, undefined, setPlace).answer).toBe('none');
  });

  it('没有本省标准时不能判断, with the bounds named, never 「没有犯罪」', () => {
    expect(askMatter(oneWorkerAmount, { ledger: [row(100, 1)] })).toEqual({
      answer: 'cannot-determine',
      missing: ['全国未设定“一名劳动者数额较大的标准（由省高级人民法院在 5,000 元至 20,000 元之间确定）”'],
    });
  });

  it.each([
    [499_999, 'cannot-determine'],
    [500_000, 'finding'],
    [2_000_000, 'finding'],
    [2_000_001, 'cannot-determine'],
  ] as const)('a local amount of %i fen against the bounds of the nation: %s', (amount, expected) => {
    const place = placeWithAmounts(amount, 5_000_000);
    expect(askMatter(oneWorkerAmount, { ledger: [row(9_000_000, 3)] }, undefined, place).answer).toBe(expected);
  });

  it('says whom it touches and what must come before a transfer', () => {
    const found = matterFinding(oneWorkerAmount, { ledger: [...workersOwed(2, 1_500_000, 3), ...workersOwed(8, 100_000, 1, 3)] }, '2026-11-22', setPlace);
    expect(found).toMatchObject({
      says: '2 名劳动者各被拖欠 3 个月以上的劳动报酬且各在 10,000 元以上，达到“数额较大”的标准',
      people: 2,
      amountFen: 3_000_000n,
      dueOn: '2026-11-22',
    });
    expect(oneWorkerAmount.facts.fields[0]?.fields?.find(({ name }) => name === 'paid')?.means).toContain('届满以后支付的不计');
    expect(oneWorkerAmount.consequences?.[0]?.before).toContain('责令支付文书依法送达');
  });
});
