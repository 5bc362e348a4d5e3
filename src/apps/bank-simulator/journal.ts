import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { BankEvent } from './bank.ts';

/** The bank's journal: a line a thing that happened, on the disk before it has an effect. A last line cut off by a crash had none. */
export function journal(path: string): { readonly before: readonly BankEvent[]; keep(event: BankEvent): void; close(): void } {
  mkdirSync(dirname(path), { recursive: true });
  const before = existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1).map(eventOf) : [];
  const file = openSync(path, 'a');
  return {
    before,
    keep(event) {
      writeSync(file, `${JSON.stringify(event)}\n`);
      fsyncSync(file);
    },
    close: () => closeSync(file),
  };
}

function eventOf(line: string): BankEvent {
  const event: BankEvent = JSON.parse(line);
  return event;
}
