import { cite } from '#law/citation.ts';
import { event, facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { happenedBy } from '../happened.ts';

const form = facts({
  pending: yesNo('同一事项是否已经申请调解、仲裁或者已经提起诉讼'),
  belongs: yesNo('是否属于应当通过劳动争议处理程序解决的事项'),
  toldOn: event('告知投诉人依照争议处理或者诉讼程序办理之日'),
});

/**
 * 分流告知. 「已经按照劳动争议处理程序申请调解、仲裁或者已经提起诉讼的事项，劳动保障行政部门应当告知投诉人依照劳动争议处理或者诉讼的程序办理」. The
 * case is not filed; what is owed is the telling, and it clears the hint.
 */
export const divert = matterRule({
  code: 'CASE-05',
  version: 1,
  title: '告知走争议处理程序',
  basis: [cite('监察条例', 21, 2)],
  evidence: 'VF',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    if (given.pending !== true && given.belongs !== true) {
      const known = form.certain(given, 'pending', 'belongs');
      return known.ok ? NOTHING : known.answer;
    }
    const known = form.certain(given, 'toldOn');
    if (!known.ok) return known.answer;
    if (happenedBy(known.facts.toldOn, setting.on) !== null) return NOTHING;
    const why = given.pending === true ? '同一事项已经申请调解、仲裁或者提起诉讼' : '投诉的事项应当通过劳动争议处理程序解决';
    return finding({
      level: 0,
      says: `${why}，主管部门应当告知投诉人依照该程序办理，不予立案`,
      values: [{ label: '分流的原因', value: why, unit: 'text' }],
      dueOn: setting.on,
      duty: 'authority',
      owedTo: 'worker',
      clears: '告知投诉人并记录',
      rows: [],
    });
  },
});
