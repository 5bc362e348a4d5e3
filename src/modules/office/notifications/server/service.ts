import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { type Clock, wallClock } from '#platform/clock.ts';
import type { Store, Tx } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import { type Channel, firstTry, maskAddress, nextTry, outsideQuiet, shownText, startOfDay, type Template, tomorrow, type Values } from '../domain/index.ts';
import type { Outcome } from './adapters/adapter.ts';
import type { Channels } from './settings.ts';
import {
  addMessages,
  addNotices,
  type ClaimedRow,
  claim,
  type Due,
  findContact,
  grouped,
  type Happened,
  markGoing,
  receive,
  sentToday,
  type Settled,
  settle,
  sweep,
  useAllowance,
  waysOf,
  withdraw,
} from './store.ts';

export interface NotificationDeps {
  readonly store: Store;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly channels: Channels;
  /** The demonstration shows codes that went nowhere, since nothing else could; elsewhere nobody reads them. */
  readonly showsCodes: boolean;
}

/** One line of a receipt, as the other side gave it. */
export interface Receipt {
  readonly outId: string;
  readonly vendorId: string;
  readonly delivered: boolean;
  readonly code: string;
}

export interface Notifications {
  readonly channels: Channels;
  /** Tells people of what happened: a notice each, and messages where they agreed to. Inside the caller's transaction, under app_job. Twice tells once. */
  tell(tx: Tx, happened: readonly Happened[]): Promise<void>;
  /** Sends what is due and answers how many were tried. Any number of processes may do so at once. */
  sendDue(): Promise<number>;
  /** A code to an address that is to be proved; waits for nothing and meets nothing. */
  sendCode(tx: Tx, accountId: string, channel: Channel, code: string): Promise<void>;
  /** Takes receipts that came to the secret address of a channel. Undefined: not that address. */
  receipts(channel: Channel, token: string, few: readonly Receipt[]): Promise<number | undefined>;
  addressIndex(channel: Channel, address: string): Buffer;
  sweep(): Promise<void>;
}

const JOB = { role: 'app_job' } as const;
/** Messages of one round; each waits ten seconds at most. */
const AT_ONCE = 20;

export function notifications(deps: NotificationDeps): Notifications {
  const { store, vault, clock, channels } = deps;
  const indexKey = vault.secret('contact address');
  const templateOf = new Map(channels.templates.map((one) => [`${one.channel}/${one.kind}`, one]));

  async function tell(tx: Tx, happened: readonly Happened[]): Promise<void> {
    const told = await addNotices(tx, happened);
    const byKey = new Map(happened.map((one) => [one.key, one]));
    const ways = grouped(await waysOf(tx, [...new Set(told.map((one) => one.accountId))]), (way) => way.account_id);
    const due: Due[] = told.flatMap(({ key, accountId }) => {
      const one = byKey.get(key);
      if (one === undefined) return [];
      return (ways.get(accountId) ?? [])
        .filter((way) => way.wants.includes(one.kind))
        .map(({ channel }) => ({ key, recipient: `account:${accountId}`, accountId, channel, kind: one.kind }));
    });
    for (const one of happened) {
      const groups = one.kind === 'progress' || one.regionCode === null ? [] : channels.groups.filter((group) => one.regionCode?.startsWith(group.regionCode));
      for (const group of groups) due.push({ key: one.key, recipient: `group:${group.name}`, accountId: null, channel: 'dingtalk-robot', kind: one.kind });
    }
    const now = clock.now();
    await addMessages(tx, due, { now, first: (kind) => new Date(firstTry(now.getTime(), kind)), reference: newReference, outId: newOutId });
  }

  /** Sends one claimed message, and answers what is to be kept of the try. */
  async function attempt(row: ClaimedRow): Promise<Settled> {
    const now = clock.now();
    const nothing: Settled = {
      state: 'failed',
      adapter: null,
      nextTryAt: null,
      sentAt: null,
      settledAt: now,
      vendorId: null,
      code: null,
      cause: null,
      shown: null,
      addressMask: null,
      addressIndex: null,
    };
    const template = templateOf.get(`${row.channel}/${row.kind}`);
    if (template === undefined) return { ...nothing, code: 'no-template', cause: '没有这种消息的模板' };
    const isUrgent = row.kind === 'urgent' || row.kind === 'code';
    const quiet = outsideQuiet(now.getTime());
    if (!isUrgent && quiet !== now.getTime()) return { ...later(nothing, new Date(quiet)), cause: '夜里不打扰，早上 8 点再发' };
    const to = await addressOf(row);
    if (to === undefined) return { ...nothing, code: 'no-consent', cause: '本人已取消，或没有留联系方式' };
    const values = valuesOf(row, now);
    const adapter = channels.adapters.get(row.channel);
    const shown = deps.showsCodes && adapter === undefined ? textShown(template, values) : shownText(template, values);
    const place = { shown, addressMask: to.mask, addressIndex: to.index };
    const mayGo = await store.within(JOB, async (tx) => {
      // Two processes that send to one number count one after the other.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`message ${row.channel} ${to.index.toString('hex')}`]);
      if ((await sentToday(tx, to.index, row.channel, new Date(startOfDay(now.getTime())))) >= channels.dailyCap[row.channel]) return 'full';
      if (to.allowance !== null && row.account_id !== null && !(await useAllowance(tx, row.account_id, row.channel))) return 'used-up';
      await markGoing(tx, row.id, to.index, to.mask, now);
      return 'go';
    });
    if (mayGo === 'full') return { ...later(nothing, new Date(tomorrow(now.getTime()))), cause: '这个号码今天收得够多了，明早再发' };
    if (mayGo === 'used-up') return { ...nothing, ...place, code: 'no-consent', cause: '本人同意接收的次数已用完' };
    if (adapter === undefined) return { ...nothing, ...place, state: 'sent', adapter: 'outbox', sentAt: now, cause: null };
    const outcome = await adapter
      .send({ outId: row.out_id, to: to.address, template, values })
      .catch((problem: unknown): Outcome => ({ kind: 'unknown', cause: `发送时出错（${problem instanceof Error ? problem.name : 'unknown'}）` }));
    if (outcome.kind === 'refused' && outcome.withdraws === true && row.account_id !== null) {
      const { account_id: accountId } = row;
      await store.within(JOB, (tx) => withdraw(tx, accountId, row.channel, now));
    }
    return { ...settledBy(outcome, row, now, nothing), ...place, adapter: adapter.name };
  }

  async function addressOf(row: ClaimedRow): Promise<{ address: string; mask: string; index: Buffer; allowance: number | null } | undefined> {
    const group = row.recipient.startsWith('group:') ? row.recipient.slice('group:'.length) : undefined;
    if (group !== undefined)
      return channels.groups.some((one) => one.name === group) ? { address: group, mask: group, index: index(row.channel, group), allowance: null } : undefined;
    const { account_id: accountId } = row;
    if (accountId === null) return undefined;
    const contact = await store.within(JOB, (tx) => findContact(tx, accountId, row.channel));
    if (contact === undefined || contact.withdrawn_at !== null) return undefined;
    if (row.kind !== 'code' && (contact.consented_at === null || contact.verified_at === null)) return undefined;
    const address = vault.decrypt(contact.address_cipher, contactPlace(accountId, row.channel));
    return { address, mask: maskAddress(address), index: contact.address_index, allowance: row.kind === 'code' ? null : contact.allowance };
  }

  function valuesOf(row: ClaimedRow, now: Date): Values {
    const code = row.secret_cipher === null ? null : vault.decrypt(row.secret_cipher, codePlace(row.out_id));
    return { matters: row.matters, reference: row.reference, code, at: chinaMinute(now) };
  }

  function index(channel: Channel, address: string): Buffer {
    return createHmac('sha256', indexKey).update(`${channel} ${address.trim().toLowerCase()}`).digest();
  }

  return {
    channels,
    tell,
    addressIndex: index,

    async sendDue() {
      const rows = await store.within(JOB, (tx) => claim(tx, clock.now(), AT_ONCE));
      await Promise.all(
        rows.map(async (row) => {
          const settled = await attempt(row);
          await store.within(JOB, (tx) => settle(tx, row.id, settled));
        }),
      );
      return rows.length;
    },

    async sendCode(tx, accountId, channel, code) {
      const outId = newOutId();
      const now = clock.now();
      await tx.query(
        `insert into office.message (out_id, channel, recipient, account_id, kind, reference, secret_cipher, state, next_try_at, created_at)
         values ($1, $2, $3, $4, 'code', $5, $6, 'queued', $7, $7)`,
        [outId, channel, `account:${accountId}`, accountId, newReference(), vault.encrypt(code, codePlace(outId)), now],
      );
    },

    async receipts(channel, token, few) {
      const right = channels.receiptTokens.get(channel);
      if (right === undefined || !same(right, token)) return undefined;
      return store.within(JOB, async (tx) => {
        let taken = 0;
        for (const one of few) if (await receive(tx, channel, one, clock.now())) taken += 1;
        return taken;
      });
    },

    async sweep() {
      await store.within(JOB, (tx) => sweep(tx, clock.now()));
    },
  };
}

function later(nothing: Settled, at: Date): Settled {
  return { ...nothing, state: 'queued', nextTryAt: at, settledAt: null, giveBack: true };
}

function settledBy(outcome: Outcome, row: ClaimedRow, now: Date, nothing: Settled): Settled {
  switch (outcome.kind) {
    case 'accepted':
      return { ...nothing, state: 'sent', sentAt: now, settledAt: null, vendorId: outcome.vendorId };
    case 'unknown':
      return { ...nothing, state: 'unknown', sentAt: now, settledAt: null, cause: `${outcome.cause}，不重发，等回执` };
    case 'refused':
      return { ...nothing, code: outcome.code, cause: outcome.cause };
    case 'later': {
      const at = nextTry(now.getTime(), row.kind, row.attempts, outcome.waitMs);
      if (at === null) return { ...nothing, code: outcome.code, cause: `${outcome.cause}，试了 ${row.attempts} 次，不再发` };
      return { ...nothing, state: 'queued', nextTryAt: new Date(at), settledAt: null, code: outcome.code, cause: outcome.cause };
    }
  }
}

function textShown(template: Template, values: Values): string {
  return shownText({ ...template, text: template.text.replaceAll('{code}', values.code ?? '') }, values);
}

/** Without the letters people mix up when they read it out; says nothing about the matter. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

function newReference(): string {
  return Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

function newOutId(): string {
  return randomBytes(16).toString('hex');
}

function same(a: string, b: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** `2026-11-27 09:30` in China. */
function chinaMinute(at: Date): string {
  return wallClock(at).slice(0, 16);
}

/** Where ciphers belong: moved to another person or message they do not open. */
export function contactPlace(accountId: string, channel: string): string {
  return `contact:${accountId}:${channel}`;
}

function codePlace(outId: string): string {
  return `message.code:${outId}`;
}
