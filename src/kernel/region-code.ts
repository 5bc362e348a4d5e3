/**
 * A place of the GB/T 2260 tree: 2 province, 4 prefecture, 6 county, 9 town, 12 village digits, without trailing zeros
 * being significant: the code is the prefix (`37`, `3715`, `371526`, `371526001`, `371526001203`), so that a place
 * contains another exactly when its code is a prefix of the other's. 嘉峪关 (`6202`) has towns (`620201001`) and no county.
 */
export type RegionCode = string & { readonly __unit: 'region-code' };
