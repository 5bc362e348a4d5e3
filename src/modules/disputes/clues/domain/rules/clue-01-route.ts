import { cite } from '#law/citation.ts';
import { day, event, facts, yesNo } from '#law/facts.ts';
import { lateAmong, lateFinding } from '#law/late.ts';
import { daysOfTerm } from '#law/parameters/term.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({ receivedOn: day('线索登记之日'), routed: event('转办、交办之日'), isMajor: yesNo('是否重大线索') });
const basis = cite('工资条例', 10, 3);

/**
 * 接收转办. 「对于举报、投诉的处理实行首问负责制…不属于本部门受理的，应当及时转送相关部门」. Interpretation: 及时 has no number of days; one working day, and
 * the same day for a major clue, until the place says otherwise.
 */
export const route = matterRule({
  code: 'CLUE-01',
  version: 1,
  title: '线索接收后逾期未转办',
  basis: [basis],
  evidence: 'D',
  interpretation: '条例只说“及时转送”，没有日数；一般线索1个工作日、重大线索当日，地方可另设',
  facts: form,
  needs: ['clue.route', 'clue.route.major'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'receivedOn', 'routed', 'isMajor');
    if (!known.ok) return known.answer;
    const { receivedOn, routed, isMajor } = known.facts;
    const period = daysOfTerm(params[isMajor ? 'clue.route.major' : 'clue.route']);
    const after = `登记${isMajor ? '重大' : ''}线索`;
    const late = lateAmong([{ by: 'authority', start: receivedOn, after, period, act: '交办或者转送', done: routed, basis }], setting);
    return late === null ? NOTHING : lateFinding(late, { level: 2, owedTo: 'worker', clears: '交办到人，或者转送有权处理的部门并告知' });
  },
});
