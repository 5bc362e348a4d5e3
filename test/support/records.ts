import type { CivilDate } from '#kernel/civil-date.ts';
import type { ProjectFacts, ProjectMonthFacts, WorkerMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type FactsAsked, readFacts, rebuildAttendanceMonth } from '#modules/prevention/facts/server/index.ts';
import type { FreshDatabase } from './database.ts';

/** Lays out records for tests in few words. Money in yuan, months as `2026-06`; what is not said has an everyday value. */
export interface Records {
  project(id: number, columns?: Readonly<Record<string, unknown>>): Promise<void>;
  roster(project: number, person: number, columns?: Readonly<Record<string, unknown>>): Promise<void>;
  /** A month grid: the days attended, half days behind. */
  sheet(project: number, person: number, month: string, days: readonly number[], halfDays?: readonly number[]): Promise<void>;
  punches(project: number, person: number, ...moments: readonly string[]): Promise<void>;
  payroll(project: number, person: number, month: string, netYuan: number, columns?: Readonly<Record<string, unknown>>): Promise<void>;
  flow(project: number, kind: string, on: string, yuan: number, columns?: Readonly<Record<string, unknown>>): Promise<void>;
  /** That a file speaks for these days, whatever rows it held. */
  covers(project: number, feed: 'attendance' | 'flows', from: string, through: string, columns?: Readonly<Record<string, unknown>>): Promise<void>;
  /** Brings the attendance summary up, as an import does at its end. */
  summarise(project: number, month: string): Promise<void>;
  at(asOf: string, asked?: Partial<FactsAsked>): Promise<FactsAt>;
}

export interface FactsAt {
  project(id: number): ProjectFacts;
  month(project: number, month: string): ProjectMonthFacts;
  worker(project: number, month: string, person: number): WorkerMonthFacts;
  readonly months: readonly ProjectMonthFacts[];
  readonly workers: readonly WorkerMonthFacts[];
}

export function days(from: number, until: number): readonly number[] {
  return Array.from({ length: until - from + 1 }, (_, index) => from + index);
}

export async function recordsIn(database: FreshDatabase): Promise<Records> {
  let serial = 0;
  await database.owner(
    `insert into office.region (code, name, level) values ('37','山东省','province'),('3715','聊城市','prefecture'),('371526','高唐县','county'),('371526001','鱼邱湖街道','town') on conflict do nothing`,
  );
  const insert = async (table: string, row: Readonly<Record<string, unknown>>) => {
    const names = Object.keys(row);
    await database.owner(
      `insert into prevention.${table} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(row),
    );
  };
  const bits = (set: readonly number[]) => set.reduce((mask, day) => mask | (1 << (day - 1)), 0);
  const records: Records = {
    async project(id, columns = {}) {
      const contractor = Number(columns['gc_enterprise_id'] ?? 1);
      await database.owner('insert into prevention.enterprise (id, name) values ($1, $2) on conflict do nothing', [contractor, `总包${contractor}`]);
      await insert('project', {
        id,
        region_code: '371526001',
        code: `P${id}`,
        name: `项目${id}`,
        gc_enterprise_id: contractor,
        started_on: '2026-01-01',
        pay_day: 15,
        recorded_at: '2026-01-01',
        ...columns,
      });
    },
    roster: (project, person, columns = {}) =>
      insert('roster_entry', {
        project_id: project,
        person_id: person,
        name: `工人${person}`,
        identity_mask: '37*************12X',
        entered_on: '2026-01-01',
        contract_signed_on: '2026-01-01',
        card_index: `card ${project} ${person}`,
        card_tail: '1234',
        import_id: 1,
        recorded_at: '2026-01-02',
        ...columns,
      }),
    sheet: (project, person, month, whole, half = []) =>
      insert('attendance_sheet', {
        project_id: project,
        month: `${month}-01`,
        person_id: person,
        full_days: bits(whole),
        half_days: bits(half),
        import_id: 1,
        recorded_at: '2026-01-03',
      }),
    async punches(project, person, ...moments) {
      for (const moment of moments) {
        await insert('punch', { project_id: project, month: `${moment.slice(0, 7)}-01`, person_id: person, happened_at: moment, source: 'gate', import_id: 1 });
      }
    },
    async payroll(project, person, month, netYuan, columns = {}) {
      const next = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 5)).toISOString().slice(0, 10);
      serial += 1;
      await insert('payroll_line', {
        project_id: project,
        month: `${month}-01`,
        person_id: person,
        name: `工人${person}`,
        identity_mask: '37*************12X',
        due_fen: netYuan * 100,
        net_fen: netYuan * 100,
        made_on: next,
        import_id: 1,
        row_no: serial,
        recorded_at: next,
        ...columns,
      });
    },
    async flow(project, kind, on, yuan, columns = {}) {
      serial += 1;
      const incoming = kind === 'inflow' || kind === 'refund' || kind === 'interest';
      const { for: payMonth, ...rest } = columns;
      await insert('account_flow', {
        project_id: project,
        month: `${on.slice(0, 7)}-01`,
        account_no: `account ${project}`,
        serial_no: `S${serial}`,
        happened_on: on,
        direction: incoming ? 'in' : 'out',
        kind,
        amount_fen: yuan * 100,
        import_id: 1,
        row_no: serial,
        recorded_at: on,
        pay_month: payMonth === undefined ? null : `${String(payMonth)}-01`,
        ...rest,
      });
    },
    covers: (project, feed, from, through, columns = {}) =>
      insert('coverage', { project_id: project, feed, from_on: from, through_on: through, import_id: 1, recorded_at: through, ...columns }),
    summarise: (project, month) =>
      database.store.within({ role: 'app_ingest', projectIds: [String(project)] }, (tx) =>
        rebuildAttendanceMonth(tx, [{ projectId: String(project), month: month as never }]),
      ),
    async at(asOf, asked = {}) {
      return database.store.within({ role: 'app_job' }, async (tx) => {
        const facts = await readFacts(tx, { asOf: asOf as CivilDate, from: 'records', ...asked });
        const projects = await gathered(facts.projects());
        const months = await gathered(facts.projectMonths());
        const workers = await gathered(facts.workerMonths());
        return {
          months,
          workers,
          project: (id) => found(projects.find((row) => row.projectId === String(id))),
          month: (project, month) => found(months.find((row) => row.projectId === String(project) && row.month === month)),
          worker: (project, month, person) =>
            found(workers.find((row) => row.projectId === String(project) && row.month === month && row.personId === String(person))),
        };
      });
    },
  };
  return records;
}

export async function gathered<Row>(batches: AsyncIterable<readonly Row[]>): Promise<readonly Row[]> {
  const all: Row[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
}

function found<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Error('no such fact row');
  return row;
}
