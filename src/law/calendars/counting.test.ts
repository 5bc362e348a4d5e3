import { describe, expect, it } from 'vitest';
import { civilDate as day, civilMonth, dayNumber } from '#kernel/civil-date.ts';
import {
  deadline,
  festivalBreakAround,
  limitEnds,
  months,
  nationalCalendar,
  naturalDays,
  onOrAfterWorkingDay,
  payDate,
  type Period,
  springFestivalAfter,
  workingCalendar,
  workingDays,
  workingDaysBetween,
} from './index.ts';

describe('民法典第二百零三条第一款「期间的最后一日是法定休假日的，以法定休假日结束的次日为期间的最后一日」: 计算过程', () => {
  it.each<[string, Period, object]>([
    ['2026-11-16', workingDays(3), { due: '2026-11-19', unrolled: '2026-11-19', trace: ['2026-11-16 起（当日不计）3个工作日，至 2026-11-19'] }],
    ['2026-11-16', workingDays(0), { due: '2026-11-16', unrolled: '2026-11-16', trace: ['2026-11-16 起（当日不计）0个工作日，至 2026-11-16'] }],
    ['2026-11-16', naturalDays(3), { due: '2026-11-19', unrolled: '2026-11-19', trace: ['2026-11-16 起（当日不计）3日，至 2026-11-19'] }],
    [
      '2026-11-16',
      naturalDays(5),
      { due: '2026-11-23', unrolled: '2026-11-21', trace: ['2026-11-16 起（当日不计）5日，至 2026-11-21', '2026-11-21 是休息日，顺延至 2026-11-23'] },
    ],
    [
      '2026-11-16',
      naturalDays(5, 'backward'),
      { due: '2026-11-20', unrolled: '2026-11-21', trace: ['2026-11-16 起（当日不计）5日，至 2026-11-21', '2026-11-21 是休息日，提前至 2026-11-20'] },
    ],
    ['2026-11-16', naturalDays(5, 'none'), { due: '2026-11-21', unrolled: '2026-11-21', trace: ['2026-11-16 起（当日不计）5日，至 2026-11-21'] }],
    [
      '2026-09-01',
      months(1),
      { due: '2026-10-08', unrolled: '2026-10-01', trace: ['2026-09-01 起（当日不计）1个月，至 2026-10-01', '2026-10-01 是休息日，顺延至 2026-10-08'] },
    ],
  ])('%s %o', (start, period, counted) => expect(deadline(day(start), period, nationalCalendar)).toEqual({ ...counted, provisional: false }));

  it.each<[string, Period, object]>([
    [
      '2026-12-30',
      workingDays(2),
      {
        due: '2027-01-04',
        unrolled: '2027-01-04',
        trace: ['2026-12-30 起（当日不计）2个工作日，至 2027-01-04', '2027年放假安排尚未录入，按周一至周五暂计'],
      },
    ],
    [
      '2026-12-30',
      naturalDays(3),
      {
        due: '2027-01-04',
        unrolled: '2027-01-02',
        trace: ['2026-12-30 起（当日不计）3日，至 2027-01-02', '2027-01-02 是休息日，顺延至 2027-01-04', '2027年放假安排尚未录入，按周一至周五暂计'],
      },
    ],
    [
      '2027-03-01',
      naturalDays(1),
      { due: '2027-03-02', unrolled: '2027-03-02', trace: ['2027-03-01 起（当日不计）1日，至 2027-03-02', '2027年放假安排尚未录入，按周一至周五暂计'] },
    ],
  ])('is provisional in a year nobody has published: %s %o', (start, period, counted) => {
    expect(deadline(day(start), period, nationalCalendar)).toEqual({ ...counted, provisional: true });
  });

  it('is never in doubt about a term that moves nowhere', () => {
    expect(deadline(day('2027-03-01'), naturalDays(1, 'none'), nationalCalendar).provisional).toBe(false);
  });

  it('rolls back over New Year into the year that is published, and says it is provisional', () => {
    const back = deadline(day('2026-12-31'), naturalDays(3, 'backward'), nationalCalendar);
    expect(back).toMatchObject({ due: '2026-12-31', unrolled: '2027-01-03', provisional: true });
    expect(back.trace.at(-1)).toBe('2026年放假安排尚未录入，按周一至周五暂计');
  });

  it('shows how a payday came about', () => {
    expect(payDate(civilMonth('2026-10'), 15, nationalCalendar).trace).toEqual(['约定发薪日 2026-10-15']);
    expect(payDate(civilMonth('2026-11'), 15, nationalCalendar).trace).toEqual(['约定发薪日 2026-11-15', '2026-11-15 是休息日，提前至 2026-11-13']);
  });

  it.each([
    ['2026-11-20', '2026-11-20', 0],
    ['2026-11-20', '2026-11-19', 0],
    ['2026-11-19', '2026-11-20', 1],
    ['2026-11-20', '2026-11-22', 0],
    ['2026-09-30', '2026-10-11', 3],
    ['2026-12-31', '2027-01-08', 5],
  ])('after %s up to and with %s there are %i working days', (from, to, count) => {
    expect(workingDaysBetween(day(from), day(to), nationalCalendar)).toBe(count);
  });

  it.each([
    ['2026-11-20', '2026-11-20'],
    ['2026-11-21', '2026-11-23'],
    ['2026-10-01', '2026-10-08'],
    ['2026-10-10', '2026-10-10'],
    ['2027-01-01', '2027-01-04'],
    ['2027-01-02', '2027-01-04'],
    ['2027-01-05', '2027-01-05'],
    ['2027-02-01', '2027-02-01'],
    ['2028-01-01', '2028-01-03'],
    ['2029-01-01', '2029-01-02'],
  ])('the working day on or after %s is %s', (from, on) => expect(onOrAfterWorkingDay(day(from), nationalCalendar)).toBe(on));

  it('ends a limit by its unit', () => {
    expect(limitEnds(day('2026-11-20'), { n: 3, unit: 'natural-days' }, nationalCalendar)).toBe('2026-11-23');
    expect(limitEnds(day('2026-11-16'), { n: 3, unit: 'natural-days' }, nationalCalendar)).toBe('2026-11-19');
    expect(limitEnds(day('2026-11-20'), { n: 3, unit: 'working-days' }, nationalCalendar)).toBe('2026-11-25');
    expect(limitEnds(day('2026-11-20'), { n: 30, unit: 'working-hours' }, nationalCalendar)).toBe('2026-11-20');
  });
});

describe('国务院办公厅关于部分节假日安排的通知', () => {
  const year = (of: number) => ({ year: of, notice: `${of}年的通知`, weekdaysOff: ['01-01'], weekendsWorked: [], statutory: ['01-01'] });
  // 1 January 2031 is a Wednesday, of 2032 a Thursday; 4 January 2031 is a Saturday.
  const two = workingCalendar([
    { ...year(2031), weekdaysOff: ['01-01', '01-02'], weekendsWorked: ['01-04'] },
    { ...year(2032), statutory: null },
  ]);

  it('holds consecutive years, each with its notice, and not none', () => {
    expect(two).toMatchObject({ publishedFrom: '2031-01-01', publishedUntil: '2032-12-31', notices: ['2031年的通知', '2032年的通知'] });
    expect(() => workingCalendar([])).toThrow('at least one year');
    expect(() => workingCalendar([year(2031), year(2031)])).toThrow('the calendar of 2031 stands out of order');
    expect(() => workingCalendar([year(2032), year(2031)])).toThrow('the calendar of 2031 stands out of order');
  });

  it.each([
    ['2030-12-31', 'unpublished', null],
    ['2031-01-01', 'rest', 'holiday'],
    ['2031-01-02', 'rest', 'rest-day'],
    ['2031-01-03', 'working', 'weekday'],
    ['2031-01-04', 'working', 'weekday'],
    ['2031-01-05', 'rest', 'rest-day'],
    ['2031-12-31', 'working', 'weekday'],
    ['2032-01-01', 'rest', null],
    ['2032-01-02', 'working', 'weekday'],
    ['2032-01-03', 'rest', null],
    ['2032-12-31', 'working', 'weekday'],
    ['2033-01-01', 'unpublished', null],
  ])('%s is %s, paid as %s', (on, kind, paid) => {
    expect(two.kindOf(day(on))).toBe(kind);
    expect(two.kindOfNumber(dayNumber(day(on)))).toBe(kind);
    expect(two.overtimeKindOf(day(on))).toBe(paid);
  });
});

describe('春节', () => {
  it.each([
    ['2026-02-17', '2026-02-17'],
    ['2026-02-18', '2027-02-06'],
    ['2019-12-31', '2020-01-25'],
    ['2019-01-01', '2020-01-25'],
    ['2018-12-31', null],
    ['2030-02-03', '2030-02-03'],
    ['2030-02-04', null],
  ])('the next on or after %s is %s', (on, festival) => expect(springFestivalAfter(day(on))).toBe(festival));

  it.each([
    ['2026-02-01', false],
    ['2026-02-02', true],
    ['2026-02-17', true],
    ['2026-03-09', true],
    ['2026-03-10', false],
  ])('sites may stand empty on %s: %s', (on, isAmong) => {
    expect(festivalBreakAround(day(on))).toEqual(isAmong ? { from: '2026-02-02', until: '2026-03-09' } : null);
  });

  it('knows no break beyond the table', () => expect(festivalBreakAround(day('2031-01-23'))).toBeNull());
});
