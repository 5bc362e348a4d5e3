import { addDays, type CivilDate, daysBetween } from '#kernel/civil-date.ts';
import { type CannotDetermine, cannotDetermine } from '#law/answer.ts';
import { type Deadline, deadline, months, naturalDays, type WorkingCalendar } from '#law/calendars/index.ts';
import { choice, day, event, type FactsOf, list } from '#law/facts.ts';
import type { Setting } from '#law/setting.ts';

/** 中断事由 of 第二十七条第二款. */
export const INTERRUPTIONS = {
  claim: '向对方当事人主张权利',
  relief: '向有关部门请求权利救济（投诉、申请调解等）',
  consent: '对方当事人同意履行义务',
} as const;

/** What the limitation of a claim hangs on; spread into the form of whoever asks for it. */
export const limitationShape = {
  claim: choice('请求的种类', { wages: '拖欠劳动报酬', other: '其他请求' }),
  employmentEnded: event('劳动关系终止之日（离开一个项目不等于终止；仍在职写 not-yet）'),
  leftProject: day('离开项目之日（另有记录时）'),
  knewOn: day('知道或者应当知道权利被侵害之日'),
  interruptions: list('时效中断（没有的写空列表）', { on: day('中断之日'), by: choice('中断事由', INTERRUPTIONS) }),
  suspensions: list('时效中止：不可抗力或者其他正当理由（没有的写空列表）', { from: day('原因发生之日'), until: event('原因消除之日') }),
};

export type LimitationFacts = FactsOf<typeof limitationShape>;

interface Interruption {
  readonly on: CivilDate;
  readonly by: keyof typeof INTERRUPTIONS;
}

interface Suspension {
  readonly from: CivilDate;
  /** Null while the cause goes on. */
  readonly until: CivilDate | null;
}

/** Where the limitation stands. */
export type Limitation =
  /** 「劳动关系存续期间因拖欠劳动报酬发生争议的，…不受…仲裁时效期间的限制」. */
  { readonly kind: 'none' } | { readonly kind: 'unknown'; readonly answer: CannotDetermine } | Running;

/** A limitation that has begun. */
export interface Running {
  readonly kind: 'running';
  /** The day it began: 劳动关系终止, or 知道权利被侵害. */
  readonly start: CivilDate;
  /** The day it was last counted from: the start, or the last interruption. */
  readonly from: CivilDate;
  /** Null while it is suspended: nobody can say when it ends. */
  readonly counted: Deadline | null;
  readonly suspendedSince: CivilDate | null;
  readonly effective: readonly Interruption[];
  /** Came after the limitation had run out, and so restarted nothing. */
  readonly tooLate: readonly Interruption[];
}

/**
 * 仲裁时效 (调解仲裁法第二十七条). Wages: none while employed, a year from the end of employment. Other claims: a year from when the worker
 * knew. The last day is in time, and moves on when it is a rest day. Leaving a project ends no employment: without its end nothing is
 * reckoned. What happens after the day it is asked about has
 * not happened yet. Gaps that cannot change the answer are not asked for.
 */
export function limitationOf(facts: LimitationFacts, termMonths: number, { on, calendar }: Pick<Setting, 'on' | 'calendar'>): Limitation {
  const { claim } = facts;
  if (claim === null) return unknown(limitationShape.claim.field.means);
  const start = claim === 'wages' ? facts.employmentEnded : facts.knewOn;
  if (start === null) return unknown(claim === 'wages' ? missingEnd(facts) : limitationShape.knewOn.field.means);
  if (start === 'not-yet') return { kind: 'none' };
  const interruptions = interruptionsOf(facts);
  const suspensions = suspensionsOf(facts);
  if (interruptions === null) return unknown('每次中断的日期和事由');
  if (suspensions === null) return unknown('每次中止原因发生和消除的日期');
  const happened = interruptions.filter((one) => one.on <= on);
  return running(start, termMonths, happened, suspensions, calendar);
}

/** Who left a project may work on the next one for the same employer: the day of leaving stands in for nothing. */
function missingEnd({ leftProject }: LimitationFacts): string {
  return leftProject === null ? limitationShape.employmentEnded.field.means : `劳动关系是否终止、何时终止（只知道 ${leftProject} 离开项目，不能代替）`;
}

function unknown(missing: string): Limitation {
  return { kind: 'unknown', answer: cannotDetermine(missing) };
}

function interruptionsOf({ interruptions }: LimitationFacts): readonly Interruption[] | null {
  const known = (interruptions ?? []).flatMap(({ on, by }) => (on === null || by === null ? [] : [{ on, by }]));
  return known.length < (interruptions?.length ?? 0) ? null : known.toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

/** In order, those that overlap made one. */
function suspensionsOf({ suspensions }: LimitationFacts): readonly Suspension[] | null {
  const known = (suspensions ?? []).flatMap(({ from, until }) =>
    from === null || until === null ? [] : [{ from, until: until === 'not-yet' ? null : until }],
  );
  if (known.length < (suspensions?.length ?? 0)) return null;
  const merged: Suspension[] = [];
  for (const next of known.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (last === undefined || (last.until !== null && next.from > last.until)) merged.push(next);
    else merged[merged.length - 1] = { from: last.from, until: laterEnd(last, next) };
  }
  return merged;
}

function laterEnd(one: Suspension, other: Suspension): CivilDate | null {
  if (one.until === null || other.until === null) return null;
  return one.until > other.until ? one.until : other.until;
}

type Run = Pick<Running, 'from' | 'counted' | 'suspendedSince'>;

/**
 * 「从中断时起，仲裁时效期间重新计算」: what comes before the start or after the end restarts nothing. An interruption never shortens: the
 * later of the two ends holds, for a year from a leap day may be a day shorter than the days that were suspended.
 */
function running(
  start: CivilDate,
  term: number,
  interruptions: readonly Interruption[],
  suspensions: readonly Suspension[],
  calendar: WorkingCalendar,
): Running {
  let now = run(start, term, suspensions, calendar);
  const effective: Interruption[] = [];
  const tooLate: Interruption[] = [];
  for (const interruption of interruptions) {
    if (interruption.on <= start) continue;
    if (now.counted !== null && interruption.on > now.counted.due) {
      tooLate.push(interruption);
      continue;
    }
    effective.push(interruption);
    now = later(now, run(interruption.on, term, suspensions, calendar));
  }
  return { kind: 'running', start, ...now, effective, tooLate };
}

function later(one: Run, other: Run): Run {
  if (one.counted === null || other.counted === null) return one.counted === null ? one : other;
  return one.counted.due > other.counted.due ? one : other;
}

/** 「从中止时效的原因消除之日起，仲裁时效期间继续计算」: the days between are added at the end. */
function run(from: CivilDate, term: number, suspensions: readonly Suspension[], calendar: WorkingCalendar): Run {
  let counted = deadline(from, months(term), calendar);
  for (const { from: since, until } of suspensions) {
    if (since > counted.due || (until !== null && until <= from)) continue;
    if (until === null) return { from, counted: null, suspendedSince: since };
    const firstCounted = addDays(from, 1);
    const stopped = daysBetween(since < firstCounted ? firstCounted : since, until);
    const { trace } = counted;
    const longer = deadline(counted.unrolled, naturalDays(Math.max(stopped, 0)), calendar);
    counted = { ...longer, trace: [...trace, `中止 ${since} 至 ${until}，补回 ${Math.max(stopped, 0)} 日`, ...longer.trace] };
  }
  return { from, counted, suspendedSince: null };
}
