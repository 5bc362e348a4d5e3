/**
 * A place of the GB/T 2260 tree: 2 province, 4 prefecture, 6 county, 9 town, 12 village digits, without trailing zeros
 * being significant: the code is the prefix (`37`, `3715`, `371526`, `371526001`, `371526001203`), so that a place
 * contains another exactly when its code is a prefix of the other's. 嘉峪关 (`6202`) has towns (`620201001`) and no county.
 */
export type RegionCode = string & { readonly __unit: 'region-code' };

export type RegionLevel = 'province' | 'prefecture' | 'county' | 'town' | 'village';

const LEVELS: ReadonlyMap<number, RegionLevel> = new Map([
  [2, 'province'],
  [4, 'prefecture'],
  [6, 'county'],
  [9, 'town'],
  [12, 'village'],
]);

export function regionCode(text: string): RegionCode {
  const code = parseRegionCode(text);
  if (code === null) throw new RangeError(`not a region code: ${text}`);
  return code;
}

/** Reads a code as written in files, padded (`371526000000`, `370000`) or not; null when it has no level. */
export function parseRegionCode(text: string): RegionCode | null {
  if (!/^[1-9]\d{1,11}$/u.test(text)) return null;
  const digits = text
    .replace(/^(\d{9})000$/u, '$1')
    .replace(/^(\d{6})000$/u, '$1')
    .replace(/^(\d{4})00$/u, '$1')
    .replace(/^(\d{2})00$/u, '$1');
  return LEVELS.has(digits.length) ? (digits as RegionCode) : null;
}

export function levelOf(code: RegionCode): RegionLevel {
  const level = LEVELS.get(code.length);
  if (level === undefined) throw new RangeError(`not a region code: ${code}`);
  return level;
}

/** A place contains itself. */
export function contains(place: RegionCode, other: RegionCode): boolean {
  return other.startsWith(place);
}

/** The place one level up by the code; null above a province. Whether that place exists is for the region table to say (嘉峪关 has no county). */
export function parentCode(code: RegionCode): RegionCode | null {
  const shorter = [9, 6, 4, 2].find((length) => length < code.length);
  return shorter === undefined ? null : (code.slice(0, shorter) as RegionCode);
}
