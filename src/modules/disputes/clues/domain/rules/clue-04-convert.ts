import { workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { day, event, facts, yesNo } from '#law/facts.ts';
import { lateAmong, lateFinding } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  isVerified: yesNo('核查是否属实、工资仍未付清'),
  isForInspection: yesNo('是否属于劳动保障监察受理范围（未进入仲裁、诉讼）'),
  isComplaint: yesNo('是否为劳动者本人的投诉（不是举报或者线索）'),
  receivedOn: day('接到线索、投诉之日'),
  verifiedOn: day('核查属实之日'),
  filed: event('立案之日'),
});
const ofComplaint = cite('监察若干规定', 18);
const ofClue = cite('监察若干规定', 19);

/**
 * 转立案. A complaint: 5 working days from receipt, filed on the day it is accepted. A clue or report is to be filed 「及时」; Interpretation: the same five
 * working days, from the day it was verified.
 */
export const convert = matterRule({
  code: 'CLUE-04',
  version: 1,
  title: '查实线索未转立案',
  basis: [ofComplaint, ofClue],
  evidence: 'V2',
  interpretation: '投诉自接到之日起5个工作日；举报、线索只规定“及时立案”，比照5个工作日，自核查属实之日起算',
  facts: form,
  needs: ['case.accept.days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'isVerified', 'isForInspection');
    if (!known.ok) return known.answer;
    if (!known.facts.isVerified || !known.facts.isForInspection) return NOTHING;
    const kind = form.certain(given, 'isComplaint', 'filed');
    if (!kind.ok) return kind.answer;
    const { isComplaint, filed } = kind.facts;
    const from = form.certain(given, isComplaint ? 'receivedOn' : 'verifiedOn');
    if (!from.ok) return from.answer;
    const start = isComplaint ? given.receivedOn : given.verifiedOn;
    if (start === null) return NOTHING;
    const period = workingDays(params['case.accept.days']);
    const after = isComplaint ? '接到投诉' : '核查属实';
    const basis = isComplaint ? ofComplaint : ofClue;
    const late = lateAmong([{ by: 'authority', start, after, period, act: '立案', done: filed, basis }], setting);
    return late === null ? NOTHING : lateFinding(late, { level: 3, owedTo: 'worker', clears: '立案查处，或者付清后办结' });
  },
});
