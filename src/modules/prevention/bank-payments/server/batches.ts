import { hash, randomBytes } from 'node:crypto';
import type { CivilDate, CivilMonth } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import type { Sender } from '#modules/prevention/imports/server/index.ts';
import { record } from '#platform/audit/index.ts';
import type { Tx } from '#platform/db/index.ts';
import { notFound } from '#platform/http/index.ts';
import {
  type BatchState,
  type BatchStep,
  CARD_TROUBLE,
  type CheckedLine,
  checkBatch,
  type Finding,
  findLayout,
  type LineState,
  mayHandInAgain,
  mayReissue,
  takeStep,
} from '../domain/index.ts';
import type { MadeBatch } from '../domain/wire.ts';
import { lockBatch } from './outcomes.ts';
import type { BankPorts } from './ports.ts';

export interface NewBatch {
  readonly projectId: string;
  readonly month: CivilMonth;
  /** Only these people; otherwise everybody whose wage of the month is not paid or on its way. */
  readonly people?: readonly string[] | undefined;
}

/** A batch as its steps need it. */
export interface HeldBatch {
  readonly id: string;
  readonly project_id: string;
  readonly batch_no: string;
  readonly month: string;
  readonly account_no: string | null;
  readonly state: BatchState;
  readonly lines: number;
  readonly total_fen: string;
  readonly digest: string;
  readonly checked_digest: string | null;
  readonly findings: readonly Finding[];
  readonly decisions: Readonly<Record<string, { readonly by: string; readonly note: string }>>;
  readonly made_by: string;
  readonly region_code: string;
  readonly gc_enterprise_id: string;
  readonly send_state: string;
  readonly asked_at: Date | null;
  readonly channel: 'https' | 'folder' | 'file' | null;
  readonly appid: string | null;
}

export const findingKey = (finding: Pick<Finding, 'code' | 'lineNo'>): string => `${finding.code}:${finding.lineNo ?? ''}`;

const UNIQUE_VIOLATION = '23505';

/** Whether the person's own role sees the project; from then on the transaction goes on as app_job. */
async function enter(tx: Tx, projectId: string): Promise<{ region_code: string; account_no: string | null } | undefined> {
  const [project] = await tx.query<{ region_code: string; account_no: string | null }>('select region_code, account_no from prevention.project where id = $1', [
    projectId,
  ]);
  if (project !== undefined) await tx.query('set local role app_job');
  return project;
}

/** Locks a batch of the person's own sight for the rest of the transaction, which goes on as app_job. */
export async function openBatch(tx: Tx, id: string): Promise<HeldBatch | undefined> {
  const [seen] = await tx.query<{ id: string }>('select id from prevention.pay_batch where id = $1', [id]);
  if (seen === undefined) return undefined;
  await tx.query('set local role app_job');
  await lockBatch(tx, id);
  const [batch] = await tx.query<HeldBatch>(
    `select b.id, b.project_id, b.batch_no, to_char(b.month, 'YYYY-MM') as month, b.account_no, b.state, b.lines, b.total_fen, b.digest, b.checked_digest, b.findings, b.decisions,
       b.made_by, p.region_code, p.gc_enterprise_id, b.send_state, b.asked_at, b.channel, b.appid
     from prevention.pay_batch b join prevention.project p on p.id = b.project_id where b.id = $1`,
    [id],
  );
  return batch;
}

interface DueRow {
  readonly person_id: string;
  readonly item: string;
  readonly name: string;
  readonly identity_mask: string;
  readonly net_fen: string;
  readonly ids: string[];
  readonly card_index: Buffer | null;
  readonly card_tail: string | null;
  readonly card_bank: string | null;
  readonly live_fen: string | null;
  readonly live_open: boolean | null;
  readonly live_count: number;
  readonly last_id: string | null;
  readonly last_state: LineState | null;
  readonly last_refund: boolean | null;
  readonly last_item: string | null;
  /** Already with the worker for this month by the account's movements, whoever sent it. */
  readonly told_fen: string;
}

/** The wages of a project's month with what became of each; $1 project, $2 month, $3 people or null. */
const DUE = `
  with due as (
    select person_id, item, min(name) as name, min(identity_mask) as identity_mask, sum(net_fen) as net_fen, array_agg(id order by id) as ids,
      (array_agg(card_index) filter (where card_index is not null))[1] as card_index, (array_agg(card_tail) filter (where card_index is not null))[1] as card_tail,
      (array_agg(card_bank) filter (where card_index is not null))[1] as card_bank
    from prevention.payroll_line where project_id = $1 and month = $2::date and superseded_at is null and ($3::bigint[] is null or person_id = any($3::bigint[]))
    group by person_id, item
  ), live as (
    select person_id, split_part(item, '/', 1) as item, sum(amount_fen) as fen, bool_or(state <> 'paid') as open, count(*)::int as count
    from prevention.pay_line where project_id = $1 and month = $2::date and state in ('new','sent','unknown','paid') group by 1, 2
  ), last as (
    select distinct on (person_id, split_part(item, '/', 1)) person_id, split_part(item, '/', 1) as item, item as whole, id, state, refund_arrived
    from prevention.pay_line where project_id = $1 and month = $2::date and state in ('failed','returned') order by person_id, split_part(item, '/', 1), id desc
  )
  select d.person_id, d.item, d.name, d.identity_mask, d.net_fen, d.ids,
    coalesce(d.card_index, r.card_index) as card_index, coalesce(d.card_tail, r.card_tail) as card_tail, coalesce(d.card_bank, r.card_bank) as card_bank,
    live.fen as live_fen, live.open as live_open, coalesce(live.count, 0) as live_count, last.id as last_id, last.state as last_state, last.refund_arrived as last_refund, last.whole as last_item,
    coalesce((select w.paid_fen - w.refunded_fen from prevention.worker_month w where w.project_id = $1 and w.month = $2::date and w.person_id = d.person_id), 0) as told_fen
  from due d
  left join lateral (select card_index, card_tail, card_bank from prevention.roster_entry r where r.project_id = $1 and r.person_id = d.person_id and r.superseded_at is null order by entered_on desc limit 1) r on true
  left join live on live.person_id = d.person_id and live.item = d.item
  left join last on last.person_id = d.person_id and last.item = d.item
  order by d.name, d.person_id, d.item`;

interface NewLine {
  readonly due: DueRow;
  readonly item: string;
  readonly amountFen: bigint;
  readonly reissueOf: string | null;
}

/**
 * What is to be paid of one wage: all of it, again after a failure that is certain, or what a corrected payroll adds to what
 * was paid (an item of its own). Otherwise why not.
 */
function payable(due: DueRow): NewLine | { readonly why: string } {
  const live = BigInt(due.live_fen ?? 0);
  const told = BigInt(due.told_fen);
  // What the statement shows beyond our own batches was paid by somebody else's hand, and is not paid again.
  const net = BigInt(due.net_fen) - (told > live ? told - live : 0n);
  if (net <= 0n && BigInt(due.net_fen) > 0n && live === 0n) return { why: '专户流水显示已经发过' };
  if (due.last_id !== null && due.last_state !== null && due.live_open !== true && live < net) {
    const may = mayReissue({ state: due.last_state, refundArrived: due.last_refund === true });
    return may.ok ? { due, item: due.last_item ?? due.item, amountFen: net - live, reissueOf: due.last_id } : { why: may.refusal.says };
  }
  if (due.live_count === 0) return net === 0n ? { why: '实发是 0' } : { due, item: due.item, amountFen: net, reissueOf: null };
  if (due.live_open === true) return { why: '已在另一批里，还没有结果' };
  return live < net ? { due, item: `${due.item}/${due.live_count + 1}`, amountFen: net - live, reissueOf: null } : { why: '已经发过' };
}

export async function makeBatch(ports: BankPorts, by: Sender, order: NewBatch): Promise<Result<MadeBatch, Refusal>> {
  try {
    return await ports.store.within(by.scope, async (tx): Promise<Result<MadeBatch, Refusal>> => {
      const project = await enter(tx, order.projectId);
      if (project === undefined) return refuse(notFound());
      const rows = await tx.query<DueRow>(DUE, [order.projectId, `${order.month}-01`, order.people ?? null]);
      const found = rows.map((due) => ({ due, take: payable(due) }));
      const lines = found.flatMap(({ take }) => ('why' in take ? [] : [take]));
      const skipped = found.flatMap(({ due, take }) => ('why' in take ? [{ name: due.name, why: take.why }] : []));
      if (lines.length === 0) {
        const why =
          skipped[0] === undefined ? '这个月没有在用的工资表。先导入工资表。' : `没有可发的人：${skipped[0].name}等 ${skipped.length} 人，${skipped[0].why}。`;
        return refuse({ code: 'batch-nothing-due', says: why });
      }
      const batchNo = `AX${order.month.replace('-', '')}${randomBytes(8).toString('hex').toUpperCase()}`;
      const [made] = await tx.query<{ id: string }>(
        `insert into prevention.pay_batch (project_id, batch_no, month, account_no, made_by, made_by_name, made_at, lines, total_fen, digest)
         values ($1, $2, $3::date, $4, $5, $6, $7, $8, $9, $10) returning id`,
        [
          order.projectId,
          batchNo,
          `${order.month}-01`,
          project.account_no,
          by.accountId,
          by.name,
          ports.clock.now(),
          lines.length,
          lines.reduce((sum, line) => sum + line.amountFen, 0n).toString(),
          digestOf(lines.map((line) => [line.due.person_id, line.item, line.due.name, line.due.card_index?.toString('hex') ?? '', line.amountFen.toString()])),
        ],
      );
      const id = made?.id ?? '';
      const reissued = lines.flatMap((line) => line.reissueOf ?? []);
      if (reissued.length > 0)
        await tx.query(
          "update prevention.pay_line set state = 'reissued', changed_at = now() where project_id = $1 and id = any($2::bigint[]) and state in ('failed','returned')",
          [order.projectId, reissued],
        );
      await insertLines(tx, order, id, lines);
      await record(tx, {
        by,
        action: 'payment.made',
        object: `pay-batch:${id}`,
        region: project.region_code,
        detail: { batchNo, lines: lines.length, reissued: reissued.length },
      });
      return ok({ id, lines: lines.length, skipped });
    });
  } catch (problem) {
    // Somebody else's batch took one of these wages between our look and our writing: the obligation is theirs.
    if (isObligationTaken(problem)) return refuse({ code: 'batch-obligation-taken', says: '名单里有人的工资刚被另一批占用。刷新后再做，不会重复发。' });
    throw problem;
  }
}

async function insertLines(tx: Tx, order: NewBatch, batchId: string, lines: readonly NewLine[]): Promise<void> {
  await tx.query(
    `insert into prevention.pay_line (project_id, batch_id, line_no, month, person_id, item, name, identity_mask, card_index, card_tail, card_bank, amount_fen, payroll_lines, reissue_of)
     select $1, $2, n.line_no, $3::date, n.person_id, n.item, n.name, n.mask, n.card_index, n.card_tail, n.card_bank, n.amount, string_to_array(n.ids, ',')::bigint[], n.reissue_of
     from unnest($4::int[], $5::bigint[], $6::text[], $7::text[], $8::text[], $9::bytea[], $10::text[], $11::text[], $12::bigint[], $13::text[], $14::bigint[])
       as n(line_no, person_id, item, name, mask, card_index, card_tail, card_bank, amount, ids, reissue_of)`,
    [
      order.projectId,
      batchId,
      `${order.month}-01`,
      lines.map((_, at) => at + 1),
      lines.map((line) => line.due.person_id),
      lines.map((line) => line.item),
      lines.map((line) => line.due.name),
      lines.map((line) => line.due.identity_mask),
      lines.map((line) => line.due.card_index),
      lines.map((line) => line.due.card_tail),
      lines.map((line) => line.due.card_bank),
      lines.map((line) => line.amountFen.toString()),
      lines.map((line) => line.due.ids.join(',')),
      lines.map((line) => line.reissueOf),
    ],
  );
}

function isObligationTaken(problem: unknown): boolean {
  return (
    typeof problem === 'object' &&
    problem !== null &&
    'code' in problem &&
    problem.code === UNIQUE_VIOLATION &&
    'constraint' in problem &&
    problem.constraint === 'pay_obligation'
  );
}

function digestOf(lines: readonly (readonly string[])[]): string {
  return hash('sha256', JSON.stringify(lines));
}

/** Takes a person's step on a batch. `act` does what belongs to the step besides the state. */
async function step(
  ports: BankPorts,
  by: Sender,
  id: string,
  which: BatchStep,
  act: (tx: Tx, batch: HeldBatch) => Promise<Result<null, Refusal>>,
): Promise<Result<null, Refusal>> {
  return ports.store.within(by.scope, async (tx): Promise<Result<null, Refusal>> => {
    const batch = await openBatch(tx, id);
    if (batch === undefined) return refuse(notFound());
    const to = takeStep(await factsOf(tx, batch), which, by.accountId);
    if (!to.ok) return to;
    const done = await act(tx, batch);
    if (!done.ok) return done;
    await tx.query('update prevention.pay_batch set state = $2, changed_at = now() where id = $1', [id, to.value]);
    await record(tx, {
      by,
      action: `payment.${PAST[which]}`,
      object: `pay-batch:${id}`,
      region: batch.region_code,
      detail: { batchNo: batch.batch_no, lines: batch.lines, totalFen: batch.total_fen },
    });
    return ok(null);
  });
}

const PAST: Readonly<Record<BatchStep, string>> = {
  check: 'checked',
  approve: 'approved',
  'send-back': 'sent-back',
  submit: 'submitted',
  cancel: 'cancelled',
  reconcile: 'reconciled',
};

export async function factsOf(tx: Tx, batch: HeldBatch) {
  const [open] = await tx.query<{ count: number }>(
    `select count(*)::int as count from prevention.bank_difference d
     where d.project_id = $1 and d.gone_at is null and d.explained_at is null and (d.ref = $2 or starts_with(d.ref, $2 || '-') or d.on_day in (select paid_on from prevention.pay_line where batch_id = $3 and paid_on is not null))`,
    [batch.project_id, batch.batch_no, batch.id],
  );
  return {
    state: batch.state,
    madeBy: batch.made_by,
    lines: batch.lines,
    barred: batch.findings.filter((finding) => finding.bars).length,
    undecided: batch.findings.filter((finding) => !finding.bars && batch.decisions[findingKey(finding)] === undefined).length,
    differences: open?.count ?? 0,
    checkedDigest: batch.checked_digest,
    digest: batch.digest,
  };
}

const DONE = ok(null);

/** Asks everything that could stand against paying, and keeps the answers with the batch. */
export function check(ports: BankPorts, by: Sender, id: string): Promise<Result<null, Refusal>> {
  return step(ports, by, id, 'check', async (tx, batch) => {
    const findings = await findingsOf(ports, tx, batch);
    await tx.query('update prevention.pay_batch set findings = $2, checked_digest = digest, checked_at = $3 where id = $1', [
      id,
      JSON.stringify(findings),
      ports.clock.now(),
    ]);
    return DONE;
  });
}

/** What the banks last said happened to the card of line `l`, where no money may go to it; of two words of one moment the worse. */
const TROUBLE = `(select case when e.event in ('lost','frozen','cancelled') then e.event end from prevention.card_event e where e.card_index = l.card_index
  order by e.said_at desc, (e.event in ('lost','frozen','cancelled')) desc limit 1)`;

async function findingsOf(ports: BankPorts, tx: Tx, batch: HeldBatch): Promise<readonly Finding[]> {
  const [account] = await tx.query<{ closed_on: string | null; frozen: boolean; balance: string | null; balance_on: string | null }>(
    `select coalesce(a.closed_on, p.account_closed_on) as closed_on, coalesce(b.frozen_fen, 0) > 0 as frozen,
       case when t.on_day > b.on_day or b.on_day is null then coalesce(t.balance_fen, f.balance_fen) else coalesce(b.available_fen, b.book_fen) end as balance,
       greatest(b.on_day, t.on_day, f.happened_on) as balance_on
     from prevention.project p
     left join prevention.bank_account a on a.account_no = $2
     left join lateral (select * from prevention.bank_balance b where b.account_no = $2 order by on_day desc limit 1) b on true
     left join lateral (select on_day, balance_fen from prevention.bank_transaction t where t.account_no = $2 order by on_day desc, at_time desc nulls last, serial_no desc limit 1) t on true
     left join lateral (select happened_on, balance_fen from prevention.account_flow f where f.project_id = p.id and f.account_no = $2 and f.undone_at is null and f.balance_fen is not null order by happened_on desc, happened_at desc nulls last, id desc limit 1) f on true
     where p.id = $1`,
    [batch.project_id, batch.account_no],
  );
  const now = ports.clock.now();
  const rows = await tx.query<{
    line_no: number;
    person_id: string;
    name: string;
    amount_fen: string;
    payroll_fen: string | null;
    signed: boolean | null;
    on_roster: boolean;
    left_on: string | null;
    card: Buffer | null;
    readable: boolean;
    roster_card: Buffer | null;
    holder: string | null;
    sharers: string[] | null;
    trouble: keyof typeof CARD_TROUBLE | null;
    card_since: Date | null;
    paid_fen: string;
  }>(
    `select l.line_no, l.person_id, l.name, l.amount_fen, pay.net - coalesce(live.fen, 0) as payroll_fen, pay.signed, r.person_id is not null as on_roster, r.left_on, l.card_index as card,
       exists (select from prevention.roster_entry k where k.project_id = l.project_id and k.card_index = l.card_index and k.person_id = l.person_id and k.card_cipher is not null) as readable,
       r.card_index as roster_card, holder.card_holder_name as holder,
       (select array_agg(distinct o.name) from prevention.roster_entry o where o.project_id = l.project_id and o.card_index = l.card_index and o.person_id <> l.person_id and o.superseded_at is null) as sharers,
       ${TROUBLE} as trouble,
       case when earlier.id is not null then r.recorded_at end as card_since,
       greatest(coalesce(flows.fen, 0) - coalesce(live.fen, 0), 0) as paid_fen
     from prevention.pay_line l
     left join lateral (select sum(net_fen) as net, case when bool_or(signed is null) then null else bool_and(signed) end as signed
       from prevention.payroll_line p where p.project_id = l.project_id and p.month = l.month and p.person_id = l.person_id and p.item = split_part(l.item, '/', 1) and p.superseded_at is null having count(*) > 0) pay on true
     left join lateral (select * from prevention.roster_entry r where r.project_id = l.project_id and r.person_id = l.person_id and r.superseded_at is null order by entered_on desc limit 1) r on true
     left join lateral (select card_holder_name from prevention.roster_entry h where h.project_id = l.project_id and h.person_id = l.person_id and h.card_index = l.card_index order by id desc limit 1) holder on true
     left join lateral (select id from prevention.roster_entry e where e.project_id = l.project_id and e.person_id = l.person_id and e.card_index is not null and e.card_index <> r.card_index order by id desc limit 1) earlier on true
     left join lateral (select sum(amount_fen) as fen from prevention.pay_line o where o.project_id = l.project_id and o.month = l.month and o.person_id = l.person_id and split_part(o.item, '/', 1) = split_part(l.item, '/', 1) and o.batch_id <> l.batch_id and o.state in ('new','sent','unknown','paid')) live on true
     left join lateral (select paid_fen - refunded_fen as fen from prevention.worker_month w where w.project_id = l.project_id and w.person_id = l.person_id and w.month = l.month) flows on true
     where l.batch_id = $1 and l.state = 'new' order by l.line_no`,
    [batch.id],
  );
  const lines = rows.map(
    (row): CheckedLine => ({
      lineNo: row.line_no,
      personId: row.person_id,
      name: row.name,
      amountFen: fen(BigInt(row.amount_fen)),
      payrollFen: row.payroll_fen === null ? null : fen(BigInt(row.payroll_fen)),
      signed: row.signed,
      onRoster: row.on_roster,
      leftOn: row.left_on as CivilDate | null,
      hasCard: row.card !== null,
      cardReadable: row.readable,
      cardHolder: row.holder,
      cardIsRosters: row.roster_card !== null && row.card !== null && row.roster_card.equals(row.card),
      cardSharers: row.sharers ?? [],
      cardTrouble: row.trouble,
      cardChangedHoursAgo: row.card_since === null ? null : Math.max(0, (now.getTime() - row.card_since.getTime()) / 3_600_000),
      paidByFlowsFen: fen(BigInt(row.paid_fen)),
    }),
  );
  return checkBatch({
    payMonth: batch.month as CivilMonth,
    accountNo: batch.account_no,
    accountClosedOn: (account?.closed_on ?? null) as CivilDate | null,
    accountFrozen: account?.frozen === true,
    balanceFen: account?.balance == null ? null : fen(BigInt(account.balance)),
    balanceOn: (account?.balance_on ?? null) as CivilDate | null,
    lines,
  });
}

/** Writes down how a finding was settled: discretion stays with people, and has a name. */
export function decide(ports: BankPorts, by: Sender, id: string, key: string, note: string): Promise<Result<null, Refusal>> {
  return ports.store.within(by.scope, async (tx): Promise<Result<null, Refusal>> => {
    const batch = await openBatch(tx, id);
    if (batch === undefined) return refuse(notFound());
    const finding = batch.findings.find((one) => findingKey(one) === key);
    if (batch.state !== 'checked' || finding === undefined) return refuse({ code: 'finding-gone', says: '这条提醒已经不在了，刷新后再看。' });
    if (finding.bars) return refuse({ code: 'finding-bars', says: '这一条不能写意见放行：先改好资料，或把人移出这一批。' });
    await tx.query('update prevention.pay_batch set decisions = decisions || jsonb_build_object($2::text, $3::jsonb) where id = $1', [
      id,
      key,
      JSON.stringify({ by: by.name, note }),
    ]);
    await record(tx, { by, action: 'payment.finding-settled', object: `pay-batch:${id}`, region: batch.region_code, detail: { finding: key } });
    return DONE;
  });
}

/** Takes people out of a batch that has not been approved; what was checked is to be checked again. */
export function dropLines(ports: BankPorts, by: Sender, id: string, lineNos: readonly number[]): Promise<Result<null, Refusal>> {
  return ports.store.within(by.scope, async (tx): Promise<Result<null, Refusal>> => {
    const batch = await openBatch(tx, id);
    if (batch === undefined) return refuse(notFound());
    if (batch.state !== 'draft' && batch.state !== 'checked') return refuse({ code: 'batch-wrong-state', says: '复核以后名单不能改。退回修改后再移人。' });
    await dropNew(tx, id, lineNos);
    await restate(tx, id);
    await record(tx, { by, action: 'payment.lines-dropped', object: `pay-batch:${id}`, region: batch.region_code, detail: { lines: lineNos.length } });
    return DONE;
  });
}

/** Takes lines that were not sent out of a batch, null for all. A wage that was to be issued again goes back to where it stood, so that it can be issued another time. */
async function dropNew(tx: Tx, batchId: string, lineNos: readonly number[] | null): Promise<void> {
  await tx.query(
    `with gone as (update prevention.pay_line set state = 'dropped', changed_at = now()
       where batch_id = $1 and ($2::int[] is null or line_no = any($2::int[])) and state = 'new' returning project_id, reissue_of)
     update prevention.pay_line l set state = case when l.refund_arrived
         or exists (select from prevention.pay_evidence e where e.project_id = l.project_id and e.line_id = l.id and e.says = 'returned') then 'returned' else 'failed' end
     from gone where l.project_id = gone.project_id and l.id = gone.reissue_of and l.state = 'reissued'`,
    [batchId, lineNos],
  );
}

/** Counts, sum and digest of a batch by its lines; the check it had speaks of other lines and is void. */
async function restate(tx: Tx, id: string): Promise<void> {
  const rows = await tx.query<{ person_id: string; item: string; name: string; card: string | null; amount_fen: string }>(
    "select person_id, item, name, encode(card_index, 'hex') as card, amount_fen from prevention.pay_line where batch_id = $1 and state = 'new' order by line_no",
    [id],
  );
  const digest = digestOf(rows.map((row) => [row.person_id, row.item, row.name, row.card ?? '', row.amount_fen]));
  await tx.query(
    "update prevention.pay_batch set lines = $2, total_fen = $3, digest = $4, state = 'draft', findings = '[]', decisions = '{}', checked_digest = null where id = $1",
    [id, rows.length, rows.reduce((sum, row) => sum + BigInt(row.amount_fen), 0n).toString(), digest],
  );
}

export function approve(ports: BankPorts, by: Sender, id: string): Promise<Result<null, Refusal>> {
  return step(ports, by, id, 'approve', async (tx) => {
    await tx.query('update prevention.pay_batch set approved_by = $2, approved_by_name = $3, approved_at = $4 where id = $1', [
      id,
      by.accountId,
      by.name,
      ports.clock.now(),
    ]);
    return DONE;
  });
}

export function sendBack(ports: BankPorts, by: Sender, id: string): Promise<Result<null, Refusal>> {
  return step(ports, by, id, 'send-back', async (tx) => {
    await tx.query('update prevention.pay_batch set approved_by = null, approved_by_name = null, approved_at = null, checked_digest = null where id = $1', [
      id,
    ]);
    return DONE;
  });
}

export function cancel(ports: BankPorts, by: Sender, id: string): Promise<Result<null, Refusal>> {
  return step(ports, by, id, 'cancel', async (tx) => {
    await dropNew(tx, id, null);
    return DONE;
  });
}

export function markReconciled(ports: BankPorts, by: Sender, id: string): Promise<Result<null, Refusal>> {
  return step(ports, by, id, 'reconcile', async () => DONE);
}

/** Where a batch goes: over the line of a bank, or as a file a person carries. */
export type Route = { readonly by: 'link'; readonly appid: string } | { readonly by: 'file'; readonly layoutKey: string };

/**
 * Hands a batch to sending. The instruction's number is made and kept here, before anything leaves; whatever happens to the
 * sending, it is the same instruction.
 */
export async function submit(ports: BankPorts, by: Sender, id: string, route: Route): Promise<Result<null, Refusal>> {
  const link = route.by === 'link' ? await ports.findLink(route.appid) : undefined;
  if (route.by === 'link' && link === undefined) return refuse({ code: 'bank-not-found', says: '没有找到这家银行的对接，或已停用。换一家，或改用文件代发。' });
  return step(ports, by, id, 'submit', async (tx, batch) => {
    const changed = await payrollChanged(tx, batch);
    if (changed > 0) return refuse({ code: 'batch-changed', says: `复核以后有 ${changed} 人的工资表改过。退回修改，重新核对。` });
    const stopped = await stoppedCards(tx, batch);
    if (stopped.length > 0)
      return refuse({
        code: 'batch-card-trouble',
        says: `复核以后银行报${stopped
          .slice(0, 3)
          .map((one) => `${one.name}的卡已${CARD_TROUBLE[one.trouble]}`)
          .join('、')}${stopped.length > 3 ? `等 ${stopped.length} 人` : ''}。退回修改，换卡后重新核对，或把人移出这一批。`,
      });
    const [closed] = await tx.query<{ closed_on: string }>('select closed_on from prevention.bank_account where account_no = $1 and closed_on is not null', [
      batch.account_no,
    ]);
    if (closed !== undefined)
      return refuse({ code: 'batch-account-closed', says: `银行报专户已于 ${closed.closed_on} 撤销，发不出钱。退回修改，改用在用的专户。` });
    if (link !== undefined) {
      const bound = await boundElsewhere(tx, batch, link.appid);
      if (bound) return refuse({ code: 'bank-account-not-allowed', says: '这个专户是另一家银行报来的，不能经这家银行代发。选专户所在的银行。' });
    }
    if (route.by === 'file') {
      const layout = findLayout(route.layoutKey);
      const [confirmed] = await tx.query('select layout_key from prevention.pay_layout where enterprise_id = $1 and layout_key = $2', [
        batch.gc_enterprise_id,
        route.layoutKey,
      ]);
      if (layout === undefined) return refuse({ code: 'layout-not-found', says: '没有这种文件格式，重新选一种。' });
      if (confirmed === undefined) return refuse({ code: 'layout-unconfirmed', says: `“${layout.name}”还没有启用。向开户行核对格式后启用，再用它代发。` });
    }
    await tx.query(
      `update prevention.pay_batch set instruction_id = coalesce(instruction_id, $2), submitted_by = $3, submitted_by_name = $4, submitted_at = $5, channel = $6, appid = $7, layout_key = $8, send_state = $9 where id = $1`,
      [
        id,
        randomBytes(16).toString('hex'),
        by.accountId,
        by.name,
        ports.clock.now(),
        route.by === 'file' ? 'file' : link?.transport,
        link?.appid ?? null,
        route.by === 'file' ? route.layoutKey : null,
        route.by === 'file' ? 'handed-over' : 'to-send',
      ],
    );
    await tx.query("update prevention.pay_line set state = 'sent', changed_at = now() where batch_id = $1 and state = 'new'", [id]);
    return DONE;
  });
}

async function payrollChanged(tx: Tx, batch: HeldBatch): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from prevention.pay_line l where l.batch_id = $1 and l.state = 'new' and exists (
       select from unnest(l.payroll_lines) as k(id) left join prevention.payroll_line p on p.project_id = l.project_id and p.month = l.month and p.id = k.id and p.superseded_at is null where p.id is null)`,
    [batch.id],
  );
  return row?.count ?? 0;
}

async function stoppedCards(tx: Tx, batch: HeldBatch): Promise<readonly { readonly name: string; readonly trouble: keyof typeof CARD_TROUBLE }[]> {
  return tx.query(
    `select name, trouble from (select l.line_no, l.name, ${TROUBLE} as trouble from prevention.pay_line l where l.batch_id = $1 and l.state = 'new') c where trouble is not null order by line_no`,
    [batch.id],
  );
}

async function boundElsewhere(tx: Tx, batch: HeldBatch, appid: string): Promise<boolean> {
  const rows = await tx.query<{ appid: string }>('select appid from prevention.bank_account where account_no = $1', [batch.account_no]);
  return rows.some((row) => row.appid !== appid);
}

/** The same instruction once more, on a person's word, when the bank has said it never had it. */
export function handInAgain(ports: BankPorts, by: Sender, id: string): Promise<Result<null, Refusal>> {
  return ports.store.within(by.scope, async (tx): Promise<Result<null, Refusal>> => {
    const batch = await openBatch(tx, id);
    if (batch === undefined) return refuse(notFound());
    const may = await handingIn(ports, tx, batch);
    if (!may.ok) return may;
    await tx.query("update prevention.pay_batch set send_state = 'to-send', sent_at = null, changed_at = now() where id = $1", [id]);
    await record(tx, { by, action: 'payment.handed-in-again', object: `pay-batch:${id}`, region: batch.region_code, detail: { batchNo: batch.batch_no } });
    return DONE;
  });
}

export async function handingIn(ports: BankPorts, tx: Tx, batch: Pick<HeldBatch, 'id' | 'send_state' | 'asked_at'>): Promise<Result<'sent', Refusal>> {
  const lines = await tx.query<{ state: LineState; never_received: boolean }>(
    "select state, never_received from prevention.pay_line where batch_id = $1 and state not in ('dropped','reissued')",
    [batch.id],
  );
  if (batch.send_state !== 'unanswered') return refuse({ code: 'batch-outcome-open', says: '这一批不是“没有收到银行答复”，不能重新递交。' });
  const quiet = { contradicted: false, refundArrived: false, by: null, paidOn: null, serialNo: null };
  return mayHandInAgain(
    lines.map((line) => ({ ...quiet, state: line.state, neverReceived: line.never_received })),
    batch.asked_at === null ? 0 : (ports.clock.now().getTime() - batch.asked_at.getTime()) / 60_000,
  );
}
