import { moreThan } from '#kernel/bounds.ts';
import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { event, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  firstPaidOn: event('首次委托代发工资之日'),
  agreedOn: event('总包单位与分包单位签订委托代发协议之日'),
});

/** 委托代发协议. Whoever pays on behalf has an agreement to do so, before the first payroll: signed on its day is in time, the day after is late. */
export const entrustmentAgreement = matterRule({
  code: 'DIS-05',
  version: 1,
  title: '没有委托代发协议',
  basis: [cite('专户办法', 15), cite('工资条例', 31, 1)],
  evidence: 'M',
  needsLegalReview: true,
  interpretation: '首次代发当日签订的算及时。',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'firstPaidOn');
    if (!known.ok) return known.answer;
    const { firstPaidOn } = known.facts;
    if (firstPaidOn === 'not-yet' || setting.on <= firstPaidOn) return NOTHING;
    const agreed = form.certain(given, 'agreedOn');
    if (!agreed.ok) return agreed.answer;
    const { agreedOn } = agreed.facts;
    const isOpen = agreedOn === 'not-yet' || agreedOn > setting.on;
    if (!isOpen && !moreThan(agreedOn, firstPaidOn)) return NOTHING;
    const shown = (on: typeof firstPaidOn) => inChineseDay(on, yearOf(setting.on));
    return finding({
      level: 1,
      says: `施工总承包单位${shown(firstPaidOn)}已为分包单位代发工资，委托代发协议${isOpen ? '至今没有签订' : `${shown(agreedOn)}才签订`}`,
      values: [{ label: '首次代发', value: firstPaidOn, unit: 'date' }],
      dueOn: firstPaidOn,
      duty: 'general-contractor',
      owedTo: 'subcontractor',
      clears: '总包单位与分包单位已经签订委托代发协议',
      rows: [{ kind: 'project' }],
    });
  },
});
