import type { ParameterId } from '#law/parameters/index.ts';

/** 考勤设备的界限, as the place has set them. */
export interface DeviceLimits {
  /** 离线暂存: punches at most this many days old are taken, exactly this old included. */
  readonly storeDays: number;
  /** 时钟偏差超过多少分钟标记; exactly this much is none. */
  readonly skewMinutes: number;
  /** Faster than this between two sites nobody travels; exactly this fast is possible. */
  readonly speedKmh: number;
  /** More punches than this at one gate within 60 seconds are a burst. */
  readonly burstPerMinute: number;
  /** 电子围栏: farther than this from the gate is outside; exactly this far is inside. */
  readonly fenceMetres: number;
  /** 离线: silent for this many days, exactly this many included. */
  readonly silentDays: number;
  /** And gravely so. */
  readonly longSilentDays: number;
  /** This many phone punches of one device and day at one very position are marked. */
  readonly samePosition: number;
}

export const LIMIT_PARAMETERS = {
  storeDays: 'device.store-days',
  skewMinutes: 'device.clock-skew',
  speedKmh: 'device.speed-limit',
  burstPerMinute: 'device.burst',
  fenceMetres: 'device.fence',
  samePosition: 'device.same-position',
  silentDays: 'device.silent.blue',
  longSilentDays: 'device.silent.yellow',
} as const satisfies Readonly<Record<keyof DeviceLimits, ParameterId>>;

/** Live: what is heard at most this long after it happened; exactly this long included. Later it was stored and forwarded. */
export const LIVE_MINUTES = 5;
/** A moment farther ahead of the server than this is refused; exactly this far is taken. */
export const AHEAD_MINUTES = 10;
/** Punches in one message. Some 150 bytes each: a message stays below a megabyte. */
export const PUNCHES_AT_ONCE = 5_000;
