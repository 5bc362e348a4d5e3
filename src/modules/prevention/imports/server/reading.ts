import { createHash } from 'node:crypto';
import pg from 'pg';
import { type CivilDate, type CivilMonth, dayInMonth, monthOf } from '#kernel/civil-date.ts';
import { copyBytes, copyField, copyHex, copyLines, hashedLines, openSheets, RefusedFile, type Sheet, type TableRow } from '#platform/exchange/index.ts';
import { maskIdentity, type Vault } from '#platform/vault/index.ts';
import {
  asGuesses,
  attendanceRows,
  type CellFault,
  type ColumnGuess,
  DICTIONARIES,
  findTable,
  type FlowRow,
  flowRows,
  type FoundTable,
  headingSignature,
  type ImportKind,
  KIND_NAMES,
  ledgerRows,
  type MappedColumn,
  periodOf,
  type PayrollRow,
  payrollRows,
  rosterRows,
  rowReader,
  type RowReader,
  shownText,
  sortRow,
  type StatedPeriod,
  type SheetRow,
  type PunchRow,
} from '../domain/index.ts';
import { flowLine, ledgerLine, type LineMaker, payrollLine, punchLine, references, type References, rosterLine, sheetLine } from './staged-lines.ts';

/** What the reading thread is told. */
export interface ReadingOrder {
  readonly importId: string;
  readonly on: CivilDate;
  readonly kind: ImportKind | null;
  readonly month: CivilMonth | null;
  readonly projectChosen: boolean;
  readonly columns: readonly { readonly column: number; readonly field: string | null }[] | null;
  readonly organisation: string;
}

export interface SumOfRows {
  readonly rows: number;
  readonly people: number;
  readonly projects: number;
  readonly amountFen: string;
  readonly from: string | null;
  readonly until: string | null;
}

export interface Preview {
  readonly sheet: string;
  readonly headUntil: number;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly fields: readonly string[];
  readonly form: 'punch' | 'sheet' | null;
  /** The days the file says it speaks for, whatever rows it holds. */
  readonly period: StatedPeriod | null;
}

/** What came of reading one file. */
export type ReadingOutcome =
  | { readonly is: 'busy' }
  | { readonly is: 'refused'; readonly code: string; readonly says: string }
  | {
      readonly is: 'needs-mapping';
      readonly kind: ImportKind | null;
      readonly signature: string | null;
      readonly mapping: readonly ColumnGuess[];
      readonly says: string;
    }
  | {
      readonly is: 'read';
      readonly kind: ImportKind;
      readonly signature: string;
      readonly mapping: readonly ColumnGuess[];
      readonly preview: Preview;
      readonly totals: SumOfRows;
      readonly stagedRows: number;
      readonly contentHash: Buffer;
    };

/** More remarks than this help nobody; the count goes on. */
const FAULTS_KEPT = 50_000;
/** One number in front of the import's id: two processes never read the same import at once. */
const READING_LOCK = 7_210_004;

/**
 * Reads a stored file into the staging tables. Runs in the reading thread with a connection of its own, so that neither
 * memory nor time of the serving thread is at stake.
 */
export async function readImport(connectionString: string, vault: Vault, order: ReadingOrder, progress: (rows: number) => void): Promise<ReadingOutcome> {
  const client = new pg.Client({ connectionString, application_name: 'anxin-reading' });
  // A connection that breaks is heard of by the statement under way; without a listener it would end the thread first.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const lock = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1, ($2::bigint % 2147483647)::int) as got', [READING_LOCK, order.importId]);
    if (lock.rows[0]?.got !== true) return { is: 'busy' };
    await client.query('set role app_ingest');
    await forgetStaged(client, order.importId);
    const file = await storedFile(client, order.importId);
    return await readSheets(client, vault, order, file, progress);
  } catch (problem) {
    if (problem instanceof RefusedFile) return { is: 'refused', code: problem.code, says: problem.says };
    throw problem;
  } finally {
    await client.end();
  }
}

export const STAGING_TABLES = [
  'staged_project',
  'staged_person',
  'staged_cipher',
  'staged_ledger',
  'staged_roster',
  'staged_punch',
  'staged_sheet',
  'staged_payroll',
  'staged_flow',
] as const;

async function forgetStaged(client: pg.Client, importId: string): Promise<void> {
  for (const table of STAGING_TABLES) await client.query(`delete from exchange.${table} where import_id = $1`, [importId]);
  await client.query('delete from exchange.cell_error where import_id = $1', [importId]);
}

async function storedFile(client: pg.Client, importId: string): Promise<Buffer> {
  const { rows } = await client.query<{ content: Buffer }>(
    'select c.content from exchange.import i join exchange.upload_chunk c on c.upload_id = i.upload_id where i.id = $1 order by c.no',
    [importId],
  );
  return Buffer.concat(rows.map((row) => row.content));
}

interface OpenTable {
  readonly found: FoundTable;
  readonly sheet: string;
  readonly head: readonly TableRow[];
  readonly rest: AsyncIterator<readonly TableRow[]>;
}

async function readSheets(client: pg.Client, vault: Vault, order: ReadingOrder, file: Buffer, progress: (rows: number) => void): Promise<ReadingOutcome> {
  const sheets = await openSheets(file);
  const { best, others } = await bestTable(sheets, order.kind);
  if (best === null) {
    return {
      is: 'needs-mapping',
      kind: order.kind,
      signature: null,
      mapping: [],
      says: '没有找到表头。请确认文件是台账、花名册、考勤表、工资支付表或专户流水中的一种，表头在前 30 行里；也可以下载模板对照。',
    };
  }
  if (others.length > 0) {
    return {
      is: 'refused',
      code: 'several-sheets',
      says: `工作簿里有 ${others.length + 1} 张同类的表：${[best.sheet, ...others].map((name) => `「${name}」`).join('')}。为免漏读，请把它们合成一张，或分开存成几个文件再上传。`,
    };
  }
  const { columns, confirmed } = await mappingFor(client, order, best.found);
  const kind = order.kind ?? best.found.kind;
  const signature = headingSignature(kind, best.found.columns);
  const mapping = asGuesses(
    columns,
    best.head.filter((row) => row.no > best.found.headUntil),
    maskIdentity,
  );
  const asks = confirmed ? missingOf(kind, columns) : best.found.sure ? null : unsure(best.found);
  const says = asks ?? missingDefaults(kind, columns, best.found, order);
  if (says !== null) return { is: 'needs-mapping', kind, signature, mapping, says };
  return takeRows(client, vault, order, { ...best, found: { ...best.found, kind, columns } }, { signature, mapping, progress });
}

function unsure(found: FoundTable): string {
  if (found.missing.length > 0) return `按「${KIND_NAMES[found.kind]}」读，还没有认出这些列：${found.missing.join('、')}。请指出它们是哪一列。`;
  return `按「${KIND_NAMES[found.kind]}」读，有几列的名称没有把握。请确认或改正后继续，下次同样的表头不再询问。`;
}

function missingOf(kind: ImportKind, columns: readonly MappedColumn[]): string | null {
  const has = (key: string) =>
    key === 'day' ? columns.filter((column) => column.field?.startsWith('day-')).length >= 20 : columns.some((column) => column.field === key);
  const missing = DICTIONARIES[kind].needs.filter((group) => !group.some(has));
  if (missing.length === 0) return null;
  return `还缺必需的列：${missing.map((group) => group.map((key) => DICTIONARIES[kind].columns.find((column) => column.key === key)?.name ?? '1 到 31 日').join('或')).join('、')}。`;
}

/** Month and project that neither a column nor the title rows name must be chosen by somebody. */
function missingDefaults(kind: ImportKind, columns: readonly MappedColumn[], found: FoundTable, order: ReadingOrder): string | null {
  const has = (field: string) => columns.some((column) => column.field === field);
  const { titles } = found;
  if (
    kind !== 'ledger' &&
    !order.projectChosen &&
    !has('projectName') &&
    !has('projectCode') &&
    !has('accountNo') &&
    titles.projectName === null &&
    titles.projectCode === null &&
    titles.accountNo === null
  ) {
    return '文件里没有写是哪个项目。请选定项目后继续。';
  }
  const isGrid = kind === 'attendance' && !has('punchedAt') && !has('punchedOn');
  if ((kind === 'payroll' || isGrid) && !has('month') && titles.month === null && order.month === null) return '文件里没有写是哪个月的。请选定月份后继续。';
  return null;
}

async function mappingFor(client: pg.Client, order: ReadingOrder, found: FoundTable): Promise<{ columns: readonly MappedColumn[]; confirmed: boolean }> {
  const kind = order.kind ?? found.kind;
  const chosen = order.columns ?? (await rememberedColumns(client, order.organisation, headingSignature(kind, found.columns)));
  if (chosen === null) return { columns: found.columns, confirmed: false };
  const fields = new Map(chosen.map((each) => [each.column, each.field]));
  return {
    columns: found.columns.map((column) => ({ ...column, field: fields.has(column.column) ? (fields.get(column.column) ?? null) : column.field, sure: true })),
    confirmed: true,
  };
}

async function rememberedColumns(client: pg.Client, organisation: string, signature: string): Promise<ReadingOrder['columns']> {
  const { rows } = await client.query<{ columns: { column: number; field: string | null }[] }>(
    'select columns from exchange.mapping where organisation = $1 and signature = $2',
    [organisation, createHash('sha256').update(signature).digest('hex')],
  );
  return rows[0]?.columns ?? null;
}

const HEAD = 60;

/** The first sheet with every needed column, else the one that comes nearest; and the names of further complete ones. */
async function bestTable(sheets: readonly Sheet[], kind: ImportKind | null): Promise<{ best: OpenTable | null; others: string[] }> {
  let best: OpenTable | null = null;
  const others: string[] = [];
  for (const sheet of sheets) {
    const rest = sheet.rows[Symbol.asyncIterator]();
    const head: TableRow[] = [];
    while (head.length < HEAD) {
      const next = await rest.next();
      if (next.done === true) break;
      head.push(...next.value);
    }
    const found = findTable(head, kind);
    const hasData = found !== null && head.some((row) => row.no > found.headUntil && row.cells.filter((cell) => cell !== null).length > 1);
    if (found !== null && hasData && best !== null && best.found.missing.length === 0 && found.missing.length === 0 && found.kind === best.found.kind)
      others.push(sheet.name);
    else if (found !== null && (best === null || (best.found.missing.length > 0 && found.missing.length === 0))) {
      await best?.rest.return?.();
      best = { found, sheet: sheet.name, head, rest };
      continue;
    }
    await rest.return?.();
  }
  return { best, others };
}

interface Taking {
  readonly signature: string;
  readonly mapping: readonly ColumnGuess[];
  readonly progress: (rows: number) => void;
}

/** One row of the file into none, one or two staged rows. */
interface RowTaker {
  readonly maker: LineMaker<never>;
  take(): { readonly lines: readonly string[]; readonly ciphers: readonly string[] } | null;
}

async function takeRows(client: pg.Client, vault: Vault, order: ReadingOrder, table: OpenTable, taking: Taking): Promise<ReadingOutcome> {
  const { found } = table;
  const setting = { on: order.on, columns: found.columns, titles: found.titles, month: order.month, projectChosen: order.projectChosen };
  const reader = rowReader(setting);
  const refs = references(vault);
  const sums = runningSums(found.kind);
  const isGrid = found.columns.filter((column) => column.field?.startsWith('day-') === true).length >= 20;
  const taker = takerFor(found.kind, isGrid, reader, setting, vault, refs, sums);
  const content = hashedLines(createHash('sha256').update(found.kind));
  const copy = copyLines(client, taker.maker.table, ['import_id', 'row_no', ...taker.maker.columns]);
  const keys = keyColumns(found);
  const faults = faultCollector();
  const filled = filledDays(found, order);
  let dataRows = 0;
  let staged = 0;
  let total: TableRow | null = null;
  const previewRows: TableRow[] = [];
  const batch = async (rows: readonly TableRow[]) => {
    for (const row of rows) {
      if (row.no <= found.headUntil) continue;
      const sort = sortRow(row, found.columns, keys);
      if (sort === 'total') total = row;
      if (sort !== 'data') continue;
      dataRows += 1;
      filled.see(row);
      if (previewRows.length < 20) previewRows.push(row);
      reader.begin(row);
      const taken = taker.take();
      faults.add(reader.takeFaults());
      if (taken === null) {
        content.add(`!${row.cells.map(shownText).join('\t')}`);
        continue;
      }
      for (let index = 0; index < taken.lines.length; index += 1) {
        const line = content.add(taken.lines[index] ?? '');
        const cipher = taken.ciphers[index];
        copy.add(`${order.importId}\t${row.no}\t`, line, cipher === undefined ? '' : `\t${cipher}`);
        staged += 1;
      }
    }
    await copy.drain();
    taking.progress(dataRows);
  };
  await forEachBatch(table, batch);
  await copy.end();
  const form = found.kind === 'attendance' ? (isGrid ? 'sheet' : 'punch') : null;
  const stated = found.kind === 'flows' || form !== null ? periodOf(found.titles, form ?? 'flows') : null;
  const period = stated ?? (form === 'sheet' ? filled.through() : null);
  if (period !== null) content.add(`${period.from ?? ''}|${period.until}`);
  if (dataRows === 0) mentionQuietAccount(found, period, order, reader, refs, sums);
  if (total !== null && faults.refusedRows === 0) faults.add(totalFault(found, total, sums));
  await copyReferences(client, vault, order.importId, refs, content);
  await faults.store(client, order.importId);
  await client.query('select exchange.count_staged($1)', [form ?? found.kind]);
  await client.query('update exchange.import set error_rows = $2, error_cells = $3, warning_cells = $4 where id = $1', [
    order.importId,
    faults.refusedRows,
    faults.errors,
    faults.warnings,
  ]);
  return {
    is: 'read',
    kind: found.kind,
    signature: taking.signature,
    mapping: taking.mapping,
    preview: previewOf(table, previewRows, form, period),
    totals: { rows: dataRows, people: refs.persons.length, projects: found.kind === 'ledger' ? dataRows : refs.projects.length, ...sums.result() },
    stagedRows: staged,
    contentHash: content.digest(),
  };
}

/** How far the sheet of a month that still runs is filled in: what is empty behind it has not been written yet. */
function filledDays(found: FoundTable, order: ReadingOrder): { see(row: TableRow): void; through(): StatedPeriod | null } {
  const month = found.titles.month ?? order.month;
  const columns = found.columns.filter((column) => column.field?.startsWith('day-') === true);
  let last = -1;
  return {
    see(row) {
      for (let at = columns.length - 1; at > last; at -= 1) if ((row.cells[columns[at]?.column ?? -1] ?? null) !== null) last = at;
    },
    through() {
      const day = Number(columns[last]?.field?.slice('day-'.length) ?? 0);
      return month === null || month !== monthOf(order.on) || day === 0 ? null : { from: null, until: dayInMonth(month, day) };
    },
  };
}

/** A statement without a movement says that nothing moved, if it says of which account and between which days. */
function mentionQuietAccount(
  found: FoundTable,
  period: StatedPeriod | null,
  order: ReadingOrder,
  reader: RowReader,
  refs: References,
  sums: RunningSums,
): void {
  const { accountNo, projectName, projectCode } = found.titles;
  const saysWhose = accountNo !== null || projectName !== null || projectCode !== null || order.projectChosen;
  if (found.kind !== 'flows' || period?.from == null || period.from > order.on || !saysWhose) {
    const cure = found.kind === 'flows' ? '期间内确实没有交易的，请保留表头上方的账号和起止日期后再上传。' : '请确认选对了文件和工作表。';
    throw new RefusedFile('no-rows', `表头下面没有数据行。${cure}`);
  }
  reader.begin({ no: found.headUntil, cells: [] });
  refs.project(reader.project());
  sums.span(period.from);
  sums.span(period.until < order.on ? period.until : order.on);
}

async function forEachBatch(table: OpenTable, batch: (rows: readonly TableRow[]) => Promise<void>): Promise<void> {
  await batch(table.head);
  for (;;) {
    const next = await table.rest.next();
    if (next.done === true) return;
    await batch(next.value);
  }
}

/** The columns that tell a data row from a total or a signature: who, which project, or which money. */
function keyColumns(found: FoundTable): readonly number[] {
  const fields = found.kind === 'ledger' ? ['name', 'code'] : found.kind === 'flows' ? ['happenedOn', 'happenedAt'] : ['identity', 'name'];
  return fields.flatMap((field) => found.columns.find((column) => column.field === field)?.column ?? []);
}

interface RunningSums {
  money(amount: bigint): void;
  span(from: string): void;
  readonly amount: bigint;
  result(): { amountFen: string; from: string | null; until: string | null };
}

function runningSums(_kind: ImportKind): RunningSums {
  let amount = 0n;
  let from: string | null = null;
  let until: string | null = null;
  return {
    money: (more) => {
      amount += more;
    },
    span(at) {
      if (from === null || at < from) from = at;
      if (until === null || at > until) until = at;
    },
    get amount() {
      return amount;
    },
    result: () => ({ amountFen: amount.toString(), from, until }),
  };
}

function takerFor(
  kind: ImportKind,
  isGrid: boolean,
  reader: RowReader,
  setting: Parameters<typeof rosterRows>[1],
  vault: Vault,
  refs: References,
  sums: RunningSums,
): RowTaker {
  switch (kind) {
    case 'payroll':
      return single(payrollRows(reader, setting), payrollLine(vault, refs), (row: PayrollRow) => {
        sums.money(row.netFen);
        sums.span(row.month);
      });
    case 'roster':
      return single(rosterRows(reader, setting), rosterLine(vault, refs), (row) => sums.span(row.enteredOn));
    case 'flows':
      return single(flowRows(reader, setting), flowLine(vault, refs, serials()), (row: FlowRow) => {
        sums.money(row.amountFen);
        sums.span(row.happenedOn);
      });
    case 'ledger':
      return single(ledgerRows(reader), ledgerLine(), (row) => sums.money(row.contractFen ?? 0n));
    case 'attendance': {
      const rows = attendanceRows(reader, setting);
      return isGrid
        ? several(rows as () => readonly SheetRow[] | null, sheetLine(refs), (row) => sums.span(row.month))
        : several(rows as () => readonly PunchRow[] | null, punchLine(refs), (row) => sums.span(row.at.slice(0, 10)));
    }
  }
}

function single<Row>(next: () => Row | null, maker: LineMaker<Row>, count: (row: Row) => void): RowTaker {
  return {
    maker,
    take() {
      const row = next();
      if (row === null) return null;
      count(row);
      return { lines: [maker.meaning(row)], ciphers: maker.ciphers === undefined ? [] : [maker.ciphers(row)] };
    },
  };
}

function several<Row>(next: () => readonly Row[] | null, maker: LineMaker<Row>, count: (row: Row) => void): RowTaker {
  return {
    maker,
    take() {
      const rows = next();
      if (rows === null) return null;
      for (const row of rows) count(row);
      return { lines: rows.map((row) => maker.meaning(row)), ciphers: [] };
    },
  };
}

/**
 * The bank's number of a movement. Where there is none, a hash of what it says and which of several equal ones it is; where
 * one number covers a whole batch, the first keeps it and the others get what they say behind it.
 */
export function serials(): (row: FlowRow) => string {
  const seen = new Map<string, string>();
  const repeats = new Map<string, number>();
  return (row) => {
    const says = `${row.project.account}|${row.happenedOn}|${row.happenedAt ?? ''}|${row.direction}|${row.amountFen}|${row.balanceFen ?? ''}|${row.counterpartyName ?? ''}|${row.counterpartyAccount ?? ''}|${row.memo ?? ''}`;
    const key = `${row.project.name}|${row.project.account}|${row.serialNo ?? ''}`;
    if (row.serialNo !== null && !seen.has(key)) {
      seen.set(key, says);
      return row.serialNo;
    }
    const time = (repeats.get(`${key}${says}`) ?? 0) + 1;
    repeats.set(`${key}${says}`, time);
    const digest = createHash('sha256').update(`${says}|${time}`).digest('hex').slice(0, 20);
    return row.serialNo === null ? `h-${digest}` : `${row.serialNo}#${digest.slice(0, 8)}`;
  };
}

/** 合计 as written against the sum of the rows above it. */
function totalFault(found: FoundTable, total: TableRow, sums: RunningSums): readonly CellFault[] {
  const column = found.columns.find((each) => each.field === (found.kind === 'payroll' ? 'netFen' : ''));
  const written = column === undefined ? null : (total.cells[column.column] ?? null);
  if (column === undefined || typeof written !== 'number') return [];
  const sum = Number(sums.amount) / 100;
  if (Math.abs(written - sum) < 0.005) return [];
  return [
    {
      row: total.no,
      column: column.column,
      heading: column.heading,
      value: String(written),
      severity: 'warning',
      reason: `合计写的是 ${written.toFixed(2)}，各行相加是 ${sum.toFixed(2)}`,
      cure: '请核对有没有漏行，或改正合计。',
    },
  ];
}

/** Stages the projects and people the rows named, and ciphers of the people nobody has met before. */
export async function copyReferences(
  client: pg.ClientBase,
  vault: Vault,
  importId: string,
  refs: References,
  content: ReturnType<typeof hashedLines>,
): Promise<void> {
  const projects = copyLines(client, 'exchange.staged_project', ['import_id', 'ref', 'name', 'code', 'account']);
  for (const [ref, project] of refs.projects.entries()) {
    projects.add(`${importId}\t${ref}\t${copyField(project.name)}\t${copyField(project.code)}\t${copyField(project.account)}`);
    content.add(`${project.name}|${project.code}|${project.account}`);
  }
  await projects.end();
  const persons = copyLines(client, 'exchange.staged_person', ['import_id', 'ref', 'identity_index']);
  for (const [ref, { index }] of refs.persons.entries()) {
    persons.add(`${importId}\t${ref}\t${copyHex(index)}`);
    content.add(index);
    if (ref % 1_000 === 999) await persons.drain();
  }
  await persons.end();
  await copyCiphers(client, vault, importId, refs);
}

/** Only people nobody has met before are encrypted; the others are in the vault already. */
async function copyCiphers(client: pg.ClientBase, vault: Vault, importId: string, refs: References): Promise<void> {
  const { rows } = await client.query<{ ref: number }>(
    `select st.ref from exchange.staged_person st
     where st.import_id = $1 and not exists (select from prevention.person p where p.identity_index = st.identity_index) order by st.ref`,
    [importId],
  );
  const ciphers = copyLines(client, 'exchange.staged_cipher', ['import_id', 'ref', 'identity_cipher', 'key_version']);
  for (const [at, { ref }] of rows.entries()) {
    const person = refs.persons[ref];
    if (person === undefined) throw new Error('a staged person was never read');
    ciphers.add(`${importId}\t${ref}\t${copyBytes(vault.encrypt(person.identity, `person.identity:${person.index}`))}\t${vault.keyVersion}`);
    if (at % 1_000 === 999) await ciphers.drain();
  }
  await ciphers.end();
}

function faultCollector() {
  const kept: CellFault[] = [];
  const refused = new Set<number>();
  let errors = 0;
  let warnings = 0;
  return {
    get errors() {
      return errors;
    },
    get warnings() {
      return warnings;
    },
    get refusedRows() {
      return refused.size;
    },
    add(faults: readonly CellFault[]) {
      for (const fault of faults) {
        if (fault.severity === 'error') {
          errors += 1;
          refused.add(fault.row);
        } else warnings += 1;
        if (kept.length < FAULTS_KEPT) kept.push(fault);
      }
    },
    async store(client: pg.Client, importId: string) {
      // Findings are seen by row-level security, which COPY does not serve.
      for (let from = 0; from < kept.length; from += 5_000) {
        const part = kept.slice(from, from + 5_000);
        await client.query(
          `insert into exchange.cell_error (import_id, row_no, column_no, heading, value, reason, cure, severity)
           select $1, f.* from unnest($2::int[], $3::smallint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[]) f`,
          [
            importId,
            part.map((each) => each.row),
            part.map((each) => each.column),
            part.map((each) => each.heading),
            part.map((each) => each.value),
            part.map((each) => each.reason),
            part.map((each) => each.cure),
            part.map((each) => each.severity),
          ],
        );
      }
    },
  };
}

function previewOf(table: OpenTable, rows: readonly TableRow[], form: Preview['form'], period: Preview['period']): Preview {
  const used = table.found.columns.filter((column) => column.field !== null);
  return {
    sheet: table.sheet,
    headUntil: table.found.headUntil,
    form,
    period,
    fields: used.map((column) => column.field ?? ''),
    headings: used.map((column) => column.heading),
    rows: rows.map((row) => used.map((column) => masked(column.field, shownText(row.cells[column.column] ?? null)))),
  };
}

function masked(field: string | null, text: string): string {
  return field === 'identity' || field === 'card' || /\d{11}/.test(text) ? maskIdentity(text) : text;
}
