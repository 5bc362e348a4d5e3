import { z } from 'zod';
import { civilDate } from '#kernel/civil-date.ts';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import type { OpenApp } from '#modules/office/integration/server/index.ts';
import { type CellFault, fieldOfHeading, type ReadRecords, readRecords, type RecordCells, type RecordForm } from '#modules/prevention/imports/domain/index.ts';
import type { Intake, IntakeRows } from '#modules/prevention/imports/server/index.ts';
import type { Clock } from '#platform/clock.ts';
import { seesProject } from '#modules/prevention/projects/server/index.ts';
import type { Store, Tx } from '#platform/db/index.ts';
import { bodies, type outcome } from './schemas.ts';

export type Outcome = z.infer<typeof outcome>;
export type BodyOf<Form extends RecordForm> = z.infer<(typeof bodies)[Form]>;
export type Order = { [Form in RecordForm]: { readonly form: Form; readonly body: BodyOf<Form> } }[RecordForm];

export interface RowsRefused extends Refusal {
  readonly fields: readonly { readonly path: string; readonly says: string }[];
}

/** Faults named one by one in a refusal; beyond it the sender has seen enough to look at the whole. */
const NAMED_FAULTS = 200;

/** The refusal of rows that cannot even be read, where one of them refuses all: asked before anything is looked up. */
export function misreadRows(clock: Clock, order: Order): RowsRefused | undefined {
  if (!order.body.allOrNothing) return undefined;
  const faults = readRecords(order.form, cellsOf(order), clock.today()).faults.map((fault) => toldFault(order.form, fault));
  return rowsWithErrors(faults).size > 0 ? rowsRefused(faults) : undefined;
}

/** Takes the rows of a request over as those of a file are taken. `more` joins the transaction of the effect. */
export async function takeRecords(
  deps: { readonly intake: Intake; readonly clock: Clock },
  app: OpenApp,
  projectId: string,
  order: Order,
  more: (tx: Tx, importId: string) => Promise<void>,
): Promise<Result<Outcome, Refusal | RowsRefused>> {
  const { allOrNothing } = order.body;
  const read = readRecords(order.form, cellsOf(order), deps.clock.today());
  const misread = read.faults.map((fault) => toldFault(order.form, fault));
  const wrong = rowsWithErrors(misread);
  if (wrong.size > 0 && allOrNothing) return refuse(rowsRefused(misread));
  if (read.rows.length === 0) return ok({ importId: null, added: 0, changed: 0, unchanged: 0, refusedRows: wrong.size, faults: misread });
  const taken = await deps.intake.take(app.sender, { channel: 'open-api', name: NAMES[order.form], allOrNothing, projectId }, intakeRows(read, order), more);
  if (!taken.ok) return taken;
  const faults = [...misread, ...taken.value.faults.map((fault) => toldFault(order.form, fault))].sort((a, b) => a.row - b.row);
  const refused = rowsWithErrors(faults);
  if (taken.value.importId === null && refused.size > 0 && allOrNothing) return refuse(rowsRefused(faults));
  const { importId, added, changed, unchanged } = taken.value;
  return ok({ importId, added, changed, unchanged, refusedRows: refused.size, faults });
}

const NAMES: Readonly<Record<RecordForm, string>> = {
  roster: '开放接口：花名册',
  sheet: '开放接口：考勤月表',
  punch: '开放接口：打卡记录',
  payroll: '开放接口：工资支付表',
  flows: '开放接口：专户流水',
};

function rowsWithErrors(faults: Outcome['faults']): ReadonlySet<number> {
  return new Set(faults.filter((fault) => fault.severity === 'error').map((fault) => fault.row));
}

function toldFault(form: RecordForm, fault: Omit<CellFault, 'column'>): Outcome['faults'][number] {
  const { row, heading, value, reason, cure, severity } = fault;
  return { row, field: fieldOfHeading(form, heading), heading, value, reason, cure, severity };
}

function rowsRefused(faults: Outcome['faults']): RowsRefused {
  const errors = faults.filter((fault) => fault.severity === 'error');
  return {
    code: 'rows-refused',
    says: `有 ${rowsWithErrors(errors).size} 行不对，一行也没有收。请改正后重新发送；只收正确的行，请把 allOrNothing 设为 false。`,
    fields: errors.slice(0, NAMED_FAULTS).map(({ row, field, heading, reason, cure }) => ({
      path: `rows.${row - 1}${field === null ? '' : `.${field}`}`,
      says: `${heading}：${reason}。${cure}`,
    })),
  };
}

function intakeRows(read: ReadRecords, order: Order): IntakeRows {
  const period =
    'period' in order.body && order.body.period !== undefined
      ? { period: { from: civilDate(order.body.period.from), until: civilDate(order.body.period.until) } }
      : {};
  switch (read.form) {
    case 'roster':
      return { kind: 'roster', rows: read.rows };
    case 'payroll':
      return { kind: 'payroll', rows: read.rows };
    case 'flows':
      return { kind: 'flows', rows: read.rows, ...period };
    case 'sheet':
      return { kind: 'attendance', form: 'sheet', rows: read.rows, ...period };
    case 'punch':
      return { kind: 'attendance', form: 'punch', rows: read.rows, ...period };
  }
}

/** The fields of a request as the cells of a file: days and months as text, money in yuan, words for yes and no. */
function cellsOf(order: Order): readonly RecordCells[] {
  switch (order.form) {
    case 'roster':
      return order.body.rows.map(({ isLeader, payRateFen, ...row }) => ({ ...row, ...yesNo('isLeader', isLeader), ...money({ payRateFen }) }));
    case 'sheet':
      return order.body.rows.map(({ fullDays, halfDays, overtimeHours, claimedDays, ...row }) => ({
        ...row,
        ...(overtimeHours !== undefined && { overtimeHours }),
        ...(claimedDays !== undefined && { claimedDays }),
        ...Object.fromEntries(halfDays.map((day) => [`day-${day}`, '△'])),
        ...Object.fromEntries(fullDays.map((day) => [`day-${day}`, '√'])),
      }));
    case 'punch':
      return order.body.rows.map(({ at, source, direction, ...row }) => ({
        ...row,
        punchedAt: at,
        manual: SOURCES[source],
        ...(direction !== undefined && { direction }),
      }));
    case 'payroll':
      return order.body.rows.map(({ signed, dayRateFen, dueFen, advanceFen, withheldFen, otherDeductionFen, netFen, ...row }) => ({
        ...row,
        ...yesNo('signed', signed),
        ...money({ dayRateFen, dueFen, advanceFen, withheldFen, otherDeductionFen, netFen }),
      }));
    case 'flows':
      return order.body.rows.map(({ direction, amountFen, balanceFen, ...row }) => ({
        ...row,
        ...money(direction === 'in' ? { inFen: amountFen, balanceFen } : { outFen: amountFen, balanceFen }),
      }));
  }
}

const SOURCES = { gate: '设备', mobile: '手机', manual: '手工' } as const;

function yesNo(field: string, value: boolean | undefined): RecordCells {
  return value === undefined ? {} : { [field]: value ? '是' : '否' };
}

function money(amounts: Readonly<Record<string, string | undefined>>): RecordCells {
  return Object.fromEntries(
    Object.entries(amounts).flatMap(([field, fen]) =>
      fen === undefined ? [] : [[field, `${BigInt(fen) / 100n}.${String(BigInt(fen) % 100n).padStart(2, '0')}`]],
    ),
  );
}

/** What each operation that takes rows takes. */
export const FORMS: Readonly<Record<string, RecordForm>> = {
  sendRoster: 'roster',
  sendSheets: 'sheet',
  sendPunches: 'punch',
  sendPayroll: 'payroll',
  sendFlows: 'flows',
};

/** Takes a kept request once more, as the app that sent it: after the roster came, what was refused for want of it is right. */
export async function replayRecords(
  deps: { readonly store: Store; readonly intake: Intake; readonly clock: Clock },
  app: OpenApp,
  message: { readonly method: string; readonly body: string },
): Promise<Result<string>> {
  const form = FORMS[message.method];
  const kept = KEPT.safeParse(JSON.parse(message.body));
  const projectId = kept.success ? /^\/open\/v1\/projects\/(\d{1,18})\//.exec(kept.data.url)?.[1] : undefined;
  if (form === undefined || !kept.success || projectId === undefined) {
    return refuse({ code: 'replay-refused', says: '这条消息不是报送数据，不能重放。请让对方重新发送。' });
  }
  const sees = (app.projectId === null || app.projectId === projectId) && (await deps.store.reading(app.sender.scope, (tx) => seesProject(tx, projectId)));
  if (!sees || !app.scopes.includes('records:write')) {
    return refuse({ code: 'replay-refused', says: '这个应用现在没有报送这个项目的权限。请先在应用中开通。' });
  }
  const order = orderOf(form, kept.data.body);
  if (!order.ok) return order;
  const taken = await takeRecords(deps, app, projectId, order.value, async () => undefined);
  if (!taken.ok) return taken;
  const { added, changed, unchanged, refusedRows } = taken.value;
  return ok(`已重放：新增 ${added} 行，变更 ${changed} 行，未变 ${unchanged} 行，未收 ${refusedRows} 行。`);
}

const KEPT = z.object({ url: z.string(), body: z.string() });

function orderOf(form: RecordForm, text: string): Result<Order> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return refuse({ code: 'replay-refused', says: '保存的正文不是 JSON，不能重放。请让对方重新发送。' });
  }
  const order = ORDER.safeParse({ form, body });
  return order.success ? ok(order.data) : refuse({ code: 'replay-refused', says: '保存的正文格式不对，重放也不会成功。请对方改正后重新发送。' });
}

/** The form with its own body. */
const ORDER = z.discriminatedUnion('form', [
  z.object({ form: z.literal('roster'), body: bodies.roster }),
  z.object({ form: z.literal('sheet'), body: bodies.sheet }),
  z.object({ form: z.literal('punch'), body: bodies.punch }),
  z.object({ form: z.literal('payroll'), body: bodies.payroll }),
  z.object({ form: z.literal('flows'), body: bodies.flows }),
]);
