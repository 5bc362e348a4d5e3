/**
 * A person's or firm's name as two systems may write it differently: full and half width, the dot of minority names
 * (U+00B7, •, ・, ．, ‧), spaces between two characters, a variation selector. For comparing only; what was written is kept.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\u00B7\u2022\u2027\u2219\u22C5\u30FB\uFF65\u0387.]/gu, '·')
    .replace(/\s|\p{Default_Ignorable_Code_Point}/gu, '')
    .toUpperCase();
}

export function sameName(a: string, b: string): boolean {
  return foldName(a) === foldName(b);
}
