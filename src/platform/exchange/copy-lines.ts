import type { Hash } from 'node:crypto';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

const FLUSH_AT = 512 * 1024;
const ROOM = 2 * FLUSH_AT;
const LINE_END = 10;

/** Sends rows to COPY as text lines. `add` is called for every row of a file, so it only writes bytes behind each other. */
export interface CopyLines {
  /** One line without its line end, or its parts: fields made by `copyField`, parted by tabs. */
  add(...parts: readonly (string | Uint8Array)[]): void;
  /** Waits until the database has taken what was added so far; call it now and then, so that memory stays bounded. */
  drain(): Promise<void>;
  end(): Promise<void>;
}

export function copyLines(client: ClientBase, table: string, columns: readonly string[]): CopyLines {
  const stream: Writable = client.query(copyFrom(`copy ${table} (${columns.join(',')}) from stdin`));
  const done = finished(stream);
  // The caller hears of a failure from drain() or end(); until then it must not end the process.
  done.catch(() => undefined);
  const bytes = growing();
  const flush = async () => {
    if (bytes.length > 0 && !stream.write(bytes.take())) await Promise.race([once(stream, 'drain'), done]);
  };
  return {
    add(...parts) {
      for (const part of parts) bytes.write(part);
      bytes.end();
    },
    drain: () => (bytes.length >= FLUSH_AT ? flush() : Promise.resolve()),
    async end() {
      await flush();
      stream.end();
      await done;
    },
  };
}

/** Hashes lines that go to COPY as well: each is encoded once, and `add` answers its bytes, which stand until the next line. */
export function hashedLines(hash: Hash): { add(line: string): Uint8Array; digest(): Buffer } {
  const bytes = growing();
  const flush = () => hash.update(bytes.written());
  return {
    add(line) {
      if (bytes.length >= FLUSH_AT) {
        flush();
        bytes.restart();
      }
      const from = bytes.length;
      bytes.write(line);
      bytes.end();
      return bytes.written(from, -1);
    },
    digest: () => {
      flush();
      return hash.digest();
    },
  };
}

/** Bytes behind each other in memory that grows when a line does not fit. */
function growing() {
  let held = Buffer.allocUnsafe(ROOM);
  let at = 0;
  const reserve = (more: number) => {
    if (at + more <= held.length) return;
    const larger = Buffer.allocUnsafe(2 * (at + more));
    held.copy(larger, 0, 0, at);
    held = larger;
  };
  return {
    get length() {
      return at;
    },
    write(part: string | Uint8Array) {
      reserve(part.length * 3);
      if (typeof part === 'string') at += held.write(part, at, 'utf8');
      else {
        held.set(part, at);
        at += part.length;
      }
    },
    end() {
      reserve(1);
      held[at] = LINE_END;
      at += 1;
    },
    written: (from = 0, until = 0) => held.subarray(from, at + until),
    restart() {
      at = 0;
    },
    /** Gives the memory away: what is sent is read later. */
    take() {
      const given = held.subarray(0, at);
      held = Buffer.allocUnsafe(ROOM);
      at = 0;
      return given;
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
  return value === null ? '\\N' : copyHex(value.toString('hex'));
}

/** A bytea known in hexadecimal. */
export function copyHex(hex: string): string {
  return `\\\\x${hex}`;
}

export function copyFlag(value: boolean | null): string {
  return value === null ? '\\N' : value ? 't' : 'f';
}
