import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { CivilMonth } from '#kernel/civil-date.ts';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import { type Actor, record } from '#platform/audit/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Scope, Store, Tx } from '#platform/db/index.ts';
import { type MarkedCell, markedWorkbook, plainWorkbook, RefusedFile, sniff } from '#platform/exchange/index.ts';
import { announce } from '#platform/outbox/index.ts';
import { type Keys, writeKeys } from '#platform/vault/index.ts';
import { type CellError, DICTIONARIES, headingsOf, type ImportKind, type ImportState, type ImportView, KIND_NAMES } from '../domain/index.ts';
import type { CheckFindings, CheckOrder } from './check-order.ts';
import { announceTaken } from './announcing.ts';
import { checkStaged } from './checking.ts';
import { takeLedger, undoLedger } from './ledger.ts';
import { importQueue } from './queue.ts';
import { type ReadingOrder, type ReadingOutcome, STAGING_TABLES } from './reading.ts';
import type { Sender } from './sender.ts';
import { type ImportRow, viewOf } from './store.ts';
import { takeStaged } from './taking.ts';
import { type AlsoUndo, undoRecords } from './undoing.ts';

export interface ImportsOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly keys: Keys;
  /** The reading thread opens a connection of its own. */
  readonly connectionString: string;
  /** What channels keep beside the records, by channel. */
  readonly alsoUndo?: { readonly [channel: string]: AlsoUndo };
  /** Called after records changed, to recompute what hangs on them; tells what came of it for the result page. */
  readonly afterwards?: (importId: string) => Promise<ImportView['effect']>;
}

export interface UploadedFile {
  readonly name: string;
  readonly content: Buffer;
  readonly kind: ImportKind | null;
  readonly projectId: string | null;
  readonly month?: CivilMonth | null;
}

export interface MappingChoice {
  readonly columns: readonly { readonly column: number; readonly field: string | null }[];
  readonly kind?: ImportKind | undefined;
  readonly month?: CivilMonth | undefined;
  readonly projectId?: string | undefined;
}

export interface Imports {
  upload(by: Sender, file: UploadedFile): Promise<Result<ImportView>>;
  list(
    by: Sender,
    filter: { readonly state?: ImportState | undefined; readonly kind?: ImportKind | undefined; readonly page: number },
  ): Promise<{ items: ImportView[]; total: number }>;
  view(by: Sender, id: string): Promise<Result<ImportView>>;
  chooseMapping(by: Sender, id: string, choice: MappingChoice): Promise<Result<ImportView>>;
  confirm(by: Sender, id: string, acceptValidRowsOnly: boolean): Promise<Result<ImportView>>;
  cancel(by: Sender, id: string): Promise<Result<ImportView>>;
  undo(by: Sender, id: string, reason: string): Promise<Result<ImportView>>;
  errors(by: Sender, id: string, page: number): Promise<Result<{ items: CellError[]; total: number }>>;
  errorsWorkbook(by: Sender, id: string): Promise<Result<{ name: string; content: Buffer }>>;
  preview(by: Sender, id: string): Promise<Result<{ headings: readonly string[]; rows: readonly (readonly string[])[] }>>;
  template(kind: ImportKind): Promise<Buffer>;
  /** Goes on with what a stopped process left unfinished. Call once at the start. */
  resume(): Promise<void>;
  /** Resolves when nothing is being read or taken over. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** One chunk a row: small enough that no statement is large. */
const CHUNK = 1024 * 1024;
/** A file that ended the process twice while being read is not tried a third time. */
const MAX_ATTEMPTS = 3;
/** 100,000 rows take seconds; a file that takes this long is not what it says. */
const READING_SECONDS = 120;
/** Measured: 100,000 payroll rows of 20 columns take about 350 MB. */
const READING_MEGABYTES = 900;
/** Threads kept between two files: as many as read at once, for as long as a person takes to send the next. */
const RESTING_THREADS = 2;
const RESTING_SECONDS = 20;
const REST_AFTER_BYTES = 2 * 1024 * 1024;
/** How often in a row work is taken up again after the database was gone: about half a minute. */
const MAX_LOST = 8;
const PAGE = 50;

const INGEST = (projectIds: readonly string[]): Scope => ({ role: 'app_ingest', projectIds });

export function imports(options: ImportsOptions): Imports {
  const { store, clock } = options;
  const keys = writeKeys(options.keys);
  const queue = importQueue((id) => carryOn(id));
  const readings = new Set<Worker>();
  const lost = new Map<string, number>();
  let resting: { readonly thread: Worker; readonly ends: NodeJS.Timeout }[] = [];

  async function find(by: Sender, id: string): Promise<ImportRow | undefined> {
    if (!/^\d{1,18}$/.test(id)) return undefined;
    return store.within(
      by.scope,
      async (tx) =>
        (
          await tx.query<ImportRow>(
            'select i.*, p.name as project_name from exchange.import i left join prevention.project p on p.id = i.project_id where i.id = $1',
            [id],
          )
        )[0],
    );
  }

  async function shown(by: Sender, id: string): Promise<Result<ImportView>> {
    const row = await find(by, id);
    return row === undefined ? refuse(NOT_FOUND) : ok(viewOf(row, by));
  }

  async function upload(by: Sender, file: UploadedFile): Promise<Result<ImportView>> {
    const allowed = mayImport(by, file.kind);
    if (allowed !== null) return refuse(allowed);
    try {
      sniff(file.content);
    } catch (problem) {
      if (problem instanceof RefusedFile) return refuse(refusalOf(problem));
      throw problem;
    }
    warm();
    const sha256 = createHash('sha256').update(file.content).digest();
    const stored = await store.within(by.scope, async (tx) => {
      const before = await sameContent(tx, 'sha256', sha256, null);
      if (before !== null) return refuse(before);
      if (file.projectId !== null && (await tx.query('select 1 from prevention.project where id = $1', [file.projectId])).length === 0) {
        return refuse({ code: 'project-not-found', says: '没有找到选定的项目，或不在您的管辖范围内。请重新选择。' });
      }
      return ok(await keepFile(tx, by, file, sha256));
    });
    if (!stored.ok) return stored;
    queue.add(stored.value);
    return shown(by, stored.value);
  }

  async function keepFile(tx: Tx, by: Sender, file: UploadedFile, sha256: Buffer): Promise<string> {
    const [upload] = await tx.query<{ id: string }>('insert into exchange.upload (sha256, size) values ($1, $2) returning id', [sha256, file.content.length]);
    for (let no = 0; no * CHUNK < file.content.length; no += 1) {
      await tx.query('insert into exchange.upload_chunk (upload_id, no, content) values ($1, $2, $3)', [
        upload?.id,
        no,
        file.content.subarray(no * CHUNK, (no + 1) * CHUNK),
      ]);
    }
    const [row] = await tx.query<{ id: string }>(
      `insert into exchange.import (upload_id, sha256, file_name, size, kind, chosen_kind, state, account_id, account_name, account_role, region_code, enterprise_id, scope, project_id, month)
       values ($1, $2, $3, $4, $5, $5, 'reading', $6, $7, $8, $9, $10, $11, $12, $13) returning id`,
      [
        upload?.id,
        sha256,
        plainFileName(file.name),
        file.content.length,
        file.kind,
        by.accountId,
        by.name,
        by.role,
        by.enterpriseId === null ? by.regionCode : null,
        by.enterpriseId,
        JSON.stringify(by.scope),
        file.projectId,
        file.month ?? null,
      ],
    );
    const id = row?.id ?? '';
    await record(tx, {
      by: actor(by),
      action: 'import.received',
      object: `import:${id}`,
      region: by.regionCode,
      detail: { file: plainFileName(file.name), size: file.content.length, sha256: sha256.toString('hex') },
    });
    return id;
  }

  /** Reads or takes over, whichever the state of the import says is next. Everything it needs is in the database. */
  async function carryOn(id: string): Promise<void> {
    try {
      const row = await own(id);
      if (row === undefined) return;
      if (row.state === 'reading') await read(row);
      else if (row.state === 'importing') await take(row);
      lost.delete(id);
    } catch (problem) {
      const times = (lost.get(id) ?? 0) + 1;
      if (isConnectionLost(problem) && times <= MAX_LOST) {
        // Whether the transaction was kept or not, the state of the import says what is still to do.
        lost.set(id, times);
        queue.addLater(id, Math.min(10_000, 250 * 2 ** times));
        return;
      }
      // The message may hold values of the file; the person gets a reference, the log the code.
      const reference = `${id}-${Date.now().toString(36)}`;
      console.error(
        JSON.stringify({
          level: 50,
          msg: 'import failed',
          importId: id,
          reference,
          code: (problem as { code?: string }).code,
          error: problem instanceof Error ? problem.stack?.slice(0, 2_000) : 'unknown',
        }),
      );
      await settle(id, 'failed', `处理没有完成（编号 ${reference}）。文件已保存，没有写入任何数据；请重试，仍不行请把编号告诉管理员。`);
    }
  }

  function own(id: string): Promise<ImportRow | undefined> {
    return store.within(
      INGEST([]),
      async (tx) => (await tx.query<ImportRow>('select i.*, null::text as project_name from exchange.import i where i.id = $1', [id]))[0],
    );
  }

  function settle(id: string, state: ImportState, problem: string | null): Promise<void> {
    return store.within(INGEST([]), async (tx) => {
      const [row] = await tx.query<{ account_id: string; region_code: string | null; enterprise_id: string | null }>(
        'update exchange.import set state = $2, problem = $3, progress = 1, changed_at = now() where id = $1 returning account_id, region_code, enterprise_id',
        [id, state, problem],
      );
      if (row === undefined || state !== 'failed') return;
      const { account_id: account, region_code: regionCode, enterprise_id: enterpriseId } = row;
      await announce(tx, { kind: 'import.failed', subject: `import:${id}`, regionCode, enterpriseId, projectId: null, body: { account } });
    });
  }

  async function read(row: ImportRow): Promise<void> {
    if (row.attempts >= MAX_ATTEMPTS)
      return settle(row.id, 'failed', `读取这个文件时处理中断了 ${row.attempts} 次。请检查文件（行数、图片、公式）后重新上传。`);
    await store.within(INGEST([]), (tx) =>
      tx.query('update exchange.import set attempts = attempts + 1, rows_read = 0, progress = 0, problem = null where id = $1', [row.id]),
    );
    const order: ReadingOrder = {
      importId: row.id,
      on: clock.today(),
      kind: (row.chosen_kind as ImportKind | null) ?? null,
      month: (row.month as CivilMonth | null) ?? null,
      projectChosen: row.project_id !== null,
      columns: row.chosen_columns,
      organisation: organisationOf(row),
    };
    const outcome = await inThread(order, row.size);
    if (outcome.is === 'busy') {
      // Another process reads it, or the database has not noticed yet that the one that did is gone.
      queue.addLater(row.id, 1_000);
      return store.within(INGEST([]), async (tx) => void (await tx.query('update exchange.import set attempts = attempts - 1 where id = $1', [row.id])));
    }
    if (outcome.is === 'refused') return settle(row.id, 'failed', outcome.says);
    if (outcome.is === 'needs-mapping') {
      await store.within(INGEST([]), (tx) =>
        tx.query(
          "update exchange.import set state = 'needs-mapping', kind = coalesce($2, kind), signature = $3, mapping = $4, problem = $5, progress = 1, attempts = 0, changed_at = now() where id = $1",
          [row.id, outcome.kind, outcome.signature, JSON.stringify(outcome.mapping), outcome.says],
        ),
      );
      return;
    }
    await check(row, outcome);
  }

  async function check(row: ImportRow, outcome: Extract<ReadingOutcome, { is: 'read' }>): Promise<void> {
    const forbidden = mayImport({ role: row.account_role, scope: row.scope, permissions: ['import.ledger', 'import.records'] }, outcome.kind);
    if (forbidden !== null) return settle(row.id, 'failed', forbidden.says);
    await store.within(INGEST([]), (tx) =>
      tx.query(
        'update exchange.import set kind = $2, signature = $3, mapping = $4, preview = $5, totals = $6, staged_rows = $7, content_hash = $8, rows_read = $9, progress = 0.9, changed_at = now() where id = $1',
        [
          row.id,
          outcome.kind,
          outcome.signature,
          JSON.stringify(outcome.mapping),
          JSON.stringify(outcome.preview),
          JSON.stringify(outcome.totals),
          outcome.stagedRows,
          outcome.contentHash,
          outcome.totals.rows,
        ],
      ),
    );
    const before = await store.within(row.scope, (tx) => sameContent(tx, 'content_hash', outcome.contentHash, row.id));
    if (before !== null) {
      await forgetStaged(row.id);
      return settle(row.id, 'cancelled', before.says);
    }
    const findings = await checkStaged(store, orderOf({ ...row, kind: outcome.kind, preview: outcome.preview }));
    if (outcome.totals.rows === 0 && findings.projects.length === 0) {
      await forgetStaged(row.id);
      return settle(row.id, 'failed', '对账单里没有交易，也没有找到这个账号是您辖区（或参建）的哪个项目。请核对账号，或先在台账里填上专户账号。');
    }
    await keepFindings(row.id, findings);
  }

  function orderOf(row: Pick<ImportRow, 'id' | 'kind' | 'preview' | 'scope' | 'project_id'>): CheckOrder {
    return {
      importId: row.id,
      kind: row.kind as ImportKind,
      form: row.preview?.form ?? null,
      period: row.preview?.period ?? null,
      scope: row.scope,
      projectId: row.project_id,
      on: clock.today(),
    };
  }

  function keepFindings(id: string, findings: CheckFindings): Promise<void> {
    return store.within(INGEST(findings.projects), async (tx) => {
      await tx.query(
        `update exchange.import i set state = 'checked', projects = $2, added = $3, changed = $4, unchanged = $5, accepted = $6, progress = 1, attempts = 0, changed_at = now(), problem = null,
           region_code = coalesce(region_code, (select min(region_code) from prevention.project where id = any($2::bigint[]))),
           error_rows = (select count(distinct row_no) from exchange.cell_error where import_id = i.id and severity = 'error'),
           error_cells = greatest(error_cells, (select count(*) from exchange.cell_error where import_id = i.id and severity = 'error')),
           warning_cells = greatest(warning_cells, (select count(*) from exchange.cell_error where import_id = i.id and severity = 'warning'))
         where id = $1 and state = 'reading'`,
        [id, findings.projects, findings.added, findings.changed, findings.unchanged, JSON.stringify(findings.accepted)],
      );
    });
  }

  /** An idle thread, or a new one. */
  function threadFor(): Worker {
    const rested = resting.pop();
    if (rested !== undefined) {
      silence(rested.thread);
      clearTimeout(rested.ends);
      rested.thread.ref();
      return rested.thread;
    }
    return newThread();
  }

  /** Lets a thread start while the file is still being kept. */
  function warm(): void {
    if (resting.length === 0 && readings.size < RESTING_THREADS) rest(newThread(), 0);
  }

  function newThread(): Worker {
    return new Worker(new URL('./reading-thread.ts', import.meta.url), {
      workerData: { connectionString: options.connectionString, keys },
      resourceLimits: { maxOldGenerationSizeMb: READING_MEGABYTES, maxYoungGenerationSizeMb: 64 },
      execArgv: [],
    });
  }

  /** Keeps a thread for the next file; one that read a large file is let go with the memory it grew. */
  function rest(thread: Worker, size: number): void {
    silence(thread);
    if (size > REST_AFTER_BYTES || resting.length >= RESTING_THREADS) {
      void thread.terminate();
      return;
    }
    const mine = {
      thread,
      ends: setTimeout(() => {
        resting = resting.filter((other) => other !== mine);
        void thread.terminate();
      }, RESTING_SECONDS * 1_000).unref(),
    };
    resting.push(mine);
    thread.on('error', () => undefined);
    thread.on('exit', () => {
      resting = resting.filter((other) => other !== mine);
    });
    thread.unref();
  }

  function inThread(order: ReadingOrder, size: number): Promise<ReadingOutcome> {
    return new Promise((resolve, reject) => {
      const worker = threadFor();
      readings.add(worker);
      const limit = setTimeout(() => {
        resolve({ is: 'refused', code: 'reading-too-long', says: `读取超过 ${READING_SECONDS} 秒，已停止。请按项目或月份分成几个文件再上传。` });
        void worker.terminate();
      }, READING_SECONDS * 1_000);
      limit.unref();
      // Rows of a workbook take about 60 packed bytes, of a text file about 150.
      const expected = Math.max(1, size / 90);
      worker.on('message', (message: { progress?: number; outcome?: ReadingOutcome }) => {
        if (message.outcome !== undefined) {
          clearTimeout(limit);
          readings.delete(worker);
          rest(worker, size);
          resolve(message.outcome);
        } else if (message.progress !== undefined) void showProgress(order.importId, message.progress, Math.min(0.85, (message.progress / expected) * 0.85));
      });
      worker.on('error', (problem: NodeJS.ErrnoException) => {
        if (problem.code === 'ERR_WORKER_OUT_OF_MEMORY')
          resolve({
            is: 'refused',
            code: 'reading-too-large',
            says: `文件展开后占用的内存超过 ${READING_MEGABYTES} MB，已停止。请按项目或月份分成几个文件再上传。`,
          });
        else reject(problem);
      });
      worker.on('exit', () => {
        clearTimeout(limit);
        readings.delete(worker);
        reject(new Error('the reading thread ended without an outcome'));
      });
      worker.postMessage(order);
    });
  }

  function showProgress(id: string, rows: number, progress: number): Promise<void> {
    return store
      .within(INGEST([]), async (tx) => {
        await tx.query(
          "update exchange.import set rows_read = greatest(rows_read, $2), progress = greatest(progress, $3), changed_at = now() where id = $1 and state = 'reading'",
          [id, rows, progress],
        );
      })
      .catch(() => undefined);
  }

  /** The one transaction that makes records of a checked file. */
  async function take(row: ImportRow): Promise<void> {
    const order = orderOf(row);
    const { kind } = order;
    if (!(await stagingComplete(row))) {
      // The staged rows went with a crash of the database: the stored file is read again, and somebody confirms again.
      return store
        .within(INGEST([]), async (tx) => {
          await tx.query("update exchange.import set state = 'reading' where id = $1 and state = 'importing'", [row.id]);
        })
        .then(() => queue.add(row.id));
    }
    const scope = kind === 'ledger' ? row.scope : INGEST(row.projects);
    await store
      .within(scope, async (tx) => {
        const taken =
          kind === 'ledger' ? await takeLedger(tx, order) : { ...(await takeStaged(tx, order, row.projects, row.error_rows)), projects: row.projects };
        await tx.query('set local role app_ingest');
        const done = await tx.query(
          "update exchange.import set state = 'done', done_at = now(), changed_at = now(), progress = 1, added = $2, changed = $3, unchanged = $4, projects = $5 where id = $1 and state = 'importing' returning id",
          [row.id, taken.added, taken.changed, taken.unchanged, taken.projects],
        );
        // Another process was faster: everything of this transaction is given up.
        if (done.length === 0) throw new AlreadyTaken();
        for (const table of STAGING_TABLES) await tx.query(`delete from exchange.${table} where import_id = $1`, [row.id]);
        await announceTaken(tx, { importId: row.id, kind, channel: 'file', ...taken, refusedRows: row.error_rows });
        await record(tx, {
          by: { accountId: row.account_id, name: row.account_name, role: row.account_role },
          action: 'import.accepted',
          object: `import:${row.id}`,
          region: row.region_code,
          detail: {
            kind,
            added: taken.added,
            changed: taken.changed,
            unchanged: taken.unchanged,
            refusedRows: row.error_rows,
            contentHash: row.content_hash?.toString('hex') ?? '',
          },
        });
      })
      .catch((problem: unknown) => {
        if (!(problem instanceof AlreadyTaken)) throw problem;
      });
    await tellEffect(row.id);
  }

  async function stagingComplete(row: ImportRow): Promise<boolean> {
    const table = {
      ledger: 'staged_ledger',
      roster: 'staged_roster',
      payroll: 'staged_payroll',
      flows: 'staged_flow',
      attendance: row.preview?.form === 'punch' ? 'staged_punch' : 'staged_sheet',
    }[row.kind as ImportKind];
    const [counted] = await store.within(INGEST([]), (tx) =>
      tx.query<{ rows: number }>(`select count(*)::int as rows from exchange.${table} where import_id = $1`, [row.id]),
    );
    return counted?.rows === row.staged_rows;
  }

  async function tellEffect(id: string): Promise<void> {
    if (options.afterwards === undefined) return;
    const effect = await options.afterwards(id).catch(() => null);
    if (effect !== null) await store.within(INGEST([]), (tx) => tx.query('update exchange.import set effect = $2 where id = $1', [id, JSON.stringify(effect)]));
  }

  async function forgetStaged(id: string): Promise<void> {
    await store.within(INGEST([]), async (tx) => {
      for (const table of STAGING_TABLES) await tx.query(`delete from exchange.${table} where import_id = $1`, [id]);
    });
  }

  async function chooseMapping(by: Sender, id: string, choice: MappingChoice): Promise<Result<ImportView>> {
    const row = await find(by, id);
    if (row === undefined) return refuse(NOT_FOUND);
    if (row.state !== 'needs-mapping') return refuse(wrongState(row.state, '指定列'));
    const kind = choice.kind ?? (row.kind as ImportKind | null);
    if (kind === null) return refuse({ code: 'bad-fields', says: '请先选择这是哪一种表。' });
    const allowed = mayImport(by, kind);
    if (allowed !== null) return refuse(allowed);
    const known = new Set(DICTIONARIES[kind].columns.map((column) => column.key));
    const bad = choice.columns.filter((each) => each.field !== null && !known.has(each.field) && !/^day-([1-9]|[12]\d|3[01])$/.test(each.field));
    if (bad.length > 0) return refuse({ code: 'bad-fields', says: '选的列名不在这种表的字段里。请刷新页面重新选择。' });
    const twice = choice.columns.filter((each) => each.field !== null).map((each) => each.field);
    if (new Set(twice).size !== twice.length) return refuse({ code: 'bad-fields', says: '有两列选了同一个字段。请每个字段只选一列。' });
    await store.within(by.scope, async (tx) => {
      await record(tx, {
        by: actor(by),
        action: 'import.mapped',
        object: `import:${id}`,
        region: by.regionCode,
        detail: { kind, columns: choice.columns.length },
      });
      await tx.query('set local role app_ingest');
      await tx.query(
        "update exchange.import set state = 'reading', kind = $2, chosen_kind = $2, chosen_columns = $3, month = coalesce($4, month), project_id = coalesce($5::bigint, project_id), attempts = 0, progress = 0, problem = null, changed_at = now() where id = $1 and state = 'needs-mapping'",
        [id, kind, choice.columns.length === 0 ? null : JSON.stringify(choice.columns), choice.month ?? null, choice.projectId ?? null],
      );
      if (choice.columns.length > 0 && row.signature !== null) await rememberMapping(tx, row, kind, choice, by);
    });
    queue.add(id);
    return shown(by, id);
  }

  async function rememberMapping(tx: Tx, row: ImportRow, kind: ImportKind, choice: MappingChoice, by: Sender): Promise<void> {
    const signature = (row.signature ?? '').replace(/^[^|]*\|/, `${kind}|`);
    await tx.query(
      `insert into exchange.mapping (organisation, signature, kind, columns, confirmed_by) values ($1, $2, $3, $4, $5)
       on conflict (organisation, signature) do update set kind = excluded.kind, columns = excluded.columns, confirmed_by = excluded.confirmed_by, recorded_at = now()`,
      [organisationOf(row), createHash('sha256').update(signature).digest('hex'), kind, JSON.stringify(choice.columns), by.accountId],
    );
  }

  async function confirm(by: Sender, id: string, acceptValidRowsOnly: boolean): Promise<Result<ImportView>> {
    const row = await find(by, id);
    if (row === undefined) return refuse(NOT_FOUND);
    if (row.state === 'importing' || row.state === 'done') return ok(viewOf(row, by));
    if (row.state !== 'checked') return refuse(wrongState(row.state, '确认导入'));
    const allowed = mayImport(by, row.kind as ImportKind);
    if (allowed !== null) return refuse(allowed);
    if (row.error_rows > 0 && !acceptValidRowsOnly)
      return refuse({ code: 'import-has-errors', says: `还有 ${row.error_rows} 行有错误。请改正后重新上传，或选择“只导入没有错误的行”。` });
    if ((row.accepted?.rows ?? 0) === 0 && !saysNothingMoved(row))
      return refuse({ code: 'import-nothing-valid', says: '没有一行可以导入。请下载标好错误的表，改正后重新上传。' });
    await store.within(by.scope, async (tx) => {
      await record(tx, {
        by: actor(by),
        action: 'import.confirmed',
        object: `import:${id}`,
        region: by.regionCode,
        detail: { validRowsOnly: acceptValidRowsOnly },
      });
      await tx.query('set local role app_ingest');
      await tx.query(
        "update exchange.import set state = 'importing', valid_rows_only = $2, confirmed_at = now(), changed_at = now(), progress = 0 where id = $1 and state = 'checked'",
        [id, acceptValidRowsOnly],
      );
    });
    queue.add(id);
    return shown(by, id);
  }

  async function cancel(by: Sender, id: string): Promise<Result<ImportView>> {
    const row = await find(by, id);
    if (row === undefined) return refuse(NOT_FOUND);
    if (row.state !== 'checked' && row.state !== 'needs-mapping' && row.state !== 'failed') return refuse(wrongState(row.state, '取消'));
    await store.within(by.scope, async (tx) => {
      await record(tx, { by: actor(by), action: 'import.cancelled', object: `import:${id}`, region: by.regionCode });
      await tx.query('set local role app_ingest');
      await tx.query("update exchange.import set state = 'cancelled', changed_at = now() where id = $1 and state in ('checked', 'needs-mapping', 'failed')", [
        id,
      ]);
    });
    await forgetStaged(id);
    return shown(by, id);
  }

  async function undo(by: Sender, id: string, reason: string): Promise<Result<ImportView>> {
    const row = await find(by, id);
    if (row === undefined) return refuse(NOT_FOUND);
    if (!by.permissions.includes('import.undo')) return refuse(NOT_ALLOWED);
    if (row.state !== 'done') return refuse(wrongState(row.state, '撤销'));
    if (reason.trim().length < 2) return refuse({ code: 'bad-fields', says: '请写明撤销的原因。' });
    const kind = row.kind as ImportKind;
    // Every project must be in the sender's own sight now, not only when the file came.
    const visible = await store.within(by.scope, (tx) =>
      tx.query<{ id: string }>('select id from prevention.project where id = any($1::bigint[])', [row.projects]),
    );
    if (visible.length < row.projects.length)
      return refuse({ code: 'import-undo-not-allowed', says: '这次导入涉及您管辖范围以外的项目，不能由您撤销。请联系上级主管部门。' });
    const refusal = await store
      .within(kind === 'ledger' ? by.scope : INGEST(row.projects), async (tx) => {
        // A machine's day may still be growing: what comes now waits, and then finds it undone and begins another.
        if (kind !== 'ledger') await tx.query('select from exchange.import where id = $1 for update', [id]);
        const parts = await tx.query<Part>(
          "select id, channel, kind, preview, projects from exchange.import where part_of = $1 and state = 'done' order by id desc",
          [id],
        );
        const undone = { removed: 0, restored: 0 };
        for (const part of [...parts, { ...row, kind }]) {
          const one = await undoOne(tx, part, reason.trim());
          undone.removed += one.removed;
          undone.restored += one.restored;
        }
        await record(tx, {
          by: actor(by),
          action: 'import.undone',
          object: `import:${id}`,
          region: row.region_code,
          detail: { reason: reason.trim(), ...undone },
        });
        return null;
      })
      .catch((problem: unknown) => (problem instanceof BuiltOn ? problem.says : stillReferred(problem)));
    if (refusal !== null) return refuse({ code: 'import-built-on', says: `不能撤销：${refusal}` });
    await options.afterwards?.(id).catch(() => null);
    return shown(by, id);
  }

  /** One import out of force, inside the transaction of all that go with it. */
  async function undoOne(
    tx: Tx,
    { id, channel, kind, preview, projects }: Part,
    reason: string,
  ): Promise<{ readonly removed: number; readonly restored: number }> {
    const standing = await options.alsoUndo?.[channel]?.(tx, { importId: id, channel, kind, projects });
    if (standing !== undefined && standing !== null) throw new BuiltOn(standing);
    const undone = kind === 'ledger' ? await undoLedger(tx, id) : await undoRecords(tx, id, kind, preview?.form ?? null, projects);
    if (undone.refusal !== null) throw new BuiltOn(undone.refusal);
    await tx.query('set local role app_ingest');
    const changed = await tx.query(
      "update exchange.import set state = 'undone', undone_at = now(), undo_reason = $2, changed_at = now() where id = $1 and state = 'done' returning id",
      [id, reason],
    );
    if (changed.length === 0) throw new AlreadyTaken();
    return undone;
  }

  return {
    upload,
    view: shown,
    chooseMapping,
    confirm,
    cancel,
    undo,
    async list(by, filter) {
      return store.within(by.scope, async (tx) => {
        // What came by machine has its own desk, message by message.
        const where = "where i.channel = 'file' and ($1::text is null or i.state = $1) and ($2::text is null or i.kind = $2)";
        const values = [filter.state ?? null, filter.kind ?? null];
        const [counted] = await tx.query<{ total: number }>(`select count(*)::int as total from exchange.import i ${where}`, values);
        const rows = await tx.query<ImportRow>(
          `select i.*, p.name as project_name from exchange.import i left join prevention.project p on p.id = i.project_id ${where} order by i.id desc limit ${PAGE} offset $3`,
          [...values, (Math.max(1, filter.page) - 1) * PAGE],
        );
        return { items: rows.map((row) => viewOf(row, by)), total: counted?.total ?? 0 };
      });
    },
    async errors(by, id, page) {
      if ((await find(by, id)) === undefined) return refuse(NOT_FOUND);
      return store.within(by.scope, async (tx) => {
        const [counted] = await tx.query<{ total: number }>('select count(*)::int as total from exchange.cell_error where import_id = $1', [id]);
        const items = await tx.query<CellError>(
          `select row_no as row, heading as "column", value, reason, cure, severity from exchange.cell_error where import_id = $1 order by severity, row_no, column_no limit ${PAGE} offset $2`,
          [id, (Math.max(1, page) - 1) * PAGE],
        );
        return ok({ items, total: counted?.total ?? 0 });
      });
    },
    async errorsWorkbook(by, id) {
      const row = await find(by, id);
      if (row === undefined || row.upload_id === null) return refuse(NOT_FOUND);
      const { file, marks } = await store.within(INGEST([]), async (tx) => {
        // The sender's own file holds whole identity numbers: handing it out again is a look at personal data.
        await record(tx, { by: actor(by), action: 'import.errors-downloaded', object: `import:${id}`, region: row.region_code });
        const chunks = await tx.query<{ content: Buffer }>('select content from exchange.upload_chunk where upload_id = $1 order by no', [row.upload_id]);
        const found = await tx.query<MarkedCell>(
          "select row_no as row, column_no as \"column\", heading || '：' || reason || '。' || cure as says, severity from exchange.cell_error where import_id = $1 order by row_no, column_no",
          [id],
        );
        return { file: Buffer.concat(chunks.map((chunk) => chunk.content)), marks: found };
      });
      const content = await markedWorkbook(file, row.preview?.sheet ?? '', row.preview?.headUntil ?? 1, marks);
      return ok({ name: `${row.file_name.replace(/\.[^.]*$/, '')}-错误说明.xlsx`, content });
    },
    async preview(by, id) {
      const row = await find(by, id);
      if (row === undefined) return refuse(NOT_FOUND);
      return ok({ headings: row.preview?.headings ?? [], rows: row.preview?.rows ?? [] });
    },
    template: (kind) => plainWorkbook(KIND_NAMES[kind], headingsOf(kind)),
    async resume() {
      const rows = await store.within(INGEST([]), (tx) =>
        tx.query<{ id: string }>("select id from exchange.import where state in ('reading', 'importing') order by id"),
      );
      for (const { id } of rows) queue.add(id);
    },
    settled: queue.settled,
    async close() {
      queue.stop();
      await Promise.all([...readings, ...resting.map(({ thread }) => thread)].map((worker) => worker.terminate()));
      await queue.settled();
    },
  };
}

class AlreadyTaken extends Error {}

/** Something stands on what was to be undone: the transaction leaves no trace, and says why. */
class BuiltOn extends Error {
  readonly says: string;
  constructor(says: string) {
    super('built on');
    this.says = says;
  }
}

/** An import, or one that goes with it. */
type Part = Pick<ImportRow, 'id' | 'channel' | 'preview' | 'projects'> & { readonly kind: ImportKind };

/** A foreign key that held: a device, an account or a paper of a project that was to go. */
function stillReferred(problem: unknown): string {
  if (typeof problem === 'object' && problem !== null && 'code' in problem && problem.code === '23503')
    return '新项目已经有设备、专户、文书或上级平台在用。请先把它们移走或停用。';
  throw problem;
}

/** A statement without a movement is something to take: that nothing moved. */
function saysNothingMoved(row: ImportRow): boolean {
  return row.kind === 'flows' && row.totals?.rows === 0 && row.projects.length > 0;
}

/** By name: without one, the thread's own wiring would be torn out with ours. */
function silence(thread: Worker): void {
  for (const event of ['message', 'error', 'exit']) thread.removeAllListeners(event);
}

/** Classes 08 and 57P of SQLSTATE, and what sockets say. */
function isConnectionLost(problem: unknown): boolean {
  const { code, message } = problem as { code?: string; message?: string };
  return (
    /^(08|57P|ECONN|EPIPE|ENOTFOUND|53300)/.test(code ?? '') ||
    /Connection terminated|timeout exceeded when trying to connect|connection .*closed/i.test(message ?? '')
  );
}

const NOT_FOUND: Refusal = { code: 'import-not-found', says: '没有找到这次导入，或不在您的管辖范围内。请返回列表重新选择。' };
const NOT_ALLOWED: Refusal = { code: 'not-allowed', says: '您的岗位没有这项权限。需要办理时，请联系本单位系统管理员。' };

const STATE_NAMES: Readonly<Record<ImportState, string>> = {
  reading: '正在读取',
  'needs-mapping': '等待指定列',
  checked: '等待确认',
  importing: '正在导入',
  done: '已导入',
  failed: '没有读成',
  cancelled: '已取消',
  undone: '已撤销',
};

function wrongState(state: ImportState, act: string): Refusal {
  return { code: 'import-wrong-state', says: `这次导入现在是“${STATE_NAMES[state]}”，不能${act}。请刷新页面查看最新状态。` };
}

function actor(by: Sender): Actor {
  return { accountId: by.accountId, name: by.name, role: by.role };
}

/** The ledger says which projects there are and belongs to the officials of a place; the records to who keeps them. */
function mayImport(by: Pick<Sender, 'role' | 'scope' | 'permissions'>, kind: ImportKind | null): Refusal | null {
  if (kind === 'ledger' && by.scope.role !== 'app_official')
    return { code: 'not-allowed', says: '在建项目台账由人社部门导入。企业请导入花名册、考勤、工资支付表和专户流水。' };
  const needed = kind === 'ledger' ? ['import.ledger'] : kind === null ? ['import.ledger', 'import.records'] : ['import.records'];
  return needed.some((permission) => by.permissions.includes(permission)) ? null : NOT_ALLOWED;
}

function refusalOf(problem: RefusedFile): Refusal {
  const tooLarge = /too-large|bomb|parts|zip64|too-many/.test(problem.code);
  return {
    code: tooLarge
      ? 'import-file-too-large'
      : problem.code === 'empty-file' || problem.code === 'zip-damaged'
        ? 'import-file-invalid'
        : 'import-file-unsupported',
    says: problem.says,
  };
}

/** Only the name, without folders and control characters: it is shown, never used as a path. */
function plainFileName(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').slice(0, 200) || '未命名';
}

function organisationOf(row: Pick<ImportRow, 'enterprise_id' | 'region_code'>): string {
  return row.enterprise_id === null ? `region:${row.region_code ?? ''}` : `enterprise:${row.enterprise_id}`;
}

/** The earlier import that took over all of the same content and still stands; null when there is none. */
async function sameContent(
  tx: Tx,
  column: 'sha256' | 'content_hash',
  hash: Buffer,
  except: string | null,
): Promise<(Refusal & { readonly reference: string }) | null> {
  const [before] = await tx.query<{ id: string; account_name: string; at: string; file_name: string }>(
    `select id, account_name, to_char(done_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as at, file_name from exchange.import
     where ${column} = $1 and state = 'done' and error_rows = 0 and ($2::bigint is null or id <> $2) order by id desc limit 1`,
    [hash, except],
  );
  if (before === undefined) return null;
  return {
    code: 'import-repeated',
    reference: before.id,
    says: `相同的内容已由${before.account_name}于 ${before.at} 导入（第 ${before.id} 号，《${before.file_name}》），这次没有改动任何数据。需要重来时，请先撤销那次导入。`,
  };
}
