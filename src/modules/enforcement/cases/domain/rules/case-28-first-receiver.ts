import { workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { day, event, facts, yesNo } from '#law/facts.ts';
import { lateFinding, lateness } from '#law/late.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { happenedBy } from '../happened.ts';
import { shown } from '../words.ts';

const form = facts({
  receivedOn: day('首次接到举报、投诉之日'),
  competent: yesNo('是否属于本部门受理'),
  handledOn: event('开始处理之日'),
  transferredOn: event('转送有管辖权部门之日'),
  finishedOn: event('处理完毕之日'),
  toldOn: event('将处理结果告知举报人、投诉人之日'),
});

/**
 * 首问负责. 「属于本部门受理的，应当依法及时处理；不属于本部门受理的，应当及时转送相关部门……并将处理结果告知举报、投诉人」. Whoever was asked first handles
 * it or hands it on; how soon 及时 is we chose. Once it is finished the result is owed at once.
 */
export const firstReceiver = matterRule({
  code: 'CASE-28',
  version: 1,
  title: '举报投诉首问负责',
  basis: [cite('工资条例', 10, 3)],
  evidence: 'VF',
  interpretation: '条例只说“及时”：处理或者转送按 2 个工作日；结果在处理完毕之日告知',
  facts: form,
  needs: ['case.transfer.days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'receivedOn', 'competent');
    if (!known.ok) return known.answer;
    const { receivedOn, competent } = known.facts;
    const next = competent ? 'handledOn' : 'transferredOn';
    const moved = form.certain(given, next);
    if (!moved.ok) return moved.answer;
    const late = lateness(
      {
        by: 'department',
        start: receivedOn,
        after: '首次接到举报、投诉',
        period: workingDays(params['case.transfer.days']),
        act: competent ? '处理' : '转送有管辖权的部门',
        done: moved.facts[next],
        basis: cite('工资条例', 10, 3),
      },
      setting,
    );
    if (late !== null) return lateFinding([late], { level: 2, owedTo: 'worker', clears: '处理或者转送，并将结果告知举报、投诉人' });
    if (happenedBy(moved.facts[next], setting.on) === null) return NOTHING;
    const ended = form.certain(given, 'finishedOn');
    if (!ended.ok) return ended.answer;
    const finishedOn = happenedBy(ended.facts.finishedOn, setting.on);
    if (finishedOn === null || finishedOn === setting.on) return NOTHING;
    const told = form.certain(given, 'toldOn');
    if (!told.ok) return told.answer;
    if (happenedBy(told.facts.toldOn, setting.on) !== null) return NOTHING;
    return finding({
      level: 2,
      says: `举报、投诉${shown(finishedOn, setting.on)}处理完毕，至今没有将结果告知举报人、投诉人`,
      values: [{ label: '结果告知', value: '没有', unit: 'text' }],
      dueOn: finishedOn,
      duty: 'department',
      owedTo: 'worker',
      clears: '将处理结果告知举报人、投诉人',
      rows: [],
    });
  },
});
