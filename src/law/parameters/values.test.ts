import { describe, expect, it } from 'vitest';
import { basisPoints } from '#kernel/basis-points.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import { isParameterId, type PlaceParameters, valueOn } from './index.ts';
import { chosen, inWords, parameter, readValue, since } from './parameter.ts';
import { isTerm, readTerm } from './term.ts';

describe('参数的值: 怎样写给人看', () => {
  it.each([
    ['fen', fen(210_000), '2,100 元'],
    ['yes-no', true, '是'],
    ['yes-no', false, '否'],
    ['basis-points', basisPoints(150), '1.5%'],
    ['hundredths-of-day', 2175, '21.75 日'],
    ['day-of-month', 15, '次月15日'],
    ['natural-days', 30, '30 日'],
    ['working-days', 5, '5 个工作日'],
    ['months', 12, '12 个月'],
    ['hours', 24, '24 小时'],
    ['people', 2, '2 人'],
    ['times', 3, '3 次'],
    ['projects', 4, '4 个项目'],
    ['rank', 10, '10 名'],
    ['steps', [3, 7, 15, 30], '3、7、15、30'],
    ['words', ['提醒', '约谈'], '提醒、约谈'],
    ['period', { n: 15, unit: 'working-days' }, '15 个工作日'],
    ['fen-range', { least: fen(2_000_000), most: fen(5_000_000) }, '20,000 元以上 50,000 元以下'],
    ['lowering', { kind: 'none' }, '不下浮'],
    ['deposit-scale', [{ from: fen(0), rate: basisPoints(200), industries: ['water'] }], '水利 0 元起 2%'],
    ['deposit-scale', [{ from: fen(0), rate: basisPoints(200), cap: fen(100), capTogether: true }], '0 元起 2%，各工程合计上限 1 元'],
  ] as const)('%s %o: %s', (unit, value, words) => expect(inWords(unit, value)).toBe(words));
});

describe('参数的值: 从草稿读出', () => {
  it.each([
    ['fen', '210000', 210_000n],
    ['fen', 0, 0n],
    ['fen', '1'.repeat(18), BigInt('1'.repeat(18))],
    ['yes-no', false, false],
    ['basis-points', 0, 0],
    ['basis-points', 150, 150],
    ['natural-days', 30, 30],
    ['people', 0, 0],
    ['words', ['提醒'], ['提醒']],
    ['steps', [0, 3], [0, 3]],
    ['period', { n: 0, unit: 'hours' }, { n: 0, unit: 'hours' }],
    ['lowering', { kind: 'none' }, { kind: 'none' }],
    ['leniency-list', [], []],
  ] as const)('%s %o is %o', (unit, input, value) => expect(readValue(unit, input)).toEqual(value));

  it.each([
    ['fen', -1],
    ['fen', 1.5],
    ['fen', '1.5'],
    ['fen', 'x1'],
    ['fen', '1x'],
    ['fen', ''],
    ['fen', '1'.repeat(19)],
    ['fen', null],
    ['yes-no', '是'],
    ['yes-no', 1],
    ['words', []],
    ['words', '提醒'],
    ['words', ['提醒', '']],
    ['words', [1]],
    ['words', { length: 1 }],
    ['steps', []],
    ['steps', 3],
    ['steps', [3, -1]],
    ['steps', [3, '7']],
    ['basis-points', 0.5],
    ['basis-points', '150'],
    ['natural-days', -1],
    ['natural-days', Number.NaN],
    ['natural-days', 2 ** 53],
    ['natural-days', '30'],
    ['natural-days', undefined],
    ['fen-range', {}],
    ['fen-range', { most: '1' }],
    ['fen-range', 'least most'],
    ['fen-range', { least: 'x', most: 'x' }],
    ['fen-range', { least: '1', most: 'x' }],
    ['deposit-scale', [{ from: 'x1', rate: 1 }]],
    ['deposit-scale', [{ from: '1x', rate: 1 }]],
    ['deposit-scale', [{ from: 0, rate: 1, capTogether: false }]],
    ['deposit-scale', [{ from: 0, rate: 1, more: 1 }]],
    ['deposit-scale', [{ from: 0, rate: -1 }]],
    ['lowering', { kind: 'to', rate: -1 }],
    ['lowering', { kind: 'none', rate: 1 }],
    ['leniency-list', [{ violation: '', lenity: 'none', firstOnly: true, maxWorkers: null, correctedWithinDays: null, says: '清单' }]],
    ['leniency-list', [{ violation: '55-1', lenity: 'none', firstOnly: true, maxWorkers: null, correctedWithinDays: null, says: ' ' }]],
    ['leniency-list', [{ violation: '55-1', lenity: 'none', firstOnly: true, maxWorkers: null, correctedWithinDays: -1, says: '清单' }]],
    ['leniency-list', [{ violation: '55-1', lenity: 'none', firstOnly: '是', maxWorkers: null, correctedWithinDays: null, says: '清单' }]],
  ] as const)('%s %o is none', (unit, input) => expect(readValue(unit, input)).toBeNull());

  it.each([
    [null, false],
    [undefined, false],
    ['15 日', false],
    [15, false],
    [{}, false],
    [{ n: 15 }, false],
    [{ unit: 'months' }, false],
    [{ n: 15, unit: 'months' }, true],
  ])('%o is a term: %s', (input, is) => {
    expect(isTerm(input)).toBe(is);
    expect(readTerm(input)).toEqual(is ? input : null);
  });

  it.each([
    { n: -1, unit: 'hours' },
    { n: 1.5, unit: 'hours' },
    { n: '1', unit: 'hours' },
    { n: 1, unit: 'weeks' },
  ])('%o is none', (input) => {
    expect(readTerm(input)).toBeNull();
  });
});

describe('参数的来源', () => {
  it('keeps the day, the evidence and the document', () => {
    const from = civilDate('2020-05-01');
    expect(since(from, 30, 'VF', '工资条例')).toEqual({ from, value: 30, evidence: 'VF', basis: '工资条例' });
    expect(chosen(3, '法律没有规定')).toEqual({ from: '1995-01-01', value: 3, evidence: 'D', basis: '法律没有规定' });
    expect(parameter('people', '几人', chosen(3, '理由'))).toEqual({ unit: 'people', means: '几人', national: [chosen(3, '理由')] });
    expect(isParameterId('account.open-days')).toBe(true);
    expect(isParameterId('toString')).toBe(false);
  });

  it('says which value is in force, since which document, and from when on a place has none', () => {
    const value = (from: string, days: number, until?: string) => ({
      from: civilDate(from),
      value: days,
      basis: `文件${days}`,
      evidence: 'L' as const,
      ...(until === undefined ? {} : { until: civilDate(until) }),
    });
    const series = [value('2026-03-01', 20), value('2024-01-01', 10), value('2025-01-01', 15, '2025-12-31')];
    const place: PlaceParameters = { name: '某县', parameters: { 'account.open-days': series }, above: null };
    const on = (day: string) => valueOn('account.open-days', place, civilDate(day));
    expect(on('2026-03-01')).toEqual({
      ok: true,
      inForce: { id: 'account.open-days', means: '签订施工合同后多少日内开立专户', value: 20, words: '20 日', basis: '文件20', evidence: 'L', setBy: '某县' },
    });
    expect(on('2024-12-31')).toMatchObject({ inForce: { value: 10 } });
    expect(on('2025-01-01')).toMatchObject({ inForce: { value: 15 } });
    expect(on('2025-12-31')).toMatchObject({ inForce: { value: 15 } });
    expect(on('2026-01-01')).toEqual({ ok: false, missing: '某县的“签订施工合同后多少日内开立专户”自2025-12-31后没有新值' });
    expect(on('2023-12-31')).toMatchObject({ inForce: { value: 30, setBy: '全国' } });
    expect(valueOn('account.open-days', place, civilDate('2021-07-06'))).toEqual({ ok: false, missing: '某县未设定“签订施工合同后多少日内开立专户”' });
  });
});
