import { choice, type FactsOf, money, yesNo } from '#law/facts.ts';

/** 招用农民工的一方. A person or a unit that may not operate is no lawful employer, and somebody above it answers. */
export const HIRERS = {
  'general-contractor': '施工总承包单位',
  subcontractor: '分包单位',
  other: '其他用人单位',
  'unqualified-unit': '不具备合法经营资格的单位',
  person: '个人',
} as const;

/** 把工程或者工作任务交给招用一方的人. */
export const LETTERS = {
  owner: '建设单位',
  'general-contractor': '施工总承包单位',
  subcontractor: '分包单位',
  other: '其他用人单位',
  none: '没有发包、分包',
} as const;

/** 工程发包、用工和拖欠的事实: what decides who must pay. Each rule takes the ones it needs. */
export const chain = {
  owedFen: money('被拖欠的农民工工资'),
  isConstruction: yesNo('是否工程建设领域'),
  hirer: choice('招用农民工的一方', HIRERS),
  letBy: choice('把工程或者工作任务发包、分包给招用一方的单位', LETTERS),
  isLetterQualified: yesNo('发包、分包的单位是否具备合法经营资格'),
  isRelet: yesNo('工程是否整体转包（有认定）'),
  isOwnerLate: yesNo('建设单位是否没有按照合同约定及时拨付工程款'),
  isOwnerCause: yesNo('拖欠工资是否因此造成（由人认定）'),
  projectFen: money('建设单位应付的工程款总额'),
  projectPaidFen: money('建设单位已付的工程款'),
  lendsName: yesNo('是否允许他人以本单位名义承揽（挂靠，有认定）'),
  isBorrowerQualified: yesNo('借用名义的一方是否具备合法经营资格和相应资质'),
  isIllegalProject: yesNo('工程是否违反国土空间规划、工程建设等法律法规（有认定）'),
  isIllegalityCause: yesNo('拖欠工资是否因工程违法造成（由人认定）'),
  dispatcher: choice('派遣农民工的一方', {
    none: '没有派遣',
    person: '个人',
    'unqualified-unit': '不具备合法经营资格的单位',
    unlicensed: '未取得劳务派遣许可证的单位',
    licensed: '有劳务派遣许可证的单位',
  }),
  employerForm: choice('用人单位的组织形式', {
    company: '公司等法人',
    partnership: '合伙企业',
    sole: '个人独资企业',
    individual: '个体经济组织',
  }),
  isRefused: yesNo('用人单位是否不清偿'),
  restructuring: choice('用人单位是否合并或者分立', { none: '没有', planned: '将要合并或者分立', done: '已经合并或者分立' }),
  isSuccessorAgreed: yesNo('是否经与农民工书面协商一致由承继单位清偿'),
  ending: choice('用人单位是否终止', { none: '没有', ended: '被吊销、责令关闭、撤销或者解散，尚未注销', deregistered: '已经注销' }),
};

export type Chain = FactsOf<typeof chain>;

/** The Chinese name of a fact nobody has stated. */
export function missing(name: keyof Chain): string {
  return chain[name].field.means;
}
