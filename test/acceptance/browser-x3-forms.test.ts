import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ExcelJS from '@protobi/exceljs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProjectList } from '#modules/prevention/projects/domain/wire.ts';
import { openBrowser } from '../support/browser.ts';
import { enterpriseNamed, hire, signIn } from '../support/client.ts';
import { expected, handInCounty } from '../support/county-a.ts';
import { type BrowserWindow, faultsOf, needBuiltWeb, openWindow } from '../support/pages.ts';
import { DEMO_PASSWORD, type Product, startProduct } from '../support/product.ts';

// X3: the wage officer of a contractor downloads the ready-filled payroll, fills two rows in a spreadsheet, hands it in, sees it checked, and exports what came of it.

const SEWER = '尹集镇污水管网工程';
const run = promisify(execFile);
let product: Product;
let browser: Browser;
let project = { id: '', code: '' };
let officer: { login: string; password: string };
/** Of a contractor that has no part in the project. */
let stranger: { login: string; password: string };

beforeAll(async () => {
  needBuiltWeb();
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  const administrator = await signIn(product.url, 'guanli', DEMO_PASSWORD);
  await administrator.post('/api/clock', { day: expected.on });
  const inspector = await signIn(product.url, 'jiancha', DEMO_PASSWORD);
  await handInCounty(inspector, (path) => path.includes('台账') || path.includes('污水'));
  const found = (await inspector.get<ProjectList>(`/api/projects?q=${encodeURIComponent(SEWER)}`)).items[0];
  if (found === undefined) throw new Error(`no ${SEWER}`);
  project = { id: found.id, code: found.code };
  officer = await hire(administrator, product.url, {
    login: 'shuoyuan',
    name: '周守信',
    role: 'wage-officer',
    organisation: '山东朔垣市政工程有限公司',
    enterpriseId: await enterpriseNamed(administrator, '山东朔垣市政工程有限公司'),
  });
  stranger = await hire(administrator, product.url, {
    login: 'bieren',
    name: '别家',
    role: 'wage-officer',
    organisation: '济南璟甓建筑工程有限公司',
    enterpriseId: await enterpriseNamed(administrator, '济南璟甓建筑工程有限公司'),
  });
}, 420_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function download(seat: BrowserWindow, path: string, purpose: string): Promise<{ readonly name: string; readonly content: Buffer }> {
  const { page } = seat;
  await seat.open(path);
  await page.getByLabel(/含完整身份证号/).check();
  await page.getByRole('button', { name: /^(下载预填的空表|导出农民工工资支付表)$/ }).click();
  await page.getByLabel('用途').fill(purpose);
  await page.getByRole('button', { name: /^准备/ }).click();
  await page.getByText('只能取一次').waitFor();
  expect(await faultsOf(seat)).toEqual([]);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '存到电脑' }).click()]);
  return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
}

/** Types into the first rows as somebody does who was paid the same each; answers their names. */
async function fillRows(content: Buffer, rows: number): Promise<{ readonly names: readonly string[]; readonly content: Buffer }> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(content).buffer);
  const names: string[] = [];
  const columns = new Map<string, number>();
  book.worksheets[0]?.eachRow((row) => {
    const isHead = [2, 3].some((at) => row.getCell(at).text === '姓名');
    if (isHead) row.eachCell((cell, at) => void columns.set(cell.text, at));
    if (columns.size === 0 || names.length >= rows || !/^\d+$/.test(row.getCell(1).text)) return;
    names.push(row.getCell(columns.get('姓名') ?? 0).text);
    for (const heading of ['应发合计', '实发金额']) row.getCell(columns.get(heading) ?? 0).value = 5_432.1;
  });
  return { names, content: Buffer.from(await book.xlsx.writeBuffer()) };
}

async function handIn(seat: BrowserWindow, name: string, content: Buffer): Promise<void> {
  await seat.open('/imports');
  await seat.page.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'application/octet-stream', buffer: content });
}

describe('X3 常用表', { timeout: 420_000 }, () => {
  it('劳资专管员：下载预填的工资表，填两行，传上来核对、收下，再导出，再传没有差别', async () => {
    const seat = await openWindow(browser, product, officer);
    const { page } = seat;
    const at = (blank: string) => `/exports?kind=payroll&project=${project.id}&month=2026-11${blank}`;
    const form = await download(seat, at('&blank=1'), '填写十一月工资');
    expect(form.name).toBe(`${SEWER}-2026年11月农民工工资支付表-待填.xlsx`);
    const filled = await fillRows(form.content, 2);
    expect(filled.names).toHaveLength(2);
    await handIn(seat, '十一月工资.xlsx', filled.content);
    await page
      .getByRole('link', { name: /十一月工资/ })
      .first()
      .click();
    await page.getByRole('button', { name: '只收没错的 2 行' }).waitFor({ timeout: 60_000 });
    await page.getByText('没有填应发或实发金额').first().waitFor();
    expect(await faultsOf(seat)).toEqual([]);
    await page.getByRole('button', { name: '只收没错的 2 行' }).click();
    await page
      .getByText(/收下了 2 行/)
      .first()
      .waitFor({ timeout: 60_000 });

    const exported = await download(seat, at(''), '核对十一月工资');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(exported.content).buffer);
    const cells: string[] = [];
    book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => void cells.push(cell.text))));
    for (const said of [...filled.names, '5432.1', '周守信', '核对十一月工资']) expect(cells.join('|')).toContain(said);
    expect(cells).toContain('大写：人民币壹万零捌佰陆拾肆元贰角整');
    await handIn(seat, '导出的十一月工资.xlsx', exported.content);
    await page
      .getByRole('link', { name: /导出的十一月工资/ })
      .first()
      .click();
    await page
      .getByText(/新增 0 行，改动 0 行，没变 2 行|内容.*相同|导入过/)
      .first()
      .waitFor({ timeout: 60_000 });
    await seat.close();
  });

  it('命令行：同一张表；没有用途、别人的项目、系统管理员，中文拒绝，不写文件', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'anxin-forms-'));
    const anxin = (...more: readonly string[]) =>
      run(process.execPath, ['--conditions=source', 'src/apps/cli.ts', 'export', 'form', '--kind', 'payroll', '--month', '2026-11', '--out', folder, ...more], {
        env: { ...process.env, ANXIN_DATA: product.folder },
      }).then(
        ({ stdout }) => ({ code: 0, says: stdout }),
        (failed: { code: number; stderr: string }) => ({ code: failed.code, says: failed.stderr }),
      );
    const mine = ['--as', officer.login, '--project', project.code];
    expect(await anxin(...mine)).toEqual({ code: 1, says: '请用 --purpose 写明用途，至少四个字。\n' });
    expect((await anxin('--as', stranger.login, '--project', project.code, '--purpose', '核对工资')).says).toContain('没有代码为');
    expect((await anxin('--as', 'guanli', '--project', project.code, '--purpose', '核对工资')).says).toContain('系统管理员只管账号');
    expect(readdirSync(folder)).toEqual([]);
    expect((await anxin(...mine, '--purpose', '核对十一月工资')).says).toContain('已写入');
    expect(readdirSync(folder)).toEqual([`${SEWER}-2026年11月农民工工资支付表.xlsx`]);
    rmSync(folder, { recursive: true });
  });
});
