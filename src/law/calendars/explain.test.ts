import { describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { nationalCalendar, unusualDays } from './index.ts';

const between = (from: string, to: string) => unusualDays(civilDate(from), civilDate(to), nationalCalendar);

describe('国务院办公厅关于2026年部分节假日安排的通知', () => {
  it('春节: names the weekdays off and the weekends worked', () => {
    expect(between('2026-02-06', '2026-03-12')).toEqual([
      '其间放假的工作日（不计）：2026-02-16、2026-02-17、2026-02-18、2026-02-19、2026-02-20、2026-02-23',
      '其间调休上班的周末（计入）：2026-02-14、2026-02-28',
    ]);
  });

  it('leaves out the first day and takes in the last', () => {
    expect(between('2026-02-23', '2026-02-28')).toEqual(['其间调休上班的周末（计入）：2026-02-28']);
    expect(between('2026-02-22', '2026-02-23')).toEqual(['其间放假的工作日（不计）：2026-02-23']);
  });

  it('has nothing to say about ordinary weeks, nor about a year that is not published', () => {
    expect(between('2026-03-02', '2026-03-31')).toEqual([]);
    expect(between('2027-02-01', '2027-02-28')).toEqual([]);
  });
});
