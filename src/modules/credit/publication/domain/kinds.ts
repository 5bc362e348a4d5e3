import { choice } from '#law/facts.ts';

/** 七类重大劳动保障违法行为. Large amounts, grave circumstances and serious effects are a person's finding. */
export const KINDS = {
  wages: '克扣、无故拖欠劳动报酬数额较大，或者拒不支付劳动报酬已移送司法机关',
  insurance: '不依法参加社会保险或者缴费，情节严重',
  hours: '违反工作时间和休息休假规定，情节严重',
  women: '违反女职工和未成年工特殊劳动保护规定，情节严重',
  children: '使用童工',
  impact: '造成严重不良社会影响',
  other: '其他重大劳动保障违法行为',
  none: '不属于七类',
} as const;

export const KIND = choice('属于哪一类重大劳动保障违法行为', KINDS);
