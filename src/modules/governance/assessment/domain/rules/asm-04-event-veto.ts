import { cite } from '#law/citation.ts';
import { facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { EVENT_LIMITS, eventShape, vetoesOf } from '../grade.ts';

const form = facts(eventShape);

/** 事件否决. Five group events of fifty people, two of them from government projects, or one extreme event with grave results: any one is C, and 以上 includes it. */
export const eventVeto = matterRule({
  code: 'ASM-04',
  version: 1,
  title: '欠薪事件一票否决',
  basis: [cite('考核办法', 8)],
  evidence: 'V1',
  needsLegalReview: true,
  interpretation: '起数据贵州2018年办法，国家办法原文未核对；各地起数不同（如重庆2起、政府项目1起），由地方设定',
  facts: form,
  needs: EVENT_LIMITS,
  prepare: (setting, params) => (given) => {
    const vetoes = vetoesOf(given, params);
    if (vetoes.length === 0) {
      const known = form.certain(given, 'events', 'governmentEvents', 'extremeEvents');
      return known.ok ? NOTHING : known.answer;
    }
    return finding({
      level: 3,
      says: `考核年度内${vetoes.map(({ says }) => says).join('，')}，考核等级为 C 级`,
      values: vetoes.map(({ says, value, limit }) => ({ label: says, value, unit: 'count' as const, threshold: limit })),
      dueOn: setting.on,
      duty: 'government',
      clears: '考核年度结束，按约谈整改要求办理',
      rows: [],
    });
  },
});
