import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basisPoints } from '#kernel/basis-points.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { jiayuguan, national } from '#profiles/index.ts';
import { reckon, reckoned } from '../../../../../../test/builders/matters.ts';
import { labourCostShare } from './labour-cost-share.ts';

const local = (share: number) => [{ from: civilDate('2024-01-01'), value: basisPoints(share), basis: '某市通知', evidence: 'L' as const }];
/** A place with shares by kind of works, as 珠海 sets them. */
const byWorks = {
  ...national,
  name: '某市',
  parameters: {
    'labour-cost.building.contract-share': local(1900),
    'labour-cost.building.progress-share': local(2300),
    'labour-cost.water.contract-share': local(1200),
    'labour-cost.water.progress-share': local(1500),
  },
};
const months = (...received: readonly number[]) =>
  received.map((amount, at) => ({
    month: `2026-0${at + 3}`,
    dueOn: `2026-0${at + 3}-25`,
    progress: 100_000_000,
    received: amount,
  }));
const bySum = { works: 'building', agreed: 'amount', monthly: 30_000_000 };
const byShare = { works: 'building', agreed: 'share', share: 3000 };

describe('《保障农民工工资支付条例》第二十九条第一款「将人工费用及时足额拨付至农民工工资专用账户」: 应拨人工费用', () => {
  it('reckons by the agreed amount, month by month, and a shortfall accumulates', () => {
    const sheet = reckoned(labourCostShare, { ...bySum, months: months(30_000_000, 20_000_000, 25_000_000) }, '2026-06-01');
    expect(sheet.byLabel).toMatchObject({
      到期应拨合计: 90_000_000n,
      已拨入专户: 75_000_000n,
      累计少拨: 15_000_000n,
      谁欠谁: '建设单位欠拨农民工工资专用账户 150,000 元',
    });
    expect(sheet.steps.filter(({ label }) => label.includes('累计')).map(({ label, value }) => [label, value])).toEqual([
      ['截至2026年3月累计多拨', 0n],
      ['截至2026年4月累计少拨', 10_000_000n],
      ['截至2026年5月累计少拨', 15_000_000n],
    ]);
  });

  it('reckons by the agreed share of progress, rounded to the fen', () => {
    const odd = [{ month: '2026-03', dueOn: '2026-03-25', progress: 100_000_005, received: 0 }];
    expect(reckoned(labourCostShare, { ...byShare, months: odd }, '2026-06-01').byLabel).toMatchObject({ 到期应拨合计: 30_000_002n });
  });

  it('counts no month before its day of payment has passed; that day, rolled over rest days, is in time', () => {
    // 2026-04-25 is a Saturday: the last day in time is Monday the 27th.
    const given = { ...bySum, months: months(30_000_000, 0) };
    expect(reckoned(labourCostShare, given, '2026-04-27').byLabel).toMatchObject({ 到期应拨合计: 30_000_000n, 谁欠谁: '到期的人工费用已经足额拨付' });
    expect(reckoned(labourCostShare, given, '2026-04-27').notes.join('')).toContain('2026年4月的拨付日期还没有过');
    expect(reckoned(labourCostShare, given, '2026-04-28').byLabel).toMatchObject({ 累计少拨: 30_000_000n });
  });

  it('lets early money count for later months', () => {
    expect(reckoned(labourCostShare, { ...bySum, months: months(60_000_000, 0) }, '2026-06-01').byLabel).toMatchObject({ 累计少拨: 0n });
  });

  it('the order of the months does not matter, and paying more never raises what is owed', () => {
    const amounts = fc.array(fc.nat(50_000_000), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(amounts, fc.nat(5), fc.nat(50_000_000), (received, which, more) => {
        const owed = (paid: readonly number[]) => reckoned(labourCostShare, { ...byShare, months: months(...paid) }, '2026-11-01').byLabel['累计少拨'];
        const before = owed(received);
        const after = owed(received.map((amount, at) => (at === which % received.length ? amount + more : amount)));
        expect(BigInt(String(after)) <= BigInt(String(before))).toBe(true);
        const turned = reckoned(labourCostShare, { ...byShare, months: months(...received).toReversed() }, '2026-11-01').byLabel['累计少拨'];
        expect(turned).toBe(before);
      }),
    );
  });
});

describe('人工费用的本地最低比例', () => {
  const least = (given: object, place: Parameters<typeof reckoned>[3] = national) =>
    reckoned(labourCostShare, { months: months(0), ...given }, '2026-06-01', place).byLabel['本地最低比例'];

  it('has no value of the nation', () => expect(least(byShare)).toBe('本地没有设定，未核对'));

  it.each([
    { why: 'exactly the least share of progress', given: { ...byShare, share: 2300 }, expected: '符合：约定 23%，最低 23%' },
    {
      why: 'a hundredth of a percent below',
      given: { ...byShare, share: 2299 },
      expected: '低于本地最低比例：约定 22.99%，最低 23%，所列各月相差 100 元，应当补充约定',
    },
    { why: 'water works have their own', given: { ...byShare, works: 'water', share: 1500 }, expected: '符合：约定 15%，最低 15%' },
    { why: 'transport works: this place says nothing', given: { ...byShare, works: 'transport' }, expected: '本地没有设定，未核对' },
    {
      why: 'an agreed sum, exactly the least share of the price',
      given: { ...bySum, price: 1_000_000_000, total: 190_000_000 },
      expected: '符合：约定 1,900,000 元，不低于合同价款的 19%',
    },
    {
      why: 'a fen below it',
      given: { ...bySum, price: 1_000_000_000, total: 189_999_999 },
      expected: '低于本地最低比例：约定 1,899,999.99 元，比合同价款的 19% 少 0.01 元，应当补充约定',
    },
    { why: 'an agreed sum without the price', given: bySum, expected: '缺少合同价款或者人工费用总额，未核对' },
  ] as const)('$why', ({ given, expected }) => expect(least(given, byWorks)).toBe(expected));

  it('嘉峪关「按工程款30%-40%的比例」: the lower end is enough, for any works, agreed as a share or a sum', () => {
    expect(least(byShare, jiayuguan)).toBe('符合：约定 30%，最低 30%');
    expect(least({ ...byShare, share: 4000 }, jiayuguan)).toBe('符合：约定 40%，最低 30%');
    expect(least({ ...byShare, share: 2999 }, jiayuguan)).toContain('低于本地最低比例');
    expect(least(bySum, jiayuguan)).toBe('符合：约定 300,000 元，不低于工程进度款的 30%');
    expect(least({ ...bySum, monthly: 29_999_999 }, jiayuguan)).toContain('少 0.01 元');
    expect(least({ ...bySum, months: [{ month: '2026-03', dueOn: '2026-03-25', received: 0 }] }, jiayuguan)).toBe('缺少工程进度款，未核对');
  });
});

describe('应拨人工费用核对: what is missing', () => {
  const missing = (given: object) => {
    const answer = reckon(labourCostShare, given, '2026-06-01');
    return answer.answer === 'cannot-determine' ? answer.missing : answer.answer;
  };

  it.each([
    { given: { ...bySum, monthly: null, months: months(0) }, expected: ['约定的每月人工费用（按数额约定时）'] },
    { given: { ...byShare, share: null, months: months(0) }, expected: ['约定的人工费用占工程进度款的比例（按比例约定时）'] },
    { given: { ...byShare, months: [{ month: '2026-03', dueOn: '2026-03-25', received: 0 }] }, expected: ['2026年3月的工程进度款'] },
    { given: { ...bySum, months: [{ month: '2026-03', received: 0 }] }, expected: ['各月的月份、拨付日期和拨入数额'] },
    { given: { ...bySum, months: [] }, expected: ['至少一个月的人工费用'] },
    { given: { ...bySum, months: [...months(0), ...months(0)] }, expected: ['每个月只列一次的各月人工费用'] },
    { given: { months: months(0), agreed: 'amount' }, expected: ['工程类别'] },
  ])('names $expected', ({ given, expected }) => expect(missing(given)).toEqual(expected));
});
