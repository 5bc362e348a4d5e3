import { type CivilDate, civilDate, type DayNumber, dayNumber, weekdayOfNumber, yearOf } from '#kernel/civil-date.ts';

/** What a State Council notice says about one year, beside the ordinary Monday to Friday. Days are `MM-DD`. */
export interface CalendarYear {
  readonly year: number;
  /** The notice, as quoted to the reader. */
  readonly notice: string;
  /** Monday to Friday, off: 放假. */
  readonly weekdaysOff: readonly string[];
  /** Saturday or Sunday, worked: 调休上班. */
  readonly weekendsWorked: readonly string[];
  /** 法定节假日: the days of the holiday decree itself, paid at 300 %; null where we are not sure of them. Other days off of a long holiday are shifted rest days. */
  readonly statutory: readonly string[] | null;
}

/** 工作日、休息日（含法定节假日）; or a day of a year whose notice we do not hold: nobody knows yet. */
export type DayKind = 'working' | 'rest' | 'unpublished';

/** 工作日历: an argument of every computation, never a global. */
export interface WorkingCalendar {
  readonly publishedFrom: CivilDate;
  readonly publishedUntil: CivilDate;
  readonly notices: readonly string[];
  kindOf(day: CivilDate): DayKind;
  kindOfNumber(number: DayNumber): DayKind;
  /** 加班按哪一种日子计付; null in a year whose days are not held. */
  overtimeKindOf(day: CivilDate): OvertimeKind | null;
}

/** 工作日 (make-up days among them)、休息日 (shifted ones among them)、法定节假日: overtime is paid by which of the three it falls on. */
export type OvertimeKind = 'weekday' | 'rest-day' | 'holiday';

const WORKING = 1;

/** Builds the calendar from the notices held: consecutive years, each once. It refuses to guess any other year. */
export function workingCalendar(years: readonly CalendarYear[]): WorkingCalendar {
  const first = years[0];
  const last = years.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('a calendar holds at least one year');
  years.forEach((held, place) => {
    if (held.year !== first.year + place) throw new RangeError(`the calendar of ${held.year} stands out of order`);
  });
  const publishedFrom = civilDate(`${first.year}-01-01`);
  const publishedUntil = civilDate(`${last.year}-12-31`);
  const zero = dayNumber(publishedFrom);
  const statutory = new Set(years.flatMap((held) => (held.statutory ?? []).map((day) => civilDate(`${held.year}-${day}`))));
  const unsure = new Set(years.filter((held) => held.statutory === null).map((held) => held.year));
  const kinds = new Uint8Array(dayNumber(publishedUntil) - zero + 1);
  for (let place = 0; place < kinds.length; place += 1) kinds[place] = weekdayOfNumber(zero + place) <= 5 ? WORKING : 0;
  for (const held of years) {
    for (const day of held.weekdaysOff) kinds[placeOf(held, day, true)] = 0;
    for (const day of held.weekendsWorked) kinds[placeOf(held, day, false)] = WORKING;
  }

  /** A notice that calls a Sunday a weekday was typed wrong; better to stop than to count with it. */
  function placeOf(held: CalendarYear, monthDay: string, isWeekday: boolean): number {
    const number = dayNumber(civilDate(`${held.year}-${monthDay}`));
    if (weekdayOfNumber(number) <= 5 !== isWeekday) throw new RangeError(`${held.year}-${monthDay} is listed on the wrong side of the week`);
    return number - zero;
  }

  function kindOfNumber(number: DayNumber): DayKind {
    const kind = kinds[number - zero];
    return kind === undefined ? 'unpublished' : kind === WORKING ? 'working' : 'rest';
  }

  function overtimeKindOf(day: CivilDate): OvertimeKind | null {
    const kind = kindOfNumber(dayNumber(day));
    if (kind === 'unpublished' || (kind === 'rest' && unsure.has(yearOf(day)))) return null;
    if (statutory.has(day)) return 'holiday';
    return kind === 'working' ? 'weekday' : 'rest-day';
  }

  return {
    overtimeKindOf,
    publishedFrom,
    publishedUntil,
    notices: years.map((held) => held.notice),
    kindOf: (day) => kindOfNumber(dayNumber(day)),
    kindOfNumber,
  };
}

/** The Chinese words for a year we cannot count in: 「2027年放假安排尚未公布」. */
export function unpublishedYear(day: CivilDate): string {
  return `${yearOf(day)}年放假安排尚未录入`;
}
