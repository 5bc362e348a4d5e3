import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { civilDate, civilMonth } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import { type Integration, integration } from '#modules/office/integration/server/index.ts';
import { bankRoutes, type BankPorts } from '#modules/prevention/bank-payments/server/index.ts';
import type { PayrollRow, RosterRow } from '#modules/prevention/imports/domain/index.ts';
import { type Intake, intake, type Sender } from '#modules/prevention/imports/server/index.ts';
import { fixedClock } from '#platform/clock.ts';
import { createServer, sessionStore } from '#platform/http/index.ts';
import { freshKeys, type Keys, openVault, type Vault } from '#platform/vault/index.ts';
import { bankPorts } from '../../src/apps/banks.ts';
import { startBankSimulator, type SimulatorOptions } from '../../src/apps/bank-simulator/index.ts';
import { withIdentityCheck, withLuhn } from '../../src/apps/simulate/invent.ts';
import { approve, check, makeBatch, submit } from '../../src/modules/prevention/bank-payments/server/batches.ts';
import { postFlows } from '../../src/modules/prevention/bank-payments/server/posting.ts';
import { askNext, giveUpSendings, sendNext } from '../../src/modules/prevention/bank-payments/server/sending.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { type Records, recordsIn } from './records.ts';

export const MONTH = civilMonth('2026-10');
export const ACCOUNT = '37150101040002222';

/** A payroll month of one project, a bank with a line to us, and two people who may pay. */
export interface BankWorld {
  readonly database: FreshDatabase;
  readonly records: Records;
  readonly vault: Vault;
  /** For another process that is to open the same vault. */
  readonly keys: Keys;
  readonly apps: Integration;
  readonly ports: BankPorts;
  readonly officer: Sender;
  readonly manager: Sender;
  readonly bank: { readonly appid: string; readonly secret: string };
  /** Where banks reach us. */
  readonly address: string;
  readonly folder: string;
  /** The project all of this is about. */
  readonly projectId: string;
  readonly account: string;
  /** The same world with a project, a bank and workers of its own: a database is not made for each story. */
  readonly another: (settings?: Readonly<Record<string, string>>) => Promise<BankWorld>;
  /** Workers on roster and payroll, numbered from 1. */
  readonly hire: (
    count: number,
    change?: { readonly roster?: (row: RosterRow, n: number) => RosterRow; readonly payroll?: (row: PayrollRow, n: number) => PayrollRow },
  ) => Promise<void>;
  /** A batch of these people (all by default) as far as sending. */
  readonly approved: (people?: readonly string[]) => Promise<string>;
  readonly send: (batchId: string) => Promise<void>;
  readonly person: (n: number) => Promise<string>;
  /** From now on the bank can be asked. */
  readonly answersQuestions: () => Promise<void>;
  /** Lets everything waiting be done once: sending, asking, posting. */
  readonly work: () => Promise<void>;
  readonly simulator: (options: Partial<SimulatorOptions>) => Promise<Simulated>;
  readonly stop: () => Promise<void>;
}

/** Numbers of projects handed out. */
const next = { site: 1 };

export interface Simulated {
  readonly address: string;
  move(hours: number): Promise<void>;
  books(): Promise<{
    readonly books: readonly { batchNo: string; lineNo: number; cardNo: string; amountFen: string; returned: boolean }[];
    readonly naive: number;
    readonly handIns: Readonly<Record<string, number>>;
  }>;
  stop(): Promise<void>;
}

const sender = (accountId: string, name: string, role: string, permissions: readonly string[]): Sender => ({
  accountId,
  name,
  role,
  regionCode: null,
  enterpriseId: '1',
  scope: { role: 'app_enterprise', enterpriseId: '1', accountId },
  permissions,
});

const KEEPER = {
  accountId: '1',
  name: '队长',
  role: 'inspection-chief',
  regionCode: '371526',
  enterpriseId: null,
  scope: { role: 'app_official', region: '371526', accountId: '1' },
} as const;
const INTAKE_ORDER = { channel: 'open-api', name: '资料', allOrNothing: true, projectId: null } as const;
export const PROJECT = { name: '', code: 'P1', account: '' };

export function rosterRow(n: number): RosterRow {
  return {
    no: n,
    project: PROJECT,
    identity: withIdentityCheck(`3715261990${String(101 + Math.floor(n / 1000)).padStart(4, '0')}${String(n % 1000).padStart(3, '0')}`),
    name: `工${String.fromCharCode(0x4e00 + n)}`,
    bornOn: civilDate('1990-01-01'),
    isMale: true,
    phone: null,
    employer: null,
    team: '钢筋一班',
    job: '钢筋工',
    isLeader: false,
    enteredOn: civilDate('2026-08-01'),
    leftOn: null,
    contractNo: null,
    contractSignedOn: null,
    contractFrom: null,
    contractUntil: null,
    contractKind: null,
    trainedOn: null,
    payKind: null,
    payRateFen: null,
    card: withLuhn(`62220202001${String(n).padStart(7, '0')}`),
    cardBank: '工商银行',
    cardHolder: null,
  };
}

export function payrollRow(n: number): PayrollRow {
  const { identity, name, card } = rosterRow(n);
  return {
    no: n,
    project: PROJECT,
    month: MONTH,
    identity,
    name,
    employer: null,
    team: '钢筋一班',
    item: 'wage',
    job: null,
    workDays: 20,
    dayRateFen: null,
    dueFen: fen(500_000 + n),
    advanceFen: fen(0),
    withheldFen: fen(0),
    otherDeductionFen: fen(0),
    netFen: fen(500_000 + n),
    overtimeFen: fen(0),
    bonusFen: fen(0),
    card,
    cardBank: '工商银行',
    signed: true,
    madeOn: civilDate('2026-11-05'),
    payDate: null,
  };
}

export async function bankWorld(settings: Readonly<Record<string, string>> = {}, answerWithinMs = 400): Promise<BankWorld> {
  const database = await freshDatabase();
  const records = await recordsIn(database);
  return worldOf(database, records, freshKeys(), 1, settings, answerWithinMs);
}

async function worldOf(
  database: FreshDatabase,
  records: Records,
  keys: Keys,
  site: number,
  settings: Readonly<Record<string, string>>,
  answerWithinMs: number,
): Promise<BankWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'anxin-bank-'));
  const vault = openVault(keys);
  const projectId = String(site);
  const account = `${ACCOUNT}${String(site).padStart(3, '0')}`;
  const project = { name: '', code: `P${site}`, account: '' };
  await records.project(site, {
    account_no: account,
    account_name: '总包1（项目1）农民工工资专用账户',
    account_bank: '工商银行高唐支行',
    account_opened_on: '2026-01-20',
    stated: ['account_no'],
  });
  await database.owner("insert into prevention.project_party (project_id, enterprise_id, part) values ($1, 1, 'general-contractor')", [projectId]);
  const clock = fixedClock('2026-11-20');
  const apps = integration({ store: database.store, vault });
  const machine: Intake = intake({ store: database.store, clock, vault });
  const made = await apps.createApp(KEEPER, {
    channel: 'bank',
    name: '工商银行高唐支行',
    regionCode: '371526',
    enterpriseId: null,
    projectId: null,
    settings: { transport: 'https', ...settings },
    ipList: [],
    perMinute: 100_000,
    scopes: [],
  });
  if (!made.ok) throw new Error(made.refusal.says);
  const bank = made.value;
  const ports = bankPorts(
    {
      store: database.store,
      clock,
      vault,
      integration: apps,
      intake: machine,
      openNetworks: ['127.0.0.0/8'],
      boxes: folder,
      problem: (what, problem) => console.error(what, problem),
    },
    answerWithinMs,
  );
  const app: FastifyInstance = await createServer({
    store: database.store,
    sessions: sessionStore(database.store),
    whoIs: async () => undefined,
    cookieSecret: Buffer.alloc(32, 2),
    logLevel: 'silent',
    api: async (inner) => void (await inner.register(bankRoutes({ ...ports, integration: apps, wake: () => undefined }))),
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const officer = sender('11', '钱专管', 'wage-officer', ['payment.see', 'payment.make', 'import.records']);
  const manager = sender('12', '孙经理', 'enterprise-manager', ['payment.see', 'payment.make', 'payment.approve', 'import.records']);
  const simulators: Simulated[] = [];
  const others: BankWorld[] = [];
  await database.owner(
    "insert into prevention.bank_balance (project_id, account_no, on_day, book_fen, said_at) values ($2, $1, '2026-11-19', 100000000000, '2026-11-19')",
    [account, projectId],
  );

  const world: BankWorld = {
    database,
    records,
    vault,
    keys,
    apps,
    ports,
    officer,
    manager,
    bank,
    address,
    folder,
    projectId,
    account,
    async another(more = {}) {
      next.site += 1;
      const other = await worldOf(database, records, keys, next.site, more, answerWithinMs);
      others.push(other);
      return other;
    },
    async hire(count, change = {}) {
      const numbers = Array.from({ length: count }, (_, at) => at + 1);
      for (const rows of [
        { kind: 'roster', rows: numbers.map((n) => ({ ...(change.roster?.(rosterRow(n), n) ?? rosterRow(n)), project })) } as const,
        { kind: 'payroll', rows: numbers.map((n) => ({ ...(change.payroll?.(payrollRow(n), n) ?? payrollRow(n)), project })) } as const,
      ]) {
        const taken = await machine.take(officer, INTAKE_ORDER, rows);
        if (!taken.ok || taken.value.importId === null) throw new Error(JSON.stringify(taken, null, 1).slice(0, 2_000));
      }
    },
    async approved(people) {
      const batch = must(await makeBatch(ports, officer, { projectId, month: MONTH, people }));
      must(await check(ports, officer, batch.id));
      must(await approve(ports, manager, batch.id));
      return batch.id;
    },
    async send(batchId) {
      must(await submit(ports, officer, batchId, { by: 'link', appid: bank.appid }));
      await sendNext(ports);
    },
    async person(n) {
      const [row] = await database.owner<{ person_id: string }>(
        'select person_id from prevention.roster_entry where project_id = $2 and name = $1 and superseded_at is null',
        [rosterRow(n).name, projectId],
      );
      return row?.person_id ?? '';
    },
    async answersQuestions() {
      const app = await apps.findApp(bank.appid);
      await apps.change(KEEPER, bank.appid, { settings: { ...app?.settings, confirm: 'pull' } });
    },
    async work() {
      while (await sendNext(ports)) {}
      await giveUpSendings(ports);
      await database.owner('update prevention.pay_batch set ask_at = $1 where ask_at is not null and project_id = $2', [clock.now(), projectId]);
      while (await askNext(ports)) {}
      while (await postFlows(ports)) {}
    },
    async simulator(options) {
      const running = await startBankSimulator({
        port: 0,
        seed: '7',
        behaviour: 'honest',
        data: mkdtempSync(join(folder, 'bank-')),
        app: bank.appid,
        secret: bank.secret,
        anxin: address,
        folder: null,
        encoding: 'utf-8',
        everyMs: 20,
        processMs: 0,
        slowMs: 2_000,
        ...options,
      });
      await apps.change(KEEPER, bank.appid, { settings: { transport: 'https', ...settings, url: running.address } });
      const one: Simulated = {
        address: running.address,
        async move(hours) {
          await fetch(`${running.address}/simulator/move`, { method: 'POST', body: JSON.stringify({ hours }) });
        },
        books: async () => (await fetch(`${running.address}/simulator/books`)).json() as ReturnType<Simulated['books']>,
        stop: running.stop,
      };
      simulators.push(one);
      return one;
    },
    async stop() {
      for (const one of others) await one.stop();
      for (const one of simulators) await one.stop();
      await app.close();
      if (site === 1) await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return world;
}

export function must<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: { readonly says: string } }): T {
  if (!result.ok) throw new Error(result.refusal.says);
  return result.value;
}

export interface Standing {
  readonly state: string;
  readonly lines: readonly {
    readonly line_no: number;
    readonly state: string;
    readonly contradicted: boolean;
    readonly never_received: boolean;
    readonly refund_arrived: boolean;
  }[];
}

export async function standingOf(world: Pick<BankWorld, 'database'>, batchId: string): Promise<Standing> {
  const [batch] = await world.database.owner<{ state: string }>('select state from prevention.pay_batch where id = $1', [batchId]);
  const lines = await world.database.owner<Standing['lines'][number]>(
    'select line_no, state, contradicted, never_received, refund_arrived from prevention.pay_line where batch_id = $1 order by line_no',
    [batchId],
  );
  return { state: batch?.state ?? '', lines };
}

/** Waits until the condition holds, doing the background's work in between. */
export async function until(world: BankWorld, holds: () => Promise<boolean>, tries = 100): Promise<void> {
  for (let n = 0; n < tries; n += 1) {
    await world.work();
    if (await holds()) return;
    await wait(50);
  }
  throw new Error('it did not come about');
}
