import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ImportView } from '#modules/prevention/imports/domain/wire.ts';
import { confirm, type Person, upload } from './client.ts';

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'county-a');
const FILES = join(FOLDER, 'files');

/** What a person worked out from the files, `expected.md` says how. */
export interface Expected {
  readonly on: string;
  readonly must: readonly {
    readonly project: string;
    readonly warns: readonly string[];
    readonly rule?: string;
    readonly month: string | null;
    readonly people: number | null;
    readonly amountFen: string | null;
    readonly level: number | null;
  }[];
  readonly may: readonly { readonly project: string; readonly warns: readonly string[]; readonly levelAtMost?: number }[];
  readonly faults: readonly { readonly row: number; readonly column: string; readonly reason: string }[];
}

export const expected: Expected = JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8'));

/** The county's files in the order an office hands them in: ledger, rosters, attendance, payrolls, statements. */
export function countyFiles(): readonly { readonly name: string; readonly path: string }[] {
  const all = readdirSync(FILES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('faults'))
    .map((entry) => join(entry.parentPath, entry.name));
  const order = ['台账', '花名册', '考勤', '工资', '流水'];
  const rank = (path: string) => order.findIndex((word) => basename(path).includes(word));
  return all.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b)).map((path) => ({ name: basename(path), path }));
}

export const faultyPayroll = () => readFileSync(join(FILES, 'payroll-with-faults.xlsx'));

/** Hands the whole county in and answers what became of each file. */
export async function handInCounty(person: Person, only: (name: string) => boolean = () => true): Promise<ImportView[]> {
  const views: ImportView[] = [];
  for (const { name, path } of countyFiles()) {
    if (!only(name)) continue;
    const checked = await upload(person, name, readFileSync(path));
    views.push(checked.state === 'checked' ? await confirm(person, checked) : checked);
  }
  return views;
}
