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
export async function handInCounty(person: Person, only: (path: string) => boolean = () => true): Promise<ImportView[]> {
  const views: ImportView[] = [];
  for (const { name, path } of countyFiles()) {
    if (!only(path)) continue;
    const checked = await upload(person, name, readFileSync(path));
    views.push(checked.state === 'checked' ? await confirm(person, checked) : checked);
  }
  return views;
}

/** The four differences paid on 19 November, as the bank would export them. Cards are those of the September payroll. */
export function lateStatement(): string {
  const payroll = countyFiles().find(({ path }) => path.includes('污水') && path.includes('工资支付表2026-09'));
  if (payroll === undefined) throw new Error('the September payroll is missing');
  const lines = new TextDecoder('gb18030').decode(readFileSync(payroll.path)).split(/\r?\n/);
  const cardOf = (name: string) =>
    /,(\d{16,19}),/.exec(`${lines.find((line) => line.split(',')[1] === name) ?? ''},`.replace(/^(?:[^,]*,){3}/, ','))?.[1] ?? '';
  const paid: [string, number][] = [
    ['蒋平安', 3640],
    ['韩四海', 2600],
    ['杨五谷', 5200],
    ['朱六顺', 5200],
  ];
  const rows = paid.map(
    ([name, yuan], n) =>
      `2026-11-19,B20261119000${n},,${yuan}.00,${16640 - paid.slice(0, n + 1).reduce((sum, [, one]) => sum + one, 0)}.00,${name},${cardOf(name)},补发2026年9月工资`,
  );
  return [
    '农民工工资专用账户交易明细',
    '账号：37150101040002222,,户名：山东朔垣市政工程有限公司（尹集镇污水管网工程）农民工工资专用账户',
    '交易日期,交易流水号,收入金额,支出金额,余额,对方户名,对方账号,摘要',
    '2026-11-18,B202611180001,11440.00,,16640.00,高唐县城乡水务投资有限公司,37150000000000456,拨付2026年9月人工费',
    ...rows,
  ].join('\n');
}
