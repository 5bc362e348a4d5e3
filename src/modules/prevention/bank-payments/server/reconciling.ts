import { civilDate } from '#kernel/civil-date.ts';
import { type Fen, fen } from '#kernel/fen.ts';
import { type Refusal, refuse, type Result, ok } from '#kernel/result.ts';
import type { Sender } from '#modules/prevention/imports/server/index.ts';
import { record } from '#platform/audit/index.ts';
import { notFound } from '#platform/http/index.ts';
import { reconcileDay } from '../domain/index.ts';
import type { BankPorts } from './ports.ts';

const JOB = { role: 'app_job' } as const;

/** Compares one day of one account and keeps the differences as rows; one that later records explain is marked as gone. */
export async function reconcile(ports: BankPorts, accountNo: string, on: string): Promise<number> {
  return ports.store.within(JOB, async (tx) => {
    const [account] = await tx.query<{ project_id: string }>('select project_id from prevention.bank_account where account_no = $1', [accountNo]);
    if (account === undefined) return 0;
    const [balances] = await tx.query<{ opening: string | null; closing: string | null }>(
      `select (select book_fen from prevention.bank_balance where account_no = $1 and on_day = $2::date - 1) as opening, (select book_fen from prevention.bank_balance where account_no = $1 and on_day = $2::date) as closing`,
      [accountNo, on],
    );
    const flows = await tx.query<{ serial_no: string; direction: 'in' | 'out'; amount_fen: string; batch_no: string | null; kind: string }>(
      `select t.serial_no, t.direction, t.amount_fen, coalesce(t.batch_no, b.batch_no) as batch_no, t.kind from prevention.bank_transaction t
       left join lateral (select x.batch_no from prevention.pay_line l join prevention.pay_batch x on x.id = l.batch_id where l.project_id = t.project_id and l.serial_no = t.serial_no and t.direction = 'out' limit 1) b on true
       where t.account_no = $1 and t.on_day = $2 order by t.serial_no`,
      [accountNo, on],
    );
    const lines = (says: 'paid' | 'returned') =>
      tx.query<{ batch_no: string; amount_fen: string }>(
        `select b.batch_no, l.amount_fen from prevention.pay_line l join prevention.pay_batch b on b.id = l.batch_id
         where b.account_no = $1 and ${says === 'paid' ? "l.paid_on = $2 and l.state in ('paid','returned','reissued')" : "exists (select from prevention.pay_evidence e where e.project_id = l.project_id and e.line_id = l.id and e.says = 'returned' and e.via <> 'hint' and e.on_day = $2)"}`,
        [accountNo, on],
      );
    const money = (rows: readonly { batch_no: string; amount_fen: string }[]) =>
      rows.map((row) => ({ batchNo: row.batch_no, amountFen: amount(row.amount_fen) }));
    const found = reconcileDay({
      on: civilDate(on),
      openingFen: balances?.opening == null ? null : amount(balances.opening),
      closingFen: balances?.closing == null ? null : amount(balances.closing),
      flows: flows.map((flow) => ({
        serialNo: flow.serial_no,
        direction: flow.direction,
        amountFen: amount(flow.amount_fen),
        batchNo: flow.batch_no,
        kind: flow.kind,
      })),
      paid: money(await lines('paid')),
      returned: money(await lines('returned')),
    });
    await tx.query(
      `update prevention.bank_difference set gone_at = now() where account_no = $1 and on_day = $2 and gone_at is null and kind in ('payroll-sum','balance','other-out','refund-missing')
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
    return found.length;
  });
}

function amount(text: string): Fen {
  return fen(BigInt(text));
}

/** Days whose records changed since they were compared last: all that moved in the last ten minutes, and the same the night after. */
export async function reconcileRecent(ports: BankPorts): Promise<void> {
  const rows = await ports.store.reading(JOB, (tx) =>
    tx.query<{ account_no: string; on_day: string }>(
      `select account_no, on_day from prevention.bank_transaction where recorded_at > now() - interval '10 minutes'
       union select account_no, on_day from prevention.bank_balance where recorded_at > now() - interval '10 minutes' or said_at > now() - interval '10 minutes'
       union select b.account_no, l.paid_on from prevention.pay_line l join prevention.pay_batch b on b.id = l.batch_id where l.changed_at > now() - interval '10 minutes' and l.paid_on is not null and b.account_no is not null
       order by 1, 2 limit 200`,
    ),
  );
  for (const row of rows) await reconcile(ports, row.account_no, row.on_day);
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
