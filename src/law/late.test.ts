import { describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { nationalCalendar, naturalDays, workingDays } from './calendars/index.ts';
import { cite } from './citation.ts';
import { lateFinding, lateness, type TimedDuty } from './late.ts';

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
});
