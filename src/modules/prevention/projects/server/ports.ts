import type { CivilDate } from '#kernel/civil-date.ts';
import type { WorkingCalendar } from '#law/calendars/index.ts';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Store, Tx } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';

/** Open warnings of a project: how many, and the worst level among them. */
export interface OpenWarnings {
  readonly open: number;
  readonly worst: number;
}

/** What these pages need from the parts that stand after them; plugged in where the applications are assembled. */
export interface ProjectRoutes {
  readonly store: Store;
  readonly clock: Clock;
  readonly vault: Pick<Vault, 'identityIndex' | 'decrypt'>;
  readonly calendar: WorkingCalendar;
  /** What the place calls a level. */
  levelName(level: number, regionCode: string): string;
  /** 发薪日 where the ledger names none, by place. */
  usualPayDay(regionCode: string): number;
  /** Open warnings by project id, of the projects named or of all in the transaction's scope. */
  openWarnings(tx: Tx, projectIds: readonly string[] | null): Promise<ReadonlyMap<string, OpenWarnings>>;
  /** Which ledger cells are late on a day, by field name, in words: `accountOpenedOn` → 「逾期 12 天」. */
  overdueCells(facts: ProjectFacts, regionCode: string, on: CivilDate): ReadonlyMap<string, string>;
}
