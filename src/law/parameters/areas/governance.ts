import type { Parameter } from '../parameter.ts';

/** 检查、考核与应急周转金. */
export const governanceParameters = {} as const satisfies Readonly<Record<string, Parameter>>;
