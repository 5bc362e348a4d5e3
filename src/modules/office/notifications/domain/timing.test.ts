import { describe, expect, it } from 'vitest';
import { firstTry, nextTry, outsideQuiet, startOfDay, tomorrow } from './timing.ts';

const at = (time: string): number => Date.parse(`${time}:00+08:00`);
const told = (moment: number | null): string => (moment === null ? 'never' : new Date(moment + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '));

describe('免打扰：21:00 至次日 8:00', () => {
  it.each([
    { now: '2026-11-27 07:59', goes: '2026-11-27 08:00' },
    { now: '2026-11-27 08:00', goes: '2026-11-27 08:00' },
    { now: '2026-11-27 20:59', goes: '2026-11-27 20:59' },
    { now: '2026-11-27 21:00', goes: '2026-11-28 08:00' },
    { now: '2026-11-27 23:59', goes: '2026-11-28 08:00' },
    { now: '2026-11-28 00:00', goes: '2026-11-28 08:00' },
    { now: '2026-12-31 22:00', goes: '2027-01-01 08:00' },
  ])('$now → $goes', ({ now, goes }) => expect(told(outsideQuiet(at(now.replace(' ', 'T'))))).toBe(goes));

  it('待办和结果等到早上，红色和验证码马上', () => {
    const night = at('2026-11-27T23:10');
    expect(told(firstTry(night, 'todo'))).toBe('2026-11-28 08:00');
    expect(told(firstTry(night, 'progress'))).toBe('2026-11-28 08:00');
    expect(firstTry(night, 'urgent')).toBe(night);
    expect(firstTry(night, 'code')).toBe(night);
  });

  it('白天的待办攒半分钟，合成一条', () => expect(firstTry(at('2026-11-27T10:00'), 'todo') - at('2026-11-27T10:00')).toBe(30_000));
});

describe('没发出去的再试', () => {
  const noon = at('2026-11-27T12:00');
  it.each([
    { attempts: 1, goes: '2026-11-27 12:01' },
    { attempts: 2, goes: '2026-11-27 12:05' },
    { attempts: 3, goes: '2026-11-27 12:15' },
    { attempts: 4, goes: '2026-11-27 13:00' },
    { attempts: 5, goes: '2026-11-27 15:00' },
    { attempts: 6, goes: 'never' },
  ])('第 $attempts 次之后 $goes', ({ attempts, goes }) => expect(told(nextTry(noon, 'todo', attempts))).toBe(goes));

  it('对方说慢一点，就等够；等到夜里，就等到早上', () => {
    expect(told(nextTry(noon, 'todo', 1, 7_200_000))).toBe('2026-11-27 14:00');
    expect(told(nextTry(at('2026-11-27T20:30'), 'todo', 4))).toBe('2026-11-28 08:00');
    expect(told(nextTry(at('2026-11-27T20:30'), 'urgent', 4))).toBe('2026-11-27 21:30');
  });
});

it('一天从北京时间零点算起，明天早上 8 点再来', () => {
  expect(told(startOfDay(at('2026-11-27T07:00')))).toBe('2026-11-27 00:00');
  expect(told(startOfDay(at('2026-11-27T00:00')))).toBe('2026-11-27 00:00');
  expect(told(tomorrow(at('2026-11-27T23:00')))).toBe('2026-11-28 08:00');
});
