import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { outbound } from '#platform/outbound/index.ts';
import { announce, spread } from '#platform/outbox/index.ts';
import { readSignature, verify } from '#platform/signing/index.ts';
import { freshKeys, openVault } from '#platform/vault/index.ts';
import { recordsIn } from '../../../../../test/support/records.ts';
import { type FreshDatabase, freshDatabase, seen } from '../../../../../test/support/database.ts';
import type { NewApp } from '../domain/index.ts';
import { type Integration, integration, type Keeper, type Webhooks, webhooks } from './index.ts';

let database: FreshDatabase;
let apps: Integration;
let hooks: Webhooks;
let receiver: Server;
let url = '';
let heard: { headers: IncomingHttpHeaders; body: string; path: string }[] = [];
let answers: number[] = [];

const CHIEF: Keeper = {
  accountId: '1',
  name: '队长',
  role: 'inspection-chief',
  regionCode: '371526',
  enterpriseId: null,
  scope: { role: 'app_official', region: '371526', accountId: '1' },
};
const ELSEWHERE: Keeper = { ...CHIEF, accountId: '2', regionCode: '371525', scope: { role: 'app_official', region: '371525', accountId: '2' } };
const CITY: NewApp = {
  channel: 'open-api',
  name: '一网统管',
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
  // An app of an enterprise needs a project of it in the place.
  const records = await recordsIn(database);
  await records.project(5, { gc_enterprise_id: 5 });
  await records.project(6, { gc_enterprise_id: 6 });
  const vault = openVault(freshKeys());
  apps = integration({ store: database.store, vault });
  hooks = webhooks({ store: database.store, vault, outbound: outbound({ openNetworks: ['127.0.0.1'], timeoutMs: 500 }) });
  receiver = createServer((request, reply) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      heard.push({ headers: request.headers, body, path: request.url ?? '' });
      reply.writeHead(answers.shift() ?? 204).end();
    });
  });
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook?city=1`;
});
afterAll(async () => {
  await new Promise((done) => receiver.close(done));
  await database.drop();
});
beforeEach(async () => {
  heard = [];
  answers = [];
  await database.owner('update exchange.webhook set ended_at = now()');
});

async function hook(kinds: readonly string[] = ['*'], app: Partial<NewApp> = {}, to = url) {
  const created = await apps.createApp(CHIEF, { ...CITY, ...app });
  if (!created.ok) throw new Error(created.refusal.says);
  const added = await hooks.add(CHIEF, { appid: created.value.appid, url: to, kinds });
  if (!added.ok) throw new Error(added.refusal.says);
  return { ...added.value, appid: created.value.appid };
}

const EVENT = {
  kind: 'warning.raised',
  subject: 'warning:7',
  regionCode: '371526001',
  enterpriseId: '5',
  projectId: '9',
  body: { ruleCode: 'W-OPS-05', level: 2 },
};
async function happens(change: Partial<typeof EVENT> = {}): Promise<void> {
  await database.store.within({ role: 'app_job' }, (tx) => announce(tx, { ...EVENT, ...change }));
  await spread(database.store, [hooks.listener]);
}
const rows = (id: string) =>
  database.owner<{ id: string; state: string; tries: number; last_status: number | null; cause: string | null; next: string }>(
    'select id, state, tries, last_status, cause, next_try_at - now() as next from exchange.delivery where webhook_id = $1 order by id',
    [id],
  );
const age = (id: string, span: string) =>
  database.owner('update exchange.delivery set next_try_at = now(), first_try_at = first_try_at - $2::interval where webhook_id = $1', [id, span]);

describe('事件推送', () => {
  it('推到的是签了名的事件：接收方用密钥验得过，改一个字就验不过', async () => {
    const { id, secret, appid } = await hook();
    await happens();
    await hooks.deliver();
    expect(heard).toHaveLength(1);
    const [{ headers, body, path }] = heard as [(typeof heard)[0]];
    const signature = readSignature(headers);
    if (!signature.ok) throw new Error(signature.refusal.says);
    expect(signature.value.app).toBe(appid);
    expect(verify({ method: 'POST', path, body }, signature.value, [secret], new Date()).ok).toBe(true);
    expect(verify({ method: 'POST', path, body: body.replace('371526001', '371526002') }, signature.value, [secret], new Date()).ok).toBe(false);
    expect(JSON.parse(body)).toMatchObject({ id: headers['x-anxin-event'], kind: 'warning.raised', subject: 'warning:7', projectId: '9', data: { level: 2 } });
    expect(await rows(id)).toMatchObject([{ state: 'delivered', tries: 1, last_status: 204 }]);
    await hooks.deliver();
    expect(heard).toHaveLength(1);
  });

  it.each([
    { what: '本地区的', app: {}, event: {}, gets: 1 },
    { what: '外地的', app: {}, event: { regionCode: '371525001' }, gets: 0 },
    { what: '没订的种类', app: {}, event: { kind: 'import.done' }, gets: 0 },
    { what: '本企业的', app: { enterpriseId: '5' }, event: {}, gets: 1 },
    { what: '别的企业的', app: { enterpriseId: '6' }, event: {}, gets: 0 },
  ])('$what事件：$gets 次', async ({ app, event, gets }) => {
    await hook(['warning.*'], app);
    await happens(event);
    await hooks.deliver();
    expect(heard).toHaveLength(gets);
  });

  it('收不下就隔一会儿再来，每次同一个编号同样的正文；满一天搁置，写明原因，可以重推', async () => {
    const { id } = await hook();
    await happens();
    answers = [503, 500, 302, 404];
    for (const span of ['1 minute', '12 hours', '11 hours', '2 hours']) {
      await hooks.deliver();
      await age(id, span);
    }
    expect(await rows(id)).toMatchObject([{ state: 'waiting', tries: 4, last_status: 404 }]);
    answers = [410];
    await hooks.deliver();
    const [parked] = await rows(id);
    expect(parked).toMatchObject({ state: 'parked', tries: 5, last_status: 410, cause: expect.stringContaining('核对推送地址') });
    expect(new Set(heard.map(({ body }) => body)).size).toBe(1);
    expect(new Set(heard.map(({ headers }) => headers['x-anxin-nonce'])).size).toBe(5);
    await hooks.deliver();
    expect(heard).toHaveLength(5);

    expect(await hooks.replay(ELSEWHERE, parked?.id ?? '')).toMatchObject({ refusal: { code: 'delivery-not-found' } });
    expect((await hooks.replay(CHIEF, parked?.id ?? '')).ok).toBe(true);
    await hooks.deliver();
    expect(await rows(id)).toMatchObject([{ state: 'delivered' }]);
  });

  it('几个进程一起推，每件事只推一次', async () => {
    await hook();
    for (let at = 0; at < 30; at += 1) await happens({ subject: `warning:${at}` });
    await Promise.all([hooks.deliver(), hooks.deliver(), hooks.deliver()]);
    while (await hooks.deliver());
    const subjects = heard.map(({ body }) => JSON.parse(body).subject);
    expect(subjects).toHaveLength(30);
    expect(new Set(subjects).size).toBe(30);
  });

  it('停了的推送和停用的应用都不再收到', async () => {
    const one = await hook();
    const other = await hook();
    await happens();
    await hooks.setEnded(CHIEF, one.id, true);
    await apps.setDisabled(CHIEF, other.appid, true, '停用');
    await hooks.deliver();
    expect(heard).toEqual([]);
    await hooks.setEnded(CHIEF, one.id, false);
    await hooks.deliver();
    expect(heard).toHaveLength(1);
  });

  it.each([
    { what: '内部地址', url: 'https://10.0.0.1/hook', kinds: ['*'] },
    { what: '不是网址', url: 'city.example.cn', kinds: ['*'] },
    { what: '没有的事件', url: 'https://city.example.cn/hook', kinds: ['worker.born'] },
    { what: '一种也没选', url: 'https://city.example.cn/hook', kinds: [] },
  ])('登记时拒绝：$what', async ({ url: to, kinds }) => {
    const { appid } = await hook();
    expect(await hooks.add(CHIEF, { appid, url: to, kinds })).toMatchObject({ refusal: { code: 'webhook-invalid' } });
  });

  it('外地的人看不到，谁也读不到密钥', async () => {
    const { id } = await hook();
    await happens();
    expect(await seen(database.store, ELSEWHERE.scope, 'select id from exchange.webhook where id = $1', [id])).toEqual([]);
    expect(await seen(database.store, ELSEWHERE.scope, 'select id from exchange.delivery where webhook_id = $1', [id])).toEqual([]);
    expect(await seen(database.store, CHIEF.scope, 'select id from exchange.delivery where webhook_id = $1', [id])).toHaveLength(1);
    await expect(seen(database.store, CHIEF.scope, 'select cipher from exchange.webhook')).rejects.toThrow(/permission denied/);
  });
});
