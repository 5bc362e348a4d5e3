import type { FeedFacts, ProjectFacts, ProjectMonthFacts, WorkerMonthFacts } from '../domain/index.ts';
import type { Tx } from '#platform/db/index.ts';
import { computeFacts, type FactsAsked } from './compute.ts';
import { columnOf, fieldsOf, rowReader, type Shape } from './shape.ts';
import { FEED, PROJECT, PROJECT_MONTH, WORKER_MONTH } from './shapes.ts';
import { statement } from './statement.ts';

export interface FactsWanted extends FactsAsked {
  /**
   * `kept`: what the last recompute left in the store, for today. `records`: computed now from the records that had happened
   * by `asOf`, stored nowhere: for past days and for the oracle that the kept facts must equal.
   */
  readonly from: 'kept' | 'records';
}

/** Fact rows in batches, so that a province needs no more memory than a county. To be read inside the transaction, one after the other. */
export interface FactReading {
  projects(): AsyncIterable<readonly ProjectFacts[]>;
  projectMonths(): AsyncIterable<readonly ProjectMonthFacts[]>;
  workerMonths(): AsyncIterable<readonly WorkerMonthFacts[]>;
  feeds(): AsyncIterable<readonly FeedFacts[]>;
}

// Small enough to hold, large enough that the round trip does not count.
const ROWS_A_BATCH = 2000;
let cursors = 0;

/** The facts as of a day, typed. Runs as app_job. Rows come by project, then month. */
export async function readFacts(tx: Tx, wanted: FactsWanted): Promise<FactReading> {
  if (wanted.from === 'records') await computeFacts(tx, wanted);
  const kept = wanted.from === 'kept';
  const ledger = `(${statement('ledger')}) l`;
  const values = [wanted.asOf, wanted.projectIds ?? null];
  const inScope = (alias: string) => `($2::bigint[] is null or ${alias}.project_id = any ($2))`;
  const project = kept ? 'prevention.project_fact' : 'fact_project';
  return {
    projects: () =>
      batches(
        tx,
        PROJECT,
        `select ${columns(PROJECT, 'x')} from (select l.*, ${without('f', PROJECT, LEDGER)} from ${project} f join ${ledger} using (project_id)) x order by project_id`,
        values,
      ),
    projectMonths: () =>
      batches(
        tx,
        PROJECT_MONTH,
        `select ${columns(PROJECT_MONTH, 'x')} from (
           select l.*, ${without('f', PROJECT_MONTH, [...LEDGER, 'attendanceThrough', 'payrollThrough', 'flowsThrough'])}, p.attendance_through, p.payroll_through, p.flows_through
           from ${kept ? 'prevention.project_month' : 'fact_project_month'} f join ${project} p using (project_id) join ${ledger} using (project_id)
         ) x where ${inScope('x')} order by project_id, month`,
        values,
      ),
    workerMonths: () =>
      batches(
        tx,
        WORKER_MONTH,
        `select ${columns(WORKER_MONTH, 'f')} from ${kept ? 'prevention.worker_month' : 'fact_worker'} f where f.month <= $1 and ${inScope('f')} order by project_id, month, person_id`,
        values,
      ),
    feeds: () =>
      batches(
        tx,
        FEED,
        `select ${columns(FEED, 'x')} from (
           select l.*, feed.*, null::text as appid, null::text as app_name, false as app_is_bank from ${project} f join ${ledger} using (project_id) cross join lateral (values
             ('roster', f.roster_through, f.roster_arrived_on), ('attendance', f.attendance_through, f.attendance_arrived_on),
             ('payroll', (f.payroll_through + interval '1 month')::date - 1, f.payroll_arrived_on), ('flows', f.flows_through, f.flows_arrived_on)
           ) as feed(feed, through_on, arrived_on)
           union all
           select l.*, 'app', m.day, m.day, a.appid, a.name, a.channel = 'bank' from ${project} f join ${ledger} using (project_id)
             join exchange.app a on a.project_id = f.project_id and a.disabled_at is null
               and (a.channel in ('real-name','bank') or a.channel = 'open-api' and 'records:write' = any (a.scopes))
             cross join lateral (select (m.at at time zone 'Asia/Shanghai')::date as day from exchange.message m
               where m.appid = a.appid and m.direction = 'in' and m.outcome = 'ok' and m.records > 0 and m.at < ($1::date + 1)::timestamp at time zone 'Asia/Shanghai'
               order by m.id desc limit 1) m
         ) x order by project_id, feed, appid`,
        values,
      ),
  };
}

/** Fields that the ledger states and the fact tables do not hold. */
const LEDGER: readonly string[] = [
  'projectId',
  'projectName',
  'generalContractorName',
  'ownerName',
  'state',
  'isGovernment',
  'industry',
  'contractFen',
  'labourShareBp',
  'labourMonthlyFen',
  'contractSignedOn',
  'permitOn',
  'startedOn',
  'finishDueOn',
  'finishedOn',
  'pausedFrom',
  'pausedUntil',
  'payDay',
  'paymentGuaranteeOn',
  'paymentGuaranteeUntil',
  'fundsProvenOn',
  'wageOfficerName',
  'wageOfficerPhone',
  'boardOn',
  'commitmentOn',
  'accountNo',
  'accountName',
  'accountOpenedOn',
  'accountFiledOn',
  'tripartiteOn',
  'accountClosedOn',
  'closingNoticeOn',
  'depositKind',
  'depositFen',
  'depositStoredOn',
  'depositGuaranteeUntil',
  'stated',
];

/** What the scratch and the kept tables hold of a fact row. */
export function computedColumns<Row>(shape: Shape<Row>, besides: readonly string[] = LEDGER): readonly string[] {
  return fieldsOf(shape)
    .filter((field) => !besides.includes(field))
    .map(columnOf);
}

function without<Row>(alias: string, shape: Shape<Row>, besides: readonly string[]): string {
  return computedColumns(shape, besides)
    .map((column) => `${alias}.${column}`)
    .join(', ');
}

function columns<Row>(shape: Shape<Row>, alias: string): string {
  return fieldsOf(shape)
    .map((field) => `${alias}.${columnOf(field)}`)
    .join(', ');
}

async function* batches<Row>(tx: Tx, shape: Shape<Row>, query: string, values: readonly unknown[]): AsyncIterable<readonly Row[]> {
  const read = rowReader(shape);
  cursors += 1;
  const name = `facts_${cursors}`;
  await tx.query(`declare ${name} no scroll cursor for ${query}`, values);
  for (;;) {
    const { rows } = await tx.client.query<unknown[]>({ text: `fetch ${ROWS_A_BATCH} from ${name}`, rowMode: 'array' });
    if (rows.length > 0) yield rows.map(read);
    if (rows.length < ROWS_A_BATCH) break;
  }
  await tx.query(`close ${name}`);
}
