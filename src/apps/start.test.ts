import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded } from '#platform/db/index.ts';

const NODE = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
const START = fileURLToPath(new URL('./start.ts', import.meta.url));
const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url));

let folder: string;
let supervisor: ChildProcess;
let address: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anxin-start-'));
  ({ child: supervisor, address } = await begin());
});
afterAll(async () => {
  await end(supervisor);
  rmSync(folder, { recursive: true, force: true });
});

function environment(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _given, ANXIN_APP_URL: _lesser, ...rest } = process.env;
  return { ...rest, ANXIN_DATA: folder, ANXIN_DEMO: 'off', PORT: '0' };
}

/** Not the demo: an empty store and no accounts. */
async function begin(): Promise<{ child: ChildProcess; address: string; said: string }> {
  const child = spawn(NODE, [START], { env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout?.on('data', (chunk) => (said += chunk));
  child.stderr?.on('data', (chunk) => (said += chunk));
  for (let tries = 0; tries < 1200 && child.exitCode === null; tries += 1) {
    const found = /安薪已启动：(http:\S+)/.exec(said)?.[1];
    if (found !== undefined) return { child, address: found, said };
    await wait(50);
  }
  return { child, address: '', said };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

function cli(...args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(NODE, [CLI, ...args], { env: environment(), encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

async function answers(path: string): Promise<boolean> {
  for (let tries = 0; tries < 400; tries += 1) {
    const answer = await fetch(address + path).catch(() => undefined);
    if (answer?.ok === true) return true;
    await wait(50);
  }
  return false;
}

async function owner<Row extends object>(sql: string): Promise<Row[]> {
  const server = await startEmbedded({ dataFolder: folder });
  if (!server.ok) throw new Error(server.refusal.says);
  const client = new pg.Client({ connectionString: server.value.ownerUrl });
  await client.connect();
  const { rows } = await client.query<Row>(sql);
  await client.end();
  await server.value.stop();
  return rows;
}

/** The serving process, as the system tells it. */
function servingPid(): number {
  const children = readFileSync(`/proc/${supervisor.pid}/task/${supervisor.pid}/children`, 'utf8').trim().split(' ').map(Number);
  return children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('serve.ts')) ?? 0;
}

describe('正式启动', () => {
  it('没有账号，没有演示账号；命令行建的账号凭一次性密码登录，必须改密码', async () => {
    expect(await (await fetch(`${address}/api/demo-accounts`)).json()).toEqual([]);
    expect(await owner('select 1 from office.account')).toEqual([]);
    const made = cli('account', 'create', '--login', 'admin', '--name', '管理', '--role', 'administrator', '--organisation', '人社局');
    const password = /一次性密码：(\S+)/.exec(made.said)?.[1] ?? '';
    const signIn = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'admin', password }),
    });
    expect(signIn.status).toBe(204);
    const cookie = signIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect(await (await fetch(`${address}/api/accounts`, { headers: { cookie } })).json()).toMatchObject({ code: 'password-change-required' });
  });

  it('命令行给错岗位，说清楚有哪些', () => {
    const made = cli('account', 'create', '--login', 'x1', '--name', 'x', '--role', 'king', '--organisation', 'x');
    expect(made.status).toBe(1);
    expect(made.said).toContain('inspection-chief');
  });

  it('服务进程手里没有数据库主人的连接', () => {
    const environ = readFileSync(`/proc/${servingPid()}/environ`, 'utf8');
    expect(environ).toContain('anxin_app:');
    expect(environ).not.toContain('anxin_owner');
    expect(environ).not.toContain('DATABASE_URL=');
  });

  it('同一个文件夹不能启动两次', async () => {
    const second = await begin();
    expect(second.address).toBe('');
    expect(second.said).toContain('已经有一个安薪在运行');
  });

  it('服务进程被 kill -9，自己起来', async () => {
    const before = servingPid();
    process.kill(before, 'SIGKILL');
    for (let tries = 0; tries < 400 && (servingPid() === 0 || servingPid() === before); tries += 1) await wait(50);
    expect(servingPid()).not.toBe(before);
  });

  it('改动审计记录，fsck 指出第一条并以 1 退出；改回来就是 0', async () => {
    for (let tries = 0; tries < 200; tries += 1) {
      if ((await owner('select 1 from audit.seal')).length > 0) break;
      await wait(200);
    }
    expect(cli('fsck')).toMatchObject({ status: 0, said: expect.stringContaining('完好') });
    const [first] = await owner<{ seq: string; object: string }>(
      "update audit.entry set object = object || '!' where seq = (select min(seq) from audit.entry) returning seq, object",
    );
    const bad = cli('fsck');
    expect(bad.status).toBe(1);
    expect(bad.said).toContain(`第 ${first?.seq} 条，内容被改动`);
    await owner("update audit.entry set object = rtrim(object, '!')");
    expect(cli('fsck').status).toBe(0);
  });

  it('监督进程被 kill -9，服务跟着停；再启动接管数据库，账号都在', async () => {
    const serving = servingPid();
    const gone = once(supervisor, 'exit');
    supervisor.kill('SIGKILL');
    await gone;
    for (let tries = 0; tries < 200; tries += 1) {
      if (spawnSync('kill', ['-0', String(serving)]).status !== 0) break;
      await wait(50);
    }
    ({ child: supervisor, address } = await begin());
    expect(await answers('/readyz')).toBe(true);
    expect(await owner('select login from office.account')).toEqual([{ login: 'admin' }]);
  });

  it('库里有演示账号，就不肯正式启动；停用后可以', { timeout: 90_000 }, async () => {
    await owner("update office.account set is_demo = true where login = 'admin'");
    await end(supervisor);
    const refused = await begin();
    expect(refused.address).toBe('');
    expect(refused.said).toContain('演示账号');
    expect(cli('account', 'disable-demo').said).toContain('已停用 1 个');
    ({ child: supervisor, address } = await begin());
    expect(await answers('/readyz')).toBe(true);
  });

  it('换了密钥不肯启动，数据不动', async () => {
    await end(supervisor);
    const keys = JSON.stringify({ index: Buffer.alloc(32, 1).toString('base64'), current: 1, encrypt: { 1: Buffer.alloc(32, 2).toString('base64') } });
    const { status, stdout, stderr } = spawnSync(NODE, [START], { env: { ...environment(), ANXIN_KEYS: keys }, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stdout + stderr).toContain('不是写入这个数据库时用的密钥');
    ({ child: supervisor, address } = await begin());
    expect(await answers('/readyz')).toBe(true);
  });
});

it('装载演示县的中途被叫停，数据库也停好，不留孤儿', async () => {
  const own = mkdtempSync(join(tmpdir(), 'anxin-start-demo-'));
  const child = spawn(NODE, [START], { env: { ...environment(), ANXIN_DATA: own, ANXIN_DEMO: 'on' }, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await once(child.stdout ?? child, 'data');
    await wait(300);
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    await exited;
    expect(existsSync(join(own, 'postgres', 'data', 'PG_VERSION'))).toBe(true);
    expect(existsSync(join(own, 'postgres', 'data', 'postmaster.pid'))).toBe(false);
  } finally {
    rmSync(own, { recursive: true, force: true, maxRetries: 5 });
  }
});
