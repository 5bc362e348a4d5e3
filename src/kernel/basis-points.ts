/** A share in hundredths of a percent: 10,000 = 100 %. Always an integer. */
export type BasisPoints = number & { readonly __unit: 'basis-points' };

/** 100 %. */
export const WHOLE_BP = 10_000;

/** Takes a whole number of hundredths of a percent. */
export function basisPoints(value: number): BasisPoints {
  if (!Number.isSafeInteger(value)) throw new RangeError(`basis points are whole numbers: ${value}`);
  return value as BasisPoints;
}

/**
 * The share of a part in a whole, rounded down, so that 100 % is said only when nothing is missing. A whole of nothing
 * has no share: null.
 */
export function shareBp(part: number | bigint, whole: number | bigint): BasisPoints | null {
  if (BigInt(whole) <= 0n) return null;
  return basisPoints(Number((BigInt(part) * BigInt(WHOLE_BP)) / BigInt(whole)));
}

/** `85%`, `33.33%`. */
export function formatBp(share: BasisPoints): string {
  const size = Math.abs(share);
  const rest = size % 100;
  const decimals = rest === 0 ? '' : `.${String(rest).padStart(2, '0').replace(/0$/u, '')}`;
  return `${share < 0 ? '-' : ''}${Math.trunc(size / 100)}${decimals}%`;
}
