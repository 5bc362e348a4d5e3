import { cite } from '#law/citation.ts';
import { choice, day, event, facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { happenedBy } from '../happened.ts';

const CAUSES = {
  unapproved: '未经批准立项建设',
  scale: '擅自扩大建设规模',
  budget: '擅自增加投资概算',
  late: '未及时拨付工程款',
  other: '其他导致欠薪的情形',
  none: '没有上述情形',
} as const;

const form = facts({
  governmentProject: yesNo('是否政府投资项目'),
  cause: choice('建设单位的情形', CAUSES),
  arrears: yesNo('是否导致拖欠农民工工资'),
  knownOn: day('查明之日'),
  interviewedOn: event('约谈建设单位负责人之日'),
  recordedOn: event('作为业绩考核、薪酬分配、评优评先、职务晋升依据告知有关部门之日'),
});

/**
 * 政府投资项目建设单位. 「除依法承担责任外，由人力资源社会保障行政部门、其他有关部门按照职责约谈建设单位负责人，并作为其业绩考核……的重要依据」: both are owed, and both
 * in addition to the owner's fine of 第五十七条. No order comes before them.
 */
export const governmentOwner = matterRule({
  code: 'PEN-60',
  version: 1,
  title: '约谈政府项目建设单位',
  basis: [cite('工资条例', 60)],
  evidence: 'VF',
  consequences: [
    {
      says: '约谈建设单位负责人，作为业绩考核、薪酬分配、评优评先、职务晋升的重要依据',
      before: '查明政府投资项目建设单位的情形导致拖欠农民工工资',
      basis: [cite('工资条例', 60)],
    },
    { says: '责令项目停工，并处5万元以上10万元以下罚款', before: '未及时足额拨付人工费用，责令限期改正，逾期不改正', basis: [cite('工资条例', 57)] },
  ],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'governmentProject', 'cause', 'arrears');
    if (!known.ok) return known.answer;
    const { governmentProject, cause, arrears } = known.facts;
    if (!governmentProject || cause === 'none' || !arrears) return NOTHING;
    const asked = form.certain(given, 'knownOn', 'interviewedOn', 'recordedOn');
    if (!asked.ok) return asked.answer;
    const { knownOn, interviewedOn, recordedOn } = asked.facts;
    const owed = [
      ...(happenedBy(interviewedOn, setting.on) === null ? ['约谈建设单位负责人'] : []),
      ...(happenedBy(recordedOn, setting.on) === null ? ['作为其业绩考核、职务晋升等的依据告知有关部门'] : []),
    ];
    if (owed.length === 0 || knownOn > setting.on) return NOTHING;
    return finding({
      level: 3,
      says: `政府投资项目建设单位${CAUSES[cause]}导致拖欠农民工工资，应当${owed.join('，并')}；依法应当承担的其他责任不因此免除`,
      values: [{ label: '建设单位的情形', value: CAUSES[cause], unit: 'text' }],
      dueOn: knownOn,
      duty: 'authority',
      owedTo: 'worker',
      clears: '约谈并将结果告知考核、任免部门',
      rows: [],
    });
  },
});
