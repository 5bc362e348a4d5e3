import type { BasisPoints } from '#kernel/basis-points.ts';
import { atLeast, atMost } from '#kernel/bounds.ts';
import { type Fen, fen, inYuan, NO_MONEY, scaleFen, subtractFen } from '#kernel/fen.ts';
import type { DepositTier, Industry, Lowering } from '#law/parameters/deposit-scale.ts';

/** 存储比例 in parts of 100,000,000: 1.5 % raised by 50 % or lowered by two thirds stays exact. */
export type ExactRate = number & { readonly __unit: 'exact-rate' };

const PARTS = 100_000_000;
const PER_POINT = 10_000;

export function exactly(rate: BasisPoints): ExactRate {
  return exact(rate * PER_POINT);
}

/** 提高: 1.5 % by 50 % is 2.25 %. */
export function raisedBy(rate: BasisPoints, share: BasisPoints): ExactRate {
  return exact(rate * (PER_POINT + share));
}

/** 下浮, never below the floor; null when the place does not lower. */
export function loweredBy(rate: BasisPoints, lowering: Lowering, floor: BasisPoints): ExactRate | null {
  if (lowering.kind === 'none') return null;
  return exact(Math.max(loweredTo(rate, lowering), exactly(floor)));
}

function loweredTo(rate: BasisPoints, lowering: Exclude<Lowering, { readonly kind: 'none' }>): number {
  if (lowering.kind === 'to') return lowering.rate * PER_POINT;
  if (lowering.kind === 'points') return (rate - lowering.points) * PER_POINT;
  return rate * (PER_POINT - lowering.share);
}

/** `1.875%`. */
export function exactInWords(rate: ExactRate): string {
  const whole = Math.trunc(rate / (PARTS / 100));
  const decimals = String(rate % (PARTS / 100))
    .padStart(6, '0')
    .replace(/0+$/u, '');
  return `${whole}${decimals === '' ? '' : `.${decimals}`}%`;
}

/**
 * The tier of a contract: that of its industry where the place has one, else the general one; the last that begins at or below the
 * amount. `industry` when the place tells industries apart and nobody said which; null where the scale has no tier for the amount.
 */
export function tierOf(scale: readonly DepositTier[], contractFen: Fen, industry: Industry | null): DepositTier | 'industry' | null {
  if (industry === null && scale.some(({ industries }) => industries !== undefined)) return 'industry';
  let best: DepositTier | null = null;
  for (const tier of tiersFor(scale, industry)) {
    if (atLeast(contractFen, tier.from) && (best === null || tier.from > best.from)) best = tier;
  }
  return best;
}

function tiersFor(scale: readonly DepositTier[], industry: Industry | null): readonly DepositTier[] {
  const own = scale.filter(({ industries }) => industry !== null && industries?.includes(industry) === true);
  return own.length > 0 ? own : scale.filter(({ industries }) => industries === undefined);
}

/** What the cap of a tier does to an amount. */
export interface CapUse {
  readonly isLifted: boolean;
  /** Stored by the same contractor for its other works in the area; counts only where the cap is for all together. */
  readonly otherDepositsFen: Fen;
}

export const OWN_CAP: CapUse = { isLifted: false, otherDepositsFen: NO_MONEY };

/** 应存数额: the only place where a contract, a rate and a cap become an amount. Rounded once, to the fen. */
export function amountAt(contractFen: Fen, rate: ExactRate, tier: DepositTier, { isLifted, otherDepositsFen }: CapUse = OWN_CAP): Fen {
  const amount = scaleFen(contractFen, rate, PARTS, 'half-up');
  if (tier.cap === undefined || isLifted) return amount;
  const left = tier.capTogether === true ? subtractFen(tier.cap, otherDepositsFen) : tier.cap;
  return least(amount, left < 0n ? NO_MONEY : left);
}

/**
 * 分档的断崖: the contract that is a fen too small for this tier, and what it would have to store, when that is more. Places write it
 * so, and so it is reckoned; the reader is told.
 */
export function cliffBelow(scale: readonly DepositTier[], tier: DepositTier, industry: Industry | null, amount: Fen): string | null {
  const contractFen = fen(tier.from - 1n);
  const below = tierOf(scale, contractFen, industry);
  if (below === null || below === 'industry') return null;
  const more = amountAt(contractFen, exactly(below.rate), below);
  if (atMost(more, amount)) return null;
  return `分档处有断崖：合同额 ${inYuan(contractFen)} 按${exactInWords(exactly(below.rate))}应存 ${inYuan(more)}，反而多于本档；按文件原样计算`;
}

export function least(...amounts: readonly [Fen, ...Fen[]]): Fen {
  return amounts.reduce((best, one) => (one < best ? one : best));
}

function exact(parts: number): ExactRate {
  return parts as ExactRate;
}
