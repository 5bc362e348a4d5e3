import type { Parameter } from '../parameter.ts';

/** 监察办案、处罚与强制执行. */
export const casesParameters = {} as const satisfies Readonly<Record<string, Parameter>>;
