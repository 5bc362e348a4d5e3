import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { dropFileText, isPlain, readDropFile } from '#modules/prevention/bank-payments/domain/index.ts';
import type { Delivery, SimulatedBank } from './bank.ts';

const TITLES = ['lineNo', 'cardNo', 'amount', 'status', 'returnCode', 'returnMsg', 'paidAt', 'bankSerialNo'] as const;

/** Takes every complete instruction out of the drop box. */
export function takeInstructions(bank: SimulatedBank, folder: string, encoding: 'gb18030' | 'utf-8'): number {
  for (const name of ['out', 'in', 'taken']) mkdirSync(join(folder, name), { recursive: true });
  let taken = 0;
  for (const name of readdirSync(join(folder, 'out')).sort()) {
    if (!name.startsWith('PAYROLL_') || name.endsWith('.ok') || !existsSync(join(folder, 'out', `${name}.ok`))) continue;
    const bytes = readFileSync(join(folder, 'out', name));
    const at = bytes.lastIndexOf('#SM3,');
    if (
      at === -1 ||
      createHash('sm3').update(bytes.subarray(0, at)).digest('hex') !==
        bytes
          .subarray(at + 5)
          .toString('latin1')
          .trim()
    )
      continue;
    const read = readDropFile(new TextDecoder(encoding).decode(bytes.subarray(0, at)));
    if (!read.ok) continue;
    bank.handIn(JSON.stringify(instructionOf(read.value.messages.map((message) => message.value['body']))));
    for (const one of [name, `${name}.ok`]) renameSync(join(folder, 'out', one), join(folder, 'taken', one));
    taken += 1;
  }
  return taken;
}

function instructionOf(rows: readonly unknown[]): object {
  const lines = rows.filter(isPlain);
  const head = lines[0] ?? {};
  return {
    batchNo: head['batchNo'],
    accountNo: head['accountNo'],
    totalCount: head['totalCount'],
    totalAmount: head['totalAmount'],
    lines: lines.map((line) => ({ lineNo: line['lineNo'], workerName: line['workerName'], cardNo: line['cardNo'], amount: line['amount'] })),
  };
}

/** Writes a result file with the fault asked for. */
export function writeResult(folder: string, encoding: 'gb18030' | 'utf-8', delivery: Extract<Delivery, { is: 'file' }>): void {
  const text = dropFileText(
    'PayrollResult',
    [
      ['msgId', delivery.msgId],
      ['bankCode', '102'],
      ['sentAt', delivery.sentAt],
      ['seq', '1'],
      ['batchNo', delivery.batchNo],
    ],
    TITLES,
    delivery.lines.map((line) => TITLES.map((title) => String(line[title] ?? (title === 'returnMsg' ? '交易成功' : '')))),
  );
  const other = encoding === 'gb18030' ? 'utf-8' : 'gb18030';
  const written = delivery.fault === 'wrong-encoding' ? other : encoding;
  const bytes = written === 'gb18030' ? iconv.encode(text, 'gb18030') : Buffer.from(text);
  const digest = createHash('sm3')
    .update(delivery.fault === 'wrong-digest' ? Buffer.concat([bytes, Buffer.from('x')]) : bytes)
    .digest('hex');
  const whole = Buffer.concat([bytes, Buffer.from(`#SM3,${digest}\r\n`)]);
  const path = join(folder, 'in', delivery.name);
  mkdirSync(join(folder, 'in'), { recursive: true });
  writeFileSync(path, delivery.fault === 'truncated-file' ? whole.subarray(0, Math.floor(whole.length / 2)) : whole);
  if (delivery.fault !== 'missing-flag') writeFileSync(`${path}.ok`, '');
}

/** Writes what is no result, such as a return or its refund: a file with one row. */
export function writeMessage(folder: string, encoding: 'gb18030' | 'utf-8', message: Readonly<Record<string, unknown>>): void {
  const { type, body, ...head } = message;
  const fields = isPlain(body) ? body : {};
  const text = dropFileText(
    String(type),
    Object.entries(head).map(([name, value]) => [name, String(value)]),
    Object.keys(fields),
    [Object.values(fields).map(String)],
  );
  const bytes = encoding === 'gb18030' ? iconv.encode(text, 'gb18030') : Buffer.from(text);
  const path = join(folder, 'in', `MESSAGE_${String(head['msgId'])}.csv`);
  mkdirSync(join(folder, 'in'), { recursive: true });
  writeFileSync(path, Buffer.concat([bytes, Buffer.from(`#SM3,${createHash('sm3').update(bytes).digest('hex')}\r\n`)]));
  writeFileSync(`${path}.ok`, '');
}
