import { type CivilDate, daysBetween, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { type Finding, finding, type FindingDraft } from './answer.ts';
import { type Deadline, deadline, naturalDays, type Period } from './calendars/index.ts';
import type { Citation } from './citation.ts';
import type { Happened } from './facts.ts';
import { PARTIES, type Party } from './parties.ts';
import type { Setting } from './setting.ts';

/** 限期办理的一件事: who must do what within how long after what. */
export interface TimedDuty {
  readonly by: Party;
  /** The day that starts the clock and is not counted; or, `by-then`, the last day itself, as a plan or an order names it. */
  readonly start: CivilDate;
  /** What happened on the first day, as it stands behind it: 「收到仲裁申请」; what named the last one: 「考核方案」. */
  readonly after: string;
  readonly period: Period | 'by-then';
  /** What is owed, as it stands behind 「至今未」 and behind 「才」: 「作出受理决定」. */
  readonly act: string;
  /** Where `act` leaves a choice: what stands behind 「至今未」, and behind 「才」. */
  readonly told?: { readonly open: string; readonly late: string };
  /** True where it is a right that runs out: 「可以在…前」 instead of 「应当在…前」. */
  readonly isRight?: true;
  readonly done: Happened;
  readonly basis: Citation;
}

/** A duty whose last day has passed: undone, or done afterwards. */
export interface Late {
  readonly duty: TimedDuty;
  readonly counted: Deadline;
  /** Days between the last lawful day and the act, or today. */
  readonly days: number;
  readonly isOpen: boolean;
  /** 「3月2日收到仲裁申请，应当在3月9日前作出受理决定，至今未作出受理决定」. */
  readonly says: string;
}

/** A named day that is a rest day moves on, as the last day of a period does. */
const THAT_DAY = naturalDays(0);

/**
 * Whether a duty is late: never on its last day, only after it (「期间的最后一日」 is still in time). What happens after the day it is
 * asked about has not happened yet.
 */
export function lateness(duty: TimedDuty, setting: Setting): Late | null {
  const counted = deadline(duty.start, duty.period === 'by-then' ? THAT_DAY : duty.period, setting.calendar);
  const isOpen = duty.done === 'not-yet' || duty.done > setting.on;
  const reached = isOpen ? setting.on : duty.done;
  if (reached <= counted.due) return null;
  const shown = (day: CivilDate) => inChineseDay(day, yearOf(setting.on));
  const what = isOpen ? `至今未${duty.told?.open ?? duty.act}` : `${shown(reached)}才${duty.told?.late ?? duty.act}`;
  const until = counted.due === duty.start && duty.period !== 'by-then' ? '当日' : `${shown(counted.due)}前（含当日）`;
  const opening = duty.period === 'by-then' ? '' : `${shown(duty.start)}${duty.after}，`;
  const source = duty.period === 'by-then' ? `（${duty.after}）` : '';
  const says = `${opening}${duty.isRight === true ? '可以' : '应当'}在${until}${duty.act}${source}，${what}`;
  return { duty, counted, days: daysBetween(counted.due, reached), isOpen, says };
}

/** The late ones among the duties of a matter; null when none is. */
export function lateAmong(duties: readonly TimedDuty[], setting: Setting): readonly [Late, ...Late[]] | null {
  const [first, ...rest] = duties.flatMap((duty) => lateness(duty, setting) ?? []);
  return first === undefined ? null : [first, ...rest];
}

/** One finding over what is late in a matter: what is still open comes first, who owes it must act. */
export function lateFinding(
  lates: readonly [Late, ...Late[]],
  rest: Omit<FindingDraft, 'says' | 'values' | 'dueOn' | 'duty' | 'provisional' | 'steps' | 'rows'> & { readonly adding?: string },
): Finding {
  const { adding, ...draft } = rest;
  const first = lates.find(({ isOpen }) => isOpen) ?? lates[0];
  const says = lates.map((late) => `${PARTIES[late.duty.by]}${late.says}`).join('；');
  return finding({
    ...draft,
    says: adding === undefined ? says : `${says}；${adding}`,
    values: lates.map((late) => ({ label: `${late.duty.act}逾期`, value: late.days, unit: 'days' as const, threshold: 0 })),
    dueOn: first.counted.due,
    provisional: first.counted.provisional,
    duty: first.duty.by,
    steps: lates.map(({ duty, counted }) => ({
      label: `${duty.act}的最后一日`,
      value: counted.due,
      unit: 'date' as const,
      reckoned: counted.trace.join('；'),
      basis: duty.basis,
    })),
    rows: [],
  });
}
