import { lessThan } from '#kernel/bounds.ts';
import { daysBetween, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { event, facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  expires: event('法定时效或者起诉、申请仲裁等期限届满之日（没有期限写 not-yet）'),
  needsUrgentStep: yesNo('是否需要立即申请财产保全、证据保全或者先予执行'),
  granted: event('决定（先行）提供法律援助之日'),
});

/**
 * 先行提供法律援助. 「距法定时效或者期限届满不足七日，需要及时提起诉讼或者申请仲裁、行政复议」: six days or fewer are left, seven are not 不足. Or a
 * preservation or advance enforcement that cannot wait. After the last day there is nothing left to save by it.
 */
export const firstGrant = matterRule({
  code: 'AID-03',
  version: 1,
  title: '时效将满先行提供援助',
  basis: [cite('法律援助法', 44)],
  evidence: 'VF',
  facts: form,
  needs: ['legal-aid.first-grant.days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'expires', 'granted');
    if (!known.ok) return known.answer;
    const { expires, granted } = known.facts;
    if (granted !== 'not-yet' && granted <= setting.on) return NOTHING;
    const left = expires === 'not-yet' || expires < setting.on ? null : daysBetween(setting.on, expires);
    const isShort = left !== null && lessThan(left, params['legal-aid.first-grant.days']);
    if (!isShort) {
      const urgent = form.certain(given, 'needsUrgentStep');
      if (!urgent.ok) return urgent.answer;
      if (!urgent.facts.needsUrgentStep) return NOTHING;
    }
    const why = isShort && expires !== 'not-yet' ? `${inChineseDay(expires, yearOf(setting.on))}期限届满，只剩 ${left} 日` : '需要立即申请保全或者先予执行';
    return finding({
      level: 3,
      says: `${why}，法律援助机构可以先行提供法律援助，手续和材料随后补办`,
      values: left === null ? [] : [{ label: '距期限届满', value: left, unit: 'days', threshold: params['legal-aid.first-grant.days'] }],
      dueOn: isShort && expires !== 'not-yet' ? expires : setting.on,
      duty: 'legal-aid-centre',
      owedTo: 'worker',
      clears: '先行提供法律援助，在期限届满前提出申请或者起诉',
      rows: [],
    });
  },
});
