import { addDays, type CivilDate, civilDate } from '#kernel/civil-date.ts';
import { type Fen, fen } from '#kernel/fen.ts';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import type { Sender } from '#modules/prevention/imports/server/index.ts';
import { record } from '#platform/audit/index.ts';
import { chinaDay } from '#platform/clock.ts';
import type { Tx } from '#platform/db/index.ts';
import { notFound } from '#platform/http/index.ts';
import { type AccountDay, reconcileDay } from '../domain/index.ts';
import type { BankPorts } from './ports.ts';

const JOB = { role: 'app_job' } as const;

interface Compared {
  readonly projectId: string;
  readonly appid: string;
  readonly found: number;
  /** The days of which all movements are held, by this balance; null: no balance says so. */
  readonly covers: { readonly from: CivilDate; readonly through: CivilDate } | null;
  readonly coveredImport: string | null;
}

/**
 * Compares one day of one account and keeps the differences as rows; one that later records explain is marked as gone. Where
 * the balances follow from the movements, the days up to it are covered: an account nobody moved is then known to be silent.
 */
export async function reconcile(ports: BankPorts, accountNo: string, on: CivilDate): Promise<number> {
  const compared = await ports.store.within(JOB, (tx) => compare(ports, tx, accountNo, on));
  if (compared === undefined) return 0;
  const { projectId, appid, covers, coveredImport } = compared;
  if ((covers === null) === (coveredImport === null)) return compared.found;
  const link = await ports.findLink(appid);
  if (link === undefined) return compared.found;
  if (covers === null && coveredImport !== null) await ports.uncoverFlows(link.by, coveredImport, projectId);
  const importId = covers === null ? null : await ports.coverFlows(link.by, { projectId, accountNo, ...covers });
  await ports.store.within(JOB, (tx) =>
    tx.query('update prevention.bank_day set covered_import = $3 where account_no = $1 and on_day = $2', [accountNo, on, importId]),
  );
  return compared.found;
}

async function compare(ports: BankPorts, tx: Tx, accountNo: string, on: CivilDate): Promise<Compared | undefined> {
  const [account] = await tx.query<{ project_id: string; appid: string }>(
    'select project_id, appid from prevention.bank_account where account_no = $1 for update',
    [accountNo],
  );
  if (account === undefined) return undefined;
  const day = await dayOf(tx, account.project_id, accountNo, on);
  const found = reconcileDay(day);
  await tx.query(
    `update prevention.bank_difference set gone_at = now() where account_no = $1 and on_day = $2 and gone_at is null and kind in ('payroll-sum','balance','other-out','refund-missing','unknown-batch')
       and not (kind, ref) in (select * from unnest($3::text[], $4::text[]))`,
    [accountNo, on, found.map((one) => one.kind), found.map((one) => one.ref)],
  );
  for (const one of found) {
    await tx.query(
      `insert into prevention.bank_difference (project_id, account_no, on_day, kind, ref, expected_fen, found_fen, says) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (account_no, on_day, kind, ref) do update set expected_fen = excluded.expected_fen, found_fen = excluded.found_fen, says = excluded.says, gone_at = null,
         explained_at = case when prevention.bank_difference.found_fen = excluded.found_fen then prevention.bank_difference.explained_at end`,
      [account.project_id, accountNo, on, one.kind, one.ref, one.expectedFen.toString(), one.foundFen.toString(), one.says],
    );
  }
  const [kept] = await tx.query<{ covered_import: string | null }>(
    `insert into prevention.bank_day (project_id, account_no, on_day, compared_at, differences) values ($1, $2, $3, clock_timestamp(), $4)
     on conflict (account_no, on_day) do update set compared_at = excluded.compared_at, differences = excluded.differences returning covered_import`,
    [account.project_id, accountNo, on, found.length],
  );
  return {
    projectId: account.project_id,
    appid: account.appid,
    found: found.length,
    covers: found.some((one) => one.kind !== 'other-out') ? null : await coveredBy(tx, accountNo, day),
    coveredImport: kept?.covered_import ?? null,
  };
}

/**
 * The days a balance speaks for: from the day after the balance before it, through its own day once that is over. Not while a
 * movement of these days has still to reach the records, or a batch's sum and its lines differ: what is missing may be a wage.
 */
async function coveredBy(tx: Tx, accountNo: string, day: AccountDay): Promise<Compared['covers']> {
  if (day.openingOn === null || day.openingFen === null || day.closingFen === null) return null;
  const [row] = await tx.query<{ said_at: Date; opening_said_at: Date; open: boolean }>(
    `select b.said_at, o.said_at as opening_said_at, exists (select from prevention.bank_transaction t where t.account_no = $1 and t.on_day between $2 and $3 and not t.flow_posted)
         or exists (select from prevention.bank_difference d where d.account_no = $1 and d.on_day between $2 and $3 and d.gone_at is null and d.kind in ('payroll-sum','unknown-batch','balance'))
         or exists (select from prevention.pay_line l join prevention.pay_batch x on x.id = l.batch_id where x.account_no = $1 and l.paid_on between $2 and $3 and not l.flow_posted and l.state in ('paid','returned')) as open
     from prevention.bank_balance b, prevention.bank_balance o where b.account_no = $1 and b.on_day = $3 and o.account_no = $1 and o.on_day = $2::date - 1`,
    [accountNo, addDays(day.openingOn, 1), day.on],
  );
  if (row === undefined || row.open) return null;
  // A report sent on its own day speaks of a day that is not over; the next report, following from it, completes that day.
  const from = chinaDay(row.opening_said_at) > day.openingOn ? addDays(day.openingOn, 1) : day.openingOn;
  const through = chinaDay(row.said_at) > day.on ? day.on : addDays(day.on, -1);
  return through < from ? null : { from, through };
}

async function dayOf(tx: Tx, projectId: string, accountNo: string, on: CivilDate): Promise<AccountDay> {
  const [balances] = await tx.query<{ opening: string | null; opening_on: CivilDate | null; closing: string | null }>(
    `select o.book_fen as opening, o.on_day as opening_on, (select book_fen from prevention.bank_balance where account_no = $1 and on_day = $2::date) as closing
     from (select 1) one left join lateral (select book_fen, on_day from prevention.bank_balance where account_no = $1 and on_day < $2::date order by on_day desc limit 1) o on true`,
    [accountNo, on],
  );
  const openingOn = balances?.opening_on ?? null;
  const [since] = await tx.query<{ fen: string }>(
    `select coalesce(sum(case when ${BLOCKED} then 0 when direction = 'in' then amount_fen else -amount_fen end), 0)::text as fen from prevention.bank_transaction t
     where account_no = $1 and on_day > $2::date and on_day < $3::date`,
    [accountNo, openingOn, on],
  );
  const flows = await tx.query<{ serial_no: string; direction: 'in' | 'out'; amount_fen: string; batch_no: string | null; kind: string; matched: boolean }>(
    `select t.serial_no, t.direction, t.amount_fen, coalesce(t.batch_no, l.batch_no) as batch_no,
       case when t.direction = 'out' and t.batch_no is not null and not exists (select from prevention.pay_batch x where x.batch_no = t.batch_no and x.account_no = t.account_no) then 'unknown-batch'
         when t.kind = 'freeze' and not (${BLOCKED}) then 'levied'
         when t.direction = 'out' and a.closed_on = t.on_day and a.transferred_fen = t.amount_fen then 'closing'
         else t.kind end as kind,
       exists (${RETURNED} and r.serial_no = t.reversal_of) as matched
     from prevention.bank_transaction t join prevention.bank_account a on a.account_no = t.account_no
     left join lateral (select x.batch_no from prevention.pay_line l join prevention.pay_batch x on x.id = l.batch_id where l.project_id = t.project_id and l.serial_no = t.serial_no and t.direction = 'out' limit 1) l on true
     where t.account_no = $1 and t.on_day = $2 order by t.serial_no`,
    [accountNo, on],
  );
  const paid = await tx.query<{ batch_no: string; amount_fen: string }>(
    `select b.batch_no, l.amount_fen from prevention.pay_line l join prevention.pay_batch b on b.id = l.batch_id
     where b.account_no = $1 and l.project_id = $3 and l.paid_on = $2 and l.state in ('paid','returned','reissued')`,
    [accountNo, on, projectId],
  );
  const returned = await tx.query<{ batch_no: string; amount_fen: string; matched: boolean }>(
    `select r.batch_no, r.amount_fen, exists (select from prevention.bank_transaction t where t.account_no = $1 and t.direction = 'in' and t.reversal_of = r.serial_no and t.amount_fen = r.amount_fen) as matched
     from (${RETURNED} and e.on_day = $2) r`,
    [accountNo, on],
  );
  return {
    on,
    openingFen: amountOf(balances?.opening ?? null),
    openingOn,
    sinceFen: fen(BigInt(since?.fen ?? '0')),
    closingFen: amountOf(balances?.closing ?? null),
    flows: flows.map((flow) => ({
      serialNo: flow.serial_no,
      direction: flow.direction,
      amountFen: fen(BigInt(flow.amount_fen)),
      batchNo: flow.batch_no,
      kind: flow.kind,
      isMatched: flow.matched,
    })),
    paid: paid.map((row) => ({ batchNo: row.batch_no, amountFen: fen(BigInt(row.amount_fen)) })),
    returned: returned.map((row) => ({ batchNo: row.batch_no, amountFen: fen(BigInt(row.amount_fen)), isMatched: row.matched })),
  };
}

/** A freeze blocks money and moves none; what a court took away has left the account. */
const BLOCKED = "t.kind = 'freeze' and t.summary !~ '扣划|划扣|划拨|强制执行'";
/** Lines of the account $1 that the bank says came back, with the serial of the payment. */
const RETURNED = `select distinct b.batch_no, r.id, r.amount_fen, r.serial_no from prevention.pay_line r join prevention.pay_batch b on b.id = r.batch_id
  join prevention.pay_evidence e on e.project_id = r.project_id and e.line_id = r.id
  where b.account_no = $1 and e.says = 'returned' and e.via <> 'hint'`;

function amountOf(text: string | null): Fen | null {
  return text === null ? null : fen(BigInt(text));
}

/** So far back is looked for what was heard since a day was compared: a process that stood still over a holiday misses nothing. */
const HEARD_WITHIN = "now() - interval '10 days'";

/**
 * Compares the days about which something was heard or posted since, and the next day with a balance, which begins where they
 * end. A refund that comes late settles the day of its return.
 */
export async function reconcileRecent(ports: BankPorts): Promise<number> {
  const rows = await ports.store.reading(JOB, (tx) =>
    tx.query<{ account_no: string; on_day: CivilDate }>(
      `with heard as (
         select account_no, on_day, recorded_at as at from prevention.bank_transaction where recorded_at > ${HEARD_WITHIN}
         union all select account_no, on_day, recorded_at from prevention.bank_balance where recorded_at > ${HEARD_WITHIN}
         union all select b.account_no, l.paid_on, e.recorded_at from prevention.pay_evidence e join prevention.pay_line l on l.project_id = e.project_id and l.id = e.line_id
           join prevention.pay_batch b on b.id = l.batch_id where e.recorded_at > ${HEARD_WITHIN} and l.paid_on is not null and b.account_no is not null
         union all select b.account_no, r.on_day, e.recorded_at from prevention.pay_evidence e join prevention.pay_evidence r on r.project_id = e.project_id and r.line_id = e.line_id and r.says = 'returned'
           join prevention.pay_batch b on b.id = e.batch_id where e.recorded_at > ${HEARD_WITHIN} and e.says in ('returned','refund-arrived') and r.on_day is not null and b.account_no is not null
       ), latest as (
         select account_no, on_day, max(at) as at from heard group by 1, 2
       ), next as (
         select l.account_no, n.on_day, max(l.at) as at from latest l
         cross join lateral (select b.on_day from prevention.bank_balance b where b.account_no = l.account_no and b.on_day > l.on_day order by b.on_day limit 1) n group by 1, 2
       )
       select a.account_no, a.on_day from (select * from latest union all select * from next) a join prevention.bank_account k on k.account_no = a.account_no left join prevention.bank_day d on d.account_no = a.account_no and d.on_day = a.on_day
       where d.compared_at is null or d.compared_at < a.at
       union select account_no, on_day from prevention.bank_day where compared_at = '-infinity'
       order by 1, 2 limit 200`,
    ),
  );
  for (const row of rows) await reconcile(ports, row.account_no, civilDate(row.on_day));
  return rows.length;
}

/** Says what a difference was. It stays in the books with the name of who said so. */
export function explain(ports: BankPorts, by: Sender, id: string, note: string): Promise<Result<null, Refusal>> {
  return ports.store.within(by.scope, async (tx): Promise<Result<null, Refusal>> => {
    const [seen] = await tx.query<{ id: string }>('select id from prevention.bank_difference where id = $1', [id]);
    if (seen === undefined) return refuse(notFound());
    await tx.query('set local role app_job');
    const done = await tx.query(
      'update prevention.bank_difference set explained_at = $2, explained_by = $3, explained_by_name = $4, explanation = $5 where id = $1 and gone_at is null and explained_at is null returning id',
      [id, ports.clock.now(), by.accountId, by.name, note],
    );
    if (done.length === 0) return refuse({ code: 'difference-gone', says: '这处差异已经说明过，或已经对平。刷新后再看。' });
    await record(tx, { by, action: 'bank-difference.explained', object: `bank-difference:${id}` });
    return ok(null);
  });
}
