import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deviceRoutes } from '#modules/prevention/devices/server/index.ts';
import { createServer, sessionStore } from '#platform/http/index.ts';
import { sign, signatureHeaders } from '#platform/signing/index.ts';
import { type Gate, OFFICIAL, yard, type Yard } from '../../src/modules/prevention/devices/server/test-devices.ts';
import { FUZZ_SEED, inputsOf, keepFrom } from './amount.ts';
import { corpusOf } from './corpus.ts';
import { fuzz, type FuzzTarget, SLOW_REQUEST_MS, type Verdict } from './fuzz.ts';
import { type Json, mutateJson, mutateText } from './mutate.ts';
import { BATCHES, LOGS } from './targets/devices.ts';

let world: Yard;
let app: FastifyInstance;
let gate: Gate;
let path = '';

beforeAll(async () => {
  world = await yard();
  gate = await world.gate(await world.project(1, '锦绣城一期'), 'GATE-1');
  const opened = await world.devices.keeper.setPush(OFFICIAL, gate.appid, true);
  if (!opened.ok) throw new Error(opened.refusal.says);
  path = opened.value.path ?? '';
  app = await createServer({
    store: world.db.store,
    sessions: sessionStore(world.db.store),
    whoIs: async () => undefined,
    cookieSecret: Buffer.alloc(32, 3),
    logLevel: 'silent',
    requestsPerMinute: 1_000_000,
    api: async (inner) => void (await inner.register(deviceRoutes(world.devices))),
  });
}, 180_000);
afterAll(async () => {
  await app?.close();
  await world?.close();
});

/** Punches taken and punches kept apart. */
async function written(): Promise<readonly [number, number]> {
  const [row] = await world.db.owner<{ taken: number; apart: number }>(
    'select (select count(*) from prevention.punch)::int as taken, (select count(*) from prevention.punch_quarantine)::int as apart',
  );
  return [row?.taken ?? 0, row?.apart ?? 0];
}

let before: readonly [number, number] = [0, 0];

async function grown(): Promise<readonly [number, number]> {
  const now = await written();
  const grew = [now[0] - before[0], now[1] - before[1]] as const;
  before = now;
  return grew;
}

interface Sent {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const signed: FuzzTarget<Sent> = {
  name: 'device-http',
  seeds: BATCHES.map((batch) => ({ body: JSON.stringify(batch), headers: {} })),
  mutate({ body, headers }, chance) {
    if (chance.happens(0.05))
      return {
        body,
        headers: {
          ...headers,
          [chance.pick(HEADERS)]: mutateText('1793000000', chance)
            .replaceAll(/[^\x20-\x7e]/g, '')
            .trim(),
        },
      };
    if (chance.happens(0.1)) return { body: mutateText(body, chance), headers };
    try {
      const batch: Json = JSON.parse(body);
      return { body: JSON.stringify(mutateJson(batch, chance, WORDS)), headers };
    } catch {
      return { body: mutateText(body, chance), headers };
    }
  },
  async run({ body, headers }): Promise<Verdict> {
    const request = { method: 'POST', path: '/device/v1/punches', body: Buffer.from(body) };
    const reply = await app.inject({
      method: 'POST',
      url: request.path,
      headers: { 'content-type': 'application/json', ...signatureHeaders(sign(request, { app: gate.appid, secret: gate.secret })), ...headers },
      payload: request.body,
    });
    const says = `${reply.statusCode} ${reply.body.slice(0, 300)}`;
    if (reply.statusCode >= 500) return { came: 'broken', says };
    const grew = await grown();
    if (reply.statusCode >= 400) {
      const { code, says: why } = reply.json<{ code?: string; says?: string }>();
      if (grew[0] !== 0 || grew[1] !== 0) return { came: 'broken', says: `refused and yet written: ${says}` };
      if (code === undefined || why === undefined || !/\p{Script=Han}/u.test(why)) return { came: 'broken', says: `no reason in Chinese: ${says}` };
      return { came: 'refused', why: code };
    }
    const told = reply.json<{ accepted: number; quarantined: number; punches: readonly { is: string; code: string }[] }>();
    const ahead = told.punches.filter((one) => one.is === 'refused' && one.code === 'ahead').length;
    if (grew[0] !== told.accepted || grew[1] !== told.quarantined + ahead)
      return { came: 'broken', says: `wrote ${grew.join(' + ')}, told of ${told.accepted} + ${told.quarantined} + ${ahead}: ${says}` };
    return { came: 'taken', why: [...new Set(told.punches.map((one) => one.code))].join() };
  },
  encode: (input) => JSON.stringify(input),
  decode: (line) => JSON.parse(line),
};

const HEADERS = ['content-type', 'x-anxin-timestamp', 'x-anxin-nonce', 'x-anxin-signature', 'x-anxin-app'];
const WORDS = [
  '2026-11-22 07:02:04',
  '2026-11-22T07:02:04+08:00',
  '0001-01-01 00:00:00',
  '9999-12-31T23:59:59Z',
  '0226-11-22T07:02:04Z',
  '371526199001011235',
  'A-1',
  'mobile',
  'manual',
  '1e9',
  '\0',
  '\ud800',
  '',
];

const lines: FuzzTarget<string> = {
  name: 'device-push-http',
  seeds: LOGS,
  mutate: (input, chance) => mutateText(input, chance, [...WORDS, '\t', '\n', '371526199001011235\t2026-11-22 08:00:00\t0']),
  async run(input): Promise<Verdict> {
    const reply = await app.inject({ method: 'POST', url: `${path}/cdata?SN=GATE-1&table=ATTLOG`, headers: { 'content-type': 'text/plain' }, payload: input });
    const says = `${reply.statusCode} ${reply.body.slice(0, 300)}`;
    await grown();
    // Whatever it sends, the machine hears OK and a number, or it would send it for ever.
    const asked = input.split(/\r?\n/).filter((line) => line.trim() !== '').length;
    return reply.body === `OK: ${asked}` && reply.statusCode === 200 ? { came: 'taken' } : { came: 'broken', says };
  },
  encode: JSON.stringify,
  decode: (line) => JSON.parse(line),
};

async function report<Input>(target: FuzzTarget<Input>) {
  before = await written();
  const made = await fuzz(target, { inputs: inputsOf(1_000), seed: FUZZ_SEED, corpus: corpusOf(target.name), slowMs: SLOW_REQUEST_MS });
  keepFrom(made);
  expect(made.failures.map(({ kind, says, line }) => `${kind}: ${says} ${line.slice(0, 500)}`)).toEqual([]);
  return made;
}

describe('考勤设备的两个门：真的服务、真的数据库，残缺的消息', () => {
  it('签名的批次：没有 5xx，被拒绝的什么也没写，收下的与所说一样多', { timeout: 3_600_000 }, async () => {
    const { inputs, taken, refused } = await report(signed);
    expect(taken).toBeGreaterThan(inputs / 20);
    expect(refused).toBeGreaterThan(inputs / 10);
  });

  it('打卡机的文本行：每一行都有交代', { timeout: 3_600_000 }, async () => {
    const { inputs, taken } = await report(lines);
    expect(taken).toBe(inputs);
  });
});
