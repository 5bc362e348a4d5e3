import { createCipheriv, createHash, randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { checkCharacter, creditCheckCharacter, luhnDigit } from '#kernel/identifiers/index.ts';
import { type Integration, integration } from '#modules/office/integration/server/index.ts';
import { type Imports, imports, intake } from '#modules/prevention/imports/server/index.ts';
import { openApiRoutes, type RealName, realName, undoRealName } from '#modules/prevention/real-name/server/index.ts';
import type { Clock } from '#platform/clock.ts';
import { createServer, type SessionStore } from '#platform/http/index.ts';
import { freshKeys, type Keys, openVault, type Vault } from '#platform/vault/index.ts';
import type { FreshDatabase } from './database.ts';

/** The real-name interface over HTTP on a database of its own. */
export interface Platform {
  readonly url: string;
  readonly vault: Vault;
  readonly keys: Keys;
  readonly integration: Integration;
  readonly service: RealName;
  /** What broke inside. */
  readonly problems: unknown[];
  stop(): Promise<void>;
}

const NO_SESSIONS: SessionStore = {
  get: (_id, done) => done(null, null),
  set: (_id, _session, done) => done(),
  destroy: (_id, done) => done(),
  endAll: () => Promise.resolve(),
  sweep: () => Promise.resolve(),
};

export async function startPlatform(db: FreshDatabase, clock: Clock, more?: (app: FastifyInstance) => Promise<void>): Promise<Platform> {
  const keys = freshKeys();
  const vault = openVault(keys);
  const { store } = db;
  const keeping = integration({ store, vault });
  const problems: unknown[] = [];
  const service = realName({
    store,
    clock,
    vault,
    intake: intake({ store, clock, vault }),
    integration: keeping,
    senders: clock,
    onProblem: (problem) => problems.push(problem),
  });
  const app = await createServer({
    store,
    sessions: NO_SESSIONS,
    whoIs: () => Promise.resolve(undefined),
    cookieSecret: vault.secret('cookie'),
    requestsPerMinute: 1_000_000,
    async api(inner) {
      await inner.register(openApiRoutes(service, { aliases: [{ path: '/jinhua/open.api', profile: 'jinhua' }] }));
      if (more !== undefined) await more(inner);
    },
    logLevel: 'silent',
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return { url, vault, keys, integration: keeping, service, problems, stop: () => app.close() };
}

/** The imports as the product has them, to take back what came. */
export function importsOf(db: FreshDatabase, platform: Platform, clock: Clock): Imports {
  return imports({ store: db.store, clock, keys: platform.keys, connectionString: db.appUrl, alsoUndo: { 'real-name': undoRealName } });
}

/** A county, a general contractor, a project of the ledger, and an official who keeps the apps. */
export async function layOutCounty(db: Pick<FreshDatabase, 'owner'>): Promise<void> {
  await db.owner(`insert into office.region (code, name, level, parent) values ('37', '山东省', 'province', null), ('3715', '聊城市', 'prefecture', '37'),
    ('371526', '高唐县', 'county', '3715'), ('371526001', '鱼邱湖街道', 'town', '371526'), ('371522', '莘县', 'county', '3715') on conflict do nothing`);
  await db.owner('insert into prevention.enterprise (id, name, credit_code) overriding system value values (1, $1, $2), (2, $3, null)', [
    CONTRACTOR.corpName,
    CONTRACTOR.corpCode,
    '别家建设有限公司',
  ]);
  for (const [id, code, enterprise] of [
    [1, PROJECT, 1],
    [2, '37152620260101002', 2],
  ] as const) {
    await db.owner('insert into prevention.project (id, region_code, code, name, gc_enterprise_id) overriding system value values ($1, $2, $3, $4, $5)', [
      id,
      '371526001',
      code,
      `项目${id}`,
      enterprise,
    ]);
    await db.owner("insert into prevention.project_party (project_id, enterprise_id, part) values ($1, $2, 'general-contractor')", [id, enterprise]);
  }
  await db.owner('select setval(pg_get_serial_sequence($1, $2), 100)', ['prevention.enterprise', 'id']);
  await db.owner('select setval(pg_get_serial_sequence($1, $2), 100)', ['prevention.project', 'id']);
}

export const OFFICIAL = {
  accountId: '1',
  name: '李监察',
  role: 'inspector',
  regionCode: '371526',
  enterpriseId: null,
  scope: { role: 'app_official', region: '371526', accountId: '1' },
} as const;

export function creditCode(order: number): string {
  const seventeen = `9137152600000${String(order).padStart(4, '0')}`;
  return seventeen + creditCheckCharacter(seventeen);
}

export const PROJECT = '37152620260101001';
export const CONTRACTOR = { corpCode: creditCode(1), corpName: '山东甲建设有限公司' };
export const LABOUR = { corpCode: creditCode(7), corpName: '聊城乙劳务有限公司' };

/** A valid identity number that belongs to nobody. */
export function identityOf(order: number): string {
  const seventeen = `371526${1960 + (order % 40)}${String(1 + (order % 12)).padStart(2, '0')}${String(1 + (order % 28)).padStart(2, '0')}${String(Math.floor(order / 7) % 1000).padStart(3, '0')}`;
  return seventeen + checkCharacter(seventeen);
}

export function cardOf(order: number): string {
  const digits = `622202${String(100_000_000_000 + order)}`;
  return digits + luhnDigit(digits);
}

export interface Credential {
  readonly appid: string;
  readonly secret: string;
}

export async function createApp(
  platform: Platform,
  more: {
    readonly appid?: string;
    readonly projectId?: string | null;
    readonly enterpriseId?: string | null;
    readonly settings?: { readonly [key: string]: unknown };
    readonly ipList?: readonly string[];
    readonly perMinute?: number;
  } = {},
): Promise<Credential> {
  const made = await platform.integration.createApp(OFFICIAL, {
    appid: more.appid,
    channel: 'real-name',
    name: '门禁系统',
    regionCode: '371526',
    enterpriseId: more.enterpriseId === undefined ? '1' : more.enterpriseId,
    projectId: more.projectId === undefined ? '1' : more.projectId,
    settings: more.settings ?? {},
    ipList: more.ipList ?? [],
    perMinute: more.perMinute ?? 100_000,
    scopes: [],
  });
  if (!made.ok) throw new Error(made.refusal.says);
  return made.value;
}

export interface Reply {
  readonly code: string;
  readonly message: string;
  readonly data: never;
}

/** As the Java clients in the field have it: key and vector from the secret as text, Base64. Written anew, not ours. */
export function aes(text: string, secret: string): string {
  const cipher = createCipheriv('aes-256-cbc', Buffer.from(secret), Buffer.from(secret.slice(0, 16)));
  return cipher.update(text, 'utf8', 'base64') + cipher.final('base64');
}

export interface Manner {
  readonly timestamp?: string;
  readonly nonce?: string;
  /** The text of `data` as sent, where a client does not write it as JSON.stringify does. */
  readonly text?: (data: unknown) => string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly upperCaseSign?: boolean;
  readonly extra?: Readonly<Record<string, string>>;
  readonly path?: string;
  readonly version?: string;
}

export function formOf(credential: Credential, method: string, data: unknown, manner: Manner = {}): URLSearchParams {
  const parameters: Record<string, string> = {
    method,
    version: manner.version ?? '1.0',
    appid: credential.appid,
    format: 'json',
    timestamp: manner.timestamp ?? '20261122103000',
    nonce: manner.nonce ?? randomUUID().replaceAll('-', ''),
    data: (manner.text ?? JSON.stringify)(data),
    ...manner.extra,
  };
  const signed = Object.keys(parameters)
    .filter((name) => name !== 'appsecret')
    .sort()
    .map((name) => `${name}=${parameters[name]}`)
    .join('&');
  const sign = createHash('sha256').update(`${signed}&appsecret=${credential.secret}`.toLowerCase()).digest('hex');
  return new URLSearchParams({ ...parameters, sign: manner.upperCaseSign === true ? sign.toUpperCase() : sign });
}

export async function post(url: string, form: URLSearchParams, manner: Manner = {}): Promise<Reply> {
  const answer = await fetch(`${url}${manner.path ?? '/open.api'}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8', ...manner.headers },
    body: form.toString(),
  });
  if (answer.status !== 200) throw new Error(`status ${answer.status}: ${await answer.text()}`);
  return JSON.parse(await answer.text());
}

/** One client of one app. */
export interface Client {
  readonly credential: Credential;
  aes(text: string): string;
  call(method: string, data: unknown, manner?: Manner): Promise<Reply>;
  /** Calls, and asks at once what came of it. */
  settle(
    method: string,
    data: unknown,
    manner?: Manner,
  ): Promise<{ readonly code: string; readonly message: string; readonly status: number; readonly result: string; readonly serial: string }>;
}

export function clientOf(url: string, credential: Credential, usual: Manner = {}): Client {
  const call = (method: string, data: unknown, manner: Manner = {}) =>
    post(url, formOf(credential, method, data, { ...usual, ...manner }), { ...usual, ...manner });
  return {
    credential,
    aes: (text) => aes(text, credential.secret),
    call,
    async settle(method, data, manner) {
      const answer = await call(method, data, manner);
      const serial: string = answer.code === '0' ? answer.data['requestSerialCode'] : '';
      if (serial === '') return { code: answer.code, message: answer.message, status: 0, result: '', serial };
      const asked = await call('AsyncHandleResult.Query', { requestSerialCode: serial });
      return { code: answer.code, message: answer.message, status: asked.data['status'], result: asked.data['result'], serial };
    },
  };
}

const PIXEL = `/9j/${'A'.repeat(200)}`;

export function workerOf(client: Client, order: number, more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    workerName: `工人${order}`,
    isTeamLeader: 0,
    idCardType: '01',
    idCardNumber: client.aes(identityOf(order)),
    workType: '020',
    workRole: '20',
    nation: '汉',
    address: '山东省高唐县某村',
    headImage: PIXEL,
    politicsType: '13',
    cellPhone: `138${String(10_000_000 + order)}`,
    cultureLevelType: '02',
    grantOrg: '高唐县公安局',
    payRollBankCardNumber: client.aes(cardOf(order)),
    payRollBankName: '中国工商银行高唐支行',
    payRollTopBankCode: '102',
    ...more,
  };
}

/** Registers the labour company, a team and so many workers; answers the team's number. */
export async function register(client: Client, workers: number, teamName = '钢筋一班', projectCode = PROJECT): Promise<number> {
  const party = await client.settle('ProjectSubContractor.Add', { projectCode, ...LABOUR, corpType: '006' });
  if (party.status !== 20 && party.result !== '参建单位已存在') throw new Error(`party: ${party.message}${party.result}`);
  const team = await client.settle('Team.Add', { projectCode, ...LABOUR, teamName });
  if (team.status !== 20) throw new Error(`team: ${team.message}${team.result}`);
  const teamSysNo: number = JSON.parse(team.result).teamSysNo;
  for (let from = 0; from < workers; from += 5) {
    const workerList = Array.from({ length: Math.min(5, workers - from) }, (_, at) => workerOf(client, from + at));
    const done = await client.settle('ProjectWorker.Add', { projectCode, ...LABOUR, teamSysNo, teamName, workerList });
    if (done.status !== 20) throw new Error(`workers: ${done.message}${done.result}`);
  }
  return teamSysNo;
}

export function payLine(client: Client, order: number, more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    idCardType: '01',
    idCardNumber: client.aes(identityOf(order)),
    days: 26,
    workHours: '208.00',
    payRollBankCardNumber: client.aes(cardOf(order)),
    payRollBankCode: '102',
    payRollBankName: '中国工商银行',
    payBankCardNumber: client.aes('15001234567890'),
    payBankCode: '103',
    payBankName: '中国农业银行',
    totalPayAmount: '7800.00',
    actualAmount: '7800.00',
    isBackPay: 0,
    balanceDate: '2026-11-15',
    thirdPayRollCode: `T${order}`,
    ...more,
  };
}
