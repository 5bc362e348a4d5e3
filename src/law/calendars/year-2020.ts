import type { CalendarYear } from './working-calendar.ts';

export const year2020: CalendarYear = {
  year: 2020,
  notice: '国务院办公厅关于2020年部分节假日安排的通知；国务院办公厅关于延长2020年春节假期的通知',
  weekdaysOff: [
    '01-01',
    '01-24',
    '01-27',
    '01-28',
    '01-29',
    '01-30',
    '01-31',
    '04-06',
    '05-01',
    '05-04',
    '05-05',
    '06-25',
    '06-26',
    '10-01',
    '10-02',
    '10-05',
    '10-06',
    '10-07',
    '10-08',
  ],
  weekendsWorked: ['01-19', '04-26', '05-09', '06-28', '09-27', '10-10'],
  // 国庆 and 中秋 fell on one day: which fourth day was paid as a statutory one, the notice does not say.
  statutory: null,
};
