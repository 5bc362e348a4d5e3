import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** A running process: the number alone is not enough, because numbers come round again. */
export interface ProcessId {
  readonly pid: number;
  /** When the process started, in the system's own ticks; empty where the system does not tell. */
  readonly born: string;
}

export function thisProcess(): ProcessId {
  return { pid: process.pid, born: bornAt(process.pid) };
}

/** Whether it still runs. A zombie that waits to be reaped does not. */
export function isRunning({ pid, born }: ProcessId): boolean {
  try {
    process.kill(pid, 0);
  } catch (problem) {
    // EPERM: it runs, under another user.
    if ((problem as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const stat = statOf(pid);
  if (stat === undefined) return true;
  return stat.state !== 'Z' && stat.state !== 'X' && (born === '' || stat.born === born);
}

export function bornAt(pid: number): string {
  return statOf(pid)?.born ?? '';
}

/** Linux tells state and birth in /proc; elsewhere the number has to do. */
function statOf(pid: number): { state: string; born: string } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name stands in brackets and may hold spaces: the fields are counted after its end.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', born: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

interface Holder extends ProcessId {
  readonly token: string;
  /** What the holder wants others to know: the address it serves. */
  readonly note: string;
}

export interface ProcessLock {
  release(): void;
}

/**
 * Takes the lock file, waiting up to `withinMs` for a live holder. A lock whose holder died is taken over. Answers the
 * holder's note when it stays taken.
 */
export async function lockProcess(path: string, withinMs: number, note = ''): Promise<{ readonly lock: ProcessLock } | { readonly heldBy: Holder }> {
  const mine: Holder = { ...thisProcess(), token: randomBytes(8).toString('hex'), note };
  const draft = `${path}.${mine.token}`;
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  const until = Date.now() + withinMs;
  try {
    for (;;) {
      if (linked(draft, path)) return { lock: { release: () => release(path, mine.token) } };
      const holder = read(path);
      if (holder !== undefined && !isRunning(holder)) takeAway(path, holder.token);
      else if (Date.now() >= until && holder !== undefined) return { heldBy: holder };
      else await wait(40);
    }
  } finally {
    unlinkSync(draft);
  }
}

/** link(2) either makes the name or says it exists: the one step that two processes cannot both win. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw problem;
  }
}

/** Removes a dead holder's lock. Another process may have done so and locked anew in between: then its lock is put back. */
function takeAway(path: string, deadToken: string): void {
  const aside = `${path}.dead-${randomBytes(4).toString('hex')}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (read(aside)?.token !== deadToken) linked(aside, path);
  unlinkSync(aside);
}

function release(path: string, token: string): void {
  if (read(path)?.token === token) unlinkSync(path);
}

function read(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}
