import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chanceOf } from '../../src/apps/simulate/random.ts';
import { approve, check, makeBatch, submit } from '../../src/modules/prevention/bank-payments/server/batches.ts';
import { once } from '../../src/modules/prevention/bank-payments/server/commands.ts';
import { sendNext } from '../../src/modules/prevention/bank-payments/server/sending.ts';
import { takeMessage } from '../../src/modules/prevention/bank-payments/server/taking.ts';
import { sign, signatureHeaders } from '#platform/signing/index.ts';
import { ACCOUNT, type BankWorld, bankWorld, MONTH, must, payrollRow, standingOf, until } from '../support/bank.ts';

let world: BankWorld;
beforeAll(async () => {
  world = await bankWorld({}, 10_000);
});
afterAll(() => world.stop());

const PAYROLLS = 1_000;
const SUBMISSIONS = 5;
const CLIENTS = 16;

/** Runs the tasks with so many hands. */
async function atOnce<T>(tasks: readonly T[], hands: number, work: (task: T) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: hands }, async () => {
      for (;;) {
        const task = tasks[next++];
        if (task === undefined) return;
        await work(task);
      }
    }),
  );
}

describe('同一份工资，无论送几次、几个人同时送，只发一次', () => {
  it(`${PAYROLLS} 份工资 × ${SUBMISSIONS} 次 × ${CLIENTS} 个客户端：银行账上正好 ${PAYROLLS} 笔，银行自己不防重复也一样`, async () => {
    const site = await world.another();
    await site.hire(PAYROLLS);
    const bank = await site.simulator({ anxin: null });
    const people = (
      await site.database.owner<{ person_id: string }>('select person_id from prevention.roster_entry where project_id = $1 order by person_id', [
        site.projectId,
      ])
    ).map((row) => row.person_id);
    expect(people).toHaveLength(PAYROLLS);
    const submissions = chanceOf('pays-once').shuffled(people.flatMap((person) => Array.from({ length: SUBMISSIONS }, () => person)));
    let refused = 0;
    await atOnce(submissions, CLIENTS, async (person) => {
      const made = await makeBatch(site.ports, site.officer, { projectId: site.projectId, month: MONTH, people: [person] });
      if (!made.ok) {
        refused += 1;
        return;
      }
      must(await check(site.ports, site.officer, made.value.id));
      must(await approve(site.ports, site.manager, made.value.id));
      // Double click, and the second officer: five submissions of the very same batch, two of them with the same number.
      const again = randomUUID();
      const route = { by: 'link', appid: site.bank.appid } as const;
      const sent = await Promise.all(
        [again, again, randomUUID(), randomUUID(), randomUUID()].map((command) =>
          once(site.ports, site.officer, command, ['submit', made.value.id], () => submit(site.ports, site.officer, made.value.id, route)),
        ),
      );
      expect(sent.filter((one) => one.ok).length).toBeGreaterThanOrEqual(1);
      // Senders of several processes look for work at the same time.
      await Promise.all([sendNext(site.ports), sendNext(site.ports)]);
    });
    while (await sendNext(site.ports)) {}
    const { books, naive, handIns } = await bank.books();
    expect(refused).toBe(PAYROLLS * (SUBMISSIONS - 1));
    expect(books).toHaveLength(PAYROLLS);
    expect(new Set(books.map((one) => one.cardNo)).size).toBe(PAYROLLS);
    // A bank that carries out whatever it is handed would have paid as often: nothing was handed in twice.
    expect(naive).toBe(PAYROLLS);
    expect(Object.values(handIns).every((times) => times === 1)).toBe(true);
    const [sum] = await site.database.owner<{ fen: string }>('select sum(net_fen)::text as fen from prevention.payroll_line where project_id = $1', [
      site.projectId,
    ]);
    expect(books.reduce((total, one) => total + BigInt(one.amountFen), 0n).toString()).toBe(sum?.fen);
  }, 400_000);

  it('对照：没有唯一约束，先查后写会重复付款', async () => {
    await world.database.owner('create table public.naive_line (person_id bigint not null, state text not null)');
    const pool = new pg.Pool({ connectionString: world.database.ownerUrl, max: CLIENTS });
    const people = Array.from({ length: 100 }, (_, at) => at);
    await atOnce(
      people.flatMap((person) => Array.from({ length: SUBMISSIONS }, () => person)),
      CLIENTS,
      async (person) => {
        const client = await pool.connect();
        await client.query('begin');
        const { rowCount } = await client.query("select from public.naive_line where person_id = $1 and state <> 'failed'", [person]);
        if (rowCount === 0) await client.query("insert into public.naive_line values ($1, 'sent')", [person]);
        await client.query('commit');
        client.release();
      },
    );
    const { rows } = await pool.query<{ doubled: number }>(
      'select count(*)::int as doubled from (select from public.naive_line group by person_id having count(*) > 1) d',
    );
    await pool.end();
    expect(rows[0]?.doubled ?? 0).toBeGreaterThan(0);
  });

  it('库里的约束自己就挡得住：绕过程序直接写第二笔也写不进', async () => {
    const site = await world.another();
    await site.hire(1);
    const batch = await site.approved();
    const copy = `insert into prevention.pay_line (project_id, batch_id, line_no, month, person_id, item, name, identity_mask, amount_fen, payroll_lines, state)
      select project_id, batch_id, line_no + 1, month, person_id, item, name, identity_mask, amount_fen, payroll_lines, $2 from prevention.pay_line where batch_id = $1 and line_no = 1`;
    for (const state of ['new', 'sent', 'unknown', 'paid']) await expect(site.database.owner(copy, [batch, state])).rejects.toThrow('pay_obligation');
    await expect(site.database.owner('update prevention.pay_batch set approved_by = made_by where id = $1', [batch])).rejects.toThrow('check');
  });

  it('同一个操作编号：同样的内容得到上次的答复，别的内容 422，正在办 409', async () => {
    const [id, other] = [randomUUID(), randomUUID()];
    const done = async () => ({ ok: true, value: 'made' }) as const;
    expect(await once(world.ports, world.officer, id, ['a'], done)).toEqual({ ok: true, value: 'made' });
    expect(await once(world.ports, world.officer, id, ['a'], async () => ({ ok: true, value: 'other' }))).toEqual({ ok: true, value: 'made' });
    expect(await once(world.ports, world.officer, id, ['b'], done)).toMatchObject({ ok: false, refusal: { code: 'command-reused' } });
    expect(await once(world.ports, world.manager, id, ['a'], done)).toMatchObject({ ok: false, refusal: { code: 'command-reused' } });
    let go: () => void = () => undefined;
    const first = once(
      world.ports,
      world.officer,
      other,
      ['a'],
      () => new Promise<{ ok: true; value: string }>((finish) => (go = () => finish({ ok: true, value: 'slow' }))),
    );
    while (go.length !== 0 || (await world.database.owner('select from prevention.pay_command where key = $1', [other])).length === 0) {}
    expect(await once(world.ports, world.officer, other, ['a'], done)).toMatchObject({ ok: false, refusal: { code: 'command-in-flight' } });
    go();
    expect(await first).toEqual({ ok: true, value: 'slow' });
  });
});

const FORGERIES = 10_000;

describe('伪造和重复的银行消息什么都不改', () => {
  it(`${FORGERIES} 条伪造的回盘，一条也不采信，库里一行也不变`, async () => {
    const site = await world.another({ confirm: 'none' });
    await site.hire(2);
    await site.simulator({ anxin: null, processMs: 3_600_000 });
    const batchId = await site.approved();
    await site.send(batchId);
    const [batch] = await site.database.owner<{ batch_no: string }>('select batch_no from prevention.pay_batch where id = $1', [batchId]);
    const batchNo = batch?.batch_no ?? '';
    const card = (n: number) => payrollRow(n).card ?? '';
    const genuine = (n: number) => ({
      msgId: `F-${n}`,
      type: 'PayrollResult',
      bankCode: '102',
      sentAt: '2026-11-20T10:00:00+08:00',
      seq: n,
      body: { batchNo, lines: [{ lineNo: 1, cardNo: card(1), amount: '5000.01', status: 'SUCCESS', bankSerialNo: `X${n}`, paidAt: '2026-11-20 10:00:00' }] },
    });
    const state = async () =>
      JSON.stringify([
        await standingOf(site, batchId),
        await site.database.owner('select count(*)::int from prevention.pay_evidence where batch_id = $1', [batchId]),
        await site.database.owner('select count(*)::int from prevention.bank_message where appid = $1', [site.bank.appid]),
        await site.database.owner('select count(*)::int from prevention.bank_transaction where project_id = $1', [site.projectId]),
      ]);
    const before = await state();
    const link = await site.ports.findLink(site.bank.appid);
    if (link === undefined) throw new Error('no link');
    const chance = chanceOf('forgeries');
    let accepted = 0;
    const kinds = new Map<string, number>();
    await atOnce(
      Array.from({ length: FORGERIES }, (_, n) => n),
      CLIENTS,
      async (n) => {
        const message = genuine(n);
        const line = message.body.lines[0];
        if (line === undefined) return;
        // Half come without the key, half with it but about other amounts, payees, lines or batches than we ordered.
        if (n % 2 === 0) {
          const body = JSON.stringify(message);
          const path = '/bank/v1/messages';
          const right = sign({ method: 'POST', path, body }, { app: site.bank.appid, secret: chance.happens(0.5) ? 'guess' : site.bank.secret });
          const bad = chance.pick([
            { ...right, signature: `hmac-sha256=${createHash('sha256').update(String(n)).digest('hex')}` },
            { ...right, app: 'bank-unknown' },
            { ...right, timestamp: String(Number(right.timestamp) - 301) },
            { ...right, nonce: 'another-nonce-1' },
          ]);
          const changed = chance.happens(0.5) ? body.replace('5000.01', '5000.02') : body;
          const answer = await fetch(`${site.address}${path}`, {
            method: 'POST',
            headers: { ...signatureHeaders(bad), 'content-type': 'application/json' },
            body: changed,
          });
          kinds.set(`http ${answer.status}`, (kinds.get(`http ${answer.status}`) ?? 0) + 1);
          if (answer.status < 400) accepted += 1;
          return;
        }
        const change = chance.pick([
          { ...line, amount: `${chance.between(1, 4_999)}.00` },
          { ...line, cardNo: card(2) },
          { ...line, cardNo: '6222020200000000001' },
          { ...line, lineNo: 2 },
          { ...line, lineNo: 99 },
          { ...line, amount: '-5000.01' },
          { ...line, amount: '5000.010' },
        ]);
        const body = chance.happens(0.2) ? { ...message.body, batchNo: `AX202610${String(n).padStart(16, '0')}` } : { ...message.body, lines: [change] };
        const taken = await takeMessage(site.ports, link, 'https', { ...message, body });
        kinds.set(taken.ok ? 'taken' : taken.refusal.code, (kinds.get(taken.ok ? 'taken' : taken.refusal.code) ?? 0) + 1);
        if (taken.ok) accepted += 1;
      },
    );
    expect(accepted).toBe(0);
    expect(await state()).toBe(before);
    expect(kinds.size).toBeGreaterThanOrEqual(4);
    // The control: the genuine one is taken, by the same door.
    expect(await takeMessage(site.ports, link, 'https', genuine(FORGERIES))).toEqual({ ok: true, value: 'taken' });
    expect((await standingOf(site, batchId)).lines.map((one) => one.state)).toEqual(['paid', 'sent']);
  }, 300_000);

  it('每条消息发 1 至 5 次、打乱次序，最后的状态与按次序发的完全一样', async () => {
    const seeds = Array.from({ length: 6 }, (_, n) => `shuffle ${n}`);
    const states: string[] = [];
    for (const seed of ['in order', ...seeds]) {
      const site = await world.another({ confirm: 'none' });
      await site.hire(4);
      await site.simulator({ anxin: null, processMs: 3_600_000 });
      const batchId = await site.approved();
      await site.send(batchId);
      const [batch] = await site.database.owner<{ batch_no: string }>('select batch_no from prevention.pay_batch where id = $1', [batchId]);
      const link = await site.ports.findLink(site.bank.appid);
      if (link === undefined) throw new Error('no link');
      const messages = story(batch?.batch_no ?? '', site.account);
      const chance = chanceOf(seed);
      const order =
        seed === 'in order' ? messages : chance.shuffled(messages.flatMap((message) => Array.from({ length: chance.between(1, 5) }, () => message)));
      await atOnce(order, seed === 'in order' ? 1 : 4, async (message) => void must(await takeMessage(site.ports, link, 'https', message)));
      await until(site, async () => true);
      states.push(await stateOf(site, batchId));
    }
    const [inOrder = '', ...shuffled] = states;
    for (const one of shuffled) expect(JSON.parse(one)).toEqual(JSON.parse(inOrder));
    expect(new Set(states.map((one) => createHash('sha256').update(one).digest('hex'))).size).toBe(1);
  }, 120_000);
});

/** What a bank tells about one batch: accepted, paid and failed, one returned with its refund, balances, a freeze, a receipt, a card lost. */
function story(batchNo: string, account: string): readonly object[] {
  let seq = 0;
  const message = (type: string, hour: number, body: object) => {
    seq += 1;
    return { msgId: `M-${seq}`, type, bankCode: '102', sentAt: `2026-11-20T${String(hour).padStart(2, '0')}:00:00+08:00`, seq, body };
  };
  const line = (n: number, status: string) => ({
    lineNo: n,
    cardNo: payrollRow(n).card,
    amount: `5000.0${n}`,
    status,
    bankSerialNo: `S${n}`,
    paidAt: '2026-11-20 11:00:00',
  });
  return [
    message('PayrollAccepted', 9, { batchNo, bankBatchNo: 'B1' }),
    message('PayrollResult', 10, { batchNo, lines: [line(1, 'PROCESSING'), line(2, 'PROCESSING')] }),
    message('PayrollResult', 11, { batchNo, lines: [line(1, 'SUCCESS'), line(2, 'SUCCESS'), line(3, 'FAILED')] }),
    message('PayrollResult', 12, { batchNo, lines: [line(4, '账户状态核实中')] }),
    message('Transaction', 11, {
      accountNo: account,
      txnDate: '2026-11-20',
      txnTime: '11:00:00',
      bankSerialNo: 'L1',
      dcFlag: 'D',
      amount: '10000.03',
      balanceAfter: '90000.00',
      summary: '代发工资',
      batchNo,
    }),
    message('Returned', 15, {
      accountNo: account,
      originalSerialNo: 'S1',
      returnDate: '2026-11-20',
      amount: '5000.01',
      reasonCode: 'R1',
      reason: '账户已销户',
    }),
    message('Transaction', 16, {
      accountNo: account,
      txnDate: '2026-11-20',
      txnTime: '16:00:00',
      bankSerialNo: 'R1',
      dcFlag: 'C',
      amount: '5000.01',
      balanceAfter: '95000.01',
      summary: '代发工资退票',
      reversalOf: 'S1',
    }),
    message('BalanceReport', 17, { accountNo: account, date: '2026-11-20', bookBalance: '95000.00', frozen: '0.00' }),
    message('BalanceReport', 18, {
      accountNo: account,
      date: '2026-11-20',
      bookBalance: '95000.01',
      available: '94000.01',
      frozen: '1000.00',
      freezeOrderNo: '（2026）鲁1526执保1号',
    }),
    message('ReceiptReady', 19, { accountNo: account, receiptNo: 'E1', kind: 'batch', batchNo, date: '2026-11-20', amount: '10000.03' }),
    message('CardEvent', 20, { cardNo: '6222020200999990001', event: 'lost', date: '2026-11-20' }),
  ];
}

/** The state of one site without the numbers the database or we gave out. */
async function stateOf(site: BankWorld, batchId: string): Promise<string> {
  const rows = [];
  for (const sql of [
    'select state, told_accepted, lines, total_fen from prevention.pay_batch where project_id = $1',
    'select line_no, state, contradicted, refund_arrived, said_code, said_words, serial_no, paid_on, flow_posted from prevention.pay_line where project_id = $1 order by line_no',
    "select l.line_no, e.via, e.says, e.at, e.code, e.words from prevention.pay_evidence e join prevention.pay_line l on l.id = e.line_id where e.project_id = $1 and e.via <> 'pull' order by 1, 2, 3, 4, 5, 6",
    'select serial_no, on_day, direction, kind, amount_fen, balance_fen from prevention.bank_transaction where project_id = $1 order by 1',
    'select on_day, book_fen, available_fen, frozen_fen, freeze_order_no, flow_posted from prevention.bank_balance where project_id = $1 order by 1',
    'select serial_no, happened_on, direction, kind, amount_fen, balance_fen, pay_month from prevention.account_flow where project_id = $1 and undone_at is null order by 1',
    'select kind, amount_fen from prevention.bank_receipt where project_id = $1',
    'select type, outcome from prevention.bank_message where appid = (select appid from prevention.pay_batch where project_id = $1 limit 1) order by seq',
  ]) {
    rows.push(await site.database.owner(sql, [site.projectId]));
  }
  expect(await standingOf(site, batchId)).toMatchObject({
    state: 'processing',
    lines: [{ state: 'returned', refund_arrived: true }, { state: 'paid' }, { state: 'failed' }, { state: 'unknown' }],
  });
  return JSON.stringify(rows).replaceAll(site.account, ACCOUNT);
}
