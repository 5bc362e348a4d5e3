import { hash } from 'node:crypto';
import { type Refusal, refuse, type Result } from '#kernel/result.ts';
import type { Sender } from '#modules/prevention/imports/server/index.ts';
import type { BankPorts } from './ports.ts';

const JOB = { role: 'app_job' } as const;
/** A command nobody finished within this time lost its process; what it does is safe to do again. */
const ABANDONED_SECONDS = 60;

/**
 * Does what a person asked for under the number their screen gave it, once: the same number again gets the answer of then,
 * another request under it is refused (422), and one that comes while the first is still being done is told so (409).
 * Refusals are not kept: what could not be done may be tried again.
 */
export async function once<T>(
  ports: BankPorts,
  by: Sender,
  commandId: string,
  request: unknown,
  work: () => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  const fingerprint = hash('sha256', JSON.stringify([by.accountId, request]), 'buffer');
  const before = await ports.store.within(JOB, async (tx) => {
    const mine = await tx.query(
      `insert into prevention.pay_command as c (key, account_id, fingerprint) values ($1, $2, $3)
       on conflict (key) do update set recorded_at = now() where c.answer is null and c.fingerprint = excluded.fingerprint and c.recorded_at < now() - interval '${ABANDONED_SECONDS} seconds' returning key`,
      [commandId, by.accountId, fingerprint],
    );
    if (mine.length > 0) return undefined;
    return (
      await tx.query<{ fingerprint: Buffer; answer: { readonly kept: T } | null }>('select fingerprint, answer from prevention.pay_command where key = $1', [
        commandId,
      ])
    )[0];
  });
  if (before !== undefined) {
    if (!before.fingerprint.equals(fingerprint)) return refuse({ code: 'command-reused', says: '这次操作的编号已被另一次操作用过。刷新页面后再做一次。' });
    if (before.answer === null) return refuse({ code: 'command-in-flight', says: '这一步正在办，等几秒再看，不用再按。' });
    return { ok: true, value: before.answer.kept };
  }
  const done = await work().catch(async (problem: unknown) => {
    await forget();
    throw problem;
  });
  if (done.ok)
    await ports.store.within(JOB, (tx) =>
      tx.query('update prevention.pay_command set answer = $2 where key = $1', [commandId, JSON.stringify({ kept: done.value })]),
    );
  else await forget();
  return done;

  function forget(): Promise<unknown> {
    return ports.store.within(JOB, (tx) => tx.query('delete from prevention.pay_command where key = $1 and answer is null', [commandId]));
  }
}
