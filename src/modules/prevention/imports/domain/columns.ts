import type { ImportKind } from './wire.ts';

/** How the cells under a column are read. */
export type CellReading =
  | 'text'
  | 'identity'
  | 'card'
  | 'account'
  | 'phone'
  | 'date'
  | 'month'
  | 'moment'
  | 'time'
  | 'money'
  | 'number'
  | 'share'
  | 'yes-no'
  | 'ignored';

/** One column an office's file may have: the field it fills, its usual heading, and what else offices call it. */
export interface Column {
  readonly key: string;
  /** The heading templates carry. */
  readonly name: string;
  readonly reads: CellReading;
  readonly aliases: readonly string[];
  /** Written into empty templates; the others are only understood when they come. */
  readonly inTemplate: boolean;
}

/** A dictionary: the columns of one kind and which of them a file cannot do without; each group needs one of its members. */
export interface ColumnDictionary {
  readonly kind: ImportKind;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly needs: readonly (readonly string[])[];
}

const column = (key: string, name: string, reads: CellReading, aliases = ''): Column => ({
  key,
  name,
  reads,
  aliases: aliases === '' ? [] : aliases.split(' '),
  inTemplate: true,
});
/** A column that is understood but not put into templates. */
const seldom = (key: string, name: string, reads: CellReading, aliases = ''): Column => ({ ...column(key, name, reads, aliases), inTemplate: false });

const IDENTITY =
  '身份证号 身份证 身份证件号码 身份证件号 证件号码 证件号 公民身份号码 公民身份证号码 居民身份证号 居民身份证号码 身份证明号码 工人身份证号 农民工身份证号 身份号码';
const NAME = '工人姓名 农民工姓名 人员姓名 务工人员姓名 员工姓名 名字 职工姓名';
const PROJECT = '项目名称 工程 项目 所属项目 所在项目 工程项目 工程项目名称 在建项目名称 建设项目名称 项目(工程)名称 所属工程 标段名称';
const PROJECT_CODE = '项目编号 项目编码 工程代码 工程编号 工程编码 工程项目编码 项目统一代码 投资项目统一代码 投资项目代码';
const ACCOUNT =
  '工资专户账号 专用账户账号 专用账户 农民工工资专用账户 农民工工资专用账户账号 农民工工资专户账号 工资专户 专户 专户号 专户账户 专户帐号 工资专用账户账号 专户银行账号';
const TEAM = '班组名称 所属班组 所在班组 施工班组 作业班组 劳务班组 班组/工种 班 组别';
const JOB = '岗位 岗位工种 工种/岗位 工种岗位 所属工种 工作岗位 职务 岗位(工种)';
const EMPLOYER =
  '用人单位 用工单位名称 用人单位名称 分包单位 分包单位名称 专业分包单位 劳务分包单位 劳务公司 所属单位 所属企业 用工(分包)单位 所属分包单位 分包企业 劳务企业 参建单位 劳务单位';
const PHONE = '联系方式 电话 手机 手机号 手机号码 电话号码 联系手机 本人电话 工人电话 联系号码 联系电话号码';
const CARD =
  '银行卡号 银行账号 工资卡 工资卡号 卡号 个人账号 工资卡账号 银行卡 收款账号 工资银行卡号 收款卡号 社保卡号 社会保障卡号 银行帐号 账号 工资卡卡号 个人银行卡号 银行卡账号 社保卡银行账号';
const CARD_BANK = '开户行 开户银行 银行名称 工资卡开户银行 所属银行 发卡行 发卡银行 开户行名称 银行 卡开户行 工资卡银行 收款银行 收款行';
const MONTH =
  '月份 工资月份 年月 所属月份 所属月 工资所属月 工资所属月份 工资所属期 考勤月份 支付月份 支付周期 工资支付周期 工资年月 结算月份 计薪月份 考勤年月 所属期 薪资月份 工资月';
const SIGNED =
  '签字 签名 工人签字 领款人签字 签字(指印) 签字/指印 签名/指印 农民工签字 领取人签字 签收 本人签名 本人签字(指印) 签字确认 本人签字/指印 工人签名 领款签字 签名确认 签领 领取签名';

const ledger: ColumnDictionary = {
  kind: 'ledger',
  title: '在建项目台账',
  needs: [['name'], ['generalContractorName'], ['code', 'permitNo']],
  columns: [
    seldom('rowNumber', '序号', 'ignored', '编号 行号 No'),
    column('name', '项目名称', 'text', '工程名称 工程项目名称 在建项目名称 建设项目名称 项目 工程 项目(工程)名称 标段名称'),
    column('code', '项目代码', 'text', PROJECT_CODE),
    column(
      'region',
      '所属地区',
      'text',
      '地区 区域 所在地区 属地 项目所在地 所在乡镇 所属乡镇 乡镇 镇街 所属镇街 乡镇街道 属地乡镇 街道 县区 项目属地 所属区域 所属乡镇(街道) 行政区划 行政区划代码 项目所在地区 所在镇街 区县',
    ),
    column('industry', '行业', 'text', '行业领域 所属行业 工程类别 主管行业 行业类别 项目类别 行业主管 行业主管部门 主管部门'),
    column('state', '项目状态', 'text', '状态 施工状态 工程状态 建设状态 目前状态 在建情况 当前状态 工程进展状态'),
    column('isGovernment', '是否政府投资', 'yes-no', '政府投资 资金来源 投资性质 投资类型 投资主体 是否政府投资项目 政府投资项目 项目性质 是否国有投资'),
    column('ownerName', '建设单位', 'text', '建设单位名称 业主 业主单位 建设方 甲方 发包单位 发包方 建设(业主)单位 项目业主'),
    column(
      'generalContractorName',
      '施工总承包单位',
      'text',
      '总承包单位 总包单位 施工单位 总包 施工总承包企业 总承包企业 总包企业 施工总包单位 施工总承包单位名称 承建单位 总包单位名称 施工单位名称 工程总承包单位 总承包单位名称',
    ),
    column(
      'generalContractorCredit',
      '总包统一社会信用代码',
      'text',
      '统一社会信用代码 总包信用代码 总承包单位统一社会信用代码 社会信用代码 信用代码 总包单位统一社会信用代码 施工单位统一社会信用代码',
    ),
    column('subcontractors', '分包单位', 'text', '专业分包单位 劳务分包单位 分包企业 分包单位名称 劳务公司 主要分包单位'),
    column('supervisorName', '监理单位', 'text', '监理 监理公司 监理单位名称 监理企业'),
    column(
      'contractFen',
      '合同造价',
      'money',
      '合同额 合同金额 合同价 工程造价 工程合同额 工程合同价款 合同价款 合同总价 施工合同额 施工合同价 工程合同造价 中标价 合同总额 总造价 签约合同价',
    ),
    column(
      'labourShareBp',
      '人工费用比例',
      'share',
      '人工费比例 人工费占比 人工费用占比 约定人工费比例 人工费拨付比例 人工费用拨付比例 约定人工费用比例 人工费用比例(%)',
    ),
    column(
      'labourMonthlyFen',
      '人工费月拨付额',
      'money',
      '人工费用月拨付额 月人工费 每月人工费 人工费用月拨付数额 人工费用数额 月拨付人工费 约定月拨付额 约定人工费月拨付额',
    ),
    column('contractSignedOn', '合同签订日期', 'date', '合同签订时间 施工合同签订日期 签约日期 合同日期 施工合同签订时间 签订日期'),
    column('permitNo', '施工许可证号', 'text', '施工许可证 施工许可证编号 许可证号 施工许可编号 建筑工程施工许可证号 施工许可证号码'),
    column('permitOn', '施工许可日期', 'date', '施工许可证日期 发证日期 许可日期 施工许可证发证日期 施工许可证核发日期 许可证日期 施工许可证取得日期 领证日期'),
    column('startedOn', '开工日期', 'date', '开工时间 实际开工日期 开工日 实际开工时间 计划开工日期'),
    column(
      'finishDueOn',
      '计划竣工日期',
      'date',
      '合同竣工日期 预计竣工日期 竣工日期 计划竣工时间 预计完工日期 计划完工日期 合同竣工时间 约定竣工日期 预计竣工时间 竣工时间',
    ),
    column('finishedOn', '实际竣工日期', 'date', '完工日期 完工时间 实际竣工时间 实际完工日期 竣工验收日期'),
    column('pausedFrom', '停工日期', 'date', '停工时间 停工起 停工开始日期 停工起始日期 停工自'),
    column('pausedUntil', '复工日期', 'date', '复工时间 停工止 停工结束日期 计划复工日期 预计复工日期 停工至'),
    column('payDay', '发薪日', 'number', '工资发放日 工资支付日 每月发薪日 发放日 工资支付日期 约定发薪日 约定工资支付日 工资发放日期'),
    column(
      'paymentGuaranteeOn',
      '工程款支付担保日期',
      'date',
      '支付担保日期 工程款支付担保 支付担保 工程款支付担保提供日期 支付担保出具日期 工程款支付担保开具日期',
    ),
    column(
      'paymentGuaranteeUntil',
      '工程款支付担保到期日',
      'date',
      '支付担保到期日 支付担保有效期 支付担保到期日期 支付担保截止日期 工程款支付担保到期日期 工程款支付担保有效期至 支付担保有效期至',
    ),
    column(
      'fundsProvenOn',
      '资金落实证明日期',
      'date',
      '资金落实日期 资金到位证明日期 资金安排证明日期 资金落实 满足施工所需要的资金安排 资金安排日期 资金证明日期',
    ),
    column('wageOfficerName', '劳资专管员', 'text', '劳资员 劳资专管员姓名 劳资管理员 专管员 劳动专管员'),
    column('wageOfficerPhone', '劳资专管员电话', 'phone', '劳资员电话 专管员电话 联系电话 劳资专管员联系电话 劳资专管员手机 联系方式'),
    column(
      'boardOn',
      '维权告示牌设立日期',
      'date',
      '告示牌 维权信息告示牌 维权告示牌 告示牌日期 告示牌设立日期 维权信息公示牌 维权公示牌设立日期 公示牌 维权信息告示牌设立日期',
    ),
    column('commitmentOn', '支付承诺书日期', 'date', '承诺书日期 工资支付承诺书 支付承诺日期 工资支付承诺日期 承诺书签订日期 承诺书 农民工工资支付承诺书'),
    column('accountNo', '专户账号', 'account', ACCOUNT),
    column('accountName', '专户名称', 'text', '专用账户名称 专户户名 账户名称 工资专户名称 户名 农民工工资专用账户名称'),
    column('accountBank', '专户开户行', 'text', '专户开户银行 专用账户开户行 开户行 开户银行 专户银行 工资专户开户行 监管银行'),
    column('accountOpenedOn', '专户开户日期', 'date', '开户日期 专户开立日期 专用账户开户日期 专户开设日期 专户开立时间 专户开户时间 开户时间'),
    column('accountFiledOn', '专户备案日期', 'date', '备案日期 专用账户备案日期 专户备案时间 备案时间 开户备案日期'),
    column('accountClosedOn', '专户销户日期', 'date', '销户日期 专户撤销日期 专户注销日期 专用账户销户日期 撤户日期'),
    column(
      'tripartiteOn',
      '三方协议日期',
      'date',
      '三方协议签订日期 三方监管协议日期 资金管理三方协议 三方协议 专户三方协议日期 三方监管协议 资金管理三方协议日期 三方协议签订时间',
    ),
    column('closingNoticeOn', '销户公示日期', 'date', '专户撤销公示日期 完工公示日期 工资结清公示日期 撤户公示日期 销户公告日期'),
    column('depositKind', '保证金形式', 'text', '工资保证金形式 保证金方式 保证金种类 保证金类型 工资保证金类型 保证金缴存方式 工资保证金方式 保证金存储形式'),
    column('depositFen', '保证金金额', 'money', '工资保证金 工资保证金金额 保证金额 保证金数额 保证金 农民工工资保证金 保证金存储金额 已存保证金'),
    column(
      'depositStoredOn',
      '保证金存储日期',
      'date',
      '保证金缴存日期 存储日期 保证金日期 保函开立日期 保证金缴纳日期 工资保证金存储日期 保函日期 保函开具日期 保证金存储时间',
    ),
    column('depositGuaranteeUntil', '保函到期日', 'date', '保函到期日期 保函有效期 保函有效期至 保函截止日期 保证金到期日 保单到期日 保函有效期止'),
    column('townSpecialist', '服务专员', 'text', '农民工服务专员 包保责任人 包保人 属地责任人 乡镇专员 网格员 镇街专员 责任人 包保干部 联系人'),
  ],
};

const roster: ColumnDictionary = {
  kind: 'roster',
  title: '农民工花名册',
  needs: [['identity'], ['name'], ['enteredOn']],
  columns: [
    column('rowNumber', '序号', 'ignored', '编号 行号 No'),
    column('name', '姓名', 'text', NAME),
    column('sex', '性别', 'text'),
    seldom('nation', '民族', 'ignored'),
    seldom('bornOn', '出生日期', 'ignored', '出生年月 出生时间 年龄 生日'),
    column('identity', '身份证号码', 'identity', IDENTITY),
    seldom('address', '家庭住址', 'ignored', '住址 籍贯 户籍地址 户籍 家庭地址 户籍所在地 身份证地址 现住址'),
    column('phone', '联系电话', 'phone', PHONE),
    column('job', '工种', 'text', JOB),
    column('team', '班组', 'text', TEAM),
    column('isLeader', '是否班组长', 'yes-no', '班组长 是否为班组长 是否班长 班长'),
    seldom('skill', '技能证书编号', 'ignored', '特种证书编号 技能/特种证书编号 技能等级 资格证书 特种作业证 证书编号 技能证书 职业资格'),
    column('enteredOn', '进场日期', 'date', '进场时间 入场日期 入场时间 进场 入职日期 进场日 入场 入职时间 进场登记日期 实际进场日期'),
    column('leftOn', '退场日期', 'date', '退场时间 离场日期 离场时间 退场 离场 离职日期 退场日 离职时间 实际退场日期 出场日期'),
    column('contractNo', '劳动合同编号', 'text', '合同编号 劳动合同号 用工合同编号 合同号 劳动合同'),
    column('contractSignedOn', '合同签订日期', 'date', '合同签订时间 劳动合同签订日期 签订日期 签订合同日期 劳动合同签订时间 用工合同签订日期 签订时间'),
    column('contractFrom', '合同开始日期', 'date', '合同起始日期 合同起 合同开始时间 合同起始日 合同生效日期 合同起始时间 劳动合同起始日期 劳动合同开始日期'),
    column(
      'contractUntil',
      '合同结束日期',
      'date',
      '合同终止日期 合同止 合同到期日期 合同截止日期 合同到期日 合同到期时间 合同终止时间 劳动合同终止日期 劳动合同结束日期 劳动合同到期日期',
    ),
    seldom('contractPeriod', '合同起止日期', 'text', '合同期限 劳动合同起止日期 合同起止时间 合同有效期 劳动合同期限 合同起止'),
    column('contractKind', '合同类型', 'text', '用工形式 劳动合同类型 合同种类 协议类型 合同形式 合同性质'),
    column('payKind', '计酬方式', 'text', '计薪方式 工资形式 计价方式 工资计算方式 计酬形式 结算方式 工资计酬方式 工资支付形式'),
    column('payRateFen', '工资标准', 'money', '约定工资 日工资 日工资标准 工价 单价 薪资标准 工资单价 约定工资标准 计酬标准 月工资标准 劳动报酬标准'),
    column('cardBank', '工资卡开户行', 'text', CARD_BANK),
    column('card', '工资卡号', 'card', CARD),
    seldom('cardHolder', '户名', 'text', '持卡人 账户名 开户名 银行卡户名 开户姓名 持卡人姓名 工资卡户名 开户人'),
    seldom('emergency', '紧急联系人', 'ignored', '紧急联系人/电话 紧急联系人电话 紧急联系电话 紧急联系方式'),
    column(
      'trainedOn',
      '岗前培训日期',
      'date',
      '培训日期 安全教育日期 三级教育日期 入场教育日期 安全培训日期 岗前培训时间 培训时间 三级安全教育日期 安全教育培训日期 岗前培训',
    ),
    column('employer', '用工单位', 'text', EMPLOYER),
    // 退场结清单 brings them; what is owed and paid comes with payroll and flow.
    seldom('settlement', '本次结清', 'ignored', '累计应发 已发 累计已发 结清金额 本次结清金额 尚欠'),
    seldom('signed', '本人签字', 'ignored', SIGNED),
    seldom('projectName', '工程名称', 'text', PROJECT),
    seldom('projectCode', '项目代码', 'text', PROJECT_CODE),
    seldom('remark', '备注', 'ignored', '说明'),
  ],
};

const attendance: ColumnDictionary = {
  kind: 'attendance',
  title: '农民工考勤表',
  // The days 1..31 of the month grid are found by their numbers; `day` stands for them here.
  needs: [
    ['name', 'identity'],
    ['day', 'punchedAt', 'punchedOn'],
  ],
  columns: [
    column('rowNumber', '序号', 'ignored', '编号 行号 No'),
    column('name', '姓名', 'text', NAME),
    column('identity', '身份证号码', 'identity', IDENTITY),
    column('job', '工种', 'text', JOB),
    column('team', '班组', 'text', TEAM),
    seldom(
      'punchedAt',
      '打卡时间',
      'moment',
      '考勤时间 刷卡时间 签到时间 识别时间 进出时间 通行时间 时间 打卡日期时间 抓拍时间 记录时间 考勤日期时间 进出场时间',
    ),
    seldom('punchedOn', '考勤日期', 'date', '打卡日期 日期 刷卡日期 签到日期'),
    seldom('punchTime', '打卡时刻', 'time', '时刻 刷卡时刻'),
    seldom('inTime', '上班时间', 'time', '进场时间 上班打卡 首次打卡 上班打卡时间 进场打卡 最早打卡 签到'),
    seldom('outTime', '下班时间', 'time', '出场时间 下班打卡 末次打卡 下班打卡时间 出场打卡 最晚打卡 签退'),
    seldom('direction', '进出方向', 'text', '方向 进出 进出类型 出入方向 考勤方向 进/出 进出标识 通行方向 打卡类型'),
    seldom('device', '设备编号', 'text', '设备 设备名称 考勤设备 闸机编号 闸机 设备号 考勤机 设备序列号 通道 考勤地点'),
    seldom('manual', '考勤方式', 'text', '打卡方式 来源 数据来源 考勤类型 录入方式'),
    column(
      'claimedDays',
      '出勤天数合计',
      'number',
      '出勤天数 出勤合计 合计 实际出勤天数 出勤 天数 合计天数 出勤工日 工日 考勤天数 合计出勤天数 出勤天数(天) 总天数 合计工日',
    ),
    column('overtimeHours', '加班小时合计', 'number', '加班小时 加班工时 加班时数 加班合计 加班时间 加班(小时) 加班小时数'),
    seldom('month', '月份', 'month', MONTH),
    seldom('employer', '用工单位', 'text', EMPLOYER),
    seldom('phone', '联系电话', 'ignored', PHONE),
    seldom('projectName', '工程名称', 'text', PROJECT),
    seldom('projectCode', '项目代码', 'text', PROJECT_CODE),
    column('signed', '本人签字', 'ignored', SIGNED),
    seldom('remark', '备注', 'ignored', '说明'),
  ],
};

const payroll: ColumnDictionary = {
  kind: 'payroll',
  title: '农民工工资支付表',
  needs: [['identity'], ['name'], ['netFen', 'dueFen']],
  columns: [
    column('rowNumber', '序号', 'ignored', '编号 行号 No'),
    column('name', '姓名', 'text', NAME),
    column('identity', '身份证号', 'identity', `身份证号码 ${IDENTITY}`),
    column('phone', '联系电话', 'ignored', PHONE),
    column('job', '工种', 'text', JOB),
    column('team', '班组', 'text', TEAM),
    column(
      'workDays',
      '出勤天数',
      'number',
      '工作天数 工时/出勤天数 出勤 工时 天数 实际出勤天数 工日 出勤工日 考勤天数 出工天数 工作日 出勤日 计薪天数 工作量',
    ),
    seldom('pieceQuantity', '计件工程量', 'ignored', '工程量 完成工程量 计件数量 完成量'),
    column('dayRateFen', '日工资', 'money', '单价/日工资 日薪 单价 日工资标准 工资标准 日工资额 工价 日单价 元/天'),
    column('baseFen', '基本工资', 'money', '计时工资 计件工资 正常工资 岗位工资 基础工资 标准工资'),
    column('overtimeFen', '加班工资', 'money', '加班费 加班 加班工资额'),
    column('bonusFen', '奖金津贴', 'money', '奖金/津贴 津贴 奖金 补贴 奖金补贴 津补贴 其他补贴 津贴补贴 奖金、津贴'),
    column(
      'dueFen',
      '应发合计',
      'money',
      '应发工资 应发金额 应发 应付工资 应发工资合计 应付金额 工资合计 应发工资额 应付工资合计 工资总额 应付合计 应发数 本月应发工资 应发工资总额',
    ),
    column(
      'advanceFen',
      '预支扣除',
      'money',
      '借支 预支 预支(借支)扣除 借支扣除 预借 预支款 借支款 扣借支 已借支 已预支 生活费 预支生活费 借款 预支扣款 借支扣款 扣预支',
    ),
    column(
      'withheldFen',
      '社保个税代扣',
      'money',
      '社保/个税代扣 代扣 代扣代缴 个税 社保 代扣社保 个人所得税 代扣个税 代扣款 代扣代缴款 社保个税 代扣社保个税 代扣代缴合计',
    ),
    column('otherDeductionFen', '其他扣款', 'money', '其它扣款 扣款 其他扣除 罚款 应扣款 其他代扣 扣款合计 其他 其它扣除 扣除'),
    column(
      'netFen',
      '实发金额',
      'money',
      '实发工资 实发 实发合计 实领工资 实付工资 实付金额 实发工资额 实发数 实领金额 本月实发工资 实发工资合计 实际发放金额 发放金额 实际发放',
    ),
    column('cardBank', '开户行', 'text', CARD_BANK),
    column('card', '银行卡号', 'card', CARD),
    seldom('employer', '用工单位', 'text', EMPLOYER),
    seldom('item', '工资项目', 'text', '项目类别 支付项目 款项类型 工资类别 工资类型 款项'),
    seldom('month', '工资月份', 'month', MONTH),
    seldom('payDate', '支付日期', 'date', '发放日期 发放时间 支付时间 代发日期 工资发放日期 发薪日期 付款日期'),
    seldom('madeOn', '编制日期', 'date', '制表日期 填报日期 编表日期 制表时间 填表日期'),
    seldom('projectName', '工程名称', 'text', PROJECT),
    seldom('projectCode', '项目代码', 'text', PROJECT_CODE),
    seldom('accountNo', '专户账号', 'account', ACCOUNT),
    column('signed', '本人签字', 'text', SIGNED),
    column('remark', '备注', 'ignored', '说明'),
  ],
};

const flows: ColumnDictionary = {
  kind: 'flows',
  title: '工资专户流水',
  needs: [
    ['happenedOn', 'happenedAt'],
    ['amountFen', 'inFen', 'outFen'],
  ],
  columns: [
    seldom('rowNumber', '序号', 'ignored', '行号 No'),
    column('happenedOn', '交易日期', 'date', '记账日期 入账日期 日期 交易日 记帐日期 发生日期 业务日期 账务日期'),
    seldom('happenedAt', '交易时间', 'moment', '交易日期时间 记账时间 入账时间 时间 交易时刻 交易时间戳 发生时间'),
    column(
      'serialNo',
      '交易流水号',
      'text',
      '流水号 银行流水号 交易流水 流水编号 核心流水号 凭证号 交易序号 柜员流水号 业务流水号 主机流水号 交易编号 凭证号码 日志号',
    ),
    seldom('direction', '借贷标志', 'text', '借贷 借贷方向 收支 收支方向 借/贷 收/支 收付标志 交易方向 借贷标记 交易类型 收付 方向 收支类型 借贷标识'),
    seldom('amountFen', '交易金额', 'money', '金额 发生额 交易额 发生金额 收付金额'),
    column(
      'inFen',
      '收入金额',
      'money',
      '收入 贷方发生额 贷方金额 贷方 转入金额 存入金额 收入(贷方) 贷方发生额(收入) 转入 收方金额 收款金额 存入 贷方发生额/收入 入账金额',
    ),
    column(
      'outFen',
      '支出金额',
      'money',
      '支出 借方发生额 借方金额 借方 转出金额 支取金额 支出(借方) 借方发生额(支取) 转出 付方金额 付款金额 支取 借方发生额/支出 出账金额',
    ),
    column('balanceFen', '余额', 'money', '账户余额 当前余额 本次余额 交易后余额 账面余额 可用余额'),
    column(
      'counterpartyName',
      '对方户名',
      'text',
      '对方账户名称 对方名称 交易对手 收/付方名称 对手户名 对方单位 交易对方户名 对方账户名 对方单位名称 收(付)方名称 交易对方 对手名称 交易对方名称 收付方户名',
    ),
    column(
      'counterpartyAccount',
      '对方账号',
      'account',
      '对方账户 对手账号 收/付方账号 交易对方账号 对方卡号 对方帐号 收(付)方账号 对方银行账号 收付方账号 交易对手账号',
    ),
    seldom('counterpartyBank', '对方开户行', 'ignored', '对方行名 对方开户机构 对方银行 对方开户银行 收(付)方开户行 对方行号'),
    column('memo', '摘要', 'text', '交易摘要 摘要说明 备注摘要 业务摘要 交易说明'),
    column('purpose', '用途', 'text', '附言 备注 交易附言 用途/附言 用途附言 交易用途 交易备注 客户附言 说明'),
    seldom('identity', '身份证号码', 'ignored', IDENTITY),
    seldom('accountNo', '专户账号', 'account', `${ACCOUNT} 本方账号 账号 本方账户 账户 账户号 本方帐号 付款账号 我方账号 查询账号`),
    seldom('accountName', '账户名称', 'ignored', '本方户名 户名 专户名称 本方账户名称'),
    seldom('projectName', '工程名称', 'text', PROJECT),
    seldom('projectCode', '项目代码', 'text', PROJECT_CODE),
    seldom('currency', '币种', 'ignored', '货币'),
    seldom('channel', '交易渠道', 'ignored', '渠道 交易机构 交易网点 网点 柜员'),
  ],
};

export const DICTIONARIES: Readonly<Record<ImportKind, ColumnDictionary>> = { ledger, roster, attendance, payroll, flows };
export const IMPORT_KINDS: readonly ImportKind[] = ['ledger', 'roster', 'attendance', 'payroll', 'flows'];

/** The Chinese name of a kind. */
export const KIND_NAMES: Readonly<Record<ImportKind, string>> = {
  ledger: '在建项目台账',
  roster: '花名册',
  attendance: '考勤表',
  payroll: '工资支付表',
  flows: '专户流水',
};

/** The usual headings of a kind, in the usual order: what empty templates and sample files carry. */
export function headingsOf(kind: ImportKind, form: 'usual' | 'punches' = 'usual'): readonly string[] {
  if (kind === 'attendance' && form === 'punches') return ['序号', '姓名', '身份证号码', '班组', '打卡时间', '进出方向', '设备编号'];
  const usual = DICTIONARIES[kind].columns.filter((each) => each.inTemplate).map((each) => each.name);
  if (kind !== 'attendance') return usual;
  const days = Array.from({ length: 31 }, (_, day) => String(day + 1));
  const before = usual.indexOf('出勤天数合计');
  return [...usual.slice(0, before), ...days, ...usual.slice(before)];
}
