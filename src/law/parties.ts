/** 各方: who owes a duty, takes a step, or is owed money; the words the reader sees. */
export const PARTIES = {
  worker: '农民工',
  'project-owner': '建设单位',
  'general-contractor': '施工总承包单位',
  subcontractor: '分包单位',
  employer: '用人单位',
  'wage-officer': '劳资专管员',
  'user-unit': '用工单位',
  'name-lender': '被挂靠单位',
  investor: '出资人',
  bank: '开户银行',
  authority: '主管部门',
  inspector: '劳动保障监察员',
  'authority-head': '人社部门负责人',
  'upper-authority': '上级人社部门',
  'industry-regulator': '行业主管部门',
  'financial-regulator': '金融监管部门',
  government: '人民政府',
  'credit-platform': '信用平台',
  court: '人民法院',
  police: '公安机关',
  procuratorate: '人民检察院',
  'arbitration-commission': '劳动人事争议仲裁委员会',
  mediator: '调解组织',
  'legal-aid-centre': '法律援助机构',
  'justice-bureau': '司法行政部门',
  'party-concerned': '当事人',
  department: '有关部门',
  'assessment-group': '考核组',
  system: '系统',
} as const;

export type Party = keyof typeof PARTIES;

export function isParty(text: string): text is Party {
  return Object.hasOwn(PARTIES, text);
}
