import { cite } from './citation.ts';
import type { Consequence } from './consequence.ts';

/**
 * 法律后果: what may follow a wrong, written once and shown under every rule that finds it. None follows from the wrong alone: 「责令限期改正；逾期
 * 不改正的」, 「责令限期支付……逾期不支付的」. 第五十五条 and 第五十七条 stop the works, 第五十四条 and 第五十六条 do not; 第五十四条 fines the unit and each person.
 *
 * - 条例: `finesOfArticle54`, `stopAndFineOfArticle55` with `qualificationOfArticle55`, `fineOfArticle56`, `stopAndFineOfArticle57`
 * - wages owed to workers, 监察条例第二十六条: `ADDITIONAL_COMPENSATION`, `MINIMUM_WAGE_COMPENSATION`, `OVERTIME_COMPENSATION`
 */
const NOT_CORRECTED = '责令限期改正，逾期不改正';

/** 条例第五十四条: the fine of the unit and, beside it, of each responsible person; never without an order that was not obeyed. It stops no work. */
export function finesOfArticle54(item: '(一)' | '(二)' | '(三)'): Consequence {
  return {
    says: '对单位处2万元以上5万元以下的罚款，并对法定代表人或者主要负责人、直接负责的主管人员和其他直接责任人员各处1万元以上3万元以下的罚款',
    before: `人力资源社会保障行政部门${NOT_CORRECTED}`,
    basis: [cite('工资条例', 54, item)],
  };
}

const REGULATORS = '人力资源社会保障行政部门、相关行业工程建设主管部门按照职责';
const STOP_AND_FINE = '责令项目停工，并处5万元以上10万元以下的罚款';

/** 条例第五十五条: 专用账户(一)、保证金(二)、实名制(三). */
export function stopAndFineOfArticle55(item: '(一)' | '(二)' | '(三)'): Consequence {
  return { says: STOP_AND_FINE, before: `${REGULATORS}${NOT_CORRECTED}`, basis: [cite('工资条例', 55, item)] };
}

/** 条例第五十五条, serious circumstances: whether they are is for a person to say. */
export function qualificationOfArticle55(item: '(一)' | '(二)' | '(三)'): Consequence {
  return {
    says: '给予施工单位限制承接新工程、降低资质等级、吊销资质证书等处罚',
    before: `${REGULATORS}${NOT_CORRECTED}，并且情节严重`,
    basis: [cite('工资条例', 55, item)],
  };
}

/** 条例第五十六条: 按月考核编表签字(一)、总包监督(二)、分包配合(三)、维权信息公示(四). It stops no work. */
export function fineOfArticle56(item: '(一)' | '(二)' | '(三)' | '(四)'): Consequence {
  return { says: '处5万元以上10万元以下的罚款', before: `${REGULATORS}${NOT_CORRECTED}`, basis: [cite('工资条例', 56, item)] };
}

/** 条例第五十七条: 支付担保(一)、人工费用拨付(二)、提供合同和专户资料(三). */
export function stopAndFineOfArticle57(item: '(一)' | '(二)' | '(三)'): Consequence {
  return { says: STOP_AND_FINE, before: `${REGULATORS}${NOT_CORRECTED}`, basis: [cite('工资条例', 57, item)] };
}

/** 加付赔偿金: to the workers, no fine; only after an order to pay that was not obeyed, on what is then still unpaid. */
export const ADDITIONAL_COMPENSATION: Consequence = {
  says: '责令按应付金额50%以上1倍以下的标准向劳动者加付赔偿金',
  before: '人力资源社会保障行政部门责令限期支付，逾期不支付',
  basis: [cite('监察条例', 26, '(一)'), cite('劳动合同法', 85, '(一)')],
};

/** 低于最低工资标准: the order is to pay the difference. */
export const MINIMUM_WAGE_COMPENSATION: Consequence = {
  ...ADDITIONAL_COMPENSATION,
  before: '人力资源社会保障行政部门责令限期支付低于当地最低工资标准的差额，逾期不支付',
  basis: [cite('监察条例', 26, '(二)'), cite('劳动合同法', 85, '(二)')],
};

/** 安排加班不支付加班费: the same order, the same compensation. */
export const OVERTIME_COMPENSATION: Consequence = {
  ...ADDITIONAL_COMPENSATION,
  basis: [cite('劳动合同法', 85, '(三)'), cite('监察条例', 26, '(一)')],
};
