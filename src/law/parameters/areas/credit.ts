import type { Parameter } from '../parameter.ts';

/** 犯罪移送、失信名单、社会公布与等级. */
export const creditParameters = {} as const satisfies Readonly<Record<string, Parameter>>;
