import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DEMO_PASSWORD, type Product } from './product.ts';

/** The web application is built before the tests; without it every page would be a bare 404. */
export function needBuiltWeb(): void {
  const index = join(import.meta.dirname, '..', '..', 'build', 'web', 'index.html');
  if (!existsSync(index)) throw new Error('build/web/index.html is missing: build the web application first (npx vite build; npm test does it)');
}

/** A browser window of one person, and what went wrong in it. */
export interface BrowserWindow {
  readonly page: Page;
  /** Errors on the console, crashes, failed and refused requests since the last call. `allowed` are statuses the test asked for. */
  troubles(allowed?: readonly number[]): string[];
  /** Opens an address and waits until its heading and its data are there. */
  open(path: string): Promise<void>;
  /** Waits until nothing on the page is still on its way. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

interface Trouble {
  readonly says: string;
  readonly status: number | null;
}

/** Opens a window as somebody, signed in without typing, or as nobody. */
export async function openWindow(browser: Browser, product: Product, who?: { readonly login: string; readonly password?: string }): Promise<BrowserWindow> {
  const context = await browser.newContext({
    baseURL: product.url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  });
  if (who !== undefined) await signInAt(context, product, who.login, who.password ?? DEMO_PASSWORD);
  const page = await context.newPage();
  let troubles = watch(page);
  const settle = async () => {
    await page.locator('h1').first().waitFor({ state: 'visible', timeout: 20_000 });
    await page.waitForFunction(() => document.querySelector('.skeleton') === null, undefined, { timeout: 20_000 });
  };
  return {
    page,
    settle,
    troubles(allowed = []) {
      const seen = troubles.splice(0).filter(({ status }) => status === null || !allowed.includes(status));
      return seen.map(({ says }) => says);
    },
    async open(path) {
      await page.goto(path);
      await settle();
    },
    async close() {
      troubles = [];
      await context.close();
    },
  };
}

async function signInAt(context: BrowserContext, product: Product, login: string, password: string): Promise<void> {
  const answer = await context.request.post('/api/session', { data: { login, password }, headers: { origin: product.url } });
  if (!answer.ok()) throw new Error(`${login} cannot sign in: ${answer.status()} ${await answer.text()}`);
}

function watch(page: Page): Trouble[] {
  const troubles: Trouble[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    // A refused request is told with its status by the response itself.
    if (/^Failed to load resource/.test(message.text())) return;
    troubles.push({ says: `console: ${message.text()}`, status: null });
  });
  page.on('pageerror', (error) => troubles.push({ says: `crash: ${error.message}`, status: null }));
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push({ says: `${response.status()} ${response.request().method()} ${response.url()}`, status: response.status() });
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // Leaving a page calls off what it was still asking for.
    if (why !== 'net::ERR_ABORTED') troubles.push({ says: `failed: ${request.url()} ${why}`, status: null });
  });
  return troubles;
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The part of axe that is used; it is put into the page by the debugger, which the content security policy does not bind. */
interface Axe {
  run(
    where: Document,
    options: { runOnly: { type: 'tag'; values: string[] }; resultTypes: string[] },
  ): Promise<{ violations: readonly { id: string; help: string; nodes: readonly { html: string; failureSummary?: string }[] }[] }>;
}

declare const axe: Axe;

/** What axe finds on the page as it stands. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async (tags) => {
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
    return violations.map(({ id, help, nodes }) => `axe ${id} (${help}): ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  }, AXE_TAGS);
}

/** How far the page can be moved sideways at this width, in pixels; the part that sticks out is named. */
async function sideways(page: Page, width: number): Promise<string[]> {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 800 });
  const over = await page.evaluate(
    () =>
      new Promise<string[]>((done) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            const root = document.documentElement;
            if (root.scrollWidth <= root.clientWidth) return done([]);
            const widest = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1).slice(0, 3);
            done([`${root.scrollWidth - root.clientWidth} px sideways: ${widest.map((one) => one.outerHTML.slice(0, 120)).join(' | ')}`]);
          }),
        ),
      ),
  );
  if (before) await page.setViewportSize(before);
  return over.map((says) => `at ${width} px: ${says}`);
}

/** Everything that must hold on every page and in every state of it; what does not is named. */
export async function faultsOf({ page, troubles }: BrowserWindow, allowed: readonly number[] = []): Promise<string[]> {
  const { title, headings } = await page.evaluate(() => ({ title: document.title, headings: document.querySelectorAll('h1').length }));
  return [
    ...(/^.+ - 安薪$/.test(title) ? [] : [`the title is 「${title}」`]),
    ...(headings === 1 ? [] : [`${headings} h1`]),
    ...(await axeFindings(page)),
    ...(await sideways(page, 320)),
    ...troubles(allowed),
  ];
}
