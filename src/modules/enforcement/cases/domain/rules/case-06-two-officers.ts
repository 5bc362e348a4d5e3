import { lessThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import { count, day, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { VOID_DECISION } from '../flaws.ts';
import { shown } from '../words.ts';

const form = facts({
  actedOn: day('调查、检查之日'),
  certified: count('笔录上签名并持有执法证件的执法人员人数', '人'),
});

/** 两人执法. 「不得少于2人，并应当……出示劳动保障监察证件」, and they must be qualified: somebody without a certificate does not count. Two are enough. */
export const twoOfficers = matterRule({
  code: 'CASE-06',
  version: 1,
  title: '两名以上人员执法',
  basis: [cite('监察条例', 16, 1), cite('行政处罚法', 42, 1)],
  evidence: 'VF',
  consequences: [VOID_DECISION],
  facts: form,
  needs: ['case.officers'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'actedOn', 'certified');
    if (!known.ok) return known.answer;
    const { actedOn, certified } = known.facts;
    const enough = params['case.officers'];
    if (!lessThan(certified, enough)) return NOTHING;
    return finding({
      level: 3,
      says: `${shown(actedOn, setting.on)}的调查、检查只有 ${certified} 名持证执法人员，不得少于 ${enough} 人`,
      values: [{ label: '持证执法人员', value: certified, unit: 'people', threshold: enough }],
      dueOn: actedOn,
      duty: 'authority',
      owedTo: 'party-concerned',
      clears: '由两名以上持证人员重新调查取证',
      rows: [],
    });
  },
});
