import { join } from 'node:path';
import type { FastifyPluginAsync } from 'fastify';
import { regionCode } from '#kernel/region-code.ts';
import { valueOn } from '#law/parameters/index.ts';
import type { Parts } from './wiring.ts';
import type { Integration, OpenApp, OutboundQueue, Replay } from '#modules/office/integration/server/index.ts';
import {
  type BankLink,
  type BankPorts,
  bankRoutes,
  type BankWorker,
  bankWorker,
  paymentRoutes,
  replayBank,
  sendOrAsk,
  unsettledInstructions,
} from '#modules/prevention/bank-payments/server/index.ts';
import type { Intake } from '#modules/prevention/imports/server/index.ts';
import { outbound } from '#platform/outbound/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Store } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import { profileOf } from '#profiles/index.ts';

interface Banking {
  readonly store: Store;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly integration: Integration;
  readonly intake: Intake;
  /** Networks of the operator a bank's front-end may stand in. */
  readonly openNetworks: readonly string[];
  /** Under which every drop box lies: what an app may name is one folder in it. */
  readonly boxes: string;
  readonly problem: (what: string, problem: unknown) => void;
}

/** A bank that has not answered within this time is asked what became of it. */
const ANSWER_WITHIN_MS = 20_000;
/** 20,000 lines of a result are about 5 MB. */
const ANSWER_BYTES = 16 * 1024 * 1024;

/** What the bank module needs of the others: apps of the channel `bank` as links, the intake for movements, the log of messages. */
export function bankPorts({ store, clock, vault, integration, intake, openNetworks, boxes, problem }: Banking, answerWithinMs = ANSWER_WITHIN_MS): BankPorts {
  return {
    store,
    clock,
    vault,
    answerWithinMs,
    outbound: outbound({ openNetworks, timeoutMs: answerWithinMs, largestAnswer: ANSWER_BYTES }),
    onProblem: problem,
    async findLink(appid) {
      const app = await integration.findApp(appid);
      return app === undefined ? undefined : linkOf(app, boxes);
    },
    async takeFlows(by, name, projectId, rows) {
      const taken = await intake.take(by, { channel: 'bank', name, allOrNothing: false, projectId }, { kind: 'flows', rows });
      return taken.ok
        ? { ok: true, value: { faults: taken.value.faults.filter((fault) => fault.severity === 'error').map((fault) => `${fault.heading}${fault.reason}`) } }
        : taken;
    },
    async coverFlows(by, days) {
      const covered = await intake.cover(by, { channel: 'bank', name: '银行余额日报', allOrNothing: true, projectId: days.projectId }, days);
      return covered.ok ? covered.value : null;
    },
    uncoverFlows: (_by, importId, projectId) => intake.uncover(projectId, importId),
    noticeDays(place) {
      const days = valueOn('account.close.notice-days', profileOf(regionCode(place)), clock.today());
      if (!days.ok) throw new Error('no days of notice are in force');
      return days.inForce.value;
    },
    async log(entry) {
      const app = await integration.findApp(entry.appid);
      await integration.log({
        ...entry,
        regionCode: app?.regionCode ?? null,
        enterpriseId: app?.enterpriseId ?? null,
        target: entry.appid,
        channel: 'bank',
        direction: entry.method.startsWith('file:') ? 'in' : 'out',
        projectId: entry.projectId === '' ? null : entry.projectId,
      });
    },
  };
}

/**
 * What an office sets with the app: `transport` https or folder, `url`, `folder`, `encoding`, `format` xml for ISO 20022, `confirm` none where the bank
 * cannot be asked, `algorithm`. An enterprise's own app is no bank: it would vouch for its own payments.
 */
function linkOf(app: OpenApp, boxes: string): BankLink | undefined {
  const text = (key: string): string | null => (typeof app.settings[key] === 'string' ? app.settings[key] : null);
  const secret = app.secrets[0]?.secret;
  if (app.channel !== 'bank' || app.enterpriseId !== null || secret === undefined) return undefined;
  const folder = text('folder');
  return {
    appid: app.appid,
    name: app.name,
    transport: text('transport') === 'folder' ? 'folder' : 'https',
    url: text('url'),
    folder: folder !== null && /^[0-9A-Za-z_-]{1,40}$/.test(folder) ? join(boxes, folder) : null,
    encoding: text('encoding') === 'gb18030' ? 'gb18030' : 'utf-8',
    format: text('format') === 'xml' ? 'xml' : 'csv',
    asks: text('transport') !== 'folder' && text('confirm') !== 'none',
    secret,
    algorithm: text('algorithm') === 'hmac-sm3' ? 'hmac-sm3' : 'hmac-sha256',
    by: app.sender,
  };
}

/** Banks with a drop box. */
async function dropBoxes(store: Store, ports: BankPorts): Promise<readonly BankLink[]> {
  const rows = await store.reading({ role: 'app_job' }, (tx) =>
    tx.query<{ appid: string }>(
      "select appid from exchange.app where channel = 'bank' and disabled_at is null and settings ->> 'transport' = 'folder' and settings ->> 'folder' is not null order by appid",
    ),
  );
  const links = await Promise.all(rows.map((row) => ports.findLink(row.appid)));
  return links.flatMap((link) => link ?? []);
}

/** Banks a project's payroll can go to: those its place has a line to. */
async function banksFor(store: Store, projectId: string): Promise<readonly { appid: string; name: string; transport: 'https' | 'folder' }[]> {
  const rows = await store.reading({ role: 'app_job' }, (tx) =>
    tx.query<{ appid: string; name: string; transport: string | null }>(
      `select a.appid, a.name, a.settings ->> 'transport' as transport from exchange.app a join prevention.project p on p.id = $1
       where a.channel = 'bank' and a.disabled_at is null and a.enterprise_id is null and starts_with(p.region_code, a.region_code) order by a.name`,
      [projectId],
    ),
  );
  return rows.map((row) => ({ appid: row.appid, name: row.name, transport: row.transport === 'folder' ? 'folder' : 'https' }));
}

/** Who works in the background of a process that serves from this store, to be woken when a request added work. */
const working = new WeakMap<Store, BankWorker>();

/** The routes of payments for people, and the door of the banks. */
export function bankParts(parts: Parts): FastifyPluginAsync {
  const { store, integration } = parts;
  const paying = { ...portsOf(parts), integration, wake: () => working.get(store)?.wake(), banksFor: (projectId: string) => banksFor(store, projectId) };
  return async (app) => {
    await app.register(paymentRoutes(paying));
    await app.register(bankRoutes(paying));
  };
}

/** Sends, asks, reads drop boxes and posts movements, for as long as the process serves. */
export function runBanks(parts: Parts, problem: Banking['problem']): BankWorker {
  const ports = portsOf(parts, problem);
  const worker = bankWorker(ports, () => dropBoxes(parts.store, ports));
  working.set(parts.store, worker);
  return worker;
}

/** What 对接管理 needs of banks: messages taken once more, and what goes out to them. */
export function bankDesk(parts: Parts): { readonly replay: Replay; readonly queue: OutboundQueue } {
  const ports = portsOf(parts);
  const wake = () => working.get(parts.store)?.wake();
  return {
    async replay(app, message) {
      const done = await replayBank(ports, app, message);
      if (done.ok) wake();
      return done;
    },
    queue: { kind: 'bank', rows: unsettledInstructions, replay: (by, id) => sendOrAsk(ports, wake, by, id) },
  };
}

function portsOf({ store, clock, vault, integration, intake, config }: Parts, problem: Banking['problem'] = () => undefined): BankPorts {
  return bankPorts({ store, clock, vault, integration, intake, openNetworks: config.outboundNetworks, boxes: join(config.dataFolder, 'bank-boxes'), problem });
}
