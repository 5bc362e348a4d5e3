import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeKeys } from '#platform/vault/index.ts';
import { chanceOf } from '../../src/apps/simulate/random.ts';
import { handInAgain, submit } from '../../src/modules/prevention/bank-payments/server/batches.ts';
import { giveUpSendings } from '../../src/modules/prevention/bank-payments/server/sending.ts';
import { type BankWorld, bankWorld, must } from '../support/bank.ts';

let world: BankWorld;
beforeAll(async () => {
  world = await bankWorld();
});
afterAll(() => world.stop());

const KILLS = 8;

describe('递交和答复之间进程被杀', () => {
  it(`kill -9 ${KILLS} 次：不丢一笔，也不多一笔；说不准的去问，问明没收到的由人重交`, { timeout: 240_000 }, async () => {
    await world.hire(KILLS);
    // Slow enough that the kill falls before, between and after.
    const bank = await world.simulator({ behaviour: 'slow', slowMs: 4_000, anxin: null });
    const chance = chanceOf('kills');
    for (let n = 1; n <= KILLS; n += 1) {
      const batch = await world.approved([await world.person(n)]);
      must(await submit(world.ports, world.officer, batch, { by: 'link', appid: world.bank.appid }));
      const sender = spawn(process.execPath, ['test/support/bank-sender.ts', world.database.appUrl, writeKeys(world.keys), world.folder], {
        env: { ...process.env, NODE_OPTIONS: '--conditions=source' },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await says(sender, 'ready');
      // At least half of them in the very gap: the bank has it, the answer has not come.
      if (n % 2 === 0) for (let tries = 0; tries < 200 && (await bank.books()).handIns[await numberOf(batch)] === undefined; tries += 1) await wait(10);
      else await wait(chance.between(0, 500));
      const ended = new Promise((done) => sender.once('exit', done));
      sender.kill('SIGKILL');
      await ended;
    }
    const left = await world.database.owner<{ send_state: string; n: number }>('select send_state, count(*)::int as n from prevention.pay_batch group by 1');
    expect(left.find((row) => row.send_state === 'sending')?.n ?? 0).toBeGreaterThanOrEqual(KILLS / 2 - 1);
    // A new process: what was being sent is not sent again.
    const later = { ...world.ports, clock: { ...world.ports.clock, now: () => new Date(world.ports.clock.now().getTime() + 60_000) } };
    const before = (await bank.books()).handIns;
    await giveUpSendings(later);
    await world.database.owner('update prevention.pay_batch set ask_at = $1 where ask_at is not null', [world.ports.clock.now()]);
    for (let tries = 0; tries < 5; tries += 1) await world.work();
    const unknown = await world.database.owner<{ id: string }>(
      'select id from prevention.pay_batch b where exists (select from prevention.pay_line l where l.batch_id = b.id and l.never_received)',
    );
    for (const [batchNo, times] of Object.entries((await bank.books()).handIns)) expect(times, batchNo).toBe(1);
    expect(Object.keys(before).length).toBeLessThanOrEqual(KILLS);
    await world.database.owner("update prevention.pay_batch set asked_at = asked_at - interval '31 minutes'");
    for (const { id } of unknown) must(await handInAgain(world.ports, world.officer, id));
    for (let tries = 0; tries < 8; tries += 1) await world.work();
    const { books, naive } = await bank.books();
    expect(naive).toBe(KILLS);
    expect(new Set(books.map((one) => one.cardNo)).size).toBe(KILLS);
    expect(await world.database.owner('select state, count(*)::int as n from prevention.pay_line group by 1')).toEqual([{ state: 'paid', n: KILLS }]);
  });
});

async function numberOf(batch: string): Promise<string> {
  const [row] = await world.database.owner<{ batch_no: string }>('select batch_no from prevention.pay_batch where id = $1', [batch]);
  return row?.batch_no ?? '';
}

function says(child: ChildProcess, word: string): Promise<void> {
  return new Promise((done, failed) => {
    child.stdout?.on('data', (part: Buffer) => part.toString().includes(word) && done());
    child.once('exit', (code) => failed(new Error(`ended with ${code}`)));
  });
}
