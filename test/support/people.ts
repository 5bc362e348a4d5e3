/** GB 11643 numbers of invented people. */
export const LI = '371526199001011235';
export const WU = '371526198805054519';
