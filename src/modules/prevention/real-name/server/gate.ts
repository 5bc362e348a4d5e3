import { createHash, timingSafeEqual } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Integration, OpenApp } from '#modules/office/integration/server/index.ts';
import type { Store } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import {
  type Answer,
  type AppSettings,
  type Code,
  CORP_SECRET_PLACE,
  type Envelope,
  failed,
  findProfile,
  type Method,
  NATIONAL,
  type Profile,
  readEnvelope,
  readTimestamp,
  settingsOf,
  type TimestampReading,
} from '../domain/index.ts';
import { encipher, isSignedWith, isUsableSecret } from './cipher.ts';

/** One call as it came. */
export interface Call {
  readonly parameters: ReadonlyMap<string, string>;
  readonly ip: string;
  /** Of the address it came to. */
  readonly profile: Profile;
}

/** A call whose sender is who it says. */
export interface Known {
  readonly envelope: Envelope;
  readonly app: OpenApp;
  readonly secret: string;
  readonly settings: AppSettings;
  readonly profile: Profile;
  /** Null when nothing came: a kept message is taken once more. */
  readonly timestampReading: TimestampReading | null;
}

export type Checked = { readonly is: 'known'; readonly known: Known } | { readonly is: 'refused'; readonly answer: Answer; readonly appid: string | null };

export interface Gate {
  /** Envelope, app, signature and clock. */
  check(call: Call, now: string): Promise<Checked>;
  /** Address, rate and replay. */
  admit(known: Known, call: Call, method: Method): Promise<{ readonly is: 'fresh' } | { readonly is: 'answered'; readonly answer: Answer }>;
  nonceOf(envelope: Envelope): string;
}

/** A second one is answered when the first is: at most this long after. */
const WAIT_MS = 8_000;
const LOOK_MS = 100;

export function gate({ integration, store, vault }: { readonly integration: Integration; readonly store: Store; readonly vault: Vault }): Gate {
  return {
    async check(call, now) {
      const read = readEnvelope(call.parameters);
      if (!read.ok) return refused('-1', read.says, null);
      const { envelope } = read;
      const app = await integration.findApp(envelope.appid);
      if (app === undefined || app.channel !== 'real-name') {
        if (app === undefined && (await isDisabled(store, envelope.appid))) return refused('-3', '无API访问权限:应用已停用', envelope.appid);
        return refused('-1', '请求参数无效:appid无效!', null);
      }
      const secret = app.secrets.map((one) => one.secret).find((one) => isUsableSecret(one) && isSignedWith(call.parameters, one));
      if (secret === undefined) return refused('-2', '签名校验错误', app.appid);
      const settings = settingsOf(app.settings);
      const profile = settings.profile ?? findProfile(call.profile.id) ?? NATIONAL;
      if (!isCorpSigned(envelope, secret, settings, profile, app, vault)) return refused('-2', '签名校验错误:corpsign无效', app.appid);
      const timestampReading = readTimestamp(envelope.timestamp, now, settings.timestampPolicy, settings.timestampMinutes);
      if (timestampReading === 'refused') return refused('-2', '签名校验错误:timestamp超出允许范围', app.appid);
      return { is: 'known', known: { envelope, app, secret, settings, profile, timestampReading } };
    },

    async admit({ app, envelope, settings }, call, method) {
      const arrival = { ip: call.ip, nonce: nonceOf(envelope), digest: digestOf(call.parameters) };
      for (const until = Date.now() + WAIT_MS; ; ) {
        const admission = await integration.admit(app, arrival);
        if (admission.is === 'fresh') return admission;
        if (admission.is === 'refused') {
          const { code } = admission.refusal;
          if (code === 'ip-not-allowed') return { is: 'answered', answer: failed('-4', 'IP校验错误') };
          if (code === 'too-many-requests') return { is: 'answered', answer: failed('-5', '访问超过限制') };
          if (method.kind === 'query' && settings.timestampPolicy === 'lax24h') return { is: 'fresh' };
          return { is: 'answered', answer: failed('-2', '签名校验错误:nonce重复') };
        }
        // Some pollers send one question again and again; the strict way takes that for a replay.
        if (method.kind === 'query') {
          return settings.timestampPolicy === 'lax24h' ? { is: 'fresh' } : { is: 'answered', answer: failed('-2', '签名校验错误:nonce重复') };
        }
        const kept = keptAnswer(admission.answer);
        if (kept !== null) return { is: 'answered', answer: kept };
        if (Date.now() > until) return { is: 'answered', answer: failed('9999', '正在处理,请稍后用相同的请求重试') };
        await wait(LOOK_MS);
      }
    },
    nonceOf,
  };
}

function refused(code: Exclude<Code, '0'>, message: string, appid: string | null): Checked {
  return { is: 'refused', answer: failed(code, message), appid };
}

async function isDisabled(store: Store, appid: string): Promise<boolean> {
  return (
    (await store.reading({ role: 'app_job' }, (tx) => tx.query("select from exchange.app where appid = $1 and channel = 'real-name'", [appid]))).length > 0
  );
}

/** Six digits, as many clients have them, come again by chance within a day: with their second they do not. */
function nonceOf({ nonce, timestamp }: Envelope): string {
  return nonce.length >= 16 ? nonce : `${nonce}.${timestamp}`;
}

/** Of everything as received, except the signature and a secret sent by mistake. */
function digestOf(parameters: ReadonlyMap<string, string>): Buffer {
  const said = [...parameters].filter(([name]) => name !== 'sign' && name !== 'appsecret').sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(said)).digest();
}

function isCorpSigned(envelope: Envelope, secret: string, settings: AppSettings, profile: Profile, app: OpenApp, vault: Vault): boolean {
  if (settings.corpSecretCipher === null) return true;
  if (envelope.corpsign === '') return profile.corpSign !== 'required';
  const corpSecret = vault.decrypt(Buffer.from(settings.corpSecretCipher, 'base64'), corpSecretPlace(app.appid));
  const right = Buffer.from(encipher(`${corpSecret}${envelope.timestamp}`, secret));
  const sent = Buffer.from(envelope.corpsign.replace(/\s+/g, ''));
  return sent.length === right.length && timingSafeEqual(sent, right);
}

export function corpSecretPlace(appid: string): string {
  return `${CORP_SECRET_PLACE}:${appid}`;
}

function keptAnswer(kept: unknown): Answer | null {
  if (typeof kept !== 'object' || kept === null || !('code' in kept) || !('message' in kept) || !('data' in kept)) return null;
  const { code, message, data } = kept;
  if (typeof message !== 'string') return null;
  const known = (['0', '-1', '-2', '-3', '-4', '-5', '9999'] as const).find((one) => one === code);
  if (known === undefined) return null;
  const serial =
    typeof data === 'object' && data !== null && 'requestSerialCode' in data && typeof data.requestSerialCode === 'string' ? data.requestSerialCode : null;
  return { code: known, message, data: serial === null ? null : { requestSerialCode: serial } };
}
