/** Fields a target may refuse, in the words of a wage officer. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
  corpCode: '统一社会信用代码',
  corpName: '单位名称',
  corpType: '单位类型',
  areaCode: '行政区划',
  projectCode: '项目编码',
  teamName: '班组名称',
  teamSysNo: '班组编号',
  workerName: '姓名',
  idCardType: '证件类型',
  idCardNumber: '证件号码',
  nation: '民族',
  address: '住址',
  headImage: '近照',
  politicsType: '政治面貌',
  cultureLevelType: '文化程度',
  grantOrg: '发证机关',
  workType: '工种',
  workRole: '人员类型',
  isTeamLeader: '是否班组长',
  cellPhone: '手机号',
  joinedTime: '加入工会时间',
  date: '日期',
  direction: '进出方向',
  contractPeriodType: '合同期限类型',
  startDate: '开始日期',
  endDate: '结束日期',
  completeDate: '竣工日期',
  payMonth: '工资月份',
  balanceDate: '发放日期',
  totalPayAmount: '应发金额',
  actualAmount: '实发金额',
  payRollBankCardNumber: '工资卡号',
  payRollBankCode: '工资卡开户行',
  payRollTopBankName: '工资卡总行名称',
  payRollTopBankCode: '工资卡总行代码',
  payBankCardNumber: '代发账号',
  payBankCode: '代发银行',
  thirdPayRollCode: '工资单编号',
};

const PIECE = /^(?:\[([A-Za-z]+)\])?(?:\[(\d+)\])?\[([A-Za-z]+)\](.+?)!?$/u;

/**
 * A target's refusal in plain words: `[workerList][0][nation]不能为空!;[workerList][0][address]不能为空!` becomes
 * 「民族、住址不能为空」. What is not wholly understood is given as it came.
 */
export function explain(says: string): string {
  const found = new Map<string, Set<string>>();
  for (const piece of says.split(';').filter((one) => one !== '')) {
    const [, , , field = '', wrong = ''] = PIECE.exec(piece) ?? [];
    const name = FIELD_NAMES[field];
    if (name === undefined) return says;
    found.set(wrong, (found.get(wrong) ?? new Set()).add(name));
  }
  return [...found].map(([wrong, names]) => `${[...names].join('、')}${wrong}`).join('；');
}
