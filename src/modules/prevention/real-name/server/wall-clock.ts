import { CHINA_OFFSET_MS } from '#platform/clock.ts';

/** `YYYY-MM-DD HH:MM:SS` in China. */
export function wallClock(moment: Date): string {
  return new Date(moment.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}
