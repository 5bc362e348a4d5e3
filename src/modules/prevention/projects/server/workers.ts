import type { Tx } from '#platform/db/index.ts';
import type { WorkerMonthRow } from '../domain/wire.ts';
import { anywhere, type Listed, pageOf, type Paging } from './paging.ts';

/** Which workers of a month, as predicates over `w`: the rows behind a finding and behind the figures of the pages. `$3` is the last day in time. */
const WHICH = {
  all: 'true',
  owed: 'w.paid_fen < w.net_fen',
  unpaid: 'w.net_fen > 0 and w.paid_fen = 0',
  short: 'w.paid_fen > 0 and w.paid_fen < w.net_fen',
  paid: 'w.paid_fen > 0',
  attended: 'w.attended_days > 0',
  'on-payroll': 'w.on_payroll',
  'absent-but-paid': 'w.attended_days = 0 and (w.on_payroll or w.paid_fen > 0)',
  'present-not-on-payroll': 'w.attended_days > 0 and not w.on_payroll',
  'off-roster': '(w.off_roster_days > 0 or (w.paid_fen > 0 and not w.on_roster))',
  'no-contract': 'w.no_contract',
  unsigned: 'w.unsigned_lines > 0',
  'shared-card': 'w.shared_card',
  'days-differ': 'w.days_differ',
  refunded: 'w.refunded_fen > 0',
  'below-minimum': 'w.below_minimum',
  late: '(w.settled_on > $3::date or (w.paid_fen < w.net_fen and $3::date < $4::date))',
  // Money that flows back moves between workers' own accounts, which none of the five files shows.
  'back-flow': 'false',
} as const;

export type WhichWorkers = keyof typeof WHICH;

export function isWhichWorkers(text: string): text is WhichWorkers {
  return Object.hasOwn(WHICH, text);
}

/** The predicate over `prevention.worker_month w` behind a list of workers; null when it needs to know the pay day. */
export function countableWorkers(which: WhichWorkers): string | null {
  return which === 'late' ? null : WHICH[which];
}

export interface WorkersFilter extends Paging {
  readonly month: string;
  readonly which: WhichWorkers;
  readonly team: string;
  readonly q: string;
  readonly person: string | null;
  /** The last day on which paying the month is in time, and today. */
  readonly payBy: string;
  readonly today: string;
}

interface Row {
  readonly person_id: string;
  readonly name: string | null;
  readonly identity_mask: string | null;
  readonly employer: string | null;
  readonly team: string | null;
  readonly job: string | null;
  readonly attended_days: number;
  readonly payroll_days: string | null;
  readonly net_fen: string;
  readonly paid_fen: string;
  readonly owed_fen: string;
  readonly last_paid_on: string | null;
  readonly signed: boolean | null;
  readonly on_roster: boolean;
  readonly on_payroll: boolean;
  readonly off_roster_days: number;
  readonly no_contract: boolean;
  readonly days_differ: boolean;
  readonly below_minimum: boolean;
  readonly card_differs: boolean;
  readonly shared_card: boolean;
  readonly two_places_days: number;
  readonly refunded_fen: string;
  readonly open_refunds: number;
  readonly settled_on: string | null;
}

/** The workers of a month with what each worked, was due, got and is still owed; those owed most first. */
export async function workersOfMonth(tx: Tx, projectId: string, filter: WorkersFilter): Promise<Listed<WorkerMonthRow>> {
  const values: unknown[] = [projectId, `${filter.month}-01`, filter.payBy, filter.today];
  const bound = (value: unknown) => `$${values.push(value)}`;
  const where: string[] = [WHICH[filter.which]];
  if (filter.person !== null) where.push(`w.person_id = ${bound(filter.person)}`);
  if (filter.team !== '') {
    const team = bound(filter.team);
    where.push(`(${team} = any (coalesce(line.teams, array[stay.team])) or (${team} = '没写班组' and coalesce(line.teams[1], stay.team) is null))`);
  }
  if (filter.q !== '') where.push(`coalesce(line.name, stay.name) ilike ${bound(anywhere(filter.q))}`);
  const listed = await pageOf<Row>(
    tx,
    `with line as (
       select person_id, min(name) as name, min(identity_mask) as identity_mask, min(job) as job, min(employer_enterprise_id) as firm_id,
         array_agg(distinct team) filter (where team <> '') as teams
       from prevention.payroll_line where project_id = $1 and month = $2 and superseded_at is null group by 1
     ), stay as (
       select distinct on (person_id) person_id, name, identity_mask, job, employer_enterprise_id as firm_id, nullif(team, '') as team
       from prevention.roster_entry where project_id = $1 and superseded_at is null order by person_id, entered_on desc
     )
     select w.*, coalesce(line.name, stay.name) as name, coalesce(line.identity_mask, stay.identity_mask) as identity_mask,
       e.name as employer, coalesce(array_to_string(line.teams, '、'), stay.team) as team, coalesce(line.job, stay.job) as job,
       greatest(w.net_fen - w.paid_fen, 0) as owed_fen, $3::date as pay_by, $4::date as today
     from prevention.worker_month w
     left join line on line.person_id = w.person_id
     left join stay on stay.person_id = w.person_id
     left join prevention.enterprise e on e.id = coalesce(line.firm_id, stay.firm_id)
     where w.project_id = $1 and w.month = $2 and ${where.join(' and ')}`,
    'owed_fen desc, name, person_id',
    values,
    filter,
  );
  return { items: listed.items.map((row) => toWire(row, filter)), total: listed.total };
}

function toWire(row: Row, filter: WorkersFilter): WorkerMonthRow {
  return {
    personId: row.person_id,
    name: row.name ?? '不在花名册和工资表上',
    identityMask: row.identity_mask ?? '',
    employer: row.employer,
    team: row.team,
    job: row.job,
    attendedDays: row.attended_days,
    payrollDays: row.payroll_days,
    netFen: row.net_fen,
    paidFen: row.paid_fen,
    owedFen: row.owed_fen,
    paidOn: row.last_paid_on,
    signed: row.signed,
    flags: flagsOf(row, filter),
  };
}

function flagsOf(row: Row, { payBy, today }: WorkersFilter): readonly string[] {
  const isPaid = row.paid_fen !== '0';
  const flags: readonly (readonly [boolean, string])[] = [
    [row.owed_fen !== '0' && payBy < today, '过了发薪日没拿齐'],
    [row.settled_on !== null && row.settled_on > payBy, '发晚了'],
    [row.open_refunds > 0, '退票没重发'],
    [row.off_roster_days > 0 || (isPaid && !row.on_roster), '不在花名册'],
    [row.no_contract, '没有合同'],
    [row.attended_days === 0 && (row.on_payroll || isPaid), '没考勤'],
    [row.attended_days > 0 && !row.on_payroll, '没上工资表'],
    [row.days_differ, '工日差 3 天以上'],
    [row.below_minimum, '低于最低工资'],
    [row.card_differs, '卡号与花名册不同'],
    [row.shared_card, '多人共用一张卡'],
    [row.two_places_days > 0, '同一天在两个项目'],
  ];
  return flags.filter(([stands]) => stands).map(([, name]) => name);
}
