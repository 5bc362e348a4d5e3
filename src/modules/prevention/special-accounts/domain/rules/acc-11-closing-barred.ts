import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { event, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { barsAgainstClosing, CLOSING_BARS } from '../closing-bars.ts';

const form = facts({ requested: event('总包单位申请撤销专用账户之日'), ...CLOSING_BARS });

/**
 * 不得撤销. An open case, an arbitration, a lawsuit or other arrears: any one bars the closing, whatever was published before. The thirty days of
 * notice are necessary and not sufficient (ACC-10).
 */
export const closingBarred = matterRule({
  code: 'ACC-11',
  version: 1,
  title: '有欠薪案件或者争议仍申请撤销专户',
  basis: [cite('专户办法', 10), cite('工资条例', 27, 2)],
  evidence: 'M',
  needsLegalReview: true,
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'requested');
    if (!known.ok) return known.answer;
    const { requested } = known.facts;
    if (requested === 'not-yet' || requested > setting.on) return NOTHING;
    const bars = barsAgainstClosing(given);
    if (bars.length === 0) {
      const certain = form.certain(given, 'isCaseOpen', 'isInArbitration', 'isInCourt', 'isOwing');
      return certain.ok ? NOTHING : certain.answer;
    }
    return finding({
      level: 3,
      says: `施工总承包单位${inChineseDay(requested, yearOf(setting.on))}申请撤销工资专用账户，但${bars.join('，')}，不得撤销`,
      values: [{ label: '不得撤销的情形', value: bars.join('、'), unit: 'text' }],
      dueOn: requested,
      duty: 'general-contractor',
      clears: '案件、争议已经办结，拖欠的工资已经付清，或者撤回申请',
      rows: [{ kind: 'project' }],
    });
  },
});
