import { describe, expect, it } from 'vitest';
import type { PunchMoment } from '../../attendance/domain/index.ts';
import {
  type DeviceLimits,
  estimatedOffset,
  findBursts,
  findConstantPositions,
  findImpossibleTrips,
  type HeldPunch,
  holds,
  isSkewed,
  judgePunch,
  mayDecide,
  missingIn,
  offsetsWith,
  type Position,
  pushOptions,
  rangesOf,
  rangesText,
  readAttendanceLog,
  readRanges,
} from './index.ts';

const LIMITS: DeviceLimits = {
  storeDays: 7,
  skewMinutes: 5,
  speedKmh: 120,
  burstPerMinute: 60,
  fenceMetres: 1000,
  samePosition: 10,
  silentDays: 1,
  longSilentDays: 3,
};
const NOW = Date.parse('2026-11-22T20:00:00+08:00');
const GATE: Position = { lat: 36.86, lng: 116.23 };
/** One degree of latitude, by the radius the distance is computed with. */
const METRES_OF_DEGREE = (6_371_000 * Math.PI) / 180;
const north = (metres: number): Position => ({ lat: GATE.lat + metres / METRES_OF_DEGREE, lng: GATE.lng });
const at = (text: string) => text as PunchMoment;

describe('逐条判断', () => {
  const judge = (
    moment: string,
    more: { position?: Position; isPersonKnown?: boolean; isKeyRevoked?: boolean; nowMs?: number; gate?: Position | null } = {},
  ) => {
    const punch = { at: at(moment), position: more.position ?? null, isPersonKnown: more.isPersonKnown ?? true };
    const { gate = GATE } = more;
    return judgePunch(punch, { nowMs: more.nowMs ?? NOW, gate, isKeyRevoked: more.isKeyRevoked ?? false }, LIMITS);
  };
  const take = (isLate: boolean) => ({ is: 'take', isLate });
  const apart = (...reasons: string[]) => ({ is: 'quarantine', reasons });

  it.each([
    ['2026-11-22 20:00:00', take(false), '此刻'],
    ['2026-11-22 19:55:00', take(false), '正好 5 分钟前，实时'],
    ['2026-11-22 19:54:59', take(true), '5 分零 1 秒前，补传'],
    ['2026-11-15 20:00:00', take(true), '正好 7 天前，收'],
    ['2026-11-15 19:59:59', apart('too-old'), '7 天零 1 秒前，待核实'],
    ['2026-11-22 20:10:00', take(false), '超前正好 10 分钟，收'],
    ['2026-11-22 20:10:01', { is: 'refuse', reason: 'ahead' }, '超前 10 分零 1 秒，不收'],
    ['2026-11-23 20:00:00', { is: 'refuse', reason: 'ahead' }, '时钟快一天'],
    ['2026-11-21 20:00:00', take(true), '时钟慢一天：按所记的那天，不挪'],
  ])('%s → %o（%s）', (moment, expected, _why) => expect(judge(moment)).toMatchObject(expected));

  it('服务器的零头秒不算更老：7 天零 0.9 秒仍收', () => {
    expect(judge('2026-11-15 20:00:00', { nowMs: NOW + 900 })).toMatchObject(take(true));
    expect(judge('2026-11-15 20:00:00', { nowMs: NOW + 1_000 })).toMatchObject(apart('too-old'));
  });

  it.each([
    [999, take(false)],
    [1000, take(false)],
    [1001, apart('outside-fence')],
  ])('离设备 %d 米', (metres, expected) => expect(judge('2026-11-22 20:00:00', { position: north(metres) })).toMatchObject(expected));

  it('没有登记位置的设备不判围栏', () => expect(judge('2026-11-22 20:00:00', { position: north(50_000), gate: null })).toMatchObject(take(false)));

  it('停用的密钥、没对应的工号：待核实，原因都写上', () => {
    expect(judge('2026-11-10 20:00:00', { isKeyRevoked: true, isPersonKnown: false, position: north(5000) })).toMatchObject(
      apart('revoked-key', 'too-old', 'outside-fence', 'unknown-person'),
    );
  });
});

describe('序号', () => {
  it.each([
    [[], 0, []],
    [[1, 2, 3], 3, []],
    [[2, 3], 3, [{ from: 1, to: 1 }]],
    [
      [1, 2, 5, 9],
      9,
      [
        { from: 3, to: 4 },
        { from: 6, to: 8 },
      ],
    ],
    [[1, 2], 5, [{ from: 3, to: 4 }]],
    [[1, 2], 3, []],
    [[], 1, []],
    [[], 2, [{ from: 1, to: 1 }]],
  ])('收到 %j，听说到 %d，缺 %j', (counters, announced, missing) => expect(missingIn(rangesOf(counters), announced)).toEqual(missing));

  it('乱序、重复都并成同样的区间；写成文本读回来一样', () => {
    const ranges = rangesOf([5, 1, 2, 2, 9, 3, 10]);
    expect(ranges).toEqual([
      { from: 1, to: 3 },
      { from: 5, to: 5 },
      { from: 9, to: 10 },
    ]);
    expect(readRanges(rangesText(ranges))).toEqual(ranges);
    expect([0, 1, 3, 4, 5, 6, 9, 10, 11].map((one) => holds(ranges, one))).toEqual([false, true, true, false, true, false, true, true, false]);
  });
});

describe('设备时钟', () => {
  it('取最近五次的中位数，一次异常不动摇', () => {
    let kept: readonly number[] = [];
    expect(estimatedOffset(kept)).toBeNull();
    for (const seen of [2, 3, 4000, 2.4, 1]) kept = offsetsWith(kept, seen);
    expect(estimatedOffset(kept)).toBe(2);
    for (const seen of [600, 601, 602]) kept = offsetsWith(kept, seen);
    expect(kept).toEqual([2, 1, 600, 601, 602]);
    expect(estimatedOffset(kept)).toBe(600);
    expect(offsetsWith([], -56_802_000_000)).toEqual([-2_147_483_647]);
  });

  it.each([
    [300, false],
    [301, true],
    [-300, false],
    [-301, true],
    [0, false],
  ])('偏差 %d 秒，标记 %s', (seconds, skewed) => expect(isSkewed(seconds, 5)).toBe(skewed));
});

const held = (moment: string, more: Partial<HeldPunch> = {}): HeldPunch => ({
  personId: '1',
  at: at(moment),
  device: 'G1',
  isMobile: false,
  position: null,
  ...more,
});
const clock = (seconds: number) => {
  const two = (n: number) => String(n).padStart(2, '0');
  return `2026-11-22 07:${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
};

describe('打卡过密（60 秒内超过 60 次）', () => {
  const line = (count: number, everySeconds: number) =>
    Array.from({ length: count }, (_, n) => held(clock(Math.floor(n * everySeconds)), { personId: String(n) }));

  it('每秒一次持续五分钟不算；60 秒内 61 次算', () => {
    expect(findBursts(line(300, 1), LIMITS)).toEqual([]);
    expect(findBursts([...line(60, 1), held(clock(59), { personId: 'x' })], LIMITS)).toEqual([
      { device: 'G1', from: at('2026-11-22 07:00:00'), until: at('2026-11-22 07:00:59'), punches: 61 },
    ]);
  });

  it('第 61 次在整 60 秒后，不在一个窗口里', () => {
    expect(findBursts([...line(60, 1), held(clock(60))], LIMITS)).toEqual([]);
  });

  it('相连的并成一段，分开的是两段，两台设备各算各的；与先后无关', () => {
    const long = line(200, 0.5);
    expect(findBursts(long.toReversed(), LIMITS)).toEqual([{ device: 'G1', from: at(clock(0)), until: at(clock(99)), punches: 200 }]);
    const other = long.map((punch) => ({ ...punch, device: 'G2' }));
    expect(findBursts([...long.slice(0, 50), ...other.slice(0, 50)], LIMITS)).toEqual([]);
    const again = line(61, 0.5).map((punch, n) => ({ ...punch, at: at(clock(600 + Math.floor(n / 2))) }));
    expect(findBursts([...line(61, 0.5), ...again], LIMITS)).toHaveLength(2);
  });
});

describe('位置不变', () => {
  const here = { isMobile: true, position: GATE };
  const many = (count: number, more: Partial<HeldPunch> = here) => Array.from({ length: count }, (_, n) => held(clock(n), { personId: String(n), ...more }));

  it.each([
    [9, 0],
    [10, 1],
    [11, 1],
  ])('手机打卡 %d 次定位一样，标记 %d 处', (count, marks) => expect(findConstantPositions(many(count), LIMITS)).toHaveLength(marks));
  it('闸机本来不动，不算；差一点的定位不是同一个', () => {
    expect(findConstantPositions(many(50, { isMobile: false, position: GATE }), LIMITS)).toEqual([]);
    expect(findConstantPositions([...many(9), held(clock(30), { isMobile: true, position: north(2) })], LIMITS)).toEqual([]);
  });
});

describe('不可能的行程（快于 120 公里/小时）', () => {
  const there = (metres: number, moment: string, personId = '1') => ({ personId, projectId: '2', at: at(moment), position: north(metres) });
  const trips = (metres: number, moment: string) => findImpossibleTrips([held(clock(0), { position: GATE })], [there(metres, moment)], LIMITS);

  it.each([
    [60_000, '2026-11-22 07:30:00', 0, '半小时 60 公里，正好 120'],
    [60_000, '2026-11-22 07:29:59', 1, '少一秒'],
    [59_999, '2026-11-22 07:30:00', 0, '近一米'],
    [60_000, '2026-11-22 06:30:01', 1, '先在那边'],
    [2_000, '2026-11-22 07:00:00', 0, '两个围栏挨着'],
    [2_001, '2026-11-22 07:00:00', 1, '同一秒在两处'],
  ])('%d 米，另一处 %s：%d 处（%s）', (metres, moment, count, _why) => expect(trips(metres, moment)).toHaveLength(count));

  it('不是同一个人不算；每人每个工地留最快的一对', () => {
    expect(findImpossibleTrips([held(clock(0), { position: GATE })], [there(90_000, '2026-11-22 07:10:00', '2')], LIMITS)).toEqual([]);
    const found = findImpossibleTrips(
      [held(clock(0), { position: GATE }), held(clock(300), { position: GATE })],
      [there(90_000, '2026-11-22 07:10:00')],
      LIMITS,
    );
    expect(found).toMatchObject([{ here: clock(300), there: '2026-11-22 07:10:00', metres: 90_000, seconds: 300, kmh: 1080 }]);
  });
});

describe('谁能核实', () => {
  it.each([
    [['too-old'], null, true, true],
    [['too-old'], null, false, false],
    [['manual-entry'], '7', true, false],
    [['manual-entry'], '8', true, true],
    [['manual-entry'], '8', false, true],
    [['manual-entry'], '7', false, false],
  ])('原因 %j，补录人 %s，主管部门 %s → %s', (reasons, enteredBy, isOfficial, may) =>
    expect(mayDecide({ reasons, enteredBy }, { accountId: '7', isOfficial }).may).toBe(may),
  );
});

describe('PUSH 协议', () => {
  it('读制表符分隔的行；不成行的数出来', () => {
    const body =
      '1001\t2026-11-22 07:00:01\t0\t15\t0\r\n371526199001011236\t2026-11-22 18:00:00\t1\t1\n1002\t2026-11-22 12:00:00\t9\t99\nnonsense\n1003\t2026-13-01 00:00:00\t0\t1\n\n';
    expect(readAttendanceLog(body)).toEqual({
      punches: [
        { pin: '1001', at: '2026-11-22 07:00:01', direction: 'in', method: 'face' },
        { pin: '371526199001011236', at: '2026-11-22 18:00:00', direction: 'out', method: 'finger' },
        { pin: '1002', at: '2026-11-22 12:00:00', direction: 'unknown', method: '99' },
      ],
      unreadable: 2,
    });
    expect(readAttendanceLog('1\t2026-11-22 07:00:01\t9', { '9': 'out' }).punches[0]?.direction).toBe('out');
  });

  it('选项第一行是序列号', () => expect(pushOptions('CJ7J').split('\n')[0]).toBe('GET OPTION FROM: CJ7J'));
});
