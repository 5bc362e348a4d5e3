import { months } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { event, facts, yesNo } from '#law/facts.ts';
import { lateFinding, lateness } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  completedOn: event('工程完工之日'),
  hasArrears: yesNo('是否有拖欠农民工工资'),
  appliedOn: event('总包单位申请返还之日'),
  sweptOn: event('完工后最近一次清查该保证金之日'),
});

/**
 * A deposit that should go back and that nobody looked at. 「人力资源社会保障部门至少每半年清查一次，主动启动返还」: counted from completion, then from
 * the last look.
 */
export const halfYearSweep = matterRule({
  code: 'DEP-19',
  version: 1,
  title: '应返还保证金未定期清查',
  basis: [cite('保证金规定', 22)],
  evidence: 'M',
  needsLegalReview: true,
  interpretation: '半年自工程完工之日起算，清查过的自清查之日起算。',
  facts: form,
  needs: ['deposit.sweep-months'],
  prepare: (setting, params) => (given) => {
    if (given.completedOn === 'not-yet' || given.hasArrears === true || (given.appliedOn !== null && given.appliedOn !== 'not-yet')) return NOTHING;
    const known = form.certain(given, 'completedOn', 'hasArrears', 'appliedOn', 'sweptOn');
    if (!known.ok) return known.answer;
    const { completedOn, sweptOn } = known.facts;
    if (completedOn === 'not-yet') return NOTHING;
    const start = sweptOn === 'not-yet' || sweptOn < completedOn ? completedOn : sweptOn;
    const isSwept = start !== completedOn;
    const late = lateness(
      {
        by: 'authority',
        start,
        after: isSwept ? '清查' : '因工程完工、没有拖欠',
        period: months(params['deposit.sweep-months']),
        act: isSwept ? '再次清查或者启动返还' : '清查并启动返还',
        done: 'not-yet',
        basis: cite('保证金规定', 22),
      },
      setting,
    );
    return late === null ? NOTHING : lateFinding([late], { level: 1, owedTo: 'general-contractor', clears: '登记清查日期，或者启动返还公示' });
  },
});
