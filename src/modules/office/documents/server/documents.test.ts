import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import { depositNoticeFields } from '#modules/prevention/deposits/server/index.ts';
import { boardFields, workerPage } from '#modules/prevention/notice-boards/server/index.ts';
import { payrollSheetFields } from '#modules/prevention/payroll/server/index.ts';
import { type PaperPorts, rectificationFields } from '#modules/prevention/projects/server/index.ts';
import { accountNoticeFields } from '#modules/prevention/special-accounts/server/index.ts';
import { recomputeFacts } from '#modules/prevention/facts/server/index.ts';
import { fixedClock } from '#platform/clock.ts';
import { openStore } from '#platform/db/index.ts';
import { type DocumentFactory, documentFactory } from '#platform/documents/index.ts';
import { createServer, sessionStore, type SignedIn } from '#platform/http/index.ts';
import { freshKeys, openVault } from '#platform/vault/index.ts';
import { gaotang } from '#profiles/index.ts';
import { type FreshDatabase, freshDatabase, seen } from '../../../../../test/support/database.ts';
import { readPdf } from '../../../../../test/support/pdf.ts';
import { recordsIn } from '../../../../../test/support/records.ts';
import { DOCUMENT_KINDS, type DocumentView, type Draft, type Preview } from '../domain/index.ts';
import { type Listener, spread } from '#platform/outbox/index.ts';
import { documentNotices } from './index.ts';
import { documentRoutes } from './index.ts';
import { takeNumber } from './organs.ts';

const TODAY = '2026-09-16';
const IDENTITY = '371526199001011232';
const all = ['document.make', 'document.serve', 'document.template', 'worker.unmask'];
const base = { accountId: '1', name: '王队', enterpriseId: null, mustChangePassword: false };
const chief: SignedIn = {
  ...base,
  role: 'inspection-chief',
  regionCode: '371526',
  permissions: all,
  scope: { role: 'app_official', region: '371526', accountId: '1' },
};
const inspector: SignedIn = {
  ...chief,
  accountId: '2',
  name: '许监察',
  role: 'inspector',
  permissions: ['document.make', 'document.serve'],
  scope: { role: 'app_official', region: '371526', accountId: '2' },
};
const elsewhere: SignedIn = { ...chief, accountId: '3', regionCode: '3707', scope: { role: 'app_official', region: '3707', accountId: '3' } };
const enterprise = (id: string, accountId: string): SignedIn => ({
  ...base,
  accountId,
  name: '刘芳',
  role: 'wage-officer',
  regionCode: null,
  enterpriseId: id,
  permissions: ['document.make', 'worker.unmask'],
  scope: { role: 'app_enterprise', enterpriseId: id, accountId },
});
const contractor = enterprise('1', '4');
const stranger = enterprise('9', '5');

let db: FreshDatabase;
let app: FastifyInstance;
let factory: DocumentFactory;
let who: SignedIn;

beforeAll(async () => {
  db = await freshDatabase();
  const records = await recordsIn(db);
  const vault = openVault(freshKeys());
  await db.owner(`insert into office.region (code, name, level) values ('3707','潍坊市','prefecture') on conflict do nothing`);
  await records.project(1, {
    name: '尹集镇污水管网工程',
    contract_fen: 30_000_000_00,
    contract_signed_on: '2026-03-01',
    permit_on: '2026-08-03',
    wage_officer_name: '周守信',
    wage_officer_phone: '13800001234',
    account_no: '37150101040002222',
    account_bank: '高唐农商行',
    account_name: '总包1（尹集镇污水管网工程）农民工工资专用账户',
    deposit_kind: 'cash',
    deposit_fen: 600_000_00,
  });
  await db.owner(`insert into prevention.enterprise (id, name) values (7, '诚信劳务'), (9, '别家公司')`);
  await db.owner(`insert into prevention.project_party (project_id, enterprise_id, part) values (1, 1, 'general-contractor'), (1, 7, 'subcontractor')`);
  const index = vault.identityIndex(IDENTITY);
  await db.owner('insert into prevention.person (id, identity_index, identity_cipher, key_version) values (11, $1, $2, 1)', [
    index,
    vault.encrypt(IDENTITY, `person.identity:${index.toString('hex')}`),
  ]);
  await records.roster(1, 11, { name: '赵大', phone_mask: '138****1234' });
  await records.payroll(1, 11, '2026-06', 5000, {
    name: '赵大',
    team: '木工班',
    employer_enterprise_id: 7,
    work_days: 20.5,
    due_fen: 510_000,
    job: '木工',
    card_tail: '1234',
    card_bank: '农商行',
  });
  await records.payroll(1, 12, '2026-06', 4000, { name: '钱二', team: '钢筋班', employer_enterprise_id: 7 });
  await records.roster(1, 12, { name: '钱二' });
  await db.store.within({ role: 'app_job' }, (tx) => recomputeFacts(tx, { asOf: civilDate(TODAY), keys: 'all' }));
  factory = documentFactory();
  const clock = fixedClock(TODAY);
  const ports: PaperPorts = {
    store: db.store,
    clock,
    calendar: nationalCalendar,
    placeOf: () => ({
      ...gaotang,
      parameters: { 'wage.minimum.monthly': [{ from: civilDate('2026-01-01'), value: fen(227_000), basis: '试验', evidence: 'D' }] },
    }),
  };
  app = await createServer({
    store: db.store,
    sessions: sessionStore(db.store),
    whoIs: async () => undefined,
    cookieSecret: Buffer.alloc(32, 2),
    logLevel: 'silent',
    requestsPerMinute: 100_000,
    api: async (inner) => {
      inner.addHook('onRequest', async (request) => {
        request.whoAsks = who;
      });
      await inner.register(
        documentRoutes({
          store: db.store,
          clock,
          vault,
          factory,
          publicUrl: 'https://anxin.example',
          sources: {
            'payroll-sheet': payrollSheetFields({ ...ports, vault }),
            'notice-board': boardFields(ports),
            'rectification-order': rectificationFields(ports),
            ...depositNoticeFields(ports),
            ...accountNoticeFields(ports),
          },
        }),
      );
      await inner.register(workerPage(ports));
    },
  });
  await db.owner(
    `insert into documents.organ (region_code, name, word, address, phone, changed_by, channels) values ('371526', '高唐县人力资源和社会保障局', '高人社', '鼓楼路1号', '0635-3951234', 1, '{"劳动争议调解仲裁":"鼓楼路1号仲裁院 0635-3950000"}')`,
  );
});
afterAll(async () => {
  await app?.close();
  await factory?.close();
  await db?.drop();
});
beforeEach(() => {
  who = chief;
});

const get = async <T>(url: string): Promise<T> => {
  const reply = await app.inject({ url });
  if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.statusCode} ${reply.body}`);
  return reply.json<T>();
};
const post = (url: string, payload: unknown) => app.inject({ method: 'POST', url, payload: payload as object, headers: { 'sec-fetch-site': 'same-origin' } });

/** The form of a kind, filled by the records and, where they are silent, by hand. */
async function filled(
  kind: string,
  by: Readonly<Record<string, string>> = {},
): Promise<{ kind: string; projectId: string; month: string | null; team: null; given: Record<string, string>; unmask: boolean }> {
  const draft = await get<Draft>(`/api/document-drafts/${kind}?project=1`);
  const byHand = (name: string, of: string) =>
    ({
      day: '2026-09-30',
      money: '12,345.60',
      phone: '0635-3951234',
      text: `${name}：写明的内容`,
      line: `填写的${name}`,
      count: '3',
      'credit-code': '',
      month: '2026-06',
    })[of] ?? '';
  const given = Object.fromEntries(
    draft.kind.fields.flatMap((field) => {
      if (field.by !== 'person') return [];
      const said = by[field.name] ?? draft.given[field.name] ?? '';
      return [[field.name, said === '' && field.required ? byHand(field.name, field.kind) : said]];
    }),
  );
  return { kind, projectId: '1', month: draft.month, team: null, given, unmask: false };
}

async function make(kind: string, by: Readonly<Record<string, string>> = {}, more: object = {}): Promise<DocumentView> {
  const reply = await post('/api/documents', { ...(await filled(kind, by)), commandId: randomUUID(), ...more });
  if (reply.statusCode !== 201) throw new Error(reply.body);
  return reply.json<DocumentView>();
}

async function pdfOf(view: DocumentView, version = view.version) {
  const reply = await app.inject({ url: `/api/documents/${view.id}/versions/${version}/file.pdf` });
  if (reply.statusCode !== 200) throw new Error(reply.body);
  return readPdf(reply.rawPayload);
}

describe.each(DOCUMENT_KINDS.map((kind) => kind.code))('%s', (code) => {
  it('从表单到 PDF：值都印上，带标签，Word 版能打开', async () => {
    const view = await make(code);
    const { text, objects, structure } = await pdfOf(view);
    const flat = text.replaceAll(/\s/g, '').replaceAll(/第\d+页共\d+页/g, '');
    for (const { name, value } of view.fields) if (name !== '发薪日期' || value !== '') expect(flat, name).toContain(value.replaceAll(/\s/g, ''));
    expect(flat).not.toMatch(/[{}]/);
    expect(objects).toContain('/StructTreeRoot');
    expect(structure).toContain('H1');
    const docx = await app.inject({ url: `/api/documents/${view.id}/versions/1/file.docx` });
    expect(docx.headers['content-disposition']).toContain('attachment');
    expect(docx.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect(view.basis.length).toBeGreaterThan(0);
  });
});

describe('农民工工资支付表', () => {
  it('按班组，只印前2后3；合计对；签字栏空着', async () => {
    const { given } = await filled('payroll-sheet');
    const reply = await post('/api/documents', {
      kind: 'payroll-sheet',
      projectId: '1',
      month: '2026-06',
      team: '木工班',
      given,
      unmask: false,
      commandId: randomUUID(),
    });
    const view = reply.json<DocumentView>();
    const { text } = await pdfOf(view);
    expect(text).toContain('赵大');
    expect(text).not.toContain('钱二');
    expect(text).not.toContain(IDENTITY);
    expect(text.replaceAll('\n', '')).toContain('37*************12X');
    expect(view.fields).toContainEqual({ name: '实发合计', value: '5,000' });
    expect(view.fields).toContainEqual({ name: '扣减合计', value: '100' });
    expect(view.numberText).toBeNull();
  });

  it('印完整身份证号要有权限，逐人留痕，下载再留痕；没权限的同事打不开；库里看不到明文', async () => {
    const view = await make('payroll-sheet', {}, { unmask: true, team: '木工班' });
    expect((await pdfOf(view)).text.replaceAll('\n', '')).toContain(IDENTITY);
    const trail = await db.owner<{ action: string; object: string }>(
      `select action, object from audit.entry where action in ('worker.unmasked', 'document.opened-unmasked') order by seq`,
    );
    expect(trail).toEqual([
      { action: 'worker.unmasked', object: 'person:11' },
      { action: 'document.opened-unmasked', object: `document:${view.id}` },
    ]);
    who = inspector;
    expect((await app.inject({ url: `/api/documents/${view.id}/versions/1/file.pdf` })).statusCode).toBe(403);
    expect((await post('/api/documents', { ...(await filled('payroll-sheet')), unmask: true, commandId: randomUUID() })).statusCode).toBe(403);
    const kept = await db.owner<{ n: number }>(`select count(*)::int as n from documents.version where fields::text like '%${IDENTITY}%'`);
    expect(kept).toEqual([{ n: 0 }]);
  });

  it('没有工资表的月份说清楚', async () => {
    const reply = await post('/api/documents', { ...(await filled('payroll-sheet')), month: '2026-01', commandId: randomUUID() });
    expect(reply.json()).toMatchObject({ code: 'payroll-missing', says: expect.stringContaining('2026-01') });
  });

  it('金额由记录给出，不能自己写', async () => {
    const body = await filled('payroll-sheet');
    const reply = await post('/api/documents', { ...body, given: { ...body.given, 实发合计: '1' }, commandId: randomUUID() });
    expect(reply.json()).toMatchObject({ code: 'fields-invalid', fields: [{ path: '实发合计' }] });
  });
});

describe('填表', () => {
  it('一次说出所有填错的项，用字段自己的名字', async () => {
    const reply = await post('/api/documents', {
      ...(await filled('rectification-order')),
      given: { 当事人: '', 统一社会信用代码: '123', 改正期限: '2026-02-30', 违法事实: 'a'.repeat(4001), 联系电话: '不知道', 没有的项: 'x' },
      commandId: randomUUID(),
    });
    expect(reply.statusCode).toBe(400);
    const paths = reply.json<{ fields: { path: string }[] }>().fields.map(({ path }) => path);
    for (const name of ['没有的项', '当事人', '统一社会信用代码', '改正期限', '违法事实', '联系电话', '改正要求']) expect(paths).toContain(name);
  });

  it('限期改正指令书的违法事实由欠薪记录写好，人可以改', async () => {
    const draft = await get<Draft>('/api/document-drafts/rectification-order?project=1');
    expect(draft.given['违法事实']).toContain('2026年6月2人、9,000 元');
    expect(draft.numberText).toBe('高人社监令字〔2026〕第　号');
    const order = await make('rectification-order', { 违法事实: '经现场核查的另一种说法' });
    expect((await pdfOf(order)).text).toContain('经现场核查的另一种说法');
  });

  it('不在台账上的单位也可以下指令书', async () => {
    const { given } = await filled('rectification-order');
    const reply = await post('/api/documents', {
      kind: 'rectification-order',
      projectId: null,
      month: null,
      team: null,
      given: { ...given, 当事人: '某餐饮店' },
      unmask: false,
      commandId: randomUUID(),
    });
    expect(reply.json()).toMatchObject({ projectId: null, title: '劳动保障监察限期改正指令书 某餐饮店' });
  });

  it('预览在屏幕上说同样的话，号还空着，也不占号', async () => {
    const before = await db.owner('select * from documents.series order by 1, 2');
    const reply = await post('/api/documents/preview', await filled('rectification-order'));
    const text = JSON.stringify(reply.json<Preview>());
    expect(text).toContain('高人社监令字〔2026〕第　号');
    expect(text).toContain('尹集镇污水管网工程');
    expect(await db.owner('select * from documents.series order by 1, 2')).toEqual(before);
  });
});

describe('编号', () => {
  it('16 个客户端各取 200 个号：不跳、不重', async () => {
    const store = openStore(db.appUrl, { max: 16 });
    const taken: number[] = [];
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        for (let times = 0; times < 200; times += 1) {
          taken.push(await store.within(chief.scope, (tx) => takeNumber(tx, '371526', '试〔{年}〕{号}', 2026)));
        }
      }),
    );
    await store.close();
    expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 3200 }, (_, index) => index + 1));
  });

  it('做不成的文书把号还回来', async () => {
    const attempt = db.store.within(chief.scope, async (tx) => {
      await takeNumber(tx, '371526', '退〔{年}〕{号}', 2026);
      throw new Error('printing failed');
    });
    await expect(attempt).rejects.toThrow('printing failed');
    expect(await db.store.within(chief.scope, (tx) => takeNumber(tx, '371526', '退〔{年}〕{号}', 2026))).toBe(1);
  });

  it('同一条命令重复提交只有一份；同时做的文书号连着', async () => {
    const body = { ...(await filled('account-opening-reminder')), commandId: randomUUID() };
    const replies = await Promise.all([post('/api/documents', body), post('/api/documents', body), post('/api/documents', body)]);
    const ids = new Set(replies.map((reply) => reply.json<DocumentView>().id));
    expect(ids.size).toBe(1);
    const views = await Promise.all(Array.from({ length: 4 }, () => make('account-opening-reminder')));
    const numbers = views.map(({ numberText }) => Number(/第(\d+)号/.exec(numberText ?? '')?.[1])).sort((a, b) => a - b);
    expect(numbers).toEqual([0, 1, 2, 3].map((more) => (numbers[0] ?? 0) + more));
  });

  it('别的机关各编各的；没登记机关代字的不能编号', async () => {
    who = elsewhere;
    expect((await post('/api/documents', { ...(await rectificationElsewhere()), commandId: randomUUID() })).json()).toMatchObject({ code: 'organ-missing' });
    expect(
      (
        await post('/api/document-organ', {
          name: '潍坊市人社局',
          word: '潍人社',
          address: '',
          phone: '',
          channels: {},
          patterns: { 'rectification-order': '{机关}监改〔{年}〕{号}' },
        })
      ).statusCode,
    ).toBe(204);
    expect((await post('/api/documents', { ...(await rectificationElsewhere()), commandId: randomUUID() })).json()).toMatchObject({
      numberText: '潍人社监改〔2026〕1',
    });
    expect(
      (await post('/api/document-organ', { name: '潍坊市人社局', word: '潍人社', patterns: { 'rectification-order': '{机关}第{号}号' } })).json(),
    ).toMatchObject({ code: 'pattern-invalid' });
  });
});

async function rectificationElsewhere() {
  const { kind, given: begun } = await get<Draft>('/api/document-drafts/rectification-order');
  const given = Object.fromEntries(
    kind.fields.flatMap(({ name, by, required }) =>
      by === 'person' ? [[name, name === '改正期限' ? '2026-09-30' : name === '联系电话' ? '12333' : (begun[name] ?? '') || (required ? name : '')]] : [],
    ),
  );
  return { kind: kind.code, projectId: null, month: null, team: null, given, unmask: false };
}

describe('版本、作废', () => {
  it('更正是同号的新版本，旧版本和旧文件一字不动', async () => {
    const first = await make('rectification-order', { 改正要求: '十日内支付' });
    const before = await app.inject({ url: `/api/documents/${first.id}/versions/1/file.pdf` });
    const reply = await post(`/api/documents/${first.id}/versions`, { given: { ...first.given, 改正要求: '七日内支付' }, reason: '期限写错' });
    const second = reply.json<DocumentView>();
    expect(second).toMatchObject({ version: 2, numberText: first.numberText });
    expect(second.versions.map(({ version, reason }) => [version, reason])).toEqual([
      [2, '期限写错'],
      [1, null],
    ]);
    expect((await pdfOf(second, 2)).text).toContain('七日内支付');
    expect((await app.inject({ url: `/api/documents/${first.id}/versions/1/file.pdf` })).rawPayload.equals(before.rawPayload)).toBe(true);
  });

  it('数据库角色改不了也删不了文书、版本、送达', async () => {
    for (const table of ['document', 'version', 'service', 'withdrawal', 'content', 'template']) {
      await expect(db.store.within(chief.scope, (tx) => tx.query(`delete from documents.${table}`))).rejects.toThrow(/permission denied/);
      await expect(db.store.within(chief.scope, (tx) => tx.query(`update documents.${table} set recorded_at = now()`))).rejects.toThrow(/permission denied/);
    }
  });

  it('作废留号，之后不能更正也不能送达', async () => {
    const view = await make('deposit-top-up-notice');
    const gone = (await post(`/api/documents/${view.id}/withdrawal`, { reason: '金额算错，另发' })).json<DocumentView>();
    expect(gone).toMatchObject({ state: 'withdrawn', numberText: view.numberText, mayCorrect: false, withdrawal: { reason: '金额算错，另发' } });
    expect((await post(`/api/documents/${view.id}/versions`, { given: view.given, reason: '再改' })).json()).toMatchObject({ code: 'document-withdrawn' });
    expect((await serve(view, { manner: 'direct', receiver: '张三' })).json()).toMatchObject({ code: 'document-withdrawn' });
    const next = await make('deposit-top-up-notice');
    expect(next.numberText).not.toBe(view.numberText);
  });
});

const serve = (view: DocumentView, how: object) => post(`/api/documents/${view.id}/services`, { doneOn: TODAY, ...how });

describe('送达', () => {
  it.each([
    { how: { manner: 'direct' }, says: '收件人' },
    { how: { manner: 'left' }, says: '见证人' },
    { how: { manner: 'post' }, says: '邮单号' },
    { how: { manner: 'electronic', proof: 'a@b.cn' }, says: '确认书' },
    { how: { manner: 'electronic', consent: '确认书1号' }, says: '送到哪里' },
    { how: { manner: 'publication' }, says: '公告' },
    { how: { manner: '口头' }, says: '送达方式' },
    { how: { manner: 'direct', receiver: '张三', doneOn: '2026-09-17' }, says: '还没有到' },
    { how: { manner: 'direct', receiver: '张三', doneOn: '2026-09-15' }, says: '早于文书日期' },
  ])('缺要件的拒绝：$says', async ({ how, says }) => {
    order ??= await make('rectification-order');
    const reply = await serve(order, how);
    expect(reply.statusCode).toBe(400);
    expect(reply.json<{ says: string }>().says).toContain(says);
  });
  let order: DocumentView | undefined;

  it('直接送达当日生效；公告自发出之日起经过三十日；更正送达记录留旧的', async () => {
    const view = await make('deposit-storing-notice');
    expect(view.state).toBe('to-serve');
    const published = (await serve(view, { manner: 'publication', proof: '县政府网站 2026-15' })).json<DocumentView>();
    expect(published).toMatchObject({ state: 'served', effectiveOn: '2026-10-16' });
    const entry = published.services[0]?.id ?? '';
    const direct = (await serve(view, { manner: 'direct', receiver: '办公室张三', replaces: entry })).json<DocumentView>();
    expect(direct).toMatchObject({ effectiveOn: TODAY });
    expect(direct.services.map(({ manner, replaced }) => [manner, replaced])).toEqual([
      ['direct', false],
      ['publication', true],
    ]);
    expect((await serve(view, { manner: 'direct', receiver: '李四', replaces: entry })).json()).toMatchObject({ code: 'service-invalid' });
  });

  it('等着送达的单列：不对外的、送达了的、作废了的不在里面；出了新版本又在', async () => {
    const waiting = async () => (await get<{ items: { id: string; state: string }[] }>('/api/documents?state=to-serve')).items;
    const view = await make('rectification-order');
    const inward = await make('notice-board');
    const gone = await make('rectification-order');
    await post(`/api/documents/${gone.id}/withdrawal`, { reason: '事实有误' });
    const before = await waiting();
    expect(before.map((row) => row.id)).toContain(view.id);
    expect(before.map((row) => row.id)).not.toContain(inward.id);
    expect(before.map((row) => row.id)).not.toContain(gone.id);
    expect(new Set(before.map((row) => row.state))).toEqual(new Set(['to-serve']));
    expect((await post(`/api/documents/${view.id}/services`, { manner: 'direct', doneOn: TODAY, receiver: '项目经理' })).statusCode).toBe(200);
    expect((await waiting()).map((row) => row.id)).not.toContain(view.id);
    await post(`/api/documents/${view.id}/versions`, { given: (await filled('rectification-order')).given, reason: '更正期限' });
    expect((await waiting()).map((row) => row.id)).toContain(view.id);
    expect((await get<{ total: number }>('/api/documents?state=to-serve')).total).toBe((await waiting()).length);
  });

  it('新版本要重新送达；不对外的文书不用送达', async () => {
    const view = await make('rectification-order');
    await serve(view, { manner: 'left', witness: '社区工作人员孙某' });
    const corrected = (await post(`/api/documents/${view.id}/versions`, { given: view.given, reason: '更正错字' })).json<DocumentView>();
    expect(corrected.state).toBe('to-serve');
    // Each version was announced, and the maker is told of the one that waits.
    const told: { subject: string; version: unknown; notices: readonly unknown[] }[] = [];
    const hear: Listener = async (tx, events) => {
      const notices = await documentNotices(tx, events);
      for (const one of events) told.push({ subject: one.subject, version: one.body['version'], notices });
    };
    while ((await spread(db.store, [hear])) > 0);
    const mine = told.filter((one) => one.subject === `document:${view.id}`);
    expect(mine.map((one) => one.version)).toEqual([1, 2]);
    expect(mine[1]?.notices).toContainEqual(
      expect.objectContaining({ event: 'document.to-serve', kind: 'todo', link: `/documents/${view.id}`, accountIds: [who.accountId] }),
    );
    await serve(view, { manner: 'left', witness: '社区工作人员孙某' });
    const event = { kind: 'document.to-serve', subject: `document:${view.id}`, id: '1', at: new Date(), regionCode: null, enterpriseId: null, projectId: null };
    const late = await db.store.within({ role: 'app_job' }, (tx) => documentNotices(tx, [{ ...event, body: { version: 2 } }]));
    expect(late).toEqual([]);
    expect((await serve(await make('notice-board'), { manner: 'direct', receiver: '张三' })).json()).toMatchObject({ code: 'service-not-needed' });
  });
});

describe('谁看得见', () => {
  it('外地机关、别家企业看不见；当事企业送达后才看见，只拿 PDF，不能改', async () => {
    const view = await make('rectification-order');
    const url = `/api/documents/${view.id}`;
    for (const outsider of [elsewhere, stranger, contractor]) {
      who = outsider;
      expect((await app.inject({ url })).statusCode).toBe(404);
      expect((await app.inject({ url: `${url}/versions/1/file.pdf` })).statusCode).toBe(404);
    }
    who = chief;
    await serve(view, { manner: 'direct', receiver: '总包1 周守信' });
    who = contractor;
    const mine = await get<DocumentView>(url);
    expect(mine).toMatchObject({ mayCorrect: false, mayServe: false, mayEdit: false });
    expect((await app.inject({ url: `${url}/versions/1/file.pdf` })).statusCode).toBe(200);
    expect((await app.inject({ url: `${url}/versions/1/file.docx` })).statusCode).toBe(403);
    expect((await post(`${url}/versions`, { given: {}, reason: '企业想改' })).statusCode).toBe(403);
    expect((await post(`${url}/withdrawal`, { reason: '企业想作废' })).statusCode).toBe(403);
    who = stranger;
    expect((await app.inject({ url })).statusCode).toBe(404);
  });

  it('企业做自己项目的工资表和告示牌，做不了机关的文书，做不了别家的', async () => {
    who = contractor;
    const sheet = await make('payroll-sheet');
    expect(sheet.mayCorrect).toBe(true);
    expect(
      (await post('/api/documents', { kind: 'rectification-order', projectId: '1', month: null, team: null, given: {}, commandId: randomUUID() })).statusCode,
    ).toBe(403);
    const { items } = await get<{ items: { id: string }[] }>('/api/documents?kind=payroll-sheet');
    // Only its own: those the office made for the same project are the office's.
    expect(items.map(({ id }) => id)).toEqual([sheet.id]);
    who = stranger;
    expect((await app.inject({ url: '/api/document-drafts/payroll-sheet?project=1' })).statusCode).toBe(404);
    who = chief;
    expect((await get<DocumentView>(`/api/documents/${sheet.id}`)).mayCorrect).toBe(false);
  });

  it('没有权限的岗位进不来', async () => {
    who = { ...chief, permissions: [] };
    expect((await app.inject({ url: '/api/document-drafts/notice-board?project=1' })).statusCode).toBe(403);
    expect((await post('/api/documents', { ...BARE, commandId: randomUUID() })).statusCode).toBe(403);
    expect((await app.inject({ url: '/api/document-templates' })).statusCode).toBe(403);
    who = inspector;
    expect((await post('/api/document-templates/notice-board/own', {})).statusCode).toBe(403);
    expect((await post('/api/document-organ', { name: '甲局', word: '甲' })).statusCode).toBe(403);
  });
});

const BARE = { kind: 'notice-board', projectId: '1', month: null, team: null, given: {}, unmask: false };

describe('模板', () => {
  const own = (kind: string) => readFileSync(new URL(`./templates/${kind}.docx`, import.meta.url));
  const upload = (kind: string, content: Buffer, name = '本局模板.docx') => {
    const boundary = 'anxin-test';
    const payload = Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`),
      content,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    return app.inject({
      method: 'POST',
      url: `/api/document-templates/${kind}`,
      payload,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'sec-fetch-site': 'same-origin' },
    });
  };

  it('改过的模板从此刻起用；以前的文书不变；可以退回系统自带的', async () => {
    const { Document, Packer, Paragraph, TextRun } = await import('docx');
    const changed = await Packer.toBuffer(
      new Document({ sections: [{ children: [new Paragraph({ children: [new TextRun('本局专用格式 {文号} {施工总承包单位}')] })] }] }),
    );
    const taken = await upload('account-opening-reminder', changed);
    expect(taken.json()).toMatchObject({ version: 1, absent: expect.arrayContaining(['办理期限']) });
    const view = await make('account-opening-reminder');
    expect((await pdfOf(view)).text).toMatch(/本局专用格式/);
    const { items } = await get<{ items: { kind: string; isOwn: boolean; inForce: object }[] }>('/api/document-templates');
    expect(items.find(({ kind }) => kind === 'account-opening-reminder')).toMatchObject({
      isOwn: true,
      inForce: { version: 1, placeName: '高唐县', fileName: '本局模板.docx', madeBy: '王队' },
    });
    expect((await app.inject({ url: '/api/document-templates/account-opening-reminder/file.docx' })).rawPayload.equals(changed)).toBe(true);
    expect(
      (await app.inject({ url: '/api/document-templates/account-opening-reminder/file.docx?own=1' })).rawPayload.equals(own('account-opening-reminder')),
    ).toBe(true);
    // Another place keeps its own.
    who = elsewhere;
    expect(
      (await get<{ items: { kind: string; inForce: { placeName: string } }[] }>('/api/document-templates')).items.every(
        ({ inForce }) => inForce.placeName === '系统自带',
      ),
    ).toBe(true);
    who = chief;
    expect((await post('/api/document-templates/account-opening-reminder/own', {})).json()).toMatchObject({ version: 2 });
    expect((await pdfOf(await make('account-opening-reminder'))).text).not.toMatch(/本局专用格式/);
  });

  it('坏文件、认不出的字段中文拒收，什么也不留', async () => {
    const before = await db.owner('select count(*) from documents.content');
    expect((await upload('notice-board', Buffer.from('not a zip'))).json()).toMatchObject({
      code: 'template-file-invalid',
      says: expect.stringContaining('.docx'),
    });
    const wrong = await upload('notice-board', own('payroll-sheet'));
    expect(wrong.statusCode).toBe(400);
    expect(wrong.json<{ says: string }>().says).toContain('「人员」');
    expect((await upload('notice-board', Buffer.alloc(5 * 1024 * 1024))).statusCode).toBe(413);
    expect(await db.owner('select count(*) from documents.content')).toEqual(before);
  });
});

describe('告示牌的查询页', () => {
  it('二维码打开真实信息：没有脚本，没有工人的信息，地址猜不到', async () => {
    const board = await make('notice-board');
    const address = board.fields.find(({ name }) => name === '查询网址')?.value ?? '';
    expect(address).toMatch(/^https:\/\/anxin\.example\/s\/[a-z2-9]{26}$/);
    const page = await app.inject({ url: new URL(address).pathname });
    expect(page.statusCode).toBe(200);
    for (const word of [
      '尹集镇污水管网工程',
      '总包1',
      '诚信劳务',
      '周守信',
      '13800001234',
      '每月 15 日',
      '每月 2,270 元',
      '12333',
      '12348',
      '鼓楼路1号仲裁院',
      '已存储现金',
    ])
      expect(page.body).toContain(word);
    expect(page.body).not.toMatch(/<script|赵大|37\*|onclick/);
    // The same board again keeps the address that is already on the wall.
    expect((await make('notice-board')).fields).toContainEqual({ name: '查询网址', value: address });
    for (const wrong of ['/s/abcdefghjkmnpqrstuvwxyz234', "/s/'%20or%201=1", '/s/1']) expect((await app.inject({ url: wrong })).statusCode).toBe(404);
  });

  it('台账里写了标签也只是文字', async () => {
    await db.owner(`update prevention.project set wage_officer_name = '<script>alert(1)</script>' where id = 1`);
    const [row] = await db.owner<{ address: string }>('select address from prevention.board_address where project_id = 1');
    expect((await app.inject({ url: `/s/${row?.address}` })).body).not.toContain('<script>');
    await db.owner(`update prevention.project set wage_officer_name = '周守信' where id = 1`);
  });
});

it('系统角色之外谁也读不到文件', async () => {
  for (const person of [chief, contractor]) await expect(seen(db.store, person.scope, 'select * from documents.content')).rejects.toThrow(/permission denied/);
});
