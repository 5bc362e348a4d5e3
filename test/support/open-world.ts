import type { FastifyInstance } from 'fastify';
import { randomBytes } from 'node:crypto';
import { nationalCalendar } from '#law/calendars/index.ts';
import { openV1Routes } from '#modules/governance/open-api/server/index.ts';
import { openWarningsByProject } from '#modules/monitoring/warnings/server/index.ts';
import { API_SCOPES, type NewApp } from '#modules/office/integration/domain/index.ts';
import { type Integration, integration, type Keeper } from '#modules/office/integration/server/index.ts';
import { recomputeFacts } from '#modules/prevention/facts/server/index.ts';
import { intake } from '#modules/prevention/imports/server/index.ts';
import type { ProjectRoutes } from '#modules/prevention/projects/server/index.ts';
import { fixedClock } from '#platform/clock.ts';
import { createServer, sessionStore } from '#platform/http/index.ts';
import { sign, signatureHeaders, type SigningAlgorithm } from '#platform/signing/index.ts';
import { freshKeys, openVault } from '#platform/vault/index.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { type Records, recordsIn } from './records.ts';

export const ALL_SCOPES = API_SCOPES.map(({ scope }) => scope);
/** The day everything happens on. */
export const TODAY = '2026-10-20';
export interface Key {
  readonly appid: string;
  readonly secret: string;
}

export interface OpenWorld {
  readonly database: FreshDatabase;
  readonly app: FastifyInstance;
  /** Every route under /open, `get /open/v1/projects/{projectId}`. */
  readonly routes: readonly string[];
  readonly apps: Integration;
  readonly records: Records;
  /** The chief of 高唐县, who keeps apps. */
  readonly chief: Keeper;
  key(change?: Partial<NewApp>): Promise<Key>;
  /** Asks with a bearer key. */
  get(url: string, key: Key, headers?: Record<string, string>): Promise<Answer>;
  /** Sends with a signature. */
  send(url: string, key: Key, body: unknown, options?: SendOptions): Promise<Answer>;
  close(): Promise<void>;
}

export interface SendOptions {
  readonly method?: 'GET' | 'POST';
  readonly idempotencyKey?: string | null;
  readonly nonce?: string;
  readonly at?: Date;
  readonly algorithm?: SigningAlgorithm;
  readonly headers?: Record<string, string>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  // What an answer holds is the test's to say.
  readonly json: <T>() => T;
}

/** Two counties with a project each, people, payrolls and flows, and the open interface over them. */
export async function openWorld(): Promise<OpenWorld> {
  const database = await freshDatabase();
  const records = await recordsIn(database);
  await database.owner(
    "insert into office.region (code, name, level) values ('371525', '冠县', 'county'), ('371525001', '冠城镇', 'town') on conflict do nothing",
  );
  await records.project(1);
  await records.project(2, { gc_enterprise_id: 2 });
  await records.project(3, { gc_enterprise_id: 3, region_code: '371525001' });
  for (const project of [1, 2, 3]) {
    await database.owner("insert into prevention.project_party (project_id, enterprise_id, part) values ($1, $1, 'general-contractor')", [project]);
    for (const person of [1, 2, 3]) {
      const who = project * 10 + person;
      await records.roster(project, who);
      await records.sheet(project, who, '2026-08', [3, 4, 5, 6, 7]);
      await records.payroll(project, who, '2026-08', 5000 + person, { team: '钢筋班' });
      if (person > 1) await records.flow(project, 'wage', '2026-09-14', person === 2 ? 5002 : 1000, { for: '2026-08', person_id: who });
    }
    await records.flow(project, 'inflow', '2026-09-10', 20000);
    await records.covers(project, 'attendance', '2026-08-01', '2026-08-31');
    await records.covers(project, 'flows', '2026-08-01', '2026-10-18');
    await records.summarise(project, '2026-08');
  }
  const clock = fixedClock(TODAY);
  const vault = openVault(freshKeys());
  await database.store.within({ role: 'app_job' }, (tx) => recomputeFacts(tx, { asOf: clock.today(), keys: 'all' }));
  for (const [id, project, region, enterprise] of [
    [1, 1, '371526001', 1],
    [2, 2, '371526001', 2],
    [3, 3, '371525001', 3],
  ]) {
    await database.owner(
      `insert into monitoring.warning (id, project_id, region_code, industry, gc_enterprise_id, project_name, gc_name, rule_code, rule_version, subject, subject_key, month, level, found_level,
         state, title, says, amount_fen, people, duty, due_on, act_by, act_until, owner_role, raised_on)
       values ($1, $2, $3, '住建', $4, '项目' || $2::bigint, '总包', 'PAY-01', 1, 'project-month', '2026-08', '2026-08-01', 2, 2, 'raised', '没有按月足额支付', '8 月有 2 人没拿齐', 900000, 2,
         'general-contractor', '2026-09-15', '2026-10-22', '2026-10-22 18:00', 'inspector', '2026-09-16')`,
      [id, project, region, enterprise],
    );
  }
  const apps = integration({ store: database.store, vault });
  const projects: ProjectRoutes = {
    store: database.store,
    clock,
    vault,
    calendar: nationalCalendar,
    levelName: (level) => `${level} 级`,
    usualPayDay: () => 15,
    openWarnings: openWarningsByProject,
    overdueCells: () => new Map(),
  };
  const routes: string[] = [];
  const app = await createServer({
    store: database.store,
    sessions: sessionStore(database.store),
    whoIs: async () => undefined,
    cookieSecret: Buffer.alloc(32, 3),
    logLevel: 'silent',
    requestsPerMinute: 1_000_000,
    api: async (inner) => {
      inner.addHook('onRoute', ({ method, url }) => {
        for (const one of [method].flat())
          if (one !== 'HEAD' && url.startsWith('/open')) routes.push(`${one.toLowerCase()} ${url.replaceAll(/:(\w+)/g, '{$1}')}`);
      });
      await inner.register(
        openV1Routes({
          store: database.store,
          clock,
          integration: apps,
          intake: intake({ store: database.store, clock, vault }),
          projects,
          onProblem: (problem) => {
            throw problem;
          },
        }),
      );
    },
  });
  const chief: Keeper = {
    accountId: '1',
    name: '队长',
    role: 'inspection-chief',
    regionCode: '371526',
    enterpriseId: null,
    scope: { role: 'app_official', region: '371526', accountId: '1' },
  };
  let made = 0;
  const answer = (reply: Awaited<ReturnType<FastifyInstance['inject']>>): Answer => ({
    status: reply.statusCode,
    headers: reply.headers,
    text: reply.body,
    json: <T>() => reply.json<T>(),
  });
  return {
    database,
    app,
    routes,
    apps,
    records,
    chief,
    async key(change = {}) {
      made += 1;
      const created = await apps.createApp(chief, {
        channel: 'open-api',
        name: `外部系统${made}`,
        regionCode: '371526',
        enterpriseId: null,
        projectId: null,
        settings: {},
        ipList: [],
        perMinute: 100_000,
        scopes: ALL_SCOPES,
        ...change,
      });
      if (!created.ok) throw new Error(created.refusal.says);
      return created.value;
    },
    get: async (url, key, headers = {}) => answer(await app.inject({ url, headers: { authorization: `Bearer ${key.appid}.${key.secret}`, ...headers } })),
    async send(url, key, body, options = {}) {
      const method = options.method ?? 'POST';
      const payload = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
      const signature = sign(
        { method, path: url, body: payload },
        { app: key.appid, secret: key.secret, ...(options.algorithm && { algorithm: options.algorithm }) },
        { ...(options.nonce && { nonce: options.nonce }), ...(options.at && { at: options.at }) },
      );
      const idempotencyKey = options.idempotencyKey === undefined ? randomBytes(8).toString('hex') : options.idempotencyKey;
      return answer(
        await app.inject({
          method,
          url,
          headers: {
            ...signatureHeaders(signature),
            ...(payload !== '' && { 'content-type': 'application/json' }),
            ...(idempotencyKey !== null && method === 'POST' && { 'idempotency-key': idempotencyKey }),
            ...options.headers,
          },
          ...(payload !== '' && { payload }),
        }),
      );
    },
    async close() {
      await app.close();
      await database.drop();
    },
  };
}
