import type { FastifyInstance } from 'fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { creditCheckCharacter } from '#kernel/identifiers/index.ts';
import { ROLES } from '#modules/office/accounts/domain/index.ts';
import { createServer, type SignedIn } from '#platform/http/index.ts';
import { freshKeys, openVault } from '#platform/vault/index.ts';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { layOutCounty } from '../../test/support/real-name.ts';
import { api } from './api.ts';
import { realNameCommand } from './commands/real-name.ts';
import { readConfig } from './config.ts';
import { openParts, type Parts } from './wiring.ts';

let database: FreshDatabase;
let parts: Parts;
let app: FastifyInstance;
let platform: Server;
let address = '';
/** Forms the platform above received. */
let heard: URLSearchParams[] = [];
const folder = mkdtempSync(join(tmpdir(), 'anxin-targets-'));
const SECRET = '0123456789abcdef0123456789abcdef';

function person(id: string, role: keyof typeof ROLES, place: { readonly region: string } | { readonly enterpriseId: string }): SignedIn {
  const inPlace = 'region' in place;
  return {
    accountId: id,
    name: `人员${id}`,
    role,
    regionCode: inPlace ? place.region : null,
    enterpriseId: inPlace ? null : place.enterpriseId,
    scope: inPlace
      ? { role: 'app_official', region: place.region, accountId: id }
      : { role: 'app_enterprise', enterpriseId: place.enterpriseId, accountId: id },
    permissions: ROLES[role].may,
    mustChangePassword: false,
  };
}
const PEOPLE: Readonly<Record<string, SignedIn>> = {
  chief: person('11', 'inspection-chief', { region: '371526' }),
  inspector: person('12', 'inspector', { region: '371526' }),
  neighbour: person('13', 'inspection-chief', { region: '371522' }),
  contractor: person('14', 'enterprise-manager', { enterpriseId: '1' }),
  rival: person('15', 'enterprise-manager', { enterpriseId: '2' }),
};

beforeAll(async () => {
  database = await freshDatabase();
  await layOutCounty(database);
  for (const [id, login, role, region, enterprise] of [
    ['11', 'duizhang', 'inspection-chief', '371526', null],
    ['13', 'shenxian', 'inspection-chief', '371522', null],
  ] as const) {
    await database.owner(
      `insert into office.account (id, login, name, role, organisation, region_code, enterprise_id, password_hash, must_change_password) overriding system value
       values ($1, $2, $2, $3, '大队', $4, $5, 'x', false)`,
      [id, login, role, region, enterprise],
    );
  }
  const config = readConfig({ ANXIN_DATA: folder, ANXIN_OUTBOUND_NETWORKS: '127.0.0.1/32' }, { demo: false });
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
  platform = createHttpServer((request, response) => {
    const chunks: Buffer[] = [];
    request
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => {
        const form = new URLSearchParams(Buffer.concat(chunks).toString());
        heard.push(form);
        const isQuery = form.get('method')?.endsWith('.Query') === true;
        response.end(JSON.stringify({ code: isQuery ? '0' : '-1', message: isQuery ? '' : '[projectCode]不能为空!', data: isQuery ? { rows: [] } : null }));
      });
  });
  await new Promise<void>((done) => platform.listen(0, '127.0.0.1', done));
  const bound = platform.address();
  address = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}/open.api`;
}, 180_000);
afterAll(async () => {
  platform.close();
  await app?.close();
  await parts?.close();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

const AT = '/api/integration/real-name';
const target = (more: object = {}) => ({ name: '省实名制平台', url: address, profile: 'national', appid: 'sd-00001-1004', secret: SECRET, ...more });

async function ask(who: string | null, method: 'GET' | 'POST', path: string, payload: object = {}) {
  const answer = await app.inject({
    method,
    url: `${AT}${path}`,
    headers: { ...(who !== null && { 'x-who': who }), ...(method === 'POST' && { 'content-type': 'application/json' }) },
    ...(method === 'POST' && { payload }),
  });
  return { status: answer.statusCode, body: answer.body, json: (): Readonly<Record<string, unknown>> => answer.json() };
}

async function made(who: string, more: object = {}): Promise<string> {
  const answer = await ask(who, 'POST', '/targets', target(more));
  expect(answer.status, answer.body).toBe(200);
  return String(answer.json()['id']);
}

/** Each with a body that its form allows. */
const ROUTES: readonly (readonly [method: 'GET' | 'POST', path: string, body?: object])[] = [
  ['GET', '/profiles'],
  ['GET', '/targets'],
  ['POST', '/targets', { name: '省实名制平台', url: 'https://a.example.cn/open.api', profile: 'national', appid: 'sd-1', secret: SECRET }],
  ['POST', '/targets/1/projects', { projectId: '1', theirCode: '37152620260101001' }],
  ['POST', '/targets/1/disabled', { disabled: true }],
  ['POST', '/targets/1/push'],
  ['POST', '/targets/1/compare'],
  ['GET', '/targets/1/differences'],
  ['GET', '/deliveries'],
  ['POST', '/deliveries/1/retry'],
];

describe('上级平台的接口：谁能做什么', () => {
  it.each(ROUTES.map(([method, path, body]) => ({ method, path, body })))('没有登录的，$method $path 进不来', async ({ method, path, body }) =>
    expect((await ask(null, method, path, body)).status).toBe(401),
  );

  it.each(ROUTES.flatMap(([method, path, body]) => (method === 'POST' ? [{ method, path, body }] : [])))(
    '只录数据、不管对接的人，$method $path 做不了',
    async ({ method, path, body }) => {
      expect((await ask('inspector', method, path, body)).status).toBe(403);
    },
  );

  it('登记、列出：密钥和企业密钥都不再给出来，方言写明名称', async () => {
    const id = await made('chief', { profile: 'fujian', corpSecret: 'fedcba9876543210fedcba9876543210' });
    const list = await ask('chief', 'GET', '/targets');
    expect(list.body).not.toContain(SECRET);
    expect(list.body).not.toContain('fedcba98');
    expect(list.json()['items']).toContainEqual(expect.objectContaining({ id, profile: 'fujian', profileName: '福建省', differences: 0 }));
    const profiles = (await ask('chief', 'GET', '/profiles')).json()['items'];
    expect(profiles).toHaveLength(4);
    expect((await ask('inspector', 'GET', '/targets')).body).toContain('省实名制平台');
  });

  it('别的地区、别的企业：看不见，也动不了', async () => {
    const [place, own] = [await made('chief', { name: '高唐的平台' }), await made('contractor', { name: '甲公司的平台' })];
    for (const who of ['neighbour', 'rival']) {
      const list = (await ask(who, 'GET', '/targets')).body;
      expect(list).not.toContain('高唐的平台');
      expect(list).not.toContain('甲公司的平台');
      for (const id of [place, own]) {
        for (const [path, payload] of [
          [`/targets/${id}/projects`, { projectId: '1', theirCode: '37152620260101001' }],
          [`/targets/${id}/disabled`, { disabled: true }],
          [`/targets/${id}/push`, {}],
          [`/targets/${id}/compare`, {}],
        ] as const) {
          const answer = await ask(who, 'POST', path, payload);
          expect([path, answer.status, answer.body]).toEqual([path, 404, expect.stringContaining('不归您管理')]);
        }
        expect((await ask(who, 'GET', `/targets/${id}/differences`)).json()).toEqual({ items: [] });
      }
    }
    // Its own target, and somebody else's project.
    expect((await ask('contractor', 'POST', `/targets/${own}/projects`, { projectId: '2', theirCode: '37152620260101002' })).body).toContain(
      '没有找到这个项目',
    );
    expect((await ask('contractor', 'POST', `/targets/${own}/projects`, { projectId: '1', theirCode: '37152620260101001' })).status).toBe(200);
  });

  it.each([
    [{ name: 'x' }, '平台名称应为 2 至 100 个字'],
    [{ profile: 'henan' }, '没有这种方言'],
    [{ appid: 'a b c d' }, 'appid 应为'],
    [{ secret: 'short' }, '密钥应为 32 个字符'],
    [{ corpSecret: 'x'.repeat(65) }, '企业密钥最长 64 个字符'],
    [{ url: 'http://10.0.0.8/open.api' }, ''],
    [{ url: 'not an address' }, ''],
  ])('登记时写错了 %j：不收，说明怎么改', async (change, says) => {
    const answer = await ask('chief', 'POST', '/targets', target(change));
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body).toContain(says);
  });

  it.each([
    ['POST', '/targets', { name: 1 }],
    ['POST', '/targets/abc/push', {}],
    ['POST', '/targets/1/projects', { projectId: "1'; drop table", theirCode: 'x' }],
    ['POST', '/targets/1/disabled', { disabled: 'yes' }],
    ['GET', '/deliveries?state=lost', {}],
    ['GET', '/deliveries?page=0', {}],
    ['GET', '/deliveries?target=x', {}],
  ] as const)('看不懂的请求 %s %s：400', async (method, path, payload) => expect((await ask('chief', method, path, payload)).status).toBe(400));

  it('没有的平台、没有的上报：404；项目编码写错：不收', async () => {
    expect((await ask('chief', 'POST', '/targets/999999/push')).status).toBe(404);
    expect((await ask('chief', 'POST', '/deliveries/999999/retry')).status).toBe(404);
    const id = await made('chief');
    expect((await ask('chief', 'POST', `/targets/${id}/projects`, { projectId: '1', theirCode: '汉字' })).body).toContain('6 至 32 位');
  });
});

describe('送出去、没送到、再送一次', () => {
  it('福建的平台：每条都带企业签名；没送到的写明原因，改正后可以再送，旧的不再送', async () => {
    heard = [];
    const id = await made('chief', { name: '福建的平台', profile: 'fujian', corpSecret: 'fedcba9876543210fedcba9876543210' });
    expect((await ask('chief', 'POST', `/targets/${id}/projects`, { projectId: '1', theirCode: '37152620260101001' })).status).toBe(200);
    expect((await ask('chief', 'POST', `/targets/${id}/push`)).json()).toEqual({ queued: 2 });
    for (let rounds = 0; rounds < 20 && (await parts.upward.deliveries.deliver()); rounds += 1);
    expect(heard.map((form) => form.get('method')).sort()).toEqual(['Corp.Upload', 'Project.PartUpdate']);
    for (const form of heard) expect(form.get('corpsign')).toMatch(/^[A-Za-z0-9+/]{64}$/);
    const list = await ask('chief', 'GET', `/deliveries?target=${id}&state=failed`);
    expect(list.json()).toMatchObject({ total: 2, items: [{ code: '-1', says: '[projectCode]不能为空!', stateName: '未送达' }, {}] });
    expect((await ask('neighbour', 'GET', `/deliveries?target=${id}`)).json()).toEqual({ items: [], total: 0 });
    const [old] = await database.owner<{ id: string }>("select id from exchange.real_name_delivery where method = 'Project.PartUpdate'");
    expect((await ask('neighbour', 'POST', `/deliveries/${old?.id}/retry`)).status).toBe(404);
    expect((await ask('chief', 'POST', `/deliveries/${old?.id}/retry`)).status).toBe(200);
    while (await parts.upward.deliveries.deliver());
    await database.owner("update prevention.project set name = '项目一（更名）' where id = 1");
    expect((await ask('chief', 'POST', `/targets/${id}/push`)).json()).toEqual({ queued: 1 });
    expect((await ask('chief', 'POST', `/deliveries/${old?.id}/retry`)).body).toContain('之后又有更新的内容上报');
    expect((await ask('chief', 'POST', `/targets/${id}/disabled`, { disabled: true })).status).toBe(200);
    expect((await ask('chief', 'POST', `/targets/${id}/push`)).json()).toEqual({ queued: 0 });
    expect((await ask('chief', 'POST', `/targets/${id}/compare`)).body).toContain('已停用');
  });
});

describe('命令行 anxin real-name', () => {
  /** Runs a command; its exit code and what it printed. */
  async function run(...words: readonly string[]): Promise<{ readonly code: number; readonly printed: string }> {
    const printed: string[] = [];
    const spies = (['log', 'error'] as const).map((name) => vi.spyOn(console, name).mockImplementation((text: unknown) => void printed.push(String(text))));
    let code = -1;
    try {
      const command = realNameCommand(async (work) => {
        code = await work(parts);
      });
      await command.parseAsync([...words], { from: 'user' });
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
    return { code, printed: printed.join('\n') };
  }

  it('登记、指定项目、上报、列差异：以账号的名义，在它的管辖范围内', async () => {
    vi.stubEnv('ANXIN_TARGET_SECRET', SECRET);
    const create = await run('target-create', '--as', 'duizhang', '--name', '命令行的平台', '--url', address, '--appid', 'sd-00001-1005');
    vi.unstubAllEnvs();
    expect(create).toMatchObject({ code: 0, printed: expect.stringContaining('已登记，编号') });
    const id = /编号 (\d+)/.exec(create.printed)?.[1] ?? '';
    expect(await run('targets', '--as', 'duizhang')).toMatchObject({ code: 0, printed: expect.stringContaining('命令行的平台') });
    expect((await run('targets', '--as', 'shenxian')).printed).toBe('还没有登记上级平台。');
    expect(
      await run('target-project', '--as', 'duizhang', '--target', id, '--project', '37152620260101001', '--their-code', '37152620260101001'),
    ).toMatchObject({ code: 0 });
    expect(await run('push', '--as', 'duizhang', '--target', id)).toMatchObject({ code: 0, printed: expect.stringMatching(/新排队 \d+ 条/) });
    expect(await run('differences', '--as', 'duizhang', '--target', id)).toEqual({ code: 0, printed: '两边一致。' });
  });

  it.each([
    [['targets', '--as', 'nobody'], '没有可用的账号“nobody”'],
    [['push', '--as', 'shenxian', '--target', '1'], '没有找到这个上级平台'],
    [['differences', '--as', 'shenxian', '--target', '1'], '没有找到这个上级平台'],
    [['target-project', '--as', 'shenxian', '--target', '1', '--project', '37152620260101001', '--their-code', '37152620260101001'], '没有代码为'],
    [['target-create', '--as', 'duizhang', '--name', '某平台', '--url', 'https://a.example.cn/open.api', '--appid', 'abcd'], '密钥应为 32 个字符'],
  ])('%j：退出码 1，说明原因', async (words, says) => {
    expect(await run(...words)).toEqual({ code: 1, printed: expect.stringContaining(says) });
  });
});

describe('缺统一社会信用代码的单位', () => {
  const code = (body: string) => body + creditCheckCharacter(body);
  it('写在上级平台上；主管部门补登，留痕；错的、别家的、企业替别人登的都不收', async () => {
    const [lacking] = await database.owner<{ id: string }>("insert into prevention.enterprise (name) values ('只有名称的劳务公司') returning id");
    const id = lacking?.id ?? '';
    const [known] = await database.owner<{ credit_code: string }>('select credit_code from prevention.enterprise where credit_code is not null limit 1');
    await database.owner("insert into prevention.project_party (project_id, enterprise_id, part) values (1, $1, 'subcontractor')", [id]);
    const targetId = await made('chief', { appid: 'sd-lacking-1' });
    await ask('chief', 'POST', `/targets/${targetId}/projects`, { projectId: '1', theirCode: '37152620260101001' });
    const lackingNow = async () => {
      const { items } = (await ask('chief', 'GET', '/targets')).json() as { items: { id: string; lacking: { enterpriseId: string }[] }[] };
      return items.find((one) => one.id === targetId)?.lacking.map((one) => one.enterpriseId) ?? [];
    };
    expect(await lackingNow()).toContain(id);
    const enter = async (who: string, text: string) => {
      const answer = await ask(who, 'POST', `/enterprises/${id}/credit-code`, { code: text });
      return answer.status === 200 ? 'entered' : answer.json()['code'];
    };
    const right = code('91370100MA3X00077');
    expect(await enter('chief', right.slice(0, 17))).toBe('credit-code-invalid');
    expect(await enter('chief', `${right.slice(0, 17)}${right.endsWith('0') ? '1' : '0'}`)).toBe('credit-code-invalid');
    expect(await enter('chief', known?.credit_code ?? '')).toBe('credit-code-taken');
    expect(await enter('contractor', right)).toBe('credit-code-not-allowed');
    expect(await enter('neighbour', right)).toBe('enterprise-not-found');
    expect(await enter('chief', ` ${right.toLowerCase()} `)).toBe('entered');
    expect(await enter('chief', right)).toBe('entered');
    expect(await enter('chief', code('91370100MA3X00088'))).toBe('credit-code-known');
    expect(await lackingNow()).not.toContain(id);
    expect(
      await database.owner("select count(*)::int as n from audit.entry where action = 'enterprise.code-entered' and object = $1", [`enterprise:${id}`]),
    ).toEqual([{ n: 1 }]);
  });
});
