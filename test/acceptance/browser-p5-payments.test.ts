import { Buffer } from 'node:buffer';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BatchPage } from '#modules/prevention/bank-payments/domain/wire.ts';
import { openBrowser } from '../support/browser.ts';
import { confirm, enterpriseNamed, hire, type Person, signIn, upload } from '../support/client.ts';
import { expected, handInCounty } from '../support/county-a.ts';
import { type BrowserWindow, faultsOf, needBuiltWeb, openWindow } from '../support/pages.ts';
import { DEMO_PASSWORD, type Product, startProduct } from '../support/product.ts';

// P5: a wage officer makes a batch of a payroll month, a second person approves it, the file goes to the bank and its result comes back.

let product: Product;
let browser: Browser;
let officer: { window: BrowserWindow; person: Person };
let manager: { window: BrowserWindow; person: Person };
let inspector: BrowserWindow;

beforeAll(async () => {
  needBuiltWeb();
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  const administrator = await signIn(product.url, 'guanli', DEMO_PASSWORD);
  await administrator.post('/api/clock', { day: expected.on });
  const office = await signIn(product.url, 'jiancha', DEMO_PASSWORD);
  await handInCounty(office);
  // The county's four differences of September: the owner has paid in what was missing, nobody has paid the workers.
  await confirm(office, await upload(office, '专户流水11月.csv', new TextEncoder().encode(INFLOW), 'flows'));
  const firm = '山东朔垣市政工程有限公司';
  const enterpriseId = await enterpriseNamed(administrator, firm);
  const join = async (login: string, name: string, role: string) => {
    const account = await hire(administrator, product.url, { login, name, role, organisation: firm, enterpriseId });
    return { window: await openWindow(browser, product, account), person: await signIn(product.url, account.login, account.password) };
  };
  officer = await join('qianguan', '钱专管', 'wage-officer');
  manager = await join('sunjingli', '孙经理', 'enterprise-manager');
  inspector = await openWindow(browser, product, { login: 'jiancha' });
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const INFLOW = [
  '农民工工资专用账户交易明细',
  '账号：37150101040002222,,户名：山东朔垣市政工程有限公司（尹集镇污水管网工程）农民工工资专用账户',
  '交易日期,交易流水号,收入金额,支出金额,余额,对方户名,对方账号,摘要',
  '2026-11-18,B202611180001,11440.00,,16640.00,高唐县城乡水务投资有限公司,37150000000000456,拨付2026年9月人工费',
].join('\n');

const SHOTS = process.env['ANXIN_SHOTS'];

/** Nothing is wrong with the page as a browser and axe see it, on a desk and on a phone. */
async function sound(window: BrowserWindow, name: string): Promise<void> {
  const { page } = window;
  await window.settle();
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}-${width}.png`, fullPage: true });
    expect(await faultsOf(window, [409, 400]), `${name} ${width}`).toEqual([]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

async function press({ page, settle }: BrowserWindow, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
  await page.waitForTimeout(300);
  await settle();
}

describe('工资代发，从名单到回盘', () => {
  it('做名单、核对、另一人复核、送银行、传回盘、补发', { timeout: 240_000 }, async () => {
    const { window } = officer;
    await window.open('/payments');
    await sound(window, 'payments-waiting');
    await press(window, /做代发名单/);
    await window.page.waitForURL(/\/payments\/\d+/);
    await window.settle();
    const id = /payments\/(\d+)/.exec(window.page.url())?.[1] ?? '';
    await sound(window, 'batch-draft');
    await press(window, /^核对名单/);
    await window.page
      .getByText(/另一个人复核/)
      .first()
      .waitFor();
    await sound(window, 'batch-checked');
    // Whoever made it cannot approve it, and the page says so.
    expect(await window.page.getByRole('button', { name: /复核通过/ }).getAttribute('aria-disabled')).toBe('true');

    const checked = await officer.person.get<BatchPage>(`/api/pay-batches/${id}`);
    const barred = [...new Set(checked.findings.flatMap((finding) => (finding.bars && finding.lineNo !== null ? [finding.lineNo] : [])))];
    if (barred.length > 0 && barred.length < checked.items.length) {
      await officer.person.post(`/api/pay-batches/${id}/drop`, { lines: barred });
      await officer.person.post(`/api/pay-batches/${id}/check`);
    }
    for (const finding of (await manager.person.get<BatchPage>(`/api/pay-batches/${id}`)).findings)
      if (!finding.bars) await manager.person.post(`/api/pay-batches/${id}/decide`, { finding: finding.key, note: '打电话问过本人和开户行' });

    await manager.window.open(`/payments/${id}`);
    await sound(manager.window, 'batch-to-approve');
    await press(manager.window, /复核通过/);
    await manager.window.page.getByText(/下一步：送银行代发/).waitFor();
    await manager.window.page.getByLabel('怎样送').selectOption('file:abc');
    await sound(manager.window, 'batch-approved');
    await manager.window.page.getByLabel('向哪家支行核对的').fill('农行高唐支行 李柜员');
    await press(manager.window, /核对过，启用/);

    await window.open(`/payments/${id}`);
    await window.page.getByLabel('怎样送').selectOption('file:abc');
    await press(window, /送银行代发/);
    await window.page.getByText(/下载文件交银行/).waitFor();
    await sound(window, 'batch-sent');

    const file = await officer.person.ask('GET', `/api/pay-batches/${id}/file`);
    const lines = new TextDecoder('gb18030')
      .decode(await file.arrayBuffer())
      .trim()
      .split('\r\n');
    expect(lines[0]).toBe('编号,收款方账号,收款方户名,金额,备注');
    expect(lines.length).toBeGreaterThan(2);

    // A file with a word nobody can read is refused whole, and says where.
    const bring = async (page: Page, text: string) => {
      await page.locator('input[type=file]').setInputFiles({ name: '回盘.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
      await page.waitForTimeout(800);
    };
    const result = (status: (n: number) => string) =>
      ['编号,收款方账号,收款方户名,金额,处理状态,失败原因', ...lines.slice(1).map((line, n) => `${line.split(',').slice(0, 4).join(',')},${status(n)}`)].join(
        '\n',
      );
    await bring(window.page, result((n) => (n === 0 ? '成功,' : '成功,')).replace(/(\d+\.\d\d),成功,\n/, '很多钱,成功,\n'));
    await window.page.getByText(/文件没有收/).waitFor();
    await sound(window, 'batch-bad-file');
    await bring(
      window.page,
      result((n) => (n === 0 ? '失败,账号户名不符' : '成功,')),
    );
    await window.page.getByText(/收下 \d+ 行/).waitFor();
    await window.open(`/payments/${id}`);
    await sound(window, 'batch-partial');
    const page = await officer.person.get<BatchPage>(`/api/pay-batches/${id}`);
    expect(page.state).toBe('partial');
    expect(page.items.filter((line) => line.state === 'failed')).toHaveLength(1);

    await press(window, /补发没发成的 1 人/);
    await window.page.waitForURL((url) => !url.pathname.endsWith(`/${id}`));
    await window.settle();
    await sound(window, 'batch-reissue');

    // The office looks and has nothing to press.
    await inspector.open(`/payments/${id}`);
    await sound(inspector, 'desk-batch');
    expect(await inspector.page.getByRole('button', { name: /核对|复核|送银行|补发|对平/ }).count()).toBe(0);
    await inspector.open('/payments');
    await sound(inspector, 'desk-payments');
  });
});
