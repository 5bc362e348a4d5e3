/**
 * A day of the civil calendar in China, `YYYY-MM-DD`, without time zone.
 * Strings compare in calendar order, so `<` and `>` are lawful on them.
 */
export type CivilDate = string & { readonly __unit: 'civil-date' };

/** A calendar month, `YYYY-MM`, the wage period of most payrolls. Strings compare in order. */
export type CivilMonth = string & { readonly __unit: 'civil-month' };

/** Day 0 is 1970-01-01. */
export type DayNumber = number;

/** 1 Monday … 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Takes a day that is known to be one (a literal, a database date); throws on anything else, which is a bug. */
export function civilDate(text: string): CivilDate {
  const day = parseCivilDate(text);
  if (day === null) throw new RangeError(`not a day: ${text}`);
  return day;
}

/** Reads `YYYY-MM-DD`; null when the text is no day of the calendar (2026-02-30). */
export function parseCivilDate(text: string): CivilDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return null;
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  if (month < 1 || month > 12 || day < 1 || day > lengthOfMonth(Number(text.slice(0, 4)), month)) return null;
  return text as CivilDate;
}

export function civilMonth(text: string): CivilMonth {
  const month = parseCivilMonth(text);
  if (month === null) throw new RangeError(`not a month: ${text}`);
  return month;
}

export function parseCivilMonth(text: string): CivilMonth | null {
  return /^\d{4}-(?:0[1-9]|1[0-2])$/u.test(text) ? (text as CivilMonth) : null;
}

export function yearOf(day: CivilDate | CivilMonth): number {
  return digits(day, 0, 4);
}

export function monthOf(day: CivilDate): CivilMonth {
  return day.slice(0, 7) as CivilMonth;
}

/** 1-31. */
export function dayOfMonth(day: CivilDate): number {
  return digits(day, 8, 10);
}

export function dayNumber(day: CivilDate): DayNumber {
  return daysFromCivil(digits(day, 0, 4), digits(day, 5, 7), digits(day, 8, 10));
}

export function fromDayNumber(number: DayNumber): CivilDate {
  // Howard Hinnant's civil_from_days: eras of 400 years, years that begin in March.
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return written(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

export function weekdayOf(day: CivilDate): Weekday {
  return weekdayOfNumber(dayNumber(day));
}

export function weekdayOfNumber(number: DayNumber): Weekday {
  // 1970-01-01 was a Thursday.
  return (((((number + 3) % 7) + 7) % 7) + 1) as Weekday;
}

export function addDays(day: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(day) + days);
}

/** Days from one day to another: 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The corresponding day of a later (or earlier) month; the month's last day where it has none (民法典第二百零二条). */
export function addMonths(day: CivilDate, months: number): CivilDate {
  return dayInMonth(shiftMonth(monthOf(day), months), dayOfMonth(day));
}

/** A day of a month by its number, never beyond the month's end: payday 31 in June is the 30th. */
export function dayInMonth(month: CivilMonth, day: number): CivilDate {
  const year = yearOf(month);
  const inYear = digits(month, 5, 7);
  return written(year, inYear, Math.min(day, lengthOfMonth(year, inYear)));
}

export function firstOfMonth(month: CivilMonth): CivilDate {
  return `${month}-01` as CivilDate;
}

export function lastOfMonth(month: CivilMonth): CivilDate {
  return dayInMonth(month, 31);
}

/** Days in the month. */
export function daysInMonth(month: CivilMonth): number {
  return lengthOfMonth(yearOf(month), digits(month, 5, 7));
}

export function shiftMonth(month: CivilMonth, months: number): CivilMonth {
  const count = yearOf(month) * 12 + digits(month, 5, 7) - 1 + months;
  return `${four(Math.floor(count / 12))}-${two((count % 12) + 1)}` as CivilMonth;
}

export function nextMonth(month: CivilMonth): CivilMonth {
  return shiftMonth(month, 1);
}

/** Months from one to another, 0 in the same month. */
export function monthsBetween(from: CivilMonth, to: CivilMonth): number {
  return (yearOf(to) - yearOf(from)) * 12 + digits(to, 5, 7) - digits(from, 5, 7);
}

/** Whole years lived on a day; somebody born on 29 February comes of age on 1 March of a common year. */
export function ageOn(bornOn: CivilDate, on: CivilDate): number {
  const years = yearOf(on) - yearOf(bornOn);
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/** `2026年9月`. */
export function inChineseMonth(month: CivilMonth): string {
  return `${yearOf(month)}年${digits(month, 5, 7)}月`;
}

/** `10月15日`, with the year when it is not the reader's. */
export function inChineseDay(day: CivilDate, readerYear?: number): string {
  const year = yearOf(day);
  return `${year === readerYear ? '' : `${year}年`}${digits(day, 5, 7)}月${dayOfMonth(day)}日`;
}

function daysFromCivil(year: number, month: number, day: number): DayNumber {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The number written at a place of a well-formed date, without making substrings: dates are read millions of times a sweep. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let place = from; place < to; place += 1) number = number * 10 + text.charCodeAt(place) - 48;
  return number;
}

function written(year: number, month: number, day: number): CivilDate {
  return `${four(year)}-${two(month)}-${two(day)}` as CivilDate;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

function four(number: number): string {
  return String(number).padStart(4, '0');
}
