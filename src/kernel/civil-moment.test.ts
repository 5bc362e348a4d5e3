import { describe, expect, it } from 'vitest';
import { civilDate } from './civil-date.ts';
import { addHours, civilMoment, dayOf, endOf, minuteOf, momentOf, parseCivilMoment } from './civil-moment.ts';

describe('民法典第二百零一条第二款「按照小时计算期间的，自法律规定或者当事人约定的时间开始计算」', () => {
  it.each([
    ['2026-10-01 09:30', 0, '2026-10-01 09:30'],
    ['2026-10-01 09:30', 2, '2026-10-01 11:30'],
    ['2026-10-01 09:30', 24, '2026-10-02 09:30'],
    ['2026-12-31 23:59', 0.5, '2027-01-01 00:29'],
    ['2026-03-01 00:00', 24, '2026-03-02 00:00'],
    ['2026-03-01 00:00', -1, '2026-02-28 23:00'],
    ['2026-03-01 08:15', 48, '2026-03-03 08:15'],
  ])('%s and %d hours is %s', (from, hours, until) => {
    expect(addHours(civilMoment(from), hours)).toBe(until);
  });
});

describe('a minute of the wall clock', () => {
  it.each(['2026-10-01 00:00', '2026-10-01 09:30', '2026-10-01 19:59', '2026-10-01 23:00'])('reads %s, with a T between too', (text) => {
    expect(parseCivilMoment(text)).toBe(text);
    expect(parseCivilMoment(text.replace(' ', 'T'))).toBe(text);
  });

  it.each([
    '2026-10-01',
    '2026-02-30 09:30',
    '2026-10-01 24:00',
    '2026-10-01 09:60',
    '2026-10-01 9:30',
    '2026-10-01_09:30',
    '2026-10-01 09:30:00',
    '12026-10-01 09:30',
    '2026-10-01 0a:30',
    '2026-10-01 09:3x',
    '26-10-01 09:30',
    '2026-1-01 09:30',
    '2026-10-1 09:30',
    '',
  ])('refuses “%s”', (text) => {
    expect(parseCivilMoment(text)).toBeNull();
    expect(() => civilMoment(text)).toThrow(`not a moment: ${text}`);
  });

  it('takes a moment apart and puts it together', () => {
    expect(dayOf(civilMoment('2026-10-01 09:05'))).toBe('2026-10-01');
    expect(minuteOf(civilMoment('2026-10-01 09:05'))).toBe(545);
    expect(momentOf(civilDate('2026-10-01'), 545)).toBe('2026-10-01 09:05');
    expect(momentOf(civilDate('2026-10-01'), 1439)).toBe('2026-10-01 23:59');
  });

  it('ends a day with the first minute of the next', () => {
    expect(endOf(civilDate('2026-12-31'))).toBe('2027-01-01 00:00');
  });
});
