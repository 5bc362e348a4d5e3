import { describe, expect, it } from 'vitest';
import { basisPoints } from '#kernel/basis-points.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import { type DatedValue, PARAMETERS, type PlaceParameters, valueOn } from './index.ts';

const nation: PlaceParameters = { name: '全国', parameters: {}, above: null };
const on = civilDate('2026-11-22');
const local = <V>(from: string, value: V, until?: string): DatedValue<V> => ({
  from: civilDate(from),
  value,
  basis: '文件',
  evidence: 'L',
  ...(until === undefined ? {} : { until: civilDate(until) }),
});

describe('a dated parameter', () => {
  it('is the nation’s where the place says nothing', () => {
    expect(valueOn('account.open-days', { name: '某县', parameters: {}, above: nation }, on)).toMatchObject({
      ok: true,
      inForce: { value: 30, setBy: '全国', words: '30 日', evidence: 'V2' },
    });
  });

  it('is the place’s own, from its first day on', () => {
    const place: PlaceParameters = { name: '某县', parameters: { 'account.open-days': [local('2026-01-01', 15), local('2026-11-22', 10)] }, above: nation };
    expect(valueOn('account.open-days', place, civilDate('2025-12-31'))).toMatchObject({ inForce: { value: 30, setBy: '全国' } });
    expect(valueOn('account.open-days', place, civilDate('2026-11-21'))).toMatchObject({ inForce: { value: 15, setBy: '某县' } });
    expect(valueOn('account.open-days', place, on)).toMatchObject({ inForce: { value: 10 } });
  });

  it('names the gap instead of guessing', () => {
    expect(valueOn('wage.minimum.monthly', nation, on)).toEqual({ ok: false, missing: '全国未设定“当地月最低工资标准”' });
  });

  it('does not fall through when a value has ended', () => {
    const place: PlaceParameters = {
      name: '某县',
      parameters: { 'account.open-days': [local('2024-01-01', 20), local('2025-01-01', 15, '2026-11-21')] },
      above: nation,
    };
    expect(valueOn('account.open-days', place, civilDate('2026-11-21'))).toMatchObject({ inForce: { value: 15 } });
    expect(valueOn('account.open-days', place, on)).toMatchObject({ ok: false });
  });

  it('asks the place above before the nation', () => {
    const city: PlaceParameters = { name: '某市', parameters: { 'labour-cost.min-share': [local('2024-01-01', basisPoints(2000))] }, above: nation };
    expect(valueOn('labour-cost.min-share', { name: '某县', parameters: {}, above: city }, on)).toMatchObject({
      inForce: { value: 2000, setBy: '某市', words: '20%' },
    });
  });

  it('says money in yuan', () => {
    const place: PlaceParameters = { name: '某县', parameters: { 'wage.minimum.monthly': [local('2026-01-01', fen(210_000))] }, above: nation };
    expect(valueOn('wage.minimum.monthly', place, on)).toMatchObject({ inForce: { words: '2,100 元' } });
  });

  it('gives every national value a source, and its series in order', () => {
    for (const [id, { means, national }] of Object.entries(PARAMETERS)) {
      expect(`${id} ${means.length > 3}`).toBe(`${id} true`);
      for (const { basis, from } of national) expect([id, basis.length > 1, from <= on]).toEqual([id, true, true]);
    }
  });
});
