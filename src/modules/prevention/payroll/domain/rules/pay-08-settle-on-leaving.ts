import { daysBetween, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { moreThan } from '#kernel/bounds.ts';
import { inYuan } from '#kernel/fen.ts';
import { deadline, workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { ADDITIONAL_COMPENSATION } from '#law/penalties.ts';
import { cannotDetermine, finding, NOTHING, rule } from '#law/rule.ts';
import { projectForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectForm.pick('leftUnpaid', 'leftUnpaidFen', 'leftUnpaidSince', 'flowsThrough');

type Facts = Read<typeof form>;

/** Workers who left and are still owed. 「在解除或终止劳动合同时一次付清劳动者工资」. */
export const settleOnLeaving = rule({
  code: 'PAY-08',
  warns: ['W-RNM-09'],
  version: 1,
  title: '离场未结清工资',
  subject: 'project',
  basis: [cite('工资支付暂行规定', 9), cite('工资条例', 12)],
  evidence: 'VF',
  interpretation: '离场不等于解除劳动合同；花名册登记退场的视为本项目用工结束，给银行处理留出几个工作日，之后才预警。',
  consequences: [ADDITIONAL_COMPENSATION],
  facts: form,
  feeds: ['flows'],
  needs: ['wage.leave.settle-days', 'wage.overdue.orange-days'],
  prepare: (setting, params) => (facts: Facts) => {
    if (facts.leftUnpaid === 0 || facts.leftUnpaidSince === null) return NOTHING;
    const { due, provisional } = deadline(facts.leftUnpaidSince, workingDays(params['wage.leave.settle-days']), setting.calendar);
    if (setting.on <= due) return NOTHING;
    if (facts.flowsThrough === null || facts.flowsThrough < due) return cannotDetermine('专户流水未覆盖到离场结清期限');
    const late = daysBetween(due, setting.on);
    return finding({
      level: moreThan(late, params['wage.overdue.orange-days']) ? 4 : 3,
      says: `${facts.leftUnpaid} 人已离场未结清工资${facts.leftUnpaidFen > 0n ? ` ${inYuan(facts.leftUnpaidFen)}` : '，没有工资表，金额还算不出'}，最早${inChineseDay(facts.leftUnpaidSince, yearOf(setting.on))}离场`,
      values: [
        { label: '离场未结清', value: facts.leftUnpaid, unit: 'people', threshold: 0 },
        { label: '未结清工资', value: facts.leftUnpaidFen, unit: 'fen', threshold: 0n },
        { label: '最早离场日', value: facts.leftUnpaidSince, unit: 'date' },
        { label: '已逾期', value: late, unit: 'days' },
      ],
      amountFen: facts.leftUnpaidFen,
      people: facts.leftUnpaid,
      dueOn: due,
      provisional,
      duty: 'general-contractor',
      clears: '专户流水显示离场人员的工资已足额到账，或者花名册更正退场日期',
      rows: [{ kind: 'workers', which: 'unpaid' }, { kind: 'roster' }],
    });
  },
});
