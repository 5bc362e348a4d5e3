import { civilDate } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import type { RulePlace } from '#law/prepare.ts';
import { national } from '#profiles/index.ts';

/** A place whose high court has set both amounts, in fen. */
export function placeWithAmounts(oneWorker: number, manyWorkers: number): RulePlace {
  const set = (amount: number) => [{ from: civilDate('2014-01-01'), value: fen(amount), evidence: 'L' as const, basis: '省高级人民法院规定' }];
  return { ...national, name: '某省', parameters: { 'crime.one-worker.amount': set(oneWorker), 'crime.many-workers.amount': set(manyWorkers) } };
}

/** 10,000 元 for one worker, 50,000 元 for ten, as in 贵州 and 辽宁. */
export const setPlace = placeWithAmounts(1_000_000, 5_000_000);

/** Rows of a ledger: so many workers, each owed so much for so many months, nothing paid yet. */
export function workersOwed(count: number, owed: number, months: number, first = 1): readonly LedgerRow[] {
  return Array.from({ length: count }, (_, place) => ({ worker: `甲${first + place}`, owed, paid: 0, months }));
}

export interface LedgerRow {
  readonly worker: string;
  readonly owed: number;
  readonly paid: number;
  readonly months: number;
}
