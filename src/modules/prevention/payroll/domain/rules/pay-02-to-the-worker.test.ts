import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { toTheWorker } from './pay-02-to-the-worker.ts';

const foreman = { paidOn: '2026-09-15', amount: 800_000, payee: 'other', way: 'employer', proxy: false, workers: 2 };

describe('《工资支付暂行规定》第六条第一款「用人单位应将工资支付给劳动者本人。劳动者本人因故不能领取工资时，可由其亲属或委托他人代领」', () => {
  it.each([
    { why: 'to the worker himself', facts: { ...foreman, payee: 'worker' }, expected: 'none' },
    { why: 'to a foreman', facts: foreman, expected: 3 },
    { why: 'to somebody he entrusted', facts: { ...foreman, proxy: true }, expected: 'none' },
    { why: 'from the special account no proxy stands in', facts: { ...foreman, way: 'entrusted', proxy: true }, expected: 3 },
    { why: 'from the special account, proxy unknown', facts: { ...foreman, way: 'entrusted', proxy: null }, expected: 3 },
    { why: 'proxy unknown', facts: { ...foreman, proxy: null }, expected: 'cannot-determine' },
    { why: 'way unknown, but nobody was entrusted', facts: { ...foreman, way: null }, expected: 3 },
    { why: 'way unknown, somebody entrusted', facts: { ...foreman, way: null, proxy: true }, expected: 'cannot-determine' },
    { why: 'payee unknown', facts: { ...foreman, payee: null }, expected: 'cannot-determine' },
    { why: 'amount unknown', facts: { ...foreman, amount: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(toTheWorker, row));

  it('payment to the wrong person is not payment: the whole amount is still owed', () => {
    const found = matterFinding(toTheWorker, foreman);
    expect(found.says).toBe('用人单位9月15日把工资 8,000 元 付给了他人，对农民工本人仍应当支付');
    expect(found).toMatchObject({ amountFen: 800_000n, people: 2, dueOn: '2026-09-15', duty: 'employer', owedTo: 'worker' });
    expect(matterFinding(toTheWorker, { ...foreman, way: 'entrusted' })).toMatchObject({ duty: 'general-contractor' });
  });
});
