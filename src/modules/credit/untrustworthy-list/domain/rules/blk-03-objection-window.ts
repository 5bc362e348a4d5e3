import { atMost } from '#kernel/bounds.ts';
import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { deadline, workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { event, facts } from '#law/facts.ts';
import { lateFinding, lateness } from '#law/late.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  noticed: event('当事人收到拟列入告知之日'),
  objected: event('收到当事人异议之日'),
  replied: event('核实并将结果告知当事人之日'),
  decided: event('作出列入决定之日'),
});

/**
 * 异议期. 「当事人自收到告知之日起5个工作日内，可以…提出异议」: the window is open to the end of its last day, so a decision on that day comes too
 * early. An objection in time is verified and answered in 5 working days, and before the decision; one after the window starts no clock.
 */
export const objectionWindow = matterRule({
  code: 'BLK-03',
  version: 1,
  title: '异议期和核实期限',
  basis: [cite('失信名单办法', 6, 2)],
  evidence: 'VF',
  facts: form,
  needs: ['list.objection.days', 'list.verify.days'],
  prepare: (setting, params) => (given) => {
    if (given.noticed === 'not-yet') return NOTHING;
    const known = form.certain(given, 'noticed', 'objected', 'decided');
    if (!known.ok) return known.answer;
    const { noticed, objected, decided } = known.facts;
    if (noticed === 'not-yet' || noticed > setting.on) return NOTHING;
    const window = deadline(noticed, workingDays(params['list.objection.days']), setting.calendar);
    const isDecided = decided !== 'not-yet' && decided <= setting.on;
    const early = (until: typeof window.due, why: string) =>
      finding({
        level: 2,
        says: `${inChineseDay(isDecided ? decided : setting.on, yearOf(setting.on))}作出列入决定，${why}`,
        values: [{ label: '异议期最后一日', value: window.due, unit: 'date' }],
        dueOn: until,
        provisional: window.provisional,
        duty: 'authority',
        owedTo: 'party-concerned',
        steps: [{ label: '异议期最后一日', value: window.due, unit: 'date', reckoned: window.trace.join('；'), basis: cite('失信名单办法', 6, 2) }],
        clears: '依法纠正，听取并核实异议后重新决定',
        rows: [],
      });
    if (isDecided && atMost(decided, window.due)) return early(window.due, `异议期到${inChineseDay(window.due, yearOf(setting.on))}才届满`);
    if (objected === 'not-yet' || objected > setting.on || objected > window.due) return NOTHING;
    const answered = form.certain(given, 'replied');
    if (!answered.ok) return answered.answer;
    const { replied } = answered.facts;
    if (isDecided && (replied === 'not-yet' || replied > decided)) return early(window.due, '当事人在异议期内提出的异议还没有核实告知');
    const late = lateness(
      {
        by: 'authority',
        start: objected,
        after: '收到异议',
        period: workingDays(params['list.verify.days']),
        act: '核实异议并告知结果',
        done: replied,
        basis: cite('失信名单办法', 6, 2),
      },
      setting,
    );
    return late === null ? NOTHING : lateFinding([late], { level: 2, owedTo: 'party-concerned', clears: '核实异议并将结果告知当事人' });
  },
});
