import { type CivilDate, dayNumber, fromDayNumber, parseCivilDate } from '#kernel/civil-date.ts';

/** 打卡的时刻: a second of China's wall clock, `YYYY-MM-DD HH:MM:SS`. Strings compare in order. */
export type PunchMoment = string & { readonly __unit: 'punch-moment' };

/** 打卡的方向. */
export type PunchDirection = 'in' | 'out' | 'unknown';

/** 打卡的来源: a gate, a phone, or somebody's hand (补录). */
export type PunchSource = 'gate' | 'mobile' | 'manual';

const CHINA_OFFSET_MS = 8 * 3_600_000;
const DAY_SECONDS = 86_400;

/** Reads `YYYY-MM-DD HH:MM:SS` (a `T` between them is accepted, parts of a second are dropped); null when it is none. */
export function parsePunchMoment(text: string): PunchMoment | null {
  const match = /^(\d{4}-\d{2}-\d{2})[ T]((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.\d{1,9})?$/u.exec(text);
  if (match === null || parseCivilDate(match[1] ?? '') === null) return null;
  return `${match[1]} ${match[2]}` as PunchMoment;
}

/** The second of China's wall clock that a moment, in milliseconds since 1970, falls into. */
export function punchMomentOf(epochMs: number): PunchMoment {
  const seconds = Math.floor((epochMs + CHINA_OFFSET_MS) / 1_000);
  const day = Math.floor(seconds / DAY_SECONDS);
  // Counted from the start of its day, so that a moment before 1970 has a clock too.
  const ofDay = seconds - day * DAY_SECONDS;
  const [hour, minute, second] = [Math.floor(ofDay / 3_600), Math.floor((ofDay % 3_600) / 60), ofDay % 60];
  return `${fromDayNumber(day)} ${two(hour)}:${two(minute)}:${two(second)}` as PunchMoment;
}

/** Milliseconds since 1970 of the wall clock. */
export function epochOf(moment: PunchMoment): number {
  const [hour, minute, second] = [Number(moment.slice(11, 13)), Number(moment.slice(14, 16)), Number(moment.slice(17, 19))];
  return (dayNumber(moment.slice(0, 10) as CivilDate) * DAY_SECONDS + hour * 3_600 + minute * 60 + second) * 1_000 - CHINA_OFFSET_MS;
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
