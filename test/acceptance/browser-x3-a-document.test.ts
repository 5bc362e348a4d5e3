import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ProjectList } from '#modules/prevention/projects/domain/wire.ts';
import { openBrowser } from '../support/browser.ts';
import { signIn, warningsOf } from '../support/client.ts';
import { expected, handInCounty } from '../support/county-a.ts';
import { faultsOf, needBuiltWeb, openWindow } from '../support/pages.ts';
import { readPdf } from '../support/pdf.ts';
import { DEMO_PASSWORD, type Product, startProduct } from '../support/product.ts';

// X3: documents made through the screens: the payroll sheet for signature from the project's page, an order from empty form to service,
// a template changed and refused. Every page on the way is looked over by axe and at 320 px.

const SEWER = '尹集镇污水管网工程';
let product: Product;
let browser: Browser;
let project = '';

beforeAll(async () => {
  needBuiltWeb();
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  await (await signIn(product.url, 'guanli', DEMO_PASSWORD)).post('/api/clock', { day: expected.on });
  const inspector = await signIn(product.url, 'jiancha', DEMO_PASSWORD);
  await handInCounty(inspector, (path) => path.includes('台账') || path.includes('污水'));
  // What is owed is a fact of the sweep that follows the files.
  await vi.waitFor(async () => expect((await warningsOf(inspector)).some((row) => row.projectName === SEWER && row.month === '2026-09')).toBe(true), {
    timeout: 120_000,
    interval: 500,
  });
  project = (await inspector.get<ProjectList>(`/api/projects?q=${encodeURIComponent(SEWER)}`)).items[0]?.id ?? '';
}, 420_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

describe('X3 文书', { timeout: 420_000 }, () => {
  it('队长登记机关信息；监察员从项目页打印工资表签字版；下指令书、登记送达', async () => {
    const chief = await openWindow(browser, product, { login: 'duizhang' });
    await chief.open('/document-organ');
    await chief.page.getByLabel('机关名称').fill('高唐县人力资源和社会保障局');
    await chief.page.getByLabel('机关代字').fill('高人社');
    await chief.page.getByRole('button', { name: '存', exact: true }).click();
    await chief.page.getByText('机关信息存好了').waitFor();
    expect(await faultsOf(chief)).toEqual([]);

    const inspector = await openWindow(browser, product, { login: 'jiancha' });
    const { page } = inspector;
    await inspector.open(`/projects/${project}`);
    await page.getByRole('link', { name: '打印工资表签字版' }).click();
    await page.getByRole('heading', { name: '农民工工资支付表', level: 1 }).waitFor();
    await page.getByLabel('制表人').waitFor();
    await page.getByRole('button', { name: '预览' }).click();
    await page.locator('.paper-table').waitFor();
    expect(await faultsOf(inspector)).toEqual([]);
    // Nothing filled in: the form says which, and the summary leads there.
    await page.getByRole('button', { name: '制作' }).click();
    const lead = page.getByRole('alert').getByRole('link', { name: /请填写制表人/ });
    await lead.click();
    expect(await page.getByLabel('制表人').evaluate((input) => input === document.activeElement)).toBe(true);
    inspector.troubles([400]);
    await page.getByLabel('制表人').fill('李会计');
    await page.getByRole('button', { name: '制作' }).click();
    await page.getByRole('heading', { name: new RegExp(`农民工工资支付表 ${SEWER}`) }).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /下载 PDF/ }).click()]);
    const { text, structure } = readPdf(readFileSync(await download.path()));
    expect(text.replaceAll('\n', '')).toContain(SEWER);
    expect(text).toContain('李会计');
    expect(structure).toContain('Table');
    expect(download.suggestedFilename()).toMatch(/农民工工资支付表.*\.pdf$/);
    expect(await faultsOf(inspector)).toEqual([]);

    await inspector.open('/documents/new');
    expect(await faultsOf(inspector)).toEqual([]);
    await page.getByRole('link', { name: '劳动保障监察限期改正指令书' }).click();
    await page.getByRole('button', { name: new RegExp(`选这个.*${SEWER}`) }).click();
    await page.getByLabel('违法事实').waitFor();
    expect(await page.getByLabel('违法事实').inputValue()).toContain('2026年9月');
    await page.getByLabel('改正期限').fill('20261127');
    await page.getByLabel('承办人').fill('王建国（执法证 001）、许文静（执法证 002）');
    await page.getByLabel('联系电话').fill('0635-3951234');
    await page.getByRole('button', { name: '编号并制作' }).click();
    await page.getByText('高人社监令字〔2026〕第1号').first().waitFor();
    // The page of the document stands, not only its number.
    await page.getByRole('button', { name: '登记送达' }).waitFor();
    expect(await faultsOf(inspector)).toEqual([]);

    await page.getByRole('button', { name: '登记送达' }).click();
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('alert').getByText('直接送达要写收件人').waitFor();
    expect(await faultsOf(inspector, [400])).toEqual([]);
    await page.getByLabel('收件人').fill('项目经理 刘某');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.locator('.tag').filter({ hasText: '已送达' }).first().waitFor();
    await inspector.open('/documents');
    await page.getByRole('link', { name: /限期改正指令书/ }).waitFor();
    expect(await faultsOf(inspector)).toEqual([]);
    await inspector.close();

    await chief.open('/document-templates');
    const [chooser] = await Promise.all([
      chief.page.waitForEvent('filechooser'),
      chief.page.getByRole('button', { name: /选文件.*换维权信息告示牌的模板/ }).click(),
    ]);
    await chooser.setFiles({ name: '坏.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('不是文档') });
    await chief.page.getByRole('alert').getByText('这不是 .docx 文件').waitFor();
    expect(await faultsOf(chief, [400])).toEqual([]);
    await chief.close();
  });
});
