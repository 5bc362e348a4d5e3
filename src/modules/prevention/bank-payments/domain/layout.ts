/** 代发文件格式, as data: what a bank's counter or net bank takes, and what it gives back. */
export interface FileLayout {
  readonly key: string;
  readonly name: string;
  readonly format: 'xlsx' | 'csv' | 'txt';
  readonly encoding: 'gb18030' | 'utf-8-bom';
  readonly delimiter: string;
  readonly lineEnd: '\r\n' | '\n';
  readonly amountUnit: 'yuan' | 'fen';
  /** Lines before the columns; `{count}`, `{total}`, `{date}`, `{batchNo}`, `{payerAccount}`, `{payerName}` are filled in. */
  readonly header: readonly string[];
  /** Whether a line of column titles follows the header. */
  readonly titles: boolean;
  readonly columns: readonly LayoutColumn[];
  readonly trailer: readonly string[];
  /** Lines of one file; a larger batch becomes several files. */
  readonly maxRows: number;
  /** Without the ending: `{batchNo}`, `{part}`, `{date}`. */
  readonly fileName: string;
  /** Key of the bank's words for an outcome. */
  readonly words: string;
  /**
   * How a result file of this bank is read: by its titles, or, where it has none, by places. `mark` is the place that tells
   * totals from details.
   */
  readonly result:
    | { readonly by: 'titles' }
    | { readonly by: 'places'; readonly places: Readonly<Partial<Record<ResultField, number>>>; readonly mark: ResultMark };
}

export interface ResultMark {
  readonly place: number;
  readonly total: string;
  readonly detail: string;
  readonly totalAmount: number;
  readonly totalCount: number;
}

export interface LayoutColumn {
  readonly title: string;
  readonly source: ColumnSource;
  /** Always this text. */
  readonly constant?: string;
  /** Filled up to this width. */
  readonly width?: number;
  readonly pad?: 'left-zero' | 'right-space';
  readonly maxLength?: number;
  readonly required?: boolean;
}

export type ColumnSource =
  | 'number'
  | 'name'
  | 'card'
  | 'amount'
  | 'bank'
  | 'cnaps'
  | 'identityMask'
  | 'remark'
  | 'serial'
  | 'date'
  | 'payerAccount'
  | 'payerName'
  | 'payerBank'
  | 'otherBank'
  | 'constant';

export type ResultField = 'serial' | 'number' | 'card' | 'name' | 'amount' | 'status' | 'code' | 'words' | 'bankSerial' | 'on';

const column = (title: string, source: ColumnSource, more: Omit<LayoutColumn, 'title' | 'source'> = {}): LayoutColumn => ({ title, source, ...more });
const always = (title: string, constant: string): LayoutColumn => ({ title, source: 'constant', constant });
const BASE = {
  delimiter: ',',
  lineEnd: '\r\n',
  encoding: 'gb18030',
  amountUnit: 'yuan',
  header: [],
  titles: true,
  trailer: [],
  result: { by: 'titles' },
  words: 'common',
} as const;

/** To be compared with the opening branch before use: no preset is in force until somebody says they did. */
export const CONFIRM_FIRST = '向开户行核对后启用';

export const LAYOUTS: readonly FileLayout[] = [
  {
    ...BASE,
    key: 'generic',
    name: '通用代发表',
    format: 'xlsx',
    maxRows: 10_000,
    fileName: '代发_{batchNo}_{part}',
    columns: [
      column('序号', 'number'),
      column('户名', 'name', { required: true, maxLength: 60 }),
      column('账号', 'card', { required: true }),
      column('金额', 'amount', { required: true }),
      column('开户行', 'bank'),
      column('联行号', 'cnaps'),
      column('证件号', 'identityMask'),
      column('备注', 'remark', { maxLength: 60 }),
    ],
  },
  {
    ...BASE,
    key: 'icbc-text',
    name: '工商银行网银助手文本',
    format: 'txt',
    delimiter: '|',
    amountUnit: 'fen',
    titles: false,
    maxRows: 5_000,
    words: 'icbc',
    fileName: '{batchNo}_{part}.bpt',
    header: ['#总计信息', '#币种|日期|总计标志|总金额|总笔数|', 'RMB|{date}|1|{total}|{count}|', '#明细指令信息'],
    columns: [
      always('币种', 'RMB'),
      column('日期', 'date'),
      always('明细标志', '2'),
      column('顺序号', 'number'),
      column('付款账号开户行', 'payerBank'),
      column('付款账号', 'payerAccount', { required: true }),
      column('付款账号名称', 'payerName', { required: true }),
      column('收款账号开户行', 'bank'),
      always('收款账号省份', ''),
      always('收款账号地市', ''),
      always('收款账号地区码', ''),
      column('收款账号', 'card', { required: true }),
      column('收款账号名称', 'name', { required: true, maxLength: 60 }),
      column('金额', 'amount', { required: true }),
      always('汇款用途', '农民工工资'),
      column('备注信息', 'remark', { maxLength: 60 }),
      always('汇款方式', '2'),
      always('短信手机', ''),
      column('自定义序号', 'serial'),
      always('', ''),
    ],
    result: {
      by: 'places',
      places: { number: 3, card: 11, name: 12, amount: 13, serial: 18, status: 19, words: 20, bankSerial: 21 },
      mark: { place: 2, total: '1', detail: '2', totalAmount: 3, totalCount: 4 },
    },
  },
  {
    ...BASE,
    key: 'icbc-excel',
    name: '工商银行企业财务室表格',
    format: 'xlsx',
    maxRows: 5_000,
    words: 'icbc',
    fileName: '代发工资_{batchNo}_{part}',
    columns: [
      column('卡号', 'card', { required: true }),
      column('姓名', 'name', { required: true, maxLength: 60 }),
      column('金额', 'amount', { required: true }),
      column('备注', 'remark', { maxLength: 20 }),
    ],
  },
  {
    ...BASE,
    key: 'ccb',
    name: '建设银行代发',
    format: 'xlsx',
    maxRows: 5_000,
    fileName: '建行代发_{batchNo}_{part}',
    columns: [
      column('序号', 'number'),
      column('账号', 'card', { required: true }),
      column('户名', 'name', { required: true, maxLength: 60 }),
      column('金额', 'amount', { required: true }),
      column('跨行标识', 'otherBank'),
      column('行名', 'bank'),
      column('联行行号', 'cnaps'),
      column('备注', 'remark', { maxLength: 40 }),
    ],
  },
  {
    ...BASE,
    key: 'abc',
    name: '农业银行代发',
    format: 'csv',
    maxRows: 5_000,
    fileName: '农行代发_{batchNo}_{part}',
    columns: [
      column('编号', 'number'),
      column('收款方账号', 'card', { required: true }),
      column('收款方户名', 'name', { required: true, maxLength: 60 }),
      column('金额', 'amount', { required: true }),
      column('备注', 'remark', { maxLength: 40 }),
    ],
  },
  {
    ...BASE,
    key: 'cmb',
    name: '招商银行代发',
    format: 'xlsx',
    maxRows: 3_000,
    words: 'cmb',
    fileName: '招行代发_{batchNo}_{part}',
    columns: [
      column('账号', 'card', { required: true }),
      column('户名', 'name', { required: true, maxLength: 60 }),
      column('金额', 'amount', { required: true }),
      column('开户行', 'bank'),
      always('开户地', ''),
      column('注释', 'serial'),
    ],
  },
  {
    ...BASE,
    key: 'psbc',
    name: '邮储银行、农商行代发',
    format: 'csv',
    maxRows: 5_000,
    fileName: '代发_{batchNo}_{part}',
    columns: [
      column('序号', 'number'),
      column('账号', 'card', { required: true }),
      column('户名', 'name', { required: true, maxLength: 60 }),
      always('证件类型', '居民身份证'),
      column('证件号码', 'identityMask'),
      column('金额', 'amount', { required: true }),
      column('摘要', 'remark', { maxLength: 40 }),
    ],
  },
];

export function findLayout(key: string): FileLayout | undefined {
  return LAYOUTS.find((layout) => layout.key === key);
}
