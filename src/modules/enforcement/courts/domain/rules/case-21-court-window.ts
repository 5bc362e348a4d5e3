import { atLeast, moreThan } from '#kernel/bounds.ts';
import { daysBetween } from '#kernel/civil-date.ts';
import type { SheetStep } from '#law/answer.ts';
import { type Deadline, deadline, months } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { day, event, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { happenedBy, remedyTerms, shown } from '#modules/enforcement/cases/domain/index.ts';

const form = facts({
  servedOn: day('决定书送达之日（公告送达的为公告满三十日）'),
  deferredTo: day('批准延期、分期缴纳罚款到哪一天（没有批准的不填）'),
  contestedOn: event('当事人申请复议或者提起诉讼之日'),
  performedOn: event('当事人履行完毕之日'),
  appliedOn: event('申请法院强制执行之日'),
});

/**
 * 申请强制执行的期限. 「当事人在法定期限内不申请行政复议或者提起行政诉讼，又不履行行政决定的……自期限届满之日起三个月内」. The remedy ends with the later of sixty days
 * and six months; a deferral that ends later takes its place (行政处罚法第七十二条第二款). The right is lost with the window, so the sixtieth and the
 * eightieth day of it are told before; an application before the remedy has ended comes too early.
 */
export const courtWindow = matterRule({
  code: 'CASE-21',
  version: 1,
  title: '申请强制执行期限',
  basis: [cite('行政强制法', 53), cite('行政处罚法', 72, 2), cite('行政复议法', 20, 1), cite('行政诉讼法', 46)],
  evidence: 'VF',
  interpretation: '救济期限以六个月和六十日中较晚的为准；届满第60日、第80日仍未申请的提前提醒',
  consequences: [{ says: '不能再申请人民法院强制执行', before: '救济期限届满后三个月内没有申请', basis: [cite('行政强制法', 53)] }],
  facts: form,
  needs: ['remedy.reconsider.days', 'remedy.sue.months', 'enforce.apply.months', 'enforce.alert-days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'servedOn', 'contestedOn', 'performedOn', 'appliedOn');
    if (!known.ok) return known.answer;
    const { servedOn, contestedOn, performedOn, appliedOn } = known.facts;
    const { last } = remedyTerms(servedOn, params, setting.calendar);
    const isDeferred = given.deferredTo !== null && moreThan(given.deferredTo, last.due);
    const expiredOn = isDeferred && given.deferredTo !== null ? given.deferredTo : last.due;
    const counted = deadline(expiredOn, months(params['enforce.apply.months']), setting.calendar);
    if (happenedBy(contestedOn, setting.on) !== null || happenedBy(performedOn, setting.on) !== null) return NOTHING;
    const applied = happenedBy(appliedOn, setting.on);
    const expiry = `救济期限${shown(expiredOn, setting.on)}届满`;
    const window = `应当在${shown(counted.due, setting.on)}前（含当日）申请强制执行`;
    const steps = stepsOf(isDeferred ? { ...last, due: expiredOn, trace: ['延期、分期缴纳的期限结束'] } : last, counted);
    if (applied !== null && !moreThan(applied, expiredOn)) {
      return finding({
        level: 3,
        says: `主管部门${shown(applied, setting.on)}申请强制执行，${expiry}，届满之后才可以申请`,
        values: [{ label: '救济期限届满', value: expiredOn, unit: 'date' }],
        dueOn: counted.due,
        provisional: counted.provisional || last.provisional,
        duty: 'authority',
        owedTo: 'party-concerned',
        clears: '救济期限届满、催告期满后，当事人仍未履行的重新申请',
        steps,
        rows: [],
      });
    }
    const isLost = moreThan(applied ?? setting.on, counted.due);
    const waited = daysBetween(expiredOn, applied ?? setting.on);
    const [orange = 0, red = 0] = params['enforce.alert-days'];
    if (!isLost && (applied !== null || !atLeast(waited, orange))) return NOTHING;
    const what = applied === null ? (isLost ? '至今未申请，期限已过' : `已过 ${waited} 日，尚未申请`) : `${shown(applied, setting.on)}才申请，期限已过`;
    return finding({
      level: isLost || atLeast(waited, red) ? 4 : 3,
      says: `${expiry}，当事人没有履行，${window}，${what}`,
      values: [{ label: '救济期限届满后', value: waited, unit: 'days', threshold: orange }],
      dueOn: counted.due,
      provisional: counted.provisional || last.provisional,
      duty: 'authority',
      clears: isLost ? '查明原因，能够依法另行追缴的另行处理' : '催告期满后申请强制执行，或者当事人履行',
      steps,
      rows: [],
    });
  },
});

function stepsOf(expiry: Deadline, window: Deadline): readonly SheetStep[] {
  return [
    { label: '救济期限届满', value: expiry.due, unit: 'date', reckoned: expiry.trace.join('；'), basis: cite('行政诉讼法', 46) },
    { label: '申请强制执行的最后一日', value: window.due, unit: 'date', reckoned: window.trace.join('；'), basis: cite('行政强制法', 53) },
  ];
}
