import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { choice, event, facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  collectedOn: event('开始采集人脸、指纹等生物识别信息之日'),
  ground: choice('处理的依据', { consent: '本人单独同意', duty: '履行法定义务所必需', none: '没有' }),
  isTold: yesNo('是否告知处理的必要性和对个人权益的影响'),
  isAssessed: yesNo('是否事前进行了个人信息保护影响评估'),
});

/**
 * 敏感个人信息. Biometrics need a ground (「取得个人的单独同意」, or a statutory duty), a notice and an assessment, all before the first is collected. Any of the three that
 * is missing is a wrong of its own.
 */
export const sensitiveInformation = matterRule({
  code: 'CTR-14',
  version: 1,
  title: '处理生物识别信息手续不全',
  basis: [
    cite('个人信息保护法', 28),
    cite('个人信息保护法', 29),
    cite('个人信息保护法', 30),
    cite('个人信息保护法', 55),
    cite('个人信息保护法', 17),
    cite('人脸识别办法', 6),
    cite('人脸识别办法', 9),
  ],
  evidence: 'VF',
  interpretation: '实名制的法定义务可以作为依据；有此依据的仍要告知和评估。',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'collectedOn');
    if (!known.ok) return known.answer;
    const { collectedOn } = known.facts;
    if (collectedOn === 'not-yet' || setting.on < collectedOn) return NOTHING;
    const lacking = [
      given.ground === 'none' ? '单独同意或者法定依据' : '',
      given.isTold === false ? '告知' : '',
      given.isAssessed === false ? '个人信息保护影响评估' : '',
    ].filter((one) => one !== '');
    if (lacking.length === 0) {
      const certain = form.certain(given, 'ground', 'isTold', 'isAssessed');
      return certain.ok ? NOTHING : certain.answer;
    }
    return finding({
      level: 3,
      says: `自${inChineseDay(collectedOn, yearOf(setting.on))}起采集农民工生物识别信息，没有${lacking.join('、')}`,
      values: [{ label: '缺少的手续', value: lacking.join('、'), unit: 'text' }],
      dueOn: collectedOn,
      duty: 'general-contractor',
      owedTo: 'worker',
      clears: '单独同意或者法定依据、告知和影响评估都已具备并有记录',
      rows: [],
    });
  },
});
