import { addDays, daysBetween, inChineseDay, monthOf, yearOf } from '#kernel/civil-date.ts';
import { moreThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { ADDITIONAL_COMPENSATION } from '#law/penalties.ts';
import { cannotDetermine, finding, NOTHING, rule } from '#law/rule.ts';
import { projectForm } from '#modules/prevention/facts/domain/index.ts';
import { wageDueDates } from '../wage-due.ts';

const form = projectForm.pick('payDay', 'neverPaid', 'neverPaidSince', 'flowsThrough');

type Facts = Read<typeof form>;

/**
 * Workers who began to work long ago and never got a first pay. 「按月支付给劳动者本人」: what counts is the first day of attendance,
 * not the day of entry. Entered on the 30th or during a pause, one has earned nothing that the next pay day could bring.
 */
export const neverPaidSinceEntry = rule({
  code: 'W-PAY-05',
  warns: ['W-PAY-05'],
  version: 2,
  title: '进场后从未领到工资',
  subject: 'project',
  basis: [cite('劳动法', 50), cite('工资条例', 12)],
  evidence: 'VF',
  interpretation: '从最早上工的一人计：首次出勤超过30日，并且出勤当月的发薪日已过，才预警；再过30日升为红。进场而没有出勤的不计。',
  consequences: [ADDITIONAL_COMPENSATION],
  facts: form,
  feeds: ['flows'],
  needs: ['wage.entry.unpaid-days', 'wage.pay-day', 'wage.overdue.orange-days'],
  prepare: (setting, params) => {
    const dueOf = wageDueDates(setting, params['wage.pay-day']);
    return (facts: Facts) => {
      const since = facts.neverPaidSince;
      if (facts.neverPaid === 0 || since === null) return NOTHING;
      const thirty = addDays(since, params['wage.entry.unpaid-days']);
      const pay = dueOf(monthOf(since), facts.payDay);
      const due = pay.due > thirty ? pay.due : thirty;
      if (setting.on <= due) return NOTHING;
      if (facts.flowsThrough === null || facts.flowsThrough < due) return cannotDetermine('专户流水未覆盖到首次发薪日');
      return finding({
        level: moreThan(daysBetween(due, setting.on), params['wage.overdue.orange-days']) ? 4 : 2,
        says: `${facts.neverPaid} 人进场后从未领到工资，最早${inChineseDay(since, yearOf(setting.on))}上工，已 ${daysBetween(since, setting.on)} 天`,
        values: [
          { label: '从未领到工资', value: facts.neverPaid, unit: 'people', threshold: 0 },
          { label: '最早上工', value: since, unit: 'date' },
          { label: '已上工', value: daysBetween(since, setting.on), unit: 'days', threshold: params['wage.entry.unpaid-days'] },
        ],
        people: facts.neverPaid,
        dueOn: due,
        provisional: pay.provisional,
        duty: 'general-contractor',
        clears: '专户流水显示这些人已领到工资，或者更正的考勤已导入',
        rows: [{ kind: 'workers', which: 'unpaid' }, { kind: 'attendance' }],
      });
    };
  },
});
