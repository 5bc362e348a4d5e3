import { setTimeout as wait } from 'node:timers/promises';
import { sign, signatureHeaders } from '#platform/signing/index.ts';
import type { Chance } from './random.ts';

/** What a device does that it should not. */
export interface Misbehaviour {
  /** It was offline so many days and sends all of them now; 0 sends today alone. */
  readonly offlineDays: number;
  /** Each message goes out so many times. */
  readonly times: number;
  readonly isShuffled: boolean;
  /** Its clock is ahead by so many minutes, behind when negative. */
  readonly skewMinutes: number;
  /** So many messages more under a key that is not its own. */
  readonly forged: number;
  /** So many counters are never sent. */
  readonly gaps: number;
}

export const WELL_BEHAVED: Misbehaviour = { offlineDays: 0, times: 1, isShuffled: false, skewMinutes: 0, forged: 0, gaps: 0 };

export interface SimulatedDevice {
  readonly url: string;
  readonly appid: string;
  readonly secret: string;
  /** Identity numbers of who passes the gate. */
  readonly people: readonly string[];
  readonly punchesAMessage: number;
  /** Its memory goes on from here. */
  readonly firstCounter: number;
  readonly misbehaviour: Misbehaviour;
  readonly chance: Chance;
}

export interface DeviceReport {
  readonly punches: number;
  readonly messages: number;
  readonly accepted: number;
  readonly repeated: number;
  readonly quarantined: number;
  readonly refused: number;
  readonly forgedRefused: number;
  readonly missing: number;
  readonly nextCounter: number;
}

interface Answer {
  readonly accepted: number;
  readonly repeated: number;
  readonly quarantined: number;
  readonly refused: number;
  readonly missingCount: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** One gate's stay: everybody comes in the morning and goes in the evening of each day it remembers, and it tells. */
export async function simulateDevice(device: SimulatedDevice): Promise<DeviceReport> {
  const { misbehaviour, chance } = device;
  const serverNow = Date.parse((await ask<{ serverTime: string }>(device.url, 'GET', '/device/v1/time')).serverTime);
  const deviceNow = serverNow + misbehaviour.skewMinutes * MINUTE_MS;
  const memory = remembered(device, deviceNow);
  const messages: object[] = [];
  const lostAt = new Set(chance.shuffled(memory.map((_, at) => at)).slice(0, misbehaviour.gaps));
  const held = memory.filter((_, at) => !lostAt.has(at));
  for (let from = 0; from < held.length; from += device.punchesAMessage) {
    const punches = held.slice(from, from + device.punchesAMessage);
    messages.push({ deviceTime: wallClock(deviceNow), counterFrom: punches[0]?.counter, punches });
  }
  const repeated = messages.flatMap((message) => Array.from({ length: misbehaviour.times }, () => message));
  const sent = misbehaviour.isShuffled ? chance.shuffled(repeated) : repeated;
  const sum = { accepted: 0, repeated: 0, quarantined: 0, refused: 0 };
  for (const message of sent) {
    const answer = await send(device, device.secret, message);
    if (answer === null) throw new Error('the key of the device is refused');
    sum.accepted += answer.accepted;
    sum.repeated += answer.repeated;
    sum.quarantined += answer.quarantined;
    sum.refused += answer.refused;
  }
  let forgedRefused = 0;
  for (let n = 0; n < misbehaviour.forged; n += 1) {
    if ((await send(device, 'a key that was never given out 0000', messages[n % messages.length] ?? { punches: [] })) === null) forgedRefused += 1;
  }
  const nextCounter = device.firstCounter + memory.length;
  const last = await send(device, device.secret, { deviceTime: wallClock(deviceNow), counterFrom: nextCounter, punches: [] });
  return { punches: held.length, messages: sent.length, ...sum, forgedRefused, missing: last?.missingCount ?? 0, nextCounter };
}

function remembered(device: SimulatedDevice, deviceNow: number) {
  const punches: { idNumber: string; atMs: number; direction: 'in' | 'out' }[] = [];
  for (let day = device.misbehaviour.offlineDays; day >= 0; day -= 1) {
    const midnight = Date.parse(`${wallClock(deviceNow - day * DAY_MS).slice(0, 10)}T00:00:00+08:00`);
    for (const idNumber of device.people) {
      const spread = () => device.chance.between(0, 40 * 60) * 1_000;
      punches.push({ idNumber, atMs: midnight + 6.5 * 3_600_000 + spread(), direction: 'in' });
      punches.push({ idNumber, atMs: midnight + 18 * 3_600_000 + spread(), direction: 'out' });
    }
  }
  return punches
    .filter((punch) => punch.atMs <= deviceNow)
    .sort((a, b) => a.atMs - b.atMs)
    .map(({ idNumber, atMs, direction }, at) => ({ counter: device.firstCounter + at, idNumber, at: wallClock(atMs), direction, method: 'face' }));
}

function wallClock(ms: number): string {
  return new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

/** Null when the signature was refused. A server too busy to answer is asked again. */
async function send({ url, appid }: SimulatedDevice, secret: string, message: object): Promise<Answer | null> {
  const body = JSON.stringify(message);
  for (let tries = 1; ; tries += 1) {
    // A request under a nonce of its own each time, as a device that heard no answer makes it.
    const headers = {
      ...signatureHeaders(sign({ method: 'POST', path: '/device/v1/punches', body }, { app: appid, secret })),
      'content-type': 'application/json',
    };
    const answer = await fetch(`${url}/device/v1/punches`, { method: 'POST', headers, body });
    if (answer.status === 401) return null;
    if (answer.ok) return readAnswer(await answer.json());
    const text = await answer.text();
    if (answer.status !== 429 && answer.status < 500) throw new Error(text);
    if (tries >= 20) throw new Error(text);
    await wait(tries * 500);
  }
}

function readAnswer(given: unknown): Answer {
  const number = (key: string): number => {
    const value = typeof given === 'object' && given !== null ? Object.entries(given).find(([name]) => name === key)?.[1] : undefined;
    return typeof value === 'number' ? value : 0;
  };
  return {
    accepted: number('accepted'),
    repeated: number('repeated'),
    quarantined: number('quarantined'),
    refused: number('refused'),
    missingCount: number('missingCount'),
  };
}

async function ask<T>(url: string, method: string, path: string): Promise<T> {
  const answer = await fetch(`${url}${path}`, { method });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json() as Promise<T>;
}
