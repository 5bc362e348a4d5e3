import { addDays, type CivilDate } from '#kernel/civil-date.ts';
import { fen, inYuan } from '#kernel/fen.ts';
import { refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/index.ts';
import { markDirty } from '#modules/prevention/facts/server/index.ts';
import { keepVersions } from '#modules/prevention/imports/server/index.ts';
import type { BankMessage } from '../domain/index.ts';
import { accountOf, noteDifference, NOT_YOURS, projectByCode, projectById, type Taking, taken } from './account-of.ts';
import type { BankLink, BankPorts } from './ports.ts';

type Of<Type extends BankMessage['type']> = Extract<BankMessage, { type: Type }>;

interface Bound {
  readonly appid: string;
  readonly project_id: string;
  readonly account_name: string | null;
  readonly opened_on: string | null;
  readonly closed_on: string | null;
  readonly transferred_fen: string | null;
  readonly changed_on: string | null;
}

async function boundAccount(tx: Tx, accountNo: string): Promise<Bound | undefined> {
  const [bound] = await tx.query<Bound>(
    'select appid, project_id, account_name, opened_on, closed_on, transferred_fen, changed_on from prevention.bank_account where account_no = $1 for update',
    [accountNo],
  );
  return bound;
}

/**
 * 专户开立: binds the account to the bank and its project, and fills what the ledger left empty; what the ledger says otherwise
 * becomes a difference. An account of another contractor's project, or one that stands for a project already, is refused.
 */
export async function accountOpened(tx: Tx, link: BankLink, { body }: Of<'AccountOpened'>): Taking {
  const found = await projectByCode(tx, link, body.projectCode);
  if (!found.ok) return found;
  const project = found.value;
  if (project.credit_code !== null && project.credit_code !== body.contractorUscc)
    return refuse({
      code: 'contractor-differs',
      says: `项目 ${body.projectCode} 的总包单位是${project.contractor}，消息里的统一社会信用代码是另一家的。没有采信；核对项目代码和开户单位。`,
    });
  const bound = await boundAccount(tx, body.accountNo);
  if (bound !== undefined && bound.appid !== link.appid) return refuse(NOT_YOURS);
  if (bound !== undefined && bound.project_id !== project.id)
    return refuse({ code: 'account-used', says: '这个专户已登记在另一个项目名下。没有采信；一个项目一个专户，核对账号和项目代码。' });
  const isOtherName = bound?.account_name != null && bound.account_name !== body.accountName && bound.changed_on === null;
  if (bound?.opened_on != null && (bound.opened_on !== body.openDate || isOtherName))
    return refuse({ code: 'account-used', says: '这个专户的开立已经报过，而开户日期或户名不同。没有采信；开户以后的变动报 AccountChanged。' });
  await tx.query(
    `insert into prevention.bank_account as b (account_no, project_id, appid, account_name, branch, cnaps, opened_on, agreement_no) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (account_no) do update set account_name = coalesce(b.account_name, excluded.account_name), branch = coalesce(b.branch, excluded.branch), cnaps = coalesce(b.cnaps, excluded.cnaps),
       opened_on = excluded.opened_on, agreement_no = coalesce(b.agreement_no, excluded.agreement_no)`,
    [body.accountNo, project.id, link.appid, body.accountName, body.bankBranchName, body.cnaps, body.openDate, body.agreementNo],
  );
  const differs = (kind: string, says: string) =>
    noteDifference(tx, { projectId: project.id, accountNo: body.accountNo, on: body.openDate, kind, ref: body.accountNo, says });
  if (project.account_no !== null && project.account_no !== body.accountNo) {
    await differs(
      'account-differs',
      `银行报来的专户尾号 ${body.accountNo.slice(-4)}，台账上的是尾号 ${project.account_no.slice(-4)}。核实哪一个是本项目的工资专户。`,
    );
    return taken(project.id);
  }
  if (project.account_name !== null && project.account_name !== body.accountName)
    await differs('account-name-differs', `银行报来的户名是“${body.accountName}”，台账上写的是“${project.account_name}”。以开户资料为准，改正台账。`);
  await tx.query(
    `update prevention.project set account_no = coalesce(account_no, $2), account_name = coalesce(account_name, $3), account_bank = coalesce(account_bank, $4), account_opened_on = coalesce(account_opened_on, $5),
       stated = (select array_agg(distinct s) from unnest(stated || array['account_no','account_name','account_bank','account_opened_on']) s) where id = $1`,
    [project.id, body.accountNo, body.accountName, body.bankBranchName, body.openDate],
  );
  if (bound?.opened_on == null) await keepVersions(tx, [project.id], null);
  await markDirty(tx, [{ projectId: project.id, month: null }], `bank:${link.appid}`);
  return taken(project.id);
}

/** 专户变更: the bank's word about its own account's name and branch; that it is now for another project is for people to settle. */
export async function accountChanged(tx: Tx, link: BankLink, { body }: Of<'AccountChanged'>): Taking {
  const found = await accountOf(tx, link, body.accountNo);
  if (!found.ok) return found;
  const projectId = found.value;
  const [newer] = await tx.query('select account_no from prevention.bank_account where account_no = $1 and changed_on > $2', [body.accountNo, body.changeDate]);
  if (newer === undefined) {
    await tx.query(
      'update prevention.bank_account set branch = coalesce($2, branch), account_name = coalesce($3, account_name), changed_on = $4 where account_no = $1',
      [body.accountNo, body.bankBranchName, body.accountName, body.changeDate],
    );
    const moved = await tx.query(
      `update prevention.project set account_name = coalesce($3, account_name), account_bank = coalesce($4, account_bank) where id = $1 and account_no = $2
         and (account_name, account_bank) is distinct from (coalesce($3, account_name), coalesce($4, account_bank)) returning id`,
      [projectId, body.accountNo, body.accountName, body.bankBranchName],
    );
    if (moved.length > 0) await keepVersions(tx, [projectId], null);
  }
  if (body.projectCode !== null) {
    const [own] = await tx.query<{ code: string }>('select code from prevention.project where id = $1', [projectId]);
    if (own?.code !== body.projectCode)
      await noteDifference(tx, {
        projectId,
        accountNo: body.accountNo,
        on: body.changeDate,
        kind: 'account-project-differs',
        ref: body.projectCode,
        says: `银行报尾号 ${body.accountNo.slice(-4)} 的专户自 ${body.changeDate} 起用于项目 ${body.projectCode}。一个项目一个专户，系统没有改绑；核实三方协议，另用于别的项目的，应为那个项目另开专户。`,
      });
  }
  await markDirty(tx, [{ projectId, month: null }], `bank:${link.appid}`);
  return taken(projectId);
}

/**
 * 专户撤销. Whether it was lawful the rule ACC-10 says from the ledger's days. Interpretation: where only the end of the public
 * notice is told, it is taken to have begun as many days before as a notice lasts, so that closing on its last day or earlier
 * is still too early.
 */
export async function accountClosed(tx: Tx, ports: BankPorts, link: BankLink, { body }: Of<'AccountClosed'>): Taking {
  const found = await accountOf(tx, link, body.accountNo);
  if (!found.ok) return found;
  const projectId = found.value;
  const bound = await boundAccount(tx, body.accountNo);
  if (bound?.closed_on != null && (bound.closed_on !== body.closeDate || bound.transferred_fen !== body.balanceTransferred.toString()))
    return refuse({ code: 'account-used', says: '这个专户的撤销已经报过，而日期或转出余额不同。没有采信；核对后由主管部门处理。' });
  await tx.query('update prevention.bank_account set closed_on = $2, transferred_fen = $3, public_notice_end_on = $4 where account_no = $1', [
    body.accountNo,
    body.closeDate,
    body.balanceTransferred.toString(),
    body.publicNoticeEndDate,
  ]);
  const project = await projectById(tx, projectId);
  const differs = (kind: string, says: string, expectedFen = 0n, foundFen = 0n) =>
    noteDifference(tx, { projectId, accountNo: body.accountNo, on: body.closeDate, kind, ref: body.accountNo, expectedFen, foundFen, says });
  const noticeFrom = body.publicNoticeEndDate === null ? null : addDays(body.publicNoticeEndDate, -ports.noticeDays(project.region_code));
  if (noticeFrom !== null && project.closing_notice_on !== null && project.closing_notice_on > noticeFrom)
    await differs(
      'closing-notice-differs',
      `银行说撤户公示到 ${body.publicNoticeEndDate} 结束，台账上公示从 ${project.closing_notice_on} 开始，不满 ${ports.noticeDays(project.region_code)} 日。核实公示日期。`,
    );
  const moved = await tx.query(
    `update prevention.project set account_closed_on = coalesce(account_closed_on, $2), closing_notice_on = coalesce(closing_notice_on, $4),
       stated = (select array_agg(distinct s) from unnest(stated || array['account_closed_on','closing_notice_on']) s)
     where id = $1 and account_no = $3 and (account_closed_on is null or closing_notice_on is null and $4::date is not null) returning id`,
    [projectId, body.closeDate, body.accountNo, noticeFrom],
  );
  if (moved.length > 0) await keepVersions(tx, [projectId], null);
  if (body.balanceTransferred !== 0n && body.destination === null)
    await differs(
      'closing-destination',
      `撤户时转出余额 ${inYuan(body.balanceTransferred)}，银行没有写转到哪里。余额归施工总承包单位，向开户行核实去向。`,
      0n,
      body.balanceTransferred,
    );
  const left = await lastBalance(tx, body.accountNo, body.closeDate);
  if (left !== null && left !== body.balanceTransferred && left !== 0n)
    await differs(
      'closing-balance',
      `撤户前余额 ${inYuan(fen(left))}，银行说转出 ${inYuan(body.balanceTransferred)}，两个数不同。向开户行要销户清单核对。`,
      left,
      body.balanceTransferred,
    );
  await markDirty(tx, [{ projectId, month: null }], `bank:${link.appid}`);
  return taken(projectId);
}

/** The balance before the closing transfer: the last of an earlier day, or what the day's last movement left. */
async function lastBalance(tx: Tx, accountNo: string, closedOn: CivilDate): Promise<bigint | null> {
  const [row] = await tx.query<{ fen: string | null }>(
    `select fen from (
       select book_fen as fen, on_day, null::text as at_time, '' as serial_no from prevention.bank_balance where account_no = $1 and on_day < $2
       union all select balance_fen, on_day, coalesce(at_time, ''), serial_no from prevention.bank_transaction where account_no = $1 and on_day <= $2 and balance_fen is not null
     ) b order by on_day desc, at_time desc nulls first, serial_no desc limit 1`,
    [accountNo, closedOn],
  );
  return row?.fen == null ? null : BigInt(row.fen);
}
