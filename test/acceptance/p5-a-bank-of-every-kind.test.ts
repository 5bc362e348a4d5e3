import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chanceOf, type Chance } from '../../src/apps/simulate/random.ts';
import { whatToDo } from '../../src/modules/prevention/bank-payments/domain/index.ts';
import { type LineState } from '../../src/modules/prevention/bank-payments/domain/line.ts';
import { approve, check, handInAgain, makeBatch, submit } from '../../src/modules/prevention/bank-payments/server/batches.ts';
import { postFlows } from '../../src/modules/prevention/bank-payments/server/posting.ts';
import { askNext, sendNext } from '../../src/modules/prevention/bank-payments/server/sending.ts';
import { readDropBox } from '../../src/modules/prevention/bank-payments/server/worker.ts';
import { type BankWorld, bankWorld, MONTH, must, type Simulated } from '../support/bank.ts';

// A bank that behaves in any of its ways, by chance, with many people paying at once and both sides dying in between. An
// ordinary run takes the same few seeds each time; `BANK_SECONDS` goes on with new ones, `BANK_SEED` runs one again.
const SECONDS = Number(process.env['BANK_SECONDS'] ?? 0);
const PAYROLLS = Number(process.env['BANK_PAYROLLS'] ?? 24);
const CLIENTS = 4;
const USUAL = ['春', '夏', '秋', '冬'];
const SEED = process.env['BANK_SEED'];

let first: BankWorld;
beforeAll(async () => {
  first = await bankWorld();
}, 240_000);
afterAll(() => first.stop());

interface Line {
  readonly batch_id: string;
  readonly batch_no: string;
  readonly line_no: number;
  readonly person_id: string;
  readonly state: LineState;
  readonly contradicted: boolean;
  readonly never_received: boolean;
  readonly refund_arrived: boolean;
  readonly amount_fen: string;
  readonly card_index: Buffer;
  readonly flow_posted: boolean;
}

describe('任何一种银行，谁同时在送、哪边中断，都不重复付、不丢', () => {
  it(
    `每轮 ${PAYROLLS} 份工资、${CLIENTS} 个人同时送，哪边都会中断`,
    async () => {
      const until = Date.now() + SECONDS * 1000;
      const rounds = SEED === undefined ? [...USUAL] : [SEED];
      const kinds = new Set<string>();
      do {
        const seed = rounds.shift() ?? `${Date.now()}-${Math.floor(Math.random() * 1e6)}`;
        try {
          for (const state of await round(seed)) kinds.add(state);
        } catch (problem) {
          throw new Error(`BANK_SEED=${seed}`, { cause: problem });
        }
      } while (rounds.length > 0 || (SEED === undefined && Date.now() < until));
      // A bank that always paid would prove nothing.
      expect(kinds.size).toBeGreaterThan(1);
    },
    (SECONDS + 600) * 1000,
  );
});

async function round(seed: string): Promise<ReadonlySet<string>> {
  const chance = chanceOf(seed);
  const isFolder = chance.happens(0.3);
  const asks = !isFolder && chance.happens(0.6);
  const world = await first.another(isFolder ? { transport: 'folder', folder: 'box' } : asks ? {} : { confirm: 'none' });
  await world.hire(PAYROLLS);
  const folder = isFolder ? join(world.folder, 'box') : null;
  const data = mkdtempSync(join(world.folder, 'kept-'));
  const start = () => world.simulator({ behaviour: 'mix', seed, data, folder, slowMs: 600 });
  const place = { bank: await start() };
  const people = await peopleOf(world);
  const paying = async (some: readonly string[] | undefined) => pay(world, some);
  // Everybody at once, the same wages asked for again and again, and the bank gone for a moment in the middle.
  const orders = Array.from({ length: CLIENTS * 3 }, () => chance.shuffled(people).slice(0, chance.between(1, Math.ceil(PAYROLLS / 3))));
  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, client) => {
      for (const order of orders.filter((__, at) => at % CLIENTS === client)) {
        await paying(order);
        await Promise.all([sendNext(world.ports), sendNext(dying(world, chance)).catch(() => undefined)]);
        if (client === 0 && chance.happens(0.5)) place.bank = await restarted(place.bank, start);
      }
    }),
  );
  await paying(undefined);
  await settle(world, place.bank);
  await holds(world, place.bank, people.length);
  // What is certain not to have arrived is issued again, once.
  await paying(undefined);
  place.bank = await restarted(place.bank, start);
  await settle(world, place.bank);
  const states = await holds(world, place.bank, people.length);
  await place.bank.stop();
  return states;
}

async function restarted(bank: Simulated, start: () => Promise<Simulated>): Promise<Simulated> {
  await bank.stop();
  return start();
}

async function peopleOf(world: BankWorld): Promise<readonly string[]> {
  const rows = await world.database.owner<{ person_id: string }>('select person_id from prevention.roster_entry where project_id = $1 order by 1', [
    world.projectId,
  ]);
  return rows.map((row) => row.person_id);
}

/** A batch as an officer and a manager make it, sent twice as impatient people do. What is refused is no matter. */
async function pay(world: BankWorld, people: readonly string[] | undefined): Promise<void> {
  const made = await makeBatch(world.ports, world.officer, { projectId: world.projectId, month: MONTH, people });
  if (!made.ok) return;
  must(await check(world.ports, world.officer, made.value.id));
  must(await approve(world.ports, world.manager, made.value.id));
  const route = { by: 'link', appid: world.bank.appid } as const;
  await Promise.all([submit(world.ports, world.officer, made.value.id, route), submit(world.ports, world.manager, made.value.id, route)]);
}

/** A process of ours that is killed around its sending: before the first byte, or after the bank has it. */
function dying(world: BankWorld, chance: Chance): BankWorld['ports'] {
  const before = chance.happens(0.5);
  return {
    ...world.ports,
    outbound: {
      ...world.ports.outbound,
      async call(request) {
        if (!before) await world.ports.outbound.call(request);
        throw new Error('killed');
      },
    },
  };
}

/** Days go by at the bank, questions are asked, files read, and a person hands in again what the bank says it never had. */
async function settle(world: BankWorld, bank: Simulated): Promise<void> {
  const link = await world.ports.findLink(world.bank.appid);
  if (link === undefined) throw new Error('no link');
  for (let days = 0; days < 6; days += 1) {
    for (let n = 0; n < 3; n += 1) {
      await world.database.owner(
        "update prevention.pay_batch set sent_at = sent_at - interval '1 hour', asked_at = asked_at - interval '31 minutes' where project_id = $1",
        [world.projectId],
      );
      await world.work();
      if (link.folder !== null) await readDropBox(world.ports, link);
      await new Promise((done) => setTimeout(done, 60));
    }
    const silent = await world.database.owner<{ id: string }>("select id from prevention.pay_batch where project_id = $1 and send_state = 'unanswered'", [
      world.projectId,
    ]);
    for (const { id } of silent) await handInAgain(world.ports, world.officer, id);
    await bank.move(25);
  }
  await world.work();
  while (await askNext(world.ports)) {}
  while (await postFlows(world.ports)) {}
}

/** What must hold whatever the bank did. Answers the states lines ended in. */
async function holds(world: BankWorld, bank: Simulated, people: number): Promise<ReadonlySet<string>> {
  const { books, naive, handIns } = await bank.books();
  const lines = await world.database.owner<Line>(
    `select l.batch_id, b.batch_no, l.line_no, l.person_id, l.state, l.contradicted, l.never_received, l.refund_arrived, l.amount_fen, l.card_index, l.flow_posted
     from prevention.pay_line l join prevention.pay_batch b on b.id = l.batch_id where l.project_id = $1 and l.state <> 'dropped' order by b.id, l.line_no`,
    [world.projectId],
  );
  // Nobody is paid twice, also by a bank that carries out whatever it is handed.
  const kept = new Map<string, number>();
  for (const one of books) if (!one.returned) kept.set(one.cardNo, (kept.get(one.cardNo) ?? 0) + 1);
  expect([...kept.values()].filter((times) => times > 1)).toEqual([]);
  expect(naive).toBe(books.length);
  expect(Object.values(handIns).filter((times) => times !== 1)).toEqual([]);
  // Nobody is lost: each has one line that stands, and those before it were issued again.
  const standing = lines.filter((line) => line.state !== 'reissued');
  expect(standing.map((line) => line.person_id).sort()).toEqual([...new Set(lines.map((line) => line.person_id))].sort());
  expect(standing).toHaveLength(people);
  // The bank's books and ours say the same of each line, or ours say that they do not know.
  const booked = new Map(books.map((one) => [`${one.batchNo}-${one.lineNo}`, one]));
  for (const line of lines) {
    const key = `${line.batch_no}-${line.line_no}`;
    const one = booked.get(key);
    booked.delete(key);
    if (one !== undefined) {
      expect(one.amountFen).toBe(line.amount_fen);
      expect(world.vault.cardIndex(one.cardNo).equals(line.card_index)).toBe(true);
    }
    const truth = one === undefined ? 'not paid' : one.returned ? 'returned' : 'paid';
    const says = line.state === 'reissued' ? (truth === 'paid' ? 'wrong' : 'ok') : saysOf(line, truth);
    expect(`${key} ${line.state} ${truth}: ${says}`).toBe(`${key} ${line.state} ${truth}: ok`);
    const now = {
      state: line.state,
      contradicted: line.contradicted,
      neverReceived: line.never_received,
      refundArrived: line.refund_arrived,
      by: null,
      paidOn: null,
      serialNo: null,
    };
    expect(whatToDo(now, 48)).not.toBe('');
    expect(whatToDo(now, 48)).not.toBe('等银行处理。');
  }
  expect([...booked.keys()]).toEqual([]);
  // The records of the wage chain hold each payment once, and what came back.
  const [flows] = await world.database.owner<{ wages: string; refunds: string }>(
    `select coalesce(sum(amount_fen) filter (where kind = 'wage'), 0)::text as wages, coalesce(sum(amount_fen) filter (where kind = 'refund'), 0)::text as refunds
     from prevention.account_flow where project_id = $1 and undone_at is null`,
    [world.projectId],
  );
  const sum = (list: readonly Line[]) => list.reduce((total, line) => total + BigInt(line.amount_fen), 0n).toString();
  expect(flows?.wages).toBe(sum(lines.filter((line) => line.flow_posted)));
  expect(BigInt(flows?.refunds ?? 0)).toBeLessThanOrEqual(BigInt(sum(lines.filter((line) => booksReturned(books, line)))));
  return new Set(lines.map((line) => line.state));
}

function booksReturned(books: Awaited<ReturnType<Simulated['books']>>['books'], line: Line): boolean {
  return books.some((one) => one.batchNo === line.batch_no && one.lineNo === line.line_no && one.returned);
}

function saysOf(line: Line, truth: 'paid' | 'returned' | 'not paid'): 'ok' | 'wrong' {
  switch (line.state) {
    case 'paid':
      // A bank that takes money back without a word, and cannot be asked, is seen by the money alone.
      return truth === 'paid' || (truth === 'returned' && line.refund_arrived) ? 'ok' : 'wrong';
    case 'failed':
      return truth === 'not paid' ? 'ok' : 'wrong';
    case 'returned':
      return truth === 'returned' ? 'ok' : 'wrong';
    case 'sent':
    case 'unknown':
      return 'ok';
    case 'new':
    case 'dropped':
    case 'reissued':
      return 'wrong';
  }
}
