import fastify, { type RouteOptions } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { EVENT_KINDS } from '#modules/office/integration/domain/index.ts';
import { integration, integrationRoutes, webhooks } from '#modules/office/integration/server/index.ts';
import { openStore } from '#platform/db/index.ts';
import { badFields, isSoundText } from '#platform/http/index.ts';
import { outbound } from '#platform/outbound/index.ts';
import { freshKeys, openVault } from '#platform/vault/index.ts';
import type { FuzzTarget, Verdict } from '../fuzz.ts';
import { type Json, mutateJson } from '../mutate.ts';

/** What the desk of 对接管理 sends, soundly, by route. */
export const SOUND: Readonly<Record<string, Json>> = {
  '/api/integration/apps': {
    channel: 'open-api',
    name: '一网统管',
    appid: 'city-one-net',
    projectId: null,
    actsFor: 'place',
    ipList: ['10.0.0.0/8', '2001:db8::/32'],
    perMinute: 600,
    scopes: ['projects:read', 'records:write'],
  },
  '/api/integration/apps/:appid/rotate': { overlapHours: 24 },
  '/api/integration/apps/:appid/state': { disabled: true, why: '合同到期' },
  '/api/integration/apps/:appid/change': { name: '一网统管二期', ipList: ['10.0.0.1'], perMinute: 60, scopes: ['projects:read'] },
  '/api/integration/apps/:appid/settings': { transport: 'https', url: 'https://bank.example.cn/api', confirm: 'none' },
  '/api/integration/webhooks': {
    appid: 'city-one-net',
    url: 'https://example.cn/hook',
    kinds: EVENT_KINDS.slice(0, 2).map(({ kind }) => kind),
    algorithm: 'hmac-sm3',
  },
  '/api/integration/webhooks/:id/state': { ended: true },
};

async function routesOfTheDesk(): Promise<readonly RouteOptions[]> {
  z.config(z.locales.zhCN());
  const app = fastify();
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => void routes.push(route));
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const store = openStore('postgres://nobody@127.0.0.1:1/none');
  const vault = openVault(freshKeys());
  const nothing = async () => ({ ok: false, refusal: { code: 'none', says: '没有' } }) as const;
  await app.register(
    integrationRoutes({
      store,
      integration: integration({ store, vault }),
      webhooks: webhooks({ store, vault, outbound: outbound({ openNetworks: [], timeoutMs: 1, largestAnswer: 1 }) }),
      replays: { 'real-name': nothing, device: nothing, bank: nothing, 'open-api': nothing },
      queues: [],
      named: async () => ({ enterprises: new Map(), projects: new Map() }),
      placeOf: async () => undefined,
      settings: { 'real-name': [], device: [], bank: [], 'open-api': [] },
      freshness: async () => [],
      appFeeds: async () => [],
    }),
  );
  await app.ready();
  await app.close();
  await store.close();
  return routes.filter(({ method, schema }) => method === 'POST' && schema?.body !== undefined);
}

/** The form of a body as the route has it, and the refusal the server makes of its faults. */
function target(route: RouteOptions): FuzzTarget<Json> {
  const sound = SOUND[route.url];
  if (sound === undefined) throw new Error(`no sound body of ${route.url}`);
  const form = validatorCompiler({ schema: route.schema?.body as z.ZodType, method: 'POST', url: route.url, httpPart: 'body' });
  return {
    name: `desk${route.url.replaceAll(/[/:]+/g, '-').replace('-api-integration', '')}`,
    seeds: [sound],
    mutate: (input, chance) => mutateJson(input, chance),
    run(input): Verdict {
      // As the reader of bodies does, before any form.
      if (!isSoundText(input)) return { came: 'refused', why: 'text' };
      const made = form(input) as { readonly error?: readonly object[]; readonly value?: unknown };
      if (made.error === undefined) return { came: 'taken' };
      const problem = badFields({ validation: made.error, validationContext: 'body' }, '请改正后重新提交。');
      const poor = problem?.fields?.find(({ path, says }) => path === '' || !/\p{Script=Han}/u.test(says) || /[\0\p{Cs}]/u.test(path + says));
      if (problem?.fields === undefined || problem.fields.length === 0 || poor !== undefined)
        return { came: 'broken', says: `without place or words: ${JSON.stringify(poor)}` };
      return { came: 'refused', why: `${problem.fields[0]?.path.replace(/\d+/g, '#')} ${problem.fields[0]?.says.replace(/[^一-龥]+/g, ' ').slice(0, 20)}` };
    },
    encode: (input) => JSON.stringify(input),
    decode: (line) => JSON.parse(line),
  };
}

export const targets = (await routesOfTheDesk()).map(target);
