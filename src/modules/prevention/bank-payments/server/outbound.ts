import { ok, refuse, type Result } from '#kernel/result.ts';
import type { OutboundRow } from '#modules/office/integration/domain/index.ts';
import type { Keeper } from '#modules/office/integration/server/index.ts';
import { record } from '#platform/audit/index.ts';
import type { Tx } from '#platform/db/index.ts';
import type { BankPorts } from './ports.ts';
import { askNext } from './sending.ts';

const MOST = 50;

interface Row {
  readonly id: string;
  readonly batch_no: string;
  readonly project_name: string;
  readonly appid: string | null;
  readonly state: string;
  readonly send_state: string;
  readonly asks: number;
  readonly unknown: number;
  readonly failed: number;
  readonly last_answer: string | null;
  readonly rejected_why: string | null;
  readonly ask_at: Date | null;
  readonly submitted_at: Date;
}

const ROWS = `select * from (
  select b.id, b.batch_no, p.name as project_name, b.appid, b.state, b.send_state, b.asks, b.last_answer, b.rejected_why, b.ask_at, b.submitted_at, n.unknown, n.failed,
    case when b.send_state in ('to-send','sending') then 'waiting' when b.send_state = 'unanswered' or n.unknown > 0 then 'unknown' else 'parked' end as shown
  from prevention.pay_batch b join prevention.project p on p.id = b.project_id
    cross join lateral (select count(*) filter (where l.state = 'unknown')::int as unknown, count(*) filter (where l.state in ('failed','returned'))::int as failed
      from prevention.pay_line l where l.project_id = b.project_id and l.batch_id = b.id) n
  where b.submitted_at is not null and b.channel in ('https','folder') and b.state not in ('draft','checked','approved','cancelled','reconciled')
    and (b.send_state in ('to-send','sending','unanswered') or b.state = 'rejected' or n.unknown + n.failed > 0)) x
  where ($1::text is null or shown = $1) order by id desc limit ${MOST}`;

/** 代发指令 that wait, whose outcome nobody knows, or that failed, beside what else goes out; the newest first. */
export async function unsettledInstructions(tx: Tx, state: OutboundRow['state'] | undefined): Promise<readonly OutboundRow[]> {
  if (state === 'delivered') return [];
  const rows = await tx.query<Row & { readonly shown: 'waiting' | 'unknown' | 'parked' }>(ROWS, [state ?? null]);
  return rows.map((row) => ({
    kind: 'bank',
    id: row.id,
    what: `代发批次 ${row.batch_no}，${row.project_name}`,
    to: row.appid ?? '银行',
    state: row.shown,
    tries: row.shown === 'unknown' ? row.asks : row.send_state === 'to-send' && row.last_answer === null ? 0 : 1,
    cause: causeOf(row),
    at: row.submitted_at.toISOString(),
    nextTryAt: row.shown === 'unknown' ? (row.ask_at?.toISOString() ?? null) : null,
    again: row.shown === 'unknown' ? 'ask' : row.send_state === 'to-send' ? 'send' : null,
    next: {
      says: row.shown === 'unknown' ? '可能已经付了，只能查询，不会重发。' : row.shown === 'parked' ? '在代发批次里处理没发成的。' : '还没有发出。',
      link: `/payments/${row.id}`,
    },
  }));
}

function causeOf(row: Row): string | null {
  if (row.state === 'rejected') return `银行拒收：${row.rejected_why ?? '没有写原因'}`;
  const counts = [row.unknown > 0 ? `${row.unknown} 笔结果不明` : '', row.failed > 0 ? `${row.failed} 笔没发成或退票` : ''].filter((part) => part !== '');
  return [...counts, ...(row.last_answer === null ? [] : [row.last_answer])].join('；') || null;
}

/** What may have reached the bank is asked about, whoever presses; only what has not left is sent, and then at once. */
export async function sendOrAsk(ports: BankPorts, wake: () => void, by: Keeper, batchId: string): Promise<Result<null>> {
  const [batch] = await ports.store.within(by.scope, (tx) =>
    tx.query<{ send_state: string; state: string; channel: string | null; appid: string | null }>(
      'select send_state, state, channel, appid from prevention.pay_batch where id = $1',
      [batchId],
    ),
  );
  if (batch === undefined) return refuse({ code: 'batch-not-found', says: '没有找到这批代发，或不归您管理。请返回列表重新选择。' });
  await ports.store.within({ role: 'app_job' }, (tx) =>
    record(tx, { by, action: 'delivery.retried', object: `pay-batch:${batchId}`, region: by.regionCode, detail: { sendState: batch.send_state } }),
  );
  switch (batch.send_state) {
    case 'to-send':
      // Tried a moment ago: its next turn is now.
      await ports.store.within({ role: 'app_job' }, (tx) =>
        tx.query("update prevention.pay_batch set sent_at = null where id = $1 and send_state = 'to-send'", [batchId]),
      );
      wake();
      return ok(null);
    case 'answered':
    case 'unanswered': {
      const link = batch.appid === null ? undefined : await ports.findLink(batch.appid);
      if (batch.channel !== 'https' || link?.asks !== true)
        return refuse({ code: 'bank-not-asked', says: '这家银行不能联机查询。请向开户行要回盘文件，在代发批次里导入；在此之前不要重发。' });
      await askNext(ports, batchId);
      return ok(null);
    }
    default:
      return refuse({ code: 'batch-in-flight', says: '正在递交，过一会儿再看。' });
  }
}
