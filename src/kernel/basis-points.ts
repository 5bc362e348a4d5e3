/** A share in hundredths of a percent: 10,000 = 100 %. Always an integer. */
export type BasisPoints = number & { readonly __unit: 'basis-points' };
