import { createHash } from 'node:crypto';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import type { Sender } from '#modules/prevention/imports/server/index.ts';
import { record } from '#platform/audit/index.ts';
import type { Tx } from '#platform/db/index.ts';
import { notFound } from '#platform/http/index.ts';
import type { BankPorts } from './ports.ts';

/** 10 MB: a signed receipt is 50-300 KB, a batch list of thousands of lines a few MB. */
export const RECEIPT_BYTES = 10 * 1024 * 1024;

/** Keeps the file of a receipt that was announced: by its content, and only what the announcement's digest names. */
export async function keepReceiptFile(tx: Tx, appid: string, receiptNo: string, content: Buffer): Promise<Result<null, Refusal>> {
  const type = typeOf(content);
  if (type === null) return refuse({ code: 'receipt-file-invalid', says: '回单文件只收 PDF 或 OFD，这个文件两样都不是。' });
  if (content.length > RECEIPT_BYTES) return refuse({ code: 'receipt-file-too-large', says: '回单文件超过 10 MB。分成几个回单再报。' });
  const [receipt] = await tx.query<{ sm3: string | null; file_sha256: Buffer | null }>(
    'select sm3, file_sha256 from prevention.bank_receipt where appid = $1 and receipt_no = $2 for update',
    [appid, receiptNo],
  );
  if (receipt === undefined) return refuse({ code: 'receipt-not-found', says: '没有报过这个回单编号。先报 ReceiptReady，再传文件。' });
  if (receipt.sm3 !== null && createHash('sm3').update(content).digest('hex') !== receipt.sm3)
    return refuse({ code: 'receipt-digest-wrong', says: '文件与回单消息里的 SM3 不符，没有收。重新传原件。' });
  const sha256 = createHash('sha256').update(content).digest();
  if (receipt.file_sha256 !== null && !receipt.file_sha256.equals(sha256))
    return refuse({ code: 'receipt-used', says: '这个回单已有文件，而内容不同。没有收；更正要用新的回单编号。' });
  await tx.query('insert into prevention.bank_receipt_file (sha256, media_type, content) values ($1, $2, $3) on conflict do nothing', [sha256, type, content]);
  await tx.query('update prevention.bank_receipt set file_sha256 = $3 where appid = $1 and receipt_no = $2', [appid, receiptNo, sha256]);
  return ok(null);
}

/** By the first bytes: a name proves nothing. An OFD is a zip whose first part is OFD.xml. */
function typeOf(content: Buffer): 'application/pdf' | 'application/ofd' | null {
  if (content.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf';
  return content.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004' && content.includes('OFD.xml') ? 'application/ofd' : null;
}

export interface ReceiptRow {
  readonly id: string;
  readonly receiptNo: string;
  readonly kind: 'single' | 'batch';
  readonly on: string;
  readonly amountFen: string | null;
  readonly serialNo: string | null;
  readonly batchNo: string | null;
  readonly workerName: string | null;
  readonly verificationCode: string | null;
  readonly hasFile: boolean;
}

/** Receipts of a batch: those that name it, and those of its lines by the bank's serial. */
export async function receiptsOf(ports: BankPorts, by: Sender, batchId: string): Promise<readonly ReceiptRow[]> {
  return ports.store.reading(by.scope, (tx) =>
    tx.query<ReceiptRow>(
      `select r.id, r.receipt_no as "receiptNo", r.kind, r.on_day as "on", r.amount_fen as "amountFen", r.serial_no as "serialNo", r.batch_no as "batchNo", l.name as "workerName",
         r.verification_code as "verificationCode", r.file_sha256 is not null as "hasFile"
       from prevention.pay_batch b join prevention.bank_receipt r on r.project_id = b.project_id and r.account_no = b.account_no
       left join prevention.pay_line l on l.batch_id = b.id and l.serial_no = r.serial_no
       where b.id = $1 and (r.batch_no = b.batch_no or l.id is not null) order by r.on_day, r.receipt_no limit 500`,
      [batchId],
    ),
  );
}

export async function receiptFile(
  ports: BankPorts,
  by: Sender,
  id: string,
): Promise<Result<{ readonly name: string; readonly type: string; readonly content: Buffer }, Refusal>> {
  const [seen] = await ports.store.within(by.scope, async (tx) => {
    const rows = await tx.query<{ receipt_no: string; file_sha256: Buffer | null }>(
      'select receipt_no, file_sha256 from prevention.bank_receipt where id = $1',
      [id],
    );
    if (rows.length > 0) await record(tx, { by, action: 'bank-receipt.opened', object: `bank-receipt:${id}` });
    return rows;
  });
  if (seen === undefined) return refuse(notFound());
  const [file] = await ports.store.reading({ role: 'app_job' }, (tx) =>
    tx.query<{ media_type: string; content: Buffer }>('select media_type, content from prevention.bank_receipt_file where sha256 = $1', [seen.file_sha256]),
  );
  if (file === undefined) return refuse({ code: 'receipt-file-not-found', says: '银行还没有送来这张回单的文件，只有编号和验证码。' });
  return ok({ name: `${seen.receipt_no}.${file.media_type === 'application/pdf' ? 'pdf' : 'ofd'}`, type: file.media_type, content: file.content });
}
