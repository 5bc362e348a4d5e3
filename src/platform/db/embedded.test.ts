import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedServer, lockProcess, startEmbedded } from './index.ts';

const NODE = fileURLToPath(new URL('../../../node_modules/.bin/node', import.meta.url));
const HERE = new URL('./index.ts', import.meta.url).href;

let folder: string;
let left: EmbeddedServer[];
let children: ChildProcess[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anxin-embedded-'));
  left = [];
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const server of left) if (server.isRunning()) process.kill(server.process.pid, 'SIGQUIT');
  for (const server of left) for (let tries = 0; server.isRunning() && tries < 200; tries += 1) await wait(25);
  const pointer = join(folder, 'postgres.path');
  if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function begin(dataFolder = folder): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataFolder });
  if (!server.ok) throw new Error(server.refusal.says);
  left.push(server.value);
  return server.value;
}

/** Another process that starts the same folder, says what it got, and waits for `stop` on its input. */
async function beginElsewhere(): Promise<{ child: ChildProcess; pid: number; adopted: boolean }> {
  const child = spawn(
    NODE,
    [
      '--input-type=module',
      '-e',
      `import { startEmbedded } from ${JSON.stringify(HERE)};
       const server = await startEmbedded({ dataFolder: process.argv[1] });
       console.log(JSON.stringify(server.ok ? { pid: server.value.process.pid, adopted: server.value.adopted } : server));
       process.stdin.once('data', async () => { await server.value.stop(); process.exit(0); });`,
      folder,
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  children.push(child);
  const [line] = await once(child.stdout ?? child, 'data');
  return { child, ...JSON.parse(String(line)) };
}

async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('自带的数据库', () => {
  it('第一次启动就是断电不丢数据的设置，只在本机、凭密码', async () => {
    const server = await begin();
    const settings = await query<{ name: string; setting: string }>(
      server.ownerUrl,
      "select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'listen_addresses', 'unix_socket_directories', 'server_encoding') order by 1",
    );
    expect(Object.fromEntries(settings.map((row) => [row.name, row.setting]))).toEqual({
      data_checksums: 'on',
      fsync: 'on',
      full_page_writes: 'on',
      listen_addresses: '127.0.0.1',
      server_encoding: 'UTF8',
      synchronous_commit: 'on',
      unix_socket_directories: '',
    });
    const wrong = new URL(server.ownerUrl);
    wrong.password = 'guess';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/);
    expect(statSync(join(folder, 'database-owner.password')).mode & 0o077).toBe(0);
  });

  it('停下再启动，数据都在，端口不变', async () => {
    const first = await begin();
    await query(first.ownerUrl, 'create table kept as select 1 as one');
    await first.stop();
    expect(first.isRunning()).toBe(false);
    const second = await begin();
    expect(second.adopted).toBe(false);
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(await query(second.ownerUrl, 'select one from kept')).toEqual([{ one: 1 }]);
  });

  it('两个进程同时启动同一个文件夹，只有一个数据库，最后离开的才停', async () => {
    const [one, two, three] = await Promise.all([beginElsewhere(), beginElsewhere(), begin()]);
    expect(new Set([one.pid, two.pid, three.process.pid]).size).toBe(1);
    expect([one.adopted, two.adopted, three.adopted].filter((adopted) => !adopted)).toHaveLength(1);
    one.child.stdin?.write('stop');
    await once(one.child, 'exit');
    expect(three.isRunning()).toBe(true);
    await three.stop();
    expect(three.isRunning()).toBe(true);
    two.child.stdin?.write('stop');
    await once(two.child, 'exit');
    expect(three.isRunning()).toBe(false);
  });

  it('数据库被 kill -9 三次，每次都能再启动，提交过的一行不少', async () => {
    let server = await begin();
    await query(server.ownerUrl, 'create table kept (n int)');
    for (let n = 1; n <= 3; n += 1) {
      await query(server.ownerUrl, `insert into kept values (${n})`);
      process.kill(server.process.pid, 'SIGKILL');
      server = await begin();
      expect(server.adopted).toBe(false);
      expect(await query(server.ownerUrl, 'select count(*)::int as rows from kept')).toEqual([{ rows: n }]);
    }
  });

  it('启动它的进程被 kill -9，数据库还在，下一个进程接管', async () => {
    const gone = await beginElsewhere();
    gone.child.kill('SIGKILL');
    await once(gone.child, 'exit');
    const server = await begin();
    expect(server.adopted).toBe(true);
    expect(server.process.pid).toBe(gone.pid);
    await server.stop();
    expect(server.isRunning()).toBe(false);
  });

  it('第一次启动中途断了，留下的半成品不算数', async () => {
    mkdirSync(join(folder, 'postgres', 'data.draft'), { recursive: true });
    writeFileSync(join(folder, 'postgres', 'data.draft', 'PG_VERSION'), '18\n');
    expect(await query((await begin()).ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('别的大版本的数据不碰，说明怎么搬', async () => {
    mkdirSync(join(folder, 'postgres', 'data'), { recursive: true });
    writeFileSync(join(folder, 'postgres', 'data', 'PG_VERSION'), '17\n');
    const refused = await startEmbedded({ dataFolder: folder });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'database-other-version' } });
    expect(refused.ok || refused.refusal.says).toContain('PostgreSQL 17');
  });

  it.runIf(process.getuid?.() === 0)('root 的文件夹别人进不去时，数据库放到 /var/lib/anxin', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const server = await begin(join(closed, 'data'));
    const home = readFileSync(join(closed, 'data', 'postgres.path'), 'utf8').trim();
    expect(home).toMatch(/^\/var\/lib\/anxin\//);
    expect(await query(server.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    expect((await begin(join(closed, 'data'))).ownerUrl).toBe(server.ownerUrl);
    await left.at(-1)?.stop();
    rmSync(home, { recursive: true });
  });
});

describe('进程锁', () => {
  it('活着的持有者不让，放开后给下一个', async () => {
    const path = join(folder, 'x.lock');
    const first = await lockProcess(path, 0, 'http://127.0.0.1:8080');
    expect(await lockProcess(path, 50)).toMatchObject({ heldBy: { pid: process.pid, note: 'http://127.0.0.1:8080' } });
    if ('lock' in first) first.lock.release();
    expect(await lockProcess(path, 0)).toHaveProperty('lock');
  });

  it.each([
    { who: '进程号已经没有了', holder: { pid: 2 ** 22 - 3, born: '1' } },
    { who: '进程号被别的进程用了', holder: { pid: process.pid, born: '1' } },
  ])('$who，锁归新来的，二十个一起抢只有一个得到', async ({ holder }) => {
    const path = join(folder, 'x.lock');
    writeFileSync(path, JSON.stringify({ ...holder, token: 'dead', note: '' }));
    const all = await Promise.all(Array.from({ length: 20 }, () => lockProcess(path, 100)));
    expect(all.filter((one) => 'lock' in one)).toHaveLength(1);
  });
});
