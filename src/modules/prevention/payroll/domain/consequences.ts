import { cite } from '#law/citation.ts';
import type { Consequence } from '#law/consequence.ts';

/** 条例第五十四条: the fine of the unit and, beside it, of each responsible person; never without an order that was not obeyed. It stops no work. */
export function finesOfArticle54(item: '(一)' | '(二)' | '(三)'): Consequence {
  return {
    says: '对单位处2万元以上5万元以下的罚款，并对法定代表人或者主要负责人、直接负责的主管人员和其他直接责任人员各处1万元以上3万元以下的罚款',
    before: '人力资源社会保障行政部门责令限期改正，逾期不改正',
    basis: [cite('工资条例', 54, item)],
  };
}

/** 加付赔偿金: to the workers, only after an order to pay that was not obeyed. */
export const ADDITIONAL_COMPENSATION: Consequence = {
  says: '责令按应付金额50%以上1倍以下的标准向劳动者加付赔偿金',
  before: '人力资源社会保障行政部门责令限期支付，逾期不支付',
  basis: [cite('监察条例', 26, '(一)'), cite('劳动合同法', 85, '(一)')],
};

/** 安排加班不支付加班费: the same order, the same compensation. */
export const OVERTIME_COMPENSATION: Consequence = {
  ...ADDITIONAL_COMPENSATION,
  basis: [cite('劳动合同法', 85, '(三)'), cite('监察条例', 26, '(一)')],
};
