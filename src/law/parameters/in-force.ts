import { civilDate } from '#kernel/civil-date.ts';

/** In force with the 条例. */
export const REGULATION = civilDate('2020-05-01');
export const ACCOUNT_MEASURES = civilDate('2021-07-07');
export const DEPOSIT_PROVISIONS = civilDate('2021-11-01');
/** Beginning of the labour law: for values no statute dates. */
export const LABOUR_LAW = civilDate('1995-01-01');
export const QUALITY_REGULATION = civilDate('2000-01-30');
export const SETTLEMENT_NOTICE = civilDate('2022-08-01');
export const SME_REGULATION = civilDate('2020-09-01');
/** 中小企业款项条例 as revised: a term of its own for large enterprises, no payment when paid. */
export const SME_REVISION = civilDate('2025-06-01');
