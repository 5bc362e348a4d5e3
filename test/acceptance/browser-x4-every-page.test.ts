import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WarningRow } from '#modules/monitoring/warnings/domain/wire.ts';
import type { ProjectList } from '#modules/prevention/projects/domain/wire.ts';
import { openBrowser } from '../support/browser.ts';
import { confirm, enterpriseNamed, hire, signIn, step, upload, warningsOf } from '../support/client.ts';
import { expected, faultyPayroll, handInCounty } from '../support/county-a.ts';
import { faultsOf, needBuiltWeb, openWindow } from '../support/pages.ts';
import { DEMO_PASSWORD, type Product, startProduct } from '../support/product.ts';

// X4: every page and important state of it, as each role sees it on the county's own files. axe finds nothing (WCAG 2.2 A, AA and best
// practice), nothing scrolls sideways at 320 px, nothing fails on the way, the tab is named and there is one heading of the first order.

const SEWER = '尹集镇污水管网工程';

/** One state of a page: where it is, what is done there, and the refusals that belong to it. */
interface Visit {
  readonly path: string;
  readonly name?: string;
  readonly act?: (page: Page) => Promise<unknown>;
  readonly refused?: readonly number[];
}

let product: Product;
let browser: Browser;
let sewer = '';
let unpaid: WarningRow;
let officer: { login: string; password: string };
let newcomer: { login: string; password: string };
const imports = { faulty: '', unsure: '', unknown: '', done: '', undone: '' };

beforeAll(async () => {
  needBuiltWeb();
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  const administrator = await signIn(product.url, 'guanli', DEMO_PASSWORD);
  await administrator.post('/api/clock', { day: expected.on });
  const inspector = await signIn(product.url, 'jiancha', DEMO_PASSWORD);
  imports.done = (await handInCounty(inspector)).at(-1)?.id ?? '';
  const { items } = await inspector.get<ProjectList>(`/api/projects?q=${encodeURIComponent(SEWER)}`);
  sewer = items[0]?.id ?? '';
  const found = (await warningsOf(inspector, `project=${sewer}`)).find((row) => row.ruleCode === 'PAY-03');
  if (found === undefined) throw new Error(`no unpaid wages at ${SEWER}`);
  unpaid = found;
  await step(inspector, unpaid.id, { step: 'acknowledge' });

  imports.faulty = (await upload(inspector, '11月工资表.xlsx', faultyPayroll())).id;
  const csv = (text: string) => new TextEncoder().encode(text);
  imports.unsure = (await upload(inspector, '工资.csv', csv('姓名,身份证号,钱数\n张三,37152619710211001X,5200'), 'payroll')).id;
  imports.unknown = (await upload(inspector, '清单.csv', csv('品名,数量\n水泥,20'))).id;
  const twice = await upload(inspector, '专户流水补.csv', csv(FLOWS), 'flows');
  imports.undone = (await confirm(inspector, twice)).id;
  await inspector.post(`/api/imports/${imports.undone}/undo`, { reason: '传成了上个月的表' });

  officer = await hire(administrator, product.url, {
    login: 'shuoyuan',
    name: '周守信',
    role: 'wage-officer',
    organisation: '山东朔垣市政工程有限公司',
    enterpriseId: await enterpriseNamed(administrator, '山东朔垣市政工程有限公司'),
  });
  const { login, password } = await administrator.post<{ login: string; password: string }>('/api/accounts', {
    login: 'xinren',
    name: '新人',
    role: 'auditor',
    organisation: '高唐县审计局',
    regionCode: '371526',
  });
  newcomer = { login, password };
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const FLOWS = [
  '农民工工资专用账户交易明细',
  '账号：37150101040002222,,户名：山东朔垣市政工程有限公司（尹集镇污水管网工程）农民工工资专用账户',
  '交易日期,交易流水号,收入金额,支出金额,余额,对方户名,对方账号,摘要',
  '2026-11-18,B202611180001,11440.00,,16640.00,高唐县城乡水务投资有限公司,37150000000000456,拨付2026年9月人工费',
].join('\n');

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
const inDialog = (act: (page: Page) => Promise<unknown>) => async (page: Page) => {
  await act(page);
  await page.locator('dialog h2').waitFor();
};

/** The pages that everybody at a desk has. */
const deskPages = (): readonly Visit[] => [
  { path: '/' },
  { path: '/warnings' },
  { path: `/warnings/${unpaid.id}` },
  { path: '/projects' },
  { path: `/projects/${sewer}` },
  { path: `/projects/${sewer}/months/2026-09?which=owed` },
  { path: '/rules?q=专用账户' },
];

async function walk(who: { login: string; password?: string } | undefined, visits: readonly Visit[]): Promise<string[]> {
  const seat = await openWindow(browser, product, who);
  const faults: string[] = [];
  for (const { path, name, act, refused } of visits) {
    const at = name === undefined ? path : `${path} ${name}`;
    try {
      await seat.open(path);
      await act?.(seat.page);
      await seat.settle();
      faults.push(...(await faultsOf(seat, refused)).map((says) => `${at}: ${says}`));
    } catch (stuck) {
      faults.push(`${at}: ${stuck instanceof Error ? stuck.message : String(stuck)}`);
      seat.troubles();
    }
  }
  await seat.close();
  return faults;
}

// The windows do not touch each other: walked side by side, the one computes while the other waits.
describe.concurrent('X4 每一页、每种状态', { timeout: 420_000 }, () => {
  it('没登录的人：登录、登录被拒、第一次改密码', async () => {
    const refuse = async (page: Page) => {
      await page.getByLabel('账号', { exact: true }).fill('jiancha');
      await page.getByLabel('密码', { exact: true }).fill('不是这个密码');
      await page.getByRole('button', { name: '登录', exact: true }).click();
      await page.getByRole('alert').waitFor();
    };
    expect(await walk(undefined, [{ path: '/' }, { path: '/', name: '被拒', act: refuse, refused: [401, 422] }])).toEqual([]);
    expect(await walk(newcomer, [{ path: '/warnings', name: '第一次改密码' }])).toEqual([]);
  });

  it('监察员：待办、预警、办理', async () => {
    const handled = async (page: Page) => {
      await page.locator('dialog button[type=submit]').click();
      await page.locator('dialog [role=alert]').first().waitFor();
    };
    const faults = await walk({ login: 'jiancha' }, [
      { path: '/' },
      { path: '/', name: '个人菜单', act: (page) => page.locator('.person-button').click() },
      {
        path: '/',
        name: '查找',
        act: async (page) => {
          await page.keyboard.press('/');
          await page.keyboard.type('污水');
          await page.getByRole('option').first().waitFor();
        },
      },
      { path: '/warnings' },
      { path: '/warnings?level=4,3&sort=-amount&q=工程' },
      { path: '/warnings?q=没有这样的事', name: '空' },
      { path: `/warnings/${unpaid.id}`, name: '条文打开', act: (page) => page.locator('.law-note summary').first().click() },
      { path: `/warnings/${unpaid.id}`, name: '写备注', act: inDialog(press('写备注')) },
      { path: `/warnings/${unpaid.id}?step=comment`, name: '办不成', act: handled },
      { path: '/warnings/999999', name: '没有这条预警', refused: [404] },
      { path: '/password' },
      { path: '/audit', name: '没有权限' },
      { path: '/nothing/here', name: '没有这一页' },
    ]);
    expect(faults).toEqual([]);
  });

  it('监察员：法规与规则', async () => {
    const tried = (act: string) => async (page: Page) => {
      await press(act)(page);
      await page.locator('.law-answer > *').first().waitFor();
    };
    const faults = await walk({ login: 'jiancha' }, [
      { path: '/rules' },
      { path: '/rules?q=没有这条', name: '空' },
      { path: '/rules?tab=calculators' },
      { path: '/rules?tab=due&from=2026-02-06&n=20&unit=working-days' },
      { path: '/rules?tab=procedures' },
      { path: '/rules?tab=statutes' },
      { path: '/rules/PAY-03' },
      { path: '/rules/ARB-12', name: '缺事实', act: tried('看规则怎么答') },
      {
        path: '/rules/ARB-12',
        name: '填了数',
        act: async (page) => {
          await page.getByLabel('有共同请求的劳动者人数').fill('10');
          await page.getByLabel('是否有共同请求').selectOption('yes');
          await tried('看规则怎么答')(page);
          await page.getByText('10 名劳动者有共同请求').waitFor();
        },
      },
      {
        path: '/rules/ARB-12',
        name: '填错',
        refused: [422],
        act: async (page) => {
          await page.getByLabel('有共同请求的劳动者人数').fill('十个');
          await tried('看规则怎么答')(page);
          await page.getByRole('alert').waitFor();
        },
      },
      { path: '/rules/NO-99', name: '没有这条规则', refused: [404] },
      { path: '/calculators/deposit-due', name: '缺事实', act: tried('算出来') },
      { path: '/calculators/who-pays' },
      { path: '/procedures/inspection-case' },
      { path: '/procedures/clue' },
      { path: `/statutes/${encodeURIComponent('移送规定')}` },
    ]);
    expect(faults).toEqual([]);
  });

  it('监察员：项目、月份、工人', async () => {
    const month = `/projects/${sewer}/months/2026-09`;
    const faults = await walk({ login: 'jiancha' }, [
      { path: '/projects' },
      { path: '/projects?q=没有这个项目', name: '空' },
      { path: `/projects/${sewer}` },
      ...['roster', 'attendance', 'payroll', 'flows', 'warnings'].map((tab) => ({ path: `/projects/${sewer}?tab=${tab}` })),
      ...['', '?which=owed', '?tab=attendance', '?tab=payroll', '?tab=flows'].map((query) => ({ path: `${month}${query}` })),
      { path: `${month}?which=owed`, name: '看身份证号', act: inDialog(press(/的身份证号/)) },
      { path: `/projects/${sewer}/months/2019-01`, name: '没有数据的月份' },
      { path: '/projects/999999', name: '没有这个项目', refused: [404] },
    ]);
    expect(faults).toEqual([]);
  });

  it('监察员：导入的每一步', async () => {
    const faults = await walk({ login: 'jiancha' }, [
      { path: '/imports' },
      { path: '/imports?state=failed', name: '空' },
      { path: `/imports/${imports.faulty}`, name: '有错' },
      { path: `/imports/${imports.unsure}`, name: '对列' },
      {
        path: `/imports/${imports.unsure}`,
        name: '对列没对全',
        act: async (page) => {
          await press(/按这样对列/)(page);
          await page.getByRole('alert').first().waitFor();
        },
      },
      { path: `/imports/${imports.unknown}`, name: '认不出是哪种表' },
      { path: `/imports/${imports.done}`, name: '已收下' },
      { path: `/imports/${imports.done}`, name: '撤销', act: inDialog(press('撤销这次导入')) },
      { path: `/imports/${imports.undone}`, name: '已撤销' },
      { path: '/imports/999999', name: '没有这次导入', refused: [404] },
    ]);
    expect(faults).toEqual([]);
  });

  it('镇专员', async () => {
    const faults = await walk({ login: 'zhuanyuan2' }, [...deskPages(), { path: '/imports' }]);
    expect(faults).toEqual([]);
  });

  it('企业劳资专管员', async () => {
    const faults = await walk(officer, [
      { path: '/' },
      { path: '/warnings' },
      { path: `/warnings/${unpaid.id}` },
      { path: `/warnings/${unpaid.id}?step=handle`, name: '回复', act: inDialog(async () => undefined) },
      {
        path: `/warnings/${unpaid.id}?step=handle`,
        name: '没写没传',
        act: async (page) => {
          await page.locator('dialog button[type=submit]').click();
          await page.locator('dialog [role=alert]').first().waitFor();
        },
      },
      { path: '/projects' },
      { path: `/projects/${sewer}` },
      { path: `/projects/${sewer}/months/2026-09?which=owed` },
      { path: '/imports' },
      { path: '/rules?q=告示牌' },
      { path: '/audit', name: '不归这个岗位' },
    ]);
    expect(faults).toEqual([]);
  });

  it.each([
    ['领导', 'lingdao'],
    ['行业主管部门', 'zhujian'],
  ])('%s', async (_, login) => {
    const faults = await walk({ login }, deskPages());
    expect(faults).toEqual([]);
  });

  it('审计员', async () => {
    const faults = await walk({ login: 'shenji' }, [
      { path: '/audit' },
      { path: '/audit?actor=王建国&action=warning.acknowledge' },
      { path: '/audit?actor=没有这个人', name: '空' },
      ...deskPages(),
    ]);
    expect(faults).toEqual([]);
  });

  it('管理员：账号、开账号、重设、停用、演示日期', async () => {
    const open = inDialog(press('开账号'));
    const faults = await walk({ login: 'guanli' }, [
      { path: '/' },
      { path: '/?q=没有这个人', name: '空' },
      {
        path: '/',
        name: '开企业账号，按名称找单位',
        act: async (page) => {
          await open(page);
          await page.getByLabel('岗位').selectOption('wage-officer');
          await page.getByLabel('哪个单位').fill('朔垣');
          await page.getByRole('radio', { name: '山东朔垣市政工程有限公司' }).check();
        },
      },
      {
        path: '/',
        name: '开账号，管哪里没选',
        act: async (page) => {
          await open(page);
          await page.getByLabel('岗位').selectOption('industry-regulator');
          await page.locator('dialog button[type=submit]').click();
          await page.locator('dialog [role=alert]').waitFor();
        },
      },
      { path: '/', name: '重设密码', act: inDialog(press(/^重设密码/)) },
      { path: '/', name: '停用', act: inDialog(press(/^停用/)) },
      { path: '/clock' },
      { path: '/password' },
      { path: '/warnings', name: '管账号的人不看工资' },
    ]);
    expect(faults).toEqual([]);
  });
});
