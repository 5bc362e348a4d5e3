import { hash } from 'node:crypto';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/index.ts';
import { flowKind } from '#modules/prevention/imports/domain/index.ts';
import { cardTail } from '#platform/vault/index.ts';
import { type BankMessage, type BankTransaction, COMMON, type MessageForm, readMessage, type Via } from '../domain/index.ts';
import { accountChanged, accountClosed, accountOpened } from './account-life.ts';
import { accountOf, actorOf, type Taking, taken } from './account-of.ts';
import { depositEvent } from './deposit-events.ts';
import { learn, type Word } from './outcomes.ts';
import type { BankLink, BankPorts } from './ports.ts';
import { noteMismatch, wordsForAll, wordsOf } from './sending.ts';

export type Transport = 'https' | 'folder' | 'file';

/** What became of a message: taken, the same heard before, or kept until what it speaks of is known. */
export type TakenMessage = 'taken' | 'repeated' | 'waiting';

const JOB = { role: 'app_job' } as const;

/**
 * Takes one message of a bank. Said again under its number it changes nothing; another content under a number that was used
 * is refused. What it does, and that it was heard, is one transaction.
 */
export async function takeMessage(ports: BankPorts, link: BankLink, transport: Transport, value: unknown): Promise<Result<TakenMessage, Refusal>> {
  const read = readMessage(value);
  if (!read.ok) return read;
  return ports.store.within(JOB, (tx) => takeIn(tx, ports, link, transport, read.value));
}

/** A whole file's messages in one transaction: all of them or none. */
export async function takeMessages(
  ports: BankPorts,
  link: BankLink,
  transport: Transport,
  values: readonly unknown[],
  form: MessageForm = 'contract',
): Promise<Result<readonly TakenMessage[], Refusal>> {
  const messages: BankMessage[] = [];
  for (const [at, value] of values.entries()) {
    const read = readMessage(value, form);
    if (!read.ok) return refuse({ ...read.refusal, says: `第 ${at + 1} 条：${read.refusal.says}` });
    messages.push(read.value);
  }
  const outcomes: TakenMessage[] = [];
  try {
    await ports.store.within(JOB, async (tx) => {
      for (const [at, message] of messages.entries()) {
        const done = await takeIn(tx, ports, link, transport, message);
        if (!done.ok) throw new RefusedWhole({ ...done.refusal, says: `第 ${at + 1} 条：${done.refusal.says}` });
        outcomes.push(done.value);
      }
    });
  } catch (problem) {
    if (problem instanceof RefusedWhole) return refuse(problem.refusal);
    throw problem;
  }
  return ok(outcomes);
}

class RefusedWhole extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

async function takeIn(tx: Tx, ports: BankPorts, link: BankLink, transport: Transport, message: BankMessage): Promise<Result<TakenMessage, Refusal>> {
  const content = canonical(message);
  const digest = hash('sha256', content, 'buffer');
  // A refusal leaves no trace of the message, so that its number can be used again once it is right.
  await tx.query('savepoint message');
  const known = await tx.query<{ digest: Buffer; outcome: string }>(
    `insert into prevention.bank_message as m (appid, msg_id, type, digest, outcome, account_no, transport, sent_at, seq, body_cipher)
     values ($1, $2, $3, $4, 'taken', $5, $6, $7, $8, $9) on conflict (appid, msg_id) do nothing returning digest, outcome`,
    [
      link.appid,
      message.msgId,
      message.type,
      digest,
      'accountNo' in message.body ? message.body.accountNo : null,
      transport,
      message.sentAt,
      message.seq,
      ports.vault.encrypt(content, `bank.message:${link.appid}:${message.msgId}`),
    ],
  );
  if (known.length === 0) {
    const [before] = await tx.query<{ digest: Buffer; outcome: string }>(
      'select digest, outcome from prevention.bank_message where appid = $1 and msg_id = $2',
      [link.appid, message.msgId],
    );
    if (before?.digest.equals(digest) === true) return ok('repeated');
    return refuse({ code: 'message-number-used', says: `msgId ${message.msgId} 用过，而内容不同。没有采信；更正要用新的 msgId。` });
  }
  const done = await effectOf(tx, ports, link, transport, message);
  if (!done.ok) {
    await tx.query('rollback to savepoint message');
    if (done.refusal.code === 'result-mismatch') await tellMismatch(tx, link, message);
    return done;
  }
  await tx.query('update prevention.bank_message set outcome = $3, project_id = $4 where appid = $1 and msg_id = $2', [
    link.appid,
    message.msgId,
    done.value.waits ? 'waiting' : 'taken',
    done.value.projectId,
  ]);
  return ok(done.value.waits ? 'waiting' : 'taken');
}

/** A result about other money than we ordered changes nothing, and a person must hear of it: nothing else may ever tell. */
async function tellMismatch(tx: Tx, link: BankLink, message: BankMessage): Promise<void> {
  if (message.type !== 'PayrollResult') return;
  const [batch] = await tx.query<{ id: string }>('select id from prevention.pay_batch where batch_no = $1 and appid = $2', [message.body.batchNo, link.appid]);
  if (batch !== undefined)
    await noteMismatch(
      tx,
      batch.id,
      message.body.lines.map((line) => line.lineNo),
    );
}

/** One text of a message: fields in the order we read them, money in fen. */
function canonical(message: BankMessage): string {
  return JSON.stringify(message, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
}

async function effectOf(tx: Tx, ports: BankPorts, link: BankLink, transport: Transport, message: BankMessage): Taking {
  switch (message.type) {
    case 'AccountOpened':
      return accountOpened(tx, link, message);
    case 'AccountChanged':
      return accountChanged(tx, link, message);
    case 'AccountClosed':
      return accountClosed(tx, ports, link, message);
    case 'BalanceReport':
      return balanceReport(tx, link, message);
    case 'Transaction':
      return transaction(tx, ports, link, message.body);
    case 'PayrollAccepted':
    case 'PayrollRejected':
    case 'PayrollResult':
      return aboutBatch(tx, ports, link, transport, message);
    case 'Returned':
      return returned(tx, ports, link, transport, message);
    case 'ReceiptReady':
      return receiptReady(tx, link, message);
    case 'CardEvent':
      return cardEvent(tx, ports, link, message);
    case 'DepositEvent':
      return depositEvent(tx, link, message);
  }
}

/** 工资卡: what happened to a card, wherever it is used. The latest word decides whether money may go to it. */
async function cardEvent(tx: Tx, ports: BankPorts, link: BankLink, { body, sentAt }: Extract<BankMessage, { type: 'CardEvent' }>): Taking {
  await tx.query(
    `insert into prevention.card_event as c (appid, card_index, card_tail, event, on_day, said_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (appid, card_index, event, on_day) do update set said_at = excluded.said_at where c.said_at < excluded.said_at`,
    [link.appid, ports.vault.cardIndex(body.cardNo), cardTail(body.cardNo), body.event, body.date, sentAt],
  );
  return taken(null);
}

/** 余额日报: of two for one day the one the bank sent later counts, whichever came first. */
async function balanceReport(tx: Tx, link: BankLink, { body, sentAt }: Extract<BankMessage, { type: 'BalanceReport' }>): Taking {
  const project = await accountOf(tx, link, body.accountNo);
  if (!project.ok) return project;
  await tx.query(
    `insert into prevention.bank_balance as b (project_id, account_no, on_day, book_fen, available_fen, frozen_fen, freeze_order_no, said_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (account_no, on_day) do update set book_fen = excluded.book_fen, available_fen = excluded.available_fen, frozen_fen = excluded.frozen_fen,
       freeze_order_no = excluded.freeze_order_no, said_at = excluded.said_at, recorded_at = now(), flow_posted = false where b.said_at < excluded.said_at`,
    [
      project.value,
      body.accountNo,
      body.date,
      body.bookBalance.toString(),
      body.available?.toString() ?? null,
      body.frozen?.toString() ?? null,
      body.freezeOrderNo,
      sentAt,
    ],
  );
  return taken(project.value);
}

async function transaction(tx: Tx, ports: BankPorts, link: BankLink, body: BankTransaction): Taking {
  const project = await accountOf(tx, link, body.accountNo);
  if (!project.ok) return project;
  const direction = body.dcFlag === 'D' ? 'out' : 'in';
  const memo = [body.summary, body.use, body.postscript].filter((part) => part !== null).join('；');
  const [ours] =
    body.batchNo === null ? [] : await tx.query('select id from prevention.pay_batch where batch_no = $1 and account_no = $2', [body.batchNo, body.accountNo]);
  // A batch number that is none of ours proves nothing: the words and the payee decide, as without it.
  const kind =
    direction === 'in' && body.reversalOf !== null
      ? 'refund'
      : ours !== undefined && direction === 'out'
        ? 'wage'
        : flowKind(direction, memo, body.counterpartyName ?? '');
  const values = [
    project.value,
    body.accountNo,
    body.bankSerialNo,
    link.appid,
    body.txnDate,
    body.txnTime,
    direction,
    kind,
    body.amount.toString(),
    body.balanceAfter?.toString() ?? null,
    body.counterpartyName,
    body.counterpartyAcct === null ? null : ports.vault.cardIndex(body.counterpartyAcct),
    body.counterpartyAcct === null ? null : body.counterpartyAcct.slice(-4),
    body.counterpartyAcct === null ? null : ports.vault.encrypt(body.counterpartyAcct, `bank.flow:${body.accountNo}:${body.bankSerialNo}`),
    memo.slice(0, 400),
    body.batchNo,
    body.reversalOf,
    body.receiptNo,
  ];
  const [added] = await tx.query(
    `insert into prevention.bank_transaction (project_id, account_no, serial_no, appid, on_day, at_time, direction, kind, amount_fen, balance_fen, counterparty_name, counterparty_index, counterparty_tail, counterparty_cipher, summary, batch_no, reversal_of, receipt_no)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) on conflict (account_no, serial_no) do nothing returning serial_no`,
    values,
  );
  if (added === undefined) {
    const [same] = await tx.query<{ same: boolean }>(
      `select direction = $3 and amount_fen = $4 and on_day = $5 and (balance_fen is null or $6::bigint is null or balance_fen = $6) as same
       from prevention.bank_transaction where account_no = $1 and serial_no = $2`,
      [body.accountNo, body.bankSerialNo, direction, body.amount.toString(), body.txnDate, body.balanceAfter?.toString() ?? null],
    );
    if (same?.same !== true)
      return refuse({
        code: 'serial-used',
        says: `流水号 ${body.bankSerialNo} 已报过，而金额、方向、余额或日期不同。没有采信；冲正要用新的流水号并写明 reversalOf。`,
      });
    if (body.balanceAfter !== null)
      await tx.query(
        'update prevention.bank_transaction set balance_fen = $3, flow_posted = false where account_no = $1 and serial_no = $2 and balance_fen is null',
        [body.accountNo, body.bankSerialNo, body.balanceAfter.toString()],
      );
  }
  if (body.reversalOf !== null) {
    for (const { batch_id } of await tx.query<{ batch_id: string }>(
      'select distinct batch_id from prevention.pay_evidence where project_id = $1 and serial_no = $2',
      [project.value, body.reversalOf],
    )) {
      await learn(tx, actorOf(link), batch_id, []);
    }
  }
  return taken(project.value);
}

/** A bank we can ask is believed about payments once it answers; its message only makes us ask. */
function viaOf(link: BankLink, transport: Transport): Via {
  return transport === 'folder' ? 'file' : link.asks ? 'hint' : 'push';
}

async function aboutBatch(
  tx: Tx,
  ports: BankPorts,
  link: BankLink,
  transport: Transport,
  message: Extract<BankMessage, { type: 'PayrollAccepted' | 'PayrollRejected' | 'PayrollResult' }>,
): Taking {
  const [batch] = await tx.query<{ id: string; project_id: string; send_state: string }>(
    'select id, project_id, send_state from prevention.pay_batch where batch_no = $1 and appid = $2 for update',
    [message.body.batchNo, link.appid],
  );
  // What was never sent has no result: whoever says so does not know our batches.
  if (batch === undefined || batch.send_state === 'none' || batch.send_state === 'to-send')
    return refuse({ code: 'batch-not-found', says: '没有送过这个批次号的代发指令。核对 batchNo。' });
  const by = actorOf(link);
  const via = viaOf(link, transport);
  const source = `message:${message.msgId}`;
  if (via === 'hint')
    await tx.query(
      "update prevention.pay_batch set ask_at = least(coalesce(ask_at, $2), $2) where id = $1 and state in ('submitted','accepted','processing','partial','finished','reconciled')",
      [batch.id, ports.clock.now()],
    );
  switch (message.type) {
    case 'PayrollAccepted': {
      if (via !== 'hint')
        await tx.query('update prevention.pay_batch set told_accepted = true, bank_batch_no = coalesce(bank_batch_no, $2) where id = $1', [
          batch.id,
          message.body.bankBatchNo,
        ]);
      await learn(tx, by, batch.id, await wordsForAll(tx, batch.id, via, 'accepted', message.sentAt, null, null));
      break;
    }
    case 'PayrollRejected': {
      if (via !== 'hint')
        await tx.query('update prevention.pay_batch set told_rejected = true, rejected_why = coalesce(rejected_why, $2) where id = $1', [
          batch.id,
          message.body.reason,
        ]);
      await learn(tx, by, batch.id, await wordsForAll(tx, batch.id, via, 'failed', message.sentAt, message.body.reasonCode, message.body.reason));
      break;
    }
    case 'PayrollResult': {
      const told = await wordsOf(tx, ports, { batchId: batch.id, lines: message.body.lines, via, at: message.sentAt, source, words: COMMON });
      if (told.mismatched.length > 0) {
        return refuse({
          code: 'result-mismatch',
          says: `有 ${told.mismatched.length} 笔的行号、金额或收款账号与我方指令不同（第 ${told.mismatched.slice(0, 5).join('、')} 行），整条没有采信。`,
        });
      }
      await learn(tx, by, batch.id, told.words);
      break;
    }
  }
  await retryWaiting(tx, ports, link, batch.project_id);
  return taken(batch.project_id);
}

/** 退票: turns a paid line into a returned one. Named by the bank's serial, which may be news that comes later. */
async function returned(tx: Tx, ports: BankPorts, link: BankLink, transport: Transport, message: Extract<BankMessage, { type: 'Returned' }>): Taking {
  const project = await accountOf(tx, link, message.body.accountNo);
  if (!project.ok) return project;
  const lines = await tx.query<{ id: string; batch_id: string; amount_fen: string }>(
    `select distinct l.id, l.batch_id, l.amount_fen from prevention.pay_evidence e join prevention.pay_line l on l.project_id = e.project_id and l.id = e.line_id
     join prevention.pay_batch b on b.id = l.batch_id
     where e.project_id = $1 and e.serial_no = $2 and e.says = 'paid' and b.account_no = $3 and b.appid = $4`,
    [project.value, message.body.originalSerialNo, message.body.accountNo, link.appid],
  );
  const [line] = lines;
  if (line === undefined) return ok({ waits: true, projectId: project.value });
  if (lines.length > 1 || BigInt(line.amount_fen) !== message.body.amount)
    return refuse({ code: 'return-mismatch', says: '退票的原流水号、金额与我方付款对不上，没有采信。核对 originalSerialNo 和 amount。' });
  const via = viaOf(link, transport);
  const word: Word = {
    lineId: line.id,
    via,
    says: 'returned',
    at: message.sentAt,
    code: message.body.reasonCode,
    words: message.body.reason,
    serialNo: null,
    on: message.body.returnDate,
    source: `message:${message.msgId}`,
  };
  if (via === 'hint')
    await tx.query('update prevention.pay_batch set ask_at = least(coalesce(ask_at, $2), $2) where id = $1', [line.batch_id, ports.clock.now()]);
  await learn(tx, actorOf(link), line.batch_id, [word]);
  return taken(project.value);
}

/** Messages that waited for what has now been learned. */
async function retryWaiting(tx: Tx, ports: BankPorts, link: BankLink, projectId: string): Promise<void> {
  const rows = await tx.query<{ msg_id: string; transport: Transport; body_cipher: Buffer }>(
    "select msg_id, transport, body_cipher from prevention.bank_message where appid = $1 and project_id = $2 and outcome = 'waiting' and type = 'Returned' order by sent_at, seq",
    [link.appid, projectId],
  );
  for (const row of rows) {
    const message = kept(ports.vault.decrypt(row.body_cipher, `bank.message:${link.appid}:${row.msg_id}`));
    if (message === undefined) continue;
    const done = await returned(tx, ports, link, row.transport, message);
    if (!done.ok || !done.value.waits)
      await tx.query('update prevention.bank_message set outcome = $3 where appid = $1 and msg_id = $2', [
        link.appid,
        row.msg_id,
        done.ok ? 'taken' : 'refused',
      ]);
  }
}

/** A kept 退票 as it was read: our own writing, money in fen. */
function kept(text: string): Extract<BankMessage, { type: 'Returned' }> | undefined {
  const revived: unknown = JSON.parse(text, (key, value: unknown) =>
    key === 'amount' && typeof value === 'string' ? `${value.padStart(3, '0').slice(0, -2)}.${value.padStart(3, '0').slice(-2)}` : value,
  );
  const read = readMessage(revived);
  return read.ok && read.value.type === 'Returned' ? read.value : undefined;
}

async function receiptReady(tx: Tx, link: BankLink, { body }: Extract<BankMessage, { type: 'ReceiptReady' }>): Taking {
  const project = await accountOf(tx, link, body.accountNo);
  if (!project.ok) return project;
  const [added] = await tx.query(
    `insert into prevention.bank_receipt (project_id, appid, receipt_no, account_no, kind, serial_no, batch_no, amount_fen, on_day, verification_code, sm3, file_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (appid, receipt_no) do nothing returning id`,
    [
      project.value,
      link.appid,
      body.receiptNo,
      body.accountNo,
      body.kind,
      body.bankSerialNo,
      body.batchNo,
      body.amount?.toString() ?? null,
      body.date,
      body.verificationCode,
      body.sm3,
      body.fileName,
    ],
  );
  if (added === undefined) {
    const [same] = await tx.query<{ same: boolean }>(
      'select account_no = $3 and serial_no is not distinct from $4 and amount_fen is not distinct from $5 and sm3 is not distinct from $6 as same from prevention.bank_receipt where appid = $1 and receipt_no = $2',
      [link.appid, body.receiptNo, body.accountNo, body.bankSerialNo, body.amount?.toString() ?? null, body.sm3],
    );
    if (same?.same !== true) return refuse({ code: 'receipt-used', says: `回单 ${body.receiptNo} 已报过，而内容不同。没有采信；核对回单编号。` });
  }
  return taken(project.value);
}
