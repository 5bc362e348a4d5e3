import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { creditCheckCharacter } from '#kernel/identifiers/index.ts';
import type { TargetView } from '#modules/prevention/real-name/domain/wire.ts';
import { sign, signatureHeaders } from '#platform/signing/index.ts';
import { openBrowser } from '../support/browser.ts';
import { signIn } from '../support/client.ts';
import { expected, handInCounty } from '../support/county-a.ts';
import { faultsOf, needBuiltWeb, openWindow, type BrowserWindow } from '../support/pages.ts';
import { DEMO_PASSWORD, type Product, startProduct } from '../support/product.ts';

// X1: the chief lets the city's platform in, the platform reads, reports and is told of what happens, and the desk shows each of it.

let product: Product;
let browser: Browser;
let city: Server;
let cityUrl = '';
let chief: BrowserWindow;
let heard: { readonly kind: string; readonly headers: Readonly<Record<string, unknown>> }[] = [];

beforeAll(async () => {
  needBuiltWeb();
  city = createServer((request, reply) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      heard.push({ kind: (JSON.parse(text) as { kind: string }).kind, headers: request.headers });
      reply.writeHead(204).end();
    });
  });
  await new Promise<void>((done) => city.listen(0, '127.0.0.1', done));
  cityUrl = `http://127.0.0.1:${(city.address() as AddressInfo).port}/anxin`;
  [product, browser] = await Promise.all([startProduct({ ANXIN_OUTBOUND_NETWORKS: '127.0.0.1' }), openBrowser()]);
  const administrator = await signIn(product.url, 'guanli', DEMO_PASSWORD);
  await administrator.post('/api/clock', { day: expected.on });
  await handInCounty(await signIn(product.url, 'jiancha', DEMO_PASSWORD));
  chief = await openWindow(browser, product, { login: 'duizhang' });
}, 300_000);
afterAll(async () => {
  await chief?.close();
  await browser?.close();
  await product?.stop();
  await new Promise((done) => city.close(done));
});

/** Pictures for whoever looks at the pages with their own eyes; nothing in an ordinary run. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['ANXIN_SHOTS'];
  if (folder === undefined) return;
  const before = page.viewportSize();
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  }
  if (before) await page.setViewportSize(before);
}

interface Key {
  readonly appid: string;
  readonly secret: string;
}
let key: Key = { appid: '', secret: '' };

const call = (path: string) => fetch(`${product.url}${path}`, { headers: { authorization: `Bearer ${key.appid}.${key.secret}` } });
function send(path: string, body: object): Promise<Response> {
  const payload = JSON.stringify(body);
  const headers = signatureHeaders(sign({ method: 'POST', path, body: payload }, { app: key.appid, secret: key.secret, algorithm: 'hmac-sm3' }));
  return fetch(`${product.url}${path}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': `x1-${path.length}-${payload.length}` },
    body: payload,
  });
}

describe('X1 其他系统接进来', { timeout: 300_000 }, () => {
  it('监察队长登记应用，密钥只显示一次', async () => {
    const { page } = chief;
    await chief.open('/integration');
    expect(await faultsOf(chief)).toEqual([]);
    await page.getByRole('button', { name: '登记应用' }).click();
    await page.getByLabel('应用名称').fill('市一网统管平台');
    for (const scope of ['读项目：', '读预警：', '报送数据：']) await page.getByRole('checkbox', { name: new RegExp(scope) }).check();
    await look(page, 'register');
    expect(await faultsOf(chief)).toEqual([]);
    await page.getByRole('button', { name: '登记并取得密钥' }).click();
    await page.getByText('密钥只显示这一次').waitFor();
    key = { appid: await page.getByRole('textbox', { name: '应用编号' }).inputValue(), secret: (await page.locator('.integration-secret').innerText()).trim() };
    await look(page, 'key');
    await page.getByRole('button', { name: '已记下，关上' }).click();
    await chief.settle();
    expect(await page.content()).not.toContain(key.secret);
    expect(await page.getByRole('row', { name: /市一网统管平台/ }).innerText()).toContain(`密钥尾号 ${key.secret.slice(-4)}`);
  });

  it('登记事件推送', async () => {
    const { page } = chief;
    await page.getByRole('tab', { name: '推送与上报' }).click();
    await page.getByRole('button', { name: '登记推送' }).click();
    await page.getByRole('dialog').getByLabel('应用', { exact: true }).selectOption({ label: '市一网统管平台' });
    await page.getByLabel('推送地址').fill('https://169.254.169.254/latest');
    await page.getByLabel('数据入库').check();
    await page.getByRole('button', { name: '登记并取得密钥' }).click();
    await page.getByText(/内部网络或保留网段/).waitFor();
    await look(page, 'refused-address');
    await page.getByLabel('推送地址').fill(cityUrl);
    await page.getByRole('button', { name: '登记并取得密钥' }).click();
    await page.getByText('对方用它核对签名').waitFor();
    await page.getByRole('button', { name: '已记下，关上' }).click();
    expect(await faultsOf(chief, [400])).toEqual([]);
  });

  it('对方读项目、报花名册和工资表；报错的那条有原因；数据入库推送到对方', async () => {
    const { items } = (await (await call('/open/v1/projects')).json()) as { items: { id: string; name: string }[] };
    expect(items.length).toBeGreaterThan(2);
    const project = items[0]?.id ?? '';
    expect((await call(`/open/v1/projects/${project}/roster`)).status).toBe(403);
    const worker = { identity: '371526199003076614', name: '李守田' };
    const roster = await send(`/open/v1/projects/${project}/roster`, { rows: [{ ...worker, enteredOn: '2026-09-01', contractSignedOn: '2026-08-30' }] });
    expect(roster.status, await roster.clone().text()).toBe(200);
    const wrong = await send(`/open/v1/projects/${project}/payrolls`, { rows: [{ ...worker, month: '2026-10', dueFen: '660000', netFen: '600000' }] });
    expect(wrong.status).toBe(422);
    await expect.poll(() => heard.filter(({ kind }) => kind === 'import.done').length, { timeout: 20_000 }).toBeGreaterThan(0);
    expect(heard[0]?.headers['x-anxin-app']).toBe(key.appid);
    heard = [];
  });

  it('消息、失败、推送和数据更新在页面上看得到；打开正文、重放都说明结果', async () => {
    const { page } = chief;
    await chief.open('/integration?tab=messages');
    await page.getByRole('row', { name: /sendPayroll/ }).waitFor();
    await look(page, 'messages');
    expect(await faultsOf(chief)).toEqual([]);
    await chief.open('/integration?tab=failures');
    await look(page, 'failures');
    expect(await page.getByRole('row', { name: /rows-refused/ }).innerText()).toContain('逐行原因');
    expect(await faultsOf(chief)).toEqual([]);
    await page
      .getByRole('row', { name: /rows-refused/ })
      .getByRole('link')
      .last()
      .click();
    await page.getByRole('button', { name: '打开正文' }).click();
    await page.locator('.integration-body').waitFor();
    expect(await page.locator('.integration-body').innerText()).toContain('371526199003076614');
    await page.getByRole('button', { name: '重放这条消息' }).click();
    await page.getByText('重放没有成功').waitFor();
    await look(page, 'message');
    expect(await faultsOf(chief, [422])).toEqual([]);
    for (const tab of ['outbound', 'freshness']) {
      await chief.open(`/integration?tab=${tab}`);
      await look(page, tab);
      expect(await faultsOf(chief)).toEqual([]);
    }
    await chief.open('/integration');
    await look(page, 'apps');
  });

  it('停用以后一秒内不再接受，原因写在列表上', async () => {
    const { page } = chief;
    await page
      .getByRole('row', { name: /市一网统管平台/ })
      .getByRole('button', { name: /停用/ })
      .click();
    await page.getByLabel('停用原因').fill('合同到期');
    await page.getByRole('button', { name: '停用应用' }).click();
    await page.getByText(/合同到期/).waitFor();
    await expect.poll(async () => (await call('/open/v1/self')).status, { timeout: 5_000 }).toBe(401);
  });

  it('开放接口页：每个操作都列出来，示例可以照抄', async () => {
    const { page } = chief;
    await chief.open('/open-api');
    const operations = await page.locator('.open-api-operation').count();
    expect(operations).toBe(15);
    await page.getByText('报工资支付表', { exact: true }).click();
    await look(page, 'open-api');
    expect(await page.getByLabel('报工资支付表的调用示例').innerText()).toContain('X-Anxin-Signature: hmac-sha256=');
    expect(await faultsOf(chief)).toEqual([]);
    await page.getByLabel('找操作').fill('warning');
    await expect.poll(() => page.locator('.open-api-operation').count()).toBeLessThan(operations);
  });

  it('登记上级平台、选项目；逐条报到，有回执；核对两边一样', async () => {
    const { page } = chief;
    const { items } = await (await signIn(product.url, 'duizhang', DEMO_PASSWORD)).get<{ items: { id: string; name: string; code: string }[] }>(
      '/api/projects',
    );
    const project = items.find(({ name }) => name.includes('柳湖'));
    const targetNow = async (): Promise<TargetView> => (await page.request.get('/api/integration/real-name/targets')).json().then(({ items: [one] }) => one);
    if (project === undefined) throw new Error('no project');
    // The system above is this very product, spoken to as a stranger would be.
    await chief.open('/integration');
    await page.getByRole('button', { name: '登记应用' }).click();
    await page.getByLabel('应用名称').fill('省实名制平台');
    await page.getByLabel('通道').selectOption('real-name');
    await page.getByRole('button', { name: '登记并取得密钥' }).click();
    await page.getByText('密钥只显示这一次').waitFor();
    const appid = await page.getByRole('textbox', { name: '应用编号' }).inputValue();
    const secret = (await page.locator('.integration-secret').innerText()).trim();
    await page.getByRole('button', { name: '已记下，关上' }).click();

    // Its client speaks Greenwich time: the keeper says so.
    await page
      .getByRole('row', { name: /省实名制平台/ })
      .getByRole('button', { name: /设置/ })
      .click();
    await page.getByLabel('时间戳最多差几分钟').fill('61');
    await page.getByRole('button', { name: '保存设置' }).click();
    await page.getByText('时间戳最多差几分钟：应为 1 至 60 的整数').waitFor();
    await look(page, 'settings');
    expect(await faultsOf(chief, [400])).toEqual([]);
    await page.getByLabel('时间戳最多差几分钟').fill('60');
    await page.getByLabel('时间戳怎么认').selectOption('allowUtc');
    await page.getByRole('button', { name: '保存设置' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.getByRole('link', { name: '上级平台' }).click();
    await chief.settle();
    await page.getByRole('button', { name: '登记上级平台' }).click();
    await look(page, 'target-new');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('平台名称应为 2 至 100 个字').waitFor();
    await page.getByLabel('平台名称').fill('省建筑工人实名制管理平台');
    await page.getByLabel('接口地址').fill(`${product.url}/open.api`);
    await page.getByLabel('应用编号（appid）').fill(appid);
    await page.getByLabel('密钥（appsecret）').fill(secret);
    expect(await faultsOf(chief, [400, 422])).toEqual([]);
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('heading', { name: '省建筑工人实名制管理平台' }).waitFor();
    await chief.settle();
    expect(await faultsOf(chief)).toEqual([]);
    await page.getByRole('button', { name: '加项目' }).click();
    await page.getByRole('dialog').getByLabel('项目', { exact: true }).selectOption(project.id);
    await page.getByLabel('对方的项目编码').fill(project.code);
    await page.getByRole('button', { name: '开始上报' }).click();
    await page.getByText('已加上，马上开始上报').waitFor();
    // Its labour companies are known by name alone: nothing about them can go up before somebody enters their codes.
    const lacking = page.getByRole('button', { name: /登记代码/ });
    await lacking.first().waitFor();
    await look(page, 'target-lacking');
    const codes = ['91370100MA3X000017', '91370100MA3X000025'].map((code) => code.slice(0, 17) + creditCheckCharacter(code.slice(0, 17)));
    await lacking.first().click();
    await page
      .getByText(/应为 18 位/)
      .first()
      .waitFor();
    expect(await faultsOf(chief, [400, 409, 422])).toEqual([]);
    for (const code of codes) {
      const many = await lacking.count();
      if (many === 0) break;
      const form = page
        .locator('form')
        .filter({ has: page.getByRole('button', { name: /登记代码/ }) })
        .first();
      await form.getByRole('textbox').fill(code);
      await form.getByRole('button').click();
      await expect.poll(() => lacking.count(), { timeout: 10_000 }).toBe(many - 1);
    }
    expect(await lacking.count()).toBe(0);
    await page.getByRole('button', { name: '马上上报' }).click();
    await page
      .getByRole('row', { name: /已送达/ })
      .first()
      .waitFor({ timeout: 60_000 });
    await look(page, 'target-on-its-way');
    // Everything settles: what arrived has its receipt; a worker whose card was never read says what is missing.
    await expect.poll(async () => Object.keys((await targetNow()).counts).toSorted(), { timeout: 120_000, interval: 2_000 }).toEqual(['done', 'failed']);
    await page.getByLabel('状态').selectOption('failed');
    await page
      .getByText(/民族、住址、近照、政治面貌、文化程度、发证机关不能为空/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: '和对方核对' }).click();
    await page.getByText(/对过了/).waitFor({ timeout: 30_000 });
    await chief.settle();
    await look(page, 'target');
    expect(await faultsOf(chief)).toEqual([]);
    await chief.open('/integration/targets');
    await look(page, 'targets');
    expect(await faultsOf(chief)).toEqual([]);
  });

  it('监察员没有这个入口', async () => {
    const inspector = await openWindow(browser, product, { login: 'jiancha' });
    await inspector.page.goto('/integration');
    await inspector.page.getByRole('heading', { name: '没有看这一页的权限' }).waitFor();
    expect(await inspector.page.getByRole('link', { name: '对接管理' }).count()).toBe(0);
    await inspector.close();
  });
});
