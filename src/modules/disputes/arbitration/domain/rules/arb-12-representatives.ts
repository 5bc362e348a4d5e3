import { atLeast } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import { count, facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({ workers: count('有共同请求的劳动者人数', '人'), sameClaim: yesNo('是否有共同请求') });

/**
 * 推举代表参加仲裁. 「发生劳动争议的劳动者一方在十人以上，并有共同请求的，可以推举代表参加调解、仲裁或者诉讼活动」: ten is enough. A hint to the
 * workers; nobody is obliged to elect anybody.
 */
export const representatives = matterRule({
  code: 'ARB-12',
  version: 1,
  title: '共同请求可推举代表',
  basis: [cite('调解仲裁法', 7)],
  evidence: 'VF',
  facts: form,
  needs: ['arbitration.representatives.people'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'workers', 'sameClaim');
    if (!known.ok) return known.answer;
    const { workers, sameClaim } = known.facts;
    const enough = params['arbitration.representatives.people'];
    if (!sameClaim || !atLeast(workers, enough)) return NOTHING;
    return finding({
      level: 0,
      says: `${workers} 名劳动者有共同请求，可以推举代表参加调解、仲裁`,
      values: [{ label: '有共同请求的劳动者', value: workers, unit: 'people', threshold: enough }],
      people: workers,
      dueOn: setting.on,
      duty: 'arbitration-commission',
      owedTo: 'worker',
      clears: '推举代表或者劳动者各自参加',
      rows: [],
    });
  },
});
