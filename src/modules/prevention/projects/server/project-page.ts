import { addDays, type CivilDate, type CivilMonth, daysBetween, lastOfMonth, monthOf, nextMonth, shiftMonth } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import { payDate } from '#law/calendars/index.ts';
import type { ProjectFacts, ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { readFacts } from '#modules/prevention/facts/server/index.ts';
import type { Tx } from '#platform/db/index.ts';
import { STOP_NAMES, type Stop, wasEverybodyPaid, whereMoneyStopped } from '../domain/money-stop.ts';
import type { MoneyStop, MonthRow, ProjectPage } from '../domain/wire.ts';
import { completenessOf, ledgerLines } from './ledger-lines.ts';
import type { ProjectRoutes } from './ports.ts';
import { findProject } from './project-list.ts';

/** The page that answers 「是不是都发了？钱停在哪一步」; undefined outside the reader's scope. */
export async function projectPage(tx: Tx, projectId: string, ports: ProjectRoutes): Promise<ProjectPage | undefined> {
  const on = ports.clock.today();
  const project = await findProject(tx, projectId, ports);
  if (project === undefined) return undefined;
  const { facts, months } = await factsOf(tx, projectId, on);
  const payDay = facts?.payDay ?? ports.usualPayDay(project.regionCode);
  const stops = months.map((month, index) => stopOf(month, months.slice(index), facts, payBy(month.month, payDay, ports), on));
  const answer = wasEverybodyPaid(stops);
  const shown = answer.stop?.month ?? months.at(-1)?.month ?? null;
  return {
    project,
    answer: { paid: answer.paid, says: answer.says, stop: answer.stop === null ? null : stopToWire(answer.stop) },
    ledger: facts === null ? [] : ledgerLines(facts, ports.overdueCells(facts, project.regionCode, on)),
    chain: { owner: project.ownerName, generalContractor: project.gcName, subcontractors: await chainOf(tx, projectId, shown, project.gcName) },
    months: months.map((month, index) => monthRow(month, stops[index], payBy(month.month, payDay, ports))),
    account: await accountOf(tx, projectId, facts),
    completeness: facts === null ? { score: 0, missing: [] } : completenessOf(facts),
    freshness: facts === null ? [] : freshnessOf(facts, payDay, on),
  };
}

async function factsOf(
  tx: Tx,
  projectId: string,
  on: CivilDate,
): Promise<{ readonly facts: ProjectFacts | null; readonly months: readonly ProjectMonthFacts[] }> {
  const reading = await readFacts(tx, { asOf: on, projectIds: [projectId], from: 'kept' });
  let facts: ProjectFacts | null = null;
  for await (const batch of reading.projects()) facts = batch[0] ?? facts;
  const months: ProjectMonthFacts[] = [];
  for await (const batch of reading.projectMonths()) months.push(...batch);
  return { facts, months };
}

function payBy(month: CivilMonth, payDay: number, { calendar }: ProjectRoutes): CivilDate {
  return payDate(nextMonth(month), payDay, calendar).due;
}

function stopOf(month: ProjectMonthFacts, since: readonly ProjectMonthFacts[], facts: ProjectFacts | null, by: CivilDate, on: CivilDate): Stop {
  const inflowSinceFen = fen(since.reduce((sum, row) => sum + row.inflowFen, 0n));
  return whereMoneyStopped(
    { ...month, inflowSinceFen, balanceFen: facts?.accountBalanceFen ?? null, flowsThrough: facts?.flowsThrough ?? null, payBy: by },
    on,
  );
}

function stopToWire(stop: Stop): MoneyStop {
  return { month: stop.month, at: stop.at, says: stop.says };
}

/** Due on the wire is what must reach the workers (实发), so that due less paid is what is owed. */
function monthRow(month: ProjectMonthFacts, stop: Stop | undefined, by: CivilDate): MonthRow {
  if (stop === undefined) throw new Error('every month has a stop');
  return {
    month: month.month,
    attendedHeads: month.attendedHeads,
    payrollHeads: month.payrollHeads,
    paidHeads: month.paidHeads,
    dueFen: String(month.payrollNetFen),
    inflowFen: String(month.inflowFen),
    paidFen: String(month.paidFen),
    owedFen: String(month.owedFen),
    owedPeople: month.unpaidHeads + month.shortHeads,
    payBy: by,
    settledOn: month.settledOn,
    stateName: stop.at === 'paid' || stop.late || stop.at === 'no-attendance' ? STOP_NAMES[stop.at] : '没到发薪日',
    stop: stopToWire(stop),
  };
}

interface TeamRow {
  readonly firm: string;
  readonly team: string | null;
  readonly people: number;
  readonly due_fen: string;
  readonly paid_fen: string;
  readonly owed_fen: string;
  readonly owed_people: number;
}

/**
 * Who owes whom in a month, by firm and team. Interpretation: a worker on the payrolls of two teams stands with the team
 * that owes the larger net pay; one on no payroll stands where the roster has him.
 */
async function chainOf(tx: Tx, projectId: string, month: string | null, generalContractor: string): Promise<ProjectPage['chain']['subcontractors']> {
  const rows = await tx.query<TeamRow>(
    `with line as (
       select distinct on (person_id) person_id, employer_enterprise_id, nullif(team, '') as team from prevention.payroll_line
       where project_id = $1 and month = $2 and superseded_at is null order by person_id, net_fen desc, id
     ), stay as (
       select distinct on (person_id) person_id, employer_enterprise_id, nullif(team, '') as team from prevention.roster_entry
       where project_id = $1 and superseded_at is null order by person_id, entered_on desc
     ), worker as (
       select w.person_id, coalesce(line.employer_enterprise_id, stay.employer_enterprise_id) as firm_id, coalesce(line.team, stay.team) as team, w.net_fen, w.paid_fen
       from prevention.worker_month w left join line using (person_id) left join stay using (person_id)
       where w.project_id = $1 and w.month = $2
     ), firm as (
       select coalesce(e.name, $3) as firm, w.team, count(*)::int as people, sum(net_fen)::bigint as due_fen, sum(paid_fen)::bigint as paid_fen,
         sum(greatest(net_fen - paid_fen, 0))::bigint as owed_fen, count(*) filter (where paid_fen < net_fen)::int as owed_people
       from worker w left join prevention.enterprise e on e.id = w.firm_id group by 1, 2
     )
     select * from firm
     union all
     select e.name, null, 0, 0, 0, 0, 0 from prevention.project_party p join prevention.enterprise e on e.id = p.enterprise_id
     where p.project_id = $1 and p.part = 'subcontractor' and e.name not in (select firm from firm)
     order by firm, team nulls last`,
    [projectId, month === null ? null : `${month}-01`, generalContractor],
  );
  const firms = new Map<string, TeamRow[]>();
  for (const row of rows) firms.set(row.firm, [...(firms.get(row.firm) ?? []), row]);
  return [...firms].map(([name, teams]) => ({
    name,
    owedFen: String(teams.reduce((sum, team) => sum + BigInt(team.owed_fen), 0n)),
    owedPeople: teams.reduce((sum, team) => sum + team.owed_people, 0),
    teams: teams
      .filter((team) => team.people > 0)
      .map((team) => ({
        name: team.team ?? '没写班组',
        people: team.people,
        dueFen: team.due_fen,
        paidFen: team.paid_fen,
        owedFen: team.owed_fen,
        owedPeople: team.owed_people,
      })),
  }));
}

async function accountOf(tx: Tx, projectId: string, facts: ProjectFacts | null): Promise<ProjectPage['account']> {
  const [row] = await tx.query<{ account_no: string | null; account_bank: string | null }>(
    'select account_no, account_bank from prevention.project where id = $1',
    [projectId],
  );
  return {
    no: row?.account_no ?? null,
    bank: row?.account_bank ?? null,
    balanceFen: facts?.accountBalanceFen == null ? null : String(facts.accountBalanceFen),
    through: facts?.flowsThrough ?? null,
  };
}

/** Attendance comes daily; a roster stands until it changes; statements and payrolls come once a month. */
const SILENT_ATTENDANCE_DAYS = 3;
const SILENT_FLOWS_DAYS = 31;

function freshnessOf(facts: ProjectFacts, payDay: number, on: CivilDate): ProjectPage['freshness'] {
  const isBuilding = facts.state === 'building';
  const silent = (through: CivilDate | null, days: number) => isBuilding && (through === null || daysBetween(through, on) > days);
  // The payroll of the month before is expected by this month's payday.
  const expected = shiftMonth(monthOf(addDays(on, -payDay)), -1);
  const payroll = facts.payrollThrough;
  return [
    { feed: 'roster', name: '花名册', through: facts.rosterThrough, stale: isBuilding && facts.rosterThrough === null },
    { feed: 'attendance', name: '考勤', through: facts.attendanceThrough, stale: silent(facts.attendanceThrough, SILENT_ATTENDANCE_DAYS) },
    { feed: 'payroll', name: '工资表', through: payroll === null ? null : lastOfMonth(payroll), stale: isBuilding && (payroll === null || payroll < expected) },
    { feed: 'flows', name: '专户流水', through: facts.flowsThrough, stale: silent(facts.flowsThrough, SILENT_FLOWS_DAYS) },
  ];
}
