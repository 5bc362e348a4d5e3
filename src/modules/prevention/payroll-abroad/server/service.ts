import { Readable } from 'node:stream';
import type { CivilDate, CivilMonth } from '#kernel/civil-date.ts';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import type { Sender } from '#modules/prevention/imports/server/index.ts';
import { record } from '#platform/audit/index.ts';
import { type Clock, wallClock } from '#platform/clock.ts';
import type { Store } from '#platform/db/index.ts';
import { plainWorkbook, type WrittenSheet, workbookStream } from '#platform/exchange/index.ts';
import {
  type AbroadFormat,
  type AbroadPayroll,
  type AbroadProblem,
  type AbroadText,
  type Built,
  ecpr,
  faultsOfQatarSif,
  faultsOfUaeSif,
  FORMAT_FORMS,
  qatarSif,
  readWorkerTable,
  type Supplement,
  uaeSif,
  wh347,
  type Wh347,
  type WrittenAt,
} from '../domain/index.ts';
import { faultsOfEcpr } from './ecpr-reader.ts';
import { abroadPayroll, type AbroadSpan } from './records.ts';

export interface AbroadOrder {
  readonly format: AbroadFormat;
  readonly projectId: string;
  readonly month?: CivilMonth | undefined;
  readonly weekEnding?: CivilDate | undefined;
  readonly purpose: string;
  readonly head: Readonly<Record<string, string>>;
  /** The table of what our records lack, as `readWorkerTable` reads it. Kept nowhere. */
  readonly workers: string;
}

export interface AbroadFile {
  readonly name: string;
  readonly type: string;
  readonly content: Readable;
}

export interface AbroadRefusal extends Refusal {
  readonly fields?: readonly { readonly path: string; readonly says: string }[];
}

export interface PayrollAbroad {
  write(by: Sender, order: AbroadOrder): Promise<Result<AbroadFile, AbroadRefusal>>;
  /** The table to fill in: every worker of the span by number and name, and the columns the file needs. */
  supplementForm(
    by: Sender,
    order: Pick<AbroadOrder, 'format' | 'projectId' | 'month' | 'weekEnding'>,
  ): Promise<Result<{ readonly name: string; readonly content: Buffer }, AbroadRefusal>>;
}

const NO_PROJECT: Refusal = { code: 'project-not-found', says: '没有找到这个项目，或不在您的管辖范围内。请重新选择。' };
/** More problems than this help nobody at once. */
const PROBLEMS_SHOWN = 200;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Files of other countries' wage protection, out of a project's own payroll. What our records lack is typed for the one file and kept nowhere. */
export function payrollAbroad({ store, clock }: { readonly store: Store; readonly clock: Clock }): PayrollAbroad {
  async function found(by: Sender, order: Pick<AbroadOrder, 'format' | 'projectId' | 'month' | 'weekEnding'>) {
    const span = spanOf(order);
    if (!span.ok) return span;
    const records = await store.reading(by.scope, (tx) => abroadPayroll(tx, order.projectId, span.value));
    return records === undefined ? refuse(NO_PROJECT) : ok(records);
  }

  return {
    async write(by, order) {
      const records = await found(by, order);
      if (!records.ok) return records;
      const { payroll } = records.value;
      const table = readWorkerTable(order.format, order.workers);
      const head = Object.fromEntries(Object.entries(order.head).flatMap(([key, text]) => (text.trim() === '' ? [] : [[key, text.trim()]])));
      const early = [...records.value.problems, ...table.problems];
      const written: Built<AbroadFile> =
        early.length > 0 ? { ok: false, problems: early } : fileOf(order.format, payroll, { head, workers: table.workers }, clock);
      if (!written.ok) return refuse(refusalOf(written.problems));
      await store.within(by.scope, (tx) =>
        record(tx, {
          by,
          action: 'payroll-abroad.written',
          object: `project:${order.projectId}`,
          region: by.regionCode,
          detail: {
            format: order.format,
            month: order.month ?? null,
            weekEnding: order.weekEnding ?? null,
            people: payroll.workers.length,
            purpose: order.purpose,
          },
        }),
      );
      return ok(written.value);
    },

    async supplementForm(by, order) {
      const records = await found(by, order);
      if (!records.ok) return records;
      const form = FORMAT_FORMS[order.format];
      const { workers } = records.value.payroll;
      if (workers.length === 0) return refuse({ code: 'payroll-abroad-not-found', says: '这段时间没有工资和考勤。请换一个月份或周。' });
      const content = await plainWorkbook(
        '补充表',
        ['人员编号', '姓名', ...form.worker.map((field) => field.name)],
        workers.map((worker) => [worker.id, worker.name, ...form.worker.map(() => '')]),
      );
      return ok({ name: `${form.name}补充表.xlsx`, content });
    },
  };
}

function spanOf(order: Pick<AbroadOrder, 'format' | 'month' | 'weekEnding'>): Result<AbroadSpan> {
  const isWeekly = FORMAT_FORMS[order.format].span === 'week';
  if (isWeekly && order.weekEnding === undefined) return refuse({ code: 'bad-request', says: '这种文件按周报，请选一周的最后一天。' });
  if (!isWeekly && order.month === undefined) return refuse({ code: 'bad-request', says: '这种文件按月报，请选月份。' });
  return ok(isWeekly ? { month: null, weekEnding: order.weekEnding ?? null } : { month: order.month ?? null, weekEnding: null });
}

/** Written, read again by the format's own reader, and given out only when that finds nothing. */
function fileOf(format: AbroadFormat, payroll: AbroadPayroll, supplement: Supplement, clock: Clock): Built<AbroadFile> {
  const at = { on: clock.today(), time: timeOf(clock.now()) };
  if (format === 'wh-347') {
    const built = wh347(payroll, supplement);
    return built.ok ? { ok: true, value: { name: built.value.fileName, type: XLSX, content: wh347Book(built.value) } } : built;
  }
  const { write, faultsOf, type } = TEXTS[format];
  const built = write(payroll, supplement, at);
  if (!built.ok) return built;
  const { fileName, text } = built.value;
  const faults = faultsOf(fileName, text);
  if (faults.length > 0) throw new Error(`${format}: what was written does not read: ${faults.join('; ')}`);
  return { ok: true, value: { name: fileName, type, content: Readable.from([text]) } };
}

interface TextFormat {
  readonly write: (payroll: AbroadPayroll, supplement: Supplement, at: WrittenAt) => Built<AbroadText>;
  readonly faultsOf: (fileName: string, text: string) => readonly string[];
  readonly type: string;
}

const TEXTS: Readonly<Record<Exclude<AbroadFormat, 'wh-347'>, TextFormat>> = {
  'uae-sif': { write: uaeSif, faultsOf: faultsOfUaeSif, type: 'text/plain; charset=us-ascii' },
  'qatar-sif': { write: qatarSif, faultsOf: faultsOfQatarSif, type: 'text/csv; charset=us-ascii' },
  ecpr: { write: ecpr, faultsOf: faultsOfEcpr, type: 'application/xml' },
};

function refusalOf(problems: readonly AbroadProblem[]): AbroadRefusal {
  const first = problems[0];
  const more = problems.length > 1 ? `另有 ${problems.length - 1} 处，见下表。` : '';
  return {
    code: 'payroll-abroad-incomplete',
    says: `文件没有写：${first?.worker ?? '表头'}的“${first?.field}”${first?.says} ${more}系统不会替您编造。`,
    fields: problems.slice(0, PROBLEMS_SHOWN).map((problem) => ({ path: `${problem.worker ?? '表头'} ${problem.field}`, says: problem.says })),
  };
}

function timeOf(now: Date): string {
  return wallClock(now).slice(11).replaceAll(':', '');
}

/** A sheet a page, and the statement behind them. */
export function wh347Book(form: Wh347): Readable {
  const pages = form.pages.map(
    (rows, at): WrittenSheet => ({
      name: `Page ${at + 1}`,
      title: 'Certified Payroll (WH-347, Rev. January 2025)',
      block: [...form.block, `Page ${at + 1} of ${form.pages.length}`],
      columns: form.columns.map((heading) => ({ heading, width: heading.length > 20 ? 14 : 9, kind: 'text' })),
      rows: [rows],
      rowHeight: 22,
    }),
  );
  const statement: WrittenSheet = {
    name: 'Statement of Compliance',
    title: 'Statement of Compliance',
    block: [],
    columns: [
      { heading: 'Item', width: 22, kind: 'text' },
      { heading: 'Statement', width: 90, kind: 'text' },
    ],
    rows: [form.statement],
    rowHeight: 32,
    isPortrait: true,
  };
  return workbookStream({ sheets: [...pages, statement], footer: 'WH-347' });
}
