import type { CivilDate } from '#kernel/civil-date.ts';
import type { Scope, Tx } from '#platform/db/index.ts';
import type { ImportKind, StatedPeriod } from '../domain/index.ts';

export interface CheckOrder {
  readonly importId: string;
  readonly kind: ImportKind;
  readonly form: 'punch' | 'sheet' | null;
  /** The days the file says it speaks for. */
  readonly period: StatedPeriod | null;
  readonly scope: Scope;
  readonly projectId: string | null;
  readonly on: CivilDate;
}

export interface CheckFindings {
  readonly projects: readonly string[];
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly accepted: { rows: number; people: number; projects: number; amountFen: string; from: string | null; until: string | null };
}

export interface Taken {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Room for the joins of a file of 100,000 rows, which with the server's usual 4 MB would go through temporary files. */
export const LARGE = "set local work_mem = '64MB'";

/** Where the remarks on a column belong: its place and heading, by the mapping kept with the import. */
export const COLUMN_OF = (field: string) => `
  coalesce((select (m ->> 'column')::int from jsonb_array_elements(i.mapping) m where m ->> 'field' = any(array[${field}]) limit 1), -1),
  coalesce((select m ->> 'heading' from jsonb_array_elements(i.mapping) m where m ->> 'field' = any(array[${field}]) limit 1), '整行')`;

/** The fields this file has columns for. */
export async function carried(tx: Tx, importId: string): Promise<readonly string[]> {
  const [row] = await tx.query<{ fields: string[] }>(
    `select coalesce(array_agg(m ->> 'field') filter (where m ->> 'field' is not null), '{}') as fields from exchange.import i, jsonb_array_elements(i.mapping) m where i.id = $1`,
    [importId],
  );
  return row?.fields ?? [];
}
