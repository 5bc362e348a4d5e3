import { dayNumber, parseCivilDate } from '#kernel/civil-date.ts';

/** The parameters every call has; `data` stays the text it came as, because the signature is over that text. */
export interface Envelope {
  readonly method: string;
  readonly version: string;
  readonly appid: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly data: string;
  readonly corpsign: string;
  readonly sign: string;
  /** The sender gave its secret away: to be told to whoever keeps the app, never to be written down. */
  readonly sentSecret: boolean;
}

export type EnvelopeReading = { readonly ok: true; readonly envelope: Envelope } | { readonly ok: false; readonly says: string };

const LENGTHS: Readonly<Record<string, number>> = { method: 60, version: 10, appid: 64, timestamp: 14, nonce: 64, format: 10, sign: 128, corpsign: 200 };

export function readEnvelope(parameters: ReadonlyMap<string, string>): EnvelopeReading {
  const take = (name: string) => parameters.get(name) ?? '';
  const faults = ['method', 'version', 'appid', 'timestamp', 'nonce', 'data', 'sign'].filter((name) => take(name) === '').map((name) => `[${name}]不能为空!`);
  for (const [name, most] of Object.entries(LENGTHS)) if (take(name).length > most) faults.push(`[${name}]长度不能超过${most}!`);
  if (faults.length === 0 && !/^\d{14}$/u.test(take('timestamp'))) faults.push('[timestamp]格式不正确!');
  if (!/^(json)?$/iu.test(take('format'))) faults.push('[format]值不正确,目前只支持json!');
  // What ends up in keys of the database may hold no character it refuses.
  for (const name of ['appid', 'nonce', 'method']) if (/[^\u0020-\u007e]/u.test(take(name))) faults.push(`[${name}]格式不正确!`);
  if (faults.length > 0) return { ok: false, says: faults.join(';') };
  return {
    ok: true,
    envelope: {
      method: take('method').trim(),
      version: take('version'),
      appid: take('appid'),
      timestamp: take('timestamp'),
      nonce: take('nonce'),
      data: take('data'),
      corpsign: take('corpsign'),
      sign: take('sign'),
      sentSecret: parameters.has('appsecret'),
    },
  };
}

/**
 * What is signed: every parameter but the signature and a secret sent by mistake, empty ones left out, sorted by name,
 * joined as they were decoded, the secret at the end, all in lower case. Weakness of the protocol: letter case is not protected.
 *
 * `ascii`: only A to Z made small, as `strtolower` of PHP 8 does it; it differs where the data has wide or Greek letters in it.
 */
export function signedText(parameters: ReadonlyMap<string, string>, secret: string, lower: 'all' | 'ascii' = 'all'): string {
  const parts = [...parameters]
    .filter(([name, value]) => name !== 'sign' && name !== 'appsecret' && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`);
  const text = [...parts, `appsecret=${secret}`].join('&');
  return lower === 'all' ? text.toLowerCase() : text.replace(/[A-Z]+/gu, (letters) => letters.toLowerCase());
}

/** 时间戳策略: how an app's clock may be off. */
export type TimestampPolicy = 'strict' | 'allowUtc' | 'lax24h';

export type TimestampReading = 'strict' | 'utc' | 'swapped' | 'within-a-day' | 'refused';

/** Ten minutes either way; exactly ten is still accepted. */
export const TIMESTAMP_MINUTES = 10;
const DAY_MINUTES = 1440;
const UTC_MINUTES = 480;

/**
 * Whether a timestamp `yyyyMMddHHmmss` is near enough to now (`YYYY-MM-DD HH:MM:SS`, China), and by which reading: some
 * clients in the field send UTC, some write the seconds before the minutes, some use their first timestamp again for a while.
 */
export function readTimestamp(timestamp: string, now: string, policy: TimestampPolicy, latitude = TIMESTAMP_MINUTES): TimestampReading {
  const at = secondsOf(timestamp);
  const here = secondsOf(now.replace(/[^0-9]/gu, ''));
  if (at === null || here === null) {
    return policy === 'lax24h' && here !== null && nearSwapped(timestamp, here, latitude) ? 'swapped' : 'refused';
  }
  const off = Math.abs(here - at);
  if (off <= latitude * 60) return 'strict';
  if (policy === 'strict') return 'refused';
  if (Math.abs(here - UTC_MINUTES * 60 - at) <= latitude * 60) return 'utc';
  if (policy === 'allowUtc') return 'refused';
  if (nearSwapped(timestamp, here, latitude)) return 'swapped';
  return off <= DAY_MINUTES * 60 ? 'within-a-day' : 'refused';
}

function nearSwapped(timestamp: string, here: number, latitude: number): boolean {
  const swapped = secondsOf(`${timestamp.slice(0, 10)}${timestamp.slice(12, 14)}${timestamp.slice(10, 12)}`);
  return swapped !== null && Math.abs(here - swapped) <= latitude * 60;
}

/** Seconds since 1970 of a wall clock that has no summer time; null when it is no moment. */
function secondsOf(digits: string): number | null {
  if (!/^\d{14}$/u.test(digits)) return null;
  const [year, month, day, hour, minute, second] = [
    digits.slice(0, 4),
    digits.slice(4, 6),
    digits.slice(6, 8),
    digits.slice(8, 10),
    digits.slice(10, 12),
    digits.slice(12, 14),
  ].map(Number);
  const on = parseCivilDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`);
  if (on === null || year === undefined || month === undefined || day === undefined) return null;
  if (hour === undefined || minute === undefined || second === undefined || hour > 23 || minute > 59 || second > 59) return null;
  return dayNumber(on) * 86_400 + hour * 3600 + minute * 60 + second;
}
