import { createCipheriv, createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer as createHttp, type Server } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accountRoutes, type Accounts, accounts, passwords } from '#modules/office/accounts/server/index.ts';
import { SYSTEM } from '#platform/audit/index.ts';
import { keptClock } from '#platform/clock.ts';
import { createServer, sessionStore } from '#platform/http/index.ts';
import { spread, type SpreadEvent } from '#platform/outbox/index.ts';
import { freshKeys, openVault } from '#platform/vault/index.ts';
import { type CitySignOn, freePort, startCitySignOn, Visitor } from '../../../../../test/support/city-sign-on.ts';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/database.ts';
import { readSignOn, type SignOn, signOn, signOnRoutes, VIA } from './index.ts';

const PASSWORD = '春眠不觉晓处处闻啼鸟';
const vault = openVault(freshKeys());
let db: FreshDatabase;
let city: CitySignOn;

interface Site {
  readonly url: string;
  readonly app: FastifyInstance;
  readonly people: Accounts;
  readonly service: SignOn;
}

/** The product under an address of its own, with this sign-on in its environment. */
async function site(port: number, env: Readonly<Record<string, string>>): Promise<Site> {
  const url = `http://127.0.0.1:${port}`;
  const settings = readSignOn((name) => ({ ANXIN_PUBLIC_URL: url, ...env })[name]);
  if (!settings.ok) throw new Error(settings.refusal.says);
  const sessions = sessionStore(db.store);
  const people = accounts({ store: db.store, sessions, passwords: passwords(Buffer.alloc(32, 1)), enterpriseName: async () => undefined });
  const service = signOn({ store: db.store, vault, accounts: people, settings: settings.value });
  const clock = await keptClock(db.store);
  const app = await createServer({
    store: db.store,
    sessions,
    whoIs: people.whoIs,
    cookieSecret: Buffer.alloc(32, 2),
    logLevel: 'silent',
    requestsPerMinute: 100_000,
    api: async (inner) => {
      await inner.register(
        accountRoutes({
          store: db.store,
          accounts: people,
          clock,
          demoAccounts: [],
          isDemo: false,
          profileName: '高唐',
          onClockMoved: async () => undefined,
          afterSignOut: (request) => service.leave(request.cookies[VIA]),
        }),
      );
      await inner.register(signOnRoutes(service));
    },
  });
  await app.listen({ port, host: '127.0.0.1' });
  return { url, app, people, service };
}

const ask = (visitor: Visitor, at: string, path: string) => visitor.ask(`${at}${path}`);
const endOf = (answer: Response) => answer.headers.get('location');

let main: Site;
let administrator: Visitor;

beforeAll(async () => {
  db = await freshDatabase();
  await db.owner("insert into office.region (code, name, level, parent) values ('371526', '高唐县', 'county', null)");
  const port = await freePort();
  city = await startCitySignOn(`http://127.0.0.1:${port}`, {
    sunguoliang: { name: '孙国梁', phone_number: '13812345678', org_code: '113715260046', org_name: '高唐县住建局', post: '科员' },
    maqinglin: { name: '马庆林' },
  });
  main = await site(port, {
    ANXIN_OIDC_ISSUER: city.issuer,
    ANXIN_OIDC_CLIENT_ID: city.clientId,
    ANXIN_OIDC_CLIENT_SECRET: city.clientSecret,
    ANXIN_OIDC_SCOPE: 'openid profile phone',
  });
  for (const [login, role] of [
    ['guanli', 'administrator'],
    ['chief', 'inspection-chief'],
  ] as const) {
    const made = await main.people.create(
      SYSTEM,
      { login, name: login, role, organisation: '局', ...(role === 'inspection-chief' && { regionCode: '371526' }) },
      { password: PASSWORD, isDemo: false },
    );
    expect(made.ok).toBe(true);
  }
  administrator = await signedIn(main.url, 'guanli');
}, 60_000);
afterAll(async () => {
  await main?.app.close();
  await city?.stop();
  await db?.drop();
});

async function signedIn(url: string, login: string): Promise<Visitor> {
  const visitor = new Visitor();
  expect((await visitor.ask(`${url}/api/session`, { json: { login, password: PASSWORD } })).status).toBe(204);
  return visitor;
}

const post = (visitor: Visitor, url: string, path: string, body: unknown) => visitor.ask(`${url}${path}`, { json: body });

const waiting = async () =>
  ((await (await ask(administrator, main.url, '/api/identities?state=waiting')).json()) as { items: { id: string; name: string }[] }).items;

/** Out to the city, signed in there, and the address it sends us back to. */
function comesBack(visitor: Visitor, login: string, to = ''): Promise<string> {
  return visitor.signInAtCity(`${main.url}/api/sign-on/oidc/begin${to}`, login, `${main.url}/api/sign-on/oidc/back`);
}

describe('统一身份认证（真的 OpenID Connect 服务）', () => {
  it('登录页知道有没有这条路', async () => {
    expect(await (await fetch(`${main.url}/api/sign-on`)).json()).toEqual({
      offered: [{ connector: 'oidc', name: '统一身份认证登录', href: '/api/sign-on/oidc/begin' }],
    });
  });

  it('带着 state、nonce 和 PKCE 出去，cookie 不给脚本看', async () => {
    const answer = await new Visitor().ask(`${main.url}/api/sign-on/oidc/begin`);
    const to = new URL(answer.headers.get('location') ?? '');
    expect(to.origin).toBe(city.issuer);
    expect(Object.fromEntries(to.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${main.url}/api/sign-on/oidc/back`,
      scope: 'openid profile phone',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(to.searchParams.get(name)?.length).toBeGreaterThanOrEqual(43);
    expect(answer.headers.getSetCookie().join()).toMatch(/anxin_sign_on=.*HttpOnly.*SameSite=Lax/);
  });

  it('第一次来：只登记，不开门；管理员给了岗位，第二次才进得来；退出时那边也退', async () => {
    const visitor = new Visitor();
    const first = await visitor.ask(await comesBack(visitor, 'sunguoliang'));
    expect(endOf(first)).toBe('/?sign-on=waiting');
    expect((await ask(visitor, main.url, '/api/me')).status).toBe(401);
    const [row] = await waiting();
    expect(row).toMatchObject({ name: '孙国梁', mobileMask: '138****5678', orgName: '高唐县住建局', post: '科员', orgCode: '113715260046', state: 'waiting' });

    const events: SpreadEvent[] = [];
    await spread(db.store, [async (_tx, some) => void events.push(...some)]);
    expect(events.filter((one) => one.kind === 'account.waiting')).toHaveLength(1);

    const admission = {
      login: 'sunguoliang',
      name: '孙国梁',
      role: 'industry-regulator',
      organisation: '高唐县住建局',
      regionCode: '371526',
      industry: '住建',
    };
    expect((await post(administrator, main.url, `/api/identities/${row?.id}/admit`, { ...admission, industry: null })).status).toBe(409);
    expect((await post(administrator, main.url, `/api/identities/${row?.id}/admit`, admission)).status).toBe(204);
    expect(await (await post(administrator, main.url, `/api/identities/${row?.id}/admit`, admission)).json()).toMatchObject({ code: 'identity-admitted' });
    expect(await waiting()).toEqual([]);

    const second = await visitor.ask(await comesBack(visitor, 'sunguoliang', `?to=${encodeURIComponent('/warnings?level=4')}`));
    expect(endOf(second)).toBe('/warnings?level=4');
    expect(await (await ask(visitor, main.url, '/api/me')).json()).toMatchObject({ name: '孙国梁', roleName: '行业主管部门', mustChangePassword: false });

    const left = await visitor.ask(`${main.url}/api/session`, { method: 'DELETE' });
    const { next } = (await left.json()) as { next: string };
    expect(next).toContain(`${city.issuer}/session/end`);
    expect(new URL(next).searchParams.get('post_logout_redirect_uri')).toBe(`${main.url}/`);
    expect((await ask(visitor, main.url, '/api/me')).status).toBe(401);
    // The city takes the address to go back to: it asks whether to end the session there as well.
    expect((await visitor.follow(next)).status).toBe(200);
  });

  it('可以接到已有的账号上；停用以后这条路也不通', async () => {
    const visitor = new Visitor();
    expect(endOf(await visitor.ask(await comesBack(visitor, 'maqinglin')))).toBe('/?sign-on=waiting');
    const [row] = await waiting();
    const [chief] = await db.owner<{ id: string }>("select id from office.account where login = 'chief'");
    expect((await post(administrator, main.url, `/api/identities/${row?.id}/admit`, { accountId: chief?.id })).status).toBe(204);
    expect(endOf(await visitor.ask(await comesBack(visitor, 'maqinglin')))).toBe('/');
    expect(await (await ask(visitor, main.url, '/api/me')).json()).toMatchObject({ login: 'chief' });
    expect((await post(administrator, main.url, `/api/accounts/${chief?.id}/disable`, {})).status).toBe(204);
    expect(endOf(await visitor.ask(await comesBack(visitor, 'maqinglin')))).toBe('/?sign-on=disabled');
    expect((await post(administrator, main.url, `/api/accounts/${chief?.id}/enable`, {})).status).toBe(204);
  });

  it('不予开通：下次来说清楚，别处要不到门', async () => {
    const visitor = new Visitor();
    await visitor.ask(await comesBack(visitor, 'stranger'));
    const [row] = await waiting();
    expect((await post(administrator, main.url, `/api/identities/${row?.id}/turn-down`, { reason: '不是本单位的人' })).status).toBe(204);
    expect(endOf(await visitor.ask(await comesBack(visitor, 'stranger')))).toBe('/?sign-on=turned-down');
  });

  it('只有管理员看得到谁在等', async () => {
    const chief = await signedIn(main.url, 'chief');
    expect((await ask(chief, main.url, '/api/identities')).status).toBe(403);
    expect((await post(chief, main.url, '/api/identities/1/admit', { accountId: '1' })).status).toBe(403);
    expect((await fetch(`${main.url}/api/identities`)).status).toBe(401);
  });

  it('同一个回跳地址用第二次、换个浏览器、改了 state，都进不来', async () => {
    const visitor = new Visitor();
    const back = await comesBack(visitor, 'maqinglin');
    expect(endOf(await new Visitor().ask(back))).toBe('/?sign-on=mismatch');
    const kept = visitor.cookie(back);
    expect(endOf(await visitor.ask(back))).toBe('/');
    visitor.keep(back, `${kept}; path=/api/sign-on`);
    expect(endOf(await visitor.ask(back))).toBe('/?sign-on=expired');

    const again = await comesBack(visitor, 'maqinglin');
    const forged = new URL(again);
    forged.searchParams.set('state', 'x'.repeat(43));
    expect(endOf(await visitor.ask(forged.href))).toBe('/?sign-on=mismatch');
  });

  it('同一个授权码换一次尝试再用：那边不认', async () => {
    const visitor = new Visitor();
    const back = new URL(await comesBack(visitor, 'maqinglin'));
    const code = back.searchParams.get('code') ?? '';
    expect(endOf(await visitor.ask(back.href))).toBe('/');
    const next = new URL(await comesBack(visitor, 'maqinglin'));
    next.searchParams.set('code', code);
    expect(endOf(await visitor.ask(next.href))).toBe('/?sign-on=expired');
  });

  it('别家的签发者混进来（iss 不对）：拒绝', async () => {
    const visitor = new Visitor();
    const back = new URL(await comesBack(visitor, 'maqinglin'));
    back.searchParams.set('iss', 'http://127.0.0.1:1');
    expect(endOf(await visitor.ask(back.href))).toBe('/?sign-on=bad-proof');
  });

  it('本人在那边点了取消：说没有登录', async () => {
    const visitor = new Visitor();
    const page = await visitor.follow(`${main.url}/api/sign-on/oidc/begin`);
    const abort = /href="([^"]+\/abort)"/.exec(page.body)?.[1] ?? '';
    const back = await visitor.follow(new URL(abort, page.url).href, (url) => url.startsWith(main.url));
    expect(endOf(await visitor.ask(back.url))).toBe('/?sign-on=cancelled');
  });

  it('超过十分钟：作废', async () => {
    const visitor = new Visitor();
    const back = await comesBack(visitor, 'maqinglin');
    await db.owner("update office.sign_on_attempt set expires_at = now() - interval '1 second'");
    expect(endOf(await visitor.ask(back))).toBe('/?sign-on=expired');
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/ok\nSet-Cookie:a=b'])('回到 %s：不去，回首页', async (to) => {
    const visitor = new Visitor();
    expect(endOf(await visitor.ask(await comesBack(visitor, 'maqinglin', `?to=${encodeURIComponent(to)}`)))).toBe('/');
  });

  it('会话号换新；库里没有明文的 state、用户编号和手机号', async () => {
    const visitor = new Visitor();
    const back = await comesBack(visitor, 'maqinglin');
    const kept = JSON.stringify([
      ...(await db.owner('select * from office.sign_on_attempt')),
      ...(await db.owner('select * from office.identity')),
      ...(await db.owner('select * from audit.entry')),
    ]);
    expect(kept).not.toContain(new URL(back).searchParams.get('state'));
    expect(kept).not.toMatch(/city-|13812345678/);
  });
});

describe('不老实的签发者', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  let server: Server;
  let issuer = '';
  let place: Site;
  let nonce = '';
  let forge: (claims: Record<string, unknown>) => {
    readonly claims: Record<string, unknown>;
    readonly alg?: string;
    readonly key?: typeof privateKey;
    readonly issuer?: string;
  };
  let down = false;

  beforeAll(async () => {
    server = createHttp((request, response) => {
      const send = (body: unknown, status = 200) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      const { pathname, searchParams } = new URL(request.url ?? '/', issuer);
      if (down) return send({}, 503);
      if (pathname === '/.well-known/openid-configuration') {
        return send({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/jwks`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256', 'none'],
        });
      }
      if (pathname === '/jwks') return send({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }] });
      if (pathname === '/authorize') {
        nonce = searchParams.get('nonce') ?? '';
        return response.writeHead(302, { location: `${searchParams.get('redirect_uri')}?code=c1&state=${searchParams.get('state')}` }).end();
      }
      const now = Math.floor(Date.now() / 1000);
      const honest = { iss: issuer, sub: 'u-1', aud: 'anxin', exp: now + 300, iat: now, nonce, name: '周明' };
      const { claims, alg = 'RS256', key = privateKey } = forge(honest);
      const signed = `${base64({ alg, kid: 'k1', typ: 'JWT' })}.${base64(claims)}`;
      const signature = alg === 'none' ? '' : createSign('RSA-SHA256').update(signed).sign(key).toString('base64url');
      return send({ access_token: 'a', token_type: 'Bearer', expires_in: 300, id_token: `${signed}.${signature}` });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    issuer = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
    place = await site(await freePort(), { ANXIN_OIDC_ISSUER: issuer, ANXIN_OIDC_CLIENT_ID: 'anxin', ANXIN_OIDC_CLIENT_SECRET: 's' });
  });
  afterAll(async () => {
    await place.app.close();
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    down = false;
    forge = (claims) => ({ claims });
  });

  async function attempt(): Promise<string | null> {
    const visitor = new Visitor();
    const back = await visitor.follow(`${place.url}/api/sign-on/oidc/begin`, (url) => url.startsWith(`${place.url}/api/sign-on/oidc/back`));
    return endOf(await visitor.ask(back.url));
  }

  it('老实的时候进得来（到等待开通）', async () => expect(await attempt()).toBe('/?sign-on=waiting'));

  it.each([
    { what: '给别的系统的（aud 不对）', forge: (claims: Record<string, unknown>) => ({ claims: { ...claims, aud: 'another' } }) },
    { what: '过期的', forge: (claims: Record<string, unknown>) => ({ claims: { ...claims, exp: Math.floor(Date.now() / 1000) - 60 } }) },
    { what: '没有签名（alg none）', forge: (claims: Record<string, unknown>) => ({ claims, alg: 'none' }) },
    { what: '别人签的', forge: (claims: Record<string, unknown>) => ({ claims, key: stranger }) },
    { what: '别家签发的（iss 不对）', forge: (claims: Record<string, unknown>) => ({ claims: { ...claims, iss: 'https://other.example' } }) },
    { what: '上一次的（nonce 不对）', forge: (claims: Record<string, unknown>) => ({ claims: { ...claims, nonce: 'old' } }) },
    { what: '没有 nonce', forge: (claims: Record<string, unknown>) => ({ claims: { ...claims, nonce: undefined } }) },
    { what: '没有用户编号', forge: (claims: Record<string, unknown>) => ({ claims: { ...claims, sub: undefined } }) },
    { what: '用客户端密钥签的（HS256）', forge: (claims: Record<string, unknown>) => ({ claims, alg: 'HS256' }) },
  ])('$what：拒绝', async ({ forge: how }) => {
    forge = how;
    expect(await attempt()).toBe('/?sign-on=bad-proof');
  });

  it('暂时连不上：说连不上，账号密码照样能登录', async () => {
    const visitor = new Visitor();
    const back = await visitor.follow(`${place.url}/api/sign-on/oidc/begin`, (url) => url.startsWith(`${place.url}/api/sign-on/oidc/back`));
    down = true;
    expect(endOf(await visitor.ask(back.url))).toBe('/?sign-on=away');
    expect((await signedIn(place.url, 'chief')).cookie(place.url)).toContain('anxin_session');
  });
});

describe('票据方式（省统一身份认证）', () => {
  const [key, iv] = [randomBytes(16), randomBytes(16)];
  let server: Server;
  let checkUrl = '';
  let plain: Site;
  let sealed: Site;
  let answer: (ticket: string, secret: string) => { readonly status?: number; readonly body: unknown };
  const user = { userId: 'p-9', name: '马庆林', mobile: '13612345678', orgName: '尹集镇', level: 3 };

  beforeAll(async () => {
    server = createHttp((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        const fields = new URLSearchParams(body);
        const told = answer(fields.get('t') ?? '', fields.get('sign') ?? '');
        response
          .writeHead(told.status ?? 200, { 'content-type': 'application/json' })
          .end(typeof told.body === 'string' ? told.body : JSON.stringify(told.body));
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    checkUrl = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
    const env = {
      ANXIN_TICKET_LOGIN_URL: `${checkUrl}/login?app=anxin&service={back}`,
      ANXIN_TICKET_CHECK_URL: `${checkUrl}/check`,
      ANXIN_TICKET_BODY: '{"t":"{ticket}","sign":"{secret}"}',
      ANXIN_TICKET_FORMAT: 'form',
      ANXIN_TICKET_SECRET: 'app-secret',
      ANXIN_TICKET_OK: 'code=200',
      ANXIN_TICKET_LEVEL: 'data.level=2,3',
    };
    plain = await site(await freePort(), env);
    sealed = await site(await freePort(), { ...env, ANXIN_TICKET_SM4: JSON.stringify({ key: key.toString('hex'), iv: iv.toString('hex'), path: 'data' }) });
  });
  afterAll(async () => {
    await plain.app.close();
    await sealed.app.close();
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    answer = (ticket, secret) => ({ body: ticket === 'T-1' && secret === 'app-secret' ? { code: 200, data: user } : { code: 401 } });
  });

  /** What the province sends the browser back with: our address, its ticket. */
  async function comes(at: Site, ticket: string, visitor = new Visitor()): Promise<string | null> {
    const begin = await visitor.ask(`${at.url}/api/sign-on/ticket/begin`);
    const back = new URL(new URL(begin.headers.get('location') ?? '').searchParams.get('service') ?? '');
    back.searchParams.set('ticket', ticket);
    return endOf(await visitor.ask(back.href));
  }

  it('背后问清楚是谁，登记等待', async () => {
    expect(await comes(plain, 'T-1')).toBe('/?sign-on=waiting');
    expect((await waiting()).some((row) => row.name === '马庆林')).toBe(true);
  });

  it.each([
    { what: '假票据', ticket: 'T-2', end: 'bad-proof' },
    { what: '没带票据', ticket: '', end: 'cancelled' },
    { what: '太长的票据', ticket: 'T'.repeat(3_000), end: 'bad-proof' },
  ])('$what → $end', async ({ ticket, end }) => expect(await comes(plain, ticket)).toBe(`/?sign-on=${end}`));

  it.each([
    { what: '没有实名', told: { body: { code: 200, data: { ...user, level: 1 } } }, end: 'low-level' },
    { what: '对方 500', told: { status: 500, body: {} }, end: 'away' },
    { what: '对方答的不是 JSON', told: { body: '<html>' }, end: 'bad-proof' },
    { what: '没有用户编号', told: { body: { code: 200, data: { name: '某', level: 3 } } }, end: 'bad-proof' },
    { what: '对方转到别处', told: { status: 302, body: {} }, end: 'away' },
  ])('$what → $end', async ({ told, end }) => {
    answer = () => told;
    expect(await comes(plain, 'T-1')).toBe(`/?sign-on=${end}`);
  });

  it('SM4 信封打得开；换了钥匙或改了一位就不认', async () => {
    const seal = (with_: Buffer) => {
      const cipher = createCipheriv('sm4-cbc', with_, iv);
      return Buffer.concat([cipher.update(JSON.stringify({ ...user, userId: 'p-10', name: '赵小满' })), cipher.final()]).toString('base64');
    };
    answer = () => ({ body: { code: 200, data: seal(key) } });
    expect(await comes(sealed, 'T-1')).toBe('/?sign-on=waiting');
    expect((await waiting()).some((row) => row.name === '赵小满')).toBe(true);
    answer = () => ({ body: { code: 200, data: seal(randomBytes(16)) } });
    expect(await comes(sealed, 'T-1')).toBe('/?sign-on=bad-proof');
  });

  it('票据哪里也不留', async () => {
    await comes(plain, 'T-1');
    const kept = JSON.stringify([
      ...(await db.owner('select * from office.identity')),
      ...(await db.owner('select * from audit.entry')),
      ...(await db.owner('select * from office.sign_on_attempt')),
    ]);
    expect(kept).not.toContain('T-1');
    expect(kept).not.toContain(createHash('sha256').update('T-1').digest('hex'));
  });
});

describe('环境变量写错，启动时就说', () => {
  const right = {
    ANXIN_PUBLIC_URL: 'https://anxin.example',
    ANXIN_OIDC_ISSUER: 'https://id.example',
    ANXIN_OIDC_CLIENT_ID: 'a',
    ANXIN_OIDC_CLIENT_SECRET: 'topsecret',
  };
  const read = (env: Readonly<Record<string, string>>) => readSignOn((name) => env[name]);

  it('都不写：没有这条路', () => expect(read({})).toMatchObject({ ok: true, value: { oidc: null, ticket: null } }));
  it('写对了', () =>
    expect(read(right)).toMatchObject({ ok: true, value: { oidc: { alg: 'RS256', clientAuth: 'basic', claims: { subject: 'sub', orgCode: 'org_code' } } } }));
  it('名称对照按单位的来', () =>
    expect(read({ ...right, ANXIN_OIDC_CLAIMS: '{"name":"xm","mobile":"user.sjh"}' })).toMatchObject({
      ok: true,
      value: { oidc: { claims: { name: 'xm', mobile: 'user.sjh', subject: 'sub' } } },
    }));

  it.each([
    { env: { ANXIN_PUBLIC_URL: '' }, says: 'ANXIN_PUBLIC_URL' },
    { env: { ANXIN_PUBLIC_URL: 'http://anxin.example' }, says: 'ANXIN_PUBLIC_URL' },
    { env: { ANXIN_OIDC_ISSUER: 'http://id.example' }, says: 'ANXIN_OIDC_ISSUER' },
    { env: { ANXIN_OIDC_ISSUER: 'https://id.example/.well-known/openid-configuration' }, says: 'ANXIN_OIDC_ISSUER' },
    { env: { ANXIN_OIDC_ISSUER: 'https://u:p@id.example' }, says: 'ANXIN_OIDC_ISSUER' },
    { env: { ANXIN_OIDC_ALG: 'none' }, says: 'ANXIN_OIDC_ALG' },
    { env: { ANXIN_OIDC_ALG: 'HS256' }, says: 'ANXIN_OIDC_ALG' },
    { env: { ANXIN_OIDC_SCOPE: 'profile' }, says: 'openid' },
    { env: { ANXIN_OIDC_CLAIMS: '{"idNo":"x"}' }, says: 'ANXIN_OIDC_CLAIMS' },
    { env: { ANXIN_OIDC_CLAIMS: '{' }, says: 'ANXIN_OIDC_CLAIMS' },
    { env: { ANXIN_OIDC_CLIENT_AUTH: 'jwt' }, says: 'ANXIN_OIDC_CLIENT_AUTH' },
    { env: { ANXIN_TICKET_LOGIN_URL: 'https://p.example/login' }, says: '{back}' },
    { env: { ANXIN_TICKET_LOGIN_URL: 'https://p.example/login?b={back}' }, says: 'ANXIN_TICKET_CHECK_URL' },
    {
      env: { ANXIN_TICKET_LOGIN_URL: 'https://p.example/login?b={back}', ANXIN_TICKET_CHECK_URL: 'https://p.example/c', ANXIN_TICKET_BODY: '{"a":"b"}' },
      says: '{ticket}',
    },
    {
      env: { ANXIN_TICKET_LOGIN_URL: 'https://p.example/login?b={back}', ANXIN_TICKET_CHECK_URL: 'https://p.example/c', ANXIN_TICKET_SM4: '{"key":"1"}' },
      says: 'ANXIN_TICKET_SM4',
    },
    {
      env: { ANXIN_TICKET_LOGIN_URL: 'https://p.example/login?b={back}', ANXIN_TICKET_CHECK_URL: 'https://p.example/c', ANXIN_TICKET_OK: 'yes' },
      says: 'ANXIN_TICKET_OK',
    },
  ])('$env', ({ env, says }) => {
    const answer = read({ ...right, ...env });
    expect(answer).toMatchObject({ ok: false, refusal: { says: expect.stringContaining(says) } });
    expect(JSON.stringify(answer)).not.toContain('topsecret');
  });
});
