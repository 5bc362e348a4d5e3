import type { InstrumentKey } from '#law/citation.ts';

/** 没有规则的条文: articles we hold that no rule, calculator or procedure rests on, each with the reason. */
export const WITHOUT_RULE: Readonly<Partial<Record<InstrumentKey, Readonly<Record<number, string>>>>> = {};
