import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshKeys, openVault } from '#platform/vault/index.ts';
import { type FreshDatabase, freshDatabase, seen } from '../../../../../test/support/database.ts';
import { recordsIn } from '../../../../../test/support/records.ts';
import type { NewApp } from '../domain/index.ts';
import { type Integration, integration, type Keeper } from './index.ts';

let database: FreshDatabase;
let apps: Integration;

const CHIEF: Keeper = {
  accountId: '1',
  name: '队长',
  role: 'inspection-chief',
  regionCode: '371526',
  enterpriseId: null,
  scope: { role: 'app_official', region: '371526', accountId: '1' },
};
const ELSEWHERE: Keeper = { ...CHIEF, accountId: '2', regionCode: '371525', scope: { role: 'app_official', region: '371525', accountId: '2' } };
const GATE: NewApp = {
  channel: 'device',
  name: '一号门闸机',
  regionCode: '371526',
  enterpriseId: null,
  projectId: null,
  settings: {},
  ipList: [],
  perMinute: 600,
  scopes: [],
};

beforeAll(async () => {
  database = await freshDatabase();
  await database.owner(
    "insert into office.region (code, name, level) values ('371525', '冠县', 'county'), ('371526', '高唐县', 'county') on conflict do nothing",
  );
  apps = integration({ store: database.store, vault: openVault(freshKeys()) });
});
afterAll(() => database.drop());

let made = 0;
async function app(change: Partial<NewApp> = {}) {
  made += 1;
  const created = await apps.createApp(CHIEF, { ...GATE, appid: `gate-${made}`, ...change });
  if (!created.ok) throw new Error(created.refusal.says);
  const open = await apps.findApp(created.value.appid);
  if (open === undefined) throw new Error('the new app is not there');
  return { ...created.value, open };
}

describe('接口应用', () => {
  it('密钥只在登记时给一次，库里是密文；应用按所属地区行事', async () => {
    const { appid, secret, open } = await app();
    expect(secret).toMatch(/^[A-Za-z2-9]{32}$/);
    expect(open.secrets.map((one) => one.secret)).toEqual([secret]);
    expect(open.sender).toMatchObject({ role: 'app', regionCode: '371526', scope: { role: 'app_official', region: '371526' } });
    const [row] = await database.owner<{ cipher: Buffer; hint: string }>('select cipher, hint from exchange.app_secret where appid = $1', [appid]);
    expect(row?.cipher.includes(Buffer.from(secret))).toBe(false);
    expect(row?.hint).toBe(secret.slice(-4));
  });

  it('换密钥：新旧同时有效；再换一次，最早的立即失效', async () => {
    const { appid, secret } = await app();
    const second = await apps.rotate(CHIEF, appid, 48);
    const third = await apps.rotate(CHIEF, appid, 48);
    if (!second.ok || !third.ok) throw new Error('not rotated');
    const open = await apps.findApp(appid);
    expect(open?.secrets.map((one) => one.secret)).toEqual([third.value.secret, second.value.secret]);
    expect(open?.secrets.map((one) => one.secret)).not.toContain(secret);
  });

  it('停用后在一秒内认不出来；启用后恢复', async () => {
    const { appid } = await app();
    await apps.setDisabled(CHIEF, appid, true, '密钥泄露');
    expect(await apps.findApp(appid)).toBeUndefined();
    await apps.setDisabled(CHIEF, appid, false, '');
    expect(await apps.findApp(appid)).toBeDefined();
  });

  it.each([
    { what: '外地的人', by: ELSEWHERE, code: 'app-not-found' },
    { what: '本地的人', by: CHIEF, code: undefined },
  ])('$what换密钥', async ({ by, code }) => {
    const { appid } = await app();
    const done = await apps.rotate(by, appid, 0);
    expect(done.ok ? undefined : done.refusal.code).toBe(code);
  });

  it('不能替外地登记，也不能重名', async () => {
    expect(await apps.createApp(ELSEWHERE, GATE)).toMatchObject({ refusal: { code: 'app-not-allowed' } });
    const { appid } = await app();
    expect(await apps.createApp(CHIEF, { ...GATE, appid })).toMatchObject({ refusal: { code: 'app-taken' } });
  });
});

describe('官方代企业登记', () => {
  const of = (enterpriseId: string, change: Partial<NewApp> = {}) => apps.createApp(CHIEF, { ...GATE, enterpriseId, ...change });
  beforeAll(async () => {
    const records = await recordsIn(database);
    await records.project(41, { gc_enterprise_id: 41 });
    await records.project(42, { gc_enterprise_id: 42, region_code: '371525' });
    await records.project(43, { gc_enterprise_id: 43 });
    await database.owner("insert into prevention.enterprise (id, name) values (44, '劳务44'), (45, '没有项目的企业')");
    await database.owner("insert into prevention.project_party (project_id, enterprise_id, part) values (41, 44, 'subcontractor')");
  });

  it.each([
    { what: '总包在本辖区有项目', enterprise: '41', project: null, code: undefined },
    { what: '分包在本辖区有项目', enterprise: '44', project: null, code: undefined },
    { what: '项目在外地', enterprise: '42', project: null, code: 'app-not-allowed' },
    { what: '哪里也没有项目', enterprise: '45', project: null, code: 'app-not-allowed' },
    { what: '没有这家企业', enterprise: '9999', project: null, code: 'app-not-allowed' },
    { what: '限于自己参建的项目', enterprise: '44', project: '41', code: undefined },
    { what: '限于没有参建的项目', enterprise: '41', project: '43', code: 'app-not-allowed' },
  ])('$what', async ({ enterprise, project, code }) => {
    const done = await of(enterprise, { projectId: project });
    expect(done.ok ? undefined : done.refusal.code).toBe(code);
  });
});

describe('放行', () => {
  const arrival = (nonce: string, body: string, ip = '10.0.0.8') => ({ ip, nonce, digest: Buffer.from(body) });

  it('同样的再来一次给出原来的答复，随机数相同而内容不同则拒绝（T29）', async () => {
    const { open } = await app();
    expect(await apps.admit(open, arrival('n-1', 'a'))).toEqual({ is: 'fresh' });
    expect(await apps.admit(open, arrival('n-1', 'a'))).toEqual({ is: 'repeated', answer: null });
    await apps.keepAnswer(open, 'n-1', { serial: 7 });
    expect(await apps.admit(open, arrival('n-1', 'a'))).toEqual({ is: 'repeated', answer: { serial: 7 } });
    expect(await apps.admit(open, arrival('n-1', 'b'))).toMatchObject({ is: 'refused', refusal: { code: 'nonce-used' } });
    expect(await apps.admit((await app()).open, arrival('n-1', 'b'))).toEqual({ is: 'fresh' });
  });

  it('随机数记 24 小时；没有答复而中断的，一分钟后可以重来', async () => {
    const { open, appid } = await app();
    const age = (span: string) => database.owner('update exchange.nonce set seen_at = now() - $2::interval where appid = $1', [appid, span]);
    await apps.admit(open, arrival('n', 'a'));
    await age('59 seconds');
    expect((await apps.admit(open, arrival('n', 'a'))).is).toBe('repeated');
    await age('61 seconds');
    expect((await apps.admit(open, arrival('n', 'a'))).is).toBe('fresh');
    await apps.keepAnswer(open, 'n', 'done');
    await age('23 hours 59 minutes');
    expect((await apps.admit(open, arrival('n', 'b'))).is).toBe('refused');
    await age('24 hours 1 minute');
    expect((await apps.admit(open, arrival('n', 'b'))).is).toBe('fresh');
  });

  it('每分钟上限：第 3 次还行，第 4 次拒绝', async () => {
    const { open, appid } = await app({ perMinute: 3 });
    const is = [];
    // The count may fall on the turn of a minute: then the first of it were counted before.
    await database.owner("insert into exchange.app_minute (appid, minute, requests) values ($1, date_trunc('minute', now()) + interval '1 minute', 0)", [
      appid,
    ]);
    for (const nonce of ['a', 'b', 'c', 'd']) is.push((await apps.admit(open, arrival(nonce, nonce))).is);
    expect(is.filter((one) => one === 'fresh').length).toBeGreaterThanOrEqual(3);
    await database.owner('update exchange.app_minute set requests = 3 where appid = $1', [appid]);
    expect(await apps.admit(open, arrival('e', 'e'))).toMatchObject({ is: 'refused', refusal: { code: 'too-many-requests' } });
  });

  it.each([
    { list: [], ip: '203.0.113.9', is: 'fresh' },
    { list: ['10.1.2.0/24'], ip: '10.1.2.255', is: 'fresh' },
    { list: ['10.1.2.0/24'], ip: '::ffff:10.1.2.3', is: 'fresh' },
    { list: ['10.1.2.0/24'], ip: '10.1.3.0', is: 'refused' },
    { list: ['10.1.2.3'], ip: '10.1.2.4', is: 'refused' },
    { list: ['fd00::/8'], ip: 'fd12::1', is: 'fresh' },
    { list: ['fd00::/8'], ip: 'fe12::1', is: 'refused' },
  ])('名单 $list，来自 $ip', async ({ list, ip, is }) => {
    const { open } = await app({ ipList: list });
    expect((await apps.admit(open, arrival('n', 'x', ip))).is).toBe(is);
  });
});

describe('消息', () => {
  it('正文加密保存，只有管得着的人能打开，打开要留痕', async () => {
    const { open, appid } = await app();
    const id = await apps.log({
      appid,
      channel: 'device',
      direction: 'in',
      method: 'punches',
      outcome: 'ok',
      code: '0',
      body: '{"id":"37152619900101123X"}',
      tookMs: 3,
      records: 1,
      regionCode: open.regionCode,
    });
    expect(await apps.bodyOf(ELSEWHERE, id)).toMatchObject({ refusal: { code: 'message-not-found' } });
    expect(await apps.bodyOf(CHIEF, id)).toEqual({ ok: true, value: '{"id":"37152619900101123X"}' });
    const acts = await database.owner("select from audit.entry where action = 'message.opened' and object = $1", [`message:${id}`]);
    expect(acts).toHaveLength(1);
    await expect(seen(database.store, CHIEF.scope, 'select body_cipher from exchange.message')).rejects.toThrow(/permission denied/);
  });

  it('在办事的事务里记下，角色不变；事务撤回，消息也不在', async () => {
    const { open, appid } = await app();
    const entry = { appid, channel: 'device', direction: 'in', method: 'm', outcome: 'ok', code: '0', tookMs: 1, records: 0, regionCode: '371526' } as const;
    await database.store.within(open.sender.scope, async (tx) => {
      await apps.log(entry, tx);
      expect(await tx.query("select current_setting('role') as role")).toEqual([{ role: 'app_official' }]);
    });
    await database.store
      .within(open.sender.scope, async (tx) => {
        await apps.log(entry, tx);
        throw new Error('given up');
      })
      .catch(() => undefined);
    expect(await database.owner('select from exchange.message where appid = $1', [appid])).toHaveLength(1);
  });
});
