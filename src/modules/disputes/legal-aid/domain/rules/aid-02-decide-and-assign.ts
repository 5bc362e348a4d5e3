import { cite } from '#law/citation.ts';
import { day, event, facts, yesNo } from '#law/facts.ts';
import { lateAmong, lateFinding, type TimedDuty } from '#law/late.ts';
import { daysOfTerm } from '#law/parameters/term.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  appliedOn: day('收到法律援助申请（材料补齐）之日'),
  decided: event('作出是否给予法律援助的决定之日'),
  granted: yesNo('是否决定给予法律援助'),
  assigned: event('指派法律援助人员之日'),
});
const basis = cite('法律援助法', 43, 1);

/** 审查与指派. 「自收到法律援助申请之日起七日内进行审查，作出是否给予法律援助的决定」; 「自作出决定之日起三日内指派法律援助人员」. */
export const decideAndAssign = matterRule({
  code: 'AID-02',
  version: 1,
  title: '法律援助审查指派逾期',
  basis: [basis],
  evidence: 'VF',
  interpretation: '“日”是自然日还是工作日，法律没有写明，司法部程序规定未核对；按较严的自然日计，地方可另设',
  facts: form,
  needs: ['legal-aid.decide', 'legal-aid.assign'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'appliedOn', 'decided');
    if (!known.ok) return known.answer;
    const { appliedOn, decided } = known.facts;
    const by = 'legal-aid-centre' as const;
    const toDecide = daysOfTerm(params['legal-aid.decide']);
    const duties: TimedDuty[] = [
      { by, start: appliedOn, after: '收到法律援助申请', period: toDecide, act: '作出是否给予法律援助的决定', done: decided, basis },
    ];
    if (decided !== 'not-yet') {
      const decision = form.certain(given, 'granted');
      if (!decision.ok) return decision.answer;
      if (decision.facts.granted) {
        const assignment = form.certain(given, 'assigned');
        if (!assignment.ok) return assignment.answer;
        const period = daysOfTerm(params['legal-aid.assign']);
        duties.push({ by, start: decided, after: '决定给予法律援助', period, act: '指派法律援助人员', done: assignment.facts.assigned, basis });
      }
    }
    const late = lateAmong(duties, setting);
    return late === null ? NOTHING : lateFinding(late, { level: 2, owedTo: 'worker', clears: '作出决定并指派法律援助人员' });
  },
});
