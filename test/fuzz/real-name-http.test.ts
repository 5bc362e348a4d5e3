import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedClock } from '#platform/clock.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import {
  type Client,
  cardOf,
  clientOf,
  createApp,
  type Credential,
  formOf,
  identityOf,
  LABOUR,
  layOutCounty,
  type Platform,
  PROJECT,
  register,
  startPlatform,
} from '../support/real-name.ts';
import { FUZZ_SEED, inputsOf } from './amount.ts';
import { fuzz, type FuzzTarget, SLOW_REQUEST_MS } from './fuzz.ts';
import { type Json, mutateJson, mutateText } from './mutate.ts';
import { SOUND } from './targets/real-name.ts';

let db: FreshDatabase;
let platform: Platform;
let credential: Credential;
let client: Client;
let team: number;

beforeAll(async () => {
  db = await freshDatabase();
  await layOutCounty(db);
  platform = await startPlatform(db, fixedClock('2026-11-22', '10:30'));
  credential = await createApp(platform, { appid: PROJECT, perMinute: 100_000 });
  client = clientOf(platform.url, credential);
  team = await register(client, 5);
}, 180_000);
afterAll(async () => {
  await platform.stop();
  await db.drop();
});

interface Call {
  readonly method: string;
  readonly data: Json;
}

const RECORDS = [
  'prevention.real_name_record',
  'prevention.roster_entry',
  'prevention.punch',
  'prevention.payroll_line',
  'prevention.team',
  'prevention.project_party',
  'prevention.project',
  'prevention.real_name_file',
];

/** How many rows of records there are, superseded ones too: whatever a call wrote changes it. */
async function written(): Promise<string> {
  const [row] = await db.owner<{ n: string }>(`select concat_ws(' ', ${RECORDS.map((table) => `(select count(*) from ${table})`).join(', ')}) as n`);
  return row?.n ?? '';
}

/** The sound messages, about our project and people it knows; numbers of people enciphered as they travel. */
function real(data: Json): Json {
  const text = JSON.stringify(data, (name, value: unknown) => {
    if (name === 'idCardNumber') return client.aes(identityOf(2));
    if (name === 'builderLicenseNum' || /CardNumber$|bankNumber/.test(name)) return client.aes(cardOf(2));
    if (name === 'projectCode') return PROJECT;
    if (name === 'corpCode') return LABOUR.corpCode;
    if (name === 'corpName') return LABOUR.corpName;
    if (name === 'teamSysNo') return team;
    if (name === 'areaCode') return '371526';
    return value;
  });
  return JSON.parse(text);
}

describe('实名制接口：真的服务、真的数据库，残缺的报文', () => {
  it('不崩、不是 200 以外的状态、被拒绝的什么也没写、该写的整批写', { timeout: 3_600_000 }, async () => {
    let before = await written();
    const target: FuzzTarget<Call> = {
      name: 'real-name-http',
      seeds: SOUND.map(({ method, data }) => ({ method, data: real(data) })),
      mutate: ({ method, data }, chance) =>
        chance.happens(0.1)
          ? { method: mutateText(method, chance), data }
          : { method, data: mutateJson(data, chance, ['', '0', '2026-11-22', client.aes(identityOf(3)), client.aes('x'), '9'.repeat(30), '\u0000', '1e9']) },
      async run({ method, data }) {
        const answer = await fetch(`${platform.url}/open.api`, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: formOf(credential, method, data).toString(),
        });
        const text = await answer.text();
        if (answer.status !== 200) return { came: 'broken', says: `${answer.status} ${text}` };
        const told: { code: string; message: string; data: { requestSerialCode?: string } | null } = JSON.parse(text);
        const now = await written();
        if (told.code === '9999') return { came: 'broken', says: `${text} ${platform.problems.map(String).slice(-1).join('')}` };
        const serial = told.data?.requestSerialCode;
        const [result] =
          serial === undefined ? [] : await db.owner<{ status: number }>('select status from exchange.real_name_result where serial = $1', [serial]);
        const isDone = result?.status === 20;
        if (!isDone && now !== before) return { came: 'broken', says: `refused and yet written: ${text}` };
        before = now;
        return isDone || (told.code === '0' && serial === undefined)
          ? { came: 'taken' }
          : { came: 'refused', why: `${told.code} ${told.message}`.replace(/\d+/g, '#').slice(0, 60) };
      },
      encode: (input) => JSON.stringify(input),
      decode: (line) => JSON.parse(line),
    };
    const inputs = inputsOf(1_000);
    const report = await fuzz(target, { inputs, seed: FUZZ_SEED, slowMs: SLOW_REQUEST_MS });
    expect(report.failures.map(({ says, line }) => `${says} ${line.slice(0, 600)}`)).toEqual([]);
    expect(report.taken).toBeGreaterThan(inputs / 50);
    expect(report.refused).toBeGreaterThan(inputs / 10);
    expect(platform.problems).toEqual([]);
  });
});
