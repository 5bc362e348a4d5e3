import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** The key set of one installation. The index key never rotates (every index would have to be made again); cipher keys do, by version. */
export interface Keys {
  readonly index: Buffer;
  readonly current: number;
  readonly encrypt: ReadonlyMap<number, Buffer>;
}

const KEY_BYTES = 32;

/** Keys from `ANXIN_KEYS` where an operator keeps them elsewhere, else from the data folder, made at the first start. */
export function loadKeys(folder: string, environment: string | undefined): Keys {
  return environment === undefined || environment === '' ? keysOfFolder(folder) : parseKeys(environment, 'ANXIN_KEYS');
}

/** Fresh keys, for tests and for the first start. */
export function freshKeys(): Keys {
  return { index: randomBytes(KEY_BYTES), current: 1, encrypt: new Map([[1, randomBytes(KEY_BYTES)]]) };
}

export function writeKeys(keys: Keys): string {
  const encrypt = Object.fromEntries([...keys.encrypt].map(([version, key]) => [version, key.toString('base64')]));
  return JSON.stringify({ index: keys.index.toString('base64'), current: keys.current, encrypt });
}

export function parseKeys(text: string, source: string): Keys {
  try {
    const raw: unknown = JSON.parse(text);
    const { index, current, encrypt } = raw as { index: string; current: number; encrypt: Record<string, string> };
    const keys = { index: key(index), current, encrypt: new Map(Object.entries(encrypt).map(([version, value]) => [Number(version), key(value)])) };
    if (!keys.encrypt.has(current)) throw new Error('the current version has no key');
    return keys;
  } catch {
    // The cause is not told on: it could carry key bytes into a log.
    throw new Error(`${source} 里的密钥不完整或被改动过。请从备份恢复它，不要重新生成：换了密钥，已加密的身份证号和银行卡号再也打不开。`);
  }
}

function key(value: string): Buffer {
  const bytes = Buffer.from(value, 'base64');
  if (bytes.length !== KEY_BYTES) throw new Error('a key has 32 bytes');
  return bytes;
}

function keysOfFolder(folder: string): Keys {
  const path = join(folder, 'keys.json');
  const text = readIfThere(path);
  if (text !== undefined) {
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
      throw new Error(`密钥文件 ${path} 其他用户也能读。请先执行 chmod 600 ${path}，再启动。`);
    }
    return parseKeys(text, path);
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  keepOnce(path, writeKeys(freshKeys()));
  return parseKeys(readFileSync(path, 'utf8'), path);
}

/** Writes the file whole or not at all; when two first starts race, the one who links first wins and both read the same keys. */
function keepOnce(path: string, text: string): void {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    linkSync(draft, path);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem;
  } finally {
    unlinkSync(draft);
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw problem;
  }
}
