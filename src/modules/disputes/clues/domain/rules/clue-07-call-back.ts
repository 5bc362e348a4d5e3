import { workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { day, event, facts, yesNo } from '#law/facts.ts';
import { lateAmong, lateFinding } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({ repliedOn: day('答复之日'), isSampled: yesNo('是否抽中回访'), calledBack: event('回访之日') });
const basis = cite('工资条例', 10, 3);

/** 回访. Interpretation: the law asks for no call-back; a sample is called within ten working days of the reply, to learn whether the money arrived. */
export const callBack = matterRule({
  code: 'CLUE-07',
  version: 1,
  title: '办结线索逾期未回访',
  basis: [basis],
  evidence: 'D',
  interpretation: '法律没有规定回访；对抽中的线索，答复后10个工作日内回访，核实工资是否到手',
  facts: form,
  needs: ['clue.call-back.days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'repliedOn', 'isSampled', 'calledBack');
    if (!known.ok) return known.answer;
    const { repliedOn, isSampled, calledBack } = known.facts;
    if (!isSampled) return NOTHING;
    const period = workingDays(params['clue.call-back.days']);
    const late = lateAmong([{ by: 'authority', start: repliedOn, after: '答复', period, act: '回访', done: calledBack, basis }], setting);
    return late === null ? NOTHING : lateFinding(late, { level: 1, owedTo: 'worker', clears: '回访；不满意的重新办理' });
  },
});
