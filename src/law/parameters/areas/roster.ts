import { basisPoints } from '#kernel/basis-points.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { REGULATION } from '../in-force.ts';
import { chosen, type Parameter, parameter, since } from '../parameter.ts';

const LABOUR_CONTRACT_LAW = civilDate('2008-01-01');

/** 劳动合同与实名制. */
export const rosterParameters = {
  // 劳动合同与实名制
  'contract.sign.target': parameter('basis-points', '在场农民工劳动合同签订率低于多少升为橙', chosen(basisPoints(8500), '采用嘉峪关整改方案的85%为缺省')),
  'roster.coverage.yellow': parameter('basis-points', '实名登记覆盖率低于多少升为橙', chosen(basisPoints(9000), '90%')),
  'roster.card.target': parameter('basis-points', '本人工资卡登记率低于多少升为黄', chosen(basisPoints(9000), '云南口径90%')),
  'roster.shared.phone-people': parameter('people', '一个手机号登记达到多少人应当核实', chosen(3, '3人以上')),
  'roster.shared.card-people': parameter('people', '一张银行卡登记达到多少人应当核实', chosen(2, '一人一卡，2人以上')),
  'roster.shared.red-people': parameter('people', '共用达到多少人升为红', chosen(5, '5人以上')),
  // 书面劳动合同
  'contract.sign.months': parameter('months', '用工之日起多久内应当订立书面劳动合同', since(LABOUR_CONTRACT_LAW, 1, 'VF', '劳动合同法第十条第二款')),
  'contract.deemed.months': parameter('months', '用工满多久未订立书面合同视为无固定期限', since(LABOUR_CONTRACT_LAW, 12, 'VF', '劳动合同法第十四条第三款')),
  // 实名制资料
  'roster.retrain.months': parameter('months', '多久没有实名制数据应当重新安全培训', since(civilDate('2019-03-01'), 12, 'M', '实名制办法第十二条')),
  'roster.attendance.keep-months': parameter('months', '电子考勤和影像资料至少保存多久', since(civilDate('2019-03-01'), 24, 'M', '实名制办法第十三条')),
  'roster.ledger.keep-months': parameter('months', '用工管理台账在完工且结清后至少保存多久', since(REGULATION, 36, 'VF', '条例第二十八条第三款')),
  'roster.faces.people': parameter('people', '存储人脸信息达到多少人应当备案', since(civilDate('2025-06-01'), 100_000, 'V1', '人脸识别办法第十五条')),
  'roster.faces.file-days': parameter('working-days', '人脸信息达到备案数量后多久备案', since(civilDate('2025-06-01'), 30, 'V1', '人脸识别办法第十五条')),
} as const satisfies Readonly<Record<string, Parameter>>;
