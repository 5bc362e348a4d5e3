import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { nationalCalendar } from '#law/calendars/index.ts';
import { fixedClock } from '#platform/clock.ts';
import { createServer, sessionStore, type SignedIn } from '#platform/http/index.ts';
import { findProfile, jiayuguan, national, PROFILES } from '#profiles/index.ts';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/database.ts';
import type { DueAnswer, InstrumentPage, RuleAnswer, RulePage, RuleSummary } from '../domain/wire.ts';
import { rulebookRoutes } from './index.ts';

const WHO: SignedIn = {
  accountId: '1',
  name: '黄丽华',
  role: 'inspector',
  regionCode: '6202',
  enterpriseId: null,
  scope: { role: 'app_official', region: '6202', accountId: '1' },
  permissions: [],
  mustChangePassword: false,
};
const ADMINISTRATOR: SignedIn = { ...WHO, accountId: '2', role: 'administrator', regionCode: null, scope: { role: 'app_admin' } };
const FACTS = {
  state: 'building',
  permitOn: '2026-08-03',
  contractSignedOn: '2026-07-01',
  contractFen: '3000000000',
  depositKind: null,
  depositStoredOn: null,
  stated: ['depositStoredOn'],
};

let database: FreshDatabase;
let app: FastifyInstance;
let who: SignedIn = WHO;

beforeAll(async () => {
  database = await freshDatabase();
  app = await createServer({
    store: database.store,
    sessions: sessionStore(database.store),
    whoIs: async () => undefined,
    cookieSecret: Buffer.alloc(32, 2),
    logLevel: 'silent',
    requestsPerMinute: 100_000,
    api: async (inner) => {
      inner.addHook('onRequest', async (request) => {
        request.whoAsks = who;
      });
      await inner.register(
        rulebookRoutes({
          store: database.store,
          clock: fixedClock('2026-09-15'),
          calendar: nationalCalendar,
          profileOf: (region) => (region === '6202' ? jiayuguan : national),
          findProfile,
          places: PROFILES.map(({ id, name }) => ({ id, name })),
        }),
      );
    },
  });
});

afterAll(async () => {
  await app?.close();
  await database?.drop();
});

const get = async <T>(url: string) => (await app.inject({ url })).json<T>();
const post = (url: string, payload: object) => app.inject({ method: 'POST', url, payload });

describe('法规与规则的接口', () => {
  it('lists every rule with its articles', async () => {
    const rules = await get<RuleSummary[]>('/api/law/rules');
    expect(rules.length).toBeGreaterThan(60);
    expect(rules.find((rule) => rule.code === 'DEP-01')).toMatchObject({
      title: '未按期存储工资保证金',
      chapter: '工资保证金与告示牌',
      isSwept: true,
      open: 0,
    });
    expect(rules.filter((rule) => rule.chapter === '')).toEqual([]);
  });

  it('shows a rule with the numbers of the reader’s place, or of another', async () => {
    const own = await get<RulePage>('/api/law/rules/DEP-01');
    expect(own).toMatchObject({ place: '嘉峪关市', on: '2026-09-15', fired: { raised: 0 } });
    expect(own.parameters.find(({ id }) => id === 'deposit.before-permit')).toMatchObject({ value: '是', setBy: '嘉峪关市' });
    const other = await get<RulePage>('/api/law/rules/DEP-01?profile=gaotang-371526&on=2026-01-01');
    expect(other).toMatchObject({ place: '高唐县', on: '2026-01-01' });
    expect(other.parameters.find(({ id }) => id === 'deposit.before-permit')).toMatchObject({ value: '否' });
  });

  it('answers the same facts differently at two places', async () => {
    const own = (await post('/api/law/rules/DEP-01/run', { facts: FACTS, on: '2026-08-20' })).json<RuleAnswer>();
    expect(own).toMatchObject({ answer: 'finding', finding: { dueOn: '2026-08-03', duty: '施工总承包单位' } });
    const other = (await post('/api/law/rules/DEP-01/run', { facts: FACTS, on: '2026-08-20', profile: 'gaotang-371526' })).json<RuleAnswer>();
    expect(other).toMatchObject({ answer: 'none', says: '按填入的事实，没有发现问题。' });
  });

  it('names what is wrong with facts, and what is missing', async () => {
    const wrong = await post('/api/law/rules/DEP-01/run', { facts: { ...FACTS, permitOn: '2026-02-30', colour: 'red' } });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.json()).toMatchObject({
      code: 'facts-invalid',
      faults: [
        { fact: '施工许可日期', says: '日期写成 2026-10-31 的样子' },
        { fact: 'colour', says: '这条规则不用这一项；请核对名称' },
      ],
      fields: [{ path: '施工许可日期' }, { path: 'colour' }],
    });
    const unknown = (await post('/api/law/rules/ARB-12/run', { facts: {} })).json<RuleAnswer>();
    expect(unknown).toMatchObject({ answer: 'cannot-determine', missing: ['有共同请求的劳动者人数', '是否有共同请求'] });
  });

  it('shows a statute with who rests on each article', async () => {
    const statute = await get<InstrumentPage>(`/api/law/instruments/${encodeURIComponent('工资条例')}`);
    expect(statute).toMatchObject({ title: '保障农民工工资支付条例', articleCount: 64 });
    expect(statute.articles.find(({ number }) => number === 12)?.users.map(({ code }) => code)).toContain('PAY-03');
  });

  it('counts a time limit across the Spring Festival', async () => {
    expect(await get<DueAnswer>('/api/law/due?from=2026-02-06&n=20&unit=working-days')).toMatchObject({ due: '2026-03-12', provisional: false });
    expect(await get<DueAnswer>('/api/law/due?from=2026-12-20&n=20&unit=working-days')).toMatchObject({ provisional: true });
  });

  it.each([
    ['/api/law/rules/NO-99', 404],
    ['/api/law/rules/DEP-01?profile=atlantis', 404],
    ['/api/law/rules/DEP-01?on=2026-02-30', 400],
    ['/api/law/procedures/none', 404],
    ['/api/law/calculators/none', 404],
    ['/api/law/instruments/none', 404],
    ['/api/law/due?from=2026-02-06&n=10000&unit=working-days', 400],
    ['/api/law/due?from=2026-02-06&n=20&unit=weeks', 400],
  ])('%s is %i', async (url, status) => {
    expect((await app.inject({ url })).statusCode).toBe(status);
  });

  it('lets the administrator read the law and see no warnings', async () => {
    who = ADMINISTRATOR;
    expect(await get<RulePage>('/api/law/rules/PAY-03')).toMatchObject({ place: '全国', fired: { raised: 0 } });
    who = WHO;
  });
});
