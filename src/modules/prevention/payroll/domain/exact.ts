import { type Fen, fen, scaleFen } from '#kernel/fen.ts';

/**
 * An amount before it is rounded, as a fraction of fen. 「6,000 ÷ 21.75 ÷ 8」 has no last digit: it is multiplied and added as it is, and
 * rounded once, where somebody is paid.
 */
export interface Exact {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** `amount × times ÷ by`, unrounded. */
export function exact(amount: Fen, times: bigint | number = 1n, by: bigint | number = 1n): Exact {
  return reduced(amount * BigInt(times), BigInt(by));
}

export function plus(first: Exact, second: Exact): Exact {
  return reduced(first.numerator * second.denominator + second.numerator * first.denominator, first.denominator * second.denominator);
}

export function minus(first: Exact, second: Exact): Exact {
  return plus(first, { numerator: -second.numerator, denominator: second.denominator });
}

/** 四舍五入到分. */
export function rounded({ numerator, denominator }: Exact): Fen {
  return scaleFen(fen(1), numerator, denominator, 'half-up');
}

function reduced(numerator: bigint, denominator: bigint): Exact {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return a > 1n ? { numerator: numerator / a, denominator: denominator / a } : { numerator, denominator };
}
