import { basisPoints } from '#kernel/basis-points.ts';
import { chosen, type Parameter, parameter } from '../parameter.ts';

/** 劳动合同与实名制. */
export const rosterParameters = {
  // 劳动合同与实名制
  'contract.sign.target': parameter('basis-points', '在场农民工劳动合同签订率低于多少升为橙', chosen(basisPoints(8500), '采用嘉峪关整改方案的85%为缺省')),
  'roster.coverage.yellow': parameter('basis-points', '实名登记覆盖率低于多少升为橙', chosen(basisPoints(9000), '90%')),
  'roster.card.target': parameter('basis-points', '本人工资卡登记率低于多少升为黄', chosen(basisPoints(9000), '云南口径90%')),
  'roster.shared.phone-people': parameter('people', '一个手机号登记达到多少人应当核实', chosen(3, '3人以上')),
  'roster.shared.card-people': parameter('people', '一张银行卡登记达到多少人应当核实', chosen(2, '一人一卡，2人以上')),
  'roster.shared.red-people': parameter('people', '共用达到多少人升为红', chosen(5, '5人以上')),
} as const satisfies Readonly<Record<string, Parameter>>;
