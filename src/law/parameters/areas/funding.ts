import type { Parameter } from '../parameter.ts';

/** 工程款与资金. */
export const fundingParameters = {} as const satisfies Readonly<Record<string, Parameter>>;
