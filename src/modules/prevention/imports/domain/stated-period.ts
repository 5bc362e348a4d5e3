import { type CivilDate, type CivilMonth, firstOfMonth, lastOfMonth, parseCivilDate, parseCivilMonth } from '#kernel/civil-date.ts';
import { type Cell, shownText } from './cell.ts';

interface TitleRow {
  readonly cells: readonly Cell[];
}

/** The days a file says it speaks for; without a beginning where it states only the end. */
export interface StatedPeriod {
  readonly from: CivilDate | null;
  readonly until: CivilDate;
}

/** What the rows above the headings say about time. */
interface TitlePeriods {
  readonly period: StatedPeriod | null;
  readonly wholeMonth: CivilMonth | null;
  readonly madeOn: string | null;
}

const DAY = String.raw`(?<!\d)(20\d{2})(?:\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?|(\d{2})(\d{2})(?!\d))(?:[T\s]*\d{1,2}:\d{2}(?::\d{2})?)?`;
// The second day may leave out its year: 2026年9月1日至9月30日.
const LATER_DAY = String.raw`(?:(20\d{2})\s*[-/.年]?\s*)?(?:(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)\s*[日号]?|(\d{2})(\d{2})(?!\d))`;
const RANGE = new RegExp(String.raw`${DAY}(\s*(?:至|到|[-–—~]+)\s*|\s+)${LATER_DAY}`, 'g');
const BEGIN = new RegExp(String.raw`(?:起始|开始)(?:日期|日|时间)?\s*[:：]?\s*${DAY}`);
const END = new RegExp(String.raw`(?:截止|截至|终止|结束)(?:日期|日|时间|到)?\s*[:：]?\s*${DAY}`);
const SAYS_PERIOD = /起止|期间|区间|范围|时段|周期/;
/** Days of the works or of a contract are no days of records. */
const OTHER_PERIOD = /工期|有效|合同|协议|开工|竣工|担保|保函|保险/;

/** Reads 「起止日期：2026-07-15至2026-11-20」 and its kin, in one cell or several, from the rows above the headings. */
export function readPeriod(rows: readonly TitleRow[]): StatedPeriod | null {
  const lines = rows.map(lineOf);
  for (const line of lines) {
    for (const match of line.matchAll(RANGE)) {
      const label = labelBefore(line, match.index);
      if (OTHER_PERIOD.test(label) || ((match[6] ?? '').trim() === '' && !SAYS_PERIOD.test(label))) continue;
      const from = dayOf(match[1], match[2] ?? match[4], match[3] ?? match[5]);
      const until = dayOf(match[7] ?? match[1], match[8] ?? match[10], match[9] ?? match[11]);
      if (from !== null && until !== null && from <= until) return { from, until };
    }
  }
  const until = labelled(lines, END);
  if (until === null) return null;
  const from = labelled(lines, BEGIN);
  return { from: from !== null && from <= until ? from : null, until };
}

/** 「2026年9月专户流水」: a month that no day of the month follows. */
export function readWholeMonth(rows: readonly TitleRow[]): CivilMonth | null {
  for (const line of rows.map(lineOf)) {
    for (const match of line.matchAll(/(?<!\d)(20\d{2})\s*年\s*(\d{1,2})\s*月(?!\s*\d)/g)) {
      if (!OTHER_PERIOD.test(labelBefore(line, match.index)) && !/开户|开立/.test(labelBefore(line, match.index)))
        return parseCivilMonth(`${match[1]}-${(match[2] ?? '').padStart(2, '0')}`);
    }
  }
  return null;
}

/**
 * What the file as a whole speaks for. A month sheet speaks for its month anyway, so that only an earlier day of making says
 * more; a statement or a list of punches speaks for the period in its title, and else for no more than its rows.
 */
export function periodOf(titles: TitlePeriods, form: 'flows' | 'punch' | 'sheet'): StatedPeriod | null {
  if (titles.period !== null) return titles.period;
  if (form === 'sheet') {
    const made = titles.madeOn === null ? null : parseCivilDate(titles.madeOn);
    return made === null ? null : { from: null, until: made };
  }
  return titles.wholeMonth === null ? null : { from: firstOfMonth(titles.wholeMonth), until: lastOfMonth(titles.wholeMonth) };
}

/** A line above the headings is some 200 characters; patterns that look back from each place must not meet one of 30,000. */
const LINE_CHARACTERS = 1_000;

function lineOf(row: TitleRow): string {
  return row.cells
    .map((cell) => (typeof cell === 'string' ? cell.slice(0, LINE_CHARACTERS).normalize('NFKC') : shownText(cell)))
    .filter((text) => text !== '')
    .join(' ')
    .replace(/\s{4,}/g, '   ')
    .slice(0, LINE_CHARACTERS);
}

/** The words that lead to a place in the line, back to the value before them. */
function labelBefore(line: string, at: number): string {
  return /[一-龥()（）【】]*\s*[:：]?\s*$/.exec(line.slice(0, at))?.[0] ?? '';
}

function labelled(lines: readonly string[], pattern: RegExp): CivilDate | null {
  for (const line of lines) {
    const match = pattern.exec(line);
    if (match === null || OTHER_PERIOD.test(labelBefore(line, match.index))) continue;
    const day = dayOf(match[1], match[2] ?? match[4], match[3] ?? match[5]);
    if (day !== null) return day;
  }
  return null;
}

function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): CivilDate | null {
  return parseCivilDate(`${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`);
}
