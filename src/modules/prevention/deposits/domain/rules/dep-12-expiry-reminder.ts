import { addMonths, daysBetween, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { atLeast, atMost } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectForm.pick('state', 'finishDueOn', 'depositKind', 'depositGuaranteeUntil');

type Facts = Read<typeof form>;

/** One month before the guarantee ends and the works do not: the office must remind. */
export const expiryReminder = rule({
  code: 'DEP-12',
  warns: ['W-DEP-03'],
  version: 1,
  title: '工资保证金保函将到期',
  subject: 'project',
  basis: [cite('保证金规定', 17)],
  evidence: 'V1',
  facts: form,
  feeds: ['ledger'],
  needs: ['deposit.remind-months'],
  prepare: (setting, params) => (facts: Facts) => {
    const until = facts.depositGuaranteeUntil;
    if (until === null || (facts.depositKind !== 'guarantee' && facts.depositKind !== 'insurance') || facts.state === 'finished') return NOTHING;
    const remindOn = addMonths(until, -params['deposit.remind-months']);
    if (!atLeast(setting.on, remindOn) || !atMost(setting.on, until)) return NOTHING;
    // Works that will be over by then need no new guarantee.
    if (facts.finishDueOn !== null && atMost(facts.finishDueOn, until) && setting.on < facts.finishDueOn) return NOTHING;
    return finding({
      level: 1,
      says: `工资保证金保函${inChineseDay(until, yearOf(setting.on))}到期，还有 ${daysBetween(setting.on, until)} 天，工程未完工`,
      values: [{ label: '保函到期日', value: until, unit: 'date' }],
      dueOn: remindOn,
      duty: 'authority',
      clears: '台账更新保函到期日',
      rows: [{ kind: 'project' }],
    });
  },
});
