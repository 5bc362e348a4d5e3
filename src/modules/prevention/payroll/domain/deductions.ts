/** 扣款名目, as payrolls name them. */
export const DEDUCTIONS = {
  'income-tax': '个人所得税',
  'social-insurance': '社会保险个人部分',
  'court-support': '法院判决、裁定的抚养费、赡养费',
  'by-law': '法律、法规规定可以扣除的其他费用',
  loss: '赔偿经济损失',
  contract: '劳动合同明确规定的扣减',
  'company-rules': '经职代会批准的规章制度规定的扣减',
  'personal-leave': '事假减发',
  deposit: '押金、保证金',
  penalty: '罚款',
  tools: '工具、服装费',
  board: '伙食、住宿费',
  other: '其他',
} as const;

export type DeductionKind = keyof typeof DEDUCTIONS;

/** 可以代扣 (工资支付暂行规定第十五条、第十六条), and 减发 that is not 克扣 (补充规定第三部分). Which of them need a paper to show. */
const ALLOWED: ReadonlyMap<DeductionKind, { readonly needsPaper: boolean }> = new Map([
  ['income-tax', { needsPaper: false }],
  ['social-insurance', { needsPaper: false }],
  ['personal-leave', { needsPaper: false }],
  ['court-support', { needsPaper: true }],
  ['by-law', { needsPaper: true }],
  ['loss', { needsPaper: true }],
  ['contract', { needsPaper: true }],
  ['company-rules', { needsPaper: true }],
]);

export function isAllowed(kind: DeductionKind): boolean {
  return ALLOWED.has(kind);
}

export function needsPaper(kind: DeductionKind): boolean {
  return ALLOWED.get(kind)?.needsPaper === true;
}
