import { atLeast, atMost } from '#kernel/bounds.ts';
import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { workingDaysBetween } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { count, day, event, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({ dueOn: day('办理期限的最后一日'), closed: event('办结之日'), escalated: count('已经升级的次数', '次') });

/**
 * 升级. Interpretation: on the first day after its limit an open clue goes up one level, and one more with every five working days that pass after
 * the limit: the fifth brings the second. A closed clue is not escalated any more.
 */
export const escalation = matterRule({
  code: 'CLUE-08',
  version: 1,
  title: '逾期线索未升级督办',
  basis: [cite('工资条例', 10, 3)],
  evidence: 'D',
  interpretation: '法律没有规定升级；逾期即升一级，此后每满5个工作日再升一级，挂牌督办',
  facts: form,
  needs: ['clue.escalate.days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'dueOn', 'closed');
    if (!known.ok) return known.answer;
    const { dueOn, closed } = known.facts;
    if (atMost(setting.on, dueOn) || (closed !== 'not-yet' && closed <= setting.on)) return NOTHING;
    const levels = form.certain(given, 'escalated');
    if (!levels.ok) return levels.answer;
    const { escalated } = levels.facts;
    const overdue = workingDaysBetween(dueOn, setting.on, setting.calendar);
    const owed = 1 + Math.floor(overdue / params['clue.escalate.days']);
    if (atLeast(escalated, owed)) return NOTHING;
    return finding({
      level: 3,
      says: `线索应当在${inChineseDay(dueOn, yearOf(setting.on))}前（含当日）办结，已逾期 ${overdue} 个工作日，应当升级 ${owed} 次，只升级了 ${escalated} 次`,
      values: [{ label: '升级次数', value: escalated, unit: 'count', threshold: owed }],
      dueOn,
      duty: 'authority',
      steps: [
        {
          label: '应当升级的次数',
          value: owed,
          unit: 'count',
          reckoned: `逾期即升 1 级，${overdue} 个工作日 ÷ ${params['clue.escalate.days']}，满一次再升 1 级`,
        },
      ],
      clears: '升级督办，或者办结',
      rows: [],
    });
  },
});
