import fs from 'node:fs';
import { createRequire } from 'node:module';
import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CivilDate, civilDate, civilMonth, fromDayNumber } from '#kernel/civil-date.ts';
import {
  deadline,
  festivalBreakAround,
  limitEnds,
  months,
  nationalCalendar,
  naturalDays,
  type Period,
  payDate,
  springFestivalAfter,
  workingCalendar,
  workingDays,
  workingDaysBetween,
} from './index.ts';

const day = civilDate;
const find = createRequire(import.meta.url).resolve;

describe('工作日历 2020-2026', () => {
  it('agrees day by day with two independent published calendars', () => {
    for (let year = 2020; year <= 2026; year += 1) {
      const held = JSON.parse(fs.readFileSync(find(`holiday-calendar/data/CN/${year}.json`), 'utf8')) as { dates: { date: string; type: string }[] };
      const kinds = new Map(held.dates.map(({ date, type }) => [date, type]));
      for (let on = day(`${year}-01-01`); on <= `${year}-12-31`; on = addDays(on, 1)) {
        const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
        const listed = kinds.get(on);
        const works = listed === 'transfer_workday' || (listed !== 'public_holiday' && weekday !== 0 && weekday !== 6);
        expect(`${on} ${nationalCalendar.kindOf(on)}`).toBe(`${on} ${works ? 'working' : 'rest'}`);
        expect(`${on} ${chineseDays.isWorkday(on)}`).toBe(`${on} ${works}`);
      }
    }
  });

  it('counts the working days of each year', () => {
    const counted = [2020, 2021, 2022, 2023, 2024, 2025, 2026].map((year) =>
      workingDaysBetween(day(`${year - 1}-12-31`), day(`${year}-12-31`), nationalCalendar),
    );
    expect(counted).toEqual([249, 250, 249, 249, 251, 248, 248]);
  });

  it('does not guess 2027 nor 2019', () => {
    expect(nationalCalendar.kindOf(day('2026-12-31'))).toBe('working');
    expect(nationalCalendar.kindOf(day('2027-01-01'))).toBe('unpublished');
    expect(nationalCalendar.kindOf(day('2019-12-31'))).toBe('unpublished');
  });

  it('refuses a notice typed wrong', () => {
    const year = { year: 2026, notice: '', weekdaysOff: [], weekendsWorked: [], statutory: [] };
    expect(() => workingCalendar([{ ...year, weekdaysOff: ['01-03'] }])).toThrow('wrong side of the week');
    expect(() => workingCalendar([{ ...year, weekendsWorked: ['01-05'] }])).toThrow('wrong side of the week');
    expect(() => workingCalendar([year, { ...year, year: 2028 }])).toThrow('out of order');
  });

  it('《全国年节及纪念日放假办法》第二条: the statutory days are those of the lunar calendar and the solar terms', () => {
    const FIXED = ['01-01', '05-01', '10-01', '10-02', '10-03'];
    for (let year = 2021; year <= 2026; year += 1) {
      // Since 2025 除夕 and 2 May are statutory days too: 13 instead of 11.
      const isNew = year >= 2025;
      const festivals = new Set(
        chineseDays
          .getLunarFestivals(`${year}-01-01`, `${year}-12-31`)
          .flatMap(({ date, name }) => (name.some((one) => ['春节', '端午节', '中秋节'].includes(one)) ? [date] : [])),
      );
      const spring = [...festivals].find((date) => date < `${year}-03-01`) ?? '';
      const expected = new Set([...FIXED.map((one) => `${year}-${one}`), ...festivals, ...[1, 2].map((after) => addDays(day(spring), after))]);
      if (isNew) for (const one of [addDays(day(spring), -1), `${year}-05-02`]) expected.add(one);
      const clear = chineseDays.getSolarTermsInRange(`${year}-04-03`, `${year}-04-06`).find(({ term, index }) => term === 'pure_brightness' && index === 1);
      expected.add(clear?.date ?? '');
      const held: string[] = [];
      for (let on = day(`${year}-01-01`); on <= `${year}-12-31`; on = addDays(on, 1)) if (nationalCalendar.overtimeKindOf(on) === 'holiday') held.push(on);
      expect(held).toEqual([...expected].sort());
      expect(held).toHaveLength(isNew ? 13 : 11);
    }
  });

  it.each([
    ['2026-10-01', 'holiday', '国庆节'],
    ['2026-10-03', 'holiday', 'a statutory day that is a Saturday'],
    ['2026-10-05', 'rest-day', 'a shifted rest day inside the golden week'],
    ['2026-10-10', 'weekday', 'a make-up Saturday'],
    ['2026-10-11', 'rest-day', 'a Sunday'],
    ['2026-10-12', 'weekday', 'a Monday'],
    ['2027-10-01', null, 'nobody has published 2027'],
    ['2020-10-04', null, 'two festivals on one day: not sure'],
    ['2020-10-09', 'weekday', 'a weekday of the same year'],
  ] as const)('pays overtime on %s as %s: %s', (on, kind, _why) => expect(nationalCalendar.overtimeKindOf(day(on))).toBe(kind));

  it('knows when the Spring Festival is', () => {
    for (let year = 2020; year <= 2030; year += 1) {
      const festival = springFestivalAfter(day(`${year}-01-01`));
      expect(festival).not.toBeNull();
      expect(chineseDays.getLunarDate(festival ?? '')).toMatchObject({ lunarMon: 1, lunarDay: 1, isLeap: false });
    }
    expect(springFestivalAfter(day('2026-02-17'))).toBe('2026-02-17');
    expect(springFestivalAfter(day('2026-02-18'))).toBe('2027-02-06');
    expect(festivalBreakAround(day('2026-02-01'))).toBeNull();
    expect(festivalBreakAround(day('2026-02-02'))).toMatchObject({ until: '2026-03-09' });
  });
});

describe('民法典第二百零一条至第二百零三条', () => {
  it.each<[string, string, Period, string, string]>([
    ['开始的当日不计入', '2026-11-16', workingDays(1), '2026-11-17', 'Monday to Tuesday'],
    ['调休上班的周末是工作日', '2026-09-18', workingDays(1), '2026-09-20', 'Friday to the worked Sunday'],
    ['20个工作日跨国庆节', '2026-09-21', workingDays(20), '2026-10-26', 'five calendar weeks; 09-25 and the golden week are off, 10-10 is worked'],
    ['30日的最后一日是周日', '2026-10-16', naturalDays(30), '2026-11-16', '11-15 is a Sunday'],
    ['30日的最后一日在国庆节', '2026-09-01', naturalDays(30), '2026-10-08', '10-01 rolls over the holiday'],
    ['30日的最后一日是调休上班的周六', '2026-09-10', naturalDays(30), '2026-10-10', '10-10 is worked'],
    ['不顺延', '2026-09-01', naturalDays(30, 'none'), '2026-10-01', 'a notice period'],
    ['一个月是对应日', '2026-10-15', months(1), '2026-11-16', '11-15 is a Sunday'],
    ['没有对应日的为月末日', '2026-01-31', months(1), '2026-02-28', '02-28 is a worked Saturday'],
    ['提前', '2026-09-01', naturalDays(30, 'backward'), '2026-09-30', 'the day before the holiday'],
  ])('%s: %s', (_title, start, period, due) => {
    expect(deadline(day(start), period, nationalCalendar)).toMatchObject({ due, provisional: false });
  });

  it.each([
    ['2026-10', 15, '2026-10-15', 'a Thursday'],
    ['2026-11', 15, '2026-11-13', 'a Sunday: the Friday before'],
    ['2026-10', 5, '2026-09-30', 'the golden week: the day before it'],
    ['2026-02', 31, '2026-02-28', 'the month has 28 days, and the Saturday is worked'],
    ['2026-05', 9, '2026-05-09', 'a worked Saturday stays'],
  ])('条例第十四条 遇休息日提前: %s, %i is paid %s (%s)', (month, agreed, due) => {
    expect(payDate(civilMonth(month), agreed, nationalCalendar).due).toBe(due);
  });

  it('marks what leaves the published calendars', () => {
    const over = deadline(day('2026-12-30'), workingDays(5), nationalCalendar);
    expect(over).toMatchObject({ due: '2027-01-07', provisional: true });
    expect(over.trace.at(-1)).toContain('2027年放假安排尚未录入');
    expect(deadline(day('2026-12-30'), workingDays(1), nationalCalendar).provisional).toBe(false);
    expect(deadline(day('2026-12-03'), naturalDays(30), nationalCalendar)).toMatchObject({ due: '2027-01-04', provisional: true });
    expect(payDate(civilMonth('2027-01'), 1, nationalCalendar)).toMatchObject({ due: '2026-12-31', provisional: true });
  });

  it('ends a limit in hours on a working day', () => {
    expect(limitEnds(day('2026-11-20'), { n: 2, unit: 'working-hours' }, nationalCalendar)).toBe('2026-11-20');
    expect(limitEnds(day('2026-11-21'), { n: 2, unit: 'working-hours' }, nationalCalendar)).toBe('2026-11-23');
    expect(limitEnds(day('2026-11-20'), { n: 1, unit: 'working-days' }, nationalCalendar)).toBe('2026-11-23');
  });

  // A second implementation, on the machine's Date and another publisher's data, sharing no line with ours.
  it('agrees with an independent count on 100,000 random cases', () => {
    const isWorking = memo((iso: string) => chineseDays.isWorkday(iso));
    const iso = (date: Date) => date.toISOString().slice(0, 10);
    const step = (date: Date, by: number) => new Date(date.getTime() + by * 86_400_000);
    const second = (start: string, period: Period): string => {
      let date = new Date(`${start}T00:00:00Z`);
      if (period.unit === 'working-days') {
        for (let left = period.n; left > 0; ) {
          date = step(date, 1);
          if (isWorking(iso(date))) left -= 1;
        }
        return iso(date);
      }
      if (period.unit === 'natural-days') date = step(date, period.n);
      else {
        const wanted = date.getUTCDate();
        date.setUTCDate(1);
        date.setUTCMonth(date.getUTCMonth() + period.n);
        const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
        date.setUTCDate(Math.min(wanted, length));
      }
      while (period.roll !== 'none' && !isWorking(iso(date))) date = step(date, period.roll === 'forward' ? 1 : -1);
      return iso(date);
    };
    const first = 18_262; // 2020-01-01
    const start = fc.integer({ min: first, max: first + 2200 }).map((number): CivilDate => fromDayNumber(number));
    const roll = fc.constantFrom('forward', 'backward', 'none');
    const period: fc.Arbitrary<Period> = fc.oneof(
      fc.integer({ min: 1, max: 90 }).map(workingDays),
      fc.tuple(fc.integer({ min: 1, max: 200 }), roll).map(([n, r]) => naturalDays(n, r)),
      fc.tuple(fc.integer({ min: 1, max: 8 }), roll).map(([n, r]) => months(n, r)),
    );
    fc.assert(
      fc.property(start, period, (on, within) => {
        const counted = deadline(on, within, nationalCalendar);
        return counted.provisional || counted.due === second(on, within);
      }),
      { numRuns: 100_000, seed: 724 },
    );
  }, 60_000);
});

function memo<A, B>(compute: (of: A) => B): (of: A) => B {
  const known = new Map<A, B>();
  return (of) => {
    const held = known.get(of);
    if (held !== undefined) return held;
    const fresh = compute(of);
    known.set(of, fresh);
    return fresh;
  };
}
