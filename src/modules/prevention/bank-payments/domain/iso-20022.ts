import { fen, parseYuan, plainYuan } from '#kernel/fen.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { ISO_STATUS, readBankWord } from './bank-words.ts';
import type { DropFile } from './drop-file.ts';
import { type FieldFault, shown } from './field-reader.ts';
import { nodeAt, nodesAt, textAt, type XmlNode } from './xml.ts';
import type { FileRefusal } from './write-file.ts';

const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:(pain\.002|camt\.053|camt\.054)\.001\.\d{2}$/;
const ROWS_AT_MOST = 20_000;

interface Reading {
  readonly fault: (path: string, value: string | null, says: string) => void;
  /** Envelope and body of the next message. */
  readonly add: (type: string, body: Readonly<Record<string, unknown>>) => void;
}

/**
 * A bank's ISO 20022 file as messages of the contract: pain.002 (受理、拒收、回盘), camt.053 (余额日报和流水) and camt.054 (流水、退票).
 * The subset: amounts in CNY; accounts under `Id/Othr/Id`; a status names the line by `OrgnlEndToEndId` and repeats account and
 * amount in `OrgnlTxRef`; an entry's serial is `AcctSvcrRef`; a return names the payment by `Refs/TxId`. What else stands in a
 * file is not looked at; what is missing refuses the whole of it.
 */
export function readIso20022(root: XmlNode): Result<DropFile, FileRefusal> {
  const namespace = Object.entries(root.attributes).find(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))?.[1] ?? '';
  const kind = NAMESPACE.exec(namespace)?.[1];
  if (root.name !== 'Document' || kind === undefined)
    return refused([{ path: 'Document', value: shown(namespace), says: '只收 ISO 20022 的 pain.002、camt.053、camt.054，看根元素的 xmlns' }]);
  const body = root.children[0];
  const faults: FieldFault[] = [];
  const messages: { row: number; value: Record<string, unknown> }[] = [];
  const fault: Reading['fault'] = (path, value, says) => void (faults.length < 50 && faults.push({ path, value: shown(value), says }));
  const msgId = textAt(body, 'GrpHdr/MsgId');
  const sentAt = textAt(body, 'GrpHdr/CreDtTm');
  if (msgId === null || !/^[0-9A-Za-z._-]{1,35}$/.test(msgId)) fault('GrpHdr/MsgId', msgId, '必填，1 至 35 位字母、数字、点、横线');
  if (sentAt === null) fault('GrpHdr/CreDtTm', null, '必填');
  const bank = bankCodeIn(body);
  const add: Reading['add'] = (type, content) => {
    const row = messages.length + 1;
    messages.push({ row, value: { msgId: `${msgId ?? ''}-${row}`, type, bankCode: bank, sentAt, seq: row, body: content } });
  };
  const reading = { fault, add };
  if (kind === 'pain.002') readStatus(body, reading);
  else readEntries(body, kind, reading);
  if (messages.length === 0 && faults.length === 0) fault('', null, '一条状态、余额或流水也没有');
  if (messages.length > ROWS_AT_MOST) fault('', null, `超过 ${ROWS_AT_MOST} 条，分成几个文件`);
  return faults.length > 0 ? refused(faults) : ok({ type: kind, messages, form: kind === 'camt.054' ? 'camt.054' : 'contract' });
}

/** The bank's three digits, where it names itself by its 联行号. */
function bankCodeIn(body: XmlNode | undefined): string {
  const agent = ['Stmt/Acct/Svcr', 'Ntfctn/Acct/Svcr', 'GrpHdr/DbtrAgt']
    .map((path) => textAt(body, `${path}/FinInstnId/ClrSysMmbId/MmbId`))
    .find((one) => one !== null);
  return /^\d{12}$/.test(agent ?? '') ? (agent ?? '').slice(0, 3) : '000';
}

/** pain.002. Only lines say who was paid: a status of the batch alone is that it was taken, or rejected as a whole. */
function readStatus(body: XmlNode | undefined, { fault, add }: Reading): void {
  const group = nodeAt(body, 'OrgnlGrpInfAndSts');
  const batches = nodesAt(body, 'OrgnlPmtInfAndSts');
  if (batches.length === 0) {
    const batchNo = textAt(group, 'OrgnlMsgId');
    if (batchNo === null) return fault('OrgnlGrpInfAndSts/OrgnlMsgId', null, '必填，应为我方代发批次号');
    return batchStatus(batchNo, textAt(group, 'GrpSts'), group, 'OrgnlGrpInfAndSts/GrpSts', { fault, add });
  }
  for (const [at, batch] of batches.entries()) {
    const path = `OrgnlPmtInfAndSts[${at + 1}]`;
    const batchNo = textAt(batch, 'OrgnlPmtInfId');
    const lines = nodesAt(batch, 'TxInfAndSts');
    if (batchNo === null) fault(`${path}/OrgnlPmtInfId`, null, '必填，应为我方代发批次号');
    else if (lines.length === 0) batchStatus(batchNo, textAt(batch, 'PmtInfSts') ?? textAt(group, 'GrpSts'), batch, `${path}/PmtInfSts`, { fault, add });
    else add('PayrollResult', { batchNo, lines: lines.map((line, n) => lineStatus(batchNo, line, `${path}/TxInfAndSts[${n + 1}]`, fault)) });
  }
}

function batchStatus(batchNo: string, status: string | null, node: XmlNode | undefined, path: string, { fault, add }: Reading): void {
  if (status === null) return fault(path, null, '必填');
  if (readBankWord(ISO_STATUS, status) !== 'failed') return add('PayrollAccepted', { batchNo });
  add('PayrollRejected', {
    batchNo,
    ...defined({ reasonCode: reasonCode(node) }),
    reason: textAt(node, 'StsRsnInf/AddtlInf') ?? reasonCode(node) ?? '银行没有写原因',
  });
}

function lineStatus(batchNo: string, line: XmlNode, path: string, fault: Reading['fault']): Readonly<Record<string, unknown>> {
  const own = textAt(line, 'OrgnlEndToEndId') ?? '';
  const lineNo = own.startsWith(`${batchNo}-`) ? own.slice(batchNo.length + 1) : '';
  if (!/^\d{1,6}$/.test(lineNo)) fault(`${path}/OrgnlEndToEndId`, own, '应为我方批次号-行号');
  const amount = amountOf(nodeAt(line, 'OrgnlTxRef/Amt/InstdAmt'), `${path}/OrgnlTxRef/Amt/InstdAmt`, fault);
  const cardNo = textAt(line, 'OrgnlTxRef/CdtrAcct/Id/Othr/Id');
  if (cardNo === null) fault(`${path}/OrgnlTxRef/CdtrAcct/Id/Othr/Id`, null, '必填：收款账号要由银行写出，不同的不采信');
  const status = textAt(line, 'TxSts');
  if (status === null) fault(`${path}/TxSts`, null, '必填');
  const said = readBankWord(ISO_STATUS, status ?? '');
  return {
    lineNo,
    cardNo,
    amount,
    status: said === 'paid' ? 'SUCCESS' : said === 'failed' ? 'FAILED' : said === 'processing' ? 'PROCESSING' : status,
    ...defined({
      returnCode: reasonCode(line),
      returnMsg: textAt(line, 'StsRsnInf/AddtlInf'),
      paidAt: textAt(line, 'AccptncDtTm'),
      bankSerialNo: textAt(line, 'AcctSvcrRef'),
    }),
  };
}

function reasonCode(node: XmlNode | undefined): string | null {
  return textAt(node, 'StsRsnInf/Rsn/Cd', 'StsRsnInf/Rsn/Prtry');
}

/** camt.053 and camt.054. A statement's entries must lead from its opening to its closing balance, or a page of it is missing. */
function readEntries(body: XmlNode | undefined, kind: string, reading: Reading): void {
  const { fault, add } = reading;
  const name = kind === 'camt.053' ? 'Stmt' : 'Ntfctn';
  for (const [at, part] of nodesAt(body, name).entries()) {
    const path = `${name}[${at + 1}]`;
    const accountNo = textAt(part, 'Acct/Id/Othr/Id');
    if (accountNo === null) fault(`${path}/Acct/Id/Othr/Id`, null, '必填，应为专户账号');
    const balances = nodesAt(part, 'Bal');
    const balance = (code: string) => {
      const found = balances.find((one) => textAt(one, 'Tp/CdOrPrtry/Cd', 'Tp/CdOrPrtry/Prtry') === code);
      return found === undefined ? null : { fen: signed(found, `${path}/Bal`, fault), on: textAt(found, 'Dt/Dt', 'Dt/DtTm')?.slice(0, 10) ?? null };
    };
    const opening = balance('OPBD') ?? balance('PRCD');
    const closing = balance('CLBD');
    let left = opening?.fen ?? null;
    if (kind === 'camt.053' && (opening === null || closing === null || closing.on === null))
      fault(`${path}/Bal`, null, '对账单应有期初余额（OPBD）、期末余额（CLBD）和期末日期');
    for (const [n, entry] of nodesAt(part, 'Ntry').entries()) {
      const where = `${path}/Ntry[${n + 1}]`;
      // What is only pending has not moved.
      if (textAt(entry, 'Sts', 'Sts/Cd') !== 'BOOK') continue;
      const moved = signed(entry, where, fault);
      left = left === null || moved === null ? null : left + moved;
      addEntry(entry, where, { accountNo, moved, balanceAfter: kind === 'camt.053' ? left : null }, reading);
    }
    if (kind !== 'camt.053' || opening === null || closing === null) continue;
    if (left !== null && closing.fen !== null && left !== closing.fen)
      fault(`${path}/Bal`, plainYuan(closing.fen), `期初加减各笔应为 ${plainYuan(left)}，与期末余额不符，可能缺页或者缺笔`);
    const [available, frozen] = [balance('CLAV'), balance('FRZN')];
    add('BalanceReport', {
      accountNo,
      date: closing.on,
      bookBalance: yuan(closing.fen),
      ...defined({ available: available === null ? null : yuan(available.fen), frozen: frozen === null ? null : yuan(frozen.fen) }),
    });
  }
}

function addEntry(
  entry: XmlNode,
  path: string,
  of: { readonly accountNo: string | null; readonly moved: bigint | null; readonly balanceAfter: bigint | null },
  { fault, add }: Reading,
): void {
  const details = nodesAt(nodeAt(entry, 'NtryDtls'), 'TxDtls');
  const detail = details[0];
  const isOut = textAt(entry, 'CdtDbtInd') === 'DBIT';
  const bankSerialNo = textAt(entry, 'AcctSvcrRef') ?? textAt(detail, 'Refs/AcctSvcrRef');
  if (bankSerialNo === null) fault(`${path}/AcctSvcrRef`, null, '必填，应为银行流水号');
  const when = textAt(entry, 'BookgDt/DtTm', 'BookgDt/Dt');
  if (when === null) fault(`${path}/BookgDt`, null, '必填，应为记账日期');
  const party = isOut ? 'Cdtr' : 'Dbtr';
  const reversalOf = isOut ? null : textAt(detail, 'Refs/TxId');
  const isReturn = !isOut && nodeAt(detail, 'RtrInf') !== undefined;
  if (isReturn && reversalOf === null) fault(`${path}/NtryDtls/TxDtls/Refs/TxId`, null, '退票要写原付款的银行流水号');
  const amount = yuan(of.moved === null ? null : of.moved < 0n ? -of.moved : of.moved);
  const reason = textAt(detail, 'RtrInf/AddtlInf') ?? textAt(entry, 'AddtlNtryInf') ?? '银行没有写原因';
  const single = details.length <= 1;
  add('Transaction', {
    accountNo: of.accountNo,
    txnDate: when?.slice(0, 10) ?? null,
    bankSerialNo,
    dcFlag: isOut ? 'D' : 'C',
    amount,
    summary: textAt(entry, 'AddtlNtryInf') ?? textAt(detail, 'RmtInf/Ustrd', 'AddtlTxInf') ?? (isOut ? '转出' : '转入'),
    ...defined({
      txnTime: when !== null && when.length >= 19 ? when.slice(11, 19) : null,
      balanceAfter: of.balanceAfter === null ? null : yuan(of.balanceAfter),
      counterpartyName: single ? textAt(detail, `RltdPties/${party}/Nm`, `RltdPties/${party}/Pty/Nm`) : null,
      counterpartyAcct: single ? textAt(detail, `RltdPties/${party}Acct/Id/Othr/Id`) : null,
      postscript: textAt(entry, 'AddtlNtryInf') === null ? null : textAt(detail, 'RmtInf/Ustrd'),
      batchNo: isOut ? (textAt(entry, 'NtryDtls/Btch/PmtInfId') ?? textAt(detail, 'Refs/PmtInfId')) : null,
      reversalOf,
    }),
  });
  if (isReturn)
    add('Returned', {
      accountNo: of.accountNo,
      originalSerialNo: reversalOf,
      returnDate: when?.slice(0, 10) ?? null,
      amount,
      reason,
      ...defined({ reasonCode: textAt(detail, 'RtrInf/Rsn/Cd', 'RtrInf/Rsn/Prtry') }),
    });
}

/** An amount with its direction: in is more, out is less. */
function signed(node: XmlNode, path: string, fault: Reading['fault']): bigint | null {
  const amount = amountOf(nodeAt(node, 'Amt'), `${path}/Amt`, fault);
  const way = textAt(node, 'CdtDbtInd');
  if (way !== 'CRDT' && way !== 'DBIT') fault(`${path}/CdtDbtInd`, way, '只能是 CRDT、DBIT');
  const value = amount === null ? null : parseYuan(amount);
  return value === null ? null : way === 'DBIT' ? -value : value;
}

function amountOf(node: XmlNode | undefined, path: string, fault: Reading['fault']): string | null {
  const text = node?.text.trim() ?? '';
  if (node?.attributes['Ccy'] !== 'CNY') fault(`${path}/@Ccy`, node?.attributes['Ccy'] ?? null, '只收人民币 CNY');
  // The schema allows five decimals; a fen is the least there is.
  const plain = /^\d{1,13}(\.\d{1,5})?$/.test(text) ? text.replace(/(\.\d\d)0+$/, '$1') : '';
  if (!/^\d{1,13}(\.\d{1,2})?$/.test(plain)) {
    fault(path, text, '应为以元为单位、最多两位小数的金额');
    return null;
  }
  return plain;
}

function yuan(amount: bigint | null): string | null {
  return amount === null ? null : plainYuan(fen(amount));
}

function defined(fields: Readonly<Record<string, string | null>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

function refused(faults: readonly FieldFault[]): Result<never, FileRefusal> {
  const first = faults[0];
  return refuse({ code: 'file-invalid', says: `文件没有收，${faults.length} 处不对：${first?.path ?? ''} ${first?.says ?? ''}。什么都没改。`, faults });
}
