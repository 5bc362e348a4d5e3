import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fixedClock } from '#platform/clock.ts';
import type { SignedIn } from '#platform/http/index.ts';
import { freshKeys, openVault } from '#platform/vault/index.ts';
import { type FreshDatabase, freshDatabase, seen } from '../../../../../test/support/database.ts';
import { type Channel, TEMPLATES } from '../domain/index.ts';
import type { Adapter, Outcome, Parcel } from './adapters/adapter.ts';
import { type Contacts, contacts } from './contacts.ts';
import { markRead, readNotices } from './notices.ts';
import { receiptsIn } from './receipts.ts';
import { type Notifications, notifications } from './service.ts';
import { NO_CHANNELS } from './settings.ts';
import type { Happened } from './store.ts';

const DAY = '2026-11-27';
const TOKEN = 'receipt-token-0123456789abcdef';
let db: FreshDatabase;
let time = '10:00';
let day = DAY;
const clock = { now: () => fixedClock(day, time).now(), today: () => fixedClock(day, time).today() };
const vault = openVault(freshKeys());
let sent: Parcel[] = [];
let outcome: (parcel: Parcel) => Outcome | Promise<Outcome> = () => ({ kind: 'accepted', vendorId: 'V1' });

const adapter: Adapter = {
  name: 'trial',
  async send(parcel) {
    sent.push(parcel);
    return outcome(parcel);
  },
};
let service: Notifications;
let ways: Contacts;

function serve(channels: readonly Channel[], cap = 3): void {
  service = notifications({
    store: db.store,
    vault,
    clock,
    showsCodes: false,
    channels: {
      ...NO_CHANNELS,
      adapters: new Map(channels.map((channel) => [channel, adapter])),
      groups: channels.includes('dingtalk-robot') ? [{ name: '高唐监察', regionCode: '371526' }] : [],
      dailyCap: { ...NO_CHANNELS.dailyCap, sms: cap },
      receiptTokens: new Map([['sms', TOKEN]]),
    },
  });
  ways = contacts({ store: db.store, vault, clock, notifications: service });
}

const who = (accountId: string): SignedIn => ({
  accountId,
  name: '王建国',
  role: 'inspector',
  regionCode: '371526',
  enterpriseId: null,
  scope: { role: 'app_official', region: '371526', accountId },
  permissions: [],
  mustChangePassword: false,
});

const event = (key: string, more: Partial<Happened> = {}): Happened => ({
  key,
  event: 'warning.raised',
  kind: 'todo',
  title: '新预警：月底没发工资',
  says: '尹集镇污水管网工程 2026-09',
  link: '/warnings/12',
  at: clock.now(),
  accountIds: ['1'],
  regionCode: '371526102',
  ...more,
});

const tell = (...happened: readonly Happened[]) => db.store.within({ role: 'app_job' }, (tx) => service.tell(tx, happened));
const messages = () =>
  db.owner<{
    channel: string;
    state: string;
    matters: number;
    attempts: number;
    cause: string | null;
    adapter: string | null;
    shown: string | null;
    kind: string;
  }>('select * from office.message order by id');

/** A phone that its owner has proved, as it would be done on the page. */
async function reachable(accountId: string, channel: 'sms' | 'email' | 'wechat-mini', address: string): Promise<void> {
  if (channel === 'wechat-mini') {
    expect(await ways.vouchedFor(who(accountId), channel, address, null)).toEqual({ ok: true, value: null });
    return;
  }
  expect(await ways.change(who(accountId), channel, { address, wants: ['urgent', 'todo', 'progress'], consent: true })).toEqual({ ok: true, value: null });
  const before = sent.length;
  await service.sendDue();
  const code = sent[before]?.values.code ?? '';
  expect(await ways.verify(who(accountId), channel, code)).toEqual({ ok: true, value: null });
  await db.owner('delete from office.message');
  sent = [];
}

beforeAll(async () => {
  db = await freshDatabase();
  await db.owner("insert into office.region (code, name, level, parent) values ('371526', '高唐县', 'county', null)");
  await db.owner(
    `insert into office.account (id, login, name, role, organisation, region_code, password_hash, disabled_at) overriding system value values
     (1, 'jiancha', '王建国', 'inspector', '大队', '371526', 'x', null), (2, 'jiancha2', '许文静', 'inspector', '大队', '371526', 'x', null),
     (3, 'gone', '走了', 'inspector', '大队', '371526', 'x', now()), (4, 'guanli', '郑平', 'administrator', '局', null, 'x', null)`,
  );
});
afterAll(() => db.drop());
beforeEach(async () => {
  await db.owner('truncate office.message, office.message_event, office.contact, office.notice');
  sent = [];
  time = '10:00';
  day = DAY;
  outcome = () => ({ kind: 'accepted', vendorId: 'V1' });
  serve(['sms', 'email', 'wechat-mini', 'gov-dingtalk']);
});

describe('站内消息', () => {
  it('只有本人看得到；同一件事说两遍只有一条；停用的人没有', async () => {
    await tell(event('e1', { accountIds: ['1', '3'] }), event('e2'));
    await tell(event('e1'));
    const mine = await db.store.reading({ role: 'app_person', accountId: '1' }, (tx) => readNotices(tx, false, 1, 20));
    expect(mine).toMatchObject({ total: 2, unread: 2, items: [{ title: '新预警：月底没发工资', link: '/warnings/12', isRead: false }, {}] });
    expect((await db.store.reading({ role: 'app_person', accountId: '2' }, (tx) => readNotices(tx, false, 1, 20))).total).toBe(0);
    expect(await db.owner('select from office.notice where account_id = 3')).toEqual([]);
  });

  it.each(['app_official', 'app_auditor'] as const)('%s 的事务读不到别人的消息，也读不到联系方式', async (role) => {
    await tell(event('e1'));
    for (const table of ['notice', 'contact', 'message']) {
      await expect(seen(db.store, { role, region: '371526', accountId: '1' }, `select * from office.${table}`)).rejects.toThrow('permission denied');
    }
  });

  it('标为已读，一条或全部；别人的动不了', async () => {
    await tell(event('e1', { accountIds: ['1', '2'] }), event('e2'));
    const ids = (await db.owner<{ id: string; account_id: string }>('select id, account_id from office.notice order by id'))
      .filter((row) => row.account_id === '2')
      .map((row) => row.id);
    await db.store.within({ role: 'app_person', accountId: '1' }, (tx) => markRead(tx, ids, clock.now()));
    expect(await db.owner('select from office.notice where read_at is not null')).toHaveLength(0);
    await db.store.within({ role: 'app_person', accountId: '1' }, (tx) => markRead(tx, 'all', clock.now()));
    expect(await db.owner('select from office.notice where read_at is not null')).toHaveLength(2);
  });
});

describe('同意、验证、退出', () => {
  it('没有同意、没有验证的号码，一条也不发', async () => {
    await ways.change(who('1'), 'sms', { address: '13812345678', wants: ['todo'], consent: true });
    await db.owner("delete from office.message where kind = 'code'");
    await tell(event('e1'));
    expect(await messages()).toEqual([]);
  });

  it('验证码对了才算；错五次就作废', async () => {
    await ways.change(who('1'), 'sms', { address: '13812345678', wants: ['todo'], consent: true });
    await service.sendDue();
    const right = sent[0]?.values.code ?? '';
    expect(right).toMatch(/^\d{6}$/);
    const wrong = right === '000000' ? '111111' : '000000';
    for (let tries = 0; tries < 4; tries += 1) expect(await ways.verify(who('1'), 'sms', wrong)).toMatchObject({ refusal: { code: 'code-invalid' } });
    expect(await ways.verify(who('2'), 'sms', right)).toMatchObject({ refusal: { code: 'code-gone' } });
    expect(await ways.verify(who('1'), 'sms', wrong)).toMatchObject({ refusal: { code: 'code-invalid' } });
    expect(await ways.verify(who('1'), 'sms', right)).toMatchObject({ refusal: { code: 'code-gone' } });
  });

  it('十分钟后验证码作废；一天最多要五次', async () => {
    for (let asked = 0; asked < 5; asked += 1) {
      expect((await ways.change(who('1'), 'sms', { address: '13812345678', wants: ['todo'], consent: true })).ok).toBe(true);
    }
    expect(await ways.change(who('1'), 'sms', { address: '13812345678', wants: ['todo'], consent: true })).toMatchObject({
      refusal: { code: 'too-many-requests' },
    });
    await service.sendDue();
    time = '10:11';
    expect(await ways.verify(who('1'), 'sms', sent.at(-1)?.values.code ?? '')).toMatchObject({ refusal: { code: 'code-gone' } });
  });

  it('号码写错了说清楚；库里没有明文号码；验证码不落在发件箱里', async () => {
    expect(await ways.change(who('1'), 'sms', { address: '12345', wants: [], consent: true })).toMatchObject({ refusal: { code: 'contact-invalid' } });
    await ways.change(who('1'), 'sms', { address: '13812345678', wants: ['todo'], consent: true });
    await service.sendDue();
    const kept = JSON.stringify([
      ...(await db.owner('select * from office.contact')),
      ...(await db.owner('select * from office.message')),
      ...(await db.owner('select * from audit.entry')),
    ]);
    expect(kept).not.toContain('13812345678');
    expect(kept).not.toContain(sent[0]?.values.code);
    expect(kept).toContain('138****5678');
  });

  it('微信的标识不能自己填：只认平台给的；每次同意多许几条', async () => {
    expect(await ways.change(who('1'), 'wechat-mini', { address: 'oABCD1234567xyz', wants: ['todo'], consent: true })).toMatchObject({
      refusal: { code: 'contact-invalid' },
    });
    expect(await ways.vouchedFor(who('1'), 'sms', '13812345678', null)).toMatchObject({ refusal: { code: 'contact-invalid' } });
    for (let times = 0; times < 2; times += 1) expect((await ways.vouchedFor(who('1'), 'wechat-mini', 'oABCD1234567xyz', 1)).ok).toBe(true);
    expect((await ways.list(who('1'))).find((one) => one.channel === 'wechat-mini')).toMatchObject({ isOn: true, isVerified: true, allowance: 2 });
  });

  it('换了号码要重新验证；取消以后不再发', async () => {
    await reachable('1', 'sms', '13812345678');
    await ways.change(who('1'), 'sms', { address: '13912345678', wants: ['todo'], consent: true });
    expect((await ways.list(who('1'))).find((one) => one.channel === 'sms')).toMatchObject({ addressMask: '139****5678', isVerified: false });
    await service.sendDue();
    await reachable('2', 'sms', '13612345678');
    await tell(event('e1', { accountIds: ['2'] }));
    await ways.withdraw(who('2'), 'sms');
    time = '10:01';
    sent = [];
    await service.sendDue();
    expect(sent.filter((one) => one.values.code === null)).toEqual([]);
    expect(await messages()).toMatchObject([{ state: 'failed', cause: expect.stringContaining('取消') }]);
  });
});

describe('发出去的', () => {
  it('三十件事合成一条；字面上看不出是什么事，也没有人名、地名', async () => {
    await reachable('1', 'sms', '13812345678');
    await tell(...Array.from({ length: 30 }, (_, at) => event(`e${at}`)));
    await tell(event('e3'), event('e30'));
    time = '10:01';
    await service.sendDue();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ to: '13812345678', values: { matters: 31 } });
    const [row] = await messages();
    expect(row).toMatchObject({ state: 'sent', adapter: 'trial', shown: expect.stringMatching(/^您有31件待办事项，请登录安薪查看。编号[A-Z2-9]{6}$/) });
  });

  it('不想收的种类不发', async () => {
    await reachable('1', 'sms', '13812345678');
    await ways.change(who('1'), 'sms', { wants: ['urgent'], consent: true });
    await tell(event('e1'), event('e2', { kind: 'urgent' }));
    expect(await messages()).toMatchObject([{ kind: 'urgent' }]);
  });

  it('夜里等到早上 8 点，红色马上发', async () => {
    await reachable('1', 'sms', '13812345678');
    time = '22:30';
    await tell(event('e1'), event('e2', { kind: 'urgent' }));
    await service.sendDue();
    expect(sent.map((one) => one.template.kind)).toEqual(['urgent']);
    day = '2026-11-28';
    time = '07:59';
    await service.sendDue();
    expect(sent).toHaveLength(1);
    time = '08:00';
    await service.sendDue();
    expect(sent.map((one) => one.template.kind)).toEqual(['urgent', 'todo']);
  });

  it('拖到夜里才轮到的，也等到早上，不算试过', async () => {
    await reachable('1', 'sms', '13812345678');
    time = '20:59';
    await tell(event('e1'));
    time = '21:05';
    await db.owner("update office.message set next_try_at = now() - interval '10 years'");
    await service.sendDue();
    expect(sent).toEqual([]);
    expect(await messages()).toMatchObject([{ state: 'queued', attempts: 0 }]);
  });

  it('一个号码一天有上限，几个进程一起发也不多；明早再发', async () => {
    await reachable('1', 'sms', '13812345678');
    for (let at = 0; at < 6; at += 1) {
      await tell(event(`u${at}`, { kind: 'urgent' }));
      await db.owner("update office.message set attempts = 1 where state = 'queued'"); // so that they do not join
    }
    await Promise.all([service.sendDue(), service.sendDue(), service.sendDue()]);
    expect(sent).toHaveLength(3);
    expect((await messages()).filter((row) => row.state === 'queued')).toHaveLength(3);
    day = '2026-11-28';
    time = '08:00';
    await service.sendDue();
    expect(sent).toHaveLength(6);
  });

  it('许多进程一起发，每条恰好一次', async () => {
    await db.owner(
      "insert into office.account (id, login, name, role, organisation, region_code, password_hash) overriding system value select n, 'p' || n, '某', 'inspector', '队', '371526', 'x' from generate_series(100, 160) n on conflict do nothing",
    );
    const people = Array.from({ length: 60 }, (_, at) => String(100 + at));
    for (const id of people) {
      const address = `139${String(Number(id)).padStart(8, '0')}`;
      await ways.change(who(id), 'sms', { address, wants: ['urgent'], consent: true });
    }
    await db.owner('update office.contact set verified_at = now()');
    await db.owner('delete from office.message');
    await tell(event('all', { kind: 'urgent', accountIds: people }));
    const all = async () => {
      while ((await service.sendDue()) > 0);
    };
    await Promise.all([all(), all(), all(), all()]);
    expect(new Set(sent.map((one) => one.outId)).size).toBe(60);
    expect(sent).toHaveLength(60);
  });

  it('对方出错就过一会儿再试，六次不成就算了', async () => {
    await reachable('1', 'sms', '13812345678');
    outcome = () => ({ kind: 'later', code: '500', cause: '对方系统出错' });
    await tell(event('e1', { kind: 'urgent' }));
    for (const at of ['10:00', '10:01', '10:06', '10:21', '11:21', '14:21', '23:00']) {
      time = at;
      await service.sendDue();
    }
    expect(sent).toHaveLength(6);
    expect(await messages()).toMatchObject([{ state: 'failed', attempts: 6, cause: expect.stringContaining('试了 6 次') }]);
  });

  it('收没收不知道：不重发；回执来了才定', async () => {
    await reachable('1', 'sms', '13812345678');
    outcome = () => ({ kind: 'unknown', cause: '对方没有答复（TIMEOUT）' });
    await tell(event('e1', { kind: 'urgent' }));
    await service.sendDue();
    day = '2026-11-29';
    await service.sendDue();
    expect(sent).toHaveLength(1);
    expect(await messages()).toMatchObject([{ state: 'unknown' }]);
    const outId = sent[0]?.outId ?? '';
    const receipt = [{ outId, vendorId: 'B1', delivered: true, code: 'DELIVERED' }];
    expect(await service.receipts('sms', 'a-token-somebody-guessed-at', receipt)).toBeUndefined();
    expect(await service.receipts('email', TOKEN, receipt)).toBeUndefined();
    expect(await service.receipts('sms', TOKEN, [{ ...receipt[0], outId: randomBytes(16).toString('hex'), vendorId: 'B1', delivered: true, code: '' }])).toBe(
      0,
    );
    expect(await messages()).toMatchObject([{ state: 'unknown' }]);
    expect(await service.receipts('sms', TOKEN, receipt)).toBe(1);
    expect(await messages()).toMatchObject([{ state: 'delivered' }]);
    expect(await service.receipts('sms', TOKEN, [{ outId, vendorId: 'B1', delivered: false, code: 'X' }])).toBe(0);
    expect(await messages()).toMatchObject([{ state: 'delivered' }]);
  });

  it('发到一半进程没了：算不明，不会再发一次', async () => {
    await reachable('1', 'sms', '13812345678');
    let reached: () => void = () => undefined;
    const going = new Promise<void>((done) => (reached = done));
    outcome = () => {
      reached();
      return new Promise<Outcome>(() => undefined);
    };
    await tell(event('e1', { kind: 'urgent' }));
    void service.sendDue();
    await going;
    await service.sendDue();
    expect(sent).toHaveLength(1);
    expect(await messages()).toMatchObject([{ state: 'unknown' }]);
  });

  it('回执比答复先到：回执算数', async () => {
    await reachable('1', 'sms', '13812345678');
    outcome = async (parcel) => {
      await service.receipts('sms', TOKEN, [{ outId: parcel.outId, vendorId: 'V1', delivered: false, code: 'BLACK' }]);
      return { kind: 'accepted', vendorId: 'V1' };
    };
    await tell(event('e1', { kind: 'urgent' }));
    await service.sendDue();
    expect(await messages()).toMatchObject([{ state: 'failed', cause: expect.stringContaining('回执') }]);
  });

  it('本人在对方那里拒收：同意作废，以后不再发', async () => {
    await reachable('1', 'wechat-mini', 'oABCD1234567xyz');
    outcome = () => ({ kind: 'refused', code: '43101', cause: '本人没有订阅或已拒收', withdraws: true });
    await tell(event('e1', { kind: 'urgent' }));
    await service.sendDue();
    await tell(event('e2', { kind: 'urgent' }));
    await service.sendDue();
    expect(sent).toHaveLength(1);
    expect((await ways.list(who('1'))).find((one) => one.channel === 'wechat-mini')).toMatchObject({ isOn: false });
  });

  it('一次同意只许一条的，用完就不发', async () => {
    await reachable('1', 'wechat-mini', 'oABCD1234567xyz');
    await db.owner("update office.contact set allowance = 1 where channel = 'wechat-mini'");
    for (const key of ['a', 'b']) {
      await tell(event(key, { kind: 'urgent' }));
      await service.sendDue();
    }
    expect(sent).toHaveLength(1);
  });

  it('群机器人按地方听；办理结果不进群', async () => {
    serve(['dingtalk-robot']);
    await tell(event('e1'), event('e2', { kind: 'progress' }), event('e3', { regionCode: '371525' }));
    time = '10:01';
    await service.sendDue();
    expect(sent).toMatchObject([{ to: '高唐监察', values: { matters: 1 } }]);
  });

  it('没有接通任何通道：都留在本地发件箱，一个字节也没出去', async () => {
    serve(['sms']);
    await reachable('1', 'sms', '13812345678');
    serve([]);
    await tell(event('e1'));
    time = '10:01';
    await service.sendDue();
    expect(sent).toEqual([]);
    expect(await messages()).toMatchObject([{ state: 'sent', adapter: 'outbox', shown: expect.stringContaining('您有1件待办事项') }]);
  });
});

describe('回执的三种写法', () => {
  it.each([
    { what: '阿里云', body: [{ phone_number: '13800000000', success: true, err_code: 'DELIVERED', out_id: 'o', biz_id: 'b' }], delivered: true, vendorId: 'b' },
    { what: '阿里云没送到', body: [{ success: false, err_code: 'MK:0001', out_id: 'o', biz_id: 'b' }], delivered: false, vendorId: 'b' },
    { what: '腾讯云', body: [{ sid: 's', session_context: 'o', report_status: 'SUCCESS', errmsg: 'DELIVRD' }], delivered: true, vendorId: 's' },
    { what: '政务平台', body: { msgId: 'o', status: 'DELIVRD' }, delivered: true, vendorId: '' },
  ])('$what', ({ body, delivered, vendorId }) => expect(receiptsIn(body)).toMatchObject([{ outId: 'o', delivered, vendorId }]));

  it('别的都不算', () => {
    for (const body of [null, 'x', 5, [], [null], {}, { success: true }, { out_id: 'o' }]) expect(receiptsIn(body)).toEqual([]);
    expect(receiptsIn(Array.from({ length: 5_000 }, () => ({ out_id: 'o', success: true })))).toHaveLength(1_000);
  });
});

it('每种消息每个通道都有模板', () => {
  for (const kind of ['urgent', 'todo', 'progress'] as const) {
    for (const channel of ['sms', 'wechat-mini', 'wechat-official', 'gov-dingtalk', 'dingtalk-robot', 'email'] as const) {
      expect(TEMPLATES.some((one) => one.kind === kind && one.channel === channel)).toBe(true);
    }
  }
});
