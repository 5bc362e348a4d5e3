import { basisPoints } from '#kernel/basis-points.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { regionCode } from '#kernel/region-code.ts';
import type { DatedValue } from '#law/parameters/index.ts';
import type { Profile } from '#law/profile.ts';
import { national } from '../national/index.ts';

/** The plan gives the end of 2018 as its last day. */
const PLAN = civilDate('2018-12-31');

function planned<V>(value: V, item: string): DatedValue<V> {
  return { from: PLAN, value, basis: `市保障农民工工资支付工作问题整改方案第${item}项`, evidence: 'L' };
}

/**
 * 嘉峪关市, a prefecture city without counties. Source: 市保障农民工工资支付工作问题整改方案 (2018). 「按照黄、橙、红三级预警制定标准」:
 * three colours, so what is blue elsewhere is yellow here; hints stay hints.
 */
export const jiayuguan: Profile = {
  ...national,
  id: 'jiayuguan-620200',
  name: '嘉峪关市',
  place: regionCode('6202'),
  above: national,
  parameters: {
    'contract.sign.target': [planned(basisPoints(8500), '4')], // 「在建工程项目劳动合同签订率达到85%以上」
    'wage.full-rate.government': [planned(basisPoints(10_000), '4')], // 「政府投资工程项目100%按月足额支付工资」
    'target.case-closing': [planned(basisPoints(9600), '1')], // 「劳动保障监察案件结案率达到96%以上」
    'target.recovery': [planned(basisPoints(9200), '1')], // 「农民工工资清欠率达到92%以上」
    // 「发生1起因欠薪引发10人以上群体性事件为黄色预警……20人以上……橙色……50人以上……红色」
    'incident.group-people': [planned([10, 20, 50], '9')],
    'incident.group-duties': [
      planned(['市联席会议办公室报告总召集人，并迅速处理', '总召集人约谈责任单位主要负责人', '市联席会议及时报告省联席会议总召集人'], '9'),
    ],
    'deposit.before-permit': [planned(true, '11')], // 「先交纳农民工工资保证金后核发施工许可证」
    'labour-cost.min-share': [planned(basisPoints(3000), '13')], // 「按工程款30%-40%的比例」: the lower end is the least lawful share
  },
  levels: [
    { name: '提示', colour: 'grey' },
    { name: '黄色', colour: 'yellow' },
    { name: '黄色', colour: 'yellow' },
    { name: '橙色', colour: 'orange' },
    { name: '红色', colour: 'red' },
  ],
  gradeAs: [0, 2, 2, 3, 4],
  handling: [
    national.handling[0],
    national.handling[2],
    // City inspectors answer for the towns directly.
    { ...national.handling[2], firstHandler: 'inspector', informed: ['town-specialist', 'industry-regulator'] },
    { ...national.handling[3], informed: ['inspection-chief', 'leader'] },
    national.handling[4],
  ],
  escalation: ['inspector', 'inspection-chief', 'leader'],
};
