import { isSkewed } from './clock-offset.ts';
import type { DeviceLimits } from './limits.ts';

/** What is known of a device when somebody looks at it. */
export interface Standing {
  /** Milliseconds since 1970; null: never. */
  readonly heardMs: number | null;
  readonly registeredMs: number;
  readonly offsetSeconds: number | null;
  readonly missingCount: number;
  /** Punches of the last thirty days the device says it cannot send any more. */
  readonly lostCount: number;
  readonly isRevoked: boolean;
}

export type TroubleKind = 'silent' | 'never-heard' | 'clock' | 'missing' | 'lost';

/** What is wrong with a device, in words, and what somebody does about it. */
export interface Trouble {
  readonly kind: TroubleKind;
  readonly tone: 'red' | 'orange';
  readonly says: string;
  readonly cure: string;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/**
 * 设备的毛病, the gravest first. Silence is counted in hours: exactly as many days as the place allows are silence. A device that was
 * just registered is being put up, and is missed after the longer limit. A revoked one is nobody's trouble.
 */
export function troublesOf(
  device: Standing,
  limits: Pick<DeviceLimits, 'silentDays' | 'longSilentDays' | 'storeDays' | 'skewMinutes'>,
  nowMs: number,
): readonly Trouble[] {
  if (device.isRevoked) return [];
  const found = [silence(device, limits, nowMs), clock(device, limits), missing(device), lost(device)];
  return found.flatMap((one) => one ?? []);
}

function silence(
  { heardMs, registeredMs }: Standing,
  limits: Pick<DeviceLimits, 'silentDays' | 'longSilentDays' | 'storeDays'>,
  nowMs: number,
): Trouble | null {
  if (heardMs === null) {
    if (nowMs - registeredMs < limits.longSilentDays * DAY_MS) return null;
    return {
      kind: 'never-heard',
      tone: 'orange',
      says: `登记 ${lengthInWords(nowMs - registeredMs)}，从未上报`,
      cure: '核对设备里填的应用编号、密钥和上报地址；不装了就停用。',
    };
  }
  const silentMs = nowMs - heardMs;
  if (silentMs < limits.silentDays * DAY_MS) return null;
  return {
    kind: 'silent',
    tone: silentMs < limits.longSilentDays * DAY_MS ? 'orange' : 'red',
    says: `${lengthInWords(silentMs)}没有上报`,
    cure: `到现场看电源和网络；恢复后它自己补传，${limits.storeDays} 日以内的照收，更早的要核实。拆了就停用。`,
  };
}

function clock({ offsetSeconds }: Standing, limits: Pick<DeviceLimits, 'skewMinutes'>): Trouble | null {
  if (offsetSeconds === null || !isSkewed(offsetSeconds, limits.skewMinutes)) return null;
  return {
    kind: 'clock',
    tone: 'orange',
    says: `时钟${offsetSeconds > 0 ? '快' : '慢'} ${lengthInWords(Math.abs(offsetSeconds) * 1_000)}`,
    cure: '在设备上校准时间，打开自动对时。已收的打卡按设备所记的时间保存，不会挪日子。',
  };
}

function missing({ missingCount }: Standing): Trouble | null {
  if (missingCount === 0) return null;
  return {
    kind: 'missing',
    tone: 'orange',
    says: `缺 ${missingCount} 次打卡`,
    cure: '每次上报都已要求补传。过两三日还缺，请设备厂商重发；真丢了的，给有关的人补录。',
  };
}

function lost({ lostCount }: Standing): Trouble | null {
  if (lostCount === 0) return null;
  return { kind: 'lost', tone: 'orange', says: `近 30 日丢失 ${lostCount} 次打卡`, cure: '设备已声明补不回来。问清那几天谁进出过，给他们补录。' };
}

/** 「12 分钟」「30 小时」「6 天」. */
export function lengthInWords(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 120) return `${minutes} 分钟`;
  return ms < 3 * DAY_MS ? `${Math.floor(ms / HOUR_MS)} 小时` : `${Math.floor(ms / DAY_MS)} 天`;
}
