import type { CalendarYear } from './working-calendar.ts';

export const year2025: CalendarYear = {
  year: 2025,
  notice: '国务院办公厅关于2025年部分节假日安排的通知',
  weekdaysOff: [
    '01-01',
    '01-28',
    '01-29',
    '01-30',
    '01-31',
    '02-03',
    '02-04',
    '04-04',
    '05-01',
    '05-02',
    '05-05',
    '06-02',
    '10-01',
    '10-02',
    '10-03',
    '10-06',
    '10-07',
    '10-08',
  ],
  weekendsWorked: ['01-26', '02-08', '04-27', '09-28', '10-11'],
};
