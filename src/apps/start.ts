import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import { lockProcess, type ProcessLock } from '#platform/db/index.ts';
import { type Config, readConfig } from './config.ts';
import { type Prepared, prepareDatabase } from './database.ts';
import { DEMO_LOADED, demoAccounts } from './demo.ts';
import { accountTable } from './table.ts';

/**
 * Keeps the product up: the database, the serving process, and each again when it falls. Only this process holds an
 * owner's connection; the one that answers requests gets the lesser one.
 */
export async function start(config: Config): Promise<Result<Running>> {
  mkdirSync(config.dataFolder, { recursive: true });
  const taken = await lockProcess(join(config.dataFolder, 'start.lock'), 500, '');
  if ('heldBy' in taken) {
    return refuse({ code: 'already-running', says: `这个数据文件夹已经有一个安薪在运行（进程 ${taken.heldBy.pid}）。请直接打开它的网址，或先结束它。` });
  }
  const prepared = await prepareDatabase(config);
  if (!prepared.ok) {
    taken.lock.release();
    return prepared;
  }
  const running = new Supervisor(config, prepared.value, taken.lock);
  const first = await running.begin();
  if (first.ok) return ok(running);
  await running.stop();
  return first;
}

export interface Running {
  readonly address: string;
  readonly prepared: Prepared;
  stop(): Promise<void>;
}

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
const WATCH_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
const STOP_WITHIN_MS = 15_000;
const LOG_BYTES = 50 * 2 ** 20;

class Supervisor implements Running {
  address = '';
  prepared: Prepared;
  readonly #config: Config;
  readonly #lock: ProcessLock;
  #child: ChildProcess | undefined;
  #stopping = false;
  #watch: Promise<void> = Promise.resolve();

  constructor(config: Config, prepared: Prepared, lock: ProcessLock) {
    this.#config = config;
    this.prepared = prepared;
    this.#lock = lock;
  }

  async begin(): Promise<Result<null>> {
    if (this.#config.isDemo && (await lacksDemo(this.prepared))) {
      console.log('第一次启动：正在通过导入装载高唐演示县，请稍候……');
      const loaded = await runOnce(this.#config, this.prepared, 'load-demo');
      if (!loaded) return refuse({ code: 'demo-failed', says: '演示数据没有装载成功，原因见上。重新启动会接着装载。' });
    }
    const first = await this.#serve();
    if (!first.ok) return first;
    this.#watch = this.#keepUp();
    return ok(null);
  }

  async stop(): Promise<void> {
    if (this.#stopping) return this.#watch;
    this.#stopping = true;
    await endChild(this.#child);
    await this.#watch;
    await this.prepared.stop();
    this.#lock.release();
  }

  async #serve(): Promise<Result<null>> {
    const child = forkProgram(this.#config, this.prepared, 'serve.ts', [], logFile(this.#config));
    this.#child = child;
    return new Promise((done) => {
      child.once('message', (said: { address: string } | { refused: Refusal }) => {
        if ('refused' in said) return done(refuse(said.refused));
        this.address = said.address;
        done(ok(null));
      });
      child.once('exit', () =>
        done(refuse({ code: 'serve-failed', says: `服务没有启动起来。最后的日志：\n${tail(join(this.#config.dataFolder, 'serve.log'))}` })),
      );
    });
  }

  /** Looks twice a second. What falls is brought up again, after pauses that grow while it keeps falling. */
  async #keepUp(): Promise<void> {
    for (let falls = 0; !this.#stopping; ) {
      await wait(WATCH_MS);
      if (this.#stopping) return;
      const database = this.prepared.embedded === undefined || this.prepared.embedded.isRunning();
      const server = this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
      if (database && server) continue;
      console.error(database ? '服务进程意外退出，正在重新启动……' : '数据库意外退出，正在重新启动……');
      await wait(Math.min(LONGEST_PAUSE_MS, falls === 0 ? 0 : 500 * 2 ** falls));
      falls += 1;
      const up = await this.#raise(database, server);
      if (up.ok) falls = Math.max(0, falls - 1);
      else console.error(up.refusal.says);
    }
  }

  async #raise(database: boolean, server: boolean): Promise<Result<unknown>> {
    if (!database) {
      const { appUrl } = this.prepared;
      const again = await prepareDatabase(this.#config);
      if (!again.ok) return again;
      this.prepared = again.value;
      // On the old port the server's pool finds it by itself.
      if (server && again.value.appUrl === appUrl) return ok(null);
      await endChild(this.#child);
    }
    return this.#stopping ? ok(null) : this.#serve();
  }
}

/** Whether the store is empty or a load was cut off. A store that somebody uses is left alone. */
async function lacksDemo({ ownerUrl }: Prepared): Promise<boolean> {
  if (ownerUrl === undefined) return false;
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ lacks: boolean }>(
      'select not exists (select from office.account where not is_demo) and not exists (select from audit.entry where action = $1) as lacks',
      [DEMO_LOADED],
    );
    return rows[0]?.lacks === true;
  } finally {
    await client.end();
  }
}

/** A command of our own in a process of its own, so that its memory ends with it. */
async function runOnce(config: Config, prepared: Prepared, command: string): Promise<boolean> {
  const child = forkProgram(config, prepared, 'cli.ts', [command], 'inherit');
  // Whoever stops us in the middle of it stops it; the database is then put down in order, and the next start begins it again.
  const stop = (): void => void child.kill('SIGTERM');
  for (const signal of SIGNALS) process.on(signal, stop);
  const code = await new Promise<number | null>((done) => child.once('exit', done));
  for (const signal of SIGNALS) process.off(signal, stop);
  return code === 0;
}

function forkProgram(config: Config, prepared: Prepared, program: string, args: string[], output: number | 'inherit'): ChildProcess {
  const { DATABASE_URL: _owner, ...env } = process.env;
  const child = fork(join(config.root, 'src', 'apps', program), args, {
    env: { ...env, ANXIN_APP_URL: prepared.appUrl, ANXIN_DATA: config.dataFolder, ANXIN_DEMO: config.demoCounty ? 'on' : config.isDemo ? 'people' : 'off' },
    // Our own flags are for a process that only watches.
    execArgv: [],
    stdio: ['ignore', output, output, 'ipc'],
  });
  if (typeof output === 'number') closeSync(output);
  return child;
}

async function endChild(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  await ended;
  clearTimeout(late);
}

/** One old log is kept beside the new one. */
function logFile({ dataFolder }: Config): number {
  const path = join(dataFolder, 'serve.log');
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_BYTES) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

function tail(path: string): string {
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
}

if (import.meta.main) {
  // Before anything is up: a signal that came while starting is obeyed as soon as there is something to stop in order.
  let running: Result<Running> | undefined;
  let asked = false;
  const stop = (): void => {
    asked = true;
    if (running?.ok === true) void running.value.stop().then(() => process.exit(0));
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  const config = readConfig(process.env, { demo: true });
  running = config.ok ? await start(config.value) : config;
  if (!running.ok) {
    console.error(running.refusal.says);
    process.exit(1);
  }
  if (asked) stop();
  console.log(`\n安薪已启动：${running.value.address}\n`);
  if (config.ok && config.value.isDemo) await tellDemoAccounts(running.value.prepared.appUrl);
  else if (config.ok) console.log('第一次使用，请先建系统管理员：anxin account create --login … --name … --role administrator --organisation …\n');
  console.log('按 Ctrl+C 停止。');
}

async function tellDemoAccounts(appUrl: string): Promise<void> {
  const { openStore } = await import('#platform/db/index.ts');
  const store = openStore(appUrl, { max: 1 });
  try {
    console.log(`演示账号（数据和人名均为虚构，只用于演示）：\n${accountTable(await demoAccounts(store))}\n`);
  } finally {
    await store.close();
  }
}
