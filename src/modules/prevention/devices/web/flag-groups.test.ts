import { describe, expect, it } from 'vitest';
import type { FlagView } from '../domain/wire.ts';
import { daysInWords, flagsTogether } from './flag-groups.ts';

const flag = (kind: string, device: string, day: string, punches: number): FlagView => ({
  id: `${kind}${device}${day}`,
  device,
  kind,
  name: kind,
  says: '',
  day,
  from: `${day} 07:00:00`,
  until: `${day} 08:00:00`,
  punches,
  who: null,
  words: '',
});

describe('可疑的打卡归在一起', () => {
  it('一台设备一种标记一行，天数和次数合计；要人看的在补传前面', () => {
    const groups = flagsTogether([
      flag('late-upload', '一号门', '2026-11-21', 5),
      flag('late-upload', '一号门', '2026-11-20', 6),
      flag('late-upload', '二号门', '2026-11-20', 1),
      flag('burst', '二号门', '2026-11-19', 70),
      flag('burst', '二号门', '2026-11-19', 80),
    ]);
    expect(groups.map(({ first, days, punches }) => [first.kind, first.device, days, punches])).toEqual([
      ['burst', '二号门', 1, 150],
      ['late-upload', '一号门', 2, 11],
      ['late-upload', '二号门', 1, 1],
    ]);
  });

  it('同一天只写一次', () => {
    expect(daysInWords('2026-11-20 07:00:00', '2026-11-20 18:00:00', (day) => day)).toBe('2026-11-20');
    expect(daysInWords('2026-11-18', '2026-11-20', (day) => day)).toBe('2026-11-18 至 2026-11-20');
  });
});
