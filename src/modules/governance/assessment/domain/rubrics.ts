import { basisPoints } from '#kernel/basis-points.ts';
import { civilDate } from '#kernel/civil-date.ts';
import type { Operator, Rubric, RubricItem } from './rubric.ts';

const p = (points: number) => Math.round(points * 100);
const met: Operator = { kind: 'all-or-nothing', test: 'met' };
const ratio: Operator = { kind: 'ratio' };
const deduct = (each: number): Operator => ({ kind: 'deduct', each: p(each) });
const ladder = (...steps: readonly (readonly [percent: number, points: number])[]): Operator => ({
  kind: 'ladder',
  steps: steps.map(([percent, points]) => ({ share: basisPoints(percent * 100), points: p(points) })),
});

type Row = readonly [code: string, title: string, points: number, operator: Operator];
const part = (name: string, rows: readonly Row[]): readonly RubricItem[] =>
  rows.map(([code, title, points, operator]) => ({ code, part: name, title, points: p(points), operator }));

/** 缺省细则: a starting configuration of ours, 100 points; no authority issued it. */
const template: Rubric = {
  title: '缺省考核细则',
  source: '本系统的起始配置，不是任何机关发布的细则',
  evidence: 'D',
  interpretation: '国家每年的考核细则不公开，没有完整的近年分值表；以100分六部分作起始配置，各地换成自己的细则',
  from: civilDate('2023-09-21'),
  items: [
    ...part('组织领导', [
      ['A1', '召开协调会议不少于2次', 2, { kind: 'all-or-nothing', test: { atLeast: 2 } }],
      ['A2', '开展并通报对下级的考核', 2, met],
      ['A3', '上级交办案件按期办结', 3, ratio],
      ['A4', '应当问责而未问责', 2, deduct(0.5)],
      ['A5', '上年度考核问题整改到位', 3, ratio],
    ]),
    ...part('源头治理', [
      ['B1', '建设单位提供工程款支付担保', 5, ladder([100, 5], [95, 4], [90, 3], [80, 1])],
      ['B2', '人工费用按时足额拨付（项目月）', 6, ratio],
      ['B3', '政府投资项目拖欠工程款导致欠薪', 5, deduct(2)],
      ['B4', '实行施工过程结算', 4, ratio],
    ]),
    ...part('制度落实', [
      ['C1', '实名制管理覆盖', 6, ratio],
      ['C2', '工资专用账户按时开立', 6, ratio],
      ['C3', '总包按月足额代发（人月）', 8, ladder([100, 8], [98, 6], [95, 4], [90, 2])],
      ['C4', '工资保证金按时存储', 5, ratio],
      ['C5', '抽查工地维权告示牌齐全', 5, ratio],
    ]),
    ...part('案件与线索', [
      ['D1', '线索按期办结', 6, ladder([98, 6], [96, 5], [90, 3])],
      ['D2', '监察案件按期办结', 5, ratio],
      ['D3', '查实欠薪清偿到位', 6, ratio],
      ['D4', '涉嫌犯罪案件应移送尽移送', 3, ratio],
      ['D5', '抽查案卷程序瑕疵', 2, deduct(0.5)],
    ]),
    ...part('信用惩戒', [
      ['E1', '失信名单应列尽列', 4, ratio],
      ['E2', '每季度公布重大违法行为', 4, { kind: 'count', each: p(1) }],
    ]),
    ...part('满意度', [
      ['F1', '满意度调查得分（百分制）', 4, { kind: 'ratio', outOf: 100 }],
      ['F2', '暗访抽查通过', 4, ratio],
    ]),
  ],
};

/** 江西省2018年度考核细则, the rows that were verified: all-or-nothing unless 「阶梯打分」 is stated. */
const jiangxi: Rubric = {
  title: '江西省2018年度考核细则（已核实的前四项）',
  source: '江西省2018年度保障农民工工资支付工作考核细则，只核实了前四项，合计8分',
  evidence: 'V2',
  from: civilDate('2018-01-01'),
  items: part('组织领导', [
    ['1-1', '政府负责人召集协调机制会议每年不少于2次', 1, { kind: 'all-or-nothing', test: { atLeast: 2 } }],
    ['1-2', '制定年度工作计划，明确任务、形式、时限', 1, met],
    ['2-1', '制定并开展对下级政府的考核', 1, met],
    ['2-2', '通报考核结果并督促整改', 1, met],
    ['3-1', '建立定期督查制度', 1, met],
    ['3-2', '上级交办案件按时办结、事实清楚、处理合法（无上级交办的直接得分）', 1, { kind: 'all-or-nothing', test: 'all' }],
    ['4', '落实责任追究制度，应追究未追究的每件扣0.5分', 2, deduct(0.5)],
  ]),
};

/** 考核细则 by name, as a form offers them. */
export const RUBRICS = { template, 'jiangxi-2018': jiangxi } as const satisfies Readonly<Record<string, Rubric>>;

/** The names a form offers. */
export const RUBRIC_NAMES = { template: template.title, 'jiangxi-2018': jiangxi.title } as const;
