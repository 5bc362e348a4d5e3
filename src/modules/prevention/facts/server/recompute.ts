import type { Tx } from '#platform/db/index.ts';
import { computeFacts, type FactsAsked, firstMonth } from './compute.ts';
import { computedColumns } from './read-facts.ts';
import { PROJECT, PROJECT_MONTH } from './shapes.ts';
import { statement } from './statement.ts';

export interface Recompute extends Omit<FactsAsked, 'projectIds'> {
  /** `dirty`: the projects that changed since the last time; `all`: everything, as the sweep of a new day must; or the projects named. */
  readonly keys: 'dirty' | 'all' | readonly string[];
}

/** Which projects have new facts; `all` stands for every one. */
export interface Recomputed {
  readonly projectIds: 'all' | readonly string[];
}

// Two recomputes of one project at once would each write what the other has not seen.
const FACTS_LOCK = 7_210_006;

/**
 * Brings the kept facts up to the records, as app_job. A change in one month can move what unlabelled payments fill in
 * others, so a project is computed whole; and one worker in two places concerns both projects.
 */
export async function recomputeFacts(tx: Tx, asked: Recompute): Promise<Recomputed> {
  await tx.query('select pg_advisory_xact_lock($1)', [FACTS_LOCK]);
  const changed = await changedProjects(tx, asked.keys);
  if (changed !== null && changed.length === 0) return { projectIds: [] };
  const from = await firstMonth(tx);
  const projectIds = changed === null ? null : await withNeighbours(tx, changed, from);
  const contractors = changed === null ? [] : await tx.query<{ gc_enterprise_id: string }>(statement('contractors'), [changed]);
  const { keys: _, ...rest } = asked;
  await computeFacts(tx, projectIds === null ? rest : { ...rest, projectIds }, from);
  for (const table of KEPT) {
    if (table.vanishes) await tx.query(removal(table), [projectIds]);
    await tx.query(upsert(table));
  }
  if (contractors.length > 0) await tx.query(statement('peers'), [contractors.map((row) => row.gc_enterprise_id), asked.asOf]);
  return { projectIds: projectIds ?? 'all' };
}

async function changedProjects(tx: Tx, keys: Recompute['keys']): Promise<readonly string[] | null> {
  if (keys !== 'dirty' && keys !== 'all') return keys;
  const marked = await tx.query<{ project_id: string }>(
    'with gone as (delete from prevention.dirty returning project_id) select distinct project_id from gone',
  );
  return keys === 'all' ? null : marked.map((row) => row.project_id);
}

/** The changed projects and those that share a worker's day with them, now or when last computed. */
async function withNeighbours(tx: Tx, changed: readonly string[], from: string | null): Promise<readonly string[]> {
  const neighbours = await tx.query<{ project_id: string }>(statement('neighbours'), [changed, from]);
  return [...new Set([...changed, ...neighbours.map((row) => row.project_id)])];
}

interface KeptTable {
  readonly table: string;
  readonly scratch: string;
  readonly key: readonly string[];
  readonly columns: readonly string[];
  /** Rows go when their records go; a project's own row stays. */
  readonly vanishes: boolean;
}

const THROUGH = ['attendance_through', 'payroll_through', 'flows_through'];

const KEPT: readonly KeptTable[] = [
  {
    table: 'worker_month',
    scratch: 'fact_worker',
    key: ['project_id', 'month', 'person_id'],
    columns: [
      'on_roster',
      'attended_days',
      'payroll_days',
      'due_fen',
      'net_fen',
      'paid_fen',
      'refunded_fen',
      'first_paid_on',
      'settled_on',
      'signed',
      'contract_signed_on',
      'card_differs',
      'shared_card',
      'two_places_days',
      'longest_run',
      'no_contract',
      'days_differ',
      'below_minimum',
      'entered_on',
      'left_on',
      'on_payroll',
      'unsigned_lines',
      'off_roster_days',
      'last_paid_on',
      'open_refunds',
    ],
    vanishes: true,
  },
  {
    table: 'project_month',
    scratch: 'fact_project_month',
    key: ['project_id', 'month'],
    columns: computedColumns(PROJECT_MONTH).filter((column) => column !== 'month' && !THROUGH.includes(column)),
    vanishes: true,
  },
  {
    table: 'project_fact',
    scratch: 'fact_project',
    key: ['project_id'],
    columns: ['gc_enterprise_id', ...computedColumns(PROJECT), 'roster_arrived_on', 'attendance_arrived_on', 'payroll_arrived_on', 'flows_arrived_on'],
    vanishes: false,
  },
];

function removal({ table, scratch, key }: KeptTable): string {
  const same = key.map((column) => `n.${column} = h.${column}`).join(' and ');
  return `delete from prevention.${table} h where ($1::bigint[] is null or h.project_id = any ($1)) and not exists (select from ${scratch} n where ${same})`;
}

/** Writes only rows that say something new: a nightly recompute of an unchanged county leaves no dead rows behind. */
function upsert({ table, scratch, key, columns }: KeptTable): string {
  const all = [...key, ...columns];
  const of = (alias: string) => columns.map((column) => `${alias}.${column}`).join(', ');
  return `insert into prevention.${table} as held (${all.join(', ')}) select ${all.join(', ')} from ${scratch}
    on conflict (${key.join(', ')}) do update set ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}, facts_at = now()
    where (${of('held')}) is distinct from (${of('excluded')})`;
}
