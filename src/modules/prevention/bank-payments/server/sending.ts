import { chinaDay } from '#platform/clock.ts';
import { record, SYSTEM } from '#platform/audit/index.ts';
import type { Tx } from '#platform/db/index.ts';
import { type BankWords, batchWord, COMMON, readBankWord, readResultLines, type ResultLine, type Said, type Via } from '../domain/index.ts';
import { ask, handIn } from './bank-client.ts';
import { dropInstruction } from './drop-box.ts';
import { instructionOf } from './instruction.ts';
import { learn, lockBatch, type Word } from './outcomes.ts';
import type { BankPorts } from './ports.ts';

interface Claimed {
  readonly id: string;
  readonly project_id: string;
  readonly batch_no: string;
  readonly appid: string;
  readonly channel: 'https' | 'folder';
  readonly lines: number;
  readonly asks: number;
}

const JOB = { role: 'app_job' } as const;

/**
 * Hands the next waiting instruction in. That it is being sent is kept before the first byte leaves: a process that dies
 * here leaves «being sent», and what may have reached the bank is asked about, never sent again.
 */
export async function sendNext(ports: BankPorts): Promise<boolean> {
  const claimed = await ports.store.within(JOB, async (tx) => {
    const [row] = await tx.query<Claimed>(
      `update prevention.pay_batch set send_state = 'sending', sent_at = $1 where id = (
         select id from prevention.pay_batch where send_state = 'to-send' and (sent_at is null or sent_at < $1::timestamptz - interval '60 seconds') order by submitted_at, id limit 1 for update skip locked)
       returning id, project_id, batch_no, appid, channel, lines, asks`,
      [ports.clock.now()],
    );
    return row;
  });
  if (claimed === undefined) return false;
  const link = await ports.findLink(claimed.appid);
  const began = Date.now();
  if (link === undefined) {
    // Nothing has left: it waits until the bank's line is back.
    await ports.store.within(JOB, (tx) => tx.query("update prevention.pay_batch set send_state = 'to-send' where id = $1", [claimed.id]));
    return false;
  }
  const instruction = await instructionOf(ports, claimed.id);
  if (claimed.channel === 'folder') {
    await dropInstruction(link, instruction);
    await ports.store.within(JOB, (tx) => tx.query("update prevention.pay_batch set send_state = 'answered' where id = $1", [claimed.id]));
    await ports.log({
      appid: link.appid,
      method: 'PayrollInstruction',
      outcome: 'ok',
      code: '0',
      projectId: claimed.project_id,
      records: claimed.lines,
      tookMs: Date.now() - began,
    });
    return true;
  }
  const answer = await handIn(ports.outbound, link, instruction);
  const now = ports.clock.now().toISOString();
  await ports.store.within(JOB, async (tx) => {
    await lockBatch(tx, claimed.id);
    switch (answer.is) {
      case 'accepted':
        await tx.query(
          "update prevention.pay_batch set send_state = 'answered', told_accepted = true, bank_batch_no = coalesce($2, bank_batch_no), last_answer = '已受理', ask_at = $3 where id = $1",
          [claimed.id, answer.bankBatchNo, link.asks ? later(ports, ASK_AFTER_MS) : null],
        );
        return learn(tx, SYSTEM, claimed.id, await wordsForAll(tx, claimed.id, 'pull', 'accepted', answer.at, null, null));
      case 'rejected':
        await tx.query(
          "update prevention.pay_batch set send_state = 'answered', told_rejected = true, rejected_why = $2, last_answer = '拒收', ask_at = null where id = $1",
          [claimed.id, answer.reason],
        );
        return learn(tx, SYSTEM, claimed.id, await wordsForAll(tx, claimed.id, 'pull', 'failed', answer.at, answer.code, answer.reason));
      case 'not-sent':
        await tx.query("update prevention.pay_batch set send_state = 'to-send', last_answer = $2 where id = $1", [claimed.id, answer.why]);
        return false;
      case 'no-answer':
        return unanswered(tx, ports, claimed.id, now, answer.why);
    }
  });
  await ports.log({
    appid: link.appid,
    method: 'PayrollInstruction',
    outcome: answer.is === 'accepted' ? 'ok' : answer.is === 'rejected' ? 'refused' : answer.is === 'not-sent' ? 'failed' : 'unknown',
    code: answer.is,
    ...(answer.is === 'no-answer'
      ? { cause: answer.why, cure: '不会重发；正在向银行查询这一批。' }
      : answer.is === 'not-sent'
        ? { cause: answer.why, cure: '没有发出；改好接口地址后会自动再送。' }
        : answer.is === 'rejected'
          ? { cause: answer.reason }
          : {}),
    projectId: claimed.project_id,
    records: claimed.lines,
    tookMs: Date.now() - began,
  });
  return true;
}

/** First question after half a minute, then rarer, at most once an hour. */
const ASK_AFTER_MS = 30_000;
const ASK_AT_MOST_EVERY_MS = 3_600_000;

function later(ports: BankPorts, ms: number): Date {
  return new Date(ports.clock.now().getTime() + ms);
}

async function unanswered(tx: Tx, ports: BankPorts, batchId: string, at: string, why: string): Promise<boolean> {
  await tx.query("update prevention.pay_batch set send_state = 'unanswered', last_answer = $2, ask_at = coalesce(ask_at, $3) where id = $1", [
    batchId,
    why,
    ports.clock.now(),
  ]);
  return learn(tx, SYSTEM, batchId, await wordsForAll(tx, batchId, 'own', 'no-answer', at, null, why));
}

/** Sendings nobody finished: their process is gone. What became of them is unknown. */
export async function giveUpSendings(ports: BankPorts): Promise<number> {
  const rows = await ports.store.within(JOB, (tx) =>
    tx.query<{ id: string }>("select id from prevention.pay_batch where send_state = 'sending' and sent_at < $1", [
      new Date(ports.clock.now().getTime() - 2 * ports.answerWithinMs),
    ]),
  );
  for (const { id } of rows) {
    await ports.store.within(JOB, async (tx) => {
      await lockBatch(tx, id);
      const [still] = await tx.query<{ channel: string }>("select channel from prevention.pay_batch where id = $1 and send_state = 'sending'", [id]);
      if (still === undefined) return;
      // A file written twice under one name is one file.
      if (still.channel === 'folder') await tx.query("update prevention.pay_batch set send_state = 'to-send' where id = $1", [id]);
      else await unanswered(tx, ports, id, ports.clock.now().toISOString(), '递交时本系统中断，不知道银行收到没有');
    });
  }
  return rows.length;
}

/** Asks about the batch whose turn it is. Many processes may: the next turn is set before the question. */
export async function askNext(ports: BankPorts, only?: string): Promise<boolean> {
  const claimed = await ports.store.within(JOB, async (tx) => {
    const [row] = await tx.query<Claimed>(
      `update prevention.pay_batch set asks = asks + 1, ask_at = $1::timestamptz + make_interval(secs => least(${ASK_AT_MOST_EVERY_MS / 1000}, 30 * power(2, least(asks, 8)))) where id = (
         select id from prevention.pay_batch where channel = 'https' and ${only === undefined ? 'ask_at <= $1 and $2::bigint is null' : "id = $2 and send_state in ('answered','unanswered')"} order by ask_at limit 1 for update skip locked)
       returning id, project_id, batch_no, appid, channel, lines, asks`,
      [ports.clock.now(), only ?? null],
    );
    return row;
  });
  if (claimed === undefined) return false;
  const link = await ports.findLink(claimed.appid);
  if (link === undefined) return true;
  if (!link.asks) {
    // A bank that cannot be asked: its messages, a file or a person will tell.
    await ports.store.within(JOB, (tx) => tx.query('update prevention.pay_batch set ask_at = null where id = $1', [claimed.id]));
    return true;
  }
  const began = Date.now();
  const answer = await ask(ports.outbound, link, claimed.batch_no);
  const read = answer.is === 'found' ? readResultLines(answer.lines) : null;
  const log = (outcome: 'ok' | 'refused' | 'unknown', code: string, cause?: string) =>
    ports.log({
      appid: link.appid,
      method: 'PayrollQuery',
      outcome,
      code,
      ...(cause === undefined ? {} : { cause, cure: '过一会儿再查；一直这样，打电话问开户行。' }),
      projectId: claimed.project_id,
      records: claimed.lines,
      tookMs: Date.now() - began,
    });
  if (answer.is === 'no-answer') {
    await ports.store.within(JOB, (tx) =>
      tx.query('update prevention.pay_batch set last_answer = $2, asked_at = $3 where id = $1', [claimed.id, `查询：${answer.why}`, ports.clock.now()]),
    );
    await log('unknown', 'no-answer', answer.why);
    return true;
  }
  if (read !== null && !read.ok) {
    await ports.store.within(JOB, (tx) =>
      tx.query('update prevention.pay_batch set last_answer = $2, asked_at = $3 where id = $1', [claimed.id, '查询：答复的明细看不懂', ports.clock.now()]),
    );
    await log('refused', 'answer-invalid', read.refusal.says);
    return true;
  }
  await ports.store.within(JOB, async (tx) => {
    await lockBatch(tx, claimed.id);
    await tx.query('update prevention.pay_batch set asked_at = $2, last_answer = $3, bank_batch_no = coalesce($4, bank_batch_no) where id = $1', [
      claimed.id,
      ports.clock.now(),
      answer.is === 'not-found' ? '查询：银行没有收到' : `查询：${batchWord(answer.status)}`,
      answer.is === 'found' ? answer.bankBatchNo : null,
    ]);
    if (answer.is === 'not-found') return learn(tx, SYSTEM, claimed.id, await wordsForAll(tx, claimed.id, 'pull', 'not-found', answer.at, null, null));
    if (answer.status === 'REJECTED') {
      await tx.query('update prevention.pay_batch set told_rejected = true, rejected_why = $2 where id = $1', [claimed.id, answer.reason ?? '银行没有写原因']);
      return learn(tx, SYSTEM, claimed.id, await wordsForAll(tx, claimed.id, 'pull', 'failed', answer.at, null, answer.reason));
    }
    await tx.query("update prevention.pay_batch set told_accepted = true, send_state = 'answered' where id = $1", [claimed.id]);
    const lines = read?.value ?? [];
    const told = await wordsOf(tx, ports, { batchId: claimed.id, lines, via: 'pull', at: answer.at, source: `ask:${claimed.asks}`, words: COMMON });
    if (told.mismatched.length > 0) await noteMismatch(tx, claimed.id, told.mismatched);
    const rest = lines.length === 0 ? await wordsForAll(tx, claimed.id, 'pull', 'processing', answer.at, null, answer.status) : [];
    return learn(tx, SYSTEM, claimed.id, [...told.words, ...rest]);
  });
  await log('ok', answer.is === 'not-found' ? 'not-found' : answer.status);
  return true;
}

export async function wordsForAll(
  tx: Tx,
  batchId: string,
  via: Via,
  says: Said,
  at: string,
  code: string | null,
  words: string | null,
): Promise<readonly Word[]> {
  const rows = await tx.query<{ id: string }>("select id from prevention.pay_line where batch_id = $1 and state not in ('dropped','new')", [batchId]);
  return rows.map(({ id }) => ({ lineId: id, via, says, at, code, words, serialNo: null, on: null, source: via === 'own' ? 'send' : 'bank' }));
}

interface Told {
  readonly batchId: string;
  readonly lines: readonly ResultLine[];
  readonly via: Via;
  readonly at: string;
  readonly source: string;
  readonly words: BankWords;
}

/** What result lines say, held against what we ordered: another amount or payee is not about our line, and nothing is learned. */
export async function wordsOf(
  tx: Tx,
  ports: Pick<BankPorts, 'vault'>,
  told: Told,
): Promise<{ readonly words: readonly Word[]; readonly mismatched: readonly number[] }> {
  const rows = await tx.query<{ id: string; line_no: number; amount_fen: string; card_index: Buffer | null }>(
    "select id, line_no, amount_fen, card_index from prevention.pay_line where batch_id = $1 and state not in ('dropped','new')",
    [told.batchId],
  );
  const byNo = new Map(rows.map((row) => [row.line_no, row]));
  const words: Word[] = [];
  const mismatched: number[] = [];
  for (const line of told.lines) {
    const own = byNo.get(line.lineNo);
    if (own === undefined || BigInt(own.amount_fen) !== line.amount || own.card_index === null || !ports.vault.cardIndex(line.cardNo).equals(own.card_index)) {
      mismatched.push(line.lineNo);
      continue;
    }
    const said = readBankWord(told.words, line.status);
    words.push({
      lineId: own.id,
      via: told.via,
      says: said,
      at: told.at,
      code: line.returnCode,
      words: line.returnMsg,
      serialNo: line.bankSerialNo,
      on: line.paidAt === null ? null : chinaDay(new Date(line.paidAt)),
      source: told.source,
    });
  }
  return { words, mismatched };
}

/** The bank answers for other amounts or payees than ordered: somebody must look, whatever else it says. */
export async function noteMismatch(tx: Tx, batchId: string, lines: readonly number[]): Promise<void> {
  const noted = await tx.query(
    `insert into prevention.bank_difference (project_id, account_no, on_day, kind, ref, expected_fen, found_fen, says)
     select b.project_id, coalesce(b.account_no, ''), b.submitted_at::date, 'result-mismatch', b.batch_no, 0, 0, $2 from prevention.pay_batch b where b.id = $1 on conflict do nothing returning id`,
    [batchId, `银行回盘有 ${lines.length} 笔金额或收款账号与我方指令不同（第 ${lines.slice(0, 5).join('、')} 笔），没有采信。马上向开户行核对。`],
  );
  if (noted.length > 0) await record(tx, { by: SYSTEM, action: 'payment.mismatched', object: `pay-batch:${batchId}`, detail: { lines: lines.slice(0, 50) } });
}
