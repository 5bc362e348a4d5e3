import { atLeast } from '#kernel/bounds.ts';
import { civilDate, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { deadline, workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { count, event, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  faces: count('存储人脸信息的人数', '人'),
  reachedOn: event('达到备案数量之日'),
  filedOn: event('向省级以上网信部门备案之日'),
});

const IN_FORCE = civilDate('2025-06-01');

/** 人脸信息备案. 「人脸信息存储数量达到10万人之日起30个工作日内向所在地省级以上网信部门履行备案手续」: 100,000 exactly counts. Reached before the measures, the days run from their first. */
export const faceFiling = matterRule({
  code: 'CTR-13',
  version: 1,
  from: IN_FORCE,
  title: '人脸信息存储未备案',
  basis: [cite('人脸识别办法', 15)],
  evidence: 'V1',
  interpretation: '施行以前已经达到的，从施行之日起算；逾期补备案的不再作发现。',
  facts: form,
  needs: ['roster.faces.people', 'roster.faces.file-days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'faces');
    if (!known.ok) return known.answer;
    const { faces } = known.facts;
    if (!atLeast(faces, params['roster.faces.people'])) return NOTHING;
    const certain = form.certain(given, 'reachedOn', 'filedOn');
    if (!certain.ok) return certain.answer;
    const { reachedOn, filedOn } = certain.facts;
    if (reachedOn === 'not-yet' || (filedOn !== 'not-yet' && filedOn <= setting.on)) return NOTHING;
    const start = reachedOn < IN_FORCE ? IN_FORCE : reachedOn;
    const { due, provisional } = deadline(start, workingDays(params['roster.faces.file-days']), setting.calendar);
    if (setting.on <= due) return NOTHING;
    return finding({
      level: 3,
      says: `存储人脸信息 ${faces} 人，${inChineseDay(reachedOn, yearOf(setting.on))}已达到备案数量，到${inChineseDay(due, yearOf(setting.on))}仍未备案`,
      values: [{ label: '存储人脸信息的人数', value: faces, unit: 'people', threshold: params['roster.faces.people'] }],
      people: faces,
      dueOn: due,
      provisional,
      duty: 'general-contractor',
      clears: '已经向省级以上网信部门备案，或者删除人脸信息至备案数量以下',
      rows: [],
    });
  },
});
