import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { stopAndFineOfArticle57 } from '#law/penalties.ts';
import { finding, rule } from '#law/rule.ts';
import { isUnderWay, projectForm } from '#modules/prevention/facts/domain/index.ts';
import { overdueSinceStart } from '../overdue.ts';

const form = projectForm.pick('paymentGuaranteeOn', 'paymentGuaranteeUntil', 'state', 'startedOn', 'finishedOn', 'pausedFrom', 'pausedUntil', 'stated');

type Facts = Read<typeof form>;

/** The owner gives no guarantee for the project money, or lets it end before the works. 「建设单位应当向施工单位提供工程款支付担保」. */
export const paymentGuarantee = rule({
  code: 'FUND-03',
  warns: ['W-PRJ-03'],
  version: 1,
  title: '未提供工程款支付担保',
  subject: 'project',
  basis: [cite('工资条例', 24, 1), cite('工资条例', 57, '(一)')],
  evidence: 'VF',
  interpretation: '条例未定期限：开工30日内；到期日当天仍有效。',
  consequences: [stopAndFineOfArticle57('(一)')],
  facts: form,
  feeds: ['ledger'],
  needs: ['project.guarantee-days'],
  prepare: (setting, params) => (facts: Facts) => {
    const until = facts.paymentGuaranteeUntil;
    if (until !== null && until < setting.on && isUnderWay(facts, setting.on)) {
      return finding({
        level: 2,
        says: `工程款支付担保${inChineseDay(until, yearOf(setting.on))}已到期，工程未完工，没有续保`,
        values: [{ label: '担保到期日', value: until, unit: 'date', threshold: setting.on }],
        dueOn: until,
        duty: 'project-owner',
        clears: '台账更新支付担保到期日',
        rows: [{ kind: 'project' }],
      });
    }
    const duty = overdueSinceStart(facts, 'paymentGuaranteeOn', params['project.guarantee-days'], setting.on);
    if (duty.answer !== 'overdue') return duty;
    return finding({
      level: 2,
      says: `开工后应于${inChineseDay(duty.dueOn, yearOf(setting.on))}前提供工程款支付担保，至今没有`,
      values: [{ label: '已逾期', value: duty.late, unit: 'days', threshold: 0 }],
      dueOn: duty.dueOn,
      duty: 'project-owner',
      clears: '台账补上工程款支付担保日期',
      rows: [{ kind: 'project' }],
    });
  },
});
