import { lessThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import { count, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({ officers: count('专案组的行政执法人员人数', '人') });

/** 专案组. 「应当立即指定２名或者２名以上行政执法人员组成专案组专门负责」: two are enough, one is not. */
export const teamOfTwo = matterRule({
  code: 'CRIM-07',
  version: 1,
  title: '专案组不少于二人',
  basis: [cite('移送规定', 5, 1)],
  evidence: 'VF',
  facts: form,
  needs: ['transfer.team.people'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'officers');
    if (!known.ok) return known.answer;
    const least = params['transfer.team.people'];
    if (!lessThan(known.facts.officers, least)) return NOTHING;
    return finding({
      level: 2,
      says: `涉嫌犯罪案件的专案组只有 ${known.facts.officers} 名执法人员，应当立即指定 ${least} 名以上`,
      values: [{ label: '专案组人数', value: known.facts.officers, unit: 'people', threshold: least }],
      dueOn: setting.on,
      duty: 'authority',
      clears: `指定 ${least} 名以上行政执法人员组成专案组`,
      rows: [],
    });
  },
});
