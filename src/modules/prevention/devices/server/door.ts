import { createHash } from 'node:crypto';
import { readIdentityNumber } from '#kernel/identifiers/index.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Integration, OpenApp } from '#modules/office/integration/server/index.ts';
import { markDirty } from '#modules/prevention/facts/server/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Store, Tx } from '#platform/db/index.ts';
import { readSignature, type Signature, type SignedRequest, verify } from '#platform/signing/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import { z } from 'zod';
import { type DeviceLimits, pushOptions, readAttendanceLog, USUAL_STATUS } from '../domain/index.ts';
import { type Batch, type BatchPunch, readBatch, readMoment } from './message.ts';
import { NEWS_AFTER, receive } from './receive.ts';
import type { DeviceAnswer, DeviceMessage, DevicePunch } from './spoken.ts';

export interface DoorPorts {
  readonly store: Store;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly integration: Integration;
  /** The limits in force now where the device stands. */
  readonly limitsOf: (regionCode: string) => DeviceLimits;
  /** The real time, which signatures are held against; the product's own clock may be moved. */
  readonly signedAt: () => Date;
}

export interface SignedBatch extends SignedRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
  readonly ip: string;
}

/** A machine of the PUSH protocol: known by the secret part of its address and its serial number alone. */
export interface PushedRequest {
  readonly secret: string;
  readonly serialNo: string;
  readonly ip: string;
}

/** The two doors devices come in by. */
export interface Door {
  /** `POST /device/v1/punches` under the signature of scheme 2. */
  punches(request: SignedBatch): Promise<Result<DeviceAnswer>>;
  /** What a machine asks for when it starts; undefined when the address is nobody's. */
  options(request: PushedRequest): Promise<string | undefined>;
  /** ATTLOG lines; answers how many were understood, undefined when the address is nobody's. */
  attendanceLog(request: PushedRequest, body: string): Promise<Result<number> | undefined>;
  /** Takes a kept batch once more, as if on the day it came: after its gate was registered. Answers what came of it. */
  replay(app: OpenApp, message: { readonly method: string; readonly body: string }): Promise<Result<string>>;
}

const NOT_OURS = { code: 'signature-wrong', says: '应用编号或签名不对。请核对设备的应用编号和密钥。' };
const NO_DEVICE = { code: 'device-not-found', says: '这个应用没有登记为某个项目的考勤设备。请在项目的“考勤设备”里登记设备，填上这个应用编号。' };
const NO_REPLAY = { code: 'replay-refused', says: '这条消息不是设备报的打卡，不能重放。请设备重新上报。' };
/** A thousand punches; more of them at once are a gate's whole memory, which it sends again by itself. */
const MOST_KEPT = 256 * 1024;
/** A refused batch with the moment it came. */
const KEPT = z.object({ heardAt: z.iso.datetime(), body: z.string() });

const HEARD_AGAIN_MS = 10 * 60_000;

export function door(ports: DoorPorts): Door {
  const { store, vault, clock, integration } = ports;
  const memory = new Map<string, string>();
  const askedAt = new Map<string, number>();
  /** Digest of the batch last kept of each app: a gate that is refused sends the same one every half minute for days. */
  const lastKept = new Map<string, string>();

  function keptOf(appid: string, body: Buffer): string | undefined {
    if (body.length > MOST_KEPT) return undefined;
    const digest = createHash('sha256').update(body).digest('hex');
    if (lastKept.get(appid) === digest) return undefined;
    if (lastKept.size > 10_000) lastKept.clear();
    lastKept.set(appid, digest);
    const kept: z.input<typeof KEPT> = { heardAt: clock.now().toISOString(), body: body.toString('utf8') };
    return JSON.stringify(kept);
  }

  /** Who signed. A key that was ended or whose device was disabled still says whose it was. */
  async function whoSigned(request: SignedBatch, signature: Signature): Promise<Result<{ readonly app: OpenApp; readonly isKeyRevoked: boolean }>> {
    const app = await integration.findApp(signature.app);
    const now = ports.signedAt();
    const texts = (one: OpenApp) => one.secrets.map(({ secret }) => secret);
    const signed = app?.channel === 'device' ? verify(request, signature, texts(app), now) : refuse(NOT_OURS);
    if (app !== undefined && signed.ok) return ok({ app, isKeyRevoked: false });
    if (!signed.ok && signed.refusal.code === 'signature-stale') return signed;
    const revoked = await integration.findRevoked(signature.app);
    if (revoked?.channel !== 'device') return refuse(NOT_OURS);
    const late = verify(request, signature, texts(revoked), now);
    return late.ok ? ok({ app: revoked, isKeyRevoked: true }) : late.refusal.code === 'signature-stale' ? late : refuse(NOT_OURS);
  }

  async function logRefused(
    app: OpenApp | null,
    refusal: { readonly code: string; readonly says: string },
    started: number,
    more: { readonly body?: string; readonly cure?: string } = {},
  ): Promise<void> {
    await integration.log({
      ...more,
      appid: app?.appid ?? null,
      channel: 'device',
      direction: 'in',
      method: 'punches',
      outcome: 'refused',
      code: refusal.code,
      cause: refusal.says,
      tookMs: performance.now() - started,
      records: 0,
      projectId: app?.projectId ?? null,
      regionCode: app?.regionCode ?? null,
      enterpriseId: app?.enterpriseId ?? null,
    });
  }

  async function take(app: OpenApp, method: string, message: DeviceMessage, started: number): Promise<Result<DeviceAnswer>> {
    return heard(app, message, clock.now(), async (tx, made) => {
      const { projectId } = app;
      const isDoubtful = made.quarantined > 0 || made.refused > 0;
      await integration.logAsIngest(
        {
          appid: app.appid,
          channel: 'device',
          direction: 'in',
          method,
          outcome: 'ok',
          code: message.isKeyRevoked ? 'revoked-key' : '0',
          ...(isDoubtful && { cause: [...new Set(made.punches.map((one) => one.says))].slice(0, 5).join(''), cure: '请在项目的“考勤设备”里核实。' }),
          summary: { accepted: made.accepted, repeated: made.repeated, quarantined: made.quarantined, refused: made.refused, missing: made.missingCount },
          tookMs: performance.now() - started,
          records: made.accepted,
          projectId,
          regionCode: app.regionCode,
          enterpriseId: app.enterpriseId,
        },
        tx,
      );
    });
  }

  async function heard(app: OpenApp, message: DeviceMessage, at: Date, more: (tx: Tx, made: DeviceAnswer) => Promise<void>): Promise<Result<DeviceAnswer>> {
    const answer =
      app.projectId === null ? undefined : await receive({ store, vault, memory }, app, app.projectId, message, ports.limitsOf(app.regionCode), at, more);
    return answer === undefined ? refuse(NO_DEVICE) : ok(answer);
  }

  async function whoPushes({ secret, serialNo }: PushedRequest): Promise<{ readonly app: OpenApp; readonly isKeyRevoked: boolean } | undefined> {
    if (!/^[0-9A-Za-z_-]{20,64}$/.test(secret)) return undefined;
    const [row] = await store.reading({ role: 'app_job' }, (tx) =>
      tx.query<{ appid: string; serial_no: string }>('select appid, serial_no from prevention.device where push_hash = $1', [pushHash(secret)]),
    );
    if (row === undefined || row.serial_no !== serialNo) return undefined;
    const app = await integration.findApp(row.appid);
    if (app !== undefined) return { app, isKeyRevoked: false };
    const revoked = await integration.findRevoked(row.appid);
    return revoked === undefined ? undefined : { app: revoked, isKeyRevoked: true };
  }

  /** A machine that only asks is alive as well; written down every ten minutes at most. */
  async function hear({ app, isKeyRevoked }: { readonly app: OpenApp; readonly isKeyRevoked: boolean }): Promise<void> {
    const { projectId } = app;
    if (isKeyRevoked || projectId === null) return;
    const now = clock.now();
    if (now.getTime() - (askedAt.get(app.appid) ?? 0) < HEARD_AGAIN_MS) return;
    askedAt.set(app.appid, now.getTime());
    await store.within({ role: 'app_ingest', projectIds: [projectId] }, async (tx) => {
      const [was] = await tx.query<{ is_news: boolean }>(
        `update prevention.device d set heard_at = greatest(d.heard_at, $2::timestamptz) from prevention.device before where d.appid = $1 and before.appid = d.appid
         returning before.heard_at is null or before.heard_at < $2::timestamptz - interval '${NEWS_AFTER}' as is_news`,
        [app.appid, now],
      );
      if (was?.is_news === true) await markDirty(tx, [{ projectId, month: null }], 'device');
    });
  }

  return {
    async punches(request) {
      const started = performance.now();
      const signature = readSignature(request.headers);
      if (!signature.ok) return signature;
      const who = await whoSigned(request, signature.value);
      if (!who.ok) {
        await logRefused((await integration.findApp(signature.value.app)) ?? null, who.refusal, started);
        return who;
      }
      const { app, isKeyRevoked } = who.value;
      // A nonce is not remembered here: the same message again is simply taken again, since each of its punches is known by its
      // counter, which is remembered for good.
      const entered = await integration.enter(app, request.ip);
      const batch = entered.ok ? readBatch(request.body) : entered;
      if (!batch.ok) {
        await logRefused(app, batch.refusal, started);
        return batch;
      }
      const taken = await take(app, 'punches', messageOf(batch.value, isKeyRevoked), started);
      if (!taken.ok) {
        const body = isKeyRevoked ? undefined : keptOf(app.appid, request.body);
        const cure = '登记好以后，设备会自己重报；等不及的，打开保存了正文的消息重放。';
        await logRefused(app, taken.refusal, started, { cure, ...(body !== undefined && { body }) });
      }
      return taken;
    },

    async replay(app, { method, body }) {
      const kept = method === 'punches' ? KEPT.safeParse(jsonOf(body)) : undefined;
      if (kept?.success !== true) return refuse(NO_REPLAY);
      const batch = readBatch(Buffer.from(kept.data.body));
      if (!batch.ok) return batch;
      // Judged by when it came: what was in time then is not late because its cause was mended later. Of the clock of now it says nothing.
      const message = { ...messageOf(batch.value, false), deviceTime: null };
      const done = await heard(app, message, new Date(kept.data.heardAt), async () => undefined);
      if (!done.ok) return done;
      const { accepted, repeated, quarantined, refused } = done.value;
      return ok(`已重放：收下 ${accepted} 次打卡，已有 ${repeated} 次，待核实 ${quarantined} 次，未收 ${refused} 次。`);
    },

    async options(request) {
      const who = await whoPushes(request);
      if (who === undefined) return undefined;
      await hear(who);
      return pushOptions(request.serialNo);
    },

    async attendanceLog(request, body) {
      const started = performance.now();
      const who = await whoPushes(request);
      if (who === undefined) return undefined;
      const entered = await integration.enter(who.app, request.ip);
      if (!entered.ok) {
        await logRefused(who.app, entered.refusal, started);
        return entered.refusal.code === 'ip-not-allowed' ? undefined : refuse(entered.refusal);
      }
      const read = readAttendanceLog(body, statusOf(who.app));
      const punches = read.punches.map(
        (punch): DevicePunch => ({
          counter: null,
          ...(readIdentityNumber(punch.pin).ok ? { identity: punch.pin, code: null } : { identity: null, code: punch.pin }),
          at: punch.at,
          direction: punch.direction,
          method: punch.method === 'manual' ? null : punch.method,
          photoHash: null,
          position: null,
          temperature: null,
        }),
      );
      const answer = await take(who.app, 'ATTLOG', { deviceTime: null, counterFrom: null, lost: [], punches, isKeyRevoked: who.isKeyRevoked }, started);
      // Lines that are none are answered for as well, or the machine would send them for ever.
      return answer.ok ? ok(read.punches.length + read.unreadable) : answer;
    },
  };
}

function messageOf({ deviceTime, counterFrom, lost, punches }: Batch, isKeyRevoked: boolean): DeviceMessage {
  return {
    deviceTime: deviceTime === undefined ? null : readMoment(deviceTime),
    counterFrom: counterFrom ?? null,
    lost,
    punches: punches.map(punchOf),
    isKeyRevoked,
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** 考勤状态 of the machine, where its keeper has set it otherwise. */
function statusOf(app: OpenApp): Readonly<Record<string, string>> {
  const { status } = app.settings;
  if (typeof status !== 'object' || status === null) return USUAL_STATUS;
  return Object.fromEntries(Object.entries(status).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

export function pushHash(secret: string): Buffer {
  return createHash('sha256').update(`push ${secret}`).digest();
}

function punchOf(punch: BatchPunch): DevicePunch {
  return {
    counter: punch.counter,
    identity: punch.idNumber ?? null,
    code: punch.personCode ?? null,
    at: readMoment(punch.at),
    direction: punch.direction,
    method: punch.method ?? null,
    photoHash: punch.photoHash ?? null,
    position: punch.lat === undefined || punch.lng === undefined ? null : { lat: punch.lat, lng: punch.lng },
    temperature: punch.temperature ?? null,
  };
}
