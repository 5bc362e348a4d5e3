import { describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { nationalCalendar, naturalDays, workingDays } from './calendars/index.ts';
import { cite } from './citation.ts';
import { lateAmong, lateFinding, lateness, type TimedDuty } from './late.ts';

const duty = (start: string, done: string, period = naturalDays(5)): TimedDuty => ({
  by: 'arbitration-commission',
  start: civilDate(start),
  after: '收到仲裁申请',
  period,
  act: '作出受理决定',
  done: done === 'not-yet' ? done : civilDate(done),
  basis: cite('调解仲裁法', 29),
});
const on = (day: string) => ({ on: civilDate(day), calendar: nationalCalendar });

describe('民法典第二百零三条: 限期办理', () => {
  it('is in time on the last day and late on the next', () => {
    expect(lateness(duty('2026-03-04', 'not-yet'), on('2026-03-09'))).toBeNull();
    expect(lateness(duty('2026-03-04', '2026-03-09'), on('2026-06-01'))).toBeNull();
    expect(lateness(duty('2026-03-04', 'not-yet'), on('2026-03-10'))).toMatchObject({ days: 1, isOpen: true, counted: { due: '2026-03-09' } });
    expect(lateness(duty('2026-03-04', '2026-03-12'), on('2026-06-01'))).toMatchObject({ days: 3, isOpen: false });
  });

  it('moves a last day that is a rest day; working days skip 国庆', () => {
    // 2026-10-01..07 off, 10-10 (Saturday) worked.
    expect(lateness(duty('2026-09-26', 'not-yet'), on('2026-10-08'))).toBeNull();
    expect(lateness(duty('2026-09-26', 'not-yet'), on('2026-10-09'))).toMatchObject({ counted: { due: '2026-10-08', unrolled: '2026-10-01' } });
    expect(lateness(duty('2026-09-29', 'not-yet', workingDays(5)), on('2026-10-13'))).toMatchObject({ counted: { due: '2026-10-12' } });
  });

  it('does not know what happens after the day it is asked about', () => {
    expect(lateness(duty('2026-03-04', '2026-03-20'), on('2026-03-11'))).toMatchObject({ isOpen: true, days: 2 });
  });

  it('takes a day that a plan names for the last one, and moves it off a rest day', () => {
    const planned = { ...duty('2026-02-28', 'not-yet'), after: '考核方案', period: 'by-then' as const };
    // 2026-02-28 is a make-up Saturday, 03-01 a Sunday.
    expect(lateness(planned, on('2026-02-28'))).toBeNull();
    expect(lateness(planned, on('2026-03-01'))?.says).toBe('应当在2月28日前（含当日）作出受理决定（考核方案），至今未作出受理决定');
    expect(lateness({ ...planned, start: civilDate('2026-03-01') }, on('2026-03-02'))).toBeNull();
  });

  it('says 当日 of what is due on the day it began', () => {
    expect(lateness(duty('2026-03-04', 'not-yet', naturalDays(0)), on('2026-03-05'))?.says).toBe(
      '3月4日收到仲裁申请，应当在当日作出受理决定，至今未作出受理决定',
    );
  });

  it('says of a right that it could be used, and of a choice that neither was done', () => {
    const right = { ...duty('2026-03-04', 'not-yet'), act: '提起诉讼', isRight: true as const };
    expect(lateness(right, on('2026-03-10'))?.says).toBe('3月4日收到仲裁申请，可以在3月9日前（含当日）提起诉讼，至今未提起诉讼');
    const choice = { ...duty('2026-03-04', 'not-yet'), act: '清偿债务或者提出异议', told: { open: '清偿债务，也未提出异议', late: '提出异议' } };
    expect(lateness(choice, on('2026-03-10'))?.says).toBe('3月4日收到仲裁申请，应当在3月9日前（含当日）清偿债务或者提出异议，至今未清偿债务，也未提出异议');
    expect(lateness({ ...choice, done: civilDate('2026-03-10') }, on('2026-03-11'))?.says).toContain('3月10日才提出异议');
  });

  it('says who is late with what, the open duty first', () => {
    const done = lateness(duty('2026-03-04', '2026-03-12'), on('2026-06-01'));
    const open = lateness({ ...duty('2026-03-12', 'not-yet'), by: 'employer', after: '收到副本', act: '答辩' }, on('2026-06-01'));
    if (done === null || open === null) throw new Error('both are late');
    expect(lateFinding([done, open], { level: 1, clears: '补办', adding: '可以起诉' })).toMatchObject({
      says: '劳动人事争议仲裁委员会3月4日收到仲裁申请，应当在3月9日前（含当日）作出受理决定，3月12日才作出受理决定；用人单位3月12日收到副本，应当在3月17日前（含当日）答辩，至今未答辩；可以起诉',
      dueOn: '2026-03-17',
      duty: 'employer',
      provisional: false,
    });
  });

  it('shows the reckoning of each, and its basis', () => {
    const late = lateness(duty('2026-09-26', 'not-yet'), on('2026-10-12'));
    if (late === null) throw new Error('it is late');
    expect(lateFinding([late], { level: 3, clears: '补办' })).toEqual({
      answer: 'finding',
      level: 3,
      clears: '补办',
      says: '劳动人事争议仲裁委员会9月26日收到仲裁申请，应当在10月8日前（含当日）作出受理决定，至今未作出受理决定',
      values: [{ label: '作出受理决定逾期', value: 4, unit: 'days', threshold: 0 }],
      dueOn: '2026-10-08',
      provisional: false,
      duty: 'arbitration-commission',
      amountFen: 0n,
      people: 0,
      steps: [
        {
          label: '作出受理决定的最后一日',
          value: '2026-10-08',
          unit: 'date',
          reckoned: '2026-09-26 起（当日不计）5日，至 2026-10-01；2026-10-01 是休息日，顺延至 2026-10-08',
          basis: cite('调解仲裁法', 29),
        },
      ],
      rows: [],
    });
  });

  it('says the year of a day that is not of this year, and what was done late by its own words', () => {
    expect(lateness(duty('2025-12-22', '2026-01-05'), on('2026-03-01'))?.says).toBe(
      '2025年12月22日收到仲裁申请，应当在2025年12月29日前（含当日）作出受理决定，1月5日才作出受理决定',
    );
    const told = { ...duty('2026-03-04', '2026-03-12'), told: { open: '清偿', late: '异议' } };
    expect(lateness(told, on('2026-06-01'))?.says).toContain('3月12日才异议');
  });

  it('takes the day it is asked about for one that has come', () => {
    expect(lateness(duty('2026-03-04', '2026-03-10'), on('2026-03-10'))).toMatchObject({ isOpen: false, days: 1 });
    expect(lateness(duty('2026-03-04', '2026-03-11'), on('2026-03-10'))).toMatchObject({ isOpen: true, days: 1 });
  });

  it('gathers the late ones among several duties, and is nothing when none is', () => {
    const early = duty('2026-03-09', 'not-yet');
    const late = duty('2026-03-02', 'not-yet');
    expect(lateAmong([early, late], on('2026-03-10'))?.map(({ duty: one }) => one)).toEqual([late]);
    expect(lateAmong([late, early, late], on('2026-03-10'))).toHaveLength(2);
    expect(lateAmong([early], on('2026-03-10'))).toBeNull();
    expect(lateAmong([], on('2026-03-10'))).toBeNull();
  });

  it('is in doubt where the last day of the first lies in a year nobody has published', () => {
    const late = lateness(duty('2026-12-30', 'not-yet'), on('2027-02-01'));
    if (late === null) throw new Error('it is late');
    expect(lateFinding([late], { level: 1, clears: '补办' })).toMatchObject({ provisional: true, dueOn: '2027-01-04' });
  });
});
