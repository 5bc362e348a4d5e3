import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshKeys, writeKeys } from '#platform/vault/index.ts';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/database.ts';
import { LEDGER, layOut, OFFICIAL, open } from './test-files.ts';

/** A dozen kills on every run; PROVE_KILLS=200 for the full proof. */
const KILLS = Number(process.env['PROVE_KILLS'] ?? 12);
const PEOPLE = 120;
const keys = freshKeys();
let db: FreshDatabase;

beforeAll(async () => {
  db = await freshDatabase();
  await layOut(db);
  const service = open(db, keys);
  const received = await service.upload(OFFICIAL, { name: '台账.csv', content: LEDGER, kind: null, projectId: null });
  await service.settled();
  await service.confirm(OFFICIAL, received.ok ? received.value.id : '', false);
  await service.settled();
  await service.close();
});
afterAll(() => db.drop());

interface Acknowledged {
  readonly received: Map<number, string>;
  readonly confirmed: Map<number, string>;
}

/** Runs the child until it ends by itself, or for a random while after it has something to lose. */
async function run(from: number, until: number, heard: Acknowledged, kill: 'process' | 'connections' | null): Promise<void> {
  const child = spawn(
    process.execPath,
    [new URL('./kill-child.ts', import.meta.url).pathname, db.appUrl, writeKeys(keys), String(from), String(until), String(PEOPLE)],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let noise = '';
  child.stderr.on('data', (text: Buffer) => (noise += text.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  const strike = () =>
    setTimeout(() => {
      if (kill === 'process') child.kill('SIGKILL');
      else
        void db
          .owner("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name in ('anxin', 'anxin-reading')")
          .catch(() => undefined);
    }, Math.random() * 1_500);
  let armed = kill === null;
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, file = '', id = ''] = line.split(' ');
    if (word === 'received') heard.received.set(Number(file), id);
    if (word === 'confirmed') heard.confirmed.set(Number(file), id);
    if (!armed && (word === 'resumed' || word === 'received')) {
      armed = true;
      strike();
    }
  }
  const code = await ended;
  if (kill !== 'process' && code !== 0) throw new Error(`the child ended with ${code}: ${noise.slice(0, 500)}`);
}

/** What is wrong with the store, given what was acknowledged. Every confirmed file must stand whole, once. */
async function problems(heard: Acknowledged): Promise<string[]> {
  const found: string[] = [];
  const states = new Map((await db.owner<{ id: string; state: string }>('select id, state from exchange.import')).map((row) => [row.id, row.state]));
  for (const [file, id] of heard.received) if (!states.has(id)) found.push(`file ${file} was received and is gone`);
  for (const [file, id] of heard.confirmed) if (states.get(id) !== 'done') found.push(`file ${file} was confirmed and is ${states.get(id)}`);
  for (const [id, state] of states) if (state === 'reading' || state === 'importing') found.push(`import ${id} hangs in ${state}`);
  const rows = await db.owner<{ import_id: string; rows: number; people: number }>(
    'select import_id, count(*)::int as rows, count(distinct person_id)::int as people from prevention.payroll_line group by 1',
  );
  const byImport = new Map(rows.map((row) => [row.import_id, row]));
  for (const [file, id] of heard.confirmed) {
    const held = byImport.get(id);
    if (held?.people !== PEOPLE) found.push(`file ${file} has ${held?.people ?? 0} of ${PEOPLE} people`);
  }
  for (const { import_id, rows: count } of rows) {
    if (count !== PEOPLE) found.push(`import ${import_id} has ${count} rows`);
    if (states.get(import_id) !== 'done') found.push(`import ${import_id} is ${states.get(import_id)} and left rows`);
  }
  const doubled = await db.owner<{ n: number }>(
    'select count(*)::int as n from (select 1 from prevention.payroll_line where superseded_at is null group by project_id, month, person_id, team, item having count(*) > 1) d',
  );
  if (doubled[0]?.n !== 0) found.push(`${doubled[0]?.n} obligations stand twice`);
  const audited = await db.owner<{ n: number }>(
    `select count(*)::int as n from exchange.import i where i.state = 'done' and (select count(*) from audit.entry a where a.action = 'import.accepted' and a.object = 'import:' || i.id) <> 1`,
  );
  if (audited[0]?.n !== 0) found.push(`${audited[0]?.n} imports are done without exactly one audit row`);
  return found;
}

it(
  `杀进程、断数据库连接共 ${KILLS} 次：确认过的一行不少，一行不重`,
  async () => {
    const heard: Acknowledged = { received: new Map(), confirmed: new Map() };
    let next = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      await run(next, next + 3, heard, kill % 4 === 3 ? 'connections' : 'process');
      next += 3;
    }
    await run(next, next + 1, heard, null);
    expect(heard.confirmed.size).toBeGreaterThan(KILLS / 4);
    expect(await problems(heard)).toEqual([]);

    // The control: the check does see a lost row and a doubled one.
    await db.owner('drop index prevention.payroll_obligation');
    await db.owner(
      'insert into prevention.payroll_line select (jsonb_populate_record(null::prevention.payroll_line, to_jsonb(l) || \'{"id": 999999999}\')).* from prevention.payroll_line l where superseded_at is null limit 1',
    );
    expect((await problems(heard)).join()).toMatch(/stand twice/);
    await db.owner('delete from prevention.payroll_line where id = 999999999');
    const [confirmed] = [...heard.confirmed.values()];
    await db.owner('delete from prevention.payroll_line where import_id = $1 and row_no = 10', [confirmed]);
    expect((await problems(heard)).join()).toMatch(/119 of 120 people/);
  },
  60_000 + KILLS * 12_000,
);
