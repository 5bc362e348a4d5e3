import { naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { day, event, facts, yesNo } from '#law/facts.ts';
import { lateAmong, lateFinding } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({ closedOn: day('办结之日'), replied: event('将处理结果告知举报、投诉人之日'), isReachable: yesNo('举报、投诉人是否留有联系方式') });
const basis = cite('工资条例', 10, 3);
const WITH_CLOSING = naturalDays(0);

/** 回复告知. 「并将处理结果告知举报、投诉人」: with the closing, on the same day; who left no way to be reached cannot be told. */
export const reply = matterRule({
  code: 'CLUE-06',
  version: 1,
  title: '办结未告知处理结果',
  basis: [basis],
  evidence: 'VF',
  interpretation: '条例没有写明告知的日期；随办结告知，以办结当日为限',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'closedOn', 'replied', 'isReachable');
    if (!known.ok) return known.answer;
    const { closedOn, replied, isReachable } = known.facts;
    if (!isReachable) return NOTHING;
    const late = lateAmong(
      [{ by: 'authority', start: closedOn, after: '办结线索', period: WITH_CLOSING, act: '将处理结果告知举报、投诉人', done: replied, basis }],
      setting,
    );
    return late === null ? NOTHING : lateFinding(late, { level: 2, owedTo: 'worker', clears: '告知处理结果并留下记录' });
  },
});
