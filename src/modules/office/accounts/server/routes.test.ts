import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SYSTEM } from '#platform/audit/index.ts';
import { keptClock } from '#platform/clock.ts';
import { createServer, sessionStore } from '#platform/http/index.ts';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/database.ts';
import type { NewAccount } from '../domain/index.ts';
import { type Accounts, accountRoutes, accounts, passwords } from './index.ts';

const PASSWORD = '春眠不觉晓处处闻啼鸟';
let db: FreshDatabase;
let app: FastifyInstance;
let service: Accounts;

async function serve(isDemo: boolean): Promise<FastifyInstance> {
  const sessions = sessionStore(db.store);
  service = accounts({
    store: db.store,
    sessions,
    passwords: passwords(Buffer.alloc(32, 1)),
    enterpriseName: async (id) => (id === '9' ? '甲建筑' : undefined),
  });
  const clock = await keptClock(db.store);
  return createServer({
    store: db.store,
    sessions,
    whoIs: service.whoIs,
    cookieSecret: Buffer.alloc(32, 2),
    logLevel: 'silent',
    api: async (inner) => {
      await inner.register(
        accountRoutes({ store: db.store, accounts: service, clock, demoAccounts: [], isDemo, profileName: '高唐', onClockMoved: async () => undefined }),
      );
    },
  });
}

beforeAll(async () => {
  db = await freshDatabase();
  await db.owner("insert into office.region (code, name, level, parent) values ('371526', '高唐县', 'county', null), ('371526001', '甲镇', 'town', '371526')");
  app = await serve(true);
  const people: NewAccount[] = [
    { login: 'admin', name: '管理', role: 'administrator', organisation: '人社局' },
    { login: 'audit', name: '审计', role: 'auditor', organisation: '审计局', regionCode: '371526' },
    { login: 'chief', name: '王队', role: 'inspection-chief', organisation: '监察队', regionCode: '371526' },
  ];
  for (const person of people) expect(await service.create(SYSTEM, person, { password: PASSWORD, isDemo: false })).toMatchObject({ ok: true });
});
afterAll(async () => {
  await app.close();
  await db.drop();
});
beforeEach(() => db.owner('delete from office.sign_in_failure'));

function signIn(login: string, password = PASSWORD, cookies: Record<string, string> = {}) {
  return app.inject({ method: 'POST', url: '/api/session', payload: { login, password }, cookies });
}

async function cookieOf(login: string, password = PASSWORD): Promise<Record<string, string>> {
  const answer = await signIn(login, password);
  expect(answer.statusCode).toBe(204);
  const cookie = answer.cookies.find((one) => one.name === 'anxin_session');
  if (cookie === undefined) throw new Error('no cookie');
  return { anxin_session: cookie.value };
}

describe('登录', () => {
  it('登录后知道是谁，退出后不再知道', async () => {
    const cookies = await cookieOf('chief');
    const me = await app.inject({ url: '/api/me', cookies });
    expect(me.json()).toMatchObject({ name: '王队', roleName: '监察队长', regionName: '高唐县', face: 'desk', mustChangePassword: false });
    expect((await app.inject({ method: 'DELETE', url: '/api/session', cookies, headers: { 'sec-fetch-site': 'same-origin' } })).statusCode).toBe(204);
    expect((await app.inject({ url: '/api/me', cookies })).json()).toMatchObject({ code: 'not-signed-in' });
  });

  it('会话号在登录时换新，登录前种下的号不起作用', async () => {
    const old = await cookieOf('chief');
    const answer = await signIn('chief', PASSWORD, old);
    expect(answer.cookies[0]?.value).not.toBe(old['anxin_session']);
    expect((await app.inject({ url: '/api/me', cookies: old })).statusCode).toBe(401);
  });

  it('会话号只存散列，Cookie 不让脚本读', async () => {
    const answer = await signIn('chief');
    expect(answer.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    const id = decodeURIComponent(answer.cookies[0]?.value ?? '').split('.')[0] ?? '';
    const rows = await db.owner<{ row: string }>('select s::text as row from office.session s');
    expect(rows.some(({ row }) => row.includes(Buffer.from(id).toString('hex')) || row.includes(id))).toBe(false);
  });

  it('不存在的登录名和错误的密码得到同样的回答', async () => {
    const wrong = await signIn('chief', 'not the password');
    const unknown = await signIn('nobody-here', 'not the password');
    expect(unknown.statusCode).toBe(401);
    expect(unknown.json()).toEqual(wrong.json());
  });

  it.each(['chief', 'nobody-here'])('%s 连错五次锁十五分钟，第六次密码对也不行；时间到了可以再试', async (login) => {
    const codes = [];
    for (let attempt = 1; attempt <= 5; attempt += 1) codes.push((await signIn(login, 'wrong')).json().code);
    expect(codes).toEqual(['login-refused', 'login-refused', 'login-refused', 'login-refused', 'login-locked']);
    expect((await signIn(login)).json()).toMatchObject({ code: 'login-locked' });
    await db.owner("update office.sign_in_failure set locked_until = now() - interval '1 second', last_at = last_at - interval '16 minutes'");
    expect((await signIn(login)).statusCode).toBe(login === 'chief' ? 204 : 401);
  });

  it('四次错、一次对，重新计数', async () => {
    for (let attempt = 1; attempt <= 4; attempt += 1) await signIn('chief', 'wrong');
    expect((await signIn('chief')).statusCode).toBe(204);
    for (let attempt = 1; attempt <= 4; attempt += 1) expect((await signIn('chief', 'wrong')).statusCode).toBe(401);
  });

  it('同时猜二十次，只有五次真正核对密码', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn('chief', 'wrong')));
    expect(answers.filter((answer) => answer.json().code === 'login-locked')).toHaveLength(16);
    expect((await db.owner<{ failures: number }>('select failures from office.sign_in_failure'))[0]?.failures).toBe(5);
  });

  it('闲置三十分钟和满十二小时，会话结束', async () => {
    for (const column of ["seen_at = now() - interval '31 minutes'", "started_at = now() - interval '721 minutes'"]) {
      const cookies = await cookieOf('chief');
      await db.owner(`update office.session set ${column}`);
      app = await restarted();
      expect((await app.inject({ url: '/api/me', cookies })).statusCode).toBe(401);
    }
    const cookies = await cookieOf('chief');
    await db.owner("update office.session set seen_at = now() - interval '29 minutes', started_at = now() - interval '719 minutes'");
    app = await restarted();
    expect((await app.inject({ url: '/api/me', cookies })).statusCode).toBe(200);
  });
});

/** A second process over the same database: it remembers nothing. */
async function restarted(): Promise<FastifyInstance> {
  await app.close();
  return serve(true);
}

describe('一次性密码', () => {
  it('必须先改掉才能做别的；改完后别处的会话都结束', async () => {
    const created = await service.create(SYSTEM, { login: 'officer', name: '劳资', role: 'wage-officer', organisation: '甲建筑', enterpriseId: '9' });
    if (!created.ok) throw new Error(created.refusal.says);
    const once = created.value.password;
    const cookies = await cookieOf('officer', once);
    const other = await cookieOf('officer', once);
    expect((await app.inject({ url: '/api/regions', cookies })).json()).toMatchObject({ code: 'password-change-required' });
    expect((await app.inject({ url: '/api/me', cookies })).json()).toMatchObject({ mustChangePassword: true });
    const change = (current: string, next: string) => app.inject({ method: 'POST', url: '/api/me/password', cookies, payload: { current, next } });
    expect((await change('wrong', PASSWORD)).json()).toMatchObject({ code: 'password-wrong' });
    expect((await change(once, '123')).json()).toMatchObject({ code: 'password-weak' });
    expect((await change(once, PASSWORD)).statusCode).toBe(204);
    expect((await app.inject({ url: '/api/regions', cookies })).statusCode).toBe(200);
    expect((await app.inject({ url: '/api/me', cookies: other })).statusCode).toBe(401);
    expect((await signIn('officer', once)).statusCode).toBe(401);
    expect((await signIn('officer')).statusCode).toBe(204);
  });
});

describe('系统管理员', () => {
  it('建账号、停用、重置；停用即刻失去会话', async () => {
    const cookies = await cookieOf('admin');
    const post = (url: string, payload: object = {}) => app.inject({ method: 'POST', url, payload, cookies });
    const created = await post('/api/accounts', { login: 'Town-1', name: '李专员', role: 'town-specialist', organisation: '甲镇', regionCode: '371526001' });
    expect(created.statusCode).toBe(201);
    const { accountId, login, password } = created.json();
    expect(login).toBe('town-1');
    const theirs = await cookieOf('town-1', password);
    expect((await app.inject({ url: '/api/me', cookies: theirs })).statusCode).toBe(200);
    expect((await post(`/api/accounts/${accountId}/disable`)).statusCode).toBe(204);
    expect((await app.inject({ url: '/api/me', cookies: theirs })).statusCode).toBe(401);
    expect((await signIn('town-1', password)).json()).toMatchObject({ code: 'login-refused' });
    await post(`/api/accounts/${accountId}/enable`);
    const again = (await post(`/api/accounts/${accountId}/reset`)).json();
    expect((await signIn('town-1', password)).statusCode).toBe(401);
    expect((await signIn('town-1', again.password)).statusCode).toBe(204);
    expect((await app.inject({ url: '/api/accounts?q=town', cookies })).json().items).toMatchObject([
      { login: 'town-1', regionName: '甲镇', mustChangePassword: true },
    ]);
  });

  it.each([
    { change: { role: 'king' }, code: 'bad-fields' },
    { change: { regionCode: '99' }, code: 'region-not-found' },
    { change: { regionCode: null }, code: 'post-incomplete' },
    { change: { role: 'wage-officer', regionCode: null, enterpriseId: '8' }, code: 'enterprise-not-found' },
    { change: { login: 'admin' }, code: 'login-taken' },
    { change: { login: '李' }, code: 'login-invalid' },
    { change: { name: '' }, code: 'bad-fields' },
  ])('$change 被拒绝：$code', async ({ change, code }) => {
    const cookies = await cookieOf('admin');
    const payload = { login: 'new-one', name: '新人', role: 'inspector', organisation: '监察队', regionCode: '371526', ...change };
    const answer = await app.inject({ method: 'POST', url: '/api/accounts', payload, cookies });
    expect(answer.json()).toMatchObject({ code });
    expect(answer.json().says).toMatch(/[一-龥]/);
  });

  it('别的岗位管不了账号、看不了审计、拨不了日期', async () => {
    const cookies = await cookieOf('chief');
    expect((await app.inject({ url: '/api/accounts', cookies })).statusCode).toBe(403);
    expect((await app.inject({ url: '/api/audit', cookies })).statusCode).toBe(403);
    expect((await app.inject({ method: 'POST', url: '/api/clock', payload: { day: '2026-12-01' }, cookies })).statusCode).toBe(403);
  });

  it('演示环境能拨日期，今天随之改变；正式环境不能', async () => {
    const cookies = await cookieOf('admin');
    const move = (day: string | null) => app.inject({ method: 'POST', url: '/api/clock', payload: { day }, cookies });
    expect((await move('2026-12-01')).json()).toEqual({ today: '2026-12-01', movedTo: '2026-12-01', mayMove: true });
    expect((await app.inject({ url: '/api/me', cookies })).json().today).toBe('2026-12-01');
    expect((await move('2026-02-30')).json()).toMatchObject({ code: 'bad-fields' });
    expect((await move(null)).json().movedTo).toBeNull();
    await app.close();
    app = await serve(false);
    expect((await move('2026-12-01')).statusCode).toBe(403);
    app = await restarted();
  });
});

describe('审计', () => {
  it('审计员看得到谁做了什么，看审计本身也记下来', async () => {
    await cookieOf('chief');
    const cookies = await cookieOf('audit');
    const find = (query: string) => app.inject({ url: `/api/audit?${query}`, cookies });
    expect((await find('actor=王队&action=session.begun')).json().items[0]).toMatchObject({ actorName: '王队', actorRole: '监察队长', regionCode: '371526' });
    expect((await find('action=audit.read')).json().total).toBeGreaterThan(0);
    expect((await find('from=2099-01-01')).json()).toMatchObject({ items: [], total: 0 });
    expect((await find('size=1000')).json()).toMatchObject({ code: 'bad-fields' });
  });

  it('连错密码留下记录，但不留下输入的登录名', async () => {
    await signIn('my-secret-typed-here', 'wrong');
    const rows = await db.owner<{ canonical: string }>("select canonical from audit.entry where action = 'session.refused'");
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ canonical }) => canonical.includes('my-secret'))).toBe(false);
  });
});

describe('区划', () => {
  it('不问上级时给自己的地方，问上级时给下级', async () => {
    const cookies = await cookieOf('chief');
    const ask = async (query: string) => (await app.inject({ url: `/api/regions${query}`, cookies })).json().items;
    expect(await ask('')).toEqual([{ code: '371526', name: '高唐县', level: 'county', parent: null, hasParts: true }]);
    expect(await ask('?parent=371526')).toEqual([{ code: '371526001', name: '甲镇', level: 'town', parent: '371526', hasParts: false }]);
  });
});
