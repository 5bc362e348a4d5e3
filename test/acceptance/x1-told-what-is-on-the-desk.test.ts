import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoticePage, Outbox } from '#modules/office/notifications/domain/index.ts';
import type { AccountRow } from '#modules/office/accounts/domain/index.ts';
import { type Person, signIn, step, warningsOf } from '../support/client.ts';
import { expected, handInCounty } from '../support/county-a.ts';
import { DEMO_PASSWORD, type Product, startProduct } from '../support/product.ts';

// X1 X3: files come in, the rules speak, and whoever now has the matter learns of it: by name inside the product, outside by one sentence
// that a stranger may read. The text messages go to a platform of the government's kind, played here.

const TOKEN = 'a-long-secret-part-of-the-address';
const folder = mkdtempSync(join(tmpdir(), 'anxin-channels-'));
let platform: Server;
let texts: { readonly to: string; readonly text: string; readonly outId: string }[] = [];
/** Our number of the message that carried the code. */
let proof = '';
let product: Product;
let administrator: Person;
let inspector: Person;

/** 21:00 to 8:00 by the clock on the wall: only red goes out, whatever day the demonstration is on. */
const isQuiet = (): boolean => {
  const hour = new Date(Date.now() + 8 * 3_600_000).getUTCHours();
  return hour >= 21 || hour < 8;
};

async function until<T>(look: () => Promise<T | undefined>, what: string): Promise<T> {
  for (let tries = 0; tries < 300; tries += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await wait(200);
  }
  throw new Error(`waited in vain: ${what}`);
}

const notices = (person: Person, query = 'size=100') => person.get<NoticePage>(`/api/notices?${query}`);

beforeAll(async () => {
  platform = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const { account, password, timestamp, mobile, content, msgId } = JSON.parse(body);
      const right = createHash('sm3').update(`rsj${'platform-password'}${timestamp}`).digest('hex');
      const fine = account === 'rsj' && password === right;
      if (fine) texts.push({ to: mobile, text: content, outId: msgId });
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(fine ? { code: '0', data: { msgId: 'P1' } } : { code: '401' }));
    });
  });
  await new Promise<void>((done) => platform.listen(0, '127.0.0.1', done));
  const address = platform.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const file = join(folder, 'channels.json');
  const sms = {
    style: 'government',
    url: `http://127.0.0.1:${port}/send`,
    account: 'rsj',
    password: { env: 'SMS_PASSWORD' },
    receiptToken: { env: 'SMS_TOKEN' },
  };
  writeFileSync(file, JSON.stringify({ sms }));
  product = await startProduct({ ANXIN_CHANNELS: file, SMS_PASSWORD: 'platform-password', SMS_TOKEN: TOKEN });
  administrator = await signIn(product.url, 'guanli', DEMO_PASSWORD);
  await administrator.post('/api/clock', { day: expected.on });
  inspector = await signIn(product.url, 'jiancha', DEMO_PASSWORD);
}, 180_000);

afterAll(async () => {
  await product?.stop();
  platform?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('X1 X3 事到谁那里，谁就知道', () => {
  it('没同意之前什么也不往外发；同意了还要验证号码', async () => {
    expect((await inspector.ask('POST', '/api/me/contacts/sms', { address: '13812345678', wants: ['urgent', 'todo'] })).status).toBe(400);
    await inspector.post('/api/me/contacts/sms', { address: '13812345678', wants: ['urgent', 'todo'], consent: true });
    const code = await until(async () => /验证码(\d{6})/.exec(texts[0]?.text ?? '')?.[1], 'a code');
    await inspector.post('/api/me/contacts/sms/verify', { code });
    const { items } = await inspector.get<{ items: { channel: string; addressMask: string; isVerified: boolean }[] }>('/api/me/contacts');
    expect(items.find((one) => one.channel === 'sms')).toMatchObject({ addressMask: '138****5678', isVerified: true });
    proof = texts[0]?.outId ?? '';
    texts = [];
  });

  it('五种表交上来：导入的人看到每张表的结果，点开就到那次导入', { timeout: 240_000 }, async () => {
    const taken = await handInCounty(inspector);
    const last = taken.at(-1)?.id ?? '';
    const found = await until(async () => (await notices(inspector)).items.find((one) => one.link === `/imports/${last}`), 'the notice of the last import');
    expect(found).toMatchObject({ event: 'import.finished', title: expect.stringContaining('导入完成'), isRead: false });
  });

  it('预警到了监察员那里：铃铛里写清楚哪个项目、几时前办，点开就是那条预警', async () => {
    const mine = (await warningsOf(inspector)).filter((row) => row.ownerRoleName === '监察员');
    expect(mine.length).toBeGreaterThan(0);
    const told = await until(async () => {
      const links = new Set((await notices(inspector)).items.map((one) => one.link));
      return mine.every((row) => links.has(`/warnings/${row.id}`)) ? links : undefined;
    }, 'a notice for each warning on the desk');
    expect(told.size).toBeGreaterThanOrEqual(mine.length);
    const [first] = mine;
    const notice = (await notices(inspector)).items.find((one) => one.link === `/warnings/${first?.id}`);
    expect(notice?.title).toContain(first?.title);
    expect(notice?.says).toContain(first?.projectName);
  });

  // Matters of one burst are gathered for half a minute before they go.
  it('手机上只有一句话：几件事、一个编号；没有项目、没有人名、没有工资两个字', { timeout: 120_000 }, async () => {
    const rows = await until(async () => {
      const { items } = await administrator.get<Outbox>('/api/outbox?channel=sms');
      const ways = items.filter((one) => one.kind !== 'code');
      // At night only what is urgent goes; it too is gathered first.
      return ways.length > 0 && ways.every((one) => one.state !== 'queued' || (isQuiet() && one.kind === 'todo')) ? ways : undefined;
    }, 'messages in the outbox');
    for (const row of rows) {
      expect(row.to).toBe('王建国');
      expect(row.shown).toMatch(/^您有\d+件(紧急)?待办事项，请(尽快)?登录安薪查看。编号[A-Z2-9]{6}$/);
      if (row.state === 'queued') expect([row.kind, row.nextTryAt?.slice(11, 16)]).toEqual(['todo', '00:00']); // 08:00 in China
    }
    // Dozens of matters, a handful of messages.
    expect(rows.length).toBeLessThanOrEqual(10);
    for (const { text } of texts) expect(text).toMatch(/^您有\d+件(紧急)?待办事项，请(尽快)?登录安薪查看。编号[A-Z2-9]{6}$/);
  });

  it('回执只认写对了地址的；认了就记已送达；验证码管理员也看不到', async () => {
    const sms = async () => (await administrator.get<Outbox>('/api/outbox?channel=sms')).items.find((one) => one.kind === 'code');
    expect(await sms()).toMatchObject({ state: 'sent', shown: expect.stringContaining('******') });
    const receipt = (token: string, msgId: string) =>
      fetch(`${product.url}/api/receipts/sms/${token}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify([{ msgId, status: 'DELIVRD' }]),
      });
    expect((await receipt('guessed-guessed-guessed-guessed', proof)).status).toBe(404);
    expect((await receipt(TOKEN, 'another message')).status).toBe(200);
    expect(await sms()).toMatchObject({ state: 'sent' });
    expect((await receipt(TOKEN, proof)).status).toBe(200);
    expect(await sms()).toMatchObject({ state: 'delivered' });
  });

  it('指派给谁，谁的铃铛响，别人的不响', async () => {
    const chief = await signIn(product.url, 'duizhang', DEMO_PASSWORD);
    const colleague = await signIn(product.url, 'jiancha2', DEMO_PASSWORD);
    const { items } = await administrator.get<{ items: AccountRow[] }>('/api/accounts?q=jiancha2');
    const [target] = (await warningsOf(chief)).filter((row) => row.ownerRoleName === '监察员');
    await step(chief, target?.id ?? '', { step: 'assign', note: '你去看看', assigneeId: items[0]?.accountId ?? '' });
    const notice = await until(async () => (await notices(colleague)).items.find((one) => one.event === 'warning.assigned'), 'the assignment');
    expect(notice).toMatchObject({ link: `/warnings/${target?.id}`, title: `指派给您：${target?.title}` });
    expect((await notices(inspector)).items.filter((one) => one.event === 'warning.assigned')).toEqual([]);
  });

  it('看过就是看过：标为已读，数字归零', async () => {
    const before = await notices(inspector);
    expect(before.unread).toBeGreaterThan(0);
    const [first] = before.items;
    expect(await inspector.post('/api/notices/read', { ids: [first?.id] })).toEqual({ unread: before.unread - 1 });
    expect(await inspector.post('/api/notices/read', { ids: 'all' })).toEqual({ unread: 0 });
    expect((await notices(inspector, 'unread=1')).items).toEqual([]);
  });

  it('发件箱只有管理员看得到', async () => {
    expect((await inspector.ask('GET', '/api/outbox')).status).toBe(403);
    expect((await administrator.get<Outbox>('/api/outbox')).connected).toEqual(['sms']);
  });
});
