import { describe, expect, it } from 'vitest';
import { lengthInWords, type Standing, troublesOf } from './standing.ts';

const NOW = Date.parse('2026-11-22T20:00:00+08:00');
const HOUR = 3_600_000;
const LIMITS = { silentDays: 1, longSilentDays: 3, storeDays: 7, skewMinutes: 5 };
const FINE: Standing = { heardMs: NOW - HOUR, registeredMs: NOW - 900 * HOUR, offsetSeconds: 3, missingCount: 0, lostCount: 0, isRevoked: false };
const says = (differs: Partial<Standing>) => troublesOf({ ...FINE, ...differs }, LIMITS, NOW).map(({ kind, tone, says: words }) => `${kind} ${tone} ${words}`);

describe('设备的毛病', () => {
  it.each<[string, Partial<Standing>, readonly string[]]>([
    ['好好的', {}, []],
    ['差一毫秒满一天', { heardMs: NOW - 24 * HOUR + 1 }, []],
    ['整一天', { heardMs: NOW - 24 * HOUR }, ['silent orange 24 小时没有上报']],
    ['差一毫秒满三天', { heardMs: NOW - 72 * HOUR + 1 }, ['silent orange 71 小时没有上报']],
    ['整三天', { heardMs: NOW - 72 * HOUR }, ['silent red 3 天没有上报']],
    ['刚登记', { heardMs: null, registeredMs: NOW - 72 * HOUR + 1 }, []],
    ['登记三天没有来过', { heardMs: null, registeredMs: NOW - 72 * HOUR }, ['never-heard orange 登记 3 天，从未上报']],
    ['时钟没报过', { offsetSeconds: null }, []],
    ['快正好 5 分钟', { offsetSeconds: 300 }, []],
    ['再多一秒', { offsetSeconds: 301 }, ['clock orange 时钟快 5 分钟']],
    ['慢一天', { offsetSeconds: -86_400 }, ['clock orange 时钟慢 24 小时']],
    ['缺一次', { missingCount: 1 }, ['missing orange 缺 1 次打卡']],
    ['丢了的', { lostCount: 2 }, ['lost orange 近 30 日丢失 2 次打卡']],
    [
      '都有，最要紧的在前',
      { heardMs: NOW - 100 * HOUR, offsetSeconds: -600, missingCount: 4, lostCount: 1 },
      ['silent red 4 天没有上报', 'clock orange 时钟慢 10 分钟', 'missing orange 缺 4 次打卡', 'lost orange 近 30 日丢失 1 次打卡'],
    ],
    ['停用的不用管', { heardMs: NOW - 900 * HOUR, missingCount: 9, isRevoked: true }, []],
  ])('%s', (_why, differs, expected) => expect(says(differs)).toEqual(expected));

  it('每样都说怎么办', () => {
    const all = [
      ...troublesOf({ ...FINE, heardMs: null, offsetSeconds: 999, missingCount: 1, lostCount: 1 }, LIMITS, NOW),
      ...troublesOf({ ...FINE, heardMs: 0 }, LIMITS, NOW),
    ];
    expect(all.map(({ kind }) => kind)).toEqual(['never-heard', 'clock', 'missing', 'lost', 'silent']);
    for (const { cure } of all) expect(cure).toMatch(/。$/u);
  });

  it.each([
    [119 * 60_000, '119 分钟'],
    [2 * HOUR, '2 小时'],
    [72 * HOUR - 1, '71 小时'],
    [72 * HOUR, '3 天'],
  ])('%d 毫秒是 %s', (ms, words) => expect(lengthInWords(ms)).toBe(words));
});
