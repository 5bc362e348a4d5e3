import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

const FLUSH_AT = 512 * 1024;

/** Sends rows to COPY as text lines. `add` is called for every row of a file, so it only glues strings together. */
export interface CopyLines {
  /** One line without its line end; fields made by `copyField`, parted by tabs. */
  add(line: string): void;
  /** Waits until the database has taken what was added so far; call it now and then, so that memory stays bounded. */
  drain(): Promise<void>;
  end(): Promise<void>;
}

export function copyLines(client: ClientBase, table: string, columns: readonly string[]): CopyLines {
  const stream: Writable = client.query(copyFrom(`copy ${table} (${columns.join(',')}) from stdin`));
  const done = finished(stream);
  // The caller hears of a failure from drain() or end(); until then it must not end the process.
  done.catch(() => undefined);
  let buffer = '';
  const flush = async () => {
    if (buffer === '') return;
    const text = buffer;
    buffer = '';
    if (!stream.write(text)) await Promise.race([once(stream, 'drain'), done]);
  };
  return {
    add(line) {
      buffer += line;
      buffer += '\n';
    },
    drain: () => (buffer.length >= FLUSH_AT ? flush() : Promise.resolve()),
    async end() {
      await flush();
      stream.end();
      await done;
    },
  };
}

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A text as a field of COPY's text format; null is `\N`. NUL, which a text column cannot hold, is left out. */
export function copyField(value: string | null): string {
  if (value === null) return '\\N';
  if (!SPECIAL.test(value)) return value.includes('\0') ? value.replaceAll('\0', '') : value;
  return value.replaceAll('\0', '').replace(/[\\\t\n\r]/g, (found) => ESCAPES[found] ?? found);
}

export function copyBytes(value: Buffer | null): string {
  return value === null ? '\\N' : `\\\\x${value.toString('hex')}`;
}

export function copyFlag(value: boolean | null): string {
  return value === null ? '\\N' : value ? 't' : 'f';
}
