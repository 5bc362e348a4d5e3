import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basisPoints } from '#kernel/basis-points.ts';
import { fen } from '#kernel/fen.ts';
import type { ParameterValues } from '#law/parameters/index.ts';
import type { RulePlace } from '#law/prepare.ts';
import { national } from '#profiles/index.ts';
import { aPlace, byPoints, NO_LOWERING, tier, toRate } from '../../../../../../test/builders/deposits.ts';
import { reckon, reckoned } from '../../../../../../test/builders/matters.ts';
import { depositDue } from './deposit-due.ts';

/** What a place must say beside its scale; each sample below changes some of it. */
const SILENT: Partial<ParameterValues> = {
  'deposit.multi': NO_LOWERING,
  'deposit.small-exempt': false,
  'deposit.exempt-clean': false,
  'deposit.raise.arrears.lifts-cap': false,
  'deposit.raise.listed.lifts-cap': false,
};
const four = fen(400_000_000);

/** Local rules as their pages give them (L): samples that the parameters must be able to hold. */
const places = {
  新疆: aPlace({
    ...SILENT,
    'deposit.rate': [tier(0, 3, { cap: 5_000_000 }), tier(10_000_000, 2, { cap: 5_000_000 }), tier(100_000_000, 1, { cap: 5_000_000 })],
    'deposit.multi': byPoints(0.5),
  }),
  福建: aPlace({
    'deposit.rate': [tier(0, 1.5, { cap: 5_000_000 })],
    'deposit.multi': toRate(1),
    'deposit.small-amount': four,
    'deposit.small-exempt': true,
    'deposit.short-months': 3,
    'deposit.clean-lowering': toRate(0.5),
    'deposit.exempt-clean': true,
    'deposit.raise.arrears.lifts-cap': true,
    'deposit.raise.listed.lifts-cap': true,
  }),
  贵州: aPlace({
    'deposit.rate': [tier(0, 2, { cap: 10_000_000 })],
    'deposit.multi': toRate(1.5),
    'deposit.small-amount': four,
    'deposit.small-exempt': true,
    'deposit.clean-lowering': toRate(0.5),
    'deposit.exempt-clean': true,
    'deposit.raise.arrears.lifts-cap': false,
    'deposit.raise.listed.lifts-cap': true,
  }),
  无锡: aPlace({
    ...SILENT,
    'deposit.rate': [
      tier(0, 1.5, { cap: 3_000_000, industries: ['transport'] }),
      tier(0, 1.5, { cap: 800_000, industries: ['building', 'railway', 'water', 'other'] }),
    ],
    'deposit.multi': toRate(1),
    'deposit.small-exempt': true,
    'deposit.clean-lowering': toRate(0.5),
    'deposit.exempt-clean': true,
  }),
  中山: aPlace({
    ...SILENT,
    'deposit.rate': [tier(0, 3, { cap: 5_000_000, capTogether: true })],
    'deposit.exempt-clean': true,
    'deposit.raise.arrears.lifts-cap': true,
    'deposit.raise.listed.lifts-cap': true,
  }),
  惠州: aPlace({ ...SILENT, 'deposit.rate': [tier(0, 3, { cap: 5_000_000 })] }),
  湖南: aPlace({ ...SILENT, 'deposit.rate': [tier(0, 1.5, { cap: 1_000_000 }), tier(0, 1.5, { cap: 2_500_000, industries: ['transport', 'railway'] })] }),
  安徽: aPlace({ ...SILENT, 'deposit.rate': [tier(300_000_000, 1, { cap: 5_000_000 }), tier(0, 2, { cap: 3_000_000 })] }),
};
type Sample = keyof typeof places;

const facts = {
  contractFen: yuan(40_000_000),
  industry: 'building',
  signedOn: '2026-01-12',
  startsOn: '2026-03-02',
  endsOn: '2027-06-30',
  storingOn: '2026-03-02',
  hasOtherWorks: false,
  otherDepositsFen: '0',
  isListed: false,
  record: [],
  firstStoredOn: 'not-yet',
  keepsRealName: true,
  keepsAccount: true,
};
const several = { hasOtherWorks: true };
const twoYears = { firstStoredOn: '2024-02-05' };
const threeYears = { firstStoredOn: '2022-02-07' };
const arrears = { kind: 'arrears', inArea: true, beganOn: '2025-04-01', endedOn: '2025-05-06' };
const owed = { record: [arrears] };
const listed = { isListed: true };

function yuan(amount: number): string {
  return String(Math.round(amount * 100));
}

const dueAt = (place: RulePlace, more: object) => reckoned(depositDue, { ...facts, ...more }, undefined, place).byLabel['应存工资保证金'];

describe('保证金规定第十一条、第十二条（大意）存储比例、下浮、上浮和免存', () => {
  it.each<[Sample, string, object, number]>([
    ['新疆', '2 % of 40 million', {}, 800_000],
    ['新疆', 'trap: 9,999,999.99 yuan at 3 %', { contractFen: yuan(9_999_999.99) }, 300_000],
    ['新疆', 'trap: 10,000,000 yuan at 2 %: the bigger contract pays less, as written', { contractFen: yuan(10_000_000) }, 200_000],
    ['新疆', 'the next cliff', { contractFen: yuan(100_000_000) }, 1_000_000],
    ['新疆', 'the cap', { contractFen: yuan(600_000_000) }, 5_000_000],
    ['新疆', 'the cap exactly', { contractFen: yuan(500_000_000) }, 5_000_000],
    ['新疆', '1 % less half a point is the floor', { contractFen: yuan(100_000_000), ...several }, 500_000],
    ['新疆', '3 % less half a point', { contractFen: yuan(8_000_000), ...several }, 200_000],
    ['福建', '1.5 %', {}, 600_000],
    ['福建', 'a second project', several, 400_000],
    ['福建', 'two clean years', twoYears, 200_000],
    ['福建', 'both: the larger alone', { ...several, ...twoYears }, 200_000],
    ['福建', 'three clean years', threeYears, 0],
    ['福建', 'three clean years without the account', { ...threeYears, keepsAccount: false }, 200_000],
    ['福建', 'arrears: 2.25 %', owed, 900_000],
    ['福建', 'arrears go before a second project', { ...owed, ...several }, 900_000],
    ['福建', 'listed: 3 %', listed, 1_200_000],
    ['福建', 'listed goes before three clean years', { ...listed, ...threeYears }, 1_200_000],
    ['福建', 'the cap', { contractFen: yuan(400_000_000) }, 5_000_000],
    ['福建', 'the cap is lifted for the listed', { contractFen: yuan(400_000_000), ...listed }, 12_000_000],
    ['福建', 'trap: this place moved the small contract to 4 million; a fen below', { contractFen: yuan(3_999_999.99) }, 0],
    ['福建', '4 million exactly', { contractFen: yuan(4_000_000) }, 60_000],
    ['福建', 'small, but owing within the year', { contractFen: yuan(3_000_000), ...owed }, 67_500],
    ['福建', 'small, but listed', { contractFen: yuan(3_000_000), ...listed }, 90_000],
    ['福建', 'a day less than three months', { endsOn: '2026-06-01' }, 0],
    ['福建', 'three months exactly', { endsOn: '2026-06-02' }, 600_000],
    ['贵州', '2 %', { contractFen: yuan(50_000_000) }, 1_000_000],
    ['贵州', 'several', { contractFen: yuan(50_000_000), ...several }, 750_000],
    ['贵州', 'two clean years', { contractFen: yuan(50_000_000), ...twoYears }, 250_000],
    ['贵州', 'arrears: 3 %', { contractFen: yuan(50_000_000), ...owed }, 1_500_000],
    ['贵州', 'listed: 4 %', { contractFen: yuan(50_000_000), ...listed }, 2_000_000],
    ['贵州', 'arrears: still capped', { contractFen: yuan(600_000_000), ...owed }, 10_000_000],
    ['贵州', 'listed: no cap', { contractFen: yuan(600_000_000), ...listed }, 24_000_000],
    ['无锡', 'transport', { contractFen: yuan(300_000_000), industry: 'transport' }, 3_000_000],
    ['无锡', 'other industries', { contractFen: yuan(300_000_000) }, 800_000],
    ['无锡', 'a second project', { contractFen: yuan(60_000_000), ...several }, 600_000],
    ['中山', '3 %', { contractFen: yuan(100_000_000) }, 3_000_000],
    ['中山', 'what the others have left of the cap', { contractFen: yuan(100_000_000), otherDepositsFen: yuan(3_000_000) }, 2_000_000],
    ['中山', 'nothing left', { contractFen: yuan(100_000_000), otherDepositsFen: yuan(6_000_000) }, 0],
    ['中山', 'half after two clean years', { contractFen: yuan(100_000_000), ...twoYears }, 1_500_000],
    ['中山', 'arrears: 4.5 %', { contractFen: yuan(100_000_000), ...owed }, 4_500_000],
    ['中山', 'listed: 6 %, no cap', { contractFen: yuan(100_000_000), ...listed, otherDepositsFen: yuan(3_000_000) }, 6_000_000],
    ['惠州', 'the cap', { contractFen: yuan(200_000_000) }, 5_000_000],
    ['湖南', 'other works', { contractFen: yuan(100_000_000) }, 1_000_000],
    ['湖南', 'railway', { contractFen: yuan(200_000_000), industry: 'railway' }, 2_500_000],
    ['安徽', 'below 300 million', { contractFen: yuan(299_999_999.99) }, 3_000_000],
    ['安徽', '300 million exactly', { contractFen: yuan(300_000_000) }, 3_000_000],
    ['安徽', 'the larger cap', { contractFen: yuan(600_000_000) }, 5_000_000],
  ])('%s: %s', (name, _why, more, expected) => expect(dueAt(places[name], more)).toBe(fen(BigInt(yuan(expected)))));

  it('rounds once, to the fen, halves up', () => {
    expect(dueAt(places.惠州, { contractFen: '10022' })).toBe(301n); // 3 % of 100.22 yuan: 3.0066
    expect(dueAt(places.湖南, { contractFen: '10022', ...owed })).toBe(225n); // 2.25 %: 2.25495
    expect(dueAt(places.湖南, { contractFen: '100' })).toBe(2n); // 1.5 fen
  });

  it('cannot determine without the numbers only a place can set', () => {
    expect(reckon(depositDue, facts, undefined, national)).toEqual({ answer: 'cannot-determine', missing: ['全国未设定“工资保证金存储比例”'] });
  });

  it('asks a place for its other numbers where they matter', () => {
    const place = aPlace({ 'deposit.rate': [tier(0, 2, { cap: 5_000_000 })] });
    const ask = (more: object) => reckon(depositDue, { ...facts, ...more }, undefined, place);
    expect(ask({})).toMatchObject({ answer: 'reckoned', results: [{ value: 80_000_000n }, {}] });
    expect(ask(twoYears)).toMatchObject({ answer: 'reckoned', results: [{ value: 40_000_000n }, {}] });
    const missing = (more: object) => ({ more, ...ask(more) });
    for (const [more, means] of [
      [several, '同一地区有多个在建工程的怎样下浮'],
      [{ contractFen: '299999999' }, '合同额低于可免存数额的是否免存'],
      [threeYears, '连续3年没有拖欠并落实实名制和专用账户的是否免存'],
      [owed, '因发生拖欠提高比例的是否取消存储上限'],
      [listed, '因列入名单提高比例的是否取消存储上限'],
    ] as const) {
      expect(missing(more)).toEqual({ more, answer: 'cannot-determine', missing: [`某市未设定“${means}”`] });
    }
  });

  it('names the facts that are missing, and only those that matter', () => {
    const ask = (name: Sample, more: object) => reckon(depositDue, { ...facts, ...more }, undefined, places[name]);
    expect(ask('惠州', { contractFen: null, record: null })).toEqual({
      answer: 'cannot-determine',
      missing: ['施工合同额（或者年度合同额）', '总包单位近三年的违法记录（没有的填空表）'],
    });
    expect(ask('无锡', { industry: null })).toEqual({ answer: 'cannot-determine', missing: ['工程所属行业'] });
    expect(ask('惠州', { industry: null }).answer).toBe('reckoned');
    expect(ask('中山', { otherDepositsFen: null }).answer).toBe('cannot-determine');
    expect(ask('福建', { ...threeYears, keepsRealName: null })).toEqual({ answer: 'cannot-determine', missing: ['是否按要求落实劳动用工实名制'] });
    expect(ask('福建', { startsOn: null })).toEqual({ answer: 'cannot-determine', missing: ['合同约定的开工之日（本地按工期免存时）'] });
    expect(ask('福建', { record: [{}] })).toEqual({ answer: 'cannot-determine', missing: ['记录中违法行为的种类'] });
    expect(reckon(depositDue, facts, undefined, aPlace({ ...SILENT, 'deposit.rate': [tier(50_000_000, 1)] }))).toEqual({
      answer: 'cannot-determine',
      missing: ['本地适用于合同额 40,000,000 元 的存储比例'],
    });
  });

  it('shows its steps and says what a reader must know', () => {
    const raised = reckoned(depositDue, { ...facts, ...owed }, undefined, places.福建);
    expect(raised.byLabel['存储比例']).toBe('2.25%');
    expect(raised.steps.map(({ label, reckoned: how }) => `${label} ${how ?? ''}`)).toEqual([
      '施工合同额 ',
      '本地存储标准 0 元起 1.5%，上限 5,000,000 元',
      '提高后的比例 存储前2年内在本地区发生拖欠：1.5% ×（1 + 50%）',
      '按比例计算 40,000,000 元 × 2.25%',
    ]);
    expect(raised.notes).toEqual(['本地规定提高比例的不受上限 5,000,000 元 限制。']);
    expect(reckoned(depositDue, { ...facts, contractFen: yuan(10_000_000) }, undefined, places.新疆).notes).toEqual([
      '分档处有断崖：合同额 9,999,999.99 元 按3%应存 300,000 元，反而多于本档；按文件原样计算',
    ]);
    expect(reckoned(depositDue, { ...facts, contractFen: yuan(20_000_000) }, undefined, places.新疆).notes).toEqual([]);
    expect(reckoned(depositDue, { ...facts, ...several, ...twoYears }, undefined, places.福建).notes).toEqual(['两项下浮不叠加，取比例较低的一项。']);
    const odd = aPlace({ ...SILENT, 'deposit.rate': [tier(0, 0.8)], 'deposit.multi': toRate(0.3) });
    const low = reckoned(depositDue, { ...facts, ...several }, undefined, odd);
    expect(low.notes).toEqual(['本地存储比例0.8%不在1%至3%之间，应当核对设定。']);
    expect(low.byLabel).toEqual({ 应存工资保证金: fen(20_000_000), 存储比例: '0.5%' });
    expect(reckoned(depositDue, { ...facts, ...threeYears }, undefined, places.福建).byLabel['存储比例']).toBe('免存');
  });
});

describe('what must hold for any contract and record', () => {
  const days = fc.constantFrom('2021-06-01', '2023-03-01', '2024-03-01', '2024-03-02', '2025-05-06', '2026-03-01', '2026-03-02', '2026-04-01');
  const entries = fc.array(
    fc.record({
      kind: fc.constantFrom('arrears', 'other'),
      inArea: fc.boolean(),
      beganOn: days,
      endedOn: fc.oneof(days, fc.constant('not-yet')),
      inTime: fc.boolean(),
    }),
    { maxLength: 4 },
  );
  const given = fc.record({
    contractFen: fc.integer({ min: 1, max: 1_000_000_000 }).map((amount) => String(amount * 97)),
    industry: fc.constantFrom('building', 'transport', 'railway', 'water', 'other'),
    endsOn: fc.constantFrom('2026-05-01', '2026-06-01', '2027-06-30'),
    hasOtherWorks: fc.boolean(),
    otherDepositsFen: fc.integer({ min: 0, max: 600_000_000 }).map(String),
    isListed: fc.boolean(),
    record: entries,
    firstStoredOn: fc.oneof(days, fc.constant('not-yet')),
    keepsRealName: fc.boolean(),
    keepsAccount: fc.boolean(),
  });
  const place = fc.constantFrom(...Object.values(places));
  const due = (at: RulePlace, more: object): bigint => {
    const value = dueAt(at, more);
    if (typeof value !== 'bigint') throw new TypeError('no amount');
    return value;
  };

  it('a worse record never lowers the deposit', () =>
    fc.assert(
      fc.property(place, given, entries, (at, one, more) => {
        const before = due(at, one);
        expect(due(at, { ...one, record: [...one.record, ...more] })).toBeGreaterThanOrEqual(before);
        expect(due(at, { ...one, isListed: true })).toBeGreaterThanOrEqual(before);
      }),
    ));

  it('the amount lies between nothing and the cap, unless the place lifts it', () =>
    fc.assert(
      fc.property(place, given, (at, one) => {
        const capped: RulePlace = aPlace({ 'deposit.raise.arrears.lifts-cap': false, 'deposit.raise.listed.lifts-cap': false }, at);
        const caps = (at.parameters['deposit.rate'] ?? []).flatMap(({ value }) => value).flatMap(({ cap }) => (cap === undefined ? [] : [cap]));
        const amount = due(capped, one);
        expect(amount).toBeGreaterThanOrEqual(0n);
        expect(caps.some((cap) => amount <= cap)).toBe(true);
        expect(due(at, one)).toBeGreaterThanOrEqual(amount);
      }),
    ));

  it('the order of facts does not matter', () =>
    fc.assert(
      fc.property(place, given, fc.infiniteStream(fc.nat()), (at, one, chance) => {
        const mixed = one.record
          .map((entry) => ({ entry, at: chance.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ entry }) => Object.fromEntries(Object.entries(entry).reverse()));
        const turned = Object.fromEntries(Object.entries({ ...facts, ...one, record: mixed }).reverse());
        expect(reckon(depositDue, turned, undefined, at)).toEqual(reckon(depositDue, { ...facts, ...one }, undefined, at));
      }),
    ));

  it('a floor of zero would let a reduction reach nothing, and no lower', () => {
    const zero = aPlace({ 'deposit.floor': basisPoints(0), 'deposit.multi': byPoints(2) }, places.福建);
    expect(due(zero, several)).toBe(0n);
  });
});
