import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { approve, check, dropLines, makeBatch, sendBack, submit } from '../../src/modules/prevention/bank-payments/server/batches.ts';
import { receiptFile, receiptsOf } from '../../src/modules/prevention/bank-payments/server/receipts.ts';
import { reconcile, reconcileRecent } from '../../src/modules/prevention/bank-payments/server/reconciling.ts';
import { type BankWorld, bankWorld, MONTH, must, payrollRow, rosterRow, standingOf } from '../support/bank.ts';
import { batchNoOf, differencesOf, findingsOf, post, resultLine, tell } from '../support/bank-door.ts';

// Every message a bank may send, each with its boundaries, through the door it has and onto the database.

let first: BankWorld;
beforeAll(async () => {
  first = await bankWorld({ confirm: 'none' });
});
afterAll(() => first.stop());

const USCC = '91350100M000100Y43';
const another = (settings: Record<string, string> = {}) => first.another({ confirm: 'none', ...settings });
const codeOf = (world: BankWorld) => `P${world.projectId}`;

interface Ledger {
  readonly account_no: string | null;
  readonly account_name: string | null;
  readonly account_bank: string | null;
  readonly account_opened_on: string | null;
  readonly account_closed_on: string | null;
  readonly closing_notice_on: string | null;
}
async function ledgerOf(world: BankWorld): Promise<Ledger> {
  const [row] = await world.database.owner<Ledger>(
    'select account_no, account_name, account_bank, account_opened_on::text, account_closed_on::text, closing_notice_on::text from prevention.project where id = $1',
    [world.projectId],
  );
  if (row === undefined) throw new Error('no project');
  return row;
}

/** A project whose ledger knows of no account yet. */
async function withoutAccount(): Promise<BankWorld> {
  const world = await another();
  await world.database.owner(
    'update prevention.project set account_no = null, account_name = null, account_bank = null, account_opened_on = null where id = $1',
    [world.projectId],
  );
  return world;
}

const opening = (world: BankWorld, change: object = {}) => ({
  accountNo: world.account,
  accountName: `总包1项目${world.projectId}农民工工资专用账户`,
  bankBranchName: '工行高唐支行',
  openDate: '2026-01-20',
  contractorUscc: USCC,
  projectCode: codeOf(world),
  ...change,
});

describe('AccountOpened 专户开立', () => {
  it('台账空着的补上，并记进台账的历史；合规的户名不报，不合规的报 ACC-03', async () => {
    const world = await withoutAccount();
    expect(await tell(world, 'AccountOpened', opening(world))).toMatchObject({ status: 200, outcome: 'taken' });
    expect(await ledgerOf(world)).toMatchObject({ account_no: world.account, account_bank: '工行高唐支行', account_opened_on: '2026-01-20' });
    expect(
      await world.database.owner('select version, record ->> $2 as no from prevention.project_version where project_id = $1', [world.projectId, 'account_no']),
    ).toEqual([{ version: 1, no: world.account }]);
    expect((await findingsOf(world, '2026-11-20')).map((one) => one.code)).not.toContain('ACC-03');
    const badly = await withoutAccount();
    await tell(badly, 'AccountOpened', opening(badly, { accountName: '总包1农民工工资户' }));
    expect((await findingsOf(badly, '2026-11-20')).find((one) => one.code === 'ACC-03')).toMatchObject({ level: 0 });
  });

  it('全角括号和空格不算不合规', async () => {
    const world = await withoutAccount();
    await tell(world, 'AccountOpened', opening(world, { accountName: `总包1（项目${world.projectId}） 农民工工资专用账户` }));
    expect((await findingsOf(world, '2026-11-20')).map((one) => one.code)).not.toContain('ACC-03');
  });

  it('项目代码不对、不归本行对接的地区、总包不是这家：不收，什么都没写', async () => {
    const world = await withoutAccount();
    await world.database.owner("insert into office.region (code, name, level) values ('371525', '冠县', 'county') on conflict do nothing");
    await world.records.project(900 + Number(world.projectId), { region_code: '371525', code: `X${world.projectId}` });
    await world.database.owner("insert into prevention.enterprise (id, name, credit_code) values (77, '总包77', '91110000600037341L') on conflict do nothing");
    await world.database.owner('update prevention.project set gc_enterprise_id = 77 where id = $1', [world.projectId]);
    expect(await tell(world, 'AccountOpened', opening(world, { projectCode: 'P-没有' }))).toMatchObject({ status: 404, code: 'project-not-found' });
    expect(await tell(world, 'AccountOpened', opening(world, { projectCode: `X${world.projectId}` }))).toMatchObject({
      status: 404,
      code: 'project-not-found',
    });
    expect(await tell(world, 'AccountOpened', opening(world))).toMatchObject({ status: 409, code: 'contractor-differs' });
    expect(await tell(world, 'AccountOpened', opening(world, { contractorUscc: '91110000600037341L', accountNo: '123' }))).toMatchObject({ status: 400 });
    expect((await ledgerOf(world)).account_no).toBeNull();
    expect(await world.database.owner('select 1 from prevention.bank_account where account_no = $1', [world.account])).toEqual([]);
    expect(await tell(world, 'AccountOpened', opening(world, { contractorUscc: '91110000600037341L' }))).toMatchObject({ outcome: 'taken' });
  });

  it('同一条再发是重复；换编号再报一样的收；日期、户名、项目不同的不收；别的银行报的不收', async () => {
    const world = await withoutAccount();
    expect(await tell(world, 'AccountOpened', opening(world), { msgId: 'O-1', seq: 1 })).toMatchObject({ outcome: 'taken' });
    expect(await tell(world, 'AccountOpened', opening(world), { msgId: 'O-1', seq: 1 })).toMatchObject({ outcome: 'repeated' });
    expect(await tell(world, 'AccountOpened', opening(world, { openDate: '2026-01-21' }), { msgId: 'O-1', seq: 1 })).toMatchObject({
      code: 'message-number-used',
    });
    expect(await tell(world, 'AccountOpened', opening(world))).toMatchObject({ outcome: 'taken' });
    expect(await tell(world, 'AccountOpened', opening(world, { openDate: '2026-01-21' }))).toMatchObject({ status: 409, code: 'account-used' });
    expect(await tell(world, 'AccountOpened', opening(world, { accountName: '别的名字' }))).toMatchObject({ status: 409, code: 'account-used' });
    const other = await withoutAccount();
    expect(await tell(world, 'AccountOpened', opening(world, { projectCode: codeOf(other) }))).toMatchObject({ status: 409, code: 'account-used' });
    expect(await tell(other, 'AccountOpened', opening(world))).toMatchObject({ status: 403, code: 'account-not-allowed' });
    expect(await ledgerOf(world)).toMatchObject({ account_opened_on: '2026-01-20' });
  });

  it('台账上是另一个账号、另一个户名：不改台账，列为差异', async () => {
    const world = await another();
    await tell(world, 'AccountOpened', opening(world, { accountNo: '37150101040009999' }));
    expect((await ledgerOf(world)).account_no).toBe(world.account);
    expect(await differencesOf(world)).toEqual(['account-differs']);
    const named = await another();
    await tell(named, 'AccountOpened', opening(named));
    expect(await differencesOf(named)).toEqual(['account-name-differs']);
  });
});

describe('AccountChanged 专户变更', () => {
  it('户名、网点跟着银行改，ACC-03 随之消失；先后颠倒的旧变更不改回去', async () => {
    const world = await withoutAccount();
    await tell(world, 'AccountOpened', opening(world, { accountName: '总包1农民工工资户' }));
    const change = (changeDate: string, accountName: string) => tell(world, 'AccountChanged', { accountNo: world.account, changeDate, accountName });
    expect(await change('2026-03-02', `总包1项目${world.projectId}农民工工资专用账户`)).toMatchObject({ outcome: 'taken' });
    expect(await change('2026-03-01', '总包1旧名')).toMatchObject({ outcome: 'taken' });
    await tell(world, 'AccountChanged', { accountNo: world.account, changeDate: '2026-04-01', bankBranchName: '工行城关支行' });
    expect(await ledgerOf(world)).toMatchObject({ account_name: `总包1项目${world.projectId}农民工工资专用账户`, account_bank: '工行城关支行' });
    expect((await findingsOf(world, '2026-11-20')).map((one) => one.code)).not.toContain('ACC-03');
    expect(await world.database.owner('select version from prevention.project_version where project_id = $1 order by 1', [world.projectId])).toHaveLength(3);
    // The opening said again after the change, with the name of then, is no contradiction.
    expect(await tell(world, 'AccountOpened', opening(world, { accountName: '总包1农民工工资户' }))).toMatchObject({ outcome: 'taken' });
    expect((await ledgerOf(world)).account_name).toBe(`总包1项目${world.projectId}农民工工资专用账户`);
  });

  it('改给别的项目用：不改绑，列为差异；没有报过的账户不收', async () => {
    const world = await another();
    expect(await tell(world, 'AccountChanged', { accountNo: world.account, changeDate: '2026-04-01', projectCode: codeOf(world) })).toMatchObject({
      outcome: 'taken',
    });
    expect(await differencesOf(world)).toEqual([]);
    await tell(world, 'AccountChanged', { accountNo: world.account, changeDate: '2026-04-01', projectCode: 'P-别的' });
    expect(await differencesOf(world)).toEqual(['account-project-differs']);
    expect(await tell(world, 'AccountChanged', { accountNo: '99990000', changeDate: '2026-04-01' })).toMatchObject({ status: 404, code: 'account-not-found' });
  });
});

describe('AccountClosed 专户撤销：「公示30日后，可以申请注销」', () => {
  const closing = (world: BankWorld, change: object = {}) => ({ accountNo: world.account, closeDate: '2026-11-10', balanceTransferred: '0.00', ...change });
  const early = async (world: BankWorld) => (await findingsOf(world, '2026-11-20')).find((one) => one.code === 'ACC-10');

  it.each([
    ['29 天', '2026-10-12', '公示未满 30 日'],
    ['30 天', '2026-10-11', '公示未满 30 日'],
    ['31 天', '2026-10-10', null],
    ['没有公示', null, '没有公示'],
  ])('台账上公示开始到撤销 %s', async (_, noticeOn, why) => {
    const world = await another();
    await world.database.owner('update prevention.project set closing_notice_on = $2 where id = $1', [world.projectId, noticeOn]);
    expect(await tell(world, 'AccountClosed', closing(world))).toMatchObject({ outcome: 'taken' });
    expect((await ledgerOf(world)).account_closed_on).toBe('2026-11-10');
    const found = await early(world);
    if (why === null) expect(found).toBeUndefined();
    else expect(found).toMatchObject({ level: 3, says: expect.stringContaining(why) });
  });

  it.each([
    ['公示昨天结束', '2026-11-09', false],
    ['公示当天结束', '2026-11-10', true],
    ['公示明天才结束', '2026-11-11', true],
  ])('银行只报公示结束日期：%s', async (_, publicNoticeEndDate, isEarly) => {
    const world = await another();
    await tell(world, 'AccountClosed', closing(world, { publicNoticeEndDate }));
    expect((await early(world)) !== undefined).toBe(isEarly);
  });

  it('公示不满 30 日而银行说已结束：列为差异', async () => {
    const world = await another();
    await world.database.owner("update prevention.project set closing_notice_on = '2026-10-11' where id = $1", [world.projectId]);
    await tell(world, 'AccountClosed', closing(world, { publicNoticeEndDate: '2026-11-09' }));
    expect(await differencesOf(world)).toEqual(['closing-notice-differs']);
  });

  it.each([
    ['余额正好转完', '1000.00', '总包基本户', []],
    ['少转一分', '999.99', '总包基本户', ['closing-balance']],
    ['多转一分', '1000.01', '总包基本户', ['closing-balance']],
    ['没有写去向', '1000.00', undefined, ['closing-destination']],
  ])('撤销时余额不为零：%s', async (_, balanceTransferred, destination, kinds) => {
    const world = await another();
    await tell(world, 'BalanceReport', { accountNo: world.account, date: '2026-11-09', bookBalance: '1000.00' });
    await tell(world, 'AccountClosed', closing(world, { balanceTransferred, destination, publicNoticeEndDate: '2026-11-09' }));
    expect(await differencesOf(world)).toEqual(kinds);
  });

  it('销户转出的余额不算挪用，别的转出照样算；再报一次一样的收，不同的不收；撤销以后送不出代发', async () => {
    const world = await another();
    await world.hire(1);
    const batch = await world.approved();
    const out = (serial: string, amount: string, balanceAfter: string) =>
      tell(world, 'Transaction', {
        accountNo: world.account,
        txnDate: '2026-11-10',
        bankSerialNo: serial,
        dcFlag: 'D',
        amount,
        balanceAfter,
        summary: '转账',
        counterpartyName: '甲公司',
      });
    await tell(world, 'BalanceReport', { accountNo: world.account, date: '2026-11-09', bookBalance: '1000.00' });
    await out('C1', '1.00', '999.00');
    await out('C2', '999.00', '0.00');
    const closed = closing(world, { balanceTransferred: '999.00', destination: '基本户', publicNoticeEndDate: '2026-11-09' });
    expect(await tell(world, 'AccountClosed', closed)).toMatchObject({ outcome: 'taken' });
    await reconcile(world.ports, world.account, civilDate('2026-11-10'));
    expect(await world.database.owner('select kind, ref from prevention.bank_difference where project_id = $1', [world.projectId])).toEqual([
      { kind: 'other-out', ref: 'C1' },
    ]);
    expect(await tell(world, 'AccountClosed', closed)).toMatchObject({ outcome: 'taken' });
    expect(await tell(world, 'AccountClosed', { ...closed, closeDate: '2026-11-11' })).toMatchObject({ status: 409, code: 'account-used' });
    expect(await submit(world.ports, world.officer, batch, { by: 'link', appid: world.bank.appid })).toMatchObject({
      ok: false,
      refusal: { code: 'batch-account-closed' },
    });
  });
});

describe('BalanceReport 余额日报：余额(n) = 余额(n-1) + 收 − 付', () => {
  const report = (world: BankWorld, date: string, bookBalance: string, sentAt = `${nextDay(date)}T01:00:00+08:00`) =>
    tell(world, 'BalanceReport', { accountNo: world.account, date, bookBalance }, { sentAt });
  const move = (world: BankWorld, date: string, serial: string, dcFlag: 'C' | 'D', amount: string, balanceAfter: string) =>
    tell(world, 'Transaction', {
      accountNo: world.account,
      txnDate: date,
      bankSerialNo: serial,
      dcFlag,
      amount,
      balanceAfter,
      summary: dcFlag === 'C' ? '人工费' : '手续费',
    });
  /** What the balances speak for, besides what the movements themselves do. */
  const coverage = (world: BankWorld) =>
    world.database.owner<{ from_on: string; through_on: string }>(
      `select c.from_on::text, c.through_on::text from prevention.coverage c join exchange.import i on i.id = c.import_id and i.file_name = '银行余额日报'
       where c.project_id = $1 and c.feed = 'flows' and c.undone_at is null and c.account_no = $2 order by 1, 2`,
      [world.projectId, world.account],
    );
  const settle = async (world: BankWorld) => {
    await world.work();
    for (let more = 1; more > 0; ) more = await reconcileRecent(world.ports);
  };
  async function quiet(): Promise<BankWorld> {
    const world = await another();
    await world.database.owner('delete from prevention.bank_balance where account_no = $1', [world.account]);
    return world;
  }

  it.each([
    ['平', '1500.00', [], [{ from_on: '2026-11-17', through_on: '2026-11-17' }]],
    ['多一分', '1500.01', ['balance'], []],
    ['少一分', '1499.99', ['balance'], []],
  ])('两天之间有收有付：%s', async (_, closing, kinds, covered) => {
    const world = await quiet();
    await report(world, '2026-11-16', '1000.00');
    await move(world, '2026-11-17', 'I1', 'C', '510.00', '1510.00');
    await move(world, '2026-11-17', 'F1', 'D', '10.00', '1500.00');
    await report(world, '2026-11-17', closing);
    await settle(world);
    expect(await differencesOf(world)).toEqual(kinds);
    expect(await coverage(world)).toEqual(covered);
  });

  it('缺一天的日报：隔着算，平就连同缺的那天都算到齐；差一分就不算', async () => {
    const world = await quiet();
    await report(world, '2026-11-15', '1000.00');
    await report(world, '2026-11-17', '1000.00');
    await settle(world);
    expect(await coverage(world)).toEqual([{ from_on: '2026-11-16', through_on: '2026-11-17' }]);
    const off = await quiet();
    await report(off, '2026-11-15', '1000.00');
    await report(off, '2026-11-17', '999.99');
    await settle(off);
    expect(await coverage(off)).toEqual([]);
    expect(
      (await off.database.owner<{ says: string }>('select says from prevention.bank_difference where project_id = $1', [off.projectId]))[0]?.says,
    ).toContain('补齐2026-11-16 至 2026-11-17 的流水');
  });

  it('第一份日报说不了任何一天；当天发的日报要到第二天的接上才算', async () => {
    const world = await quiet();
    await report(world, '2026-11-16', '1000.00', '2026-11-16T18:00:00+08:00');
    await settle(world);
    expect(await coverage(world)).toEqual([]);
    await report(world, '2026-11-17', '1000.00', '2026-11-17T18:00:00+08:00');
    await settle(world);
    expect(await coverage(world)).toEqual([{ from_on: '2026-11-16', through_on: '2026-11-16' }]);
    await report(world, '2026-11-18', '1000.00', '2026-11-18T18:00:00+08:00');
    await settle(world);
    expect((await coverage(world)).at(-1)).toEqual({ from_on: '2026-11-17', through_on: '2026-11-17' });
  });

  it('流水后到：先说差，补到就平、就算到齐；更正的余额不再相符，收回到齐', async () => {
    const world = await quiet();
    await report(world, '2026-11-16', '1000.00');
    await report(world, '2026-11-17', '1510.00');
    await settle(world);
    expect(await differencesOf(world)).toEqual(['balance']);
    expect(await coverage(world)).toEqual([]);
    await move(world, '2026-11-17', 'I1', 'C', '510.00', '1510.00');
    await settle(world);
    expect(await differencesOf(world)).toEqual([]);
    expect(await coverage(world)).toEqual([{ from_on: '2026-11-17', through_on: '2026-11-17' }]);
    await report(world, '2026-11-17', '1510.01', '2026-11-18T02:00:00+08:00');
    await settle(world);
    expect(await differencesOf(world)).toEqual(['balance']);
    expect(await coverage(world)).toEqual([]);
    // An older word that comes late changes nothing.
    await report(world, '2026-11-17', '1.00', '2026-11-17T20:00:00+08:00');
    await settle(world);
    expect(
      await world.database.owner('select book_fen from prevention.bank_balance where account_no = $1 and on_day = $2', [world.account, '2026-11-17']),
    ).toEqual([{ book_fen: '151001' }]);
  });

  it('一笔也没有的专户：余额天天不动就是没有发，欠薪说得出来；没有日报的只说断流', async () => {
    const [silent, unheard] = [await quiet(), await quiet()];
    for (const world of [silent, unheard]) {
      await world.hire(1, { payroll: (row) => ({ ...row, month: '2026-09' as never, madeOn: civilDate('2026-10-05') }) });
      await world.database.owner("update prevention.project set account_filed_on = '2026-01-22' where id = $1", [world.projectId]);
    }
    await report(silent, '2026-10-01', '1000.00');
    await report(silent, '2026-11-19', '1000.00');
    await settle(silent);
    expect((await findingsOf(silent, '2026-11-20')).map((one) => one.code)).toContain('PAY-03');
    expect((await findingsOf(unheard, '2026-11-20')).map((one) => one.code)).not.toContain('PAY-03');
  });

  it.each([
    ['0.00', 0],
    ['0.01', 1],
  ])('法院冻结 %s 元：条例第三十三条的预警 %i 条', async (frozen, count) => {
    const world = await quiet();
    await tell(world, 'BalanceReport', {
      accountNo: world.account,
      date: '2026-11-19',
      bookBalance: '1000.00',
      available: '999.99',
      frozen,
      freezeOrderNo: '（2026）鲁1526执保1号',
    });
    await world.work();
    const alerts = (await findingsOf(world, '2026-11-20')).filter((one) => one.code === 'ACC-07');
    expect(alerts).toHaveLength(count);
    for (const one of alerts) expect(one).toMatchObject({ level: 4, says: expect.stringContaining('冻结') });
  });
});

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

describe('Transaction 流水', () => {
  const movement = (world: BankWorld, change: object = {}) => ({
    accountNo: world.account,
    txnDate: '2026-11-19',
    txnTime: '10:00:00',
    bankSerialNo: 'T1',
    dcFlag: 'C',
    amount: '100.00',
    balanceAfter: '1100.00',
    summary: '人工费',
    ...change,
  });

  it('金额 0.01 收，0、负数、三位小数、没有余额不收；一条错全报', async () => {
    const world = await another();
    expect(await tell(world, 'Transaction', movement(world, { amount: '0.01' }))).toMatchObject({ outcome: 'taken' });
    for (const change of [{ amount: '0.00' }, { amount: '-0.01' }, { amount: '0.001' }, { balanceAfter: undefined }, { dcFlag: 'X' }, { txnTime: '25:00:00' }])
      expect(await tell(world, 'Transaction', movement(world, { bankSerialNo: 'T2', ...change }))).toMatchObject({ status: 400, code: 'message-invalid' });
    expect((await tell(world, 'Transaction', movement(world, { amount: '0', dcFlag: 'X' }))).says).toContain('2 处不对');
  });

  it('同一流水号：一样的收一次；金额、方向、余额、日期差一点都不收；账户是别家银行的不收', async () => {
    const world = await another();
    await tell(world, 'Transaction', movement(world));
    expect(await tell(world, 'Transaction', movement(world))).toMatchObject({ outcome: 'taken' });
    for (const change of [{ amount: '100.01' }, { dcFlag: 'D' }, { balanceAfter: '1100.01' }, { txnDate: '2026-11-18' }])
      expect(await tell(world, 'Transaction', movement(world, change))).toMatchObject({ status: 409, code: 'serial-used' });
    await world.work();
    expect(
      await world.database.owner('select kind, amount_fen from prevention.account_flow where project_id = $1 and undone_at is null', [world.projectId]),
    ).toEqual([{ kind: 'inflow', amount_fen: '10000' }]);
    const other = await another();
    expect(await tell(other, 'Transaction', movement(world, { bankSerialNo: 'T9' }))).toMatchObject({ status: 403, code: 'account-not-allowed' });
  });
});

describe('每日对账：代发批次的出账 = 发到卡的明细；别的出账是挪用嫌疑', () => {
  async function paid(): Promise<{ world: BankWorld; batchNo: string }> {
    const world = await another();
    await world.hire(2);
    const batch = await world.approved();
    await world.simulator({ anxin: null, processMs: 3_600_000 });
    await world.send(batch);
    const batchNo = await batchNoOf(world, batch);
    expect(await tell(world, 'PayrollResult', { batchNo, lines: [resultLine(1, 'SUCCESS'), resultLine(2, 'SUCCESS')] })).toMatchObject({ outcome: 'taken' });
    return { world, batchNo };
  }
  const out = (world: BankWorld, bankSerialNo: string, amount: string, more: object = {}) =>
    tell(world, 'Transaction', {
      accountNo: world.account,
      txnDate: '2026-11-20',
      bankSerialNo,
      dcFlag: 'D',
      amount,
      balanceAfter: '0.00',
      summary: '代发工资',
      ...more,
    });

  it.each([
    ['少一分', '10000.02', ['payroll-sum']],
    ['正好', '10000.03', []],
    ['多一分', '10000.04', ['payroll-sum']],
  ])('批次出账%s', async (_, amount, kinds) => {
    const { world, batchNo } = await paid();
    await out(world, 'L1', amount, { batchNo });
    expect(await reconcile(world.ports, world.account, civilDate('2026-11-20'))).toBe(kinds.length);
    expect(await differencesOf(world)).toEqual(kinds);
  });

  it('分两笔出账，合起来正好：平；还差的补到以后差异自己消失', async () => {
    const { world, batchNo } = await paid();
    await out(world, 'L1', '5000.01', { batchNo });
    await reconcile(world.ports, world.account, civilDate('2026-11-20'));
    expect(await differencesOf(world)).toEqual(['payroll-sum']);
    await out(world, 'L2', '5000.02', { batchNo });
    await reconcile(world.ports, world.account, civilDate('2026-11-20'));
    expect(await differencesOf(world)).toEqual([]);
  });

  it.each([
    ['转给公司', { summary: '货款', counterpartyName: '甲建材有限公司', counterpartyAcct: '371500001111' }, 'other-out'],
    ['取现', { summary: '取现' }, 'other-out'],
    ['编造的批次号', { batchNo: 'AX202610NOTOURS', summary: '货款', counterpartyName: '甲建材有限公司' }, 'unknown-batch'],
  ])('一分钱也算：%s', async (_, more, kind) => {
    const { world, batchNo } = await paid();
    await out(world, 'L1', '10000.03', { batchNo });
    await out(world, 'L2', '0.01', more);
    await reconcile(world.ports, world.account, civilDate('2026-11-20'));
    expect(await differencesOf(world)).toEqual([kind]);
    await world.work();
    const alerts = (await findingsOf(world, '2026-11-30')).filter((one) => one.code === 'ACC-06');
    expect(alerts).toMatchObject([{ level: 4 }]);
  });

  it('手续费不算挪用', async () => {
    const { world, batchNo } = await paid();
    await out(world, 'L1', '10000.03', { batchNo });
    await out(world, 'L2', '5.00', { summary: '账户管理费' });
    await reconcile(world.ports, world.account, civilDate('2026-11-20'));
    expect(await differencesOf(world)).toEqual([]);
  });
});

describe('PayrollAccepted / PayrollRejected / PayrollResult', () => {
  async function sent(people = 2): Promise<{ world: BankWorld; batch: string; batchNo: string }> {
    const world = await another();
    await world.hire(people);
    const batch = await world.approved();
    await world.simulator({ anxin: null, processMs: 3_600_000 });
    await world.send(batch);
    return { world, batch, batchNo: await batchNoOf(world, batch) };
  }
  const states = async (world: BankWorld, batch: string) => (await standingOf(world, batch)).lines.map((line) => line.state);

  it('没有送过的批次、别家银行的批次、没有的批次号：一概不收', async () => {
    const world = await another();
    await world.hire(1);
    const approved = await batchNoOf(world, await world.approved());
    expect(await tell(world, 'PayrollAccepted', { batchNo: approved })).toMatchObject({ status: 404, code: 'batch-not-found' });
    expect(await tell(world, 'PayrollRejected', { batchNo: approved, reason: '总额不符' })).toMatchObject({ status: 404 });
    const { batchNo } = await sent(1);
    expect(await tell(world, 'PayrollResult', { batchNo, lines: [resultLine(1, 'SUCCESS')] })).toMatchObject({ status: 404, code: 'batch-not-found' });
    expect(await tell(world, 'PayrollAccepted', { batchNo: 'AX202610NOTHERE' })).toMatchObject({ status: 404 });
  });

  it('受理：批次号记下；拒收：整批失败，可以另做', async () => {
    const { world, batch, batchNo } = await sent();
    await tell(world, 'PayrollAccepted', { batchNo, bankBatchNo: 'B-77' });
    expect(await standingOf(world, batch)).toMatchObject({ state: 'accepted' });
    await tell(world, 'PayrollRejected', { batchNo, reasonCode: 'E9', reason: '总额不符' });
    expect(await standingOf(world, batch)).toMatchObject({ state: 'rejected', lines: [{ state: 'failed' }, { state: 'failed' }] });
    expect(await makeBatch(world.ports, world.officer, { projectId: world.projectId, month: MONTH })).toMatchObject({ ok: true, value: { lines: 2 } });
  });

  it('一部分有结果：其余继续等；收到全部才算完；空明细、同一行两次、多一分、别人的卡不收，差异告诉人', async () => {
    const { world, batch, batchNo } = await sent();
    const result = (lines: readonly object[]) => tell(world, 'PayrollResult', { batchNo, lines });
    expect(await result([])).toMatchObject({ status: 400 });
    expect(await result([resultLine(1, 'SUCCESS'), resultLine(1, 'FAILED')])).toMatchObject({ status: 400 });
    expect(await result([resultLine(1, 'SUCCESS', { amount: '5000.02' })])).toMatchObject({ status: 409, code: 'result-mismatch' });
    expect(await result([resultLine(1, 'SUCCESS', { cardNo: rosterRow(2).card })])).toMatchObject({ status: 409, code: 'result-mismatch' });
    expect(await result([resultLine(3, 'SUCCESS')])).toMatchObject({ status: 409, code: 'result-mismatch' });
    expect(await states(world, batch)).toEqual(['sent', 'sent']);
    expect(await differencesOf(world)).toEqual(['result-mismatch']);
    expect(await result([resultLine(1, 'SUCCESS')])).toMatchObject({ outcome: 'taken' });
    expect(await standingOf(world, batch)).toMatchObject({ state: 'processing', lines: [{ state: 'paid' }, { state: 'sent' }] });
    await result([resultLine(2, '待核查')]);
    expect(await states(world, batch)).toEqual(['paid', 'unknown']);
    await result([resultLine(2, '户名不符', { bankSerialNo: undefined })]);
    expect(await standingOf(world, batch)).toMatchObject({ state: 'partial', lines: [{ state: 'paid' }, { state: 'failed' }] });
  });
});

describe('Returned 退票', () => {
  const back = (world: BankWorld, change: object = {}) => ({
    accountNo: world.account,
    originalSerialNo: 'S1',
    returnDate: '2026-11-20',
    amount: '5000.01',
    reasonCode: 'R01',
    reason: '账户已销户',
    ...change,
  });
  const credit = (world: BankWorld, change: object = {}) => ({
    accountNo: world.account,
    txnDate: '2026-11-20',
    bankSerialNo: 'R1',
    dcFlag: 'C',
    amount: '5000.01',
    balanceAfter: '0.00',
    summary: '退票',
    reversalOf: 'S1',
    ...change,
  });
  async function paid(): Promise<{ world: BankWorld; batch: string; batchNo: string }> {
    const world = await another();
    await world.hire(2);
    const batch = await world.approved();
    await world.simulator({ anxin: null, processMs: 3_600_000 });
    await world.send(batch);
    const batchNo = await batchNoOf(world, batch);
    await tell(world, 'PayrollResult', { batchNo, lines: [resultLine(1, 'SUCCESS'), resultLine(2, 'SUCCESS')] }, { sentAt: '2026-11-20T10:00:00+08:00' });
    return { world, batch, batchNo };
  }
  const again = (world: BankWorld) => makeBatch(world.ports, world.officer, { projectId: world.projectId, month: MONTH });

  it('退票重开应付；钱没有退回来不许补发，差一分的进账不算，退回来就能补发一次，也只能一次', async () => {
    const { world, batch } = await paid();
    expect(await tell(world, 'Returned', back(world))).toMatchObject({ outcome: 'taken' });
    expect(await standingOf(world, batch)).toMatchObject({ lines: [{ state: 'returned', refund_arrived: false }, { state: 'paid' }] });
    expect(await again(world)).toMatchObject({ ok: false, refusal: { code: 'batch-nothing-due' } });
    await tell(world, 'Transaction', credit(world, { bankSerialNo: 'R0', amount: '5000.00' }));
    expect(await again(world)).toMatchObject({ ok: false });
    await tell(world, 'Transaction', credit(world));
    expect(await standingOf(world, batch)).toMatchObject({ lines: [{ state: 'returned', refund_arrived: true }, { state: 'paid' }] });
    await world.work();
    expect(await again(world)).toMatchObject({ ok: true, value: { lines: 1 } });
    expect(await again(world)).toMatchObject({ ok: false });
  });

  it.each(['S1', undefined])('先听说退票、后听说付过（流水号 %s）：付的那一笔也进记录，只进一次', async (bankSerialNo) => {
    const world = await another();
    await world.hire(1);
    const batch = await world.approved();
    await world.simulator({ anxin: null, processMs: 3_600_000 });
    await world.send(batch);
    const batchNo = await batchNoOf(world, batch);
    const wages = () =>
      world.database.owner("select serial_no, amount_fen from prevention.account_flow where project_id = $1 and kind = 'wage' and undone_at is null", [
        world.projectId,
      ]);
    await tell(
      world,
      'PayrollResult',
      { batchNo, lines: [resultLine(1, '退票', { paidAt: undefined, bankSerialNo })] },
      { sentAt: '2026-11-21T10:00:00+08:00' },
    );
    await world.work();
    expect(await wages()).toEqual([]);
    await tell(world, 'PayrollResult', { batchNo, lines: [resultLine(1, 'SUCCESS', { bankSerialNo })] }, { sentAt: '2026-11-20T17:00:00+08:00' });
    await world.work();
    await world.work();
    expect(await standingOf(world, batch)).toMatchObject({ lines: [{ state: 'returned' }] });
    expect(await wages()).toEqual([{ serial_no: bankSerialNo ?? `${batchNo}-1`, amount_fen: payrollRow(1).netFen.toString() }]);
  });

  it('隔天退回：退票那天先列“没有退回”，进账到了自己消失，进账那天也不列', async () => {
    const { world, batchNo } = await paid();
    await tell(world, 'Transaction', {
      accountNo: world.account,
      txnDate: '2026-11-20',
      bankSerialNo: 'L1',
      dcFlag: 'D',
      amount: '10000.03',
      balanceAfter: '0.00',
      summary: '代发',
      batchNo,
    });
    await tell(world, 'Returned', back(world));
    for (let more = 1; more > 0; ) more = await reconcileRecent(world.ports);
    expect(await differencesOf(world)).toEqual(['refund-missing']);
    await tell(world, 'Transaction', credit(world, { txnDate: '2026-11-21' }));
    for (let more = 1; more > 0; ) more = await reconcileRecent(world.ports);
    expect(await differencesOf(world)).toEqual([]);
  });

  it('退票先到：等回盘，回盘到了自己接上；金额差一分、原流水号不是我们的不收', async () => {
    const world = await another();
    await world.hire(1);
    const batch = await world.approved();
    await world.simulator({ anxin: null, processMs: 3_600_000 });
    await world.send(batch);
    const batchNo = await batchNoOf(world, batch);
    expect(await tell(world, 'Returned', back(world), { sentAt: '2026-11-21T10:00:00+08:00' })).toMatchObject({ outcome: 'waiting' });
    await tell(world, 'PayrollResult', { batchNo, lines: [resultLine(1, 'SUCCESS')] });
    expect(await standingOf(world, batch)).toMatchObject({ lines: [{ state: 'returned' }] });
    expect(await tell(world, 'Returned', back(world, { amount: '5000.02' }))).toMatchObject({ status: 409, code: 'return-mismatch' });
    expect(await tell(world, 'Returned', back(world, { originalSerialNo: 'S-none' }))).toMatchObject({ outcome: 'waiting' });
  });
});

describe('ReceiptReady 电子回单', () => {
  it('报编号、传文件、按摘要核对，接到明细；不是 PDF/OFD、摘要不符、换了内容的不收', async () => {
    const world = await another();
    await world.hire(2);
    const batch = await world.approved();
    await world.simulator({ anxin: null, processMs: 3_600_000 });
    await world.send(batch);
    const batchNo = await batchNoOf(world, batch);
    await tell(world, 'PayrollResult', { batchNo, lines: [resultLine(1, 'SUCCESS'), resultLine(2, 'SUCCESS')] });
    const pdf = Buffer.from(`%PDF-1.7\n${'回单'.repeat(100)}`);
    const sm3 = createHash('sm3').update(pdf).digest('hex');
    const receipt = (change: object = {}) => ({
      accountNo: world.account,
      receiptNo: 'E-1',
      kind: 'single',
      bankSerialNo: 'S2',
      amount: '5000.02',
      date: '2026-11-20',
      sm3,
      verificationCode: 'V9',
      ...change,
    });
    const file = (content: Buffer, receiptNo = 'E-1') => post(world, '/bank/v1/receipt-files', { receiptNo, content: content.toString('base64') });
    expect(await file(pdf)).toMatchObject({ status: 404, code: 'receipt-not-found' });
    expect(await tell(world, 'ReceiptReady', receipt())).toMatchObject({ outcome: 'taken' });
    expect(await tell(world, 'ReceiptReady', receipt())).toMatchObject({ outcome: 'taken' });
    expect(await tell(world, 'ReceiptReady', receipt({ amount: '5000.03' }))).toMatchObject({ status: 409, code: 'receipt-used' });
    expect(await file(Buffer.from('PK not one'))).toMatchObject({ code: 'receipt-file-invalid' });
    expect(await file(Buffer.concat([pdf, Buffer.from(' ')]))).toMatchObject({ code: 'receipt-digest-wrong' });
    expect(await file(pdf)).toMatchObject({ status: 200, outcome: 'taken' });
    expect(await file(pdf)).toMatchObject({ status: 200 });
    await tell(world, 'ReceiptReady', receipt({ receiptNo: 'E-2', kind: 'batch', batchNo, bankSerialNo: undefined, amount: '10000.03', sm3: undefined }));
    const receipts = await receiptsOf(world.ports, world.officer, batch);
    expect(receipts).toMatchObject([
      { receiptNo: 'E-1', serialNo: 'S2', workerName: payrollRow(2).name, hasFile: true, verificationCode: 'V9' },
      { receiptNo: 'E-2', kind: 'batch', batchNo, workerName: null, hasFile: false },
    ]);
    const opened = must(await receiptFile(world.ports, world.officer, receipts[0]?.id ?? ''));
    expect(opened.content.equals(pdf)).toBe(true);
    expect(await receiptFile(world.ports, world.officer, receipts[1]?.id ?? '')).toMatchObject({ ok: false, refusal: { code: 'receipt-file-not-found' } });
    await file(pdf, 'E-2');
    expect(await file(Buffer.concat([pdf, Buffer.from(' ')]), 'E-2')).toMatchObject({ status: 409, code: 'receipt-used' });
  });
});

describe('CardEvent 工资卡', () => {
  const event = (n: number, what: string, hour: number) =>
    tell(first, 'CardEvent', { cardNo: cardOf(n), event: what, date: '2026-11-20' }, { sentAt: `2026-11-20T${String(hour).padStart(2, '0')}:00:00+08:00` });
  const cardOf = (n: number) => rosterRow(500 + n).card ?? '';
  async function withCard(n: number): Promise<BankWorld> {
    const world = await another();
    await world.hire(1, { roster: (row) => ({ ...row, card: cardOf(n) }), payroll: (row) => ({ ...row, card: cardOf(n) }) });
    return world;
  }

  it.each([
    ['lost', '挂失'],
    ['frozen', '冻结'],
    ['cancelled', '销卡'],
  ])('%s：核对时拦下，说明原因', async (what, word) => {
    const n = ['lost', 'frozen', 'cancelled'].indexOf(what) + 1;
    await event(n, what, 9);
    const world = await withCard(n);
    const made = must(await makeBatch(world.ports, world.officer, { projectId: world.projectId, month: MONTH }));
    must(await check(world.ports, world.officer, made.id));
    const [batch] = await world.database.owner<{ findings: { code: string; bars: boolean; says: string }[] }>(
      'select findings from prevention.pay_batch where id = $1',
      [made.id],
    );
    expect(batch?.findings).toContainEqual(expect.objectContaining({ code: 'card-trouble', bars: true, says: expect.stringContaining(word) }));
    expect(await approve(world.ports, world.manager, made.id)).toMatchObject({ ok: false, refusal: { code: 'batch-barred' } });
  });

  it('复核以后才挂失：送银行时拦下，换下这个人才能送；一天里挂失、找回、再挂失，以最后的为准', async () => {
    const world = await withCard(7);
    const batch = await world.approved();
    const send = () => submit(world.ports, world.officer, batch, { by: 'link', appid: world.bank.appid });
    for (const [what, hour] of [
      ['lost', 9],
      ['activated', 10],
      ['lost', 11],
    ] as const)
      expect(await event(7, what, hour)).toMatchObject({ outcome: 'taken' });
    expect(await send()).toMatchObject({ ok: false, refusal: { code: 'batch-card-trouble', says: expect.stringContaining('的卡已挂失') } });
    expect((await standingOf(world, batch)).lines.map((line) => line.state)).toEqual(['new']);
    await event(7, 'activated', 12);
    expect(await send()).toMatchObject({ ok: true });
    const other = await withCard(8);
    const second = await other.approved();
    await event(8, 'cancelled', 13);
    must(await sendBack(other.ports, other.officer, second));
    must(await dropLines(other.ports, other.officer, second, [1]));
    expect((await standingOf(other, second)).lines.map((line) => line.state)).toEqual(['dropped']);
  });

  it('开卡、启用不拦；卡号不对的消息不收', async () => {
    await event(9, 'issued', 9);
    await event(9, 'activated', 10);
    const world = await withCard(9);
    const batch = await world.approved();
    expect(await submit(world.ports, world.officer, batch, { by: 'link', appid: world.bank.appid })).toMatchObject({ ok: true });
    expect(await tell(world, 'CardEvent', { cardNo: '12345678901', event: 'lost', date: '2026-11-20' })).toMatchObject({ status: 400 });
    expect(await tell(world, 'CardEvent', { cardNo: cardOf(9), event: 'stolen', date: '2026-11-20' })).toMatchObject({ status: 400 });
  });
});

describe('DepositEvent 保证金：动的就是保证金各条规则看的事实', () => {
  const event = (world: BankWorld, what: string, date: string, more: object = {}) =>
    tell(world, 'DepositEvent', { certificateNo: `D-${world.projectId}`, projectCode: codeOf(world), event: what, date, ...more });
  const held = async (world: BankWorld, on = '2026-11-20') => {
    const facts = (await world.records.at(on)).project(Number(world.projectId));
    return [facts.depositKind, facts.depositFen === null ? null : Number(facts.depositFen) / 100, facts.depositStoredOn, facts.depositGuaranteeUntil];
  };
  /** 贵州's rate is 2 %, so that 10,000,000 yuan ask for 200,000 and can never lawfully be below 50,000. */
  const codes = async (world: BankWorld, on = '2026-11-20') =>
    (await findingsOf(world, on, '520000')).map((one) => one.code).filter((code) => code.startsWith('DEP-'));
  async function site(columns: Record<string, unknown> = {}): Promise<BankWorld> {
    const world = await another();
    await world.database.owner(
      `update prevention.project set contract_fen = 1000000000, contract_signed_on = '2026-01-05', permit_on = '2026-01-05', finish_due_on = '2027-12-31', stated = stated || array['deposit_stored_on','permit_on'] where id = $1`,
      [world.projectId],
    );
    for (const [column, value] of Object.entries(columns))
      await world.database.owner(`update prevention.project set ${column} = $2 where id = $1`, [world.projectId, value]);
    return world;
  }

  it('现金：没存报 DEP-01；存入消失，少一分到下限报 DEP-04，补足消失；返还以后又报；往日的事实不变', async () => {
    const world = await site();
    expect(await codes(world)).toContain('DEP-01');
    await event(world, 'opened', '2026-02-01', { amount: '49999.99' });
    expect(await held(world)).toEqual(['cash', 49_999.99, '2026-02-01', null]);
    expect(await codes(world)).toEqual(['DEP-04']);
    await event(world, 'topped-up', '2026-03-01', { amount: '0.01' });
    expect(await held(world)).toEqual(['cash', 50_000, '2026-02-01', null]);
    expect(await codes(world)).not.toContain('DEP-04');
    await event(world, 'released', '2026-10-01');
    expect(await held(world)).toEqual([null, null, null, null]);
    expect(await codes(world)).toContain('DEP-01');
    expect(await held(world, '2026-09-30')).toEqual(['cash', 50_000, '2026-02-01', null]);
    expect(await held(world, '2026-01-31')).toEqual([null, null, null, null]);
  });

  it('保函：开立、到期前一个月提醒（前一天不提醒）、过期报警、索赔以后不足', async () => {
    const world = await site();
    await event(world, 'guarantee-issued', '2026-02-01', { amount: '300000.00', until: '2026-12-20' });
    expect(await held(world)).toEqual(['guarantee', 300_000, '2026-02-01', '2026-12-20']);
    expect(await codes(world, '2026-11-19')).not.toContain('DEP-12');
    expect(await codes(world, '2026-11-20')).toContain('DEP-12');
    await event(world, 'guarantee-expiring', '2026-11-20', { until: '2026-12-10' });
    expect((await held(world)).at(-1)).toBe('2026-12-10');
    expect((await findingsOf(world, '2026-12-10')).filter((one) => one.code === 'DEP-11').map((one) => one.level)).not.toContain(4);
    expect((await findingsOf(world, '2026-12-11')).filter((one) => one.code === 'DEP-11').map((one) => one.level)).toEqual([4]);
    await event(world, 'guarantee-claimed', '2026-11-20', { amount: '250000.01' });
    expect(await held(world)).toEqual(['guarantee', 49_999.99, '2026-02-01', '2026-12-10']);
    expect(await codes(world)).toContain('DEP-04');
  });

  it('先后颠倒、重复，结果一样；同一张的开立改了内容不收；别的项目的存单不收；缺金额、缺到期日不收', async () => {
    const world = await site();
    await event(world, 'topped-up', '2026-03-01', { amount: '20000.00' });
    await event(world, 'released', '2026-04-01', { amount: '30000.00' });
    await event(world, 'opened', '2026-02-01', { amount: '100000.00' });
    await event(world, 'topped-up', '2026-03-01', { amount: '20000.00' });
    expect(await held(world)).toEqual(['cash', 90_000, '2026-02-01', null]);
    expect(await event(world, 'opened', '2026-02-01', { amount: '100000.01' })).toMatchObject({ status: 409, code: 'certificate-used' });
    const other = await site();
    expect(
      await tell(world, 'DepositEvent', {
        certificateNo: `D-${world.projectId}`,
        projectCode: codeOf(other),
        event: 'topped-up',
        date: '2026-03-02',
        amount: '1.00',
      }),
    ).toMatchObject({
      code: 'certificate-used',
    });
    expect(await event(world, 'topped-up', '2026-03-02')).toMatchObject({ status: 400 });
    expect(await event(world, 'topped-up', '2026-03-02', { amount: '0.00' })).toMatchObject({ status: 400 });
    expect(await event(other, 'guarantee-issued', '2026-03-02', { amount: '1.00' })).toMatchObject({ status: 400 });
    expect(await event(world, 'opened', '2026-03-02', { amount: '1.00', projectCode: 'P-没有' })).toMatchObject({ status: 404 });
  });

  it('台账先有的：银行没报过开立的增减接着台账算；银行报的开立与台账不同，以银行为准并列为差异；没有说过的项目照台账', async () => {
    const ledger = { deposit_kind: 'cash', deposit_fen: '10000000', deposit_stored_on: '2026-01-10' };
    const world = await site(ledger);
    expect(await held(world)).toEqual(['cash', 100_000, '2026-01-10', null]);
    await event(world, 'topped-up', '2026-03-01', { amount: '20000.00' });
    expect(await held(world)).toEqual(['cash', 120_000, '2026-01-10', null]);
    await event(world, 'released', '2026-04-01', { amount: '120000.00' });
    expect(await held(world)).toEqual([null, null, null, null]);
    const differs = await site(ledger);
    await event(differs, 'opened', '2026-01-10', { amount: '99999.99' });
    expect(await held(differs)).toEqual(['cash', 99_999.99, '2026-01-10', null]);
    expect(await differencesOf(differs)).toEqual(['deposit-differs']);
  });

  it('现金换保函：两张合起来算，形式看后一张', async () => {
    const world = await site();
    await event(world, 'opened', '2026-02-01', { amount: '100000.00' });
    await event(world, 'guarantee-issued', '2026-06-01', { certificateNo: `G-${world.projectId}`, amount: '150000.00', until: '2028-01-01' });
    expect(await held(world)).toEqual(['guarantee', 250_000, '2026-06-01', '2028-01-01']);
    await event(world, 'released', '2026-06-02', { amount: '100000.00' });
    expect(await held(world)).toEqual(['guarantee', 150_000, '2026-06-01', '2028-01-01']);
  });
});
