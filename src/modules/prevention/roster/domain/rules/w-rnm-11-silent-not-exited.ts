import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectForm.pick('state', 'silentNotExited', 'rosterThrough');

type Facts = Read<typeof form>;

/** No attendance for thirty days and still on the roster: gone, perhaps unsettled. */
export const silentNotExited = rule({
  code: 'W-RNM-11',
  warns: ['W-RNM-11'],
  version: 1,
  title: '久无考勤未退场',
  subject: 'project',
  basis: [cite('工资条例', 28, 3), cite('实名制办法', 12)],
  evidence: 'D',
  interpretation: '30日没有考勤而花名册没有退场日期的提示核实。',
  facts: form,
  feeds: ['roster', 'attendance'],
  needs: [],
  prepare: (setting) => (facts: Facts) => {
    if (facts.silentNotExited === 0 || facts.state === 'finished') return NOTHING;
    return finding({
      level: 0,
      says: `${facts.silentNotExited} 人 30 天没有考勤，花名册没有退场`,
      values: [{ label: '久无考勤', value: facts.silentNotExited, unit: 'people', threshold: 0 }],
      people: facts.silentNotExited,
      dueOn: facts.rosterThrough ?? setting.on,
      duty: 'subcontractor',
      clears: '花名册补上退场日期，或者恢复考勤',
      rows: [{ kind: 'roster' }],
    });
  },
});
