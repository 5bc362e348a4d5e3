import { fen, inYuan } from '#kernel/fen.ts';
import { refuse } from '#kernel/result.ts';
import { markDirty } from '#modules/prevention/facts/server/index.ts';
import type { Tx } from '#platform/db/index.ts';
import type { BankMessage } from '../domain/index.ts';
import { noteDifference, projectByCode, type Taking, taken } from './account-of.ts';
import type { BankLink } from './ports.ts';

/**
 * 保证金: what a bank says of a deposit or a guarantee is kept as it happened; what is held on a day follows from all of it
 * (`prevention.deposits_held`), so that order and repetition do not matter and the facts of an earlier day stay what they were.
 */
export async function depositEvent(tx: Tx, link: BankLink, { body, sentAt }: Extract<BankMessage, { type: 'DepositEvent' }>): Taking {
  const found = await projectByCode(tx, link, body.projectCode);
  if (!found.ok) return found;
  const project = found.value;
  const [elsewhere] = await tx.query('select project_id from prevention.deposit_event where appid = $1 and certificate_no = $2 and project_id <> $3 limit 1', [
    link.appid,
    body.certificateNo,
    project.id,
  ]);
  if (elsewhere !== undefined) return refuse({ code: 'certificate-used', says: '这张存单（保函）报过，是另一个项目的。没有采信；核对编号和项目代码。' });
  if (body.event === 'opened' || body.event === 'guarantee-issued') {
    const [before] = await tx.query<{ same: boolean }>(
      `select event = $3 and on_day = $4 and amount_fen = $5 and until_on is not distinct from $6 as same from prevention.deposit_event
       where appid = $1 and certificate_no = $2 and event in ('opened','guarantee-issued')`,
      [link.appid, body.certificateNo, body.event, body.date, body.amount?.toString() ?? null, body.until],
    );
    if (before?.same === false)
      return refuse({ code: 'certificate-used', says: '这张存单（保函）的开立已经报过，而日期、金额或到期日不同。没有采信；变动报增存、返还、索赔或到期。' });
  }
  const added = await tx.query(
    `insert into prevention.deposit_event (project_id, appid, certificate_no, event, on_day, until_on, amount_fen, said_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict do nothing returning event`,
    [project.id, link.appid, body.certificateNo, body.event, body.date, body.until, body.amount?.toString() ?? null, sentAt],
  );
  if (added.length === 0) return taken(project.id);
  const stated = project.deposit_fen === null ? null : BigInt(project.deposit_fen);
  if ((body.event === 'opened' || body.event === 'guarantee-issued') && body.amount !== null && stated !== null && stated !== body.amount)
    await noteDifference(tx, {
      projectId: project.id,
      accountNo: '',
      on: body.date,
      kind: 'deposit-differs',
      ref: body.certificateNo,
      expectedFen: stated,
      foundFen: body.amount,
      says: `银行报来${body.event === 'opened' ? '保证金存单' : '保函'} ${inYuan(body.amount)}，台账上写的是 ${inYuan(fen(stated))}。以银行的为准，改正台账。`,
    });
  await markDirty(tx, [{ projectId: project.id, month: null }], `bank:${link.appid}`);
  return taken(project.id);
}
