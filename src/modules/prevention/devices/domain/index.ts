export { estimatedOffset, isSkewed, offsetsWith } from './clock-offset.ts';
export { type CounterRange, holds, missingIn, rangesOf, rangesText, readRanges } from './counters.ts';
export { judgePunch, type Judgement } from './judge.ts';
export { type DeviceLimits, LIMIT_PARAMETERS, LIVE_MINUTES, PUNCHES_AT_ONCE } from './limits.ts';
export { findBursts, findConstantPositions, findImpossibleTrips, type HeldPunch, type PunchElsewhere } from './patterns.ts';
export type { Position } from './position.ts';
export { DEVICE_SETTINGS, pushOptions, readAttendanceLog, USUAL_STATUS } from './push.ts';
export { type FlagKind, FLAGS, isReason, mayDecide, type QuarantineReason, REASONS } from './reasons.ts';
export type { DevicesPage, DeviceView, FlagView, QuarantineView } from './wire.ts';
