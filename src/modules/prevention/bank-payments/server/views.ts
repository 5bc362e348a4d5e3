import { fen } from '#kernel/fen.ts';
import { isRole } from '#modules/office/accounts/domain/index.ts';
import type { Sender } from '#modules/prevention/imports/server/index.ts';
import type { Tx } from '#platform/db/index.ts';
import { BATCH_NAMES, type BatchState, type BatchStep, LAYOUTS, LINE_NAMES, type LineState, mayReissue, takeStep, whatToDo } from '../domain/index.ts';
import type { BatchList, BatchPage, BatchRow, DifferenceView, FindingView, LayoutView, LineView, PayableMonth } from '../domain/wire.ts';
import { factsOf, findingKey, handingIn, type HeldBatch } from './batches.ts';
import type { BankPorts } from './ports.ts';

const PAGE = 50;

interface BatchViewRow extends HeldBatch {
  readonly project_name: string;
  readonly made_by_name: string;
  readonly made_at: Date;
  readonly paid: number;
  readonly paid_fen: string;
  readonly open: number;
  readonly unknown: number;
  readonly failed: number;
  readonly approved_by_name: string | null;
  readonly submitted_by_name: string | null;
  readonly submitted_at: Date | null;
  readonly layout_key: string | null;
  readonly bank_batch_no: string | null;
  readonly rejected_why: string | null;
  readonly last_answer: string | null;
  readonly bank_name: string | null;
}

const COLUMNS = `b.id, b.project_id, p.name as project_name, b.batch_no, to_char(b.month, 'YYYY-MM') as month, b.account_no, b.state, b.lines, b.total_fen, b.digest, b.checked_digest, b.findings, b.decisions,
  b.made_by, b.made_by_name, b.made_at, p.region_code, p.gc_enterprise_id, b.send_state, b.asked_at, b.channel, b.appid, b.approved_by_name, b.submitted_by_name, b.submitted_at, b.layout_key, b.bank_batch_no,
  b.rejected_why, b.last_answer, n.paid, n.paid_fen, n.open, n.unknown, n.failed`;
const FROM = `prevention.pay_batch b join prevention.project p on p.id = b.project_id
  left join lateral (select count(*) filter (where state = 'paid')::int as paid, coalesce(sum(amount_fen) filter (where state = 'paid'), 0)::text as paid_fen,
    count(*) filter (where state in ('sent','unknown'))::int as open, count(*) filter (where state = 'unknown')::int as unknown,
    count(*) filter (where state in ('failed','returned'))::int as failed from prevention.pay_line l where l.batch_id = b.id) n on true`;

function rowOf(row: BatchViewRow): BatchRow {
  return {
    id: row.id,
    batchNo: row.batch_no,
    projectId: row.project_id,
    projectName: row.project_name,
    month: row.month,
    state: row.state,
    stateName: BATCH_NAMES[row.state],
    lines: row.lines,
    totalFen: row.total_fen,
    paid: row.paid,
    paidFen: row.paid_fen,
    open: row.open,
    unknown: row.unknown,
    failed: row.failed,
    madeBy: row.made_by_name,
    madeAt: row.made_at.toISOString(),
  };
}

export async function listBatches(
  ports: BankPorts,
  by: Sender,
  filter: { readonly projectId?: string | undefined; readonly state?: BatchState | undefined; readonly page: number },
): Promise<BatchList> {
  return ports.store.reading(by.scope, async (tx) => {
    const where = 'where ($1::bigint is null or b.project_id = $1) and ($2::text is null or b.state = $2)';
    const values = [filter.projectId ?? null, filter.state ?? null];
    const [counted] = await tx.query<{ total: number }>(`select count(*)::int as total from prevention.pay_batch b ${where}`, values);
    const rows = await tx.query<BatchViewRow>(`select ${COLUMNS} from ${FROM} ${where} order by b.id desc limit ${PAGE} offset $3`, [
      ...values,
      (filter.page - 1) * PAGE,
    ]);
    return { items: rows.map(rowOf), total: counted?.total ?? 0 };
  });
}

/** Payroll months of the last half year in which somebody's wage is neither paid nor on its way. */
export async function payableMonths(ports: BankPorts, by: Sender): Promise<readonly PayableMonth[]> {
  return ports.store.reading(by.scope, (tx) =>
    tx.query<PayableMonth>(
      `select l.project_id as "projectId", p.name as "projectName", to_char(l.month, 'YYYY-MM') as month, count(*)::int as people, sum(l.net)::text as "dueFen",
         count(*) filter (where left_.fen > 0)::int as payable, coalesce(sum(left_.fen) filter (where left_.fen > 0), 0)::text as "payableFen"
       from (select project_id, month, person_id, item, sum(net_fen) as net from prevention.payroll_line where superseded_at is null and month >= ($1::date - interval '6 months')::date group by 1, 2, 3, 4) l
       join prevention.project p on p.id = l.project_id
       left join lateral (select sum(amount_fen) as fen from prevention.pay_line o where o.project_id = l.project_id and o.month = l.month and o.person_id = l.person_id and split_part(o.item, '/', 1) = l.item and o.state in ('new','sent','unknown','paid')) live on true
       left join prevention.worker_month w on w.project_id = l.project_id and w.month = l.month and w.person_id = l.person_id
       cross join lateral (select l.net - greatest(coalesce(live.fen, 0), coalesce(w.paid_fen - w.refunded_fen, 0)) as fen) left_
       group by 1, 2, 3 order by 3 desc, 2 limit 60`,
      [ports.clock.today()],
    ),
  );
}

export async function batchPage(ports: BankPorts, by: Sender, id: string, banks: BatchPage['banks']): Promise<BatchPage | undefined> {
  return ports.store.reading(by.scope, async (tx) => {
    const [row] = await tx.query<BatchViewRow>(`select ${COLUMNS}, null::text as bank_name from ${FROM} where b.id = $1`, [id]);
    if (row === undefined) return undefined;
    const again = await handingIn(ports, tx, row);
    return {
      ...rowOf(row),
      accountNo: row.account_no,
      approvedBy: row.approved_by_name,
      submittedBy: row.submitted_by_name,
      submittedAt: row.submitted_at?.toISOString() ?? null,
      channel: row.channel,
      layoutKey: row.layout_key,
      bankName: banks.find((bank) => bank.appid === row.appid)?.name ?? null,
      bankBatchNo: row.bank_batch_no,
      rejectedWhy: row.rejected_why,
      askedAt: row.asked_at?.toISOString() ?? null,
      lastAnswer: row.last_answer,
      findings: row.findings.map((finding): FindingView => {
        const decision = row.decisions[findingKey(finding)];
        return { key: findingKey(finding), lineNo: finding.lineNo, bars: finding.bars, says: finding.says, decision: decision ?? null };
      }),
      items: await linesOf(tx, id, row.submitted_at === null ? 0 : (ports.clock.now().getTime() - row.submitted_at.getTime()) / 3_600_000),
      differences: await differencesOf(tx, row),
      steps: await stepsFor(tx, by, row),
      mayHandInAgain: row.send_state !== 'unanswered' ? '' : again.ok ? null : again.refusal.says,
      banks,
      layouts: await layoutsFor(tx, row.gc_enterprise_id),
    };
  });
}

const STEPS: readonly BatchStep[] = ['check', 'approve', 'send-back', 'submit', 'cancel', 'reconcile'];

async function stepsFor(tx: Tx, by: Sender, batch: HeldBatch): Promise<BatchPage['steps']> {
  const facts = await factsOf(tx, batch);
  const may = (step: BatchStep): string | null => {
    const needed = step === 'approve' ? 'payment.approve' : 'payment.make';
    if (!by.permissions.includes(needed))
      return isRole(by.role) && by.enterpriseId === null ? '代发由企业自己办，主管部门只看。' : '你的岗位不能做这一步，找本企业有权限的人。';
    const to = takeStep(facts, step, by.accountId);
    return to.ok ? null : to.refusal.says;
  };
  return Object.fromEntries(STEPS.map((step) => [step, may(step)]));
}

async function linesOf(tx: Tx, batchId: string, hoursSinceSent: number): Promise<readonly LineView[]> {
  const rows = await tx.query<{
    id: string;
    line_no: number;
    person_id: string;
    name: string;
    identity_mask: string;
    card_bank: string | null;
    card_tail: string | null;
    amount_fen: string;
    state: LineState;
    contradicted: boolean;
    never_received: boolean;
    refund_arrived: boolean;
    said_code: string | null;
    said_words: string | null;
    paid_on: string | null;
  }>(
    `select id, line_no, person_id, name, identity_mask, card_bank, card_tail, amount_fen, state, contradicted, never_received, refund_arrived, said_code, said_words, paid_on
     from prevention.pay_line where batch_id = $1 and state <> 'dropped' order by case state when 'unknown' then 0 when 'failed' then 1 when 'returned' then 2 when 'sent' then 3 else 4 end, line_no limit 5000`,
    [batchId],
  );
  return rows.map((row) => ({
    id: row.id,
    lineNo: row.line_no,
    personId: row.person_id,
    name: row.name,
    identityMask: row.identity_mask,
    cardBank: row.card_bank,
    cardTail: row.card_tail,
    amountFen: fen(BigInt(row.amount_fen)).toString(),
    state: row.state,
    stateName: LINE_NAMES[row.state],
    bankSays: [row.said_code, row.said_words].filter((part) => part !== null && part !== '').join(' ') || null,
    whatToDo: whatToDo(
      {
        state: row.state,
        contradicted: row.contradicted,
        neverReceived: row.never_received,
        refundArrived: row.refund_arrived,
        by: null,
        paidOn: null,
        serialNo: null,
      },
      hoursSinceSent,
    ),
    paidOn: row.paid_on,
    mayReissue: mayReissue({ state: row.state, refundArrived: row.refund_arrived }).ok,
  }));
}

async function differencesOf(tx: Tx, batch: HeldBatch): Promise<readonly DifferenceView[]> {
  return tx.query<DifferenceView>(
    `select id, on_day as "on", says, explanation, explained_by_name as "explainedBy" from prevention.bank_difference d
     where d.project_id = $1 and d.gone_at is null and (d.ref = $2 or starts_with(d.ref, $2 || '-') or d.on_day in (select paid_on from prevention.pay_line where batch_id = $3 and paid_on is not null))
     order by d.explained_at nulls first, d.on_day, d.id limit 100`,
    [batch.project_id, batch.batch_no, batch.id],
  );
}

async function layoutsFor(tx: Tx, enterpriseId: string): Promise<readonly LayoutView[]> {
  const [role] = await tx.query<{ role: string }>("select current_setting('role') as role");
  const rows =
    role?.role === 'app_enterprise'
      ? await tx.query<{ layout_key: string; confirmed_by_name: string; branch: string }>(
          'select layout_key, confirmed_by_name, branch from prevention.pay_layout where enterprise_id = $1',
          [enterpriseId],
        )
      : [];
  return LAYOUTS.map((layout) => {
    const confirmed = rows.find((one) => one.layout_key === layout.key);
    return {
      key: layout.key,
      name: layout.name,
      format: layout.format,
      columns: layout.columns.map((column) => column.title).filter((title) => title !== ''),
      maxRows: layout.maxRows,
      confirmedBy: confirmed?.confirmed_by_name ?? null,
      branch: confirmed?.branch ?? null,
    };
  });
}
