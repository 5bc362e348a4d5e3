import type { Readable } from 'node:stream';
import { type CivilMonth, parseCivilMonth } from '#kernel/civil-date.ts';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import type { Sender } from '#modules/prevention/imports/server/index.ts';
import { record } from '#platform/audit/index.ts';
import { type Clock, wallClock } from '#platform/clock.ts';
import { rowsByCursor, type Store, type Tx } from '#platform/db/index.ts';
import { type WrittenSheet, workbookStream } from '#platform/exchange/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import { type ExportOrder, type ExportView, formBlock, type FormHead, formRow, FORMS, formTitle, formTotals, type WorkbookKind } from '../domain/index.ts';
import { bookExport, type Booked, type BookedForm, isOfForm } from './book.ts';
import { type Source, sourceOf } from './sources.ts';
import { maskedRecords, type SourceRow, wholeRecords } from './whole-numbers.ts';

export interface ExportsOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly vault: Vault;
}

export interface Exports {
  ask(by: Sender, order: ExportOrder): Promise<Result<ExportView>>;
  /** The workbook while it is written. It can be fetched once. */
  open(by: Sender, id: string): Promise<Result<{ readonly name: string; readonly content: Readable }>>;
  cancel(by: Sender, id: string): Promise<Result<ExportView>>;
  list(by: Sender, page: number): Promise<{ items: ExportView[]; total: number }>;
}

const NOT_FOUND: Refusal = { code: 'export-not-found', says: '没有找到这次导出，或不是您本人的导出。' };
const NO_PROJECT: Refusal = { code: 'project-not-found', says: '没有找到这个项目，或不在您的管辖范围内。请重新选择。' };
/** A workbook that was asked for and not fetched is no longer what was asked. */
const FETCH_WITHIN_MINUTES = 10;
const PAGE = 50;
/** How many batches of a thousand go by between two looks whether somebody stopped it from elsewhere. */
const LOOK_EVERY = 20;

export function workbookExports({ store, clock, vault }: ExportsOptions): Exports {
  const running = new Map<string, Readable>();

  async function ask(by: Sender, order: ExportOrder): Promise<Result<ExportView>> {
    const form = FORMS[order.kind];
    // A form without persons has nothing to be whole.
    const whole = order.whole && form.columns.some((column) => column.personal !== undefined);
    const isOfMonth = form.of === 'project-month' || order.kind === 'leaving';
    const month = order.month === undefined || !isOfMonth ? null : parseCivilMonth(order.month);
    if (form.of !== 'place' && order.projectId === undefined) return refuse({ code: 'bad-request', says: `${form.title}要先选定项目。` });
    if (form.of === 'project-month' && month === null) return refuse({ code: 'bad-request', says: `${form.title}要先选定月份，例如 2026-09。` });
    if (whole && !by.permissions.includes('worker.unmask'))
      return refuse({ code: 'export-not-allowed', says: '您的岗位不能导出完整的身份证号和卡号。可以导出遮住号码的表。' });
    return store.within(by.scope, async (tx) => {
      const [project] =
        form.of === 'place'
          ? [null]
          : await tx.query<{ name: string; region_code: string }>('select name, region_code from prevention.project where id = $1', [order.projectId]);
      if (project === undefined) return refuse(NO_PROJECT);
      const source = sourceOf({ kind: order.kind, projectId: order.projectId ?? '0', month, isForm: order.isForm, on: clock.today() });
      const people = whole ? await countOf(tx, source) : 0;
      const booked = await bookExport(tx, by, {
        kind: order.kind,
        projectId: form.of === 'place' ? null : (order.projectId ?? null),
        projectName: project?.name ?? null,
        month,
        purpose: order.purpose,
        whole,
        isForm: order.isForm,
        people,
        state: 'asked',
      });
      if (!booked.ok) return booked;
      const row = booked.value;
      await record(tx, {
        by,
        action: 'export.asked',
        object: `export:${row.id}`,
        region: project?.region_code ?? by.regionCode,
        detail: { kind: order.kind, project: order.projectId ?? null, month, whole, people, form: order.isForm, purpose: order.purpose },
      });
      return ok(viewOf(row));
    });
  }

  async function find(by: Sender, id: string): Promise<Booked | undefined> {
    return (await store.within(by.scope, (tx) => tx.query<Booked>('select * from exchange.export where id = $1', [id])))[0];
  }

  /** The state once more, if it is still what it was: two requests for one workbook get one. */
  async function move(by: Sender, id: string, from: readonly string[], to: ExportView['state'], rows = 0): Promise<Booked | undefined> {
    return store.within(by.scope, async (tx) => {
      const [row] = await tx.query<Booked>(
        `update exchange.export set state = $3, rows = greatest(rows, $4), ended_at = case when $3 = 'running' then null else now() end
         where id = $1 and state = any($2) and (state <> 'asked' or $3 <> 'running' or asked_at > now() - make_interval(mins => $5)) returning *`,
        [id, from, to, rows, FETCH_WITHIN_MINUTES],
      );
      if (row !== undefined && to !== 'running')
        await record(tx, { by, action: `export.${to}`, object: `export:${id}`, region: by.regionCode, detail: { kind: row.kind, rows } });
      return row;
    });
  }

  async function open(by: Sender, id: string): Promise<Result<{ name: string; content: Readable }>> {
    if ((await find(by, id)) === undefined) return refuse(NOT_FOUND);
    const row = await move(by, id, ['asked'], 'running');
    if (row === undefined || !isOfForm(row))
      return refuse({ code: 'export-over', says: `这次导出已经取走、取消或过了 ${FETCH_WITHIN_MINUTES} 分钟。请重新导出。` });
    const view = viewOf(row);
    const { sheets, totals } = await sheetsOf(by, row, view);
    const content = workbookStream({
      sheets,
      footer: `导出编号 ${row.id}　${by.name}　${moment(row.asked_at)}　${row.whole ? '含完整号码，请妥善保管　' : hasPersons(row.kind) ? '号码已遮住　' : ''}用途：${row.purpose}`,
    });
    running.set(id, content);
    content.once('error', () => undefined);
    content.once('close', () => {
      running.delete(id);
      const to = content.errored !== null && content.errored !== undefined ? 'failed' : content.readableEnded ? 'done' : 'cancelled';
      // A process that ends here leaves the export running in the books; it can never be fetched again.
      void move(by, id, ['running'], to, totals.rows).catch(() => undefined);
    });
    return ok({ name: view.fileName, content });
  }

  async function sheetsOf(by: Sender, row: BookedForm, view: ExportView) {
    const form = FORMS[row.kind];
    const month = row.month === null ? null : (row.month.slice(0, 7) as CivilMonth);
    const source = sourceOf({ kind: row.kind, projectId: row.project_id ?? '0', month, isForm: row.is_form, on: clock.today() });
    const head = await store.reading(by.scope, (tx) => headOf(tx, row, month, clock.today()));
    const totals = formTotals();
    const sheet: WrittenSheet = {
      name: form.title,
      title: formTitle(form, month),
      block: formBlock(form, head),
      columns: form.columns,
      rows: rowsOf(by, row, source, month, totals),
      after: () => [...(row.is_form ? [] : totals.lines(form)), ...(form.legend === undefined ? [] : [form.legend]), form.signs],
      rowHeight: form.isSigned ? 24 : 18,
    };
    return { sheets: [sheet, noteOf(by, row, view, totals)], totals };
  }

  async function* rowsOf(by: Sender, row: BookedForm, source: Source, month: CivilMonth | null, totals: ReturnType<typeof formTotals>) {
    const form = FORMS[row.kind];
    const show = { whole: row.whole, isForm: row.is_form, month };
    let batches = 0;
    for await (const rows of rowsByCursor<SourceRow>(store, by.scope, source.sql, source.values)) {
      if (batches % LOOK_EVERY === LOOK_EVERY - 1 && (await find(by, row.id))?.state !== 'running') throw new Error('the export was cancelled');
      batches += 1;
      const records = row.whole ? await wholeRecords(store, vault, rows) : maskedRecords(rows);
      yield records.map((each) => {
        totals.add(each);
        return formRow(form, each, totals.rows, show);
      });
    }
  }

  return {
    ask,
    open,
    async cancel(by, id) {
      const row = await find(by, id);
      if (row === undefined) return refuse(NOT_FOUND);
      running.get(id)?.destroy();
      const moved = await move(by, id, ['asked', 'running'], 'cancelled');
      return ok(viewOf(moved ?? row));
    },
    list: (by, page) =>
      store.reading(by.scope, async (tx) => {
        const items = await tx.query<Booked>('select * from exchange.export order by id desc limit $1 offset $2', [PAGE, (page - 1) * PAGE]);
        const [total] = await tx.query<{ count: number }>('select count(*)::int as count from exchange.export');
        return { items: items.map(viewOf), total: total?.count ?? 0 };
      }),
  };
}

async function countOf(tx: Tx, source: Source): Promise<number> {
  const [row] = await tx.query<{ count: number }>(`select count(*)::int as count from (${source.sql}) counted`, source.values);
  return row?.count ?? 0;
}

function viewOf(row: Booked): ExportView {
  const month = row.month === null ? null : row.month.slice(0, 7);
  if (!isOfForm(row)) return { ...plainView(row, month), kindName: '境外工资文件', fileName: '' };
  const form = FORMS[row.kind];
  const parts = [row.project_name, month === null ? form.title : formTitle(form, month as CivilMonth), row.is_form ? '待填' : null].filter(
    (part) => part !== null,
  );
  return { ...plainView(row, month), kindName: form.title, fileName: `${parts.join('-').replace(/[\\/:*?"<>|\s]/g, '')}.xlsx` };
}

function plainView(row: Booked, month: string | null): Omit<ExportView, 'kindName' | 'fileName'> {
  return {
    id: row.id,
    kind: row.kind,
    projectName: row.project_name,
    month,
    purpose: row.purpose,
    whole: row.whole,
    isForm: row.is_form,
    state: row.state,
    rows: Number(row.rows),
    askedAt: row.asked_at.toISOString(),
  };
}

async function headOf(tx: Tx, row: BookedForm, month: CivilMonth | null, today: string): Promise<FormHead> {
  const [project] = await tx.query<{ name: string; code: string; contractor: string; account_no: string | null; officer: string | null }>(
    `select p.name, p.code, g.name as contractor, p.account_no, concat_ws(' ', p.wage_officer_name, p.wage_officer_phone) as officer
     from prevention.project p join prevention.enterprise g on g.id = p.gc_enterprise_id where p.id = $1`,
    [row.project_id],
  );
  return {
    projectName: project?.name ?? null,
    projectCode: project?.code ?? null,
    contractor: project?.contractor ?? null,
    place: null,
    accountNo: project?.account_no ?? null,
    wageOfficer: project?.officer ?? null,
    month,
    madeOn: today,
    account: row.kind === 'summary' ? await accountOf(tx, row.project_id, month) : null,
  };
}

/** 专户 in the month by its movements; the balance before the first and after the last, where the bank wrote one. */
async function accountOf(tx: Tx, projectId: string | null, month: CivilMonth | null): Promise<FormHead['account']> {
  const [account] = await tx.query<{ opening: string | null; came: string; went: string; closing: string | null }>(
    `with f as (select *, row_number() over (order by happened_on, happened_at nulls last, id) as nth from prevention.account_flow where project_id = $1 and month = $2::date and undone_at is null)
     select (select balance_fen - case when direction = 'in' then amount_fen else -amount_fen end from f where nth = 1)::text as opening,
       coalesce((select sum(amount_fen) from f where kind = 'inflow'), 0)::text as came,
       coalesce((select sum(amount_fen) from f where kind = 'wage'), 0)::text as went,
       (select balance_fen from f order by nth desc limit 1)::text as closing`,
    [projectId, `${month}-01`],
  );
  return account ?? null;
}

/** Who took it, when, what for: on a sheet of its own, so that a copy of the file still says it. */
function noteOf(by: Sender, row: BookedForm, view: ExportView, totals: { readonly rows: number }): WrittenSheet {
  const fixed: readonly (readonly [string, string])[] = [
    ['导出编号', row.id],
    ['表', view.kindName],
    ['项目', view.projectName ?? '本辖区（本单位）全部项目'],
    ['月份', view.month ?? '不限'],
    ['导出人', `${by.name}（账号 ${by.accountId}）`],
    ['导出时间', moment(row.asked_at)],
    ['用途', row.purpose],
    ['号码', numbersSay(row)],
    ['公式', '本文件没有公式；以 = + - @ 开头的文字前加了撇号。'],
  ];
  function* rows() {
    yield fixed;
    yield [['行数', String(totals.rows)]];
  }
  return {
    name: '导出说明',
    title: '导出说明',
    block: [],
    columns: [
      { heading: '事项', width: 16, kind: 'text' },
      { heading: '内容', width: 70, kind: 'text' },
    ],
    rows: rows(),
    isPortrait: true,
  };
}

function hasPersons(kind: WorkbookKind): boolean {
  return FORMS[kind].columns.some((column) => column.personal !== undefined);
}

function numbersSay(row: BookedForm): string {
  if (row.whole) return '身份证号、银行卡号、电话为完整号码。请按用途使用，用后删除。';
  return hasPersons(row.kind) ? '身份证号、银行卡号、电话已遮住。' : '这张表没有工人的号码。';
}

/** Wall clock in China. */
function moment(at: Date): string {
  return wallClock(at).slice(0, 16);
}
