import { type CivilDate, daysBetween } from '#kernel/civil-date.ts';
import { type Deadline, deadline, months, naturalDays, workingDays } from '#law/calendars/index.ts';
import { type Citation, cite } from '#law/citation.ts';
import { day, event, facts, type FactsOf, type Happened } from '#law/facts.ts';
import type { ParameterValues } from '#law/parameters/index.ts';
import { cannotDetermine, type Setting } from '#law/rule.ts';
import { calculator, Sheet } from '#law/sheet.ts';
import { happenedBy } from '../happened.ts';
import { remedyTerms } from '../remedy-terms.ts';
import { lastDayToPay } from '../surcharge.ts';
import { shown } from '../words.ts';

const shape = {
  receivedOn: event('收到投诉之日'),
  acceptedOn: event('决定是否受理之日'),
  filedOn: event('立案之日'),
  extensionApprovedOn: event('负责人批准延长调查期限之日'),
  investigationEndedOn: event('调查完成之日'),
  hearingToldOn: event('告知听证权利之日'),
  hearingRequestedOn: event('当事人要求听证之日'),
  decidedOn: event('作出处罚或者处理决定之日'),
  servedOn: event('决定书送达之日（公告送达的为公告满三十日）'),
  deferredTo: day('批准延期、分期缴纳到哪一天（没有批准的不填）'),
  paidOn: event('履行完毕之日'),
  reconsiderationOn: event('申请行政复议之日'),
  lawsuitOn: event('提起行政诉讼之日'),
  demandServedOn: event('催告书送达之日'),
  appliedOn: event('申请法院强制执行之日'),
} as const;
const form = facts(shape);
type Given = FactsOf<typeof shape>;

const NEEDS = [
  'case.accept.days',
  'case.file.days',
  'case.investigate.days',
  'case.investigate.extra-days',
  'case.decide.days',
  'penalty.decide.days',
  'penalty.hearing.request-days',
  'penalty.serve.days',
  'penalty.pay.days',
  'remedy.reconsider.days',
  'remedy.sue.months',
  'enforce.demand.days',
  'enforce.apply.months',
] as const;
type Values = Pick<ParameterValues, (typeof NEEDS)[number]>;

interface Limit {
  readonly label: string;
  readonly counted: Deadline;
  readonly basis: Citation;
  /** The act that meets the limit; null when nobody stated whether it was done. */
  readonly done: Happened | null;
  /** Chinese, what lies beyond the last day when it is no duty. */
  readonly opens?: string;
}

/**
 * 办案期限. Every limit that runs or has passed on the dates of one case, each with its article. The ninety days of 行政处罚法第六十条 stand beside the
 * chain of 60 + 30 and 15 working days; the earlier of the two is the one to warn by.
 */
export const caseDeadlines = calculator({
  code: 'case-deadlines',
  title: '办案期限',
  about: '按案件已经发生的日期，列出受理、立案、调查、决定、送达、缴款、救济、催告和申请执行的每一个期限',
  basis: [cite('监察若干规定', 18), cite('监察条例', 17), cite('监察若干规定', 37), cite('行政处罚法', 60), cite('行政强制法', 53)],
  evidence: 'V1',
  interpretation: '监察条例的60+30个工作日和若干规定的15个工作日优先于90日的一般期限；两者并列，以较早的提醒',
  facts: form,
  needs: NEEDS,
  prepare: (setting, params) => (given) => {
    const limits = [...untilDecision(given, params, setting), ...afterDecision(given, params, setting)];
    const [first, ...rest] = limits;
    if (first === undefined) return cannotDetermine('收到投诉、立案、告知听证、决定、送达或者催告之日，至少一项');
    const sheet = new Sheet();
    for (const { label, counted, basis } of limits) sheet.day(label, counted, basis);
    if (isContested(given, setting.on)) sheet.note('当事人已经申请复议或者提起诉讼，申请强制执行的期限不从送达之日推算，等复议决定或者裁判生效后再算');
    for (const limit of limits) sheet.note(`${limit.label}：${standingOf(limit, setting.on)}`);
    const earlier = warnBy(limits);
    const result = ({ label, counted }: Limit) => ({ label, value: counted.due, unit: 'date' as const });
    const warn = earlier === null ? [] : [{ label: '决定期限以较早的提醒', value: earlier, unit: 'date' as const }];
    return sheet.done(result(first), ...rest.map(result), ...warn);
  },
});

const CHAIN = '作出决定（调查完成后15个工作日）';
const PROJECTED = '作出决定（按调查期限推算）';
const FALLBACK = '作出处罚决定（立案后90日的一般期限）';

function untilDecision(given: Given, params: Values, { on, calendar }: Setting): Limit[] {
  const start = (event: Happened | null) => (event === null ? null : happenedBy(event, on));
  const [receivedOn, acceptedOn, filedOn, endedOn] = [given.receivedOn, given.acceptedOn, given.filedOn, given.investigationEndedOn].map(start);
  const limits: Limit[] = [];
  const decide = (label: string, from: CivilDate) =>
    limits.push({ label, counted: deadline(from, workingDays(params['case.decide.days']), calendar), basis: cite('监察若干规定', 37), done: given.decidedOn });
  if (receivedOn) {
    const counted = deadline(receivedOn, workingDays(params['case.accept.days']), calendar);
    limits.push({ label: '决定是否受理', counted, basis: cite('监察若干规定', 18), done: given.acceptedOn });
  }
  if (receivedOn && acceptedOn) {
    const counted = deadline(acceptedOn, naturalDays(params['case.file.days'], 'none'), calendar);
    limits.push({ label: '受理当日立案', counted, basis: cite('监察若干规定', 18), done: given.filedOn });
  }
  if (filedOn) {
    const ordinary = deadline(filedOn, workingDays(params['case.investigate.days']), calendar);
    const approvedOn = start(given.extensionApprovedOn);
    const isProlonged = approvedOn !== null && approvedOn <= ordinary.due;
    const more = deadline(ordinary.due, workingDays(params['case.investigate.extra-days']), calendar);
    const counted = isProlonged ? { ...more, trace: [...ordinary.trace, ...more.trace] } : ordinary;
    limits.push({ label: isProlonged ? '完成调查（已延长）' : '完成调查', counted, basis: cite('监察条例', 17), done: given.investigationEndedOn });
    if (!endedOn) decide(PROJECTED, counted.due);
    const fallback = deadline(filedOn, naturalDays(params['penalty.decide.days']), calendar);
    limits.push({ label: FALLBACK, counted: fallback, basis: cite('行政处罚法', 60), done: given.decidedOn });
  }
  if (endedOn) decide(CHAIN, endedOn);
  const toldOn = start(given.hearingToldOn);
  if (toldOn !== null) {
    const counted = deadline(toldOn, workingDays(params['penalty.hearing.request-days']), calendar);
    limits.push({ label: '当事人要求听证', counted, basis: cite('行政处罚法', 64, '(一)'), done: given.hearingRequestedOn });
  }
  return limits;
}

function afterDecision(given: Given, params: Values, { on, calendar }: Setting): Limit[] {
  const start = (event: Happened | null) => (event === null ? null : happenedBy(event, on));
  const [decidedOn, servedOn, demandServedOn] = [given.decidedOn, given.servedOn, given.demandServedOn].map(start);
  const limits: Limit[] = [];
  if (decidedOn) {
    const counted = deadline(decidedOn, workingDays(params['penalty.serve.days']), calendar);
    limits.push({ label: '送达处罚决定书', counted, basis: cite('行政处罚法', 61, 1), done: given.servedOn });
  }
  if (servedOn) {
    const { reconsider, sue, last } = remedyTerms(servedOn, params, calendar);
    const paying = lastDayToPay(servedOn, given.deferredTo, params['penalty.pay.days'], calendar);
    const from = given.deferredTo !== null && given.deferredTo > last.due ? given.deferredTo : last.due;
    limits.push(
      { label: '缴纳罚款', counted: paying, basis: cite('行政处罚法', 67, 3), done: given.paidOn },
      { label: '申请行政复议', counted: reconsider, basis: cite('行政复议法', 20), done: given.reconsiderationOn },
      { label: '提起行政诉讼', counted: sue, basis: cite('行政诉讼法', 46), done: given.lawsuitOn },
    );
    if (!isContested(given, on)) {
      const counted = deadline(from, months(params['enforce.apply.months']), calendar);
      limits.push({ label: '申请法院强制执行', counted, basis: cite('行政强制法', 53), done: given.appliedOn });
    }
  }
  if (demandServedOn) {
    const counted = deadline(demandServedOn, workingDays(params['enforce.demand.days']), calendar);
    limits.push({ label: '催告期', counted, basis: cite('行政强制法', 54), done: given.paidOn, opens: '救济期限也已届满的，可以申请法院强制执行' });
  }
  return limits;
}

/** 「当事人在法定期限内不申请行政复议或者提起行政诉讼」: whoever did either leads to the court another way. */
function isContested({ reconsiderationOn, lawsuitOn }: Given, on: CivilDate): boolean {
  return [reconsiderationOn, lawsuitOn].some((event) => event !== null && happenedBy(event, on) !== null);
}

/** The earlier of the chain and the ninety days; null when only one of them runs. */
function warnBy(limits: readonly Limit[]): CivilDate | null {
  const due = (...labels: readonly string[]) => limits.find(({ label }) => labels.includes(label))?.counted.due;
  const [chain, fallback] = [due(CHAIN, PROJECTED), due(FALLBACK)];
  if (chain === undefined || fallback === undefined) return null;
  return chain < fallback ? chain : fallback;
}

/** 「还有 3 日」, 「已过 2 日，尚未办理」, 「3月9日已办」. */
function standingOf({ counted: { due }, done, opens }: Limit, on: CivilDate): string {
  const doneOn = done === null ? null : happenedBy(done, on);
  if (doneOn !== null) return doneOn <= due ? `${shown(doneOn, on)}已办，在期限内` : `${shown(doneOn, on)}才办，超过 ${daysBetween(due, doneOn)} 日`;
  const last = shown(due, on);
  if (on <= due) return `到${last}止，还有 ${daysBetween(on, due)} 日`;
  if (opens !== undefined) return `${last}期满，${opens}`;
  return `${last}期满，已过 ${daysBetween(due, on)} 日，${done === null ? '是否办理没有填写' : '没有办理'}`;
}
