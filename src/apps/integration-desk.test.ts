import type { FastifyInstance } from 'fastify';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVENT_KINDS } from '#modules/office/integration/domain/index.ts';
import type { AppFeedRow, AppList, FailureGroup, FreshnessRow, MessageList, MessagePage, NewKey } from '#modules/office/integration/domain/index.ts';
import { ROLES } from '#modules/office/accounts/domain/index.ts';
import { messageStatement } from '#modules/office/integration/server/index.ts';
import { escalateLate, sweep } from '#modules/monitoring/warnings/server/index.ts';
import { keptClock } from '#platform/clock.ts';
import { spread } from '#platform/outbox/index.ts';
import { createServer, type SignedIn } from '#platform/http/index.ts';
import { sign, signatureHeaders } from '#platform/signing/index.ts';
import { freshKeys, openVault } from '#platform/vault/index.ts';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { recordsIn } from '../../test/support/records.ts';
import { api } from './api.ts';
import { readConfig } from './config.ts';
import { openParts, type Parts } from './wiring.ts';

let database: FreshDatabase;
let parts: Parts;
let app: FastifyInstance;
const folder = mkdtempSync(join(tmpdir(), 'anxin-desk-'));

const LI = '371526199001011235';
const official = (id: string, region: string, role: 'inspection-chief' | 'inspector' | 'leader' = 'inspection-chief'): SignedIn => ({
  accountId: id,
  name: `队长${id}`,
  role,
  regionCode: region,
  enterpriseId: null,
  scope: { role: 'app_official', region, accountId: id },
  permissions: ROLES[role].may,
  mustChangePassword: false,
});
const enterprise = (id: string, enterpriseId: string): SignedIn => ({
  ...official(id, ''),
  role: 'enterprise-manager',
  regionCode: null,
  enterpriseId,
  scope: { role: 'app_enterprise', enterpriseId, accountId: id },
  permissions: ROLES['enterprise-manager'].may,
});
const PEOPLE: Readonly<Record<string, SignedIn>> = {
  chief: official('11', '371526'),
  elsewhere: official('12', '371525'),
  inspector: official('13', '371526', 'inspector'),
  leader: official('16', '371526', 'leader'),
  contractor: enterprise('14', '1'),
  rival: enterprise('15', '2'),
};

beforeAll(async () => {
  database = await freshDatabase();
  const records = await recordsIn(database);
  await records.project(1);
  await records.project(2, { gc_enterprise_id: 2 });
  await database.owner(
    "insert into prevention.project_party (project_id, enterprise_id, part) values (1, 1, 'general-contractor'), (2, 2, 'general-contractor')",
  );
  await database.owner("update monitoring.clock set today = '2026-10-20'");
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
        const who = request.headers['x-who'];
        if (typeof who === 'string') request.whoAsks = PEOPLE[who] ?? null;
      });
      await api(parts)(inner);
    },
  });
}, 180_000);
afterAll(async () => {
  await app?.close();
  await parts?.close();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(who: string, method: 'GET' | 'POST', url: string, payload?: object) {
  return app.inject({
    method,
    url,
    headers: { 'x-who': who, ...(method === 'POST' && { 'content-type': 'application/json' }) },
    ...(method === 'POST' && { payload: payload ?? {} }),
  });
}
async function get<T>(who: string, url: string): Promise<T> {
  const answer = await ask(who, 'GET', url);
  expect(answer.statusCode, `${url}: ${answer.body}`).toBe(200);
  return answer.json<T>();
}
const FORM = {
  channel: 'open-api',
  name: '一网统管',
  projectId: null,
  actsFor: 'place',
  ipList: [],
  perMinute: 600,
  scopes: ['projects:read', 'records:write'],
};
async function made(who = 'chief', change: object = {}): Promise<NewKey> {
  const answer = await ask(who, 'POST', '/api/integration/apps', { ...FORM, ...change });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<NewKey>();
}
async function send(key: NewKey, url: string, body: object) {
  const payload = JSON.stringify(body);
  const headers = signatureHeaders(sign({ method: 'POST', path: url, body: payload }, { app: key.appid, secret: key.secret }));
  return app.inject({ method: 'POST', url, payload, headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() } });
}

/** A question of the real-name protocol, stamped with Greenwich's wall clock. */
async function inUtc({ appid, secret }: NewKey): Promise<{ readonly code: string }> {
  const timestamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const said = {
    appid,
    data: '{"projectCode":"0"}',
    format: 'json',
    method: 'Project.Query',
    nonce: randomUUID().replaceAll('-', ''),
    timestamp,
    version: '1.0',
  };
  const text = Object.entries({ ...said, appsecret: secret }).map(([name, value]) => `${name}=${value}`);
  const signature = createHash('sha256').update(text.join('&').toLowerCase()).digest('hex');
  const payload = new URLSearchParams({ ...said, sign: signature }).toString();
  return (await app.inject({ method: 'POST', url: '/open.api', payload, headers: { 'content-type': 'application/x-www-form-urlencoded' } })).json();
}

describe('对接管理', () => {
  it('登记、换密钥、改、停用、启用：密钥给一次就能用，列表只有尾号', async () => {
    const key = await made();
    const call = (secret: string) => app.inject({ url: '/open/v1/self', headers: { authorization: `Bearer ${key.appid}.${secret}` } });
    expect((await call(key.secret)).statusCode).toBe(200);
    const list = await ask('chief', 'GET', '/api/integration/apps');
    expect(list.body).not.toContain(key.secret);
    expect(list.json<AppList>().items.find((one) => one.appid === key.appid)).toMatchObject({
      actsFor: '高唐县',
      secrets: [{ hint: key.secret.slice(-4), endsAt: null }],
    });
    const second = (await ask('chief', 'POST', `/api/integration/apps/${key.appid}/rotate`, { overlapHours: 24 })).json<NewKey>();
    expect([(await call(key.secret)).statusCode, (await call(second.secret)).statusCode]).toEqual([200, 200]);
    await ask('chief', 'POST', `/api/integration/apps/${key.appid}/rotate`, { overlapHours: 0 });
    expect([(await call(key.secret)).statusCode, (await call(second.secret)).statusCode]).toEqual([401, 401]);
    expect((await ask('chief', 'POST', `/api/integration/apps/${key.appid}/change`, { perMinute: 10, scopes: ['no:such'] })).statusCode).toBe(400);
    expect((await ask('chief', 'POST', `/api/integration/apps/${key.appid}/change`, { perMinute: 10 })).statusCode).toBe(204);
    expect((await ask('chief', 'POST', `/api/integration/apps/${key.appid}/state`, { disabled: true, why: '' })).statusCode).toBe(400);
    expect((await ask('chief', 'POST', `/api/integration/apps/${key.appid}/state`, { disabled: true, why: '密钥泄露' })).statusCode).toBe(204);
    const after = (await get<AppList>('chief', '/api/integration/apps')).items.find((one) => one.appid === key.appid);
    expect(after).toMatchObject({ perMinute: 10, disabledWhy: '密钥泄露' });
  });

  it('谁管谁的：企业只有自己的，外地什么也没有，没有权限的进不来', async () => {
    const key = await made('contractor', { actsFor: 'enterprise' });
    const seenBy = async (who: string) => (await get<AppList>(who, '/api/integration/apps')).items.map((one) => one.appid);
    expect(await seenBy('contractor')).toEqual([key.appid]);
    expect(await seenBy('chief')).toContain(key.appid);
    expect(await seenBy('rival')).toEqual([]);
    expect(await seenBy('elsewhere')).toEqual([]);
    for (const url of ['apps', 'messages', 'failures', 'webhooks', 'outbound', 'freshness'])
      expect((await ask('inspector', 'GET', `/api/integration/${url}`)).statusCode, url).toBe(403);
    for (const who of ['rival', 'elsewhere']) {
      expect((await ask(who, 'POST', `/api/integration/apps/${key.appid}/rotate`, { overlapHours: 0 })).statusCode).toBe(404);
      expect((await ask(who, 'POST', `/api/integration/apps/${key.appid}/state`, { disabled: true, why: '试试' })).statusCode).toBe(404);
    }
    // An enterprise never speaks for the place, whatever it asks for.
    const asPlace = await made('contractor', { actsFor: 'place' });
    const [row] = await database.owner<{ enterprise_id: string }>('select enterprise_id from exchange.app where appid = $1', [asPlace.appid]);
    expect(row?.enterprise_id).toBe('1');
    expect((await ask('elsewhere', 'POST', '/api/integration/apps', { ...FORM, projectId: '1' })).statusCode).toBe(404);
  });

  it('设置：只收本通道有的、填对的；改了马上照办；密钥只存密文，审计里只有名称', async () => {
    const key = await made('chief', { channel: 'real-name', name: '旧客户端', scopes: [] });
    const at = `/api/integration/apps/${key.appid}/settings`;
    const wrong = await ask('chief', 'POST', at, { timestampPolicy: 'whenever', timestampMinutes: 61, transport: 'https' });
    expect(wrong.statusCode).toBe(400);
    expect(wrong.json<{ fields: { path: string }[] }>().fields.map(({ path }) => path)).toEqual(['transport', 'timestampPolicy', 'timestampMinutes']);
    expect((await ask('elsewhere', 'POST', at, { allowsPlain: true })).statusCode).toBe(404);
    expect((await ask('inspector', 'POST', at, { allowsPlain: true })).statusCode).toBe(403);

    // A client whose clock speaks Greenwich time: refused the strict way, let in once its keeper says so.
    expect(await inUtc(key)).toEqual({ code: '-2', message: '签名校验错误:timestamp超出允许范围', data: null });
    expect((await ask('chief', 'POST', at, { timestampPolicy: 'allowUtc', corpSecret: 'fedcba9876543210fedcba9876543210' })).statusCode).toBe(204);
    // Let in, it is read: what is wrong now is its content.
    await expect.poll(async () => (await inUtc(key)).code, { timeout: 3_000 }).toBe('-1');
    const shown = async () => (await get<AppList>('chief', '/api/integration/apps')).items.find((one) => one.appid === key.appid)?.settings;
    expect(await shown()).toMatchObject({ timestampPolicy: 'allowUtc', timestampMinutes: null, corpSecret: true });
    // Left empty it stays; taken back it is gone; what was not asked about stands.
    expect((await ask('chief', 'POST', at, { corpSecret: '', timestampMinutes: 20 })).statusCode).toBe(204);
    expect(await shown()).toMatchObject({ timestampPolicy: 'allowUtc', timestampMinutes: 20, corpSecret: true });
    expect((await ask('chief', 'POST', at, { corpSecret: null, timestampPolicy: null })).statusCode).toBe(204);
    expect(await shown()).toMatchObject({ timestampPolicy: null, timestampMinutes: 20, corpSecret: false });
    const kept = await database.owner<{ all: string }>("select jsonb_agg(to_jsonb(e))::text as all from audit.entry e where e.action = 'app.configured'");
    expect(kept[0]?.all).toContain('corpSecret');
    expect(kept[0]?.all).not.toContain('fedcba98');
  });

  it('失败的消息：归类、看原因、打开正文留痕、补报花名册后重放成功', async () => {
    const key = await made();
    const sheets = { rows: [{ identity: '371526198805054519', name: '', month: '2026-09', fullDays: [1] }] };
    expect((await send(key, '/open/v1/projects/1/attendance-sheets', sheets)).statusCode).toBe(422);
    const wage = { rows: [{ identity: '371526199001011230', name: '李一', month: '2026-09', dueFen: '100', netFen: '100' }] };
    expect((await send(key, '/open/v1/projects/1/payrolls', wage)).statusCode).toBe(422);
    await expect.poll(async () => (await get<MessageList>('chief', `/api/integration/messages?app=${key.appid}&outcome=not-ok`)).items.length).toBe(2);
    const { items } = await get<{ items: FailureGroup[] }>('chief', '/api/integration/failures?days=1');
    expect(items.find((one) => one.code === 'rows-refused')).toMatchObject({ method: 'sendPayroll', count: 1, cure: expect.stringContaining('花名册') });
    const refused = items.find((one) => one.code === 'rows-refused');
    const id = refused?.lastId ?? '';
    const page = await get<MessagePage>('chief', `/api/integration/messages/${id}`);
    expect(page).toMatchObject({ outcome: 'refused', code: 'rows-refused', noReplay: null, projectId: '1' });
    expect(JSON.stringify(page)).not.toContain('371526199001011230');
    expect((await ask('elsewhere', 'POST', `/api/integration/messages/${id}/body`)).statusCode).toBe(404);
    expect((await ask('rival', 'GET', `/api/integration/messages/${id}`)).statusCode).toBe(404);
    const body = (await ask('chief', 'POST', `/api/integration/messages/${id}/body`)).json<{ body: string }>().body;
    expect(body).toContain('371526199001011230');
    expect(await database.owner("select from audit.entry where action = 'message.opened' and object = $1", [`message:${id}`])).toHaveLength(1);

    const again = await ask('chief', 'POST', `/api/integration/messages/${id}/replay`);
    expect([again.statusCode, again.json<{ code: string }>().code]).toEqual([422, 'rows-refused']);
    // The sender's number was right and ours wrong, say: the kept body is what is replayed, so it is put right there.
    const good = await send(key, '/open/v1/projects/2/payrolls', { rows: [{ ...wage.rows[0], identity: LI }] });
    expect(good.statusCode, good.body).toBe(200);
  });

  it('只有名字的考勤先被拒，花名册补报以后重放就收下', async () => {
    const key = await made();
    const punches = { rows: [{ identity: '3715**********1235', name: '李一', at: '2026-10-15 07:00:00', direction: 'in' }] };
    expect((await send(key, '/open/v1/projects/1/punches', punches)).statusCode).toBe(422);
    expect((await send(key, '/open/v1/projects/1/roster', { rows: [{ identity: LI, name: '李一', enteredOn: '2026-09-01' }] })).statusCode).toBe(200);
    await expect.poll(async () => (await get<MessageList>('chief', `/api/integration/messages?app=${key.appid}&method=sendPunches`)).items.length).toBe(1);
    const [message] = (await get<MessageList>('chief', `/api/integration/messages?app=${key.appid}&method=sendPunches`)).items;
    const replayed = await ask('chief', 'POST', `/api/integration/messages/${message?.id}/replay`);
    expect([replayed.statusCode, replayed.json<{ says: string }>().says], replayed.body).toEqual([200, expect.stringContaining('新增 1 行')]);
    expect(await database.owner("select from prevention.punch where project_id = 1 and happened_at = '2026-10-15 07:00:00'")).toHaveLength(1);
    const page = await get<MessagePage>('chief', `/api/integration/messages/${message?.id}`);
    expect(page.replays).toHaveLength(1);
    expect(await get<MessagePage>('chief', `/api/integration/messages/${page.replays[0]}`)).toMatchObject({ outcome: 'ok', replayOf: message?.id });
  });
});

describe('设备和银行的消息也能重放', () => {
  async function refusedOf(key: NewKey, code: string): Promise<MessagePage> {
    const list = () => get<MessageList>('chief', `/api/integration/messages?app=${key.appid}&code=${code}`);
    await expect.poll(async () => (await list()).items.length).toBeGreaterThan(0);
    return get<MessagePage>('chief', `/api/integration/messages/${(await list()).items[0]?.id}`);
  }
  const replay = async (id: string) => {
    const answer = await ask('chief', 'POST', `/api/integration/messages/${id}/replay`);
    return { status: answer.statusCode, ...answer.json<{ code?: string; says: string }>() };
  };

  it('闸机还没登记就上报：打卡被拒但留着，登记以后重放收下，只收一次', async () => {
    const office = await made();
    expect((await send(office, '/open/v1/projects/1/roster', { rows: [{ identity: LI, name: '李一', enteredOn: '2026-09-01' }] })).statusCode).toBe(200);
    const gate = await made('chief', { channel: 'device', name: '一号门闸机', scopes: [] });
    const batch = { counterFrom: 1, punches: [{ counter: 1, idNumber: LI, at: '2026-10-19 07:02:00', direction: 'in' }] };
    expect((await send(gate, '/device/v1/punches', batch)).statusCode).toBe(404);
    // It sends the same every half minute: one body is enough.
    expect((await send(gate, '/device/v1/punches', batch)).statusCode).toBe(404);
    const pages = (await get<MessageList>('chief', `/api/integration/messages?app=${gate.appid}`)).items;
    const bodies = await Promise.all(pages.map(async ({ id }) => (await get<MessagePage>('chief', `/api/integration/messages/${id}`)).hasBody));
    expect(bodies).toEqual([false, true]);
    const id = pages[1]?.id ?? '';
    expect(await get<MessagePage>('chief', `/api/integration/messages/${id}`)).toMatchObject({ code: 'device-not-found', noReplay: null });
    expect(await replay(id)).toMatchObject({ status: 404, code: 'device-not-found' });

    const registered = await ask('chief', 'POST', '/api/projects/1/devices', { serialNo: 'GATE-1', name: '一号门闸机', appid: gate.appid });
    expect([registered.statusCode, registered.json()]).toEqual([200, { appid: gate.appid, secret: null }]);
    // Another machine, or another project, needs an app of its own.
    for (const project of ['1', '2']) {
      const again = await ask('chief', 'POST', `/api/projects/${project}/devices`, { serialNo: 'GATE-2', name: '二号门闸机', appid: gate.appid });
      expect([again.statusCode, again.json<{ code: string }>().code]).toEqual([409, 'device-taken']);
    }
    // Two months later it is still no late punch: it came in time.
    await database.owner("update monitoring.clock set today = '2026-12-18'");
    expect(await replay(id)).toMatchObject({ status: 200, says: expect.stringContaining('收下 1 次打卡') });
    await database.owner("update monitoring.clock set today = '2026-10-20'");
    expect(await replay(id)).toMatchObject({ code: 'replay-refused', says: expect.stringContaining('重放成功') });
    expect((await send(gate, '/device/v1/punches', batch)).json()).toMatchObject({ accepted: 0, repeated: 1 });
    expect(await database.owner("select from prevention.punch where project_id = 1 and happened_at = '2026-10-19 07:02:00'")).toHaveLength(1);
    expect(await database.owner("select from prevention.punch_quarantine where project_id = 1 and happened_at = '2026-10-19 07:02:00'")).toHaveLength(0);
  });

  it('冒名的和名单外来的不能重放，并说明为什么', async () => {
    const gate = await made('chief', { channel: 'device', name: '二号门闸机', scopes: [] });
    expect((await send({ ...gate, secret: 'x'.repeat(32) }, '/device/v1/punches', { punches: [] })).statusCode).toBe(401);
    const forged = await refusedOf(gate, 'signature-wrong');
    expect(forged).toMatchObject({ hasBody: false, noReplay: expect.stringContaining('签名没有通过') });
    expect(await replay(forged.id)).toMatchObject({ status: 409, code: 'replay-refused', says: forged.noReplay });
    const bank = await made('chief', { channel: 'bank', name: '名单外的银行', scopes: [], ipList: ['10.9.8.0/24'] });
    expect((await send(bank, '/bank/v1/messages', {})).statusCode).toBe(403);
    expect((await refusedOf(bank, 'ip-not-allowed')).noReplay).toContain('名单外的地址');
  });

  it('银行报来的专户还不认识：台账补上账号以后重放收下，只记一次；没补的还是拒', async () => {
    const bank = await made('chief', { channel: 'bank', name: '开户行', scopes: [] });
    const message = {
      msgId: 'M-1',
      bankCode: '102',
      sentAt: '2026-10-19T09:00:00Z',
      seq: 1,
      type: 'BalanceReport',
      body: { accountNo: '16100200300400500', date: '2026-10-19', bookBalance: '1200000.00' },
    };
    expect((await send(bank, '/bank/v1/messages', message)).statusCode).toBe(404);
    const page = await refusedOf(bank, 'account-not-found');
    expect(page).toMatchObject({ method: 'BalanceReport', noReplay: null, hasBody: true, cure: expect.stringContaining('重放') });
    expect(await replay(page.id)).toMatchObject({ status: 404, code: 'account-not-found' });
    expect((await ask('elsewhere', 'POST', `/api/integration/messages/${page.id}/replay`)).statusCode).toBe(404);
    await database.owner("update prevention.project set account_no = '16100200300400500' where id = 1");
    expect(await replay(page.id)).toMatchObject({ status: 200, says: '已重放，收下 1 条。' });
    // The bank sends it again by itself: heard before.
    expect((await send(bank, '/bank/v1/messages', message)).json()).toMatchObject({ outcome: 'repeated' });
    expect(await database.owner("select book_fen from prevention.bank_balance where account_no = '16100200300400500'")).toEqual([{ book_fen: '120000000' }]);
    // What it cannot read stays refused, whoever replays it.
    expect((await send(bank, '/bank/v1/messages', { ...message, msgId: 'M-2', body: { ...message.body, bookBalance: '一百' } })).statusCode).toBe(400);
    expect(await replay((await refusedOf(bank, 'message-invalid')).id)).toMatchObject({ status: 400, code: 'message-invalid' });
  });
});

describe('推送与上报', () => {
  it('银行的代发指令也列出来：没发出的可以马上送，结果不明的只能查询、绝不再发，拒收的去批次里办', async () => {
    const bank = await made('chief', { channel: 'bank', name: '代发行', scopes: [] });
    const batch = (id: number, state: string, sendState: string, more = 'null') =>
      database.owner(
        `insert into prevention.pay_batch (id, project_id, batch_no, month, state, made_by, made_by_name, made_at, submitted_by, submitted_by_name, submitted_at, channel, appid, send_state, rejected_why, sent_at)
         values ($1::bigint, 1, 'B' || $1::bigint, '2026-09-01', $2, 11, '钱专管', now(), 11, '钱专管', now(), 'https', $3, $4, ${more}, now())`,
        [id, state, bank.appid, sendState],
      );
    await batch(501, 'submitted', 'to-send');
    await batch(502, 'submitted', 'unanswered');
    await batch(503, 'rejected', 'answered', "'账户冻结'");
    await batch(504, 'finished', 'answered');
    await batch(505, 'processing', 'answered');
    await database.owner(
      `insert into prevention.pay_line (project_id, batch_id, line_no, month, person_id, item, name, identity_mask, amount_fen, payroll_lines, state) values (1, 505, 1, '2026-09-01', 1, '工资', '李一', '3715**********1235', 100, '{}', 'unknown')`,
    );
    type Row = { kind: string; id: string; state: string; again: string | null; cause: string | null; next: { link: string } };
    const rows = async (who: string, state = '') =>
      (await get<{ items: Row[] }>(who, `/api/integration/outbound?state=${state}`)).items.filter((one) => one.kind === 'bank');
    const shown = (await rows('chief')).map((one) => [one.id, one.state, one.again]);
    expect(shown).toEqual([
      ['505', 'unknown', 'ask'],
      ['503', 'parked', null],
      ['502', 'unknown', 'ask'],
      ['501', 'waiting', 'send'],
    ]);
    expect((await rows('contractor', 'parked')).map((one) => [one.id, one.cause, one.next.link])).toEqual([['503', '银行拒收：账户冻结', '/payments/503']]);
    expect((await rows('chief', 'unknown')).map((one) => one.id)).toEqual(['505', '502']);
    for (const who of ['elsewhere', 'rival']) expect(await rows(who), who).toEqual([]);

    const again = (who: string, id: string) => ask(who, 'POST', `/api/integration/outbound/bank/${id}/replay`);
    expect((await again('elsewhere', '502')).statusCode).toBe(404);
    for (const id of ['501', '502', '505']) expect((await again('chief', id)).statusCode, id).toBe(204);
    const after = await database.owner<{ id: string; send_state: string; asks: number; waits: boolean }>(
      'select id, send_state, asks, sent_at is null as waits from prevention.pay_batch where id in (501, 502, 505) order by id',
    );
    expect(after).toEqual([
      { id: '501', send_state: 'to-send', asks: 0, waits: true },
      { id: '502', send_state: 'unanswered', asks: 1, waits: false },
      { id: '505', send_state: 'answered', asks: 1, waits: false },
    ]);
    // What was asked, and that nobody answered, stands among the messages.
    const asked = (await get<MessageList>('chief', `/api/integration/messages?app=${bank.appid}&method=PayrollQuery`)).items;
    expect(asked.map((one) => [one.direction, one.outcome])).toEqual([
      ['out', 'unknown'],
      ['out', 'unknown'],
    ]);
    await database.owner('update exchange.app set settings = \'{"confirm":"none"}\' where appid = $1', [bank.appid]);
    await new Promise((done) => setTimeout(done, 1_100));
    expect((await again('chief', '502')).json<{ code: string }>().code).toBe('bank-not-asked');
    expect((await database.owner('select from prevention.pay_batch where id = 502 and asks = 1 and send_state = $1', ['unanswered'])).length).toBe(1);
  });

  it('上级平台的投递也列出来：失败的可以马上重送，外地看不到', async () => {
    await database.owner(
      `insert into exchange.real_name_target (id, name, url, profile, appid, secret_cipher, region_code, created_by) values (901, '省平台', 'https://a.example.cn', 'national', 'abcd', '', '371526', 11)`,
    );
    await database.owner(
      `insert into exchange.real_name_delivery (id, target_id, project_id, method, stage, key, digest, payload_cipher, state, says) values (7, 901, 1, 'Team.Add', 3, 'team', '', '', 'failed', '班组已存在')`,
    );
    type Listed = { items: { kind: string; id: string; state: string; to: string; cause: string | null }[] };
    const rows = async (who: string) => (await get<Listed>(who, '/api/integration/outbound')).items.filter((one) => one.kind === 'real-name');
    expect(await rows('chief')).toEqual([expect.objectContaining({ id: '7', state: 'parked', to: '省平台', cause: '班组已存在' })]);
    expect(await rows('elsewhere')).toEqual([]);
    expect((await ask('elsewhere', 'POST', '/api/integration/outbound/real-name/7/replay')).statusCode).toBe(404);
    expect((await ask('chief', 'POST', '/api/integration/outbound/real-name/7/replay')).statusCode).toBe(204);
    expect(await rows('chief')).toEqual([expect.objectContaining({ id: '7', state: 'waiting' })]);
    expect((await ask('chief', 'POST', '/api/integration/outbound/no-such/7/replay')).statusCode).toBe(404);
  });

  it('上级平台谁看谁改：报数据的人看得到结果，只有管对接的人能改；总包看得到自己项目的上报，但不能动主管部门的平台', async () => {
    type Deliveries = { items: { id: string; targetName: string }[] };
    const seenBy = async (who: string) => (await get<Deliveries>(who, '/api/integration/real-name/deliveries')).items.map((one) => [one.id, one.targetName]);
    for (const who of ['chief', 'inspector', 'contractor']) expect(await seenBy(who), who).toEqual([['7', '省平台']]);
    for (const who of ['rival', 'elsewhere']) expect(await seenBy(who), who).toEqual([]);
    expect((await ask('leader', 'GET', '/api/integration/real-name/deliveries')).statusCode).toBe(403);
    const targets = async (who: string) => (await get<{ items: { id: string }[] }>(who, '/api/integration/real-name/targets')).items.map((one) => one.id);
    expect([await targets('inspector'), await targets('contractor')]).toEqual([['901'], []]);

    const target = { name: '市平台', url: 'https://b.example.cn/open.api', profile: 'national', appid: 'abcde', secret: 'x'.repeat(32) };
    const changes = [
      ['/api/integration/real-name/targets', target],
      ['/api/integration/real-name/targets/901/projects', { projectId: '1', theirCode: 'ABC-123' }],
      ['/api/integration/real-name/targets/901/disabled', { disabled: true }],
      ['/api/integration/real-name/targets/901/push', {}],
      ['/api/integration/real-name/targets/901/compare', {}],
      ['/api/integration/real-name/deliveries/7/retry', {}],
    ] as const;
    for (const [url, body] of changes) expect((await ask('inspector', 'POST', url, body)).statusCode, url).toBe(403);
    // The contractor keeps its own connections; of the office's target it changes nothing.
    for (const [url, body] of changes.slice(1)) expect((await ask('contractor', 'POST', url, body)).statusCode, url).toBeGreaterThanOrEqual(400);
    const refused = await ask('contractor', 'POST', '/api/integration/real-name/deliveries/7/retry');
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([403, 'target-not-allowed']);
    const own = await ask('contractor', 'POST', '/api/integration/real-name/targets', target);
    expect(own.statusCode, own.body).toBe(200);
    expect(await targets('contractor')).toEqual([own.json<{ id: string }>().id]);
    expect((await ask('chief', 'POST', '/api/integration/real-name/targets/901/projects', { projectId: '2', theirCode: 'ABC-123' })).statusCode).toBe(200);
  });
});

describe('断流', () => {
  it('接口报的流水停了，出 W-OPS-05 预警、发 feed.stopped 事件，数据更新里连到这条预警', async () => {
    const key = await made();
    const flow = {
      period: { from: '2026-05-01', until: '2026-06-30' },
      rows: [{ happenedOn: '2026-06-30', serialNo: 'F-1', direction: 'in', amountFen: '100000000' }],
    };
    expect((await send(key, '/open/v1/projects/2/account-flows', flow)).statusCode).toBe(200);
    await sweep(parts.sweeping, { projects: 'all' });
    const { items } = await get<{ items: FreshnessRow[] }>('chief', '/api/integration/freshness');
    const feed = items.find((row) => row.projectId === '2')?.feeds.find((one) => one.feed === 'flows');
    expect(feed).toMatchObject({ through: '2026-06-30', warning: { ruleCode: 'W-OPS-05', dutyName: '开户银行' } });
    // Every feed the rule knows of is shown, and every open warning about one stands at its feed.
    const shown = items.flatMap((row) => row.feeds.flatMap((one) => (one.warning?.ruleCode === 'W-OPS-05' ? [`${row.projectId} ${one.feed}`] : [])));
    const open = await database.owner<{ key: string }>(
      "select project_id || ' ' || subject_key as key from monitoring.warning where rule_code = 'W-OPS-05' and state <> 'closed' and subject_key not like 'app:%'",
    );
    expect(shown.toSorted()).toEqual(open.map((one) => one.key).toSorted());
    expect(items[0]?.feeds.map((one) => one.feed)).toEqual(['attendance', 'flows', 'payroll', 'roster']);
    const [warning] = await database.owner<{ rule_code: string; project_id: string }>('select rule_code, project_id from monitoring.warning where id = $1', [
      feed?.warning?.id,
    ]);
    expect(warning).toEqual({ rule_code: 'W-OPS-05', project_id: '2' });
    const heard: unknown[] = [];
    while ((await spread(parts.store, [async (_tx, events) => void heard.push(...events)])) > 0);
    expect(heard).toContainEqual(expect.objectContaining({ kind: 'feed.stopped', projectId: '2', body: { feed: 'flows', warningId: feed?.warning?.id } }));
    expect(heard).toContainEqual(expect.objectContaining({ kind: 'warning.raised', body: expect.objectContaining({ ruleCode: 'W-OPS-05' }) }));
    expect(heard).toContainEqual(expect.objectContaining({ kind: 'import.done', body: expect.objectContaining({ channel: 'open-api', kind: 'flows' }) }));
    expect(JSON.stringify(heard)).not.toMatch(/\d{17}[\dX]|李一/);
  });
});

describe('接口应用断流', () => {
  it('为一个项目报数据的系统停了三天以上：出 W-OPS-05，写明谁办，恢复就销号；服务多个项目的只显示多久没有数据', async () => {
    const bound = await made('contractor', { channel: 'real-name', name: '总包实名制系统', actsFor: 'enterprise', projectId: '1', scopes: [] });
    const city = await made('chief', { name: '市级平台' });
    const asks = await made('chief', { name: '只查数据的', scopes: ['projects:read'] });
    const said = (key: NewKey, at: string, outcome: string, records: number) =>
      database.owner(
        "insert into exchange.message (at, appid, channel, direction, method, outcome, code, records, project_id, region_code, enterprise_id) values ($2, $1, 'real-name', 'in', 'WorkerAttendance.Add', $3, '0', $4, 1, '371526', 1)",
        [key.appid, at, outcome, records],
      );
    await said(bound, '2026-10-16 09:00+08', 'ok', 20);
    await said(bound, '2026-10-18 09:00+08', 'refused', 0);
    await said(bound, '2026-10-18 10:00+08', 'ok', 0); // a question: nothing was brought
    await said(city, '2026-10-10 09:00+08', 'ok', 5);
    await said(asks, '2026-10-10 09:00+08', 'ok', 0);
    await sweep(parts.sweeping, { projects: 'all' });
    const feeds = async (who: string) => (await get<{ items: AppFeedRow[] }>(who, '/api/integration/app-feeds')).items;
    const of = async (key: NewKey, who = 'chief') => (await feeds(who)).find((one) => one.appid === key.appid);
    expect(await of(bound)).toMatchObject({
      lastAt: '2026-10-18T02:00:00.000Z',
      lastGoodAt: '2026-10-16T01:00:00.000Z',
      silentDays: 4,
      isSilent: true,
      projectName: '项目1',
      actsBy: '劳资专管员',
      warning: { ruleCode: 'W-OPS-05', dutyName: '劳资专管员' },
    });
    expect(await of(city)).toMatchObject({ silentDays: 10, isSilent: true, projectName: null, actsBy: '对方系统的管理员', warning: null });
    expect(await of(asks)).toBeUndefined();
    expect((await feeds('contractor')).map((one) => one.appid)).toContain(bound.appid);
    expect((await feeds('contractor')).map((one) => one.appid)).not.toContain(city.appid);
    expect(await feeds('rival')).toEqual([]);

    const warning = (await of(bound))?.warning?.id;
    await said(bound, '2026-10-19 09:00+08', 'ok', 1);
    await sweep(parts.sweeping, { projects: 'all' });
    expect(await of(bound)).toMatchObject({ silentDays: 1, isSilent: false, warning: null });
    expect(await database.owner("select close_reason from monitoring.warning where id = $1 and state = 'closed'", [warning])).toHaveLength(1);
  });
});

const dayAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

it('告诉外部的事件，除代发和文书外都真的发出过', async () => {
  await database.owner("update monitoring.clock set today = '2026-12-20'");
  expect(await escalateLate({ ...parts.sweeping, clock: await keptClock(parts.store) })).toBeGreaterThan(0);
  const told = (await database.owner<{ kind: string }>('select distinct kind from exchange.event')).map(({ kind }) => kind);
  const expected = EVENT_KINDS.map(({ kind }) => kind).filter((kind) => !/^(payment|document)\./.test(kind));
  expect(expected.filter((kind) => !told.includes(kind))).toEqual([]);
});

describe('消息很多的时候', () => {
  it('列表和搜索都走索引：读到的行数不随消息总数增长', async () => {
    await database.owner(
      `insert into exchange.message (at, appid, channel, direction, method, outcome, code, region_code)
       select now() - make_interval(mins => (100000 - g) * 14), 'app-' || g % 40, (array['real-name','device','bank','open-api'])[1 + g % 4], 'in', 'method-' || g % 20,
         case when g % 97 = 0 then 'refused' else 'ok' end, case when g % 9973 = 0 then 'account-not-found' else '0' end, '371526' from generate_series(1, 100000) g`,
    );
    await database.owner('analyze exchange.message');
    const scope = PEOPLE['chief']?.scope ?? { role: 'app_job' };
    for (const [what, filter] of [
      ['最新', {}],
      ['一个应用', { app: 'app-7' }],
      ['没有成功', { outcome: 'not-ok' }],
      ['一个应用没有成功', { app: 'app-7', outcome: 'not-ok' }],
      ['一种方法', { method: 'method-3' }],
      ['一个通道', { channel: 'bank' }],
      ['消息号', { serial: '50000' }],
      ['翻到中间', { before: '50000' }],
      ['少见的代码', { code: 'account-not-found' }],
      ['很早的一天', { from: dayAgo(900), until: dayAgo(900) }],
      ['很早以前的', { until: dayAgo(800) }],
    ] as const) {
      const { sql, values } = messageStatement(filter);
      const plan = await parts.store.reading(scope, (tx) => tx.query<{ 'QUERY PLAN': string }>(`explain (analyze, timing off) ${sql}`, values));
      const text = plan.map((row) => row['QUERY PLAN']).join('\n');
      expect(text, what).not.toMatch(/Seq Scan on message/);
      const read = [...text.matchAll(/(?:actual rows=|Rows Removed by Filter: )(\d+)/g)].map(([, rows]) => Number(rows));
      expect(Math.max(...read), `${what}\n${text}`).toBeLessThan(10_000);
    }
    const of = (filter: object) => parts.store.reading(scope, (tx) => tx.query<{ at: Date }>(messageStatement(filter).sql, messageStatement(filter).values));
    const early = await of({ from: dayAgo(900), until: dayAgo(900) });
    expect(early).toHaveLength(51);
    expect(new Set(early.map(({ at }) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)))).toEqual(new Set([dayAgo(900)]));
    const rare = await database.owner("select from exchange.message where code = 'account-not-found' and region_code = '371526'");
    expect(await of({ code: 'account-not-found' })).toHaveLength(rare.length);
  }, 120_000);
});
