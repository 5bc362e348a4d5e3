import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { type CitySignOn, freePort, startCitySignOn } from '../support/city-sign-on.ts';
import { type BrowserWindow, faultsOf, needBuiltWeb, openWindow } from '../support/pages.ts';
import { type Product, startProduct } from '../support/product.ts';

// X1: an official of the county comes in by the city's own sign-on, in a real browser and against a real OpenID Connect server with its own
// sign-in page. The first time nobody is let in; an administrator gives a post; the second time the same page opens.

let product: Product;
let city: CitySignOn;
let browser: Browser;
let newcomer: BrowserWindow;
let administrator: BrowserWindow;

beforeAll(async () => {
  needBuiltWeb();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  city = await startCitySignOn(url, {
    renfang: { name: '任芳', phone_number: '13712345678', org_name: '高唐县劳动保障监察大队', post: '一级科员' },
  });
  [product, browser] = await Promise.all([
    startProduct({
      PORT: String(port),
      ANXIN_PUBLIC_URL: url,
      ANXIN_OIDC_ISSUER: city.issuer,
      ANXIN_OIDC_CLIENT_ID: city.clientId,
      ANXIN_OIDC_CLIENT_SECRET: city.clientSecret,
      ANXIN_OIDC_SCOPE: 'openid profile phone',
    }),
    openBrowser(),
  ]);
  newcomer = await openWindow(browser, product);
  administrator = await openWindow(browser, product, { login: 'guanli' });
}, 420_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await city?.stop();
});

/** A picture for whoever wants to look, when a folder is named. */
async function picture({ page }: BrowserWindow, name: string): Promise<void> {
  const folder = process.env['ANXIN_PICTURES'];
  if (folder === undefined) return;
  const before = page.viewportSize();
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  }
  if (before) await page.setViewportSize(before);
}

/** At the city's own page: any login, any password, then the consent. */
async function signInAtCity({ page }: BrowserWindow, login: string): Promise<void> {
  await page.waitForURL((at) => at.href.startsWith(city.issuer));
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill('anything');
  await page.locator('button[type=submit]').click();
  await page.locator('button[type=submit]').click();
  await page.waitForURL((at) => at.href.startsWith(product.url));
}

describe('X1 统一身份认证登录', { timeout: 180_000 }, () => {
  it('登录页有这条路；第一次来，登记并说清楚等谁', async () => {
    await newcomer.open('/warnings?level=4');
    expect(await faultsOf(newcomer)).toEqual([]);
    await picture(newcomer, 'sign-in');
    await newcomer.page.getByRole('link', { name: '统一身份认证登录' }).click();
    await signInAtCity(newcomer, 'renfang');
    await newcomer.settle();
    await newcomer.page.getByRole('status').filter({ hasText: '已登记，等待开通' }).waitFor();
    expect(await newcomer.page.getByText('请联系本单位系统管理员开通').count()).toBe(1);
    newcomer.troubles();
    expect(await faultsOf(newcomer)).toEqual([]);
    await picture(newcomer, 'waiting');
  });

  it('管理员的铃铛提醒有人在等；看过是谁，给岗位和地方', async () => {
    await administrator.open('/clock');
    await administrator.page.getByRole('button', { name: /^消息，/ }).click();
    await administrator.page
      .getByRole('link', { name: /等待开通/ })
      .first()
      .waitFor({ timeout: 20_000 });
    expect(await faultsOf(administrator)).toEqual([]);
    await picture(administrator, 'bell');
    await administrator.page.getByRole('link', { name: /有人经统一身份认证登录/ }).click();
    await administrator.page.waitForURL('**/waiting');
    await administrator.settle();
    const row = administrator.page.getByRole('row').filter({ hasText: '任芳' });
    await row.waitFor();
    expect(await row.textContent()).toContain('137****5678');
    expect(await faultsOf(administrator)).toEqual([]);
    await picture(administrator, 'waiting-list');

    await row.getByRole('button', { name: /^开通\s*：任芳/ }).click();
    const { page } = administrator;
    expect(await page.getByLabel('姓名').inputValue()).toBe('任芳');
    expect(await page.getByLabel('单位').inputValue()).toBe('高唐县劳动保障监察大队');
    await page.getByLabel('登录名').fill('renfang');
    await page.getByLabel('岗位').selectOption('inspector');
    const placed = [
      ['省', '山东省'],
      ['市', '聊城市'],
      ['县区', '高唐县'],
    ] as const;
    for (const [level, place] of placed) await page.getByLabel(level, { exact: true }).selectOption({ label: place });
    await picture(administrator, 'admit');
    expect(await faultsOf(administrator)).toEqual([]);
    await page.locator('dialog button[type=submit]').click();
    await page.getByText('已给 任芳 开通').waitFor();
  });

  it('第二次来，直接进到原来要看的那一页；退出时那边也退', async () => {
    await newcomer.open('/warnings?level=4');
    await newcomer.page.getByRole('link', { name: '统一身份认证登录' }).click();
    await newcomer.page.waitForURL((at) => at.href.startsWith(`${product.url}/warnings`), { timeout: 30_000 });
    await newcomer.settle();
    expect(newcomer.page.url()).toBe(`${product.url}/warnings?level=4`);
    await newcomer.page.getByRole('button', { name: /任芳/ }).click();
    newcomer.troubles();
    await newcomer.page.getByRole('button', { name: '退出登录' }).click();
    await newcomer.page.waitForURL((at) => at.href.startsWith(`${city.issuer}/session/end`));
    await newcomer.page.goto('/');
    await newcomer.settle();
    expect(await newcomer.page.getByRole('heading', { level: 1 }).textContent()).toBe('登录');
  });

  it('消息、怎么提醒我、发件箱：每一页都过得去', async () => {
    for (const path of ['/notices', '/notices?which=all', '/notices/settings', '/outbox', '/waiting?state=admitted', '/waiting?state=turned-down']) {
      await administrator.open(path);
      expect(await faultsOf(administrator), path).toEqual([]);
      await picture(administrator, path.replaceAll(/\W+/g, '-').slice(1));
    }
    const { page } = administrator;
    await administrator.open('/notices/settings');
    const sms = page.getByRole('region', { name: '短信' });
    await sms.getByRole('button', { name: /^打开\s*：短信/ }).click();
    await sms.getByRole('alert').waitFor();
    await sms.getByLabel('手机号').fill('13812345678');
    await sms.getByLabel(/我同意系统用短信/).check();
    await sms.getByRole('button', { name: /^打开\s*：短信/ }).click();
    await sms.getByLabel(/的验证码/).waitFor();
    expect(await faultsOf(administrator)).toEqual([]);
    await picture(administrator, 'verify');
    // No way out is set up: the code stays in the outbox, where a demonstration shows it.
    await administrator.open('/outbox');
    const line = page.getByRole('row').filter({ hasText: '验证码' }).filter({ hasText: '只留在这里' });
    await line.waitFor({ timeout: 20_000 });
    const code = /验证码(\d{6})/.exec((await line.textContent()) ?? '')?.[1] ?? '';
    expect(await faultsOf(administrator)).toEqual([]);
    await picture(administrator, 'outbox-with-code');
    await administrator.open('/notices/settings');
    await sms.getByLabel(/的验证码/).fill(code);
    await sms.getByRole('button', { name: '验证', exact: true }).click();
    await sms.getByText('在用').waitFor();
  });
});
