import type { CivilDate } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/db/index.ts';

/** How often one rule fired in a span, and how its warnings ended. */
export interface FiredCounts {
  readonly raised: number;
  readonly open: number;
  readonly paid: number;
  readonly transferred: number;
  readonly dataCorrected: number;
  readonly falseAlarm: number;
  readonly other: number;
  readonly months: readonly { readonly month: string; readonly raised: number }[];
}

/** Open warnings by rule, of what the transaction may see. */
export async function openByRule(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ rule_code: string; n: number }>(
    "select rule_code, count(*)::integer as n from monitoring.warning where state <> 'closed' group by 1",
  );
  return new Map(rows.map((row) => [row.rule_code, row.n]));
}

/** The warnings of a rule raised since a day, of what the transaction may see. */
export async function firedSince(tx: Tx, ruleCode: string, since: CivilDate): Promise<FiredCounts> {
  const rows = await tx.query<{ month: string; ending: string; n: number }>(
    `select to_char(raised_on, 'YYYY-MM') as month, case when state = 'closed' then close_reason else 'open' end as ending, count(*)::integer as n
     from monitoring.warning where rule_code = $1 and raised_on > $2 group by 1, 2 order by 1`,
    [ruleCode, since],
  );
  const ended = (ending: string) => rows.reduce((sum, row) => sum + (row.ending === ending ? row.n : 0), 0);
  const months = new Map<string, number>();
  for (const { month, n } of rows) months.set(month, (months.get(month) ?? 0) + n);
  return {
    raised: rows.reduce((sum, row) => sum + row.n, 0),
    open: ended('open'),
    paid: ended('paid'),
    transferred: ended('transferred'),
    dataCorrected: ended('data-corrected'),
    falseAlarm: ended('false-alarm'),
    other: ended('other'),
    months: [...months].map(([month, raised]) => ({ month, raised })),
  };
}
