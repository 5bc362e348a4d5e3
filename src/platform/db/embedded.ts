import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import { type Binaries, canReach, prepareBinaries, type RunAs, whoRunsDatabase } from './embedded-binaries.ts';
import { bornAt, isRunning, lockProcess, type ProcessId, thisProcess } from './process-lock.ts';

/** A real PostgreSQL beside the program, for those who have none: durable, loopback only, with a password of its own. */
export interface EmbeddedServer {
  /** The owner's connection to the product's database. For migrations and for giving out lesser connections, never for serving. */
  readonly ownerUrl: string;
  /** It already ran, left by a process that was killed or shared with one that lives. */
  readonly adopted: boolean;
  readonly process: ProcessId;
  isRunning(): boolean;
  /** Stops it fast, unless another process still uses it. */
  stop(): Promise<void>;
}

export interface EmbeddedRefusal extends Refusal {
  readonly code: 'database-unsupported' | 'database-other-version' | 'database-folder' | 'database-start' | 'database-busy';
}

interface Options {
  readonly dataFolder: string;
  /** Over the durable defaults; tests that throw their data away turn fsync off. */
  readonly settings?: Readonly<Record<string, string>>;
}

const OWNER = 'anxin_owner';
const DATABASE = 'anxin';
/** A server that was killed keeps its lock file until the system has buried it, and then recovers. */
const START_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 60_000;
const run = promisify(execFile);

interface Place {
  readonly folder: string;
  readonly data: string;
  readonly log: string;
  readonly users: string;
  readonly password: string;
  readonly runAs: RunAs | undefined;
}

export async function startEmbedded(options: Options): Promise<Result<EmbeddedServer, EmbeddedRefusal>> {
  const found = findPlace(resolve(options.dataFolder));
  if (!found.ok) return found;
  const place = found.value;
  const taken = await lockProcess(join(resolve(options.dataFolder), 'database.lock'), START_WITHIN_MS);
  if ('heldBy' in taken) {
    return refuse({ code: 'database-busy', says: `另一个进程（${taken.heldBy.pid}）正在启动同一个数据文件夹的数据库，等了一分钟仍未完成。请先结束它再启动。` });
  }
  try {
    const ready = await bringUp(place, options.settings ?? {});
    if (!ready.ok) return ready;
    const { id, port, adopted } = ready.value;
    await createDatabase(urlOf(place, port, 'postgres'));
    mark(place);
    return ok({
      ownerUrl: urlOf(place, port, DATABASE),
      adopted,
      process: id,
      isRunning: () => isRunning(id),
      stop: () => stop(options.dataFolder, place, id),
    });
  } finally {
    taken.lock.release();
  }
}

/**
 * Where the database lives: in the data folder, unless we are root and the folders above it are closed to the database's
 * user. Then it lives under /var/lib/anxin and the data folder keeps the way to it.
 */
function findPlace(dataFolder: string): Result<Place, EmbeddedRefusal> {
  const runAs = whoRunsDatabase();
  if (runAs === undefined && process.getuid?.() === 0) {
    return refuse({
      code: 'database-folder',
      says: '数据库不能以 root 运行，而本机没有 postgres 或 nobody 用户。请建一个普通用户再启动，或设置 DATABASE_URL。',
    });
  }
  // Passable but not readable for the database's user; the secrets inside are 0600.
  mkdirSync(dataFolder, { recursive: true });
  chmodSync(dataFolder, runAs === undefined ? 0o700 : 0o711);
  const inside = join(dataFolder, 'postgres');
  const pointer = join(dataFolder, 'postgres.path');
  let folder = inside;
  if (existsSync(pointer)) folder = readFileSync(pointer, 'utf8').trim();
  else if (!canReach(inside, runAs)) {
    folder = join('/var/lib/anxin', randomBytes(6).toString('hex'));
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    writeFileSync(pointer, `${folder}\n`);
  }
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!canReach(join(folder, 'data'), undefined) || !canReach(folder, runAs)) {
    return refuse({
      code: 'database-folder',
      says: `数据库的用户进不了 ${folder}。请把环境变量 ANXIN_DATA 设为一个可进入的文件夹，例如 /var/lib/anxin/data。`,
    });
  }
  if (runAs !== undefined) chownSync(folder, runAs.uid, runAs.gid);
  const users = join(dataFolder, 'database-users');
  mkdirSync(users, { recursive: true, mode: 0o700 });
  return ok({ folder, data: join(folder, 'data'), log: join(folder, 'server.log'), users, password: ownerPassword(dataFolder), runAs });
}

function ownerPassword(dataFolder: string): string {
  const path = join(dataFolder, 'database-owner.password');
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return readFileSync(path, 'utf8').trim();
}

interface Ready {
  readonly id: ProcessId;
  readonly port: number;
  readonly adopted: boolean;
}

async function bringUp(place: Place, settings: Readonly<Record<string, string>>): Promise<Result<Ready, EmbeddedRefusal>> {
  const running = await runningServer(place);
  if (running !== undefined) return ok({ ...running, adopted: true });
  const binaries = prepareBinaries(join(place.folder, 'runtime'), place.runAs);
  if (!binaries.ok) return binaries;
  if (!existsSync(place.data)) await initialise(place, binaries.value);
  const mine = binaries.value.version.split('.')[0] ?? '';
  const theirs = readFileSync(join(place.data, 'PG_VERSION'), 'utf8').trim();
  if (theirs !== mine) {
    return refuse({
      code: 'database-other-version',
      says: `${place.data} 是 PostgreSQL ${theirs} 的数据，本版本自带 ${mine}，不能直接打开。请用旧版本程序执行 anxin export 导出，换一个空的 ANXIN_DATA，再用新版本 anxin import-export 导入。数据没有被改动。`,
    });
  }
  return start(place, binaries.value, settings);
}

/** Tries until the old server is buried and recovery is through, or the time is up. */
async function start(place: Place, binaries: Binaries, settings: Readonly<Record<string, string>>): Promise<Result<Ready, EmbeddedRefusal>> {
  const until = Date.now() + START_WITHIN_MS;
  while (Date.now() < until) {
    configure(place, await choosePort(place), settings);
    const child = launch(place, binaries);
    while (Date.now() < until && child.exitCode === null && child.signalCode === null) {
      const ready = await runningServer(place);
      if (ready !== undefined) {
        child.unref();
        return ok({ ...ready, adopted: false });
      }
      await wait(25);
    }
    await wait(300);
  }
  return refuse({ code: 'database-start', says: `数据库没有启动起来。最后的日志：\n${tail(place.log)}\n完整日志在 ${place.log}。` });
}

function launch(place: Place, binaries: Binaries): ChildProcess {
  const log = openSync(place.log, 'a', 0o600);
  if (place.runAs !== undefined) chownSync(place.log, place.runAs.uid, place.runAs.gid);
  // Detached: Ctrl-C in the terminal reaches us alone, and we stop the server when our own work has ended.
  const options = { ...place.runAs, cwd: place.folder, env: environment(), detached: true, stdio: ['ignore', log, log] as ['ignore', number, number] };
  // On Windows only pg_ctl knows how to lay down an administrator's rights.
  const child =
    process.platform === 'win32' ? spawn(binaries.pgCtl, ['start', '-W', '-D', place.data], options) : spawn(binaries.postgres, ['-D', place.data], options);
  child.on('error', () => undefined);
  closeSync(log);
  return child;
}

/** Nothing of our own environment (keys, addresses) goes to the server. */
function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC', ...(process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'] } : {}) };
}

async function initialise(place: Place, binaries: Binaries): Promise<void> {
  // Under a draft name, so that a first start killed half-way is begun anew and never opened.
  const draft = join(place.folder, 'data.draft');
  const passwordFile = join(place.folder, 'password.draft');
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(passwordFile, place.password, { mode: 0o600 });
  if (place.runAs !== undefined) chownSync(passwordFile, place.runAs.uid, place.runAs.gid);
  try {
    // Collation by code point inside the server: an index stays true when the folder moves to another system.
    await run(
      binaries.initdb,
      ['-D', draft, '-U', OWNER, '--pwfile', passwordFile, '-A', 'scram-sha-256', '--locale-provider=builtin', '--locale=C.UTF-8', '-E', 'UTF8', '-k'],
      { ...place.runAs, cwd: place.folder, env: environment() },
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  appendFileSync(join(draft, 'postgresql.conf'), "\ninclude 'anxin.conf'\n");
  renameSync(draft, place.data);
}

function configure(place: Place, port: number, settings: Readonly<Record<string, string>>): void {
  const megabytes = Math.max(128, Math.min(1024, Math.floor(totalmem() / 8 / 2 ** 20)));
  const lines: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '100',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    shared_buffers: `${megabytes}MB`,
    max_wal_size: '2GB',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Statements can carry names and numbers of people: the log tells what failed, not with what.
    log_min_error_statement: 'panic',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    ...settings,
  };
  const path = join(place.data, 'anxin.conf');
  writeFileSync(
    path,
    `${Object.entries(lines)
      .map(([name, value]) => `${name} = '${value}'`)
      .join('\n')}\n`,
    { mode: 0o600 },
  );
  if (place.runAs !== undefined) chownSync(path, place.runAs.uid, place.runAs.gid);
}

/** The server of this very data folder, when it takes connections. */
async function runningServer(place: Place): Promise<{ id: ProcessId; port: number } | undefined> {
  const lines = readOr(join(place.data, 'postmaster.pid')).split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!(pid > 0 && port > 0)) return undefined;
  const client = new pg.Client({ connectionString: urlOf(place, port, 'postgres'), connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>("select current_setting('data_directory') as folder");
    // A stale file may name a port that another server took since.
    return rows[0]?.folder === place.data ? { id: { pid, born: bornAt(pid) }, port } : undefined;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

function urlOf(place: Place, port: number, database: string): string {
  return `postgres://${OWNER}:${place.password}@127.0.0.1:${port}/${database}`;
}

/** Notes that this process uses the server; the last one to leave stops it. */
function mark(place: Place): void {
  const { pid, born } = thisProcess();
  writeFileSync(join(place.users, String(pid)), born);
}

async function stop(dataFolder: string, place: Place, id: ProcessId): Promise<void> {
  const taken = await lockProcess(join(resolve(dataFolder), 'database.lock'), START_WITHIN_MS);
  if ('heldBy' in taken) return;
  try {
    rmSync(join(place.users, String(process.pid)), { force: true });
    if (othersUse(place) || !isRunning(id)) return;
    if (process.platform === 'win32') {
      const binaries = prepareBinaries(join(place.folder, 'runtime'), undefined);
      if (binaries.ok) await run(binaries.value.pgCtl, ['stop', '-m', 'fast', '-D', place.data]);
      return;
    }
    // SIGINT is the server's fast stop: open transactions are rolled back, everything committed is on disk.
    process.kill(id.pid, 'SIGINT');
    for (const until = Date.now() + STOP_WITHIN_MS; isRunning(id) && Date.now() < until; ) await wait(20);
  } finally {
    taken.lock.release();
  }
}

function othersUse(place: Place): boolean {
  const others = readdirSync(place.users).map((name) => ({ pid: Number(basename(name)), born: readOr(join(place.users, name)) }));
  const gone = others.filter((user) => !isRunning(user));
  for (const user of gone) rmSync(join(place.users, String(user.pid)), { force: true });
  return gone.length < others.length;
}

/** The port it had before, so that pools of a serving process find it again after a crash; another when that is taken. */
async function choosePort(place: Place): Promise<number> {
  const before = Number(/^port = '(\d+)'$/m.exec(readOr(join(place.data, 'anxin.conf')))?.[1] ?? 0);
  return (await tryPort(before)) ?? (await tryPort(0)) ?? 0;
}

async function tryPort(port: number): Promise<number | undefined> {
  const server = createServer();
  try {
    await new Promise<void>((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', done));
  } catch {
    return undefined;
  }
  const address = server.address();
  await new Promise((done) => server.close(done));
  return address === null || typeof address === 'string' ? undefined : address.port;
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function tail(path: string): string {
  return readOr(path).trimEnd().split('\n').slice(-8).join('\n');
}
