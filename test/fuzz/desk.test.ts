import type { FastifyInstance } from 'fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '#modules/office/accounts/domain/index.ts';
import { createServer, type SignedIn } from '#platform/http/index.ts';
import { freshKeys, openVault } from '#platform/vault/index.ts';
import { api } from '../../src/apps/api.ts';
import { readConfig } from '../../src/apps/config.ts';
import { openParts, type Parts } from '../../src/apps/wiring.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { recordsIn } from '../support/records.ts';
import { FUZZ_SEED, inputsOf, keepFrom } from './amount.ts';
import { corpusOf } from './corpus.ts';
import { fuzz, type FuzzTarget, SLOW_REQUEST_MS, type Verdict } from './fuzz.ts';
import { fuzzInThread } from './in-thread.ts';
import { type Json, mutateJson } from './mutate.ts';
import { SOUND, targets } from './targets/desk.ts';

describe('对接管理：每个带正文的操作十万份残缺的正文', () => {
  it.each(targets.map((target) => target.name))('%s', { timeout: 3_600_000 }, async (target) => {
    const inputs = inputsOf();
    const report = await fuzzInThread({ module: new URL('./targets/desk.ts', import.meta.url), target, inputs, seed: FUZZ_SEED });
    keepFrom(report);
    expect(report.failures.map(({ kind, says, line }) => `${kind}: ${says} ${line.slice(0, 500)}`)).toEqual([]);
    expect(report.inputs).toBe(inputs);
    expect(report.refused).toBeGreaterThan(inputs / 10);
    expect(report.taken).toBeGreaterThan(inputs / 1_000);
  });
});

describe('对接管理：真的服务、真的数据库', () => {
  const folder = mkdtempSync(join(tmpdir(), 'anxin-desk-fuzz-'));
  const chief: SignedIn = {
    accountId: '11',
    name: '队长',
    role: 'inspection-chief',
    regionCode: '371526',
    enterpriseId: null,
    scope: { role: 'app_official', region: '371526', accountId: '11' },
    permissions: ROLES['inspection-chief'].may,
    mustChangePassword: false,
  };
  let database: FreshDatabase;
  let parts: Parts;
  let app: FastifyInstance;

  beforeAll(async () => {
    database = await freshDatabase();
    await (await recordsIn(database)).project(1);
    await database.owner("insert into prevention.project_party (project_id, enterprise_id, part) values (1, 1, 'general-contractor')");
    const config = readConfig({ ANXIN_DATA: folder }, { demo: false });
    if (!config.ok) throw new Error(config.refusal.says);
    const keys = freshKeys();
    parts = await openParts(config.value, database.appUrl, { keys, vault: openVault(keys) }, { problem: () => undefined });
    app = await createServer({
      store: parts.store,
      sessions: parts.sessions,
      whoIs: async () => undefined,
      cookieSecret: Buffer.alloc(32, 4),
      logLevel: 'silent',
      requestsPerMinute: 1_000_000,
      api: async (inner) => {
        inner.addHook('onRequest', async (request) => {
          request.whoAsks = chief;
        });
        await api(parts)(inner);
      },
    });
    const bank: Json = { ...FORM, channel: 'bank', appid: 'bank-1', scopes: [] };
    for (const payload of [FORM, bank]) expect((await app.inject({ method: 'POST', url: '/api/integration/apps', payload })).statusCode).toBe(201);
  }, 180_000);
  afterAll(async () => {
    await app?.close();
    await parts?.close();
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const FORM: { readonly [key: string]: Json } = {
    channel: 'open-api',
    name: '一网统管',
    appid: 'city-one-net',
    projectId: null,
    actsFor: 'place',
    ipList: [],
    perMinute: 600,
    scopes: ['projects:read'],
  };

  async function written(): Promise<string> {
    const [row] = await database.owner<{ n: string }>(
      `select concat_ws(' ', (select count(*) from exchange.app), (select count(*) from exchange.app_secret), (select count(*) from exchange.webhook), (select md5(string_agg(a::text, '|' order by appid)) from exchange.app a)) as n`,
    );
    return row?.n ?? '';
  }

  it.each(Object.keys(SOUND))('%s：没有 5xx，被拒绝的什么也没改', { timeout: 3_600_000 }, async (route) => {
    let before = await written();
    const target: FuzzTarget<Json> = {
      name: `desk-http${route.replaceAll(/[/:]+/g, '-').replace('-api-integration', '')}`,
      seeds: [SOUND[route] ?? null],
      mutate: (input, chance) => mutateJson(input, chance),
      async run(input): Promise<Verdict> {
        const url = route.replace(':appid', route.endsWith('settings') ? 'bank-1' : 'city-one-net').replace(':id', '1');
        const reply = await app.inject({ method: 'POST', url, headers: { 'content-type': 'application/json' }, payload: JSON.stringify(input) });
        const says = `${reply.statusCode} ${reply.body.slice(0, 300)}`;
        if (reply.statusCode >= 500) return { came: 'broken', says };
        const now = await written();
        const isSame = now === before;
        before = now;
        if (reply.statusCode < 400) return { came: 'taken', why: String(reply.statusCode) };
        if (!isSame) return { came: 'broken', says: `refused and yet changed: ${says}` };
        const { code, says: why } = reply.json<{ code?: string; says?: string }>();
        if (code === undefined || why === undefined || !/\p{Script=Han}/u.test(why)) return { came: 'broken', says: `no reason in Chinese: ${says}` };
        return { came: 'refused', why: code };
      },
      encode: (input) => JSON.stringify(input),
      decode: (line) => JSON.parse(line),
    };
    const report = await fuzz(target, { inputs: inputsOf(150), seed: FUZZ_SEED, corpus: corpusOf(target.name), slowMs: SLOW_REQUEST_MS });
    keepFrom(report);
    expect(report.failures.map(({ kind, says, line }) => `${kind}: ${says} ${line.slice(0, 500)}`)).toEqual([]);
    expect(report.refused).toBeGreaterThan(0);
  });
});
