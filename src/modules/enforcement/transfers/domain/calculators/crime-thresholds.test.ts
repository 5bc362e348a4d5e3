import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LedgerRow, placeWithAmounts, setPlace, workersOwed } from '../../../../../../test/builders/crime-places.ts';
import { reckon, reckoned } from '../../../../../../test/builders/matters.ts';
import { crimeThresholds } from './crime-thresholds.ts';

const order = { document: 'decision', served: '2026-03-02', payBy: '2026-03-09', paidOff: 'not-yet', excused: false, conduct: 'able' } as const;
const ask = (ledger: readonly LedgerRow[], more: object = order) => reckoned(crimeThresholds, { ledger, ...more }, '2026-04-01', setPlace).byLabel;

describe('法释〔2013〕3号第三条、第四条: 数额标准和责令支付', () => {
  it('finds each test on its own', () => {
    expect(ask(workersOwed(1, 1_000_000, 3))).toMatchObject({
      一名劳动者标准: '达到',
      十名以上劳动者标准: '没有达到',
      责令支付: '指定期限届满仍未付清',
      还缺的条件: '无',
      要由人判断: '无',
    });
    expect(ask(workersOwed(10, 500_000, 1))).toMatchObject({ 一名劳动者标准: '没有达到', 十名以上劳动者标准: '达到' });
    expect(ask(workersOwed(9, 999_999, 2))).toMatchObject({
      一名劳动者标准: '没有达到',
      十名以上劳动者标准: '没有达到',
      还缺的条件: '一名劳动者满 3 个月且 10,000 元以上，或者 10 名以上累计 50,000 元以上',
    });
  });

  it('数额之外还要有送达而不执行的责令支付: names what is missing and what a person must judge', () => {
    expect(ask(workersOwed(1, 2_000_000, 3), { document: 'order', served: 'not-yet' })).toMatchObject({
      责令支付: '还没有送达书面的责令支付文书',
      还缺的条件: '责令支付文书送达后，没有正当理由而逾期未付',
      要由人判断: '是否以转移财产、逃匿等方法逃避支付，或者有能力支付而不支付',
    });
    expect(ask(workersOwed(1, 2_000_000, 3), { ...order, excused: null })).toMatchObject({ 要由人判断: '是否有正当理由未知悉责令支付或者未及时支付' });
    expect(ask(workersOwed(1, 2_000_000, 3), { ...order, conduct: 'neither' })).toMatchObject({ 还缺的条件: '逃避支付或者有能力支付而不支付' });
    expect(ask(workersOwed(1, 2_000_000, 3), { ...order, payBy: '2026-04-01' })).toMatchObject({ 责令支付: '指定期限还没有届满' });
    expect(ask(workersOwed(1, 2_000_000, 3), { ...order, paidOff: '2026-03-09' })).toMatchObject({ 责令支付: '指定期限内已经付清' });
    expect(ask(workersOwed(1, 2_000_000, 3), { document: 'order' })).toMatchObject({ 责令支付: '不能判断' });
  });

  it('shows every step and says that an amount is no crime, and its absence no acquittal', () => {
    const sheet = reckoned(crimeThresholds, { ledger: workersOwed(10, 600_000, 3), ...order }, '2026-04-01', setPlace);
    expect(sheet.steps.map(({ label, value }) => [label, value])).toEqual([
      ['一名劳动者的月数标准', 3],
      ['一名劳动者的数额标准', 1_000_000n],
      ['被拖欠 3 个月以上的劳动者', 10],
      ['其中欠付最多一人的数额', 600_000n],
      ['月数和数额同时达到的劳动者', 0],
      ['累计计算的人数标准', 10],
      ['累计的数额标准', 5_000_000n],
      ['仍被拖欠的劳动者', 10],
      ['累计欠付数额', 6_000_000n],
      ['责令支付期限的最后一日', '2026-03-09'],
    ]);
    expect(sheet.notes.join('')).toContain('不等于构成犯罪');
    expect(reckoned(crimeThresholds, { ledger: workersOwed(1, 1, 1) }, '2026-04-01', setPlace).notes.join('')).toContain('不是“没有犯罪”的结论');
  });

  it('没有本省标准时不能判断, with both bounds named', () => {
    expect(reckon(crimeThresholds, { ledger: workersOwed(1, 1, 1) })).toEqual({
      answer: 'cannot-determine',
      missing: [
        '全国未设定“一名劳动者数额较大的标准（由省高级人民法院在 5,000 元至 20,000 元之间确定）”',
        '全国未设定“十名以上劳动者累计数额较大的标准（由省高级人民法院在 30,000 元至 100,000 元之间确定）”',
      ],
    });
  });

  it('does not use a local amount outside the bounds', () => {
    const asked = reckon(crimeThresholds, { ledger: workersOwed(1, 1, 1) }, '2026-04-01', placeWithAmounts(400_000, 5_000_000));
    expect(asked).toEqual({ answer: 'cannot-determine', missing: ['核对后的一名劳动者标准：现在填的 4,000 元 不在全国幅度 5,000 元至 20,000 元之内'] });
  });

  const rows = fc.uniqueArray(
    fc.record({ worker: fc.integer({ min: 1, max: 40 }).map(String), owed: fc.nat(2_000_000), paid: fc.nat(1_000_000), months: fc.nat(6) }),
    { minLength: 1, maxLength: 20, selector: ({ worker }) => worker },
  );

  it('a payment never makes an amount test pass that did not pass before', () => {
    fc.assert(
      fc.property(rows, fc.nat(19), fc.nat(2_000_000), (ledger, place, payment) => {
        const chosen = place % ledger.length;
        const later = ledger.map((row, at) => (at === chosen ? { ...row, paid: row.paid + payment } : row));
        const [before, after] = [ask(ledger), ask(later)];
        for (const test of ['一名劳动者标准', '十名以上劳动者标准']) if (before[test] === '没有达到') expect(after[test]).toBe('没有达到');
      }),
    );
  });

  it('the order of the rows does not matter', () => {
    fc.assert(
      fc.property(rows, (ledger) => {
        expect(ask(ledger.toReversed())).toEqual(ask(ledger));
      }),
    );
  });
});
