import { basisPoints } from '#kernel/basis-points.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import type { DepositTier, Industry, Lowering } from '#law/parameters/deposit-scale.ts';
import type { ParameterValues, PlaceSeries } from '#law/parameters/index.ts';
import type { RulePlace } from '#law/prepare.ts';
import { national } from '#profiles/index.ts';

/** A place that sets some numbers, from 2022 on. */
export function aPlace(values: Partial<ParameterValues>, above: RulePlace = national): RulePlace {
  const series = Object.entries(values).map(([id, value]) => [id, [{ from: civilDate('2022-01-01'), value, basis: '测试用数', evidence: 'L' }]]);
  const parameters: PlaceSeries = Object.fromEntries(series);
  return { name: '某市', parameters, above, unused: {} };
}

/** A tier in yuan and percent: `tier(0, 1.5, { cap: 5_000_000 })`. */
export function tier(
  from: number,
  percent: number,
  more: { readonly cap?: number; readonly capTogether?: true; readonly industries?: readonly Industry[] } = {},
): DepositTier {
  const { cap, ...rest } = more;
  return { from: fen(from * 100), rate: basisPoints(Math.round(percent * 100)), ...rest, ...(cap === undefined ? {} : { cap: fen(cap * 100) }) };
}

export const toRate = (percent: number): Lowering => ({ kind: 'to', rate: basisPoints(Math.round(percent * 100)) });
export const byPoints = (percent: number): Lowering => ({ kind: 'points', points: basisPoints(Math.round(percent * 100)) });
export const NO_LOWERING: Lowering = { kind: 'none' };
