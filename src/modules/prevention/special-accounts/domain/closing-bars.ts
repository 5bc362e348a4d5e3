import { yesNo } from '#law/facts.ts';

/** 不得撤销专用账户的情形: what somebody must say about each before an account may be closed. */
export const CLOSING_BARS = {
  isCaseOpen: yesNo('是否有拖欠农民工工资案件正在查处'),
  isInArbitration: yesNo('是否有工资争议正在调解、仲裁'),
  isInCourt: yesNo('是否有工资争议正在诉讼'),
  isOwing: yesNo('是否还有其他拖欠工资的情形'),
} as const;

type Bars = { readonly [Bar in keyof typeof CLOSING_BARS]: boolean | null };

/** The bars known to be there, in words; an empty list says nothing about those nobody has asked about. */
export function barsAgainstClosing(given: Bars): readonly string[] {
  return [
    ...(given.isCaseOpen === true ? ['拖欠工资案件正在查处'] : []),
    ...(given.isInArbitration === true ? ['工资争议正在调解、仲裁'] : []),
    ...(given.isInCourt === true ? ['工资争议正在诉讼'] : []),
    ...(given.isOwing === true ? ['还有拖欠工资的情形'] : []),
  ];
}
