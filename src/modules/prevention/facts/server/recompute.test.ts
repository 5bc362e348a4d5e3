import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { civilDate, civilMonth } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/db/index.ts';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/database.ts';
import { markDirty, readFacts, recomputeFacts } from './index.ts';
import { gathered, type Records, recordsIn } from '../../../../../test/support/records.ts';

const TODAY = civilDate('2026-07-20');
const MONTHS = ['2026-04', '2026-05', '2026-06'].map(civilMonth);
let db: FreshDatabase;
let records: Records;

beforeAll(async () => {
  db = await freshDatabase();
  records = await recordsIn(db);
  for (const project of [1, 2, 3]) await records.project(project, { gc_enterprise_id: project < 3 ? 1 : 2 });
  await db.owner(`insert into prevention.enterprise (id, name) values (3, '总包3') on conflict do nothing`);
});
afterAll(() => db.drop());

/** One thing an office does in a day: small places, so that acts meet. */
const act = fc.record({
  what: fc.constantFrom(
    'payroll',
    'correct-payroll',
    'pay',
    'pay-unnamed',
    'pay-unnamed',
    'refund',
    'refund',
    'undo-flow',
    'sheet',
    'undo-sheet',
    'enter',
    'leave',
    'card',
    'contractor',
    'inflow',
    'statement',
    'undo-statement',
    'grid',
  ),
  project: fc.integer({ min: 1, max: 3 }),
  person: fc.integer({ min: 1, max: 3 }),
  month: fc.constantFrom(...MONTHS),
  yuan: fc.constantFrom(1000, 2000),
  day: fc.integer({ min: 1, max: 28 }),
  bits: fc.integer({ min: 1, max: 2 ** 28 - 1 }),
});
type Act = ReturnType<(typeof act)['generate']>['value'];

const SQL = {
  line: `update prevention.payroll_line set superseded_at = now() where project_id = $1 and month = $2 and person_id = $3 and superseded_at is null`,
  sheet: `update prevention.attendance_sheet set superseded_at = now() where project_id = $1 and month = $2 and person_id = $3 and superseded_at is null`,
  flow: `update prevention.account_flow set undone_at = now() where project_id = $1 and person_id = $2 and month >= $3 and undone_at is null`,
  stay: `update prevention.roster_entry set superseded_at = now() where project_id = $1 and person_id = $2 and superseded_at is null`,
};

/** Projects whose statements speak for later days than their last movement. */
const BEYOND_RECORDS = `select from prevention.project_fact p where flows_through > coalesce((select max(happened_on) from prevention.account_flow f where f.project_id = p.project_id and undone_at is null), '-infinity')`;

async function carryOut(one: Act): Promise<void> {
  const { project, person, month, yuan } = one;
  const first = `${month}-01`;
  const paidOn = `2026-0${Number(month.slice(6)) + 1}-${String(one.day).padStart(2, '0')}`;
  switch (one.what) {
    case 'payroll':
    case 'correct-payroll':
      await db.owner(SQL.line, [project, first, person]);
      await records.payroll(project, person, month, yuan, { made_on: paidOn, card_index: `card ${person % 3}` });
      break;
    case 'pay':
      await records.flow(project, 'wage', paidOn, yuan, { person_id: person, for: month });
      break;
    case 'pay-unnamed':
      await records.flow(project, 'wage', paidOn, yuan, { person_id: person });
      break;
    case 'refund':
      await records.flow(project, 'refund', paidOn, yuan, { person_id: person });
      break;
    case 'inflow':
      await records.flow(project, 'inflow', paidOn, yuan, { balance_fen: yuan * 100 });
      break;
    case 'undo-flow':
      await db.owner(SQL.flow, [project, person, first]);
      break;
    case 'sheet':
    case 'undo-sheet':
      await db.owner(SQL.sheet, [project, first, person]);
      if (one.what === 'sheet')
        await db.owner(
          `insert into prevention.attendance_sheet (project_id, month, person_id, full_days, half_days, import_id) values ($1, $2, $3, $4, 0, 1)`,
          [project, first, person, one.bits],
        );
      await records.summarise(project, month);
      break;
    case 'enter':
    case 'leave':
    case 'card':
      await db.owner(SQL.stay, [project, person]);
      await records.roster(project, person, {
        entered_on: first,
        left_on: one.what === 'leave' ? paidOn : null,
        card_index: `card ${one.what === 'card' ? 0 : person}`,
        phone_index: `phone ${yuan}`,
      });
      break;
    case 'statement':
      await records.covers(project, 'flows', first, paidOn);
      break;
    case 'grid':
      await records.covers(project, 'attendance', first, `${month}-28`);
      break;
    case 'undo-statement':
      await db.owner('update prevention.coverage set undone_at = now() where project_id = $1 and through_on >= $2 and undone_at is null', [project, first]);
      break;
    case 'contractor':
      await db.owner('update prevention.project set gc_enterprise_id = $2 where id = $1', [project, (person % 3) + 1]);
      break;
  }
  await db.store.within({ role: 'app_job' }, (tx) => markDirty(tx, [{ projectId: String(project), month }], one.what));
}

async function everything(tx: Tx, from: 'kept' | 'records') {
  const facts = await readFacts(tx, { asOf: TODAY, from });
  return {
    projects: await gathered(facts.projects()),
    months: await gathered(facts.projectMonths()),
    workers: await gathered(facts.workerMonths()),
    feeds: await gathered(facts.feeds()),
  };
}

describe('只重算变动的项目', () => {
  it('每次的结果与全部重算一致', { timeout: 120_000 }, async () => {
    await db.store.within({ role: 'app_job' }, (tx) => recomputeFacts(tx, { asOf: TODAY, keys: 'all' }));
    const met = { covered: 0, inTwoPlaces: 0, owed: 0, settled: 0, refunded: 0, openRefunds: 0 };
    const acts = fc.sample(act, { seed: 20_260_720, numRuns: 150 });
    for (const [index, one] of acts.entries()) {
      await carryOut(one);
      if (index % 3 !== 2) continue;
      const { kept, oracle } = await db.store.within({ role: 'app_job' }, async (tx) => {
        await recomputeFacts(tx, { asOf: TODAY, keys: 'dirty' });
        return { kept: await everything(tx, 'kept'), oracle: await everything(tx, 'records') };
      });
      expect(kept, `after ${index + 1} acts`).toEqual(oracle);
      met.covered += await db.owner(BEYOND_RECORDS).then((rows) => rows.length);
      met.inTwoPlaces += kept.workers.filter((worker) => worker.twoPlacesDays > 0).length;
      met.owed += kept.workers.filter((worker) => worker.paidFen > 0n && worker.paidFen < worker.netFen).length;
      met.settled += kept.workers.filter((worker) => worker.settledOn !== null).length;
      met.refunded += kept.workers.filter((worker) => worker.refundedFen > 0n).length;
      met.openRefunds += kept.months.filter((month) => month.openRefunds > 0).length;
    }
    // The acts met each other: otherwise the test above has shown nothing.
    for (const times of Object.values(met)) expect(times).toBeGreaterThan(0);
  });

  it('付得越多，欠得不会越多；导入的先后不影响结果', async () => {
    const before = (await records.at(TODAY)).months;
    await records.flow(1, 'wage', '2026-07-19', 500, { person_id: 1 });
    await records.flow(1, 'wage', '2026-07-18', 700, { person_id: 2, for: '2026-06' });
    const after = (await records.at(TODAY)).months;
    for (const month of before) {
      const same = after.find((row) => row.projectId === month.projectId && row.month === month.month);
      expect(same !== undefined && same.owedFen <= month.owedFen).toBe(true);
    }
  });

  it('没有变动就不写，变动记号用过就没有', async () => {
    await db.store.within({ role: 'app_job' }, async (tx) => {
      await recomputeFacts(tx, { asOf: TODAY, keys: 'all' });
      const [{ at } = { at: '' }] = await tx.query<{ at: string }>('select max(xmin::text::bigint)::text as at from prevention.worker_month');
      expect(await recomputeFacts(tx, { asOf: TODAY, keys: 'dirty' })).toEqual({ projectIds: [] });
      await recomputeFacts(tx, { asOf: TODAY, keys: 'all' });
      expect(await tx.query('select max(xmin::text::bigint)::text as at from prevention.worker_month')).toEqual([{ at }]);
    });
  });
});
