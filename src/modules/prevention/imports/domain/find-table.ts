import type { CivilMonth } from '#kernel/civil-date.ts';
import { type Cell, plainText, shownText } from './cell.ts';
import { isFaulty, readAccount, readDay, readMonth } from './cell-readings.ts';
import { DICTIONARIES, type ColumnDictionary, IMPORT_KINDS } from './columns.ts';
import { readPeriod, readWholeMonth, type StatedPeriod } from './stated-period.ts';
import type { ColumnGuess, ImportKind } from './wire.ts';

export interface FoundRow {
  readonly no: number;
  readonly cells: readonly Cell[];
}

/** A column of the file and the field it fills; days of the month grid are `day-1` … `day-31`. */
export interface MappedColumn {
  readonly column: number;
  readonly heading: string;
  readonly field: string | null;
  readonly sure: boolean;
  /** The heading says 万元. */
  readonly inTenThousands: boolean;
}

/** What the title rows above the headings say once for every row. */
export interface TitleValues {
  readonly projectName: string | null;
  readonly projectCode: string | null;
  readonly accountNo: string | null;
  readonly employer: string | null;
  readonly team: string | null;
  readonly month: CivilMonth | null;
  readonly payDate: string | null;
  readonly madeOn: string | null;
  /** Days and month that bank flow or attendance says it speaks for. */
  readonly period: StatedPeriod | null;
  readonly wholeMonth: CivilMonth | null;
}

export interface FoundTable {
  readonly kind: ImportKind;
  /** Row number after which the data begin. */
  readonly headUntil: number;
  readonly columns: readonly MappedColumn[];
  readonly titles: TitleValues;
  /** Every column the kind cannot do without is there, and no other column is a mere guess. */
  readonly sure: boolean;
  readonly missing: readonly string[];
}

/** Rows above the headings: titles, notes on how to fill in, the block with project and month. */
const HEAD_ROWS = 30;

/** Spaces, line breaks, full-width forms, stars for "must fill" and remarks in brackets do not make another heading. */
export function plainHeading(text: string): string {
  const plain = text.normalize('NFKC').replace(/[\s*:：_]/g, '');
  const bare = plain.replace(/\([^()]*\)/g, '').replace(/\[[^\]]*\]|【[^】]*】/g, '');
  return bare === '' ? plain.replace(/[()]/g, '') : bare;
}

type Lookup = ReadonlyMap<string, string>;
const LOOKUPS = new Map<ImportKind, Lookup>();

function lookupOf(kind: ImportKind): Lookup {
  const held = LOOKUPS.get(kind);
  if (held !== undefined) return held;
  const lookup = new Map<string, string>();
  for (const { key, name, aliases } of DICTIONARIES[kind].columns) {
    for (const word of [name, ...aliases]) {
      // With brackets first: 收(付)方名称 is another heading than 收方名称.
      for (const spelling of [word.normalize('NFKC').replace(/[\s*:：_]/g, ''), plainHeading(word)]) if (!lookup.has(spelling)) lookup.set(spelling, key);
    }
  }
  LOOKUPS.set(kind, lookup);
  return lookup;
}

function exactField(kind: ImportKind, heading: string): string | null {
  const lookup = lookupOf(kind);
  const whole = heading.normalize('NFKC').replace(/[\s*:：_]/g, '');
  return lookup.get(whole) ?? lookup.get(plainHeading(heading)) ?? (kind === 'attendance' ? dayField(plainHeading(heading)) : null);
}

/** `1`, `01`, `1日`, `9-1`, `9月1日` head a day of the month grid. */
function dayField(heading: string): string | null {
  const day = /^(?:\d{4}[-/.年])?(?:\d{1,2}[-/.月])?(\d{1,2})[日号]?$/.exec(heading)?.[1];
  return day !== undefined && Number(day) >= 1 && Number(day) <= 31 ? `day-${Number(day)}` : null;
}

interface Candidate {
  readonly kind: ImportKind;
  readonly headUntil: number;
  readonly headFrom: number;
  readonly columns: readonly MappedColumn[];
  readonly sureFields: number;
  readonly missing: readonly (readonly string[])[];
}

/**
 * Finds the headings among the first rows, says what kind of file it is and which column is which. Null when no row looks
 * like the headings of any of the five.
 */
export function findTable(rows: readonly FoundRow[], kind: ImportKind | null): FoundTable | null {
  const kinds = kind === null ? IMPORT_KINDS : [kind];
  let best: Candidate | null = null;
  for (let index = 0; index < Math.min(rows.length, HEAD_ROWS); index += 1) {
    const row = rows[index];
    if (row === undefined || filled(row) < 2) continue;
    const below = rows[index + 1];
    for (const each of kinds) {
      const single = candidate(each, row, undefined);
      if (isBetter(single, best)) best = single;
      if (below !== undefined && below.no === row.no + 1 && looksLikeHeadings(below)) {
        const double = candidate(each, row, below);
        if (isBetter(double, best)) best = double;
      }
    }
  }
  if (best === null || best.sureFields < 2) return null;
  const found = best;
  const titles = readTitles(
    rows.filter((row) => row.no < found.headFrom),
    found.kind,
  );
  const guessed = withGuesses(found.kind, found.columns);
  const filledFields = new Set(found.columns.filter((column) => column.sure).map((column) => column.field));
  const asks = guessed.some((column) => column.field !== null && !column.sure && !filledFields.has(column.field));
  return {
    kind: found.kind,
    headUntil: found.headUntil,
    columns: guessed,
    titles,
    sure: found.missing.length === 0 && !asks,
    missing: found.missing.map((group) => namesOf(found.kind, group)),
  };
}

function namesOf(kind: ImportKind, group: readonly string[]): string {
  return group.map((key) => (key === 'day' ? '1 到 31 日' : (DICTIONARIES[kind].columns.find((column) => column.key === key)?.name ?? key))).join('或');
}

function filled(row: FoundRow): number {
  let count = 0;
  for (const cell of row.cells) if (cell !== null) count += 1;
  return count;
}

/** The second line of a two-line head is short text or day numbers, never amounts, identity numbers or dates. */
function looksLikeHeadings(row: FoundRow): boolean {
  return row.cells.every(
    (cell) =>
      cell === null ||
      (typeof cell === 'number' ? cell >= 1 && cell <= 31 && Number.isInteger(cell) : typeof cell === 'string' && cell.length <= 30 && !/\d{6}/.test(cell)),
  );
}

function isBetter(one: Candidate, best: Candidate | null): boolean {
  if (best === null) return true;
  if ((one.missing.length === 0) !== (best.missing.length === 0)) return one.missing.length === 0;
  if (one.sureFields !== best.sureFields) return one.sureFields > best.sureFields;
  // The line of project and pay date above the headings is no upper half of them: one line that says as much is enough.
  return one.headFrom === best.headUntil && best.headFrom < best.headUntil;
}

function candidate(kind: ImportKind, upper: FoundRow, lower: FoundRow | undefined): Candidate {
  const width = Math.max(upper.cells.length, lower?.cells.length ?? 0);
  const columns: MappedColumn[] = [];
  const taken = new Set<string>();
  let parent = '';
  for (let column = 0; column < width; column += 1) {
    const above = plainText(upper.cells[column] ?? null);
    const under = lower === undefined ? '' : plainText(lower.cells[column] ?? null);
    // A merged heading stands in its first cell only; the ones to the right belong to it as long as something stands below.
    if (above !== '') parent = above;
    else if (under === '') parent = '';
    const heading = lower === undefined ? above : under === '' ? above : above === '' && parent === '' ? under : `${parent}/${under}`;
    if (heading === '') continue;
    const field = lower === undefined || under === '' ? exactField(kind, above) : (exactField(kind, `${parent}${under}`) ?? exactField(kind, under));
    const sure = field !== null && !taken.has(field);
    if (sure) taken.add(field);
    columns.push({ column, heading: heading.replace(/\s+/g, ''), field: sure ? field : null, sure, inTenThousands: /万元/.test(heading) });
  }
  const days = columns.filter((column) => column.field?.startsWith('day-')).length;
  const has = (key: string) => (key === 'day' ? days >= 20 : taken.has(key));
  const useful = [...taken].filter((key) => !key.startsWith('day-') && reads(kind, key) !== 'ignored').length;
  return {
    kind,
    headFrom: upper.no,
    headUntil: lower?.no ?? upper.no,
    columns,
    sureFields: useful + (days >= 20 ? 10 : 0),
    missing: DICTIONARIES[kind].needs.filter((group) => !group.some(has)),
  };
}

function reads(kind: ImportKind, key: string): string {
  return DICTIONARIES[kind].columns.find((column) => column.key === key)?.reads ?? 'text';
}

/** Headings no dictionary knows get the field they resemble, marked as a guess for somebody to confirm. */
function withGuesses(kind: ImportKind, columns: readonly MappedColumn[]): readonly MappedColumn[] {
  const taken = new Set(columns.map((column) => column.field));
  return columns.map((column) => {
    if (column.field !== null) return column;
    const heading = plainHeading(column.heading.split('/').at(-1) ?? '');
    const field = resembling(DICTIONARIES[kind], heading);
    if (field === null || taken.has(field)) return column;
    taken.add(field);
    return { ...column, field };
  });
}

interface Spelling {
  readonly key: string;
  readonly plain: string;
}
const SPELLINGS = new Map<ImportKind, readonly Spelling[]>();

function spellingsOf(dictionary: ColumnDictionary): readonly Spelling[] {
  const held = SPELLINGS.get(dictionary.kind);
  if (held !== undefined) return held;
  const spellings = dictionary.columns
    .filter((column) => column.reads !== 'ignored')
    .flatMap(({ key, name, aliases }) => [name, ...aliases].map((word) => ({ key, plain: plainHeading(word) })));
  SPELLINGS.set(dictionary.kind, spellings);
  return spellings;
}

function resembling(dictionary: ColumnDictionary, heading: string): string | null {
  if (heading.length < 2) return null;
  let best: string | null = null;
  let longest = 1;
  for (const { key, plain } of spellingsOf(dictionary)) {
    const common = heading.includes(plain) ? plain.length : plain.includes(heading) ? heading.length : 0;
    if (common > longest) {
      longest = common;
      best = key;
    }
  }
  return best;
}

const LABELS: readonly (readonly [keyof TitleValues, RegExp])[] = [
  ['projectName', /^(工程项目名称|工程名称|项目名称|工程项目|项目部名称|所属项目|工程|项目)$/],
  ['projectCode', /^(项目代码|项目编码|项目编号|工程代码|工程编码|施工许可证号)$/],
  ['accountNo', /^(专户账号|工资专户账号|专用账户账号|农民工工资专用账户账号|农民工工资专用账户|专用账户|账号|帐号|专户帐号|本方账号|账户|工资专户)$/],
  ['employer', /^(用工单位|分包单位|用工\(分包\)单位|劳务分包单位|分包\/班组|用人单位|劳务公司|专业分包单位|单位)$/],
  ['team', /^(班组|班组名称|所属班组|施工班组)$/],
  ['month', /^(年月|月份|工资月份|支付周期|工资支付周期|考勤月份|所属月份|考勤周期|工资所属期|所属期|结算月份|工资所属月份)$/],
  ['payDate', /^(支付日期|发放日期|工资发放日期|工资支付日期)$/],
  ['madeOn', /^(填报日期|制表日期|编制日期|填表日期|制表时间|编表日期)$/],
];

/** A line of project, unit, team, month and account is some 200 characters. */
const TITLE_CHARACTERS = 600;

/** Reads `工程名称：…` in one cell, in two neighbouring cells, or several in one line, and the month in the title itself. */
function readTitles(rows: readonly FoundRow[], kind: ImportKind): TitleValues {
  const found = new Map<keyof TitleValues, Cell>();
  let titleMonth: CivilMonth | null = null;
  const keep = (label: string, value: Cell) => {
    const key = LABELS.find(([, pattern]) => pattern.test(label.replace(/\s/g, '')))?.[0];
    if (key !== undefined && !found.has(key) && plainText(value) !== '') found.set(key, value);
  };
  for (const row of rows) {
    for (const [index, cell] of row.cells.entries()) {
      if (typeof cell !== 'string') continue;
      // Titles are short. What follows is looked for over and over from each place, which a long cell of spaces would make take minutes.
      const text = cell
        .slice(0, TITLE_CHARACTERS)
        .normalize('NFKC')
        .slice(0, TITLE_CHARACTERS)
        .replace(/\s{4,}/g, '   ');
      titleMonth ??= monthIn(text);
      const labels = [...text.matchAll(/([一-龥()/\s]{2,20}?)\s*[:：]\s*(.*?)(?=\s{2,}[一-龥()/]{2,12}\s*[:：]|$)/gs)];
      for (const [, label = '', value = ''] of labels) {
        if (value.trim() !== '') keep(label.trim(), value.trim());
        else keep(label.trim(), nextFilled(row, index));
      }
      if (labels.length === 0) keep(text.trim(), nextFilled(row, index));
    }
  }
  const text = (key: keyof TitleValues) => {
    const value = plainText(found.get(key) ?? null).replace(/\s*(\(盖章\)|\(公章\)|盖章)\s*/g, '');
    return value === '' ? null : value;
  };
  const day = (key: keyof TitleValues) => {
    const reading = readDay(found.get(key) ?? null);
    return isFaulty(reading) ? null : reading;
  };
  const account = readAccount(found.get('accountNo') ?? null);
  const month = readMonth(found.get('month') ?? null);
  return {
    projectName: text('projectName'),
    projectCode: text('projectCode'),
    // A bare 账号 above a payroll could be anybody's; above bank flow it is the account itself.
    accountNo: isFaulty(account) || account === null || !/^[\d*]{6,}$/.test(account) ? null : account,
    employer: kind === 'roster' || kind === 'payroll' || kind === 'attendance' ? text('employer') : null,
    team: text('team'),
    month: isFaulty(month) || month === null ? titleMonth : month,
    payDate: day('payDate'),
    madeOn: day('madeOn'),
    period: kind === 'flows' || kind === 'attendance' ? readPeriod(rows) : null,
    wholeMonth: kind === 'flows' || kind === 'attendance' ? readWholeMonth(rows) : null,
  };
}

function nextFilled(row: FoundRow, index: number): Cell {
  for (let column = index + 1; column < Math.min(row.cells.length, index + 8); column += 1) {
    const cell = row.cells[column] ?? null;
    if (cell !== null) return typeof cell === 'string' && /[:：]\s*$/.test(cell) ? null : cell;
  }
  return null;
}

function monthIn(text: string): CivilMonth | null {
  const match = /(20\d{2})\s*年\s*(\d{1,2})\s*月/.exec(text);
  const month = match === null ? null : readMonth(`${match[1]}-${match[2]}`);
  return isFaulty(month) ? null : month;
}

/** Two files with one signature have the same headings, whatever stands above them and in whatever order rows come. */
export function headingSignature(kind: ImportKind | null, columns: readonly { readonly column: number; readonly heading: string }[]): string {
  return `${kind ?? '?'}|${columns.map((each) => `${each.column}=${plainHeading(each.heading)}`).join('|')}`;
}

/** The mapping as the mapping step shows it, with up to three samples; identity and card samples masked by the caller's mask. */
export function asGuesses(columns: readonly MappedColumn[], rows: readonly FoundRow[], mask: (text: string) => string): readonly ColumnGuess[] {
  return columns.map(({ column, heading, field, sure }) => ({
    column,
    heading,
    field,
    sure,
    samples: rows
      .map((row) => shownText(row.cells[column] ?? null))
      .filter((text) => text !== '')
      .slice(0, 3)
      .map((text) => (/\d{11}/.test(text) ? mask(text) : text)),
  }));
}
