/**
 * Money in 分, the only money type of the product. 1 元 = 100 分; no float ever holds money.
 * Stored as `bigint`, on the wire a decimal string of fen.
 */
export type Fen = bigint & { readonly __unit: 'fen' };

/** Takes a whole number of fen. */
export function fen(value: bigint | number): Fen {
  return BigInt(value) as Fen;
}

export const NO_MONEY: Fen = fen(0);
