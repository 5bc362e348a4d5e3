import { nationalCalendar } from '#law/calendars/index.ts';
import { CATALOGUE } from '#modules/monitoring/warnings/domain/catalogue.ts';
import { officeDays, placesOf, sweep, type SweepDeps, wageChainFacts } from '#modules/monitoring/warnings/server/index.ts';
import { systemClock } from '#platform/clock.ts';
import { national, profileOf } from '#profiles/index.ts';
import { type BenchDatabase, benchDatabase } from './support/database.ts';
import { type Figure, median, seconds, timed } from './support/figures.ts';

const PROJECTS = 12_500;
const MONTHS = 8;
const WORKERS = 5;
const CHANGES = 9;

/**
 * A full sweep of 100,000 project-months with its findings written, the recompute of their facts before it, and one changed payroll from the
 * record to the warning. The raw partner of the sweep reads the same facts and writes as many rows by one SQL statement, without deciding anything.
 */
export async function sweepBench(): Promise<readonly Figure[]> {
  const database = await benchDatabase();
  try {
    await fill(database);
    const deps: SweepDeps = {
      store: database.store,
      clock: systemClock,
      placeOf: placesOf(CATALOGUE, nationalCalendar, profileOf, national),
      days: officeDays(nationalCalendar),
      facts: wageChainFacts,
    };
    const today = systemClock.today();
    const recompute = await timed(() =>
      database.store.within({ role: 'app_job' }, (tx) => deps.facts.recompute(tx, { asOf: today, keys: 'all', minimumWageFen: null })),
    );
    await database.owner('vacuum analyze');
    const swept = await timed(() => sweep(deps, { projects: 'all', recompute: false }));
    if (swept.value.projectMonths < PROJECTS * MONTHS || swept.value.raised === 0)
      throw new Error(`the sweep saw ${swept.value.projectMonths} project-months and raised ${swept.value.raised}`);
    const written = swept.value.raised;
    const raw = await timed(() => database.owner(rawSweep(written)));
    const again = await timed(() => sweep(deps, { projects: 'all', recompute: false }));
    if (again.value.raised + again.value.changed > 0) throw new Error('sweeping twice changed something');
    const changes: number[] = [];
    const bare: number[] = [];
    for (let n = 1; n <= CHANGES; n += 1) {
      bare.push((await timed(() => database.owner(...changed(n)))).took);
      changes.push((await timed(() => sweep(deps, { projects: 'dirty' }))).took);
    }
    const months = `${(PROJECTS * MONTHS).toLocaleString('en')} project-months`;
    return [
      {
        what: `full sweep of ${months}, ${written.toLocaleString('en')} warnings with findings, steps and audit written`,
        ours: seconds(swept.took),
        raw: seconds(raw.took),
        ratio: `${(swept.took / raw.took).toFixed(1)}x`,
        bar: '<= 60 s',
        reached: swept.took <= 60,
      },
      {
        what: `the same again, nothing new`,
        ours: seconds(again.took),
        raw: seconds(raw.took),
        ratio: `${(again.took / raw.took).toFixed(1)}x`,
        bar: '',
        reached: true,
      },
      {
        what: `recompute of all facts before it (${(PROJECTS * MONTHS * WORKERS).toLocaleString('en')} worker-months)`,
        ours: seconds(recompute.took),
        raw: seconds(raw.took),
        ratio: `${(recompute.took / raw.took).toFixed(1)}x`,
        bar: '',
        reached: true,
      },
      {
        what: 'one changed payroll line to its warning, end to end',
        ours: seconds(median(changes)),
        raw: seconds(median(bare)),
        ratio: `${(median(changes) / median(bare)).toFixed(0)}x`,
        bar: '<= 0.2 s',
        reached: median(changes) <= 0.2,
      },
    ];
  } finally {
    await database.close();
  }
}

/** One SQL statement that reads every project-month and writes as many rows as the sweep wrote warnings. */
function rawSweep(rows: number): string {
  return `create table public.raw_sweep as select project_id, month, owed_fen, unpaid_heads, 'finding' as says from prevention.project_month where project_id > 0 order by project_id, month limit ${rows}`;
}

/** A worker's net pay is raised by a yuan more than was paid. */
function changed(n: number): [string, unknown[]] {
  return [
    `with line as (update prevention.payroll_line set net_fen = net_fen + 100, due_fen = due_fen + 100 where project_id = $1 and month = date '2026-09-01' and id = (
        select min(id) from prevention.payroll_line where project_id = $1 and month = date '2026-09-01') returning project_id, month)
      insert into prevention.dirty (project_id, month, why) select project_id, month, 'bench' from line`,
    [n * 1000],
  ];
}

async function fill({ owner }: BenchDatabase): Promise<void> {
  await owner("insert into prevention.enterprise (id, name) select n, '第' || n || '建设有限公司' from generate_series(1, 500) n");
  await owner(
    `insert into prevention.project (id, region_code, code, name, is_government, owner_enterprise_id, gc_enterprise_id, contract_fen, labour_share_bp, contract_signed_on, permit_on, started_on, finish_due_on, pay_day,
       account_no, account_opened_on, account_filed_on, tripartite_on, deposit_kind, deposit_fen, deposit_stored_on, wage_officer_name, wage_officer_phone, board_on, payment_guarantee_on, funds_proven_on, stated)
     select n, (select code from office.region where level = 'town' and code like '371526%' order by code offset n % 12 limit 1), 'P' || n, '安置房' || n || '标段', n % 3 = 0, n % 500 + 1, (n + 7) % 500 + 1,
       2000000000, 2500, date '2026-02-20', date '2026-03-01', date '2026-03-01', date '2027-12-31', 15, '3715' || lpad(n::text, 12, '0'), date '2026-03-05', date '2026-03-10', date '2026-03-05',
       case when n % 40 <> 0 then 'cash' end, case when n % 40 <> 0 then 60000000 end, case when n % 40 <> 0 then date '2026-03-10' end, '周守信', '13800000000', date '2026-03-02', date '2026-03-01', date '2026-02-01',
       array['depositKind','depositStoredOn','depositFen']
     from generate_series(1, ${PROJECTS}) n`,
  );
  await owner(
    `insert into prevention.project_party (project_id, enterprise_id, part) select id, gc_enterprise_id, 'general-contractor' from prevention.project`,
  );
  await owner(
    `insert into prevention.roster_entry (project_id, person_id, name, identity_mask, employer_enterprise_id, team, entered_on, contract_signed_on, contract_from, pay_kind, pay_rate_fen, card_index, card_tail, import_id)
     select p, p * ${WORKERS} + w, '工人' || w, '37*************12X', 1, '一班', date '2026-03-01', date '2026-03-01', date '2026-03-01', 'day', 30000, decode(lpad(to_hex(p * ${WORKERS} + w), 8, '0'), 'hex'), '0000', 1
     from generate_series(1, ${PROJECTS}) p, generate_series(0, ${WORKERS - 1}) w`,
  );
  const months = `generate_series(date '2026-03-01', date '2026-10-01', interval '1 month') as of_month, lateral (select of_month::date as m) month`;
  await owner(
    `insert into prevention.attendance_month (project_id, month, person_id, days, punched_days, attended_days, first_on, last_on)
     select p, m, p * ${WORKERS} + w, (1 << 26) - 1, (1 << 26) - 1, 26, m, m + 25 from generate_series(1, ${PROJECTS}) p, generate_series(0, ${WORKERS - 1}) w, ${months}`,
  );
  await owner(
    `insert into prevention.payroll_line (project_id, month, person_id, name, identity_mask, work_days, due_fen, net_fen, signed, made_on, pay_date, card_index, import_id, row_no)
     select p, m, p * ${WORKERS} + w, '工人' || w, '37*************12X', 26, 780000, 780000, true, (m + interval '1 month')::date + 4, (m + interval '1 month')::date + 14, decode(lpad(to_hex(p * ${WORKERS} + w), 8, '0'), 'hex'), 1, w
     from generate_series(1, ${PROJECTS}) p, generate_series(0, ${WORKERS - 1}) w, ${months}`,
  );
  // Every tenth project-month leaves one worker unpaid.
  await owner(
    `insert into prevention.account_flow (project_id, month, account_no, serial_no, happened_on, direction, kind, amount_fen, counterparty_name, person_id, pay_month, import_id, row_no)
     select p, (m + interval '1 month')::date, '3715', p || '-' || m || '-' || w, (m + interval '1 month')::date + 11, 'out', 'wage', 780000, '工人' || w, p * ${WORKERS} + w, m, 1, w
     from generate_series(1, ${PROJECTS}) p, generate_series(0, ${WORKERS - 1}) w, ${months} where not (w = 0 and (p + extract(month from m)::int) % 10 = 0)
     union all
     select p, m, '3715', 'in' || p || '-' || m, m + 4, 'in', 'inflow', 5000000, '建设单位', null, null, 1, 99 from generate_series(1, ${PROJECTS}) p, ${months}`,
  );
  await owner('vacuum analyze');
}
