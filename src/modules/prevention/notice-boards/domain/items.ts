import { choice, type Fact } from '#law/facts.ts';

/** 告示牌一项的情况. */
const STATES = { shown: '有，与现在一致', missing: '没有', outdated: '有，但已经过时或者不对' } as const;
export type ItemState = keyof typeof STATES;

/** 维权信息告示牌应当明示的事项: thirteen by 条例第三十四条, the deposit by 保证金规定第十八条. */
export const ITEMS = {
  owner: '建设单位',
  generalContractor: '施工总承包单位',
  projectDepartment: '所在项目部',
  subcontractors: '分包单位',
  regulator: '相关行业工程建设主管部门',
  wageOfficer: '劳资专管员',
  minimumWage: '当地最低工资标准',
  payDay: '工资支付日期',
  regulatorPhone: '行业主管部门投诉举报电话',
  inspectionPhone: '劳动保障监察投诉举报电话',
  arbitration: '劳动争议调解仲裁申请渠道',
  legalAid: '法律援助申请渠道',
  hotline: '公共法律服务热线',
  deposit: '工资保证金存储情况',
} as const;
export type Item = keyof typeof ITEMS;

const item = (name: Item): Fact<ItemState> => choice(`告示牌上的${ITEMS[name]}`, STATES);
/** For what a project may lawfully be without: it then has nothing to show. */
const itemIfAny = (name: Item, without: string): Fact<ItemState | 'none'> => choice(`告示牌上的${ITEMS[name]}`, { ...STATES, none: without });

export const itemFacts = {
  owner: item('owner'),
  generalContractor: item('generalContractor'),
  projectDepartment: item('projectDepartment'),
  subcontractors: itemIfAny('subcontractors', '本项目没有分包单位'),
  regulator: item('regulator'),
  wageOfficer: item('wageOfficer'),
  minimumWage: item('minimumWage'),
  payDay: item('payDay'),
  regulatorPhone: item('regulatorPhone'),
  inspectionPhone: item('inspectionPhone'),
  arbitration: item('arbitration'),
  legalAid: item('legalAid'),
  hotline: item('hotline'),
  deposit: itemIfAny('deposit', '本项目免存工资保证金'),
} satisfies Readonly<Record<Item, Fact<ItemState | 'none'>>>;

function isItem(name: string): name is Item {
  return Object.hasOwn(ITEMS, name);
}

export const ITEM_NAMES: readonly Item[] = Object.keys(ITEMS).filter(isItem);
