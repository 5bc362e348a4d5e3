import { civilDate, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { event, facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  usedOn: event('开始以人脸识别考勤、通行之日'),
  hasOtherWay: yesNo('是否同时提供其他考勤、通行方式'),
});

const IN_FORCE = civilDate('2025-06-01');

/** 人脸识别不是唯一方式. 「存在其他非人脸识别技术方式的，不得将人脸识别技术作为唯一验证方式」; attendance can always be taken by card or by hand. In force since 2025-06-01, for older devices too. */
export const faceNotSoleWay = matterRule({
  code: 'CTR-12',
  version: 1,
  from: IN_FORCE,
  title: '人脸识别作为唯一考勤方式',
  basis: [cite('人脸识别办法', 10)],
  evidence: 'V2',
  interpretation: '考勤总可以用刷卡、手工等方式，视为存在其他方式；施行以前启用的从施行之日算起。',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'usedOn');
    if (!known.ok) return known.answer;
    const { usedOn } = known.facts;
    if (usedOn === 'not-yet' || setting.on < usedOn || setting.on < IN_FORCE) return NOTHING;
    const certain = form.certain(given, 'hasOtherWay');
    if (!certain.ok) return certain.answer;
    if (certain.facts.hasOtherWay) return NOTHING;
    return finding({
      level: 2,
      says: `施工总承包单位自${inChineseDay(usedOn, yearOf(setting.on))}起只能刷脸考勤，没有提供其他方式`,
      values: [{ label: '开始使用之日', value: usedOn, unit: 'date' }],
      dueOn: usedOn < IN_FORCE ? IN_FORCE : usedOn,
      duty: 'general-contractor',
      clears: '已经提供刷卡、手工登记等其他考勤方式',
      rows: [{ kind: 'attendance' }],
    });
  },
});
