import type { WorkbookKind } from './wire.ts';

/** What of a person a column shows: masked, unless the reader may see it whole and said why. */
export type Personal = 'identity' | 'phone' | 'card';

/** One column of a form: its heading as the importer knows it, and the field of the record it shows. */
export interface FormColumn {
  readonly key: string;
  readonly heading: string;
  readonly kind: 'text' | 'number' | 'money';
  /** In characters. */
  readonly width: number;
  readonly personal?: Personal;
  /** Left empty in a ready-filled form: it is what somebody is to type. */
  readonly isTyped?: boolean;
  /** Added up under the rows. */
  readonly isSummed?: boolean;
}

/** A form of the field, as an office prints it. */
export interface Form {
  readonly kind: WorkbookKind;
  readonly title: string;
  /** Whose rows one sheet holds. */
  readonly of: 'project' | 'project-month' | 'place';
  readonly columns: readonly FormColumn[];
  /** Who signs under the table. */
  readonly signs: string;
  /** How its cells are to be filled, under the table. */
  readonly legend?: string;
  /** The column whose total stands in capitals under the table. */
  readonly inCapitals?: string;
  /** A signature needs a row of 0.8 cm. */
  readonly isSigned: boolean;
}

type More = Partial<Pick<FormColumn, 'personal' | 'isTyped' | 'isSummed'>>;
const text = (key: string, heading: string, width = 12, more: More = {}): FormColumn => ({ key, heading, kind: 'text', width, ...more });
const number = (key: string, heading: string, width = 8, more: More = {}): FormColumn => ({ key, heading, kind: 'number', width, ...more });
/** A worker's amounts are under a million; those of a project may be a thousand million. */
const money = (key: string, heading: string, more: More = {}): FormColumn => ({ key, heading, kind: 'money', width: 12, ...more });
const large = (key: string, heading: string, more: More = {}): FormColumn => ({ ...money(key, heading, more), width: 18 });
const typed = { isTyped: true } as const;
const summed = { isSummed: true } as const;
const both = { isTyped: true, isSummed: true } as const;

const no = number('no', '序号', 6);
const name = text('name', '姓名', 10);
const identity = text('identity', '身份证号码', 21, { personal: 'identity' });
const signature = text('hand', '本人签字（指印）', 16);

const roster: Form = {
  kind: 'roster',
  title: '农民工花名册',
  of: 'project',
  columns: [
    no,
    name,
    text('sex', '性别', 6),
    text('nation', '民族', 6, typed),
    text('born_on', '出生日期', 12),
    identity,
    text('address', '家庭住址', 16, typed),
    text('phone', '联系电话', 14, { personal: 'phone' }),
    text('job', '工种', 10),
    text('team', '班组', 14),
    text('leader', '是否班组长', 8),
    text('skill', '技能证书编号', 12, typed),
    text('entered_on', '进场日期', 12),
    text('left_on', '退场日期', 12),
    text('contract_no', '劳动合同编号', 14),
    text('contract_kind', '合同类型', 10),
    text('contract_signed_on', '合同签订日期', 12),
    text('contract_from', '合同开始日期', 12),
    text('contract_until', '合同结束日期', 12),
    text('pay_kind', '计酬方式', 8),
    money('pay_rate_fen', '工资标准'),
    text('card_bank', '工资卡开户行', 14),
    text('card', '工资卡号', 23, { personal: 'card' }),
    text('card_holder', '户名', 10),
    text('emergency', '紧急联系人', 14, typed),
    text('trained_on', '岗前培训日期', 12),
    text('employer', '用工单位', 20),
    signature,
  ],
  signs: '劳资专管员（签字）：            项目经理（签字）：            填报单位（盖章）：',
  isSigned: true,
};

const attendance: Form = {
  kind: 'attendance',
  title: '农民工考勤表',
  of: 'project-month',
  columns: [
    no,
    name,
    identity,
    text('job', '工种', 9),
    text('team', '班组', 12),
    ...Array.from({ length: 31 }, (_, day) => text(`day-${day + 1}`, String(day + 1), 3.6, typed)),
    number('claimed_days', '出勤天数合计', 7, typed),
    number('overtime_hours', '加班小时合计', 7, typed),
    signature,
  ],
  signs:
    '班组长（签字）：            劳资专管员（签字）：            项目经理（签字）：            监理（签字）：            公示：      年   月   日至      年   月   日',
  legend: '填写说明：√ 出勤　△ 半天　× 缺勤　J 加班（后写小时，如 J2）　B 病假　S 事假　X 休息',
  isSigned: true,
};

const payroll: Form = {
  kind: 'payroll',
  title: '农民工工资支付表',
  of: 'project-month',
  columns: [
    no,
    name,
    { ...identity, heading: '身份证号' },
    text('phone', '联系电话', 14, { personal: 'phone' }),
    text('job', '工种', 9),
    text('team', '班组', 12),
    number('work_days', '工时/出勤天数', 8),
    text('pieces', '计件工程量', 8, typed),
    money('day_rate_fen', '单价/日工资'),
    money('base_fen', '基本工资', typed),
    money('overtime_fen', '加班工资', both),
    money('bonus_fen', '奖金/津贴', both),
    money('due_fen', '应发合计', both),
    money('advance_fen', '预支(借支)扣除', both),
    money('withheld_fen', '社保/个税代扣', both),
    money('other_deduction_fen', '其他扣款', both),
    money('net_fen', '实发金额', both),
    text('card_bank', '开户行', 14),
    text('card', '银行卡号', 23, { personal: 'card' }),
    text('signed', '本人签字(指印)', 14, typed),
    text('item', '工资项目', 8),
    text('employer', '用工单位', 18),
    text('made_on', '编制日期', 12, typed),
    text('pay_date', '支付日期', 12, typed),
    text('remark', '备注', 12, typed),
  ],
  signs:
    '班组长（签字）：            分包单位负责人：            劳资专管员：            项目经理：            总包审核：            公示：      年   月   日至      年   月   日',
  inCapitals: 'net_fen',
  isSigned: true,
};

const summary: Form = {
  kind: 'summary',
  title: '工资发放汇总表',
  of: 'project-month',
  columns: [
    no,
    text('employer', '分包单位', 22),
    text('team', '班组', 14),
    number('due_people', '应发人数', 8, summed),
    number('paid_people', '实发人数', 8, summed),
    large('due_fen', '应发金额', summed),
    large('paid_fen', '实发金额', summed),
    number('unpaid_people', '未发人数', 8, summed),
    large('unpaid_fen', '未发金额', summed),
    text('unpaid_why', '未发原因', 16, typed),
    text('batch', '代发批次号', 16, typed),
    text('paid_on', '代发日期', 12),
    text('receipt', '回单号', 16, typed),
  ],
  signs: '劳资专管员（签字）：            项目经理（签字）：            总包单位（盖章）：',
  inCapitals: 'paid_fen',
  isSigned: false,
};

const labourCost: Form = {
  kind: 'labour-cost',
  title: '人工费拨付台账',
  of: 'project',
  columns: [
    number('no', '期次', 6),
    text('month', '月份', 10),
    text('progress', '产值/进度款', 14, typed),
    large('due_fen', '应拨人工费', summed),
    large('paid_fen', '实拨人工费', summed),
    text('paid_on', '拨付日期', 12),
    text('serial_no', '流水号', 22),
    large('gap_fen', '差额', summed),
    number('late_days', '逾期天数', 8),
  ],
  signs: '建设单位（盖章）：            总包单位（盖章）：            编制人：',
  inCapitals: 'paid_fen',
  isSigned: false,
};

const accounts: Form = {
  kind: 'accounts',
  title: '工资专户和保证金台账',
  of: 'place',
  columns: [
    no,
    text('name', '项目名称', 26),
    text('code', '项目代码', 24),
    text('contractor', '施工总承包单位', 24),
    text('account_bank', '专户开户行', 16),
    text('account_no', '专户账号', 24),
    text('account_opened_on', '专户开户日期', 12),
    text('account_filed_on', '专户备案日期', 12),
    text('account_closed_on', '专户销户日期', 12),
    text('deposit_kind', '保证金形式', 10),
    text('deposit_share', '存储比例', 8, typed),
    large('deposit_fen', '保证金金额'),
    text('deposit_stored_on', '保证金存储日期', 12),
    text('deposit_guarantee_until', '保函到期日', 12),
    text('exemption', '减免依据', 14, typed),
    text('returned_on', '返还日期', 12, typed),
  ],
  signs: '填报单位（盖章）：            填报人：',
  isSigned: false,
};

const ledger: Form = {
  kind: 'ledger',
  title: '在建项目基础台账',
  of: 'place',
  columns: [
    no,
    text('name', '项目名称', 26),
    text('code', '项目代码', 24),
    text('permit_no', '施工许可证号', 20),
    text('region', '所属地区', 12),
    text('industry', '行业', 8),
    text('state', '项目状态', 8),
    text('owner', '建设单位', 22),
    text('contractor', '施工总承包单位', 24),
    text('supervisor', '监理单位', 20),
    text('subcontractors', '分包单位', 24),
    large('contract_fen', '合同造价'),
    text('started_on', '开工日期', 12),
    text('finish_due_on', '计划竣工日期', 12),
    text('finished_on', '实际竣工日期', 12),
    text('progress', '形象进度', 12, typed),
    number('people', '在册人数', 8),
    text('account_no', '专户账号', 24),
    text('account_bank', '专户开户行', 16),
    text('deposit_kind', '保证金形式', 10),
    large('deposit_fen', '保证金金额'),
    text('gates', '实名制接入', 8, typed),
    text('entrusted', '总包代发', 8, typed),
    text('board_on', '维权告示牌设立日期', 12),
    text('wage_officer_name', '劳资专管员', 10),
    text('wage_officer_phone', '劳资专管员电话', 14),
    text('town_specialist', '服务专员', 10),
  ],
  signs: '填报单位（盖章）：            填报人：            审核人：',
  isSigned: false,
};

const leaving: Form = {
  kind: 'leaving',
  title: '退场工资结清单',
  of: 'project',
  columns: [
    no,
    name,
    { ...identity, heading: '身份证号' },
    text('team', '班组', 12),
    text('entered_on', '进场日期', 12),
    text('left_on', '退场日期', 12),
    money('due_fen', '累计应发', summed),
    money('paid_fen', '已发', summed),
    money('settled_fen', '本次结清', both),
    { ...signature, heading: '本人签字(指印)' },
  ],
  signs: '班组长（签字）：            劳资专管员（签字）：            项目经理（签字）：            总包单位（盖章）：',
  inCapitals: 'settled_fen',
  isSigned: true,
};

export const FORMS: Readonly<Record<WorkbookKind, Form>> = {
  roster,
  attendance,
  payroll,
  summary,
  'labour-cost': labourCost,
  accounts,
  ledger,
  leaving,
};
