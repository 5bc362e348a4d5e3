import { cite } from '#law/citation.ts';
import { day, event, facts, yesNo } from '#law/facts.ts';
import { lateAmong, lateFinding } from '#law/late.ts';
import { daysOfTerm } from '#law/parameters/term.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({ receivedOn: day('线索登记之日'), closed: event('办结之日（解决、立案、引导或者查无此事）'), isMajor: yesNo('是否重大线索') });
const basis = cite('工资条例', 10, 3);

/**
 * 办结. Interpretation: no national text sets a number of days for clues; 15 working days, 30 days for a major one, counted from the day it was
 * registered. A clue that became a case is closed as a clue: from then on the clocks of the inspection bind.
 */
export const close = matterRule({
  code: 'CLUE-03',
  version: 1,
  title: '线索逾期未办结',
  basis: [basis],
  evidence: 'D',
  interpretation: '全国平台没有统一的办结日数（如包头为15日）；一般线索15个工作日、重大线索30日，自登记起算，地方可另设',
  facts: form,
  needs: ['clue.close', 'clue.close.major'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'receivedOn', 'closed', 'isMajor');
    if (!known.ok) return known.answer;
    const { receivedOn, closed, isMajor } = known.facts;
    const period = daysOfTerm(params[isMajor ? 'clue.close.major' : 'clue.close']);
    const after = `登记${isMajor ? '重大' : ''}线索`;
    const late = lateAmong([{ by: 'authority', start: receivedOn, after, period, act: '办结', done: closed, basis }], setting);
    return late === null ? NOTHING : lateFinding(late, { level: 3, owedTo: 'worker', clears: '办结并答复，或者立案查处' });
  },
});
