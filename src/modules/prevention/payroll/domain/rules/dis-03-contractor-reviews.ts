import { moreThan } from '#kernel/bounds.ts';
import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { count, event, facts } from '#law/facts.ts';
import { fineOfArticle56 } from '#law/penalties.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  sentOn: event('工资支付表提交开户银行之日'),
  reviewedOn: event('劳资专管员审核工资支付表之日'),
  workers: count('工资支付表上的农民工人数', '人'),
});

/**
 * 总包审核工资支付表. 「审核分包单位编制的农民工工资支付表」: by the wage officer, before it goes to the bank. The same day is in time; reviewed afterwards, it was
 * sent without a review.
 */
export const contractorReviews = matterRule({
  code: 'DIS-03',
  version: 1,
  title: '工资支付表未经总包审核即提交银行',
  basis: [cite('工资条例', 28, 2), cite('工资条例', 56, '(二)'), cite('专户办法', 17)],
  evidence: 'VF',
  consequences: [fineOfArticle56('(二)')],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'sentOn');
    if (!known.ok) return known.answer;
    const { sentOn } = known.facts;
    if (sentOn === 'not-yet' || sentOn > setting.on) return NOTHING;
    const reviewed = form.certain(given, 'reviewedOn');
    if (!reviewed.ok) return reviewed.answer;
    const { reviewedOn } = reviewed.facts;
    const shown = (on: typeof sentOn) => inChineseDay(on, yearOf(setting.on));
    const isOpen = reviewedOn === 'not-yet' || reviewedOn > setting.on;
    if (!isOpen && !moreThan(reviewedOn, sentOn)) return NOTHING;
    return finding({
      level: 2,
      says: `施工总承包单位${shown(sentOn)}把分包单位的工资支付表提交银行，劳资专管员${isOpen ? '至今没有审核' : `${shown(reviewedOn)}才审核`}`,
      values: [{ label: '提交银行', value: sentOn, unit: 'date' }],
      people: given.workers ?? 0,
      dueOn: sentOn,
      duty: 'general-contractor',
      clears: '劳资专管员已经审核工资支付表并留下审核记录',
      rows: [{ kind: 'payroll' }],
    });
  },
});
