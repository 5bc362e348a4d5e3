import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedClock } from '#platform/clock.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { CONTRACTOR, type Credential, createApp, identityOf, LABOUR, layOutCounty, type Platform, PROJECT, startPlatform } from '../support/real-name.ts';
import { callAs, openOf, sealOf, signOf, type StrangeClient, STRANGE_CLIENTS, textToSign, type Told } from '../support/strange-clients.ts';

const SECRET = '0123456789abcdef0123456789abcdef';
const CORP_SECRET = 'fedcba9876543210fedcba9876543210';
const COMMON = { version: '1.0', appid: '45010020261122001', format: 'json', timestamp: '20261122103000', nonce: '5f2b7c9d1e3a4b6c8d0e1f2a3b4c5d6e' };
const V1 = {
  ...COMMON,
  method: 'WorkerAttendance.Add',
  data: '{"projectCode":"45010020261122001","teamSysNo":1500000001,"dataList":[{"idCardType":"01","idCardNumber":"0whyJ0FnjXE8TQqC953G9I67RW3Um885mYa6LO5bMIo=","date":"2026-11-22 07:02:04","direction":"01","attendType":"001"}]}',
};
const V2 = { ...V1, corpsign: '9E7Ti56IJCxF5VJXx8nSSUe8vFS5lQpmjHyJCd/sURR494qBepeP+DzrTwrzcsv9' };
const V3 = {
  ...COMMON,
  method: 'Team.Add',
  data: '{"projectCode":"45010020261122001","corpCode":"91350100M000100Y43","corpName":"示例建设有限公司","teamName":"钢筋一班"}',
};
const VECTORS = [
  ['V1', V1, '0996d9476d1c4890db90438925fe7a383226ce94ea00075d244d2ef39239af7a'],
  ['V2', V2, 'deeb724f1c45254254e5d232bf00b5fadec25cf309a6f6594e42b2dc28ac1faf'],
  ['V3', V3, '323d1861a0011ad8b29f7874a40ea648143065be3f92a1291cd45328621dce2e'],
] as const;
const SEALED = [
  ['11010519491231002X', '0whyJ0FnjXE8TQqC953G9I67RW3Um885mYa6LO5bMIo='],
  ['6222020200112233445', 'pXVlMCWD/Tl4hK/3nzDpVXFRaI8osAeQiiGC5Kk3dp8='],
  [`${CORP_SECRET}${COMMON.timestamp}`, V2.corpsign],
] as const;

const openssl = (parts: readonly string[], input: string): string => spawnSync('openssl', [...parts], { input, encoding: 'utf8' }).stdout.trim();
const HAS_OPENSSL = spawnSync('openssl', ['version']).status === 0;

describe('协议的测试向量', () => {
  it.each(VECTORS)('%s：每种客户端都算出同一个签名', (_name, parameters, sign) => {
    for (const client of STRANGE_CLIENTS) expect([client.name, signOf(client, parameters, SECRET)]).toEqual([client.name, sign]);
  });
  it.each(SEALED)('%s 的密文', (text, sealed) => {
    expect(sealOf(text, SECRET)).toBe(sealed);
    expect(openOf(sealed, SECRET)).toBe(text);
  });
  it.runIf(HAS_OPENSSL)('openssl 算得一样', () => {
    const [client] = STRANGE_CLIENTS;
    if (client === undefined) throw new Error('there are clients');
    for (const [name, parameters, sign] of VECTORS)
      expect([name, openssl(['dgst', '-sha256', '-r'], textToSign(client, parameters, SECRET)).slice(0, 64)]).toEqual([name, sign]);
    const key = Buffer.from(SECRET).toString('hex');
    for (const [text, sealed] of SEALED) expect(openssl(['enc', '-aes-256-cbc', '-K', key, '-iv', key.slice(0, 32), '-base64', '-A'], text)).toBe(sealed);
  });
});

describe('别人照着协议写的客户端，原样指过来', () => {
  let db: FreshDatabase;
  let platform: Platform;
  let account: Credential;
  beforeAll(async () => {
    db = await freshDatabase();
    await layOutCounty(db);
    platform = await startPlatform(db, fixedClock('2026-11-22', '10:30'));
    account = await createApp(platform, { appid: PROJECT });
  }, 180_000);
  afterAll(async () => {
    expect(platform.problems).toEqual([]);
    await platform.stop();
    await db.drop();
  });

  const asked = (client: StrangeClient, method: string, data: unknown): Promise<Told> =>
    callAs(client, `${platform.url}/open.api`, account, method, data, '20261122103000');
  const field = (value: unknown, name: string): unknown =>
    typeof value === 'object' && value !== null ? Object.entries(value).find(([one]) => one === name)?.[1] : undefined;

  /** Sends and asks at once what came of it, as the protocol has it: a serial, then status 20 and the result as text. */
  async function settled(client: StrangeClient, method: string, data: unknown): Promise<string> {
    const accepted = await asked(client, method, data);
    expect(accepted, method).toMatchObject({ code: '0', message: '' });
    const requestSerialCode = field(accepted.data, 'requestSerialCode');
    const result = await asked(client, 'AsyncHandleResult.Query', { requestSerialCode });
    expect(result, method).toMatchObject({ code: '0', data: { requestSerialCode, status: 20 } });
    return String(field(result.data, 'result'));
  }

  it.each(STRANGE_CLIENTS.map((client, at) => [client.name, client, at] as const))('%s：验签、建班组、登记、进场、考勤、查询', async (_name, client, at) => {
    // Wide letters and an unusual sign: what languages make lower in different ways.
    const teamName = `ＡＢ座 ${at}+% 班/组=`;
    const corp = { corpCode: CONTRACTOR.corpCode, corpName: CONTRACTOR.corpName };
    expect(await asked(client, 'CheckSign.Query', null)).toMatchObject({ code: '0' });
    const team: unknown = JSON.parse(await settled(client, 'Team.Add', { projectCode: PROJECT, ...corp, teamName }));
    const teamSysNo = field(team, 'teamSysNo');
    expect(String(teamSysNo)).toMatch(/^\d{10}$/);
    const idCardNumber = sealOf(identityOf(500 + at), account.secret);
    const worker = {
      workerName: '欧阳·某',
      isTeamLeader: 0,
      idCardType: '01',
      idCardNumber,
      workType: '020',
      workRole: '20',
      nation: '汉',
      address: '高唐县 1/2 号',
      headImage: `data:image/jpeg;base64,/9j/${'A'.repeat(400)}`,
      politicsType: '13',
      cellPhone: '13800000000',
      cultureLevelType: '02',
      grantOrg: '高唐县公安局',
    };
    await settled(client, 'ProjectWorker.Add', { projectCode: PROJECT, ...corp, teamSysNo, teamName, workerList: [worker] });
    const who = { idCardType: '01', idCardNumber };
    await settled(client, 'WorkerEntryExit.Add', { projectCode: PROJECT, ...corp, teamSysNo, workerList: [{ ...who, date: '2026-11-01', type: 1 }] });
    await settled(client, 'WorkerAttendance.Add', {
      projectCode: PROJECT,
      teamSysNo,
      dataList: [{ ...who, date: '2026-11-21T07:02:04', direction: '01', attendType: '001' }],
    });
    const found = await asked(client, 'WorkerAttendance.Query', { projectCode: PROJECT, date: '2026-11-21', teamSysNo, pageIndex: 0, pageSize: 50 });
    expect(found).toMatchObject({ code: '0', data: { totalCount: 1, rows: [{ teamName, date: '2026-11-21 07:02:04', direction: '01' }] } });
    const rows = field(found.data, 'rows');
    expect(openOf(String(field(Array.isArray(rows) ? rows[0] : null, 'idCardNumber')), account.secret)).toBe(identityOf(500 + at));
    // The same team once more: the number stands in the ten characters after the colon.
    const again = await asked(client, 'Team.Add', { projectCode: PROJECT, ...LABOUR, ...corp, teamName });
    const refused = await asked(client, 'AsyncHandleResult.Query', { requestSerialCode: field(again.data, 'requestSerialCode') });
    const text = String(field(refused.data, 'result'));
    expect([field(refused.data, 'status'), text.slice(text.lastIndexOf(':') + 1).slice(0, 10)]).toEqual([10, String(teamSysNo)]);
  });

  it.each(STRANGE_CLIENTS.map((client) => [client.name, client] as const))('%s：改一个字，签名就不对', async (_name, client) => {
    const wrong = { ...account, secret: `${account.secret.slice(0, -1)}${account.secret.endsWith('x') ? 'y' : 'x'}` };
    expect(await callAs(client, `${platform.url}/open.api`, wrong, 'Team.Query', { projectCode: PROJECT }, '20261122103000')).toMatchObject({
      code: '-2',
      data: null,
    });
  });
});
