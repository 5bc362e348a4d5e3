import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { debtorLimit } from './ord-03-debtor-limit.ts';

const served = { servedOn: '2026-03-02', paid: 'not-yet', objected: 'not-yet' };

describe('《民事诉讼法》第二百二十七条「应当自收到支付令之日起十五日内清偿债务，或者向人民法院提出书面异议」', () => {
  it.each([
    { why: 'the 15th day', facts: served, on: '2026-03-17', expected: 'none' },
    { why: 'the 16th', facts: served, on: '2026-03-18', expected: 2 },
    { why: 'objected on the 15th', facts: { ...served, objected: '2026-03-17' }, expected: 'none' },
    { why: 'objected on the 16th: too late', facts: { ...served, objected: '2026-03-18' }, expected: 2 },
    { why: 'paid late ends the matter', facts: { ...served, paid: '2026-03-25' }, expected: 'none' },
    { why: 'nobody knows of a payment', facts: { ...served, paid: null }, on: '2026-03-18', expected: 'cannot-determine' },
    { why: 'nobody knows of an objection', facts: { ...served, objected: null }, on: '2026-03-18', expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(debtorLimit, row));

  it('says the way on', () => {
    expect(matterFinding(debtorLimit, served, '2026-03-18')).toMatchObject({
      says: '用人单位3月2日收到支付令，应当在3月17日前（含当日）清偿债务或者提出书面异议，至今未清偿债务，也未提出书面异议；劳动者可以向人民法院申请执行',
      dueOn: '2026-03-17',
      owedTo: 'worker',
    });
  });

  it('says that an objection after the last day stops nothing', () => {
    expect(matterFinding(debtorLimit, { ...served, objected: '2026-03-18' }).says).toContain(
      '3月18日才提出书面异议，不影响支付令的效力；劳动者可以向人民法院申请执行',
    );
  });
});
