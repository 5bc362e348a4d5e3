/** How many of the latest offsets are kept: one slow network answer or one bad reading does not move the middle of five. */
const KEPT = 5;

/** Four bytes of seconds, 68 years: a clock farther off than that was never set, and how far says nothing. */
const FARTHEST = 2_147_483_647;

/** The offsets kept after another was seen, newest last; seconds the device is ahead of the server. */
export function offsetsWith(kept: readonly number[], seen: number): readonly number[] {
  return [...kept, Math.max(-FARTHEST, Math.min(FARTHEST, Math.round(seen)))].slice(-KEPT);
}

/** 设备时钟偏差 in seconds: the middle of those kept; null while none was seen. */
export function estimatedOffset(kept: readonly number[]): number | null {
  const sorted = kept.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

/** Whether the clock is off by more than the limit; exactly the limit is not. */
export function isSkewed(offsetSeconds: number, skewMinutes: number): boolean {
  return Math.abs(offsetSeconds) > skewMinutes * 60;
}
