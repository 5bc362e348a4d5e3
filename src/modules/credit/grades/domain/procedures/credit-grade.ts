import { yearOf } from '#kernel/civil-date.ts';
import { dayOf } from '#kernel/civil-moment.ts';
import { cite } from '#law/citation.ts';
import { choice, facts, month, text, yesNo } from '#law/facts.ts';
import { valueOn } from '#law/parameters/index.ts';
import { guarded, procedure, unmet } from '#law/procedure.ts';
import { cannotDetermine } from '#law/rule.ts';
import { gradeOf, GRADES, RECORD } from '../grade-of.ts';

const opening = facts({ year: month('被评价年度（填该年任一月份）') });
const collection = facts({ sources: text('记录来源（案件、投诉、信用平台）') });
const computing = facts({ ...RECORD, grade: choice('拟评的等级', GRADES) });
const applying = facts({
  grade: choice('评定的等级', GRADES),
  isPlanned: yesNo('是否按等级调整日常巡视检查频次'),
  isInterviewed: yesNo('是否约谈主要负责人（C级）'),
  isTargeted: yesNo('是否列为重点监察对象（C级）'),
});
const newFact = facts({ what: text('新的情形') });

const measures = [cite('诚信等级办法', 7), cite('诚信等级办法', 8)] as const;

/** A grade is entered only as the record bears it. */
const bornByRecord = guarded(computing, (given, { happened, place }) => {
  const known = computing.certain(given, 'grade');
  if (!known.ok) return known.answer;
  const times = valueOn('grade.c.times', place, dayOf(happened));
  if (!times.ok) return cannotDetermine(times.missing);
  const due = gradeOf(given, times.inForce.value);
  if (due.grade === null) return cannotDetermine(...due.missing);
  if (due.grade === known.facts.grade) return null;
  return unmet(`按年度记录应当为${GRADES[due.grade]}：${due.reasons.join('；')}。`, due.grade === 'C' ? measures[1] : measures[0]);
});

/**
 * 诚信等级评价: last year's record, the grade it bears, review, notice, consequences, and the change that new facts ask for. A grade that does not
 * follow from the record cannot be entered; new facts change it by the record too, and the employer is told again.
 */
export const creditGrade = procedure({
  code: 'credit-grade',
  title: '企业劳动保障守法诚信等级评价',
  states: {
    opened: { name: '年度终了，待归集' },
    collected: { name: '记录已归集' },
    computed: { name: '已拟定等级' },
    reviewed: { name: '已审定等级' },
    told: { name: '已告知企业' },
    applied: { name: '已按等级管理' },
    renewed: { name: '出现新情形，待调整' },
    archived: { name: '归入诚信档案', ends: true },
  },
  steps: [
    {
      code: 'open',
      title: '启动年度评价',
      from: [],
      to: 'opened',
      by: ['authority', 'system'],
      basis: [cite('诚信等级办法', 4)],
      evidence: 'V2',
      produces: [],
      ...guarded(opening, (given, { happened }) => {
        const known = opening.certain(given, 'year');
        if (!known.ok) return known.answer;
        return yearOf(known.facts.year) < yearOf(dayOf(happened)) ? null : unmet('评价依据上一年度的记录，被评价的年度还没有终了。', cite('诚信等级办法', 4));
      }),
    },
    {
      code: 'collect',
      title: '归集上一年度记录',
      from: ['opened'],
      to: 'collected',
      by: ['inspector', 'system'],
      basis: [cite('诚信等级办法', 4)],
      evidence: 'V2',
      produces: ['年度守法记录表'],
      ...guarded(collection, (given) => {
        const known = collection.certain(given, 'sources');
        return known.ok ? null : known.answer;
      }),
    },
    {
      code: 'compute',
      title: '拟定等级',
      from: ['collected'],
      to: 'computed',
      by: ['inspector'],
      basis: measures,
      evidence: 'V2',
      produces: ['等级评价表'],
      ...bornByRecord,
    },
    {
      code: 'review',
      title: '审定等级',
      from: ['computed'],
      to: 'reviewed',
      by: ['authority-head'],
      basis: [cite('诚信等级办法', 3)],
      evidence: 'V2',
      within: { period: { parameter: 'grade.due.months' }, from: ['open'], kind: 'soft' },
      interpretation: '全国没有规定评价的月份，按12个月提示。',
      produces: ['等级审定表'],
    },
    {
      code: 'tell',
      title: '告知企业',
      from: ['reviewed'],
      to: 'told',
      by: ['authority'],
      basis: [cite('诚信等级办法', 10)],
      evidence: 'M',
      produces: ['等级评价结果告知书'],
    },
    {
      code: 'apply',
      title: '按等级管理',
      from: ['told'],
      to: 'applied',
      by: ['authority'],
      basis: [cite('诚信等级办法', 12), cite('诚信等级办法', 13), cite('诚信等级办法', 14)],
      evidence: 'V1',
      within: { period: { parameter: 'grade.interview.days' }, from: ['review'], kind: 'soft' },
      interpretation: '约谈的30日是本系统的提示，等级办法没有规定。',
      produces: ['约谈笔录（C级）'],
      ...guarded(applying, (given) => {
        const known = applying.certain(given, 'grade', 'isPlanned');
        if (!known.ok) return known.answer;
        if (!known.facts.isPlanned) return unmet('还没有按等级调整日常巡视检查频次。');
        if (known.facts.grade !== 'C') return null;
        const strict = applying.certain(given, 'isInterviewed', 'isTargeted');
        if (!strict.ok) return strict.answer;
        return strict.facts.isInterviewed && strict.facts.isTargeted ? null : unmet('C级企业要约谈主要负责人并列为重点监察对象。', cite('诚信等级办法', 14));
      }),
    },
    {
      code: 'find-new',
      title: '查明新的情形',
      from: ['told', 'applied'],
      to: 'renewed',
      by: ['inspector'],
      basis: [cite('诚信等级办法', 11)],
      evidence: 'M',
      produces: ['新情形登记表'],
      ...guarded(newFact, (given) => {
        const known = newFact.certain(given, 'what');
        return known.ok ? null : known.answer;
      }),
    },
    {
      code: 'adjust',
      title: '调整等级',
      from: ['renewed'],
      to: 'reviewed',
      by: ['authority-head'],
      basis: [cite('诚信等级办法', 11)],
      evidence: 'M',
      within: { period: { parameter: 'grade.adjust.days' }, from: 'state', kind: 'soft' },
      interpretation: '动态调整的10个工作日是本系统的提示，等级办法没有规定。',
      produces: ['等级调整表'],
      ...bornByRecord,
    },
    {
      code: 'archive',
      title: '归入诚信档案',
      from: ['applied'],
      to: 'archived',
      by: ['authority'],
      basis: [cite('诚信等级办法', 9)],
      evidence: 'M',
      produces: ['劳动保障守法诚信档案'],
    },
  ],
});
