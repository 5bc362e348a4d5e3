import { isPlain } from '#modules/prevention/bank-payments/domain/index.ts';
import { chanceOf } from '#apps/simulate/random.ts';
import { type Behaviour, mixFor } from './behaviours.ts';

/** One line of an instruction as a bank keeps it. Amounts in fen. */
interface BankLine {
  readonly lineNo: number;
  readonly name: string;
  readonly cardNo: string;
  readonly amountFen: bigint;
}

interface BankBatch {
  readonly batchNo: string;
  readonly accountNo: string;
  readonly behaviour: Behaviour;
  readonly lines: readonly BankLine[];
  readonly body: string;
  readonly arrivedAt: number;
  readonly rejected: boolean;
  /** How often it was handed in: a bank without its own idempotency would have paid as often. */
  handIns: number;
}

/** What the bank sends when it is due. */
export type Delivery =
  | { readonly is: 'message'; readonly body: Readonly<Record<string, unknown>>; readonly forged: boolean }
  | {
      readonly is: 'file';
      readonly name: string;
      readonly batchNo: string;
      readonly lines: readonly ResultWire[];
      readonly msgId: string;
      readonly sentAt: string;
      readonly fault: Behaviour | null;
    };

export interface ResultWire {
  readonly lineNo: number;
  readonly cardNo: string;
  readonly amount: string;
  readonly status: string;
  readonly returnCode?: string;
  readonly returnMsg?: string;
  readonly paidAt?: string;
  readonly bankSerialNo?: string;
}

export type BankAnswer = { readonly is: 'answer'; readonly status: number; readonly body: string; readonly afterMs: number } | { readonly is: 'silence' };

/** Something that happened to the bank, enough to make it anew: the journal is the bank. */
export type BankEvent =
  | { readonly is: 'handed-in'; readonly at: number; readonly body: string; readonly lost: boolean }
  | { readonly is: 'moved'; readonly ms: number }
  | { readonly is: 'delivered'; readonly key: string };

export interface BankOptions {
  readonly seed: string;
  readonly behaviour: Behaviour | 'mix';
  readonly transport: 'https' | 'folder';
  /** Kept before it has any effect. */
  readonly keep: (event: BankEvent) => void;
  readonly now: () => number;
  /** From taking an instruction to its result. */
  readonly processMs: number;
  /** Behaviour `slow` answers only then. */
  readonly slowMs: number;
}

const DAY = 86_400_000;
/** 十亿元: no payroll empties it. */
const OPENING_FEN = 100_000_000_000n;

/** A payment as the bank's books have it. */
export interface Booked {
  readonly batchNo: string;
  readonly lineNo: number;
  readonly cardNo: string;
  readonly amountFen: bigint;
  readonly returned: boolean;
}

/**
 * A bank that pays batches and misbehaves as told, the same for the same seed. It knows nothing of us but the contract. All
 * that happens to it is an event, so that it comes back from its journal as it was.
 */
export function simulatedBank(options: BankOptions) {
  const batches = new Map<string, BankBatch>();
  const delivered = new Set<string>();
  let moved = 0;
  const now = () => options.now() + moved;

  function apply(event: BankEvent): void {
    if (event.is === 'moved') moved += event.ms;
    else if (event.is === 'delivered') delivered.add(event.key);
    else if (!event.lost) take(event.body, event.at);
  }

  function happen(event: BankEvent): void {
    options.keep(event);
    apply(event);
  }

  function behaviourOf(batchNo: string): Behaviour {
    return options.behaviour === 'mix' ? chanceOf(`${options.seed}/${batchNo}`).pick(mixFor(options.transport)) : options.behaviour;
  }

  function take(body: string, at: number): void {
    const parsed = instructionOf(body);
    if (parsed === null) return;
    const known = batches.get(parsed.batchNo);
    if (known !== undefined) {
      known.handIns += 1;
      return;
    }
    const sum = parsed.lines.reduce((total, line) => total + line.amountFen, 0n);
    const behaviour = behaviourOf(parsed.batchNo);
    const rejected = behaviour === 'wrong-total' || sum !== parsed.totalFen || parsed.lines.length !== parsed.count;
    batches.set(parsed.batchNo, { ...parsed, behaviour, body, arrivedAt: at, rejected, handIns: 1 });
  }

  /** What became of a line by now, in the bank's own words. */
  function outcomeOf(batch: BankBatch, line: BankLine, at: number): ResultWire {
    const base = { lineNo: line.lineNo, cardNo: line.cardNo, amount: yuan(line.amountFen) };
    const doneAt = batch.arrivedAt + options.processMs + (batch.behaviour === 'cut-off' ? DAY : 0);
    if (batch.behaviour === 'unknown-for-ever') return { ...base, status: '待核查', returnCode: '95' };
    if (at < doneAt) return { ...base, status: 'PROCESSING' };
    if (batch.behaviour === 'partial' && line.lineNo % 3 === 0) return { ...base, status: 'FAILED', returnCode: 'E1003', returnMsg: '账户状态异常' };
    if (batch.behaviour === 'name-mismatch' && line.lineNo === 1) return { ...base, status: 'FAILED', returnCode: 'E2001', returnMsg: '账号户名不符' };
    const paid = { ...base, paidAt: moment(doneAt), bankSerialNo: serialOf(batch, line) };
    const returnAt = returnOf(batch, line, doneAt);
    return returnAt !== null && at >= returnAt
      ? { ...paid, status: 'RETURNED', returnCode: 'R01', returnMsg: '收款账户已销户' }
      : { ...paid, status: 'SUCCESS' };
  }

  /** The first line comes back, where the behaviour says that money comes back. */
  function returnOf(batch: BankBatch, line: BankLine, doneAt: number): number | null {
    if (line.lineNo !== 1) return null;
    if (batch.behaviour === 'returned-later') return doneAt + 3 * DAY;
    if (batch.behaviour === 'reversed-later') return doneAt + DAY;
    return batch.behaviour === 'reordered-callbacks' ? doneAt + 1 : null;
  }

  /** What is on an account at a moment: what every account began with, less what was paid, and what came back. */
  function balanceAt(accountNo: string, at: number): bigint {
    let left = OPENING_FEN;
    for (const batch of batches.values()) {
      if (batch.accountNo !== accountNo || batch.rejected) continue;
      for (const line of batch.lines) {
        const { status } = outcomeOf(batch, line, at);
        if (status === 'SUCCESS') left -= line.amountFen;
      }
    }
    return left;
  }

  function serialOf(batch: BankBatch, line: BankLine): string {
    return `S${batch.batchNo.slice(-12)}${String(line.lineNo).padStart(5, '0')}`;
  }

  /** Deliveries of a batch that are due, each under a key so that it is made once. */
  function dueOf(batch: BankBatch): readonly { readonly key: string; readonly delivery: Delivery }[] {
    const { batchNo, behaviour } = batch;
    const made: { key: string; at: number; delivery: Delivery }[] = [];
    const doneAt = batch.arrivedAt + options.processMs + (behaviour === 'cut-off' ? DAY : 0);
    const message = (key: string, type: string, at: number, body: object, more: { readonly msgId?: string; readonly forged?: boolean } = {}) =>
      made.push({
        key: `${batchNo}/${key}`,
        at,
        delivery: {
          is: 'message',
          forged: more.forged === true,
          body: { msgId: more.msgId ?? `${batchNo}-${key}`, type, bankCode: '102', sentAt: new Date(at).toISOString(), seq: at % 1_000_000_000, body },
        },
      });
    if (batch.rejected) return [];
    if (options.transport === 'https') message('accepted', 'PayrollAccepted', batch.arrivedAt, { batchNo, bankBatchNo: `B${batchNo.slice(-8)}` });
    if (behaviour === 'forged-callback') {
      const lines = batch.lines.map((line) => ({ ...outcomeOf(batch, line, doneAt), status: 'FAILED' }));
      message('forged', 'PayrollResult', batch.arrivedAt + 1, { batchNo, lines }, { forged: true });
    }
    if (behaviour === 'unknown-for-ever') return ready(made);
    const results = (status?: string) =>
      batch.lines.map((line) => ({ ...withoutReturn(outcomeOf(batch, line, doneAt)), ...(status === undefined ? {} : { status }) }));
    if (options.transport === 'folder') {
      const fault = ['truncated-file', 'wrong-encoding', 'missing-flag', 'wrong-digest'].includes(behaviour) ? behaviour : null;
      const file = (key: string, at: number, wrong: Behaviour | null) =>
        made.push({
          key: `${batchNo}/${key}`,
          at,
          delivery: {
            is: 'file',
            name: `RESULT_${batchNo}_${key}.csv`,
            batchNo,
            lines: results(),
            msgId: `${batchNo}-result`,
            sentAt: new Date(doneAt).toISOString(),
            fault: wrong,
          },
        });
      file('1', doneAt, fault);
      // The bank notices on the next day and sends the file again, whole.
      if (fault !== null) file('2', doneAt + DAY, null);
    } else {
      const altered = results().map((line) =>
        line.lineNo !== 1
          ? line
          : behaviour === 'wrong-amount'
            ? { ...line, amount: '1.00' }
            : behaviour === 'wrong-payee'
              ? { ...line, cardNo: '6222020000000000000' }
              : line,
      );
      message('result', 'PayrollResult', doneAt + (behaviour === 'reordered-callbacks' ? 2 : 0), { batchNo, lines: altered });
      if (behaviour === 'duplicate-callback') for (const again of ['again', 'once-more']) made.push(repeated(made, `${batchNo}/result`, `${batchNo}/${again}`));
      if (behaviour === 'contradicting-callback') message('contrary', 'PayrollResult', doneAt + 1, { batchNo, lines: results('FAILED') });
      if (behaviour === 'reused-number') message('reused', 'PayrollResult', doneAt + 1, { batchNo, lines: results('FAILED') }, { msgId: `${batchNo}-result` });
    }
    for (const line of batch.lines) {
      const paid = outcomeOf(batch, line, doneAt);
      if (paid.bankSerialNo === undefined) continue;
      const returnAt = returnOf(batch, line, doneAt);
      if (returnAt === null) continue;
      const common = { accountNo: batch.accountNo, amount: yuan(line.amountFen) };
      if (behaviour !== 'reversed-later')
        message(`returned-${line.lineNo}`, 'Returned', returnAt, {
          ...common,
          originalSerialNo: paid.bankSerialNo,
          returnDate: day(returnAt),
          reasonCode: 'R01',
          reason: '收款账户已销户',
        });
      message(`refund-${line.lineNo}`, 'Transaction', returnAt + 1, {
        ...common,
        txnDate: day(returnAt),
        txnTime: '10:00:00',
        bankSerialNo: `R${paid.bankSerialNo.slice(1)}`,
        dcFlag: 'C',
        balanceAfter: yuan(balanceAt(batch.accountNo, returnAt)),
        summary: '代发工资退票',
        reversalOf: paid.bankSerialNo,
      });
    }
    return ready(made);
  }

  function ready(
    made: readonly { readonly key: string; readonly at: number; readonly delivery: Delivery }[],
  ): readonly { readonly key: string; readonly delivery: Delivery }[] {
    return made.filter((one) => one.at <= now() && !delivered.has(one.key)).sort((a, b) => a.at - b.at);
  }

  return {
    /** Makes the bank anew from its journal, without keeping it again. */
    replay: (events: readonly BankEvent[]) => {
      for (const event of events) apply(event);
    },
    handIn(body: string): BankAnswer {
      const parsed = instructionOf(body);
      if (parsed === null)
        return answer(400, { status: 'REJECTED', code: 'FORMAT', reason: '报文格式不对', answeredAt: new Date(now()).toISOString(), batchNo: '' });
      const behaviour = behaviourOf(parsed.batchNo);
      const before = batches.get(parsed.batchNo);
      if (before !== undefined && before.body !== body)
        return answer(422, {
          batchNo: parsed.batchNo,
          status: 'CONFLICT',
          code: 'IDEMPOTENCY',
          reason: '同一批次号，内容不同',
          answeredAt: new Date(now()).toISOString(),
        });
      // Its first try is lost on the way; a second one, should somebody ask for it, arrives.
      const lost = behaviour === 'never-received' && !delivered.has(`${parsed.batchNo}/lost`);
      happen({ is: 'handed-in', at: now(), body, lost });
      if (lost) {
        happen({ is: 'delivered', key: `${parsed.batchNo}/lost` });
        return { is: 'silence' };
      }
      if (behaviour === 'accept-then-silence') return { is: 'silence' };
      if (behaviour === 'error-after-commit') return answer(500, { message: 'Internal Server Error' });
      if (behaviour === 'garbage-answer') return { is: 'answer', status: 200, body: '<html><body>系统维护中</body></html>', afterMs: 0 };
      const batch = batches.get(parsed.batchNo);
      const at = new Date(now()).toISOString();
      if (batch?.rejected === true)
        return answer(200, { batchNo: parsed.batchNo, status: 'REJECTED', code: 'E0102', reason: '总笔数或总金额与明细不符', answeredAt: at });
      return answer(
        202,
        { batchNo: parsed.batchNo, status: 'ACCEPTED', bankBatchNo: `B${parsed.batchNo.slice(-8)}`, answeredAt: at },
        behaviour === 'slow' ? options.slowMs : 0,
      );
    },
    query(batchNo: string): BankAnswer {
      const batch = batches.get(batchNo);
      const answeredAt = new Date(now()).toISOString();
      if (batch === undefined) return answer(404, { batchNo, status: 'NOT_FOUND', answeredAt });
      if (batch.rejected) return answer(200, { batchNo, status: 'REJECTED', reason: '总笔数或总金额与明细不符', answeredAt, lines: [] });
      const lines = batch.lines.map((line) => outcomeOf(batch, line, now()));
      const open = lines.some((line) => line.status === 'PROCESSING' || line.status === '待核查');
      return answer(200, { batchNo, status: open ? 'PROCESSING' : 'FINISHED', bankBatchNo: `B${batchNo.slice(-8)}`, answeredAt, lines });
    },
    /** What is to be sent now; told apart from what was sent by `sent`. */
    due: (): readonly { readonly key: string; readonly delivery: Delivery }[] => [...batches.values()].flatMap(dueOf),
    sent: (key: string) => happen({ is: 'delivered', key }),
    move: (ms: number) => happen({ is: 'moved', ms }),
    /** The books: every payment the bank made, once for each time it was handed in by a bank without idempotency. */
    books: (naive = false): readonly Booked[] =>
      [...batches.values()].flatMap((batch) =>
        batch.rejected
          ? []
          : batch.lines.flatMap((line) => {
              const outcome = outcomeOf(batch, line, now());
              if (outcome.status !== 'SUCCESS' && outcome.status !== 'RETURNED') return [];
              const booked = {
                batchNo: batch.batchNo,
                lineNo: line.lineNo,
                cardNo: line.cardNo,
                amountFen: line.amountFen,
                returned: outcome.status === 'RETURNED',
              };
              return Array.from({ length: naive ? batch.handIns : 1 }, () => booked);
            }),
      ),
    handIns: (): ReadonlyMap<string, number> => new Map([...batches.values()].map((batch) => [batch.batchNo, batch.handIns])),
  };
}

export type SimulatedBank = ReturnType<typeof simulatedBank>;

function repeated(made: readonly { readonly key: string; readonly at: number; readonly delivery: Delivery }[], of: string, key: string) {
  const first = made.find((one) => one.key === of);
  if (first === undefined) throw new Error(`nothing to repeat: ${of}`);
  return { ...first, key };
}

/** A result speaks of the payment, before anything came back. */
function withoutReturn(line: ResultWire): ResultWire {
  if (line.status !== 'RETURNED') return line;
  const { returnCode: _, returnMsg: __, ...rest } = line;
  return { ...rest, status: 'SUCCESS' };
}

function answer(status: number, body: object, afterMs = 0): BankAnswer {
  return { is: 'answer', status, body: JSON.stringify(body), afterMs };
}

function instructionOf(
  body: string,
): { readonly batchNo: string; readonly accountNo: string; readonly count: number; readonly totalFen: bigint; readonly lines: readonly BankLine[] } | null {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return null;
  }
  if (!isPlain(value) || typeof value['batchNo'] !== 'string' || typeof value['accountNo'] !== 'string' || !Array.isArray(value['lines'])) return null;
  const lines = value['lines'].flatMap((line): BankLine[] =>
    isPlain(line) && typeof line['cardNo'] === 'string' && typeof line['workerName'] === 'string' && typeof line['amount'] === 'string'
      ? [{ lineNo: Number(line['lineNo']), name: line['workerName'], cardNo: line['cardNo'], amountFen: fenOf(line['amount']) }]
      : [],
  );
  return { batchNo: value['batchNo'], accountNo: value['accountNo'], count: Number(value['totalCount']), totalFen: fenOf(String(value['totalAmount'])), lines };
}

function fenOf(amount: string): bigint {
  return BigInt(amount.replace('.', ''));
}

function yuan(amount: bigint): string {
  const digits = amount.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const CHINA_MS = 8 * 3_600_000;
function moment(at: number): string {
  return new Date(at + CHINA_MS).toISOString().slice(0, 19).replace('T', ' ');
}
function day(at: number): string {
  return moment(at).slice(0, 10);
}
