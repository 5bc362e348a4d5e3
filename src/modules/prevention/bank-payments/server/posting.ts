import { civilDate, civilMonth, parseCivilMonth } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import { type FlowRow, payMonthIn } from '#modules/prevention/imports/domain/index.ts';
import { cardNumbers } from './instruction.ts';
import type { BankPorts } from './ports.ts';

interface Waiting {
  readonly project_id: string;
  readonly code: string;
  readonly account_no: string;
  readonly appid: string;
}

interface TransactionRow {
  readonly serial_no: string;
  readonly on_day: string;
  readonly at_time: string | null;
  readonly direction: 'in' | 'out';
  readonly kind: FlowRow['kind'];
  readonly amount_fen: string;
  readonly balance_fen: string | null;
  readonly counterparty_name: string | null;
  readonly counterparty_cipher: Buffer | null;
  readonly summary: string;
  readonly reversal_of: string | null;
  readonly pay_month: string | null;
}

interface LineRow {
  readonly id: string;
  readonly batch_no: string;
  readonly line_no: number;
  readonly serial_no: string | null;
  readonly paid_on: string;
  readonly amount_fen: string;
  readonly name: string;
  readonly month: string;
  readonly card_index: Buffer | null;
}

const JOB = { role: 'app_job' } as const;
const AT_ONCE = 2_000;

/**
 * Hands what banks told into the records of the wage chain, where files put theirs: the account's movements, the lines of a
 * batch (which the statement shows as one sum) once it is said when they were paid, and a freeze. Repeating it is harmless: the records know a movement by its
 * account and serial.
 */
export async function postFlows(ports: BankPorts): Promise<boolean> {
  const [account] = await ports.store.reading(JOB, (tx) =>
    tx.query<Waiting>(
      `select w.project_id, p.code, w.account_no, w.appid from (
         (select t.project_id, t.account_no, t.appid from prevention.bank_transaction t where not t.flow_posted limit 1)
         union all
         (select l.project_id, b.account_no, b.appid from prevention.pay_line l join prevention.pay_batch b on b.id = l.batch_id where not l.flow_posted and l.paid_on is not null and l.state in ('paid','returned') and b.account_no is not null and b.appid is not null limit 1)
         union all
         (select b.project_id, b.account_no, a.appid from prevention.bank_balance b join prevention.bank_account a on a.account_no = b.account_no where not b.flow_posted and b.frozen_fen > 0 limit 1)
       ) w join prevention.project p on p.id = w.project_id limit 1`,
    ),
  );
  if (account === undefined) return false;
  const link = await ports.findLink(account.appid);
  if (link === undefined) return false;
  const found = await ports.store.reading(JOB, async (tx) => ({
    // The one sum of a batch is left out: its lines stand for it, each with the worker it went to.
    transactions: await tx.query<TransactionRow & { lump: boolean }>(
      `select t.serial_no, t.on_day, t.at_time, t.direction, t.kind, t.amount_fen, t.balance_fen, t.counterparty_name, t.counterparty_cipher, t.summary, t.reversal_of,
         to_char(coalesce(b.month, r.month), 'YYYY-MM') as pay_month, b.id is not null and t.direction = 'out' and t.counterparty_index is null as lump
       from prevention.bank_transaction t
       left join prevention.pay_batch b on b.batch_no = t.batch_no and b.account_no = t.account_no
       left join lateral (select l.month from prevention.pay_line l where l.project_id = t.project_id and l.serial_no = t.reversal_of limit 1) r on true
       where t.account_no = $1 and not t.flow_posted order by t.on_day, t.at_time nulls first, t.serial_no limit ${AT_ONCE}`,
      [account.account_no],
    ),
    balances: await tx.query<{ on_day: string; frozen_fen: string; freeze_order_no: string | null; said_at: Date }>(
      'select on_day, frozen_fen, freeze_order_no, said_at from prevention.bank_balance where account_no = $1 and not flow_posted and frozen_fen > 0 order by on_day limit 100',
      [account.account_no],
    ),
    lines: await tx.query<LineRow>(
      `select l.id, b.batch_no, l.line_no, l.serial_no, l.paid_on, l.amount_fen, l.name, to_char(l.month, 'YYYY-MM') as month, l.card_index
       from prevention.pay_line l join prevention.pay_batch b on b.id = l.batch_id
       where l.project_id = $1 and b.account_no = $2 and b.appid = $3 and not l.flow_posted and l.paid_on is not null and l.state in ('paid','returned')
         and not exists (select from prevention.bank_transaction t where t.account_no = b.account_no and t.serial_no = l.serial_no) order by l.id limit ${AT_ONCE}`,
      [account.project_id, account.account_no, account.appid],
    ),
    told: await tx.query<{ id: string }>(
      `select l.id from prevention.pay_line l join prevention.pay_batch b on b.id = l.batch_id
       where l.project_id = $1 and b.account_no = $2 and not l.flow_posted and l.state in ('paid','returned') and exists (select from prevention.bank_transaction t where t.account_no = b.account_no and t.serial_no = l.serial_no) limit ${AT_ONCE}`,
      [account.project_id, account.account_no],
    ),
  }));
  const cards = await cardNumbers(
    ports,
    account.project_id,
    found.lines.flatMap((line) => line.card_index ?? []),
  );
  const project = { name: '', code: account.code, account: '' };
  const rows: FlowRow[] = [];
  for (const one of found.transactions) {
    if (one.lump) continue;
    const on = civilDate(one.on_day);
    rows.push({
      no: rows.length + 1,
      project,
      serialNo: one.serial_no,
      happenedOn: on,
      happenedAt: one.at_time === null ? null : `${on} ${one.at_time}`,
      direction: one.direction,
      kind: one.kind,
      amountFen: fen(BigInt(one.amount_fen)),
      balanceFen: one.balance_fen === null ? null : fen(BigInt(one.balance_fen)),
      counterpartyName: one.counterparty_name,
      counterpartyAccount:
        one.counterparty_cipher === null ? null : ports.vault.decrypt(one.counterparty_cipher, `bank.flow:${account.account_no}:${one.serial_no}`),
      payMonth: one.pay_month === null ? payMonthIn(one.summary, on) : parseCivilMonth(one.pay_month),
      refundOfSerial: one.reversal_of,
      memo: one.summary,
    });
  }
  for (const one of found.lines) {
    rows.push({
      no: rows.length + 1,
      project,
      serialNo: one.serial_no ?? `${one.batch_no}-${one.line_no}`,
      happenedOn: civilDate(one.paid_on),
      happenedAt: null,
      direction: 'out',
      kind: 'wage',
      amountFen: fen(BigInt(one.amount_fen)),
      balanceFen: null,
      counterpartyName: one.name,
      counterpartyAccount: cards.get(one.card_index?.toString('hex') ?? '') ?? null,
      payMonth: civilMonth(one.month),
      refundOfSerial: null,
      memo: `代发批次 ${one.batch_no} 第 ${one.line_no} 笔`,
    });
  }
  for (const one of found.balances) {
    rows.push({
      no: rows.length + 1,
      project,
      serialNo: `FREEZE-${one.freeze_order_no ?? one.on_day}`,
      happenedOn: civilDate(one.on_day),
      happenedAt: null,
      direction: 'out',
      kind: 'freeze',
      amountFen: fen(BigInt(one.frozen_fen)),
      balanceFen: null,
      counterpartyName: null,
      counterpartyAccount: null,
      payMonth: null,
      refundOfSerial: null,
      memo: `银行报告冻结${one.freeze_order_no === null ? '' : `，文书号 ${one.freeze_order_no}`}`,
    });
  }
  if (rows.length > 0) {
    const withAccount = rows.map((row) => ({ ...row, project: { ...row.project, account: account.account_no } }));
    const taken = await ports.takeFlows(link.by, '银行流水', account.project_id, withAccount);
    if (!taken.ok) throw new Error(`flows of ${account.appid} refused: ${taken.refusal.code}`);
    if (taken.value.faults.length > 0) ports.onProblem('bank flows', new Error(`${taken.value.faults.length} rows refused`));
  }
  await ports.store.within(JOB, async (tx) => {
    await tx.query('update prevention.bank_transaction set flow_posted = true where account_no = $1 and serial_no = any($2::text[])', [
      account.account_no,
      found.transactions.map((one) => one.serial_no),
    ]);
    await tx.query('update prevention.pay_line set flow_posted = true where project_id = $1 and id = any($2::bigint[])', [
      account.project_id,
      [...found.lines, ...found.told].map((one) => one.id),
    ]);
    // What reached the records may complete these days, and those whose balance follows from them.
    const days = [...found.transactions.map((one) => one.on_day), ...found.lines.map((one) => one.paid_on)];
    await tx.query("update prevention.bank_day set compared_at = '-infinity' where account_no = $1 and on_day >= (select min(d) from unnest($2::date[]) d)", [
      account.account_no,
      days,
    ]);
    for (const one of found.balances)
      await tx.query('update prevention.bank_balance set flow_posted = true where account_no = $1 and on_day = $2 and said_at = $3', [
        account.account_no,
        one.on_day,
        one.said_at,
      ]);
  });
  return true;
}
