import { z } from 'zod';
import { readAttendanceLog } from '../../../src/modules/prevention/devices/domain/index.ts';
import { readBatch, readMoment } from '../../../src/modules/prevention/devices/server/message.ts';
import type { FuzzTarget, Verdict } from '../fuzz.ts';
import { mutateBytes, mutateJson, mutateText, type Json, NASTY } from '../mutate.ts';

z.config(z.locales.zhCN());

const PUNCH = {
  counter: 7,
  idNumber: '371526199001011235',
  at: '2026-11-22 07:02:04',
  direction: 'in',
  method: 'face',
  photoHash: 'a'.repeat(64),
  lat: 36.86,
  lng: 116.23,
  temperature: 36.5,
};

/** Sound batches of a gate: by number, by the machine's own code, with lost counters, empty. */
export const BATCHES: readonly Json[] = [
  {
    deviceTime: '2026-11-22 07:05:00',
    counterFrom: 7,
    lost: [{ from: 3, to: 4 }],
    punches: [PUNCH, { ...PUNCH, counter: 8, direction: 'out', at: '2026-11-22 19:02:04' }],
  },
  { punches: [{ counter: 9, personCode: 'A-1', at: '2026-11-22T07:02:04+08:00' }] },
  { counterFrom: 10, punches: [] },
];

/** The bytes a gate signed, read; what is let through has whole counters and moments that are some or none. */
const batch: FuzzTarget<Buffer> = {
  name: 'device-batch',
  seeds: BATCHES.map((value) => Buffer.from(JSON.stringify(value))),
  mutate(input, chance) {
    if (chance.happens(0.2)) return mutateBytes(input, chance);
    try {
      const value: Json = JSON.parse(input.toString('utf8'));
      return Buffer.from(JSON.stringify(mutateJson(value, chance)));
    } catch {
      return mutateBytes(input, chance);
    }
  },
  run(input): Verdict {
    const read = readBatch(input);
    if (!read.ok) {
      const { code, says } = read.refusal;
      if (!/\p{Script=Han}/u.test(says) || says.length > 2_000)
        return { came: 'broken', says: `refused without words, or with too many: ${says.slice(0, 200)}` };
      return {
        came: 'refused',
        why: `${code} ${says
          .replace(/\d+/g, '#')
          .replace(/“.*”|".*"/gs, '')
          .slice(0, 60)}`,
      };
    }
    for (const { counter, at, lat, lng, temperature, method = '' } of read.value.punches) {
      if (/[\p{Cc}\p{Cs}]/u.test(method)) return { came: 'broken', says: `method ${JSON.stringify(method)}` };
      if (!Number.isSafeInteger(counter) || counter < 1) return { came: 'broken', says: `counter ${counter}` };
      if (![lat, lng, temperature].every((number) => number === undefined || Number.isFinite(number))) return { came: 'broken', says: 'a place that is none' };
      const moment = readMoment(at);
      if (moment !== null && !/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(moment)) return { came: 'broken', says: `moment ${moment}` };
    }
    return { came: 'taken', why: `${read.value.punches.length === 0} ${read.value.lost.length}` };
  },
  encode: (input) => input.toString('base64'),
  decode: (line) => Buffer.from(line, 'base64'),
};

export const LOGS: readonly string[] = [
  '1\t2026-11-22 07:02:04\t0\t1\t0\t0\n371526199001011235\t2026-11-22 19:02:04\t1\t15\t0\t0\n',
  '23\t2026-11-22 07:02:04\t255\t4\r\n',
];

/** ATTLOG lines: each is a punch or is counted as none; no line is lost and none becomes two. */
const attlog: FuzzTarget<string> = {
  name: 'device-attlog',
  seeds: LOGS,
  mutate: (input, chance) => mutateText(input, chance, [...NASTY, '\t', '\n', '\r', '2026-11-22 07:02:04', '2026-02-30 07:02:04', '\t\t']),
  run(input): Verdict {
    const read = readAttendanceLog(input);
    const lines = input.split(/\r?\n/).filter((line) => line.trim() !== '').length;
    if (read.punches.length + read.unreadable !== lines)
      return { came: 'broken', says: `${lines} lines, ${read.punches.length} + ${read.unreadable} answered for` };
    for (const { pin, at, direction, method } of read.punches) {
      if (!/^[0-9A-Za-z]{1,24}$/.test(pin) || !/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(at)) return { came: 'broken', says: `${pin} ${at}` };
      if (!['in', 'out', 'unknown'].includes(direction) || !/^[0-9A-Za-z_-]{0,10}$/.test(method)) return { came: 'broken', says: `${direction} ${method}` };
    }
    if (read.punches.length === 0) return { came: 'refused', why: String(Math.min(3, read.unreadable)) };
    return { came: 'taken', why: `${read.punches.map((punch) => punch.direction).join()} ${Math.min(3, read.unreadable)}`.slice(0, 40) };
  },
  encode: JSON.stringify,
  decode: (line) => JSON.parse(line),
};

export const targets: readonly (FuzzTarget<Buffer> | FuzzTarget<string>)[] = [batch, attlog];
