import { describe, expect, it } from 'vitest';
import { HOURLY, overQuota } from './quota.ts';

const none = { exports: 0, whole: 0, people: 0 };

describe('完整号码每人每小时有限', () => {
  it.each([
    [{ ...none, exports: 59 }, { whole: false, people: 0 }, true, '第 60 次'],
    [{ ...none, exports: 60 }, { whole: false, people: 0 }, false, '第 61 次'],
    [{ ...none, whole: 9 }, { whole: true, people: 1 }, true, '第 10 份'],
    [{ ...none, whole: 10 }, { whole: true, people: 1 }, false, '第 11 份'],
    [{ ...none, whole: 10 }, { whole: false, people: 1 }, true, '遮住的不算'],
    [none, { whole: true, people: 5_000 }, true, '正好 5000 人'],
    [none, { whole: true, people: 5_001 }, false, '多一人'],
    [{ ...none, people: 4_999 }, { whole: true, people: 1 }, true, '加起来正好'],
    [{ ...none, people: 4_999 }, { whole: true, people: 2 }, false, '加起来多一人'],
  ] as const)('%o 再导 %o：%s（%s）', (taken, asked, may, _why) => {
    expect(overQuota(taken, asked) === null).toBe(may);
  });
  it('说清上限', () => expect(overQuota({ ...none, whole: HOURLY.whole }, { whole: true, people: 1 })?.says).toMatch(/上限是 10 份.*遮住号码/));
});
