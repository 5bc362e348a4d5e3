import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recomputeFacts, settleAttendance } from '#modules/prevention/facts/server/index.ts';
import type { Imports } from '#modules/prevention/imports/server/index.ts';
import { csv, identityOf, LEDGER, layOut, OFFICIAL, open, rosterFile, TODAY } from '#modules/prevention/imports/server/test-files.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { fixedClock } from '#platform/clock.ts';
import { freshKeys, openVault } from '#platform/vault/index.ts';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/database.ts';
import { type GivenPunch, type PersonMemory, takePunches } from './index.ts';

const KEYS = freshKeys();
const VAULT = openVault(KEYS);
const NOW = fixedClock(TODAY, '20:00').now();

interface Side {
  readonly db: FreshDatabase;
  readonly imports: Imports;
  readonly project: string;
  readonly memory: PersonMemory;
}

async function side(): Promise<Side> {
  const db = await freshDatabase();
  await layOut(db);
  const imports = open(db, KEYS);
  await file(imports, LEDGER);
  await file(imports, rosterFile(20));
  const [project] = await db.owner<{ id: string }>("select id from prevention.project where name = '锦绣城一期'");
  return { db, imports, project: project?.id ?? '', memory: new Map() };
}

async function file(imports: Imports, content: Buffer): Promise<string> {
  const received = await imports.upload(OFFICIAL, { name: '表.csv', content, kind: null, projectId: null });
  if (!received.ok) throw new Error(received.refusal.says);
  await imports.settled();
  const confirmed = await imports.confirm(OFFICIAL, received.value.id, false);
  if (!confirmed.ok) throw new Error(confirmed.refusal.says);
  await imports.settled();
  return received.value.id;
}

function take({ db, project, memory }: Side, punches: readonly GivenPunch[], now = NOW) {
  return db.store.within({ role: 'app_ingest', projectIds: [project] }, (tx) =>
    takePunches(tx, VAULT, memory, { by: OFFICIAL, channel: 'device', name: '一号门', projectId: project, now }, punches),
  );
}

function punch(person: number, at: string, direction: GivenPunch['direction'] = 'in', device = 'G1'): GivenPunch {
  return { who: { identity: identityOf(person) }, at, direction, device, source: 'gate' };
}

/** Of everything the rules can read, by identity and not by number. */
async function facts({ db }: Side) {
  await settleAttendance(db.store);
  await db.store.within({ role: 'app_job' }, (tx) => recomputeFacts(tx, { asOf: civilDate(TODAY), keys: 'all' }));
  const of = (table: string) =>
    db.owner(
      `select encode(p.identity_index, 'hex') as who, to_jsonb(f) - 'person_id' - 'facts_at' - 'arrived_at' as fact from prevention.${table} f join prevention.person p on p.id = f.person_id order by 1, f.month`,
    );
  return {
    months: await of('attendance_month'),
    workers: await of('worker_month'),
    projects: await db.owner("select project_id, month, to_jsonb(f) - 'facts_at' as fact from prevention.project_month f order by 1, 2"),
    project: await db.owner("select project_id, to_jsonb(f) - 'facts_at' as fact from prevention.project_fact f order by 1"),
  };
}

let first: Side;
beforeAll(async () => {
  first = await side();
});
afterAll(async () => {
  await first.imports.close();
  await first.db.drop();
});

describe('批量打卡', () => {
  beforeEach(() =>
    first.db.owner('truncate prevention.punch, prevention.attendance_waiting, exchange.day_import, prevention.attendance_month, prevention.coverage'),
  );

  it('与同样的打卡从文件导入，得出的事实一样', async () => {
    const other = await side();
    const rows: [number, string, '进' | '出'][] = [];
    // Persons 20 and 21 are not on the roster; some days have one punch, some are short, one is given by two directions in one second.
    for (let person = 0; person < 22; person += 1) {
      for (let day = 1; day <= 21; day += 1 + (person % 3)) {
        const date = `2026-11-${String(day).padStart(2, '0')}`;
        rows.push([person, `${date} 07:${String((person * 7) % 60).padStart(2, '0')}:0${person % 10}`, '进']);
        if ((person + day) % 5 !== 0) rows.push([person, `${date} ${person % 4 === 0 ? '10' : '18'}:05:00`, '出']);
      }
    }
    rows.push([3, '2026-11-21 12:00:00', '进'], [3, '2026-11-21 12:00:00', '出'], [3, '2026-11-21 12:00:00', '进']);
    await file(
      other.imports,
      csv([
        ['姓名', '身份证号', '打卡时间', '进出方向', '设备', '考勤方式', '工程名称'],
        ...rows.map(([person, at, way]) => [`工人${person}`, identityOf(person), at, way, 'G1', '闸机', '锦绣城一期']),
      ]),
    );
    const punches = rows.map(([person, at, way]) => punch(person, at, way === '进' ? 'in' : 'out'));
    // In small batches and out of order.
    const shuffled = punches
      .map((one, at) => ({ one, at: (at * 7919) % punches.length }))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one);
    for (let from = 0; from < shuffled.length; from += 20) await take(first, shuffled.slice(from, from + 20));
    expect(await facts(first)).toEqual(await facts(other));
    expect((await facts(other)).months).toHaveLength(22);
    await other.imports.close();
    await other.db.drop();
  });

  it('逐条答复：收下、重复、不收及原因；不在花名册的收下并注明', async () => {
    const done = await take(first, [
      punch(1, '2026-11-20 07:00:00'),
      punch(1, '2026-11-20T07:00:00.500'),
      punch(1, '2026-11-20 07:00:00', 'out'),
      punch(25, '2026-11-20 07:00:01'),
      { ...punch(1, '2026-11-20 07:00:00'), who: { identity: '371526199001011234' } },
      punch(1, '2026-11-22 20:10:00'),
      punch(1, '2026-11-22 20:10:01'),
      punch(1, '2022-12-31 23:59:59'),
      punch(1, '昨天'),
    ]);
    expect(done.answers.map((one) => (one.is === 'refused' ? one.refusal.code : one.is === 'taken' && one.offRoster ? '名册外' : one.is))).toEqual([
      'taken',
      'repeated',
      'taken',
      '名册外',
      'identity-invalid',
      'taken',
      'punch-ahead',
      'punch-too-early',
      'punch-invalid',
    ]);
    expect(done.taken).toBe(4);
    const again = await take(first, [punch(1, '2026-11-20 07:00:00'), punch(25, '2026-11-20 18:00:00')]);
    expect(again).toMatchObject({ importId: done.importId, taken: 1, answers: [{ is: 'repeated' }, { is: 'taken' }] });
    const remarks = await first.db.owner('select heading, value, reason from exchange.cell_error where import_id = $1', [done.importId]);
    expect(remarks).toEqual([{ heading: '人员', value: `37${'*'.repeat(13)}${identityOf(25).slice(-3)}`, reason: '不在这个项目的花名册上' }]);
    const [row] = await first.db.owner('select state, channel, added, unchanged, rows_read, file_name from exchange.import where id = $1', [done.importId]);
    expect(row).toEqual({ state: 'done', channel: 'device', added: 5, unchanged: 2, rows_read: 11, file_name: `一号门 ${TODAY}` });
  });

  it('一天一个导入：撤销那一天，汇总随之而去；再来的打卡另起一个', async () => {
    const one = await take(first, [punch(1, '2026-11-20 07:00:00')]);
    const next = await take(first, [punch(1, '2026-11-21 07:00:00')], new Date(NOW.getTime() + 86_400_000));
    expect(next.importId).not.toBe(one.importId);
    await settleAttendance(first.db.store);
    const undone = await first.imports.undo(OFFICIAL, one.importId ?? '', '设备装错了项目');
    expect(undone).toMatchObject({ ok: true, value: { state: 'undone' } });
    const days = await first.db.owner<{ days: number }>('select days from prevention.attendance_month');
    expect(days).toEqual([{ days: 1 << 20 }]);
    const later = await take(first, [punch(1, '2026-11-20 07:00:00')]);
    expect(later.importId).not.toBe(one.importId);
    expect(later.taken).toBe(1);
  });

  it('十六路同时送同样的打卡，每条只算一次，汇总不丢一天', async () => {
    const punches = Array.from({ length: 200 }, (_, at) =>
      punch(at % 40, `2026-11-${String(1 + (at % 20)).padStart(2, '0')} 07:00:${String(Math.floor(at / 20)).padStart(2, '0')}`),
    );
    const clients = Array.from({ length: 16 }, async (_, client) => {
      let taken = 0;
      for (let from = 0; from < punches.length; from += 20) {
        const start = (from + client * 20) % punches.length;
        taken += (await take(first, punches.slice(start, start + 20))).taken;
        if (client === 0) await settleAttendance(first.db.store);
      }
      return taken;
    });
    expect((await Promise.all(clients)).reduce((sum, taken) => sum + taken, 0)).toBe(200);
    await settleAttendance(first.db.store);
    const [held] = await first.db.owner('select count(*)::int as punches, count(distinct (person_id, happened_at::date))::int as days from prevention.punch');
    const [sum] = await first.db.owner('select sum(attended_days)::int as days from prevention.attendance_month');
    expect(held).toMatchObject({ punches: 200, days: (sum as { days: number }).days });
  });

  it('事务失败，人和打卡都没有留下，也没有被记住', async () => {
    await first.db.store
      .within({ role: 'app_ingest', projectIds: [first.project] }, async (tx) => {
        for (const at of ['07:00:00', '08:00:00']) {
          await takePunches(tx, VAULT, first.memory, { by: OFFICIAL, channel: 'device', name: '一号门', projectId: first.project, now: NOW }, [
            punch(300, `2026-11-20 ${at}`),
          ]);
        }
        throw new Error('given up');
      })
      .catch(() => undefined);
    expect(first.memory.has(VAULT.hex.identity(identityOf(300)))).toBe(false);
    expect((await take(first, [punch(300, '2026-11-20 07:00:00')])).taken).toBe(1);
    const [row] = await first.db.owner('select p.identity_index from prevention.punch h join prevention.person p on p.id = h.person_id');
    expect((row as { identity_index: Buffer }).identity_index.equals(VAULT.identityIndex(identityOf(300)))).toBe(true);
  });
});
