import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  ageOn,
  civilDate,
  civilMonth,
  dayNumber,
  daysBetween,
  daysInMonth,
  firstOfMonth,
  fromDayNumber,
  inChineseDay,
  inChineseMonth,
  lastOfMonth,
  monthsBetween,
  nextMonth,
  parseCivilDate,
  parseCivilMonth,
  shiftMonth,
  weekdayOf,
} from './civil-date.ts';

const anyDay = fc.integer({ min: -25_567, max: 73_000 }).map(fromDayNumber); // 1900 to 2169

describe('a civil date', () => {
  it('agrees with the machine calendar over two and a half centuries', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const utc = new Date(`${day}T00:00:00Z`);
        expect(dayNumber(day)).toBe(utc.getTime() / 86_400_000);
        expect(weekdayOf(day) % 7).toBe(utc.getUTCDay());
      }),
      { numRuns: 5000 },
    );
  });

  it('adds and counts days both ways', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, days) => daysBetween(day, addDays(day, days)) === days));
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '2026-04-31',
    '2026-06-31',
    '2026-09-31',
    '2026-11-31',
    '2026-1-01',
    '26-01-01',
    '2026-01-01T00:00',
    '2026-01-01 2026-01-01',
    '',
    '2100-02-29',
  ])('refuses “%s”', (text) => {
    expect(parseCivilDate(text)).toBeNull();
    expect(() => civilDate(text)).toThrow(`not a day: ${text}`);
  });

  it.each(['2026-00', '2026-13', '2026-1', '12026-01', '2026-01-01', ''])('refuses “%s” for a month', (text) => {
    expect(parseCivilMonth(text)).toBeNull();
    expect(() => civilMonth(text)).toThrow(`not a month: ${text}`);
  });

  it.each(['2000-02-29', '2024-02-29', '2026-01-31', '2026-03-31', '2026-06-30', '1600-02-29', '1970-01-01', '0001-01-01'])('knows %s', (text) => {
    expect(parseCivilDate(text)).toBe(text);
    expect(fromDayNumber(dayNumber(civilDate(text)))).toBe(text);
  });

  it('knows the first day, the length and the follower of a month', () => {
    expect(firstOfMonth(civilMonth('2026-02'))).toBe('2026-02-01');
    expect(nextMonth(civilMonth('2026-12'))).toBe('2027-01');
    const lengths = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => daysInMonth(civilMonth(`2026-${month}`)));
    expect(lengths).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s and %i months is %s: 没有对应日的，月末日为期间的最后一日', (day, months, then) => {
    expect(addMonths(civilDate(day), months)).toBe(then);
  });

  it('moves months over the turn of the year', () => {
    expect(shiftMonth(civilMonth('2026-01'), -1)).toBe('2025-12');
    expect(monthsBetween(civilMonth('2025-11'), civilMonth('2026-02'))).toBe(3);
    expect(lastOfMonth(civilMonth('2028-02'))).toBe('2028-02-29');
  });

  it.each([
    ['2010-11-23', '2026-11-22', 15],
    ['2010-11-22', '2026-11-22', 16],
    ['2008-02-29', '2024-02-28', 15],
    ['2008-02-29', '2025-03-01', 17],
  ])('born %s is on %s %i years old', (born, on, age) => {
    expect(ageOn(civilDate(born), civilDate(on))).toBe(age);
  });

  it('says a day with its year only when it is another year', () => {
    expect(inChineseDay(civilDate('2026-10-05'), 2026)).toBe('10月5日');
    expect(inChineseDay(civilDate('2026-10-05'), 2027)).toBe('2026年10月5日');
    expect(inChineseMonth(civilMonth('2026-09'))).toBe('2026年9月');
  });
});
