import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProjectList } from '#modules/prevention/projects/domain/wire.ts';
import { openBrowser } from '../support/browser.ts';
import { enterpriseNamed, hire, type Person, signIn, warningsOf } from '../support/client.ts';
import { countyFiles, expected, faultyPayroll, handInCounty, lateStatement } from '../support/county-a.ts';
import { type BrowserWindow, needBuiltWeb, openWindow } from '../support/pages.ts';
import { DEMO_PASSWORD, type Product, startProduct } from '../support/product.ts';

// W3 by mouse and keyboard: a file goes in, a warning comes out, the enterprise answers, the specialist settles it. P5, W3, X2, X3 and the
// goals UX-11, UX-21 and UX-30 (figures open their rows, keyboard only, filters in the address).

const SEWER = '尹集镇污水管网工程';
const CONTRACTOR = '山东朔垣市政工程有限公司';

let product: Product;
let browser: Browser;
let inspector: Person;
let officer: { readonly login: string; readonly password: string };
let folder = '';
const seats: BrowserWindow[] = [];

beforeAll(async () => {
  needBuiltWeb();
  folder = mkdtempSync(join(tmpdir(), 'anxin-story-'));
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  const administrator = await signIn(product.url, 'guanli', DEMO_PASSWORD);
  await administrator.post('/api/clock', { day: expected.on });
  inspector = await signIn(product.url, 'jiancha', DEMO_PASSWORD);
  await handInCounty(inspector, (path) => path !== sewerStatement());
  const enterpriseId = await enterpriseNamed(administrator, CONTRACTOR);
  officer = await hire(administrator, product.url, { login: 'shuoyuan', name: '周守信', role: 'wage-officer', organisation: CONTRACTOR, enterpriseId });
}, 180_000);

afterAll(async () => {
  const troubles = seats.flatMap((seat) => seat.troubles([404]));
  await browser?.close();
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
  expect(troubles).toEqual([]);
});

/** The statement of the sewer's account: without it nobody can tell whether September was paid. */
function sewerStatement(): string {
  const file = countyFiles().find(({ path }) => path.includes('污水') && path.includes('流水'));
  if (file === undefined) throw new Error('the statement of the sewer is missing');
  return file.path;
}

async function sit(who?: { readonly login: string; readonly password?: string }): Promise<BrowserWindow> {
  const seat = await openWindow(browser, product, who);
  seats.push(seat);
  return seat;
}

async function pick(page: Page, button: Locator, path: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
  await chooser.setFiles(path);
}

/** Chooses a file with the browser's own file chooser and follows its import to the page that tells how it was read. */
async function choose({ page, open }: BrowserWindow, path: string): Promise<void> {
  await open('/imports');
  await pick(page, page.getByRole('button', { name: /^选文件/ }), path);
  await page.getByRole('link', { name: /看读得怎么样/ }).click();
  await page.locator('.tag').filter({ hasText: '等你收下' }).waitFor({ timeout: 30_000 });
}

async function sewer(): Promise<string> {
  const { items } = await inspector.get<ProjectList>(`/api/projects?q=${encodeURIComponent(SEWER)}`);
  return items[0]?.id ?? '';
}

async function unpaid(): Promise<string> {
  const found = (await warningsOf(inspector, 'state=raised,acknowledged,handled,verified,closed')).find(
    (row) => row.projectName === SEWER && row.ruleCode === 'PAY-03' && row.month === '2026-09',
  );
  return found?.id ?? '';
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

/** Walks with Tab to a control with these words; the focus can be seen on every stop. */
async function tabTo(page: Page, words: RegExp): Promise<void> {
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const one = document.activeElement;
      if (!(one instanceof HTMLElement) || one === document.body) return null;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return {
        words: one.textContent.trim(),
        isSeen: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
        html: one.outerHTML.slice(0, 120),
      };
    });
    if (at === null) continue;
    expect(at.isSeen, `focus is not visible on ${at.html}`).toBe(true);
    if (words.test(at.words)) return;
  }
  throw new Error(`Tab does not reach ${words}`);
}

describe('导入中心', () => {
  let seat: BrowserWindow;

  it('监察员用账号密码登录', async () => {
    seat = await sit();
    await seat.open('/imports');
    await seat.page.getByLabel('账号', { exact: true }).fill('jiancha');
    await seat.page.getByLabel('密码', { exact: true }).fill(DEMO_PASSWORD);
    await seat.page.keyboard.press('Enter');
    // The address asked for before signing in is the one that opens.
    await seat.page.getByRole('heading', { name: '导入', level: 1 }).waitFor();
  });

  it('有错的表：逐格说清，标红的表拿得回来，不收就什么也没改', async () => {
    const { page, settle } = seat;
    const path = join(folder, '11月工资表.xlsx');
    writeFileSync(path, faultyPayroll());
    await choose(seat, path);
    await settle();
    const errors = page.getByRole('region', { name: '错在哪、怎么改' });
    await errors.waitFor();
    for (const fault of expected.faults) {
      const line = errors.getByRole('row').filter({ has: page.getByRole('rowheader', { name: `第 ${fault.row} 行`, exact: true }) });
      expect(await line.allInnerTexts(), `第 ${fault.row} 行`).toEqual([expect.stringContaining(fault.reason)]);
    }
    const [marked] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载标红的表' }).first().click()]);
    expect(marked.suggestedFilename()).toContain('11月工资表');
    expect(
      readFileSync(await marked.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    await page.getByRole('button', { name: '不要这个文件' }).click();
    await page.getByText('这个文件没有收，什么都没改').waitFor();
  });

  it('没错的流水：进度、合计、收下，预警到了待办', async () => {
    const { page, open, settle } = seat;
    await choose(seat, sewerStatement());
    await settle();
    const totals = page.getByRole('region', { name: '文件里的和收下的合计' });
    const lines = await totals.getByRole('row').allInnerTexts();
    expect(lines.find((line) => line.startsWith('行数'))).toMatch(/27 行\s+27 行\s+一致/);
    expect(lines.find((line) => line.startsWith('流水金额'))).toMatch(/277,200 元\s+277,200 元\s+一致/);
    await page.getByRole('button', { name: '收下 27 行' }).click();
    await page.getByText('收下了 27 行').waitFor({ timeout: 30_000 });
    const raised = page.locator('dl.facts div').filter({ hasText: '新增预警' });
    await raised.waitFor({ timeout: 30_000 });
    expect(await raised.innerText()).toMatch(/[1-9]\d* 条/);
    await open('/');
    await page.getByRole('listitem').filter({ hasText: '工资未按时足额支付' }).filter({ hasText: '4 人' }).filter({ hasText: '16,640 元' }).waitFor();
  });

  it('同一个文件再传一次：说清上次是谁传的，给出去看的路', async () => {
    const { page, open } = seat;
    await open('/imports');
    await page.locator('input[type=file]').setInputFiles(sewerStatement());
    const refused = page.getByRole('listitem').filter({ hasText: '没有收' });
    await refused.waitFor();
    expect(await refused.innerText()).toContain('王建国');
    seat.troubles([409]);
  });
}, 120_000);

describe('项目页', () => {
  it('每个数点一下就是它的行，加起来相等', async () => {
    const { page, open, settle } = await sit({ login: 'jiancha' });
    const project = await sewer();
    await open(`/projects/${project}`);
    const september = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '9月', exact: true }) });
    const figures = await september
      .getByRole('cell')
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => ({ href: link.getAttribute('href') ?? '', words: link.textContent })));
    expect(figures.length).toBeGreaterThan(6);
    for (const { href, words } of figures) {
      await open(`/projects/${project}`);
      await page.locator(`[role=region] a[href="${href}"], section a[href="${href}"]`).filter({ hasText: words }).first().click();
      await page.waitForURL(`**${href}`);
      await settle();
      await expect.poll(() => agreement(page, words), { message: `${words} ${href}`, timeout: 10_000 }).toBe('agrees');
    }
  }, 120_000);

  it('别的镇打开同一个地址，只知道不归自己管', async () => {
    const { page, open } = await sit({ login: 'zhuanyuan' });
    for (const path of [`/projects/${await sewer()}`, `/warnings/${await unpaid()}`]) {
      await open(path);
      const says = await page.locator('main').innerText();
      expect(says, path).toContain('没有找到');
      expect(says, path).not.toContain(SEWER);
      expect(says, path).not.toContain('杨五谷');
    }
  });
});

/** Whether the listed rows number the people, or one of their columns sums to the yuan, that the figure says. */
async function agreement(page: Page, words: string): Promise<string> {
  const rows = await page
    .locator('main .table tbody tr')
    .evaluateAll((lines) => lines.map((line) => [...line.querySelectorAll('td, th')].map((cell) => cell.textContent ?? '')));
  const people = /([\d,]+) 人/.exec(words)?.[1];
  const yuan = /([\d,.]+) 元/.exec(words)?.[1]?.replaceAll(',', '');
  if (people !== undefined && Number(people) !== rows.length) return `${people} people, ${rows.length} rows`;
  if (yuan === undefined) return 'agrees';
  const columns = rows[0]?.length ?? 0;
  const sums = Array.from({ length: columns }, (_, at) =>
    rows.reduce((sum, cells) => sum + Math.round(100 * Number(/([\d,.]+) 元/.exec(cells[at] ?? '')?.[1]?.replaceAll(',', '') ?? 0)), 0),
  );
  return sums.includes(Math.round(100 * Number(yuan))) ? 'agrees' : `${yuan} yuan, sums ${sums.join(' ')}`;
}

describe('预警一览', () => {
  it('筛选都在地址里，刷新还是那几条，回退能回来', async () => {
    const { page, open, settle } = await sit({ login: 'jiancha' });
    await open('/warnings');
    const rows = () => page.locator('.warning-name').allInnerTexts();
    const all = await rows();
    await page.getByRole('checkbox', { name: /^红色/ }).check();
    await page.waitForURL(/level=4/);
    await expect.poll(async () => (await rows()).length).toBeLessThan(all.length);
    await page.getByLabel('项目、单位或事由').fill(SEWER);
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    await expect.poll(rows).toEqual([expect.stringContaining('工资未按时足额支付')]);
    const address = page.url();
    await page.reload();
    await settle();
    expect(page.url()).toBe(address);
    expect(await rows()).toEqual([expect.stringContaining('工资未按时足额支付')]);
    await page
      .getByRole('link', { name: new RegExp(SEWER) })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: /工资未按时足额支付/ }).waitFor();
    await page.goBack();
    await settle();
    expect(page.url()).toBe(address);
    await page.getByRole('button', { name: '去掉全部条件' }).click();
    await expect.poll(async () => (await rows()).length).toBe(all.length);
  });
});

describe('从签收到销号', () => {
  it('监察员只用键盘签收：焦点看得见，Esc 关上后回到按钮，办完留痕', async () => {
    const { page, open } = await sit({ login: 'jiancha' });
    await open(`/warnings/${await unpaid()}`);
    await tabTo(page, /^签收$/);
    await page.keyboard.press('Enter');
    await page.locator('dialog').waitFor();
    expect(await focused(page)).toBe('签收');
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => `${document.activeElement?.tagName} ${document.activeElement?.textContent}`)).toBe('BUTTON 签收');
    await page.keyboard.press('Enter');
    await page.locator('dialog').waitFor();
    await tabTo(page, /^签收$/);
    await page.keyboard.press('Enter');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.getByText('待处置', { exact: true }).first().waitFor();
    expect(await page.evaluate(() => document.activeElement !== document.body), 'the focus is somewhere').toBe(true);
  }, 60_000);

  it('劳资专管员附回单回复；少了材料当场说', async () => {
    const { page, open } = await sit(officer);
    await open('/');
    await page.getByRole('link', { name: '工资未按时足额支付' }).click();
    await page.getByRole('button', { name: '回复整改情况' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('说明').fill('四名工人差额已于 11 月 19 日从专户补发。');
    await dialog.getByRole('button', { name: '回复整改情况' }).click();
    await dialog.getByRole('alert').filter({ hasText: '没有传证明材料' }).first().waitFor();
    const receipt = join(folder, '补发回单.pdf');
    writeFileSync(receipt, '%PDF-1.4 receipt');
    await pick(page, dialog.getByRole('button', { name: /^选文件/ }), receipt);
    await dialog.getByRole('listitem').filter({ hasText: '补发回单.pdf' }).waitFor();
    await dialog.getByRole('button', { name: '回复整改情况' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('待核实', { exact: true }).first().waitFor();
  }, 60_000);

  it('补发的流水由企业导入，数据自己说付清了', async () => {
    const seat = await sit(officer);
    const path = join(folder, '专户流水11月补发.csv');
    writeFileSync(path, lateStatement());
    await choose(seat, path);
    await seat.page.getByRole('button', { name: '收下 5 行' }).click();
    const cleared = seat.page.locator('dl.facts div').filter({ hasText: '消除的预警' });
    await cleared.waitFor({ timeout: 30_000 });
    expect(await cleared.innerText()).toMatch(/\d+ 条/);
  }, 60_000);

  it('镇专员核实、销号，经过里一步不少，回单还能打开', async () => {
    const { page, open } = await sit({ login: 'zhuanyuan2' });
    await open(`/warnings/${await unpaid()}`);
    await page.getByText('数据显示问题已经消除').waitFor();
    await page.getByRole('button', { name: '核实通过' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/说明/).fill('电话问过四名工人，钱都到账了。');
    await dialog.getByRole('button', { name: '核实通过' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '销号', exact: true }).click();
    await dialog.getByRole('radio', { name: '工资已发清' }).check();
    await dialog.getByRole('button', { name: '销号' }).click();
    await page.getByText('这条预警已经销号').waitFor();
    const done = await page.locator('.timeline').innerText();
    for (const words of ['发出预警', '签收', '王建国', '处置并回复', '周守信', '四名工人差额', '补发回单.pdf', '数据显示已消除', '核实', '马庆林', '销号'])
      expect(done).toContain(words);
    const [receipt] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '补发回单.pdf' }).click()]);
    expect(receipt.suggestedFilename()).toBe('补发回单.pdf');
  }, 60_000);
});
