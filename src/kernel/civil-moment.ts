import { addDays, type CivilDate, dayNumber, fromDayNumber, parseCivilDate } from './civil-date.ts';

/** A minute of China's wall clock, `YYYY-MM-DD HH:MM`. Strings compare in order. */
export type CivilMoment = string & { readonly __unit: 'civil-moment' };

const DAY = 24 * 60;

/** The moment a number of minutes after midnight. */
export function momentOf(on: CivilDate, minute: number): CivilMoment {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${on} ${two(Math.floor(minute / 60))}:${two(minute % 60)}` as CivilMoment;
}

/** Takes a moment that is known to be one; throws on anything else, which is a bug. */
export function civilMoment(text: string): CivilMoment {
  const moment = parseCivilMoment(text);
  if (moment === null) throw new RangeError(`not a moment: ${text}`);
  return moment;
}

/** Reads `YYYY-MM-DD HH:MM` (a `T` between them is accepted); null when it is none. */
export function parseCivilMoment(text: string): CivilMoment | null {
  const match = /^(\d{4}-\d{2}-\d{2})[ T]((?:[01]\d|2[0-3]):[0-5]\d)$/u.exec(text);
  if (match === null || parseCivilDate(match[1] ?? '') === null) return null;
  return `${match[1]} ${match[2]}` as CivilMoment;
}

export function dayOf(moment: CivilMoment): CivilDate {
  return moment.slice(0, 10) as CivilDate;
}

/** Minutes after midnight, 0-1439. */
export function minuteOf(moment: CivilMoment): number {
  return Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16));
}

/** 按时计算的期限: so many hours later, around the clock (民法典第二百零一条第二款: 「按照小时计算期间的，自法律规定或者当事人约定的时间开始计算」). */
export function addHours(moment: CivilMoment, hours: number): CivilMoment {
  const minutes = dayNumber(dayOf(moment)) * DAY + minuteOf(moment) + Math.round(hours * 60);
  const day = Math.floor(minutes / DAY);
  return momentOf(fromDayNumber(day), minutes - day * DAY);
}

/** The first minute of the next day: what is due «by the end of» a day is late from here. */
export function endOf(day: CivilDate): CivilMoment {
  return momentOf(addDays(day, 1), 0);
}
