import iconv from 'iconv-lite';
import { civilMonth } from '#kernel/civil-date.ts';
import { fen, parseYuan } from '#kernel/fen.ts';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import type { Sender } from '#modules/prevention/imports/server/index.ts';
import { record } from '#platform/audit/index.ts';
import { inBoundedThread } from '#platform/bounded-thread.ts';
import { plainWorkbook } from '#platform/exchange/index.ts';
import { notFound } from '#platform/http/index.ts';
import { type FieldFault, type FileLayout, findLayout, matchRows, readResultFile, type TextRow, writeFiles } from '../domain/index.ts';
import type { FileTaken } from '../domain/wire.ts';
import { openBatch } from './batches.ts';
import { instructionOf } from './instruction.ts';
import { learn, type Word } from './outcomes.ts';
import type { BankPorts } from './ports.ts';

/** A refused file, with every place that is wrong. */
export interface FileFault extends Refusal {
  readonly faults?: readonly FieldFault[];
}

/** Writes one part of a batch's file. Who took it away is written down: it holds whole card numbers. */
export async function fileOf(
  ports: BankPorts,
  by: Sender,
  id: string,
  part: number,
): Promise<Result<{ readonly name: string; readonly type: string; readonly content: Buffer; readonly parts: number }, FileFault>> {
  const found = await ports.store.within(by.scope, async (tx) => {
    const [batch] = await tx.query<{ layout_key: string | null; channel: string | null; batch_no: string; month: string; region_code: string }>(
      `select b.layout_key, b.channel, b.batch_no, to_char(b.month, 'YYYY-MM') as month, p.region_code from prevention.pay_batch b join prevention.project p on p.id = b.project_id where b.id = $1`,
      [id],
    );
    if (batch === undefined) return undefined;
    await record(tx, { by, action: 'payment.file-taken', object: `pay-batch:${id}`, region: batch.region_code, detail: { batchNo: batch.batch_no, part } });
    return batch;
  });
  if (found === undefined) return refuse(notFound());
  const layout = found.layout_key === null ? undefined : findLayout(found.layout_key);
  if (found.channel !== 'file' || layout === undefined) return refuse({ code: 'batch-no-file', says: '这一批不是用文件代发的，没有文件可下载。' });
  const instruction = await instructionOf(ports, id);
  const written = writeFiles(layout, {
    batchNo: found.batch_no,
    date: ports.clock.today(),
    payMonth: civilMonth(found.month),
    payerAccount: instruction.accountNo,
    payerName: instruction.payerName,
    payerBank: instruction.payerBank,
    lines: instruction.lines.map((line) => ({
      lineNo: line.lineNo,
      name: line.workerName,
      card: line.cardNo,
      amountFen: parseYuan(line.amount) ?? fen(0),
      bank: line.bankName,
      isOtherBank: null,
      identityMask: line.idNoMasked,
    })),
  });
  if (!written.ok) return written;
  const file = written.value[part - 1];
  if (file === undefined) return refuse({ code: 'file-part-not-found', says: `这一批只有 ${written.value.length} 个文件。` });
  return ok({ name: file.name, type: TYPES[layout.format], content: await bytesOf(layout, file.rows, file.text), parts: written.value.length });
}

const TYPES = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv', txt: 'text/plain' } as const;

export async function bytesOf(layout: FileLayout, rows: readonly (readonly string[])[], text: string): Promise<Buffer> {
  if (layout.format === 'xlsx') {
    const [titles = [], ...details] = rows;
    return plainWorkbook('代发', titles, details);
  }
  return layout.encoding === 'gb18030' ? iconv.encode(text, 'gb18030') : Buffer.from(`\uFEFF${text}`);
}

/** What one result file may be: 20,000 rows of ten columns are some 2 MB. */
export const RESULT_FILE_BYTES = 8 * 1024 * 1024;
const READING_SECONDS = 20;
const READING_MEGABYTES = 256;

/** Reads a stranger's file in a thread of its own, bounded in memory and time. */
export async function rowsOfFile(content: Buffer): Promise<Result<readonly TextRow[], FileFault>> {
  const limits = { seconds: READING_SECONDS, megabytes: READING_MEGABYTES };
  const answer = await inBoundedThread<Result<readonly TextRow[], FileFault>>(new URL('./result-thread.ts', import.meta.url), content, limits);
  if (answer === 'too-long') return refuse({ code: 'file-invalid', says: `读这个文件超过 ${READING_SECONDS} 秒，没有收。用银行原来的文件。` });
  if (answer === 'broken') return refuse({ code: 'file-invalid', says: '文件读不出来（可能损坏，或展开后太大），没有收。用银行原来的文件。' });
  return answer;
}

/** Takes a result file (回盘) or a refund list of a batch: every row or none. */
export async function takeResultFile(
  ports: BankPorts,
  by: Sender,
  id: string,
  file: { readonly name: string; readonly content: Buffer; readonly isRefunds: boolean },
): Promise<Result<FileTaken, FileFault>> {
  const rows = await rowsOfFile(file.content);
  if (!rows.ok) return rows;
  const instruction = await ports.store.within(by.scope, (tx) =>
    tx.query<{ layout_key: string | null }>('select layout_key from prevention.pay_batch where id = $1', [id]),
  );
  const [batch] = instruction;
  if (batch === undefined) return refuse(notFound());
  const layout = findLayout(batch.layout_key ?? 'generic') ?? findLayout('generic');
  if (layout === undefined) return refuse(notFound());
  const read = readResultFile(layout, rows.value, file.isRefunds ? 'returned' : null);
  if (!read.ok) return read;
  const sent = await instructionOf(ports, id);
  const matched = matchRows(
    sent.batchNo,
    sent.lines.map((line) => ({ lineNo: line.lineNo, name: line.workerName, card: line.cardNo, amountFen: parseYuan(line.amount) ?? fen(0) })),
    read.value,
  );
  if (!matched.ok) return matched;
  const at = ports.clock.now().toISOString();
  return ports.store.within(by.scope, async (tx): Promise<Result<FileTaken, FileFault>> => {
    const held = await openBatch(tx, id);
    if (held === undefined) return refuse(notFound());
    if (held.channel !== 'file') return refuse({ code: 'batch-not-by-file', says: '这一批由银行接口回盘，不收上传的文件。' });
    const lines = new Map(
      (
        await tx.query<{ id: string; line_no: number }>("select id, line_no from prevention.pay_line where batch_id = $1 and state not in ('dropped','new')", [
          id,
        ])
      ).map((line) => [line.line_no, line.id]),
    );
    const words = matched.value.flatMap(({ lineNo, row }): Word[] => {
      const lineId = lines.get(lineNo);
      return lineId === undefined
        ? []
        : [
            {
              lineId,
              via: 'file',
              says: row.says,
              // A file has no clock of its own: a later file is a later word, a row of the day it names not before that day.
              at,
              code: row.code,
              words: row.words,
              serialNo: row.bankSerial,
              on: row.on ?? (row.says === 'paid' ? ports.clock.today() : null),
              source: 'file',
            },
          ];
    });
    const news = await onlyNews(tx, id, words);
    await tx.query('update prevention.pay_batch set told_accepted = true, last_answer = $2, asked_at = $3 where id = $1', [
      id,
      `回盘文件 ${file.name.slice(0, 60)}`,
      ports.clock.now(),
    ]);
    await learn(tx, by, id, news);
    await record(tx, {
      by,
      action: 'payment.result-file-taken',
      object: `pay-batch:${id}`,
      region: held.region_code,
      detail: { file: file.name.slice(0, 100), rows: matched.value.length },
    });
    const count = (says: string) => matched.value.filter(({ row }) => row.says === says).length;
    return ok({
      rows: matched.value.length,
      paid: count('paid'),
      failed: count('failed'),
      returned: count('returned'),
      open: count('processing') + count('unclear'),
    });
  });
}

/** The same file once more says nothing new, whenever it is brought. */
async function onlyNews(tx: Parameters<typeof learn>[0], batchId: string, words: readonly Word[]): Promise<readonly Word[]> {
  const rows = await tx.query<{ line_id: string; says: string; code: string | null; words: string | null; serial_no: string | null }>(
    "select line_id, says, code, words, serial_no from prevention.pay_evidence where batch_id = $1 and via = 'file'",
    [batchId],
  );
  const key = (line: string, says: string, code: string | null, said: string | null, serial: string | null) => JSON.stringify([line, says, code, said, serial]);
  const known = new Set(rows.map((row) => key(row.line_id, row.says, row.code, row.words, row.serial_no)));
  return words.filter((word) => !known.has(key(word.lineId, word.says, word.code, word.words, word.serialNo)));
}
