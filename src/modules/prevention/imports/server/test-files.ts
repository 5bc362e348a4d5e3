import { checkCharacter, luhnDigit } from '#kernel/identifiers/index.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import { fixedClock } from '#platform/clock.ts';
import { freshKeys } from '#platform/vault/index.ts';
import type { FreshDatabase } from '../../../../../test/support/database.ts';
import type { Sender } from './sender.ts';
import { type Imports, imports } from './service.ts';

/** A valid identity number that belongs to nobody: the place code 371526, the order given. */
export function identityOf(order: number): string {
  const seventeen = `371526${1960 + (order % 40)}${String(1 + (order % 12)).padStart(2, '0')}${String(1 + (order % 28)).padStart(2, '0')}${String(Math.floor(order / 7) % 1000).padStart(3, '0')}`;
  return seventeen + checkCharacter(seventeen);
}

export function cardOf(order: number): string {
  const digits = `622202${String(1_000_000_000_00 + order)}`;
  return digits + luhnDigit(digits);
}

export function csv(rows: readonly (readonly (string | number | null)[])[]): Buffer {
  return Buffer.from(
    `${rows.map((row) => row.map((cell) => (cell === null ? '' : /[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell))).join(',')).join('\r\n')}\r\n`,
  );
}

export const OFFICIAL: Sender = {
  accountId: '1',
  name: '李监察',
  role: 'inspector',
  regionCode: '371526',
  enterpriseId: null,
  scope: { role: 'app_official', region: '371526', accountId: '1' },
  permissions: ['import.ledger', 'import.records', 'import.undo'],
};
export const NEIGHBOUR: Sender = {
  ...OFFICIAL,
  accountId: '2',
  name: '王监察',
  regionCode: '371522',
  scope: { role: 'app_official', region: '371522', accountId: '2' },
};
export function enterpriseSender(enterpriseId: string): Sender {
  return {
    accountId: '3',
    name: '赵专管',
    role: 'wage-officer',
    regionCode: null,
    enterpriseId,
    scope: { role: 'app_enterprise', enterpriseId, accountId: '3' },
    permissions: ['import.records', 'import.undo'],
  };
}

export const TODAY = '2026-11-22' as CivilDate;

export interface World {
  readonly imports: Imports;
  close(): Promise<void>;
}

export async function layOut(db: FreshDatabase): Promise<void> {
  await db.owner(`insert into office.region (code, name, level, parent) values ('37', '山东省', 'province', null), ('3715', '聊城市', 'prefecture', '37'), ('371526', '高唐县', 'county', '3715'),
    ('371526001', '鱼邱湖街道', 'town', '371526'), ('371522', '莘县', 'county', '3715')`);
}

export function open(db: FreshDatabase, keys = freshKeys()): Imports {
  return imports({ store: db.store, clock: fixedClock(TODAY), keys, connectionString: db.appUrl });
}

export function ledgerFile(rows: readonly (readonly (string | number | null)[])[]): Buffer {
  return csv([
    ['高唐县在建项目台账'],
    ['序号', '项目名称', '项目代码', '所属地区', '建设单位', '施工总承包单位', '分包单位', '合同造价（万元）', '开工日期', '发薪日', '专户账号', '项目状态'],
    ...rows,
  ]);
}

export const LEDGER = ledgerFile([
  [
    1,
    '锦绣城一期',
    '2026-371526-47-03-000001',
    '鱼邱湖街道',
    '高唐城投公司',
    '山东甲建设有限公司',
    '聊城乙劳务有限公司',
    '3,200.5',
    '2026-03-01',
    '15日',
    '15001234567890',
    '在建',
  ],
  [2, '人民医院新院区', '2026-371526-47-03-000002', '高唐县', '高唐县卫健局', '山东丙建筑有限公司', '', 9000, '2026年4月1日', 20, '15009876543210', '在建'],
]);

export function rosterFile(people: number, project = '锦绣城一期', extra: readonly (readonly (string | number | null)[])[] = []): Buffer {
  const rows = Array.from({ length: people }, (_, at) => [
    at + 1,
    `工人${at}`,
    identityOf(at),
    `138${String(10_000_000 + at)}`,
    '钢筋工',
    '钢筋班',
    '2026-03-05',
    null,
    '聊城乙劳务有限公司',
    cardOf(at),
    '工商银行',
  ]);
  return csv([
    ['农民工花名册'],
    [`工程名称：${project}`],
    ['序号', '姓名', '身份证号码', '联系电话', '工种', '班组', '进场日期', '退场日期', '用工单位', '工资卡号', '工资卡开户行'],
    ...rows,
    ...extra,
    ['制表人：张三'],
  ]);
}

export function payrollFile(
  people: number,
  options: {
    readonly month?: string;
    readonly net?: (at: number) => number;
    readonly project?: string;
    readonly extra?: readonly (readonly (string | number | null)[])[];
  } = {},
): Buffer {
  const net = options.net ?? (() => 6000);
  const rows = Array.from({ length: people }, (_, at) => [
    at + 1,
    `工人${at}`,
    identityOf(at),
    '钢筋工',
    '钢筋班',
    22,
    300,
    6600,
    600,
    net(at),
    '工商银行',
    cardOf(at),
    '√',
  ]);
  const total = rows.reduce((sum, row) => sum + Number(row[9]), 0);
  return csv([
    ['农民工工资支付表'],
    [`工程名称：${options.project ?? '锦绣城一期'}`, null, null, `年月：${options.month ?? '2026年9月'}`],
    ['序号', '姓名', '身份证号', '工种', '班组', '出勤天数', '日工资', '应发合计', '预支扣除', '实发金额', '开户行', '银行卡号', '本人签字'],
    ...rows,
    ...(options.extra ?? []),
    ['合计', null, null, null, null, null, null, null, null, total],
  ]);
}
