import { type CivilDate, daysBetween } from '#kernel/civil-date.ts';
import { addHours, type CivilMoment, dayOf, endOf, momentOf } from '#kernel/civil-moment.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { deadline, workingDaysBetween, type WorkingCalendar } from './calendars/index.ts';
import { type Parameter, PARAMETERS, type ParameterId, type PlaceParameters, type Unit, valueOn } from './parameters/index.ts';
import { inWords } from './parameters/parameter.ts';
import { isTerm, periodOfTerm, termInWords } from './parameters/term.ts';
import { PARTIES } from './parties.ts';
import type { LegalPeriod, PeriodRef, Procedure, Step, StepContext, StepRefusal, Taken } from './procedure.ts';

/** The day and place a procedure is looked at. */
export interface ProcedureSetting {
  /** What has happened by then counts; nothing later does. */
  readonly at: CivilMoment;
  readonly calendar: WorkingCalendar;
  readonly place: PlaceParameters;
}

/** The end of a limit. */
export interface StepDue {
  /** The last day, to its end; for hours the day of the moment. */
  readonly on: CivilDate;
  /** Only for limits in hours. */
  readonly moment: CivilMoment | null;
  readonly isOver: boolean;
  readonly provisional: boolean;
  readonly trace: readonly string[];
}

/** A step that may be taken from here, and until when. */
export interface OpenStep {
  readonly step: Step;
  readonly due: StepDue | null;
  /** Chinese: why there is no day although the step has a limit: a local number is missing, or the clock stands still. */
  readonly undetermined: string | null;
}

/** Where a matter stands. */
export interface Standing {
  readonly state: string;
  readonly since: CivilMoment;
  readonly isOver: boolean;
  readonly isStopped: boolean;
  readonly open: readonly OpenStep[];
}

/** Steps as they were known at a moment: what was recorded later did not count yet, though it may have happened before. */
export function knownAt(history: readonly Taken[], moment: CivilMoment): readonly Taken[] {
  return history.filter((taken) => taken.recorded <= moment);
}

/** Where a matter stands and what may follow, by whom and until when. Null for a matter that has not begun. */
export function standing(procedure: Procedure, history: readonly Taken[], setting: ProcedureSetting): Standing | null {
  const now = placeIn(procedure, history);
  if (now === null) return null;
  const isStopped = clockStops(procedure, history).some((stop) => stop.until === null);
  const open = procedure.steps
    .filter((step) => step.from.includes(now.state) && !isSpent(step, history))
    .map((step) => ({ step, ...limitOf(procedure, step, history, setting) }));
  return { ...now, isOver: procedure.states[now.state]?.ends === true, isStopped, open };
}

/** Takes a step, or says why not. The history is given back with the step; nothing else changes. */
export function take(
  procedure: Procedure,
  history: readonly Taken[],
  asked: Taken,
  setting: Omit<ProcedureSetting, 'at'>,
): Result<readonly Taken[], StepRefusal> {
  const step = procedure.steps.find((one) => one.code === asked.step);
  if (step === undefined) return refuse({ code: 'no-such-step', says: `“${procedure.title}”没有“${asked.step}”这一步。` });
  const refusal = refusalOf(procedure, step, history, asked, setting);
  return refusal === null ? ok([...history, asked]) : refuse(refusal);
}

function refusalOf(procedure: Procedure, step: Step, history: readonly Taken[], asked: Taken, setting: Omit<ProcedureSetting, 'at'>): StepRefusal | null {
  const now = placeIn(procedure, history);
  const isFromHere = now === null ? step.from.length === 0 : step.from.includes(now.state);
  if (!isFromHere || isSpent(step, history)) {
    const where = now === null ? '还没有开始' : `现在是“${procedure.states[now.state]?.name ?? now.state}”`;
    return { code: 'not-from-here', says: `${where}，不能“${step.title}”。`, basis: step.basis[0] };
  }
  if (!step.by.includes(asked.by)) {
    return {
      code: 'not-yours',
      says: `“${step.title}”由${step.by.map((party) => PARTIES[party]).join('、')}作出，不由${PARTIES[asked.by]}作出。`,
      basis: step.basis[0],
    };
  }
  if (asked.recorded < asked.happened) return { code: 'recorded-before-happened', says: `登记时间 ${asked.recorded} 早于发生时间 ${asked.happened}，请核对。` };
  const last = history.at(-1);
  if (last !== undefined && asked.happened < last.happened) {
    return { code: 'before-last-step', says: `发生时间 ${asked.happened} 早于上一步 ${last.happened}，请核对。` };
  }
  return againstLimit(procedure, step, history, asked, setting) ?? againstFacts(step, history, asked, setting);
}

function againstLimit(procedure: Procedure, step: Step, history: readonly Taken[], asked: Taken, setting: Omit<ProcedureSetting, 'at'>): StepRefusal | null {
  const at = { ...setting, at: asked.happened };
  for (const extended of step.extends?.steps ?? []) {
    const target = procedure.steps.find((one) => one.code === extended);
    const { due } = target === undefined ? { due: null } : limitOf(procedure, target, history, at);
    if (due?.isOver === true) return { code: 'lapsed', says: `原期限 ${due.on} 已过，不能再“${step.title}”；延长要在期限届满前批准。`, basis: step.basis[0] };
  }
  if (step.within === undefined || step.within.kind === 'soft') return null;
  const { due, undetermined } = limitOf(procedure, step, history, at);
  if (due === null) return { code: 'cannot-determine', says: `“${step.title}”的期限不能判断：${undetermined ?? '缺少起算的步骤'}。`, basis: step.basis[0] };
  if (step.within.kind === 'hard' && due.isOver) {
    return { code: 'lapsed', says: `“${step.title}”的期限到 ${due.moment ?? due.on} 为止，已经过了。${step.within.missed ?? ''}`, basis: step.basis[0] };
  }
  if (step.within.kind === 'not-before' && !due.isOver) {
    return { code: 'too-early', says: `“${step.title}”要等到 ${due.moment ?? due.on} 期满之后。`, basis: step.basis[0] };
  }
  if (step.within.kind === 'notice' && dayOf(asked.happened) < due.on) {
    return { code: 'too-early', says: `“${step.title}”最早在 ${due.on}，之前的通知时间不够。`, basis: step.basis[0] };
  }
  return null;
}

function againstFacts(step: Step, history: readonly Taken[], asked: Taken, { calendar, place }: Omit<ProcedureSetting, 'at'>): StepRefusal | null {
  if (step.guard === undefined) return null;
  const context: StepContext = { happened: asked.happened, history, calendar, place };
  const guarded = step.guard(asked.facts ?? {}, context);
  if (!guarded.ok) return { code: 'facts', says: guarded.faults.map(({ fact, says }) => `${fact}：${says}`).join('；') };
  if (guarded.answer === null || 'code' in guarded.answer) return guarded.answer;
  return { code: 'cannot-determine', says: `“${step.title}”不能判断，缺少：${guarded.answer.missing.join('、')}。`, basis: step.basis[0] };
}

function placeIn(procedure: Procedure, history: readonly Taken[]): { readonly state: string; readonly since: CivilMoment } | null {
  let state: string | null = null;
  let since: CivilMoment | null = null;
  for (const taken of history) {
    const step = procedure.steps.find((one) => one.code === taken.step);
    if (step === undefined || step.to === 'same') continue;
    state = step.to;
    since = taken.happened;
  }
  return state === null || since === null ? null : { state, since };
}

/** An extension is given once. */
function isSpent(step: Step, history: readonly Taken[]): boolean {
  return step.extends !== undefined && history.some((taken) => taken.step === step.code);
}

interface Stop {
  readonly from: CivilDate;
  readonly until: CivilDate | null;
}

function clockStops(procedure: Procedure, history: readonly Taken[]): Stop[] {
  const stops: Stop[] = [];
  for (const taken of history) {
    const clock = procedure.steps.find((one) => one.code === taken.step)?.clock;
    const last = stops.at(-1);
    if (clock === 'stops' && last?.until !== null) stops.push({ from: dayOf(taken.happened), until: null });
    if (clock === 'goes-on' && last !== undefined && last.until === null) stops[stops.length - 1] = { from: last.from, until: dayOf(taken.happened) };
  }
  return stops;
}

/** The limit of a step on what has happened: from its start, prolonged by extensions, moved by the days the clock stood still. */
function limitOf(
  procedure: Procedure,
  step: Step,
  history: readonly Taken[],
  setting: ProcedureSetting,
): { readonly due: StepDue | null; readonly undetermined: string | null } {
  if (step.within === undefined) return { due: null, undetermined: null };
  const start = startOf(procedure, step, history, setting.calendar);
  if (start === null) return { due: null, undetermined: null };
  const period = periodOf(step.within.period, setting);
  if (typeof period === 'string') return { due: null, undetermined: period };
  if (period.unit === 'hours') {
    const moment = addHours(start.moment, period.n);
    const trace = [`${start.moment} 起 ${period.n} 小时，至 ${moment}`];
    return { due: { on: dayOf(moment), moment, isOver: setting.at > moment, provisional: false, trace }, undetermined: null };
  }
  let counted = deadline(start.day, period, setting.calendar);
  let trace = counted.trace;
  let provisional = counted.provisional;
  const prolong = (by: Period, from: CivilDate, why: string) => {
    counted = deadline(from, by, setting.calendar);
    provisional ||= counted.provisional;
    trace = [...trace, why, ...counted.trace];
  };
  for (const extension of procedure.steps.filter((one) => one.extends?.steps.includes(step.code) === true)) {
    if (extension.extends === undefined || !history.some((taken) => taken.step === extension.code)) continue;
    const by = periodOf(extension.extends.by, setting);
    if (typeof by === 'string') return { due: null, undetermined: by };
    if (by.unit !== 'hours') prolong(by, counted.unrolled, extension.title);
  }
  for (const stop of clockStops(procedure, history)) {
    if (stop.from > counted.due || (stop.until !== null && stop.until <= start.day)) continue;
    if (stop.until === null) return { due: null, undetermined: `自 ${stop.from} 起中止，恢复后继续计算` };
    const from = stop.from < start.day ? start.day : stop.from;
    const n = period.unit === 'working-days' ? workingDaysBetween(from, stop.until, setting.calendar) : daysBetween(from, stop.until);
    prolong(
      period.unit === 'working-days' ? { unit: 'working-days', n } : { unit: 'natural-days', n, roll: period.unit === 'months' ? period.roll : 'forward' },
      counted.unrolled,
      `中止 ${from} 至 ${stop.until}`,
    );
  }
  return { due: { on: counted.due, moment: null, isOver: setting.at >= endOf(counted.due), provisional, trace }, undetermined: null };
}

type Period = Exclude<LegalPeriod, { readonly unit: 'hours' }>;

/** Of several steps that start a clock, each as it was last taken, the one with the latest effect counts. */
function startOf(procedure: Procedure, step: Step, history: readonly Taken[], calendar: WorkingCalendar): Effect | null {
  const from = step.within?.from;
  if (from === undefined) return null;
  const begins =
    from === 'state'
      ? [history.findLast((taken) => procedure.steps.find((one) => one.code === taken.step)?.to !== 'same')]
      : from.map((code) => history.findLast((taken) => taken.step === code));
  const effects = begins.flatMap((taken) => (taken === undefined ? [] : [effectOf(procedure, taken, calendar)]));
  return effects.reduce<Effect | null>((last, one) => (last === null || one.moment > last.moment ? one : last), null);
}

interface Effect {
  readonly day: CivilDate;
  readonly moment: CivilMoment;
}

/** When a step that was taken has its effect: when it happened, or later (公告送达). */
function effectOf(procedure: Procedure, { step, facts, happened }: Taken, calendar: WorkingCalendar): Effect {
  const day = procedure.steps.find((one) => one.code === step)?.effectiveOn?.(facts, happened, calendar) ?? null;
  return day === null ? { day: dayOf(happened), moment: happened } : { day, moment: momentOf(day, 0) };
}

/** The period itself; a Chinese sentence when the place has not set it. */
function periodOf(ref: PeriodRef, { place, at }: ProcedureSetting): LegalPeriod | string {
  if (!('parameter' in ref)) return ref;
  const answer = valueOn(ref.parameter, place, dayOf(at));
  if (!answer.ok) return answer.missing;
  const { value } = answer.inForce;
  const unit = unitOf(ref.parameter);
  if (isTerm(value)) return periodOfTerm(value);
  if (typeof value !== 'number') throw new RangeError(`${ref.parameter} is no period`);
  if (unit === 'working-days' || unit === 'hours') return { unit, n: value };
  if (unit === 'natural-days' || unit === 'months') return { unit, n: value, roll: ref.roll ?? 'forward' };
  throw new RangeError(`${ref.parameter} is no period`);
}

/** Any unit of the catalogue, whether or not a parameter has it today. */
function unitOf(id: ParameterId): Unit {
  return PARAMETERS[id].unit;
}

/** 流程说明 of a limit: 「5 个工作日」, the nation's number of today where it has one, else what the number means. */
export function periodInWords(period: PeriodRef): string {
  if (!('parameter' in period)) return termInWords(period);
  const { unit, means, national }: Parameter = PARAMETERS[period.parameter];
  const latest = national.at(-1);
  return latest === undefined ? means : inWords(unit, latest.value);
}
