import { Readable } from 'node:stream';
import { type CivilDate, type CivilMonth, monthOf } from '#kernel/civil-date.ts';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import type { Sender } from '#modules/prevention/imports/server/index.ts';
import { record } from '#platform/audit/index.ts';
import { type Clock, wallClock } from '#platform/clock.ts';
import type { Store } from '#platform/db/index.ts';
import { plainWorkbook } from '#platform/exchange/index.ts';
import { bookExport } from '../../workbooks/server/index.ts';
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
  type WrittenAt,
} from '../domain/index.ts';
import { faultsOfEcpr } from './ecpr-reader.ts';
import { abroadPayroll, type AbroadSpan } from './records.ts';
import { type Taken, wh347Book } from './wh-347-book.ts';

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

  /** Into the book of exports, where it counts against the hour, and into the audit; what was typed for the file is in neither. */
  async function take(
    by: Sender,
    order: Pick<AbroadOrder, 'format' | 'projectId' | 'month' | 'weekEnding'>,
    payroll: AbroadPayroll,
    of: { readonly purpose: string; readonly isForm: boolean },
  ) {
    return store.within(by.scope, async (tx) => {
      const [project] = await tx.query<{ region_code: string }>('select region_code from prevention.project where id = $1', [order.projectId]);
      if (project === undefined) return refuse(NO_PROJECT);
      const people = payroll.workers.length;
      const month = order.month ?? (order.weekEnding === undefined ? null : monthOf(order.weekEnding));
      const booked = await bookExport(tx, by, {
        kind: 'abroad',
        projectId: order.projectId,
        projectName: payroll.projectName,
        month,
        whole: false,
        people: 0,
        state: 'done',
        rows: people,
        ...of,
      });
      if (!booked.ok) return booked;
      await record(tx, {
        by,
        action: of.isForm ? 'payroll-abroad.form' : 'payroll-abroad.written',
        object: `project:${order.projectId}`,
        region: project.region_code,
        detail: {
          export: booked.value.id,
          format: order.format,
          month: order.month ?? null,
          weekEnding: order.weekEnding ?? null,
          people,
          purpose: of.purpose,
        },
      });
      return booked;
    });
  }

  return {
    async write(by, order) {
      const records = await found(by, order);
      if (!records.ok) return records;
      const { payroll } = records.value;
      const table = readWorkerTable(order.format, order.workers);
      const head = Object.fromEntries(Object.entries(order.head).flatMap(([key, text]) => (text.trim() === '' ? [] : [[key, text.trim()]])));
      const early = [...records.value.problems, ...table.problems];
      const built: Built<Unsigned> = early.length > 0 ? { ok: false, problems: early } : fileOf(order.format, payroll, { head, workers: table.workers }, clock);
      if (!built.ok) return refuse(refusalOf(built.problems));
      const taken = await take(by, order, payroll, { purpose: order.purpose, isForm: false });
      if (!taken.ok) return taken;
      const { name, type, contentFor } = built.value;
      return ok({ name, type, content: contentFor({ id: taken.value.id, by: by.name, on: wallClock(clock.now()).slice(0, 16), purpose: order.purpose }) });
    },

    async supplementForm(by, order) {
      const records = await found(by, order);
      if (!records.ok) return records;
      const form = FORMAT_FORMS[order.format];
      const { workers } = records.value.payroll;
      if (workers.length === 0) return refuse({ code: 'payroll-abroad-not-found', says: '这段时间没有工资和考勤。请换一个月份或周。' });
      const taken = await take(by, order, records.value.payroll, { purpose: `填${form.name}的补充表`, isForm: true });
      if (!taken.ok) return taken;
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

interface Unsigned extends Omit<AbroadFile, 'content'> {
  /** A workbook says who took it; a file whose every line is laid down cannot. */
  readonly contentFor: (taken: Taken) => Readable;
}

/** Written, read again by the format's own reader, and given out only when that finds nothing. */
function fileOf(format: AbroadFormat, payroll: AbroadPayroll, supplement: Supplement, clock: Clock): Built<Unsigned> {
  const at = { on: clock.today(), time: timeOf(clock.now()) };
  if (format === 'wh-347') {
    const built = wh347(payroll, supplement);
    return built.ok ? { ok: true, value: { name: built.value.fileName, type: XLSX, contentFor: (taken) => wh347Book(built.value, taken) } } : built;
  }
  const { write, faultsOf, type } = TEXTS[format];
  const built = write(payroll, supplement, at);
  if (!built.ok) return built;
  const { fileName, text } = built.value;
  const faults = faultsOf(fileName, text);
  if (faults.length > 0) throw new Error(`${format}: what was written does not read: ${faults.join('; ')}`);
  return { ok: true, value: { name: fileName, type, contentFor: () => Readable.from([text]) } };
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
