import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { EVENT_KINDS } from '#modules/office/integration/domain/index.ts';
import type { Behaviour } from '../../src/apps/bank-simulator/behaviours.ts';
import { BEHAVIOURS } from '../../src/apps/bank-simulator/behaviours.ts';
import { handInAgain, makeBatch } from '../../src/modules/prevention/bank-payments/server/batches.ts';
import { readDropBox, tellForgotten } from '../../src/modules/prevention/bank-payments/server/worker.ts';
import { type BankWorld, bankWorld, MONTH, type Simulated, standingOf, until } from '../support/bank.ts';

let first: BankWorld;
let world: BankWorld;
beforeAll(async () => {
  first = await bankWorld();
});
afterAll(async () => {
  // And every name in the catalogue was told by one of the stories.
  const told = (await first.database.owner<{ kind: string }>("select distinct kind from exchange.event where kind like 'payment.%'")).map(({ kind }) => kind);
  await first.stop();
  expect(told.toSorted()).toEqual(EVENT_KINDS.flatMap(({ kind }) => (kind.startsWith('payment.') ? [kind] : [])).toSorted());
});
afterEach(async () => {
  // What is told outside has a name that somebody can ask for.
  const told = await first.database.owner<{ kind: string }>("select distinct kind from exchange.event where kind like 'payment.%'");
  expect(told.map(({ kind }) => kind).filter((kind) => !EVENT_KINDS.some((known) => known.kind === kind))).toEqual([]);
});

/** Three workers, one batch, handed to a bank that behaves so. */
async function paidBy(behaviour: Behaviour, settings: Record<string, string> = {}, more: { anxin?: null } = {}): Promise<{ batch: string; bank: Simulated }> {
  world = await first.another(settings);
  await world.hire(3);
  const bank = await world.simulator({ behaviour, ...more });
  const batch = await world.approved();
  await world.send(batch);
  return { batch, bank };
}

const states = async (batch: string) => (await standingOf(world, batch)).lines.map((line) => line.state);
const stateOf = async (batch: string) => (await standingOf(world, batch)).state;
const all = (state: string) => [state, state, state];

async function refusals(): Promise<readonly string[]> {
  return (
    await world.database.owner<{ code: string }>("select code from exchange.message where outcome = 'refused' and appid = $1 order by id", [world.bank.appid])
  ).map((row) => row.code);
}

const covered = new Set<Behaviour>();
function each(behaviour: Behaviour, story: string, run: () => Promise<void>): void {
  covered.add(behaviour);
  it(`${BEHAVIOURS[behaviour]}：${story}`, run);
}

describe('银行怎样出错，安薪怎样应对（HTTPS）', () => {
  each('honest', '全部发出，流水落到工人名下，只递交一次', async () => {
    const { batch, bank } = await paidBy('honest');
    await until(world, async () => (await stateOf(batch)) === 'finished');
    expect(await states(batch)).toEqual(all('paid'));
    const flows = await world.database.owner<{ people: number; kinds: string }>(
      "select count(distinct person_id)::int as people, string_agg(distinct kind, ',') as kinds from prevention.account_flow where undone_at is null and pay_month = '2026-10-01' and project_id = $1",
      [world.projectId],
    );
    expect(flows).toEqual([{ people: 3, kinds: 'wage' }]);
    expect(Object.values((await bank.books()).handIns)).toEqual([1]);
  });

  for (const behaviour of ['accept-then-silence', 'error-after-commit', 'garbage-answer'] as const) {
    each(behaviour, '先记结果不明，去问，问明已发；没有再递交', async () => {
      // Nothing but the answer could tell: this bank sends no messages.
      const { batch, bank } = await paidBy(behaviour, {}, { anxin: null });
      expect(new Set(await states(batch))).toEqual(new Set(['unknown']));
      await until(world, async () => (await stateOf(batch)) === 'finished');
      expect(Object.values((await bank.books()).handIns)).toEqual([1]);
      expect((await bank.books()).naive).toBe(3);
    });
  }

  each('slow', '等不到答复就记结果不明去问，不重发', async () => {
    const { batch, bank } = await paidBy('slow');
    // Its word that it has the batch may reach us by another way before; what it did with it nobody knows yet.
    expect(new Set(await states(batch))).not.toContain('paid');
    await until(world, async () => (await stateOf(batch)) === 'finished');
    expect((await bank.books()).naive).toBe(3);
  });

  each('never-received', '银行答复没有收到：结果不明，不自动重发；半小时内不许人重交', async () => {
    const { batch, bank } = await paidBy('never-received');
    await until(world, async () => (await standingOf(world, batch)).lines.every((line) => line.never_received));
    expect(await states(batch)).toEqual(all('unknown'));
    await world.work();
    expect((await bank.books()).books).toEqual([]);
    expect(await handInAgain(world.ports, world.officer, batch)).toMatchObject({ ok: false, refusal: { code: 'batch-answer-fresh' } });
    // Nor may anybody make another batch of them.
    expect(await makeBatch(world.ports, world.officer, { projectId: world.projectId, month: MONTH })).toMatchObject({
      ok: false,
      refusal: { code: 'batch-nothing-due' },
    });
    await world.database.owner("update prevention.pay_batch set asked_at = asked_at - interval '31 minutes' where id = $1", [batch]);
    expect(await handInAgain(world.ports, world.officer, batch)).toMatchObject({ ok: true });
    await until(world, async () => (await stateOf(batch)) === 'finished');
    expect((await bank.books()).books).toHaveLength(3);
  });

  for (const [behaviour, expected] of [
    ['partial', ['paid', 'paid', 'failed']],
    ['name-mismatch', ['failed', 'paid', 'paid']],
  ] as const) {
    each(behaviour, '部分发出，失败的可以补发，已发的不能', async () => {
      const { batch } = await paidBy(behaviour);
      await until(world, async () => (await stateOf(batch)) === 'partial');
      expect(await states(batch)).toEqual(expected);
      const again = await makeBatch(world.ports, world.officer, { projectId: world.projectId, month: MONTH });
      expect(again).toMatchObject({ ok: true, value: { lines: 1, skipped: [{ why: '已经发过' }, { why: '已经发过' }] } });
      expect(await states(batch)).toEqual(expected.map((state) => (state === 'failed' ? 'reissued' : state)));
    });
  }

  each('cut-off', '当天一直在处理，第二天发出', async () => {
    const { batch, bank } = await paidBy('cut-off');
    await world.work();
    expect(await states(batch)).toEqual(all('sent'));
    await bank.move(25);
    await until(world, async () => (await stateOf(batch)) === 'finished');
  });

  each('wrong-total', '整批拒收：明细都记失败，可以另做一批', async () => {
    const { batch } = await paidBy('wrong-total');
    expect(await stateOf(batch)).toBe('rejected');
    expect(await makeBatch(world.ports, world.officer, { projectId: world.projectId, month: MONTH })).toMatchObject({ ok: true, value: { lines: 3 } });
  });

  each('unknown-for-ever', '一直问、一直是结果不明，永不重发，也不能补发', async () => {
    const { batch, bank } = await paidBy('unknown-for-ever');
    for (let n = 0; n < 3; n += 1) await world.work();
    expect(await states(batch)).toEqual(all('unknown'));
    expect(await makeBatch(world.ports, world.officer, { projectId: world.projectId, month: MONTH })).toMatchObject({ ok: false });
    expect(Object.values((await bank.books()).handIns)).toEqual([1]);
  });

  each('duplicate-callback', '第二、第三次什么都不改', async () => {
    const { batch } = await paidBy('duplicate-callback', { confirm: 'none' });
    await until(world, async () => (await stateOf(batch)) === 'finished');
    const count = async () =>
      (await world.database.owner<{ n: number }>('select count(*)::int as n from prevention.pay_evidence where batch_id = $1', [batch]))[0]?.n;
    const before = await count();
    await until(
      world,
      async () =>
        ((
          await world.database.owner<{ n: number }>(
            "select count(*)::int as n from exchange.message where method = 'PayrollResult' and outcome = 'ok' and appid = $1",
            [world.bank.appid],
          )
        )[0]?.n ?? 0) >= 3,
    );
    expect(await count()).toBe(before);
    expect(
      await world.database.owner("select count(*)::int as n from prevention.bank_message where type = 'PayrollResult' and appid = $1", [world.bank.appid]),
    ).toEqual([{ n: 1 }]);
  });

  each('contradicting-callback', '不能查询的银行：结果矛盾，记不明，不许补发；能查询的以查询为准', async () => {
    const { batch } = await paidBy('contradicting-callback', { confirm: 'none' });
    await until(world, async () => (await standingOf(world, batch)).lines.every((line) => line.contradicted));
    expect(await states(batch)).toEqual(all('unknown'));
    expect(await makeBatch(world.ports, world.officer, { projectId: world.projectId, month: MONTH })).toMatchObject({ ok: false });
    const asked = await paidBy('contradicting-callback');
    await until(world, async () => (await stateOf(asked.batch)) === 'finished');
    expect(await states(asked.batch)).toEqual(all('paid'));
  });

  for (const behaviour of ['reordered-callbacks', 'returned-later', 'reversed-later'] as const) {
    each(behaviour, '最后都是一笔退票、钱回专户、可以补发', async () => {
      const { batch, bank } = await paidBy(behaviour, { confirm: 'none' });
      await until(world, async () => (await stateOf(batch)) !== 'submitted');
      await bank.move(80);
      const returned = async () => (await standingOf(world, batch)).lines[0];
      await until(
        world,
        async () => (await returned())?.refund_arrived === true && (behaviour === 'reversed-later' || (await returned())?.state === 'returned'),
      );
      if (behaviour === 'reversed-later') {
        // Only the money came back, no word of the bank: the line stays paid until the bank, asked, says so.
        await world.answersQuestions();
        await world.database.owner('update prevention.pay_batch set ask_at = now() where id = $1', [batch]);
        await until(world, async () => (await returned())?.state === 'returned');
      }
      expect(await states(batch)).toEqual(['returned', 'paid', 'paid']);
      expect(await stateOf(batch)).toBe('partial');
      expect(await makeBatch(world.ports, world.officer, { projectId: world.projectId, month: MONTH })).toMatchObject({ ok: true, value: { lines: 1 } });
    });
  }

  each('forged-callback', '签名不对的不看内容，什么都不改，记进消息日志', async () => {
    const { batch } = await paidBy('forged-callback');
    await until(world, async () => (await stateOf(batch)) === 'finished');
    expect(await states(batch)).toEqual(all('paid'));
    expect(await refusals()).toEqual(['signature-wrong']);
  });

  for (const behaviour of ['wrong-amount', 'wrong-payee'] as const) {
    each(behaviour, '整条不采信', async () => {
      const { batch } = await paidBy(behaviour, { confirm: 'none' });
      await until(world, async () => (await refusals()).includes('result-mismatch'));
      expect(await states(batch)).toEqual(all('sent'));
    });
  }

  each('reused-number', '第二条不采信', async () => {
    const { batch } = await paidBy('reused-number', { confirm: 'none' });
    await until(world, async () => (await refusals()).includes('message-number-used'));
    expect(await states(batch)).toEqual(all('paid'));
  });
});

describe('银行怎样出错，安薪怎样应对（文件）', () => {
  const FAULTS: readonly (readonly [Behaviour, string])[] = [
    ['truncated-file', 'SM3'],
    ['wrong-encoding', '编码'],
    ['wrong-digest', '摘要不符'],
  ];
  async function dropped(behaviour: Behaviour, encoding: 'utf-8' | 'gb18030') {
    world = await first.another({ transport: 'folder', folder: 'icbc', encoding });
    await world.hire(3);
    const bank = await world.simulator({ behaviour, folder: join(world.folder, 'icbc'), encoding });
    const batch = await world.approved();
    await world.send(batch);
    const link = await world.ports.findLink(world.bank.appid);
    if (link === undefined) throw new Error('no link');
    return { bank, batch, read: () => readDropBox(world.ports, link), link };
  }

  for (const encoding of ['utf-8', 'gb18030'] as const) {
    it(`正常：${encoding} 文件一去一回`, async () => {
      const { batch, read } = await dropped('honest', encoding);
      await until(world, async () => (await read(), (await stateOf(batch)) === 'finished'));
      expect(await states(batch)).toEqual(all('paid'));
    });
  }

  for (const [behaviour, word] of FAULTS) {
    each(behaviour, '整个文件不收，旁边写明原因；重传一份就收', async () => {
      const { bank, batch, read } = await dropped(behaviour, behaviour === 'wrong-encoding' ? 'utf-8' : 'gb18030');
      const refused = join(world.folder, 'icbc', 'refused');
      await until(world, async () => (await read(), readdirSync(refused).some((name) => name.endsWith('.说明.txt'))));
      const note = readdirSync(refused).find((name) => name.endsWith('.说明.txt')) ?? '';
      expect(readFileSync(join(refused, note), 'utf8')).toMatch(new RegExp(word));
      expect(await states(batch)).toEqual(all('sent'));
      await bank.move(25);
      await until(world, async () => (await read(), (await stateOf(batch)) === 'finished'));
    });
  }

  each('missing-flag', '没有标志不读，十分钟后提醒；补传就收', async () => {
    const { bank, batch, read, link } = await dropped('missing-flag', 'utf-8');
    const box = join(world.folder, 'icbc', 'in');
    await until(world, async () => readdirSync(box).length > 0);
    expect(await read()).toBe(0);
    expect(await states(batch)).toEqual(all('sent'));
    const late = { ...world.ports, clock: { ...world.ports.clock, now: () => new Date(Date.now() + 11 * 60_000) } };
    const told = new Set<string>();
    await tellForgotten(late, link, told);
    await tellForgotten(late, link, told);
    expect(await world.database.owner("select code from exchange.message where code = 'flag-missing' and appid = $1", [world.bank.appid])).toHaveLength(1);
    await bank.move(25);
    await until(world, async () => (await read(), (await stateOf(batch)) === 'finished'));
  });

  it('模拟银行的每一种行为都在上面试过', () => {
    expect([...covered].sort()).toEqual(Object.keys(BEHAVIOURS).sort());
  });
});
