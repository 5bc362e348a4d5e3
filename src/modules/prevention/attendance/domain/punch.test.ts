import { describe, expect, it } from 'vitest';
import { epochOf, parsePunchMoment, punchMomentOf } from './punch.ts';

describe('打卡的时刻', () => {
  it.each([
    ['2026-11-22 07:01:02', '2026-11-22 07:01:02'],
    ['2026-11-22T07:01:02.999', '2026-11-22 07:01:02'],
    ['2024-02-29 23:59:59', '2024-02-29 23:59:59'],
    ['2026-02-29 07:01:02', null],
    ['2026-11-22 24:00:00', null],
    ['2026-11-22 07:60:00', null],
    ['2026-11-22 07:01', null],
    ['2026-11-22T07:01:02Z', null],
    ['', null],
  ])('“%s” 读作 %s', (text, read) => expect(parsePunchMoment(text)).toBe(read));

  it('跨日按中国时间：世界时 15:59:59 与 16:00:00 分属两天', () => {
    expect(punchMomentOf(Date.parse('2026-11-22T15:59:59.900Z'))).toBe('2026-11-22 23:59:59');
    expect(punchMomentOf(Date.parse('2026-11-22T16:00:00Z'))).toBe('2026-11-23 00:00:00');
    expect(punchMomentOf(Date.parse('2024-02-29T01:02:03Z'))).toBe('2024-02-29 09:02:03');
  });

  it('毫秒数与时刻互相换算', () => {
    for (const at of ['2026-11-22T15:59:59Z', '2024-02-29T00:00:00Z', '2026-12-31T16:00:00Z', '1969-12-31T15:59:59Z', '0226-11-21T22:58:56Z'])
      expect(epochOf(punchMomentOf(Date.parse(at)))).toBe(Date.parse(at));
  });
});
