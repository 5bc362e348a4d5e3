import { isIbanOf } from './iban.ts';
import { parseCivilDate } from '#kernel/civil-date.ts';
import type { AbroadFormat } from './types.ts';

/** A field that is asked for: what it is called, whether the file can do without, and what it must look like. */
export interface AskedField {
  readonly key: string;
  readonly name: string;
  readonly isRequired: boolean;
  /** Said when it does not look like it. */
  readonly form: string;
  readonly isSound: (text: string) => boolean;
}

export interface FormatForm {
  readonly name: string;
  readonly span: 'month' | 'week';
  /** The payroll must have been kept in it: nothing is converted. */
  readonly currency: string;
  readonly head: readonly AskedField[];
  readonly worker: readonly AskedField[];
}

const asked = (key: string, name: string, form: string, isSound: RegExp | ((text: string) => boolean), isRequired = true): AskedField => ({
  key,
  name,
  isRequired,
  form,
  isSound: typeof isSound === 'function' ? isSound : (text) => isSound.test(text),
});
const optional = (key: string, name: string, form: string, isSound: RegExp | ((text: string) => boolean)): AskedField => asked(key, name, form, isSound, false);
/** Printable ASCII without what would break a line of a comma-separated file. */
const plain = (most: number) => (text: string) => text.length <= most && /^[\x20-\x7e]*$/.test(text) && !/[,"]/.test(text);
/** Printable ASCII. */
const latin = (most: number) => (text: string) => text.length <= most && /^[\x20-\x7e]+$/.test(text);
const amount = /^\d{1,12}(\.\d{1,2})?$/;
const AMOUNT = '数字，最多两位小数';
const currency = (code: string) => asked('currency', '币种', `填 ${code}，表示工资表里的金额就是 ${code}`, (text) => text === code);
/** `2026-09-03=2;2026-09-05=1.5` */
const HOURS_BY_DAY = /^\d{4}-\d{2}-\d{2}=\d{1,2}(\.\d{1,2})?(;\d{4}-\d{2}-\d{2}=\d{1,2}(\.\d{1,2})?)*$/;
const BY_DAY = '日期=小时，多个用分号隔开，例如 2026-09-03=2;2026-09-05=1.5';
const HOURS_A_DAY = asked(
  'hoursPerDay',
  '每个整天的小时数',
  '0.25 到 24，最多两位小数',
  (text) => /^\d{1,2}(\.\d{1,2})?$/.test(text) && Number(text) >= 0.25 && Number(text) <= 24,
);
const DAY = '写成 2026-09-05';
const isDay = (text: string) => parseCivilDate(text) !== null;
const PHONE = /^\+?[\d() .-]{7,20}$/;
const EMAIL = (most: number) => (text: string) => text.length <= most && /^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/.test(text);

/** WPS File Format Reference Guide v1.1. */
const uae: FormatForm = {
  name: '阿联酋 WPS SIF',
  span: 'month',
  currency: 'AED',
  head: [
    currency('AED'),
    asked('employerId', '雇主编号', '最多 13 位数字', /^\d{1,13}$/),
    asked('employerRouting', '雇主银行路由号', '9 位数字', /^\d{9}$/),
    optional('reference', '雇主备注', '最多 35 个英文字符，不含逗号', plain(35)),
    optional('dateForm', '日期写法', 'YYYY-MM-DD（不填即是）或 YYYYMMDD，按开户行的要求', /^YYYY-?MM-?DD$/),
  ],
  worker: [
    asked('employeeId', '员工编号（MOHRE）', '最多 14 位数字', /^\d{1,14}$/),
    asked('routing', '员工银行路由号', '9 位数字', /^\d{9}$/),
    asked('account', '员工 IBAN 或账号', 'AE 开头 23 位的 IBAN（校验位要对），或 16 位账号', (text) => /^\d{16}$/.test(text) || isIbanOf('AE', text)),
    asked('leaveDays', '无薪假天数', '0 到 31 的整数', (text) => /^\d{1,2}$/.test(text) && Number(text) <= 31),
    ...(['housing', 'conveyance', 'medical', 'passage', 'leaveEncashment'] as const).map((key) =>
      optional(
        key,
        { housing: '住房补贴', conveyance: '交通补贴', medical: '医疗补贴', passage: '年度机票', leaveEncashment: '休假折现' }[key],
        AMOUNT,
        amount,
      ),
    ),
  ],
};

const qatar: FormatForm = {
  name: '卡塔尔 SIF',
  span: 'month',
  currency: 'QAR',
  head: [
    currency('QAR'),
    asked('employerEid', '雇主 EID', '8 位数字', /^\d{8}$/),
    optional('payerEid', '付款方 EID', '8 位数字；与付款方 QID 二选一', /^\d{8}$/),
    optional('payerQid', '付款方 QID', '11 位数字；与付款方 EID 二选一', /^\d{11}$/),
    asked('payerBank', '付款行简称', '1 到 4 个大写字母或数字', /^[A-Z0-9]{1,4}$/),
    asked('payerIban', '付款方 IBAN', 'QA 开头 29 位，校验位要对', (text) => isIbanOf('QA', text)),
    optional('version', 'SIF 版本', '不填，或 1', /^1$/),
    optional('idTitle', '记录序号列名', 'Record Sequence（不填即是）或 Record ID，按开户行的要求', /^Record (Sequence|ID)$/),
  ],
  worker: [
    asked('latinName', '英文姓名', '最多 70 个英文字符，不含逗号', (text) => text !== '' && plain(70)(text)),
    optional('qid', 'QID', '11 位数字；与签证号二选一', /^\d{11}$/),
    optional('visaId', '签证号', '12 位以内字母数字；与 QID 二选一', /^[A-Z0-9]{1,12}$/),
    asked('bank', '收款行简称', '1 到 4 个大写字母或数字', /^[A-Z0-9]{1,4}$/),
    asked('account', '收款账号', 'QA 开头 29 位的 IBAN（校验位要对），或最多 29 位数字', (text) => /^\d{1,29}$/.test(text) || isIbanOf('QA', text)),
    asked('frequency', '发薪周期', 'M（每月）或 B（半月）', /^[MB]$/),
    optional('paymentType', '付款类别', '最多 40 个英文字符，不含逗号', plain(40)),
    optional('notes', '备注', '最多 300 个英文字符，不含逗号', plain(300)),
    ...(['housing', 'food', 'transport', 'overtimeAllowance'] as const).map((key) =>
      optional(key, { housing: '住房补贴', food: '伙食补贴', transport: '交通补贴', overtimeAllowance: '加班补贴' }[key], AMOUNT, amount),
    ),
    optional('deductionReason', '扣款原因代码', '1 到 99；版本 1 且有扣款时必填', /^[1-9]\d?$/),
    optional('extra1', '附加字段 1', '最多 50 个英文字符，不含逗号', plain(50)),
    optional('extra2', '附加字段 2', '最多 50 个英文字符，不含逗号', plain(50)),
  ],
};

const NAMES: readonly AskedField[] = [
  asked('lastName', '姓（英文）', '最多 40 个英文字符', latin(40)),
  asked('firstName', '名（英文）', '最多 40 个英文字符', latin(40)),
];
const RATES: readonly AskedField[] = [
  asked('classification', '工种分类（英文）', '最多 300 个英文字符', latin(300)),
  asked('rate', '小时工资', AMOUNT, amount),
  asked('overtimeRate', '加班小时工资', AMOUNT, amount),
  optional('overtime', '每日加班小时', BY_DAY, HOURS_BY_DAY),
];

/** Rev. January 2025, OMB 1235-0008. */
const wh347: FormatForm = {
  name: '美国 WH-347',
  span: 'week',
  currency: 'USD',
  head: [
    currency('USD'),
    HOURS_A_DAY,
    asked('role', '身份', 'prime 或 subcontractor', /^(prime|subcontractor)$/),
    asked('businessName', '企业英文名', '最多 100 个英文字符', latin(100)),
    asked('businessAddress', '企业地址', '最多 150 个英文字符', latin(150)),
    asked('projectName', '项目英文名', '最多 100 个英文字符', latin(100)),
    asked('projectLocation', '项目地点', '最多 100 个英文字符', latin(100)),
    asked('contractNo', '项目或合同编号', '最多 50 个英文字符', latin(50)),
    asked('wageDetermination', 'Wage Determination 编号', '最多 50 个英文字符', latin(50)),
    asked('payrollNo', '认证工资单序号', '1 到 9999', /^[1-9]\d{0,3}$/),
    asked('isFinal', '是否最后一份', 'yes 或 no', /^(yes|no)$/),
    asked('officialName', '签署人姓名', '最多 80 个英文字符', latin(80)),
    asked('officialTitle', '签署人职务', '最多 80 个英文字符', latin(80)),
    asked('officialPhone', '签署人电话', '7 到 20 位电话号码', PHONE),
    asked('officialEmail', '签署人邮箱', '邮箱地址，最多 80 个字符', EMAIL(80)),
    asked('signedOn', '签署日期', DAY, isDay),
    optional('remarks', '备注', '最多 500 个英文字符', latin(500)),
  ],
  worker: [
    ...NAMES,
    optional('middleInitial', '中间名首字母', '一个大写字母', /^[A-Z]$/),
    asked('ssnLast4', 'SSN 后四位', '4 位数字', /^\d{4}$/),
    asked('status', '身份', 'J（熟练工）或 RA（注册学徒）', /^(J|RA)$/),
    ...RATES,
    asked('fringeCredit', '每小时福利抵扣', AMOUNT, amount),
    asked('fringeCash', '每小时代替福利的现金', AMOUNT, amount),
    asked('grossAllWork', '本周全部工作总收入', AMOUNT, amount),
    asked('taxes', '代扣税款', AMOUNT, amount),
    asked('fica', 'FICA', AMOUNT, amount),
    asked('otherDeductions', '其他扣款', AMOUNT, amount),
  ],
};

/** The deductions of an eCPR, in its order. */
export const ECPR_DEDUCTIONS = [
  'fedTax',
  'FICA',
  'stateTax',
  'SDI',
  'vacationHoliday',
  'healthWelfare',
  'pension',
  'training',
  'fundAdmin',
  'dues',
  'travelSubs',
  'savings',
  'other',
] as const;

const ecpr: FormatForm = {
  name: '加州 eCPR',
  span: 'week',
  currency: 'USD',
  head: [
    currency('USD'),
    HOURS_A_DAY,
    asked('contractorName', '承包商英文名', '最多 56 个英文字符', latin(56)),
    asked('licenseType', '执照类型', 'CSLB、PL 或 OTHER', /^(CSLB|PL|OTHER)$/),
    asked('licenseNum', '执照号', '最多 20 个英文字符', latin(20)),
    asked('pwcr', 'PWCR 编号', '10 位数字或 NA', /^(\d{10}|NA)$/),
    asked('fein', 'FEIN', '9 位数字', /^\d{9}$/),
    asked('street', '街道', '最多 40 个英文字符', latin(40)),
    asked('city', '城市', '最多 25 个英文字符', latin(25)),
    asked('state', '州', '两个大写字母', /^[A-Z]{2}$/),
    asked('zip', '邮编', '5 位数字', /^\d{5}$/),
    asked('insuranceNum', '工伤保险号', '最多 40 个英文字符', latin(40)),
    asked('email', '承包商邮箱', '邮箱地址，最多 60 个字符', EMAIL(60)),
    asked('projectId', 'DIR 项目编号', '1 到 18 位数字', /^\d{1,18}$/),
    optional('awardingBodyId', '发包机构编号', '最多 9 位数字', /^\d{1,9}$/),
    optional('projectNum', '项目号', '最多 50 个英文字符', latin(50)),
    optional('contractId', '合同号', '最多 25 个英文字符', latin(25)),
  ],
  worker: [
    ...NAMES,
    asked('ssn', 'SSN', '9 位数字', /^\d{9}$/),
    asked('street', '住址街道', '最多 40 个英文字符', latin(40)),
    asked('city', '住址城市', '最多 25 个英文字符', latin(25)),
    asked('state', '住址州', '两个大写字母', /^[A-Z]{2}$/),
    asked('zip', '住址邮编', '5 位数字', /^\d{5}$/),
    asked('exemptions', '免税人数', '0 到 99', /^\d{1,2}$/),
    ...RATES,
    optional('doubletimeRate', '双倍工时小时工资', AMOUNT, amount),
    optional('doubletime', '每日双倍小时', BY_DAY, HOURS_BY_DAY),
    asked('grossAllWork', '本周全部工作总收入', AMOUNT, amount),
    ...ECPR_DEDUCTIONS.map((key) => optional(key, `扣款 ${key}`, AMOUNT, amount)),
    optional('notes', '备注', '最多 256 个英文字符', latin(256)),
    asked('checkNum', '支票号', '最多 20 个英文字符', latin(20)),
  ],
};

export const FORMAT_FORMS: Readonly<Record<AbroadFormat, FormatForm>> = { 'uae-sif': uae, 'qatar-sif': qatar, 'wh-347': wh347, ecpr };
