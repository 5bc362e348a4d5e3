import type { Period } from '../calendars/index.ts';

/** 期限 in days: a number and the kind of day, where the law or a place may choose either: 「15 个工作日」 here, 「15 日」 there. */
export interface Term {
  readonly n: number;
  readonly unit: 'working-days' | 'natural-days' | 'months' | 'hours';
}

const WORDS: Readonly<Record<Term['unit'], string>> = { 'working-days': '个工作日', 'natural-days': '日', months: '个月', hours: '小时' };

/** Tells a term from the values of the other units. */
export function isTerm(value: unknown): value is Term {
  return typeof value === 'object' && value !== null && 'unit' in value && 'n' in value;
}

/** 「15 个工作日」. */
export function termInWords({ n, unit }: Term): string {
  return `${n} ${WORDS[unit]}`;
}

/** A term where only days are counted: hours become the whole days they touch, never fewer. */
export function daysOfTerm(term: Term): Period {
  const period = periodOfTerm(term);
  return period.unit === 'hours' ? { unit: 'natural-days', n: Math.ceil(period.n / 24), roll: 'forward' } : period;
}

/** The period of a term, its last day rolled forward; hours stay hours. */
export function periodOfTerm({ n, unit }: Term): Period | { readonly unit: 'hours'; readonly n: number } {
  return unit === 'working-days' || unit === 'hours' ? { unit, n } : { unit, n, roll: 'forward' };
}

const READS: readonly Term['unit'][] = ['working-days', 'natural-days', 'months', 'hours'];

/** Reads `{ "n": 15, "unit": "working-days" }`; null when it is none. */
export function readTerm(input: unknown): Term | null {
  if (!isTerm(input)) return null;
  const { n, unit }: { readonly n: unknown; readonly unit: unknown } = input;
  return typeof n === 'number' && Number.isSafeInteger(n) && n >= 0 && READS.some((one) => one === unit) ? input : null;
}
