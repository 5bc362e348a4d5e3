import { hash } from 'node:crypto';
import type { CivilDate } from '#kernel/civil-date.ts';
import { type Actor, record } from '#platform/audit/index.ts';
import type { Tx } from '#platform/db/index.ts';
import { announce } from '#platform/outbox/index.ts';
import { type BatchState, type Evidence, type LineNow, lineNow, type LineState, progressOf, type Said, type Via } from '../domain/index.ts';

/** Something learned about a line, with what brought it. */
export interface Word extends Evidence {
  readonly lineId: string;
  readonly source: string;
}

interface BatchRow {
  readonly id: string;
  readonly project_id: string;
  readonly batch_no: string;
  readonly state: BatchState;
  readonly account_no: string | null;
  readonly told_accepted: boolean;
  readonly told_rejected: boolean;
  readonly region_code: string;
  readonly gc_enterprise_id: string;
}

interface LineRow {
  readonly id: string;
  readonly line_no: number;
  readonly state: LineState;
  readonly contradicted: boolean;
  readonly never_received: boolean;
  readonly refund_arrived: boolean;
  readonly serial_no: string | null;
  readonly said_code: string | null;
  readonly said_words: string | null;
  readonly paid_on: string | null;
  readonly amount_fen: string;
}

/** Locks a batch for the rest of the transaction: whoever wants to say something about its lines waits its turn. */
export async function lockBatch(tx: Tx, batchId: string): Promise<void> {
  await tx.query('select id from prevention.pay_batch where id = $1 for update', [batchId]);
}

/** Appends what was learned and brings the lines and the batch up to it. The same again is no news. Answers whether anything moved. */
export async function learn(tx: Tx, by: Actor, batchId: string, words: readonly Word[]): Promise<boolean> {
  await lockBatch(tx, batchId);
  const [batch] = await tx.query<BatchRow>(
    `select b.id, b.project_id, b.batch_no, b.state, b.account_no, b.told_accepted, b.told_rejected, p.region_code, p.gc_enterprise_id
     from prevention.pay_batch b join prevention.project p on p.id = b.project_id where b.id = $1`,
    [batchId],
  );
  if (batch === undefined) return false;
  if (words.length > 0) {
    await tx.query(
      `insert into prevention.pay_evidence (project_id, line_id, digest, batch_id, via, says, at, code, words, serial_no, on_day, source)
       select $1, w.line_id, w.digest, $2, w.via, w.says, w.at, w.code, w.words, w.serial_no, w.on_day, w.source
       from unnest($3::bigint[], $4::bytea[], $5::text[], $6::text[], $7::timestamptz[], $8::text[], $9::text[], $10::text[], $11::date[], $12::text[])
         as w(line_id, digest, via, says, at, code, words, serial_no, on_day, source)
       on conflict do nothing`,
      [
        batch.project_id,
        batchId,
        words.map((word) => word.lineId),
        words.map(digestOf),
        words.map((word) => word.via),
        words.map((word) => word.says),
        words.map((word) => word.at),
        words.map((word) => word.code),
        words.map((word) => word.words),
        words.map((word) => word.serialNo),
        words.map((word) => word.on),
        words.map((word) => word.source),
      ],
    );
  }
  await noteRefunds(tx, batch);
  return bringUp(tx, by, batch);
}

/** What is said, without what brought it: the bank's second message with the same words is the same evidence. */
function digestOf(word: Word): Buffer {
  return hash('sha256', JSON.stringify([word.via, word.says, word.at, word.code, word.words, word.serialNo, word.on]), 'buffer');
}

/** A refund that names the payment it reverses belongs to that line, whichever of the two we heard of first. */
async function noteRefunds(tx: Tx, batch: BatchRow): Promise<void> {
  const found = await tx.query<{ line_id: string; on_day: string; serial_no: string }>(
    `select e.line_id, t.on_day, t.serial_no from prevention.pay_evidence e
     join prevention.pay_line l on l.project_id = e.project_id and l.id = e.line_id
     join prevention.bank_transaction t on t.account_no = $2 and t.reversal_of = e.serial_no and t.direction = 'in' and t.amount_fen = l.amount_fen
     where e.batch_id = $1 and e.says = 'paid' and e.serial_no is not null`,
    [batch.id, batch.account_no],
  );
  for (const one of found) {
    const word: Word = {
      lineId: one.line_id,
      via: 'flow',
      says: 'refund-arrived',
      at: `${one.on_day}T00:00:00.000Z`,
      code: null,
      words: null,
      serialNo: one.serial_no,
      on: one.on_day as CivilDate,
      source: `flow:${one.serial_no}`,
    };
    await tx.query(
      `insert into prevention.pay_evidence (project_id, line_id, digest, batch_id, via, says, at, serial_no, on_day, source)
       values ($1, $2, $3, $4, 'flow', 'refund-arrived', $5, $6, $7, $8) on conflict do nothing`,
      [batch.project_id, one.line_id, digestOf(word), batch.id, word.at, one.serial_no, one.on_day, word.source],
    );
  }
}

async function bringUp(tx: Tx, by: Actor, batch: BatchRow): Promise<boolean> {
  const lines = await tx.query<LineRow>(
    `select id, line_no, state, contradicted, never_received, refund_arrived, serial_no, said_code, said_words, paid_on, amount_fen
     from prevention.pay_line where batch_id = $1 order by line_no`,
    [batch.id],
  );
  const rows = await tx.query<{
    line_id: string;
    via: Via;
    says: Said;
    at: Date;
    code: string | null;
    words: string | null;
    serial_no: string | null;
    on_day: string | null;
  }>('select line_id, via, says, at, code, words, serial_no, on_day from prevention.pay_evidence where batch_id = $1', [batch.id]);
  const evidence = new Map<string, Evidence[]>();
  for (const row of rows) {
    const one: Evidence = {
      via: row.via,
      says: row.says,
      at: row.at.toISOString(),
      code: row.code,
      words: row.words,
      serialNo: row.serial_no,
      on: row.on_day as CivilDate | null,
    };
    const known = evidence.get(row.line_id);
    if (known === undefined) evidence.set(row.line_id, [one]);
    else known.push(one);
  }
  const changed: { line: LineRow; now: LineNow }[] = [];
  const after: LineState[] = [];
  for (const line of lines) {
    if (line.state === 'dropped') continue;
    if (line.state === 'new') {
      after.push('new');
      continue;
    }
    const now = lineNow(evidence.get(line.id) ?? []);
    if (line.state === 'reissued') {
      after.push('reissued');
      if (now.state === 'paid') await paidAfterReissue(tx, batch, line);
      continue;
    }
    after.push(now.state);
    if (differs(line, now)) changed.push({ line, now });
  }
  if (changed.length > 0) {
    await tx.query(
      `update prevention.pay_line l set state = c.state, contradicted = c.contradicted, never_received = c.never_received, refund_arrived = c.refund_arrived,
         said_code = c.code, said_words = c.words, serial_no = c.serial_no, paid_on = c.paid_on, changed_at = now(),
         flow_posted = l.flow_posted and l.serial_no is not distinct from c.serial_no
       from unnest($2::bigint[], $3::text[], $4::boolean[], $5::boolean[], $6::boolean[], $7::text[], $8::text[], $9::text[], $10::date[])
         as c(id, state, contradicted, never_received, refund_arrived, code, words, serial_no, paid_on)
       where l.project_id = $1 and l.id = c.id`,
      [
        batch.project_id,
        changed.map(({ line }) => line.id),
        changed.map(({ now }) => now.state),
        changed.map(({ now }) => now.contradicted),
        changed.map(({ now }) => now.neverReceived),
        changed.map(({ now }) => now.refundArrived),
        changed.map(({ now }) => now.by?.code ?? null),
        changed.map(({ now }) => now.by?.words ?? null),
        changed.map(({ now }) => now.serialNo),
        changed.map(({ now }) => now.paidOn),
      ],
    );
  }
  const state = progressOf(batch.state, { accepted: batch.told_accepted, rejected: batch.told_rejected }, after);
  if (state !== batch.state) await tx.query('update prevention.pay_batch set state = $2, changed_at = now() where id = $1', [batch.id, state]);
  // Once everything is certain nobody need be asked.
  if (after.every((one) => one !== 'sent' && one !== 'unknown' && one !== 'new'))
    await tx.query('update prevention.pay_batch set ask_at = null where id = $1 and ask_at is not null', [batch.id]);
  if (changed.length === 0 && state === batch.state) return false;
  const counts: Record<string, number> = {};
  for (const { now } of changed) counts[now.state] = (counts[now.state] ?? 0) + 1;
  await record(tx, {
    by,
    action: 'payment.told',
    object: `pay-batch:${batch.id}`,
    region: batch.region_code,
    detail: { batchNo: batch.batch_no, state, ...counts },
  });
  await announceEnds(tx, batch, state, changed);
  return true;
}

function differs(line: LineRow, now: LineNow): boolean {
  return (
    line.state !== now.state ||
    line.contradicted !== now.contradicted ||
    line.never_received !== now.neverReceived ||
    line.refund_arrived !== now.refundArrived ||
    line.serial_no !== now.serialNo ||
    line.said_code !== (now.by?.code ?? null) ||
    line.said_words !== (now.by?.words ?? null) ||
    line.paid_on !== now.paidOn
  );
}

async function announceEnds(tx: Tx, batch: BatchRow, state: BatchState, changed: readonly { line: LineRow; now: LineNow }[]): Promise<void> {
  const of = { subject: `pay-batch:${batch.id}`, regionCode: batch.region_code, enterpriseId: batch.gc_enterprise_id, projectId: batch.project_id };
  for (const became of ['returned', 'unknown'] as const) {
    const lines = changed.filter(({ line, now }) => now.state === became && line.state !== became).length;
    if (lines > 0) await announce(tx, { kind: `payment.${became}`, ...of, body: { batchNo: batch.batch_no, lines } });
  }
  if (state !== batch.state && (state === 'finished' || state === 'partial' || state === 'rejected'))
    await announce(tx, { kind: `payment.${state}`, ...of, body: { batchNo: batch.batch_no } });
}

/** The bank took back its word after we issued the wage again: the money may have gone out twice, and a person must look. */
async function paidAfterReissue(tx: Tx, batch: BatchRow, line: LineRow): Promise<void> {
  await tx.query(
    `insert into prevention.bank_difference (project_id, account_no, on_day, kind, ref, expected_fen, found_fen, says)
     select $1, coalesce($2, ''), coalesce($3::date, current_date), 'paid-after-reissue', $4, 0, $5, $6
     where not exists (select from prevention.bank_difference d where d.project_id = $1 and d.kind = 'paid-after-reissue' and d.ref = $4)`,
    [
      batch.project_id,
      batch.account_no,
      line.paid_on,
      `${batch.batch_no}-${line.line_no}`,
      line.amount_fen,
      `批次 ${batch.batch_no} 第 ${line.line_no} 笔，银行先说没发成，补发以后又说发成了，可能发了两次。马上向银行查询，多发的追回。`,
    ],
  );
}
