import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Sender } from '#modules/prevention/imports/server/index.ts';
import type { Tx } from '#platform/db/index.ts';
import { type ExportedKind, type ExportView, overQuota, type WorkbookKind } from '../domain/index.ts';

/** One taking as the book of exports keeps it. */
export interface Booked {
  readonly id: string;
  readonly kind: ExportedKind;
  readonly project_id: string | null;
  readonly project_name: string | null;
  readonly month: string | null;
  readonly purpose: string;
  readonly whole: boolean;
  readonly is_form: boolean;
  readonly state: ExportView['state'];
  readonly rows: string;
  readonly asked_at: Date;
}

export type BookedForm = Booked & { readonly kind: WorkbookKind };

export function isOfForm(row: Booked): row is BookedForm {
  return row.kind !== 'abroad';
}

export interface Taking {
  readonly kind: ExportedKind;
  readonly projectId: string | null;
  readonly projectName: string | null;
  readonly month: string | null;
  readonly purpose: string;
  readonly whole: boolean;
  readonly isForm: boolean;
  /** Whose whole numbers may be in it. */
  readonly people: number;
  /** `done` for what is given out in the same answer. */
  readonly state: 'asked' | 'done';
  readonly rows?: number;
}

/** Enters one taking into the book of exports, in the transaction of whoever takes; refused when the person's hour is used up. Forms and files abroad count alike. */
export async function bookExport(tx: Tx, by: Sender, taking: Taking): Promise<Result<Booked>> {
  // One at a time for a person, on all processes: two at once would each find the other not counted.
  await tx.query('select pg_advisory_xact_lock(7210018, ($1::bigint % 2147483647)::int)', [by.accountId]);
  const [taken] = await tx.query<{ exports: number; whole: number; people: number }>(
    `select count(*)::int as exports, count(*) filter (where whole)::int as whole, coalesce(sum(people) filter (where whole), 0)::int as people
     from exchange.export where account_id = $1 and asked_at > now() - interval '1 hour'`,
    [by.accountId],
  );
  const over = overQuota(taken ?? { exports: 0, whole: 0, people: 0 }, taking);
  if (over !== null) return refuse(over);
  const [row] = await tx.query<Booked>(
    `insert into exchange.export (kind, account_id, account_name, account_role, region_code, enterprise_id, project_id, project_name, month, purpose, whole, is_form, people, state, rows, ended_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, case when $14 = 'done' then now() end) returning *`,
    [
      taking.kind,
      by.accountId,
      by.name,
      by.role,
      by.regionCode,
      by.enterpriseId,
      taking.projectId,
      taking.projectName,
      taking.month === null ? null : `${taking.month}-01`,
      taking.purpose,
      taking.whole,
      taking.isForm,
      taking.people,
      taking.state,
      taking.rows ?? 0,
    ],
  );
  if (row === undefined) throw new Error('an export was not kept');
  return ok(row);
}
