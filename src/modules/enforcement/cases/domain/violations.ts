import { type Citation, cite } from '#law/citation.ts';
import type { Consequence } from '#law/consequence.ts';
import type { ParameterId, ParameterValues } from '#law/parameters/index.ts';
import type { Party } from '#law/parties.ts';
import { fineOfArticle56, finesOfArticle54, qualificationOfArticle55, stopAndFineOfArticle55, stopAndFineOfArticle57 } from '#law/penalties.ts';

/** The parameters that hold the fines. */
export const FINE_PARAMETERS = [
  'penalty.fine.54.unit',
  'penalty.fine.54.person',
  'penalty.fine.55',
  'penalty.fine.56',
  'penalty.fine.57',
  'penalty.fine.58',
  'penalty.fine.30',
] as const satisfies readonly ParameterId[];

export type FineParameter = (typeof FINE_PARAMETERS)[number];
export type FineValues = Pick<ParameterValues, FineParameter>;

/** 违法行为 of the penalty articles: each numbered item is one. */
export interface Violation {
  /** As an order to correct would word it, without who. */
  readonly says: string;
  readonly article: Citation;
  /** Who may have committed it; with more than one the facts must say who. */
  readonly by: readonly [Party, ...Party[]];
  /** Who orders the correction. */
  readonly orders: '人力资源社会保障行政部门' | '人力资源社会保障行政部门或者行业主管部门' | '金融监管部门';
  /** What the unit is fined; null where the article knows no fine. */
  readonly fine: FineParameter | null;
  /** What each responsible person is fined, beside the unit: only 第五十四条. */
  readonly personFine: FineParameter | null;
  /** 「责令项目停工，并处」: 第五十五条 and 第五十七条 only. */
  readonly stopsWork: boolean;
  /** 「情节严重的，给予施工单位限制承接新工程、降低资质等级、吊销资质证书等处罚」: 第五十五条 only. */
  readonly touchesQualification: boolean;
  /**
   * `order`: 「责令限期改正；逾期不改正的」. `decision`: an order or a handling decision that is refused. `act`: the act itself is fined and
   * corrected (监察条例第三十条第(一)(二)项).
   */
  readonly after: 'order' | 'decision' | 'act';
  /** What may follow, in the words shown everywhere. */
  readonly consequences: readonly Consequence[];
}

const WITH_REGULATOR = '人力资源社会保障行政部门或者行业主管部门';

const article54 = {
  by: ['employer'],
  orders: '人力资源社会保障行政部门',
  fine: 'penalty.fine.54.unit',
  personFine: 'penalty.fine.54.person',
  stopsWork: false,
  touchesQualification: false,
  after: 'order',
} as const;
const article55 = { orders: WITH_REGULATOR, fine: 'penalty.fine.55', personFine: null, stopsWork: true, touchesQualification: true, after: 'order' } as const;
const article56 = { orders: WITH_REGULATOR, fine: 'penalty.fine.56', personFine: null, stopsWork: false, touchesQualification: false, after: 'order' } as const;
const article57 = { orders: WITH_REGULATOR, fine: 'penalty.fine.57', personFine: null, stopsWork: true, touchesQualification: false, after: 'order' } as const;
const article30 = {
  by: ['employer'],
  orders: '人力资源社会保障行政部门',
  fine: 'penalty.fine.30',
  personFine: null,
  stopsWork: false,
  touchesQualification: false,
} as const;

/** Every violation by its code: article and item. */
export const VIOLATIONS = {
  '54-1': {
    ...article54,
    says: '以实物、有价证券等形式代替货币支付农民工工资',
    article: cite('工资条例', 54, '(一)'),
    consequences: [finesOfArticle54('(一)')],
  },
  '54-2': {
    ...article54,
    says: '未编制工资支付台账并依法保存，或者未向农民工提供工资清单',
    article: cite('工资条例', 54, '(二)'),
    consequences: [finesOfArticle54('(二)')],
  },
  '54-3': {
    ...article54,
    says: '扣押或者变相扣押农民工本人的社会保障卡或者银行卡',
    article: cite('工资条例', 54, '(三)'),
    consequences: [finesOfArticle54('(三)')],
  },
  '55-1': {
    ...article55,
    by: ['general-contractor'],
    says: '未按规定开设或者使用农民工工资专用账户',
    article: cite('工资条例', 55, '(一)'),
    consequences: [stopAndFineOfArticle55('(一)'), qualificationOfArticle55('(一)')],
  },
  '55-2': {
    ...article55,
    by: ['general-contractor'],
    says: '未按规定存储工资保证金或者未提供金融机构保函',
    article: cite('工资条例', 55, '(二)'),
    consequences: [stopAndFineOfArticle55('(二)'), qualificationOfArticle55('(二)')],
  },
  '55-3': {
    ...article55,
    by: ['general-contractor', 'subcontractor'],
    says: '未实行劳动用工实名制管理',
    article: cite('工资条例', 55, '(三)'),
    consequences: [stopAndFineOfArticle55('(三)'), qualificationOfArticle55('(三)')],
  },
  '56-1': {
    ...article56,
    by: ['subcontractor'],
    says: '未按月考核工作量、编制工资支付表并经农民工本人签字确认',
    article: cite('工资条例', 56, '(一)'),
    consequences: [fineOfArticle56('(一)')],
  },
  '56-2': {
    ...article56,
    by: ['general-contractor'],
    says: '未对分包单位劳动用工实施监督管理',
    article: cite('工资条例', 56, '(二)'),
    consequences: [fineOfArticle56('(二)')],
  },
  '56-3': {
    ...article56,
    by: ['subcontractor'],
    says: '未配合施工总承包单位对其劳动用工进行监督管理',
    article: cite('工资条例', 56, '(三)'),
    consequences: [fineOfArticle56('(三)')],
  },
  '56-4': {
    ...article56,
    by: ['general-contractor'],
    says: '未实行施工现场维权信息公示制度',
    article: cite('工资条例', 56, '(四)'),
    consequences: [fineOfArticle56('(四)')],
  },
  '57-1': {
    ...article57,
    by: ['project-owner'],
    says: '未依法提供工程款支付担保',
    article: cite('工资条例', 57, '(一)'),
    consequences: [stopAndFineOfArticle57('(一)')],
  },
  '57-2': {
    ...article57,
    by: ['project-owner'],
    says: '未按约定及时足额拨付工程款中的人工费用',
    article: cite('工资条例', 57, '(二)'),
    consequences: [stopAndFineOfArticle57('(二)')],
  },
  '57-3': {
    ...article57,
    by: ['project-owner', 'general-contractor'],
    says: '拒不提供或者无法提供工程施工合同、农民工工资专用账户有关资料',
    article: cite('工资条例', 57, '(三)'),
    consequences: [stopAndFineOfArticle57('(三)')],
  },
  '58': {
    by: ['bank'],
    orders: '金融监管部门',
    says: '不依法配合查询相关单位金融账户',
    article: cite('工资条例', 58),
    fine: 'penalty.fine.58',
    personFine: null,
    stopsWork: false,
    touchesQualification: false,
    after: 'order',
    consequences: [{ says: '处2万元以上5万元以下的罚款', before: '金融监管部门责令改正，拒不改正', basis: [cite('工资条例', 58)] }],
  },
  '30-1': {
    ...article30,
    says: '无理抗拒、阻挠实施劳动保障监察',
    article: cite('监察条例', 30, '(一)'),
    after: 'act',
    consequences: [{ says: '处2000元以上2万元以下的罚款', before: '责令改正；告知拟处罚内容并听取陈述、申辩', basis: [cite('监察条例', 30, '(一)')] }],
  },
  '30-2': {
    ...article30,
    says: '不按要求报送书面材料，隐瞒事实真相，出具伪证或者隐匿、毁灭证据',
    article: cite('监察条例', 30, '(二)'),
    after: 'act',
    consequences: [{ says: '处2000元以上2万元以下的罚款', before: '责令改正；告知拟处罚内容并听取陈述、申辩', basis: [cite('监察条例', 30, '(二)')] }],
  },
  '30-3': {
    ...article30,
    says: '经责令改正拒不改正，或者拒不履行行政处理决定',
    article: cite('监察条例', 30, '(三)'),
    after: 'decision',
    consequences: [
      { says: '处2000元以上2万元以下的罚款', before: '责令改正或者行政处理决定的期限已过，拒不改正、拒不履行', basis: [cite('监察条例', 30, '(三)')] },
    ],
  },
  '30-4': { ...article30, fine: null, says: '打击报复举报人、投诉人', article: cite('监察条例', 30, '(四)'), after: 'act', consequences: [] },
} as const satisfies Readonly<Record<string, Violation>>;

export type ViolationCode = keyof typeof VIOLATIONS;

export function violationOf(code: ViolationCode): Violation {
  return VIOLATIONS[code];
}

/** The codes with their words, for a fact that asks which. */
export function violationChoices<const C extends ViolationCode>(...codes: readonly C[]): Readonly<Record<C, string>> {
  return Object.fromEntries(codes.map((code) => [code, VIOLATIONS[code].says])) as Readonly<Record<C, string>>;
}
