import type { CivilDate } from '#kernel/civil-date.ts';
import type { Fen } from '#kernel/fen.ts';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import { type FieldFault, fieldsOf, isPlain } from './field-reader.ts';

/** 银行发来的消息: the same fields over HTTPS, drop box and manual file. Money in 元 as text on the wire, fen inside. */
export type BankMessage =
  | (Envelope & { readonly type: 'AccountOpened'; readonly body: AccountOpened })
  | (Envelope & { readonly type: 'AccountChanged'; readonly body: AccountChanged })
  | (Envelope & { readonly type: 'AccountClosed'; readonly body: AccountClosed })
  | (Envelope & { readonly type: 'BalanceReport'; readonly body: BalanceReport })
  | (Envelope & { readonly type: 'Transaction'; readonly body: BankTransaction })
  | (Envelope & { readonly type: 'PayrollAccepted'; readonly body: PayrollAccepted })
  | (Envelope & { readonly type: 'PayrollRejected'; readonly body: PayrollRejected })
  | (Envelope & { readonly type: 'PayrollResult'; readonly body: PayrollResult })
  | (Envelope & { readonly type: 'Returned'; readonly body: Returned })
  | (Envelope & { readonly type: 'ReceiptReady'; readonly body: ReceiptReady })
  | (Envelope & { readonly type: 'CardEvent'; readonly body: CardEvent })
  | (Envelope & { readonly type: 'DepositEvent'; readonly body: DepositEvent });

export type MessageType = BankMessage['type'];

export interface Envelope {
  /** The bank's own number of the message: with the bank it is said once. */
  readonly msgId: string;
  /** 3 digits, ICBC is 102. */
  readonly bankCode: string;
  /** ISO in UTC. */
  readonly sentAt: string;
  readonly seq: number;
}

export interface AccountOpened {
  readonly accountNo: string;
  readonly accountName: string;
  readonly bankBranchName: string;
  readonly cnaps: string | null;
  readonly openDate: CivilDate;
  readonly contractorUscc: string;
  readonly projectCode: string;
  readonly agreementNo: string | null;
  readonly remarks: string | null;
}
export interface AccountChanged {
  readonly accountNo: string;
  readonly changeDate: CivilDate;
  readonly bankBranchName: string | null;
  readonly accountName: string | null;
  /** 改为用于哪个项目. */
  readonly projectCode: string | null;
  readonly remarks: string | null;
}
export interface AccountClosed {
  readonly accountNo: string;
  readonly closeDate: CivilDate;
  readonly balanceTransferred: Fen;
  readonly destination: string | null;
  readonly publicNoticeEndDate: CivilDate | null;
  readonly consentNo: string | null;
}
export interface BalanceReport {
  readonly accountNo: string;
  readonly date: CivilDate;
  readonly bookBalance: Fen;
  readonly available: Fen | null;
  readonly frozen: Fen | null;
  readonly freezeOrderNo: string | null;
}
export interface BankTransaction {
  readonly accountNo: string;
  readonly txnDate: CivilDate;
  readonly txnTime: string | null;
  readonly bankSerialNo: string;
  /** D is money out of the account. */
  readonly dcFlag: 'D' | 'C';
  readonly amount: Fen;
  /** Null only where the bank's form has none (camt.054). */
  readonly balanceAfter: Fen | null;
  readonly counterpartyAcct: string | null;
  readonly counterpartyName: string | null;
  readonly summary: string;
  readonly use: string | null;
  readonly postscript: string | null;
  readonly reversalOf: string | null;
  readonly batchNo: string | null;
  readonly receiptNo: string | null;
}
export interface PayrollAccepted {
  readonly batchNo: string;
  readonly bankBatchNo: string | null;
}
export interface PayrollRejected {
  readonly batchNo: string;
  readonly reasonCode: string | null;
  readonly reason: string;
}
export interface ResultLine {
  readonly lineNo: number;
  /** The payee's account and the amount as the bank holds them: what differs from ours is not believed. */
  readonly cardNo: string;
  readonly amount: Fen;
  readonly status: string;
  readonly returnCode: string | null;
  readonly returnMsg: string | null;
  readonly paidAt: string | null;
  readonly bankSerialNo: string | null;
}
export interface PayrollResult {
  readonly batchNo: string;
  readonly lines: readonly ResultLine[];
}
export interface Returned {
  readonly accountNo: string;
  readonly originalSerialNo: string;
  readonly returnDate: CivilDate;
  readonly amount: Fen;
  readonly reasonCode: string | null;
  readonly reason: string;
}
export interface ReceiptReady {
  readonly accountNo: string;
  readonly receiptNo: string;
  readonly kind: 'single' | 'batch';
  readonly bankSerialNo: string | null;
  readonly batchNo: string | null;
  readonly amount: Fen | null;
  readonly date: CivilDate;
  readonly fileName: string | null;
  readonly sm3: string | null;
  readonly verificationCode: string | null;
}
export interface CardEvent {
  readonly cardNo: string;
  readonly event: 'issued' | 'activated' | 'lost' | 'frozen' | 'cancelled';
  readonly date: CivilDate;
  readonly holderDigest: string | null;
}
export interface DepositEvent {
  readonly certificateNo: string;
  readonly projectCode: string;
  readonly event: 'opened' | 'topped-up' | 'released' | 'guarantee-issued' | 'guarantee-expiring' | 'guarantee-claimed';
  readonly amount: Fen | null;
  readonly date: CivilDate;
  readonly until: CivilDate | null;
}

export interface MessageRefusal extends Refusal {
  readonly code: 'message-invalid';
  readonly faults: readonly FieldFault[];
}

const TYPES: readonly MessageType[] = [
  'AccountOpened',
  'AccountChanged',
  'AccountClosed',
  'BalanceReport',
  'Transaction',
  'PayrollAccepted',
  'PayrollRejected',
  'PayrollResult',
  'Returned',
  'ReceiptReady',
  'CardEvent',
  'DepositEvent',
];

/** Where a message was written: a notice of camt.054 has no balance after a movement, everything else must. */
export type MessageForm = 'contract' | 'camt.054';

/** Reads one message as JSON gives it; all that is wrong with it is told at once. */
export function readMessage(value: unknown, from: MessageForm = 'contract'): Result<BankMessage, MessageRefusal> {
  const faults: FieldFault[] = [];
  if (!isPlain(value)) return invalid([{ path: '', value: '', says: '应为一个 JSON 对象' }]);
  const head = fieldsOf(value, '', faults);
  const msgId = head.code('msgId', /^[0-9A-Za-z._-]{1,64}$/, '1 至 64 位字母、数字、点、横线');
  const type = head.oneOf('type', TYPES);
  const bankCode = head.code('bankCode', /^\d{3}$/, '应为 3 位银行代码，例如 102');
  head.optionalCode('cnaps', /^\d{12}$/, '应为 12 位联行号');
  const sentAt = head.moment('sentAt');
  const seq = head.wholeNumber('seq', Number.MAX_SAFE_INTEGER);
  const body = head.object('body');
  head.nothingElse();
  if (msgId === null || type === null || bankCode === null || sentAt === null || seq === null || body === null) return invalid(faults);
  const message = bodyOf(type, body, { msgId, bankCode, sentAt, seq }, faults, from);
  return message === null || faults.length > 0 ? invalid(faults) : ok(message);
}

function invalid(faults: readonly FieldFault[]): Result<never, MessageRefusal> {
  const first = faults[0];
  return refuse({
    code: 'message-invalid',
    says: `消息有 ${faults.length} 处不对：${first === undefined ? '' : `${first.path || '整条'} ${first.says}`}。改正后用新的 msgId 重发。`,
    faults,
  });
}

const BATCH_NO = /^[0-9A-Za-z-]{6,40}$/;
const BATCH_NO_SAYS = '应为我方代发批次号';
const SERIAL = /^[0-9A-Za-z._-]{1,64}$/;
const SERIAL_SAYS = '应为 1 至 64 位的银行流水号';

function bodyOf(type: MessageType, source: Readonly<Record<string, unknown>>, envelope: Envelope, faults: FieldFault[], from: MessageForm): BankMessage | null {
  const f = fieldsOf(source, 'body', faults);
  const serial = (name: string) => f.code(name, SERIAL, SERIAL_SAYS);
  const batchNo = () => f.code('batchNo', BATCH_NO, BATCH_NO_SAYS);
  const done = <Body extends object>(body: { readonly [Key in keyof Body]: Body[Key] | Missing }, needed: readonly (keyof Body)[]): Body | null => {
    f.nothingElse();
    return faults.length === 0 && needed.every((key) => body[key] !== null) && isWhole<Body>(body) ? body : null;
  };
  switch (type) {
    case 'AccountOpened': {
      const body = done<AccountOpened>(
        {
          accountNo: f.account('accountNo'),
          accountName: f.text('accountName', 200),
          bankBranchName: f.text('bankBranchName', 200),
          cnaps: f.optionalCode('cnaps', /^\d{12}$/, '应为 12 位联行号'),
          openDate: f.day('openDate'),
          contractorUscc: f.code('contractorUscc', /^[0-9A-HJ-NPQRTUWXY]{18}$/, '应为 18 位统一社会信用代码'),
          projectCode: f.text('projectCode', 60),
          agreementNo: f.optionalText('agreementNo', 60),
          remarks: f.optionalText('remarks', 500),
        },
        ['accountNo', 'accountName', 'bankBranchName', 'openDate', 'contractorUscc', 'projectCode'],
      );
      return body && { ...envelope, type, body };
    }
    case 'AccountChanged': {
      const body = done<AccountChanged>(
        {
          accountNo: f.account('accountNo'),
          changeDate: f.day('changeDate'),
          bankBranchName: f.optionalText('bankBranchName', 200),
          accountName: f.optionalText('accountName', 200),
          projectCode: f.optionalText('projectCode', 60),
          remarks: f.optionalText('remarks', 500),
        },
        ['accountNo', 'changeDate'],
      );
      return body && { ...envelope, type, body };
    }
    case 'AccountClosed': {
      const body = done<AccountClosed>(
        {
          accountNo: f.account('accountNo'),
          closeDate: f.day('closeDate'),
          balanceTransferred: f.money('balanceTransferred'),
          destination: f.optionalText('destination', 200),
          publicNoticeEndDate: f.optionalDay('publicNoticeEndDate'),
          consentNo: f.optionalText('consentNo', 60),
        },
        ['accountNo', 'closeDate', 'balanceTransferred'],
      );
      return body && { ...envelope, type, body };
    }
    case 'BalanceReport': {
      const body = done<BalanceReport>(
        {
          accountNo: f.account('accountNo'),
          date: f.day('date'),
          bookBalance: f.money('bookBalance'),
          available: f.optionalMoney('available'),
          frozen: f.optionalMoney('frozen'),
          freezeOrderNo: f.optionalText('freezeOrderNo', 60),
        },
        ['accountNo', 'date', 'bookBalance'],
      );
      return body && { ...envelope, type, body };
    }
    case 'Transaction': {
      const body = done<BankTransaction>(
        {
          accountNo: f.account('accountNo'),
          txnDate: f.day('txnDate'),
          txnTime: f.clockTime('txnTime'),
          bankSerialNo: serial('bankSerialNo'),
          dcFlag: f.oneOf('dcFlag', ['D', 'C']),
          amount: f.positiveMoney('amount'),
          balanceAfter: from === 'camt.054' ? f.optionalMoney('balanceAfter') : f.money('balanceAfter'),
          counterpartyAcct: f.optionalAccount('counterpartyAcct'),
          counterpartyName: f.optionalText('counterpartyName', 200),
          summary: f.text('summary', 200),
          use: f.optionalText('use', 200),
          postscript: f.optionalText('postscript', 200),
          reversalOf: f.optionalCode('reversalOf', SERIAL, SERIAL_SAYS),
          batchNo: f.optionalCode('batchNo', BATCH_NO, BATCH_NO_SAYS),
          receiptNo: f.optionalText('receiptNo', 64),
        },
        ['accountNo', 'txnDate', 'bankSerialNo', 'dcFlag', 'amount', 'summary'],
      );
      return body && { ...envelope, type, body };
    }
    case 'PayrollAccepted': {
      const body = done<PayrollAccepted>({ batchNo: batchNo(), bankBatchNo: f.optionalText('bankBatchNo', 64) }, ['batchNo']);
      return body && { ...envelope, type, body };
    }
    case 'PayrollRejected': {
      const body = done<PayrollRejected>({ batchNo: batchNo(), reasonCode: f.optionalText('reasonCode', 32), reason: f.text('reason', 200) }, [
        'batchNo',
        'reason',
      ]);
      return body && { ...envelope, type, body };
    }
    case 'PayrollResult': {
      const lines = f.objects('lines', 1).flatMap((line, at) => resultLine(line, `body.lines[${at}]`, faults) ?? []);
      if (new Set(lines.map((line) => line.lineNo)).size < lines.length) f.fault('lines', '', '同一行号出现了两次');
      const body = done<PayrollResult>({ batchNo: batchNo(), lines }, ['batchNo', 'lines']);
      return body && { ...envelope, type, body };
    }
    case 'Returned': {
      const body = done<Returned>(
        {
          accountNo: f.account('accountNo'),
          originalSerialNo: serial('originalSerialNo'),
          returnDate: f.day('returnDate'),
          amount: f.positiveMoney('amount'),
          reasonCode: f.optionalText('reasonCode', 32),
          reason: f.text('reason', 200),
        },
        ['accountNo', 'originalSerialNo', 'returnDate', 'amount', 'reason'],
      );
      return body && { ...envelope, type, body };
    }
    case 'ReceiptReady': {
      const body = done<ReceiptReady>(
        {
          accountNo: f.account('accountNo'),
          receiptNo: f.text('receiptNo', 64),
          kind: f.oneOf('kind', ['single', 'batch']),
          bankSerialNo: f.optionalCode('bankSerialNo', SERIAL, SERIAL_SAYS),
          batchNo: f.optionalCode('batchNo', BATCH_NO, BATCH_NO_SAYS),
          amount: f.optionalMoney('amount'),
          date: f.day('date'),
          fileName: f.optionalText('fileName', 200),
          sm3: f.optionalCode('sm3', /^[0-9a-f]{64}$/, '应为 64 位小写十六进制'),
          verificationCode: f.optionalText('verificationCode', 64),
        },
        ['accountNo', 'receiptNo', 'kind', 'date'],
      );
      return body && { ...envelope, type, body };
    }
    case 'CardEvent': {
      const body = done<CardEvent>(
        {
          cardNo: f.card('cardNo'),
          event: f.oneOf('event', ['issued', 'activated', 'lost', 'frozen', 'cancelled']),
          date: f.day('date'),
          holderDigest: f.optionalCode('holderDigest', /^[0-9a-f]{64}$/, '应为 64 位小写十六进制'),
        },
        ['cardNo', 'event', 'date'],
      );
      return body && { ...envelope, type, body };
    }
    case 'DepositEvent': {
      const event = f.oneOf('event', ['opened', 'topped-up', 'released', 'guarantee-issued', 'guarantee-expiring', 'guarantee-claimed']);
      // Released without an amount is released whole; an expiry moves no money.
      const moves = event !== null && event !== 'released' && event !== 'guarantee-expiring';
      const ends = event === 'guarantee-issued' || event === 'guarantee-expiring';
      const body = done<DepositEvent>(
        {
          certificateNo: f.text('certificateNo', 60),
          projectCode: f.text('projectCode', 60),
          event,
          amount: moves ? f.positiveMoney('amount') : f.optionalPositiveMoney('amount'),
          date: f.day('date'),
          until: ends ? f.day('until') : f.optionalDay('until'),
        },
        ['certificateNo', 'projectCode', 'event', 'date'],
      );
      return body && { ...envelope, type, body };
    }
  }
}

type Missing = null;

/** Once no fault was noted, what is not optional is there. */
function isWhole<Body extends object>(body: object): body is Body {
  return typeof body === 'object';
}

function resultLine(source: Readonly<Record<string, unknown>>, at: string, faults: FieldFault[]): ResultLine | null {
  const f = fieldsOf(source, at, faults);
  const lineNo = f.wholeNumber('lineNo', 1_000_000);
  const cardNo = f.card('cardNo');
  const amount = f.positiveMoney('amount');
  const status = f.text('status', 40);
  const rest = {
    returnCode: f.optionalText('returnCode', 32),
    returnMsg: f.optionalText('returnMsg', 200),
    paidAt: f.optionalMoment('paidAt'),
    bankSerialNo: f.optionalCode('bankSerialNo', SERIAL, SERIAL_SAYS),
  };
  f.nothingElse();
  return lineNo === null || cardNo === null || amount === null || status === null ? null : { lineNo, cardNo, amount, status, ...rest };
}

/** The lines of an answer to our question, read as those of a message. */
export function readResultLines(lines: readonly unknown[]): Result<readonly ResultLine[], MessageRefusal> {
  const faults: FieldFault[] = [];
  const read = lines.flatMap((line, at) => {
    if (isPlain(line)) return resultLine(line, `lines[${at}]`, faults) ?? [];
    faults.push({ path: `lines[${at}]`, value: '', says: '应为对象' });
    return [];
  });
  if (new Set(read.map((line) => line.lineNo)).size < read.length) faults.push({ path: 'lines', value: '', says: '同一行号出现了两次' });
  return faults.length > 0 ? invalid(faults) : ok(read);
}
