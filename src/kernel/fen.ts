import { type BasisPoints, WHOLE_BP } from './basis-points.ts';

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

export function addFen(...amounts: readonly Fen[]): Fen {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return fen(sum);
}

export function subtractFen(from: Fen, amount: Fen): Fen {
  return fen(from - amount);
}

/** Where a division leaves the part of a fen it cannot show: 四舍五入, always up, or always down (towards zero). */
export type Rounding = 'half-up' | 'up' | 'down';

/** Multiplies by `numerator / denominator` and rounds once. Halves and ups go away from zero, so that −x is the mirror of x. */
export function scaleFen(amount: Fen, numerator: bigint | number, denominator: bigint | number, rounding: Rounding): Fen {
  const divisor = BigInt(denominator);
  if (divisor <= 0n) throw new RangeError('a share needs a positive denominator');
  const product = amount * BigInt(numerator);
  const size = product < 0n ? -product : product;
  const quotient = size / divisor;
  const rest = size % divisor;
  const rounded = rest === 0n || rounding === 'down' || (rounding === 'half-up' && rest * 2n < divisor) ? quotient : quotient + 1n;
  return fen(product < 0n ? -rounded : rounded);
}

/** A share of an amount, rounded once as told. */
export function shareOfFen(amount: Fen, share: BasisPoints, rounding: Rounding): Fen {
  return scaleFen(amount, share, WHOLE_BP, rounding);
}

/**
 * Reads an amount in 元 as people type it: `1,379,028.5`, `1379028 元`, `￥60`, full-width digits. At most two decimals;
 * null when it is not an amount, so that the importer can name the cell.
 */
export function parseYuan(text: string): Fen | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^¥\s*/u, '')
    .replace(/\s*元$/u, '');
  const match = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d{1,14})(?:\.(\d{1,2})0*)?$/u.exec(plain);
  if (match === null) return null;
  const [, sign, yuan = '', decimals = ''] = match;
  const amount = BigInt(yuan.replaceAll(',', '')) * 100n + BigInt(decimals.padEnd(2, '0'));
  return fen(sign === '-' ? -amount : amount);
}

/** Shows an amount: `1,379,028`, with decimals only where there are 角 or 分 (`60.50`). Without the word 元. */
export function formatYuan(amount: Fen): string {
  const size = amount < 0n ? -amount : amount;
  const digits = size.toString().padStart(3, '0');
  const yuan = digits.slice(0, -2);
  const decimals = digits.slice(-2);
  // Cut by hand: a sweep writes hundreds of thousands of amounts.
  let grouped = yuan.slice(0, ((yuan.length - 1) % 3) + 1);
  for (let place = grouped.length; place < yuan.length; place += 3) grouped += `,${yuan.slice(place, place + 3)}`;
  return `${amount < 0n ? '-' : ''}${grouped}${decimals === '00' ? '' : `.${decimals}`}`;
}

/** `6600.50`: without groups, always two decimals, as machines and files read it back to the fen. */
export function plainYuan(amount: bigint): string {
  const size = amount < 0n ? -amount : amount;
  return `${amount < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}

/** `1,379,028 元`. */
export function inYuan(amount: Fen): string {
  return `${formatYuan(amount)} 元`;
}
