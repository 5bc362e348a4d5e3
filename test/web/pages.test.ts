import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer, type Plugin, preview, type PreviewServer, type ViteDevServer } from 'vite';
import { answer } from '../../src/faces/dev/mock-api.ts';
import { openBrowser } from '../support/browser.ts';

/**
 * Every page of the desk, its dialogs and its error states on an invented county: axe finds nothing, nothing scrolls sideways,
 * the tab is named, nothing is thrown. The true server has its own tests.
 */

interface Visit {
  readonly name: string;
  readonly as: string | null;
  readonly path: string;
  readonly ready: string;
  readonly act?: (page: Page) => Promise<unknown>;
}

const VISITS: readonly Visit[] = [
  { name: '登录', as: null, path: '/', ready: '.demo-list' },
  {
    name: '登录被拒',
    as: null,
    path: '/',
    ready: '.demo-list',
    act: async (page) => {
      await page.fill('#sign-in-login', 'jiancha');
      await page.fill('#sign-in-password', '不对');
      await page.click('button[type=submit]');
      await page.waitForSelector('.problem');
    },
  },
  { name: '今日待办', as: 'jiancha', path: '/', ready: '.todo' },
  { name: '个人菜单', as: 'jiancha', path: '/', ready: '.todo', act: (page) => page.click('.person-button') },
  {
    name: '查找',
    as: 'jiancha',
    path: '/',
    ready: '.todo',
    act: async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('清平');
      await page.waitForSelector('.search-hit');
    },
  },
  { name: '预警', as: 'jiancha', path: '/warnings?level=4,3&region=371526103', ready: '.chips' },
  { name: '没有符合的预警', as: 'jiancha', path: '/warnings?q=没有这个', ready: '.empty' },
  { name: '预警没有取到', as: 'jiancha', path: '/warnings?q=坏', ready: '.problem' },
  { name: '一条预警', as: 'jiancha', path: '/warnings/w1', ready: '.next-step', act: (page) => page.click('.law-note summary') },
  {
    name: '办一步，缺材料',
    as: 'jiancha',
    path: '/warnings/w1?step=handle',
    ready: 'dialog',
    act: async (page) => {
      await page.click('dialog button[type=submit]');
      await page.waitForSelector('dialog .problem');
    },
  },
  { name: '法规与规则', as: 'jiancha', path: '/rules', ready: '.rule-list' },
  { name: '改密码', as: 'jiancha', path: '/password', ready: '#password-next' },
  { name: '没有这一页', as: 'jiancha', path: '/nothing', ready: 'h1' },
  { name: '审计', as: 'shenji', path: '/audit', ready: '.table' },
  { name: '账号', as: 'guanli', path: '/', ready: '.table' },
  {
    name: '开账号',
    as: 'guanli',
    path: '/',
    ready: '.table',
    act: async (page) => {
      await page.click('.page-head .button-primary');
      await page.selectOption('#account-role', 'inspector');
      await page.waitForSelector('#account-regionCode');
    },
  },
  { name: '调演示日期', as: 'guanli', path: '/clock', ready: '.facts' },
  { name: '部件样张', as: 'jiancha', path: '/kit', ready: '.tabs' },
];

/** Two frames after a change of width everything has taken its place. */
const DRAWN = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The pages as they are built, and the workshop, which alone has the samples of parts. */
let built: PreviewServer;
let workshop: ViteDevServer;
let browser: Browser;
/** One window for all: what was fetched for one page serves the next. */
let desk: BrowserContext;

beforeAll(async () => {
  process.env['ANXIN_MOCK'] = '1';
  const at = { host: '127.0.0.1', port: 0 };
  const mock: Plugin = {
    name: 'mock',
    configurePreviewServer: ({ middlewares }) => void middlewares.use('/api', (request, response) => answer(request, response)),
  };
  built = await preview({ configFile: 'vite.config.ts', logLevel: 'silent', plugins: [mock], preview: at });
  workshop = await createServer({ configFile: 'vite.config.ts', logLevel: 'silent', server: at });
  await workshop.listen();
  browser = await openBrowser();
  desk = await browser.newContext({ locale: 'zh-CN' });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await built?.close();
  await workshop?.close();
  delete process.env['ANXIN_MOCK'];
});

const addressOf = ({ resolvedUrls }: PreviewServer | ViteDevServer) => resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '';

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(`axe.run(document).then((r) => r.violations.map((v) => v.id + ' ' + v.nodes.map((n) => n.target.join(' ')).join(', ')))`);
}

/** Widest desk and narrowest phone: a page that stands is looked at in both, so that it is fetched once. */
const WIDTHS = [1440, 320];

describe('每一页，宽 1440 和 320', () => {
  it.each(VISITS)('$name', { timeout: 60_000 }, async ({ as, path, ready, act }) => {
    const page = await desk.newPage();
    const address = addressOf(path === '/kit' ? workshop : built);
    const thrown: string[] = [];
    page.on('pageerror', (error) => thrown.push(error.message));
    try {
      await (as === null
        ? page.request.delete(`${address}/api/session`)
        : page.request.post(`${address}/api/session`, { data: { login: as, password: 'anxin-demo-2026' } }));
      await page.goto(address + path);
      await page.waitForSelector(ready);
      await act?.(page);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 844 });
        await page.waitForFunction(DRAWN);
        expect(await violations(page), `${width} px`).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), `${width} px`).toBe(0);
      }
      expect(await page.title()).toMatch(/.+ - 安薪$/);
      expect(await page.locator('h1').count()).toBe(1);
      expect(thrown).toEqual([]);
    } finally {
      await page.close();
    }
  });
});

describe('键盘', () => {
  it('换一页，焦点到标题；办完一步，在对话框外读出；Esc 关上对话框，焦点回到原处', { timeout: 60_000 }, async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const address = addressOf(built);
    const focused = () => page.evaluate<string>('document.activeElement.tagName + " " + document.activeElement.textContent');
    await page.request.post(`${address}/api/session`, { data: { login: 'jiancha', password: 'anxin-demo-2026' } });
    await page.goto(`${address}/warnings/w5`);
    await page.waitForSelector('.next-step');

    const comment = page.getByRole('button', { name: '写备注' });
    await comment.focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog');
    expect(await focused()).toBe('H2 写备注');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    expect(await focused()).toBe('BUTTON 写备注');

    await page.keyboard.press('Enter');
    await page.fill('#step-note', '已电话告知');
    await page.click('dialog button[type=submit]');
    await page.waitForSelector('.toast');
    expect(await page.locator('dialog').count()).toBe(0);

    await page.getByRole('link', { name: '法规与规则' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.rule-list');
    await page.waitForFunction('document.activeElement.tagName === "H1"');
    expect(await focused()).toBe('H1 法规与规则');
    await page.close();
  });
});
