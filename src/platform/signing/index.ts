import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { ok, refuse, type Result } from '#kernel/result.ts';

/**
 * Signing of machine requests, scheme 2: an HMAC over method, address, moment, nonce and the hash of the body as sent, so
 * that body and letter case are protected. `hmac-sha256` for everybody, `hmac-sm3` where national cryptography is asked for.
 */
export type SigningAlgorithm = 'hmac-sha256' | 'hmac-sm3';

const DIGESTS: Readonly<Record<SigningAlgorithm, 'sha256' | 'sm3'>> = { 'hmac-sha256': 'sha256', 'hmac-sm3': 'sm3' };
/** The names of the headers, as a Node server hands them over. */
export const SIGNATURE_HEADERS = {
  app: 'x-anxin-app',
  timestamp: 'x-anxin-timestamp',
  nonce: 'x-anxin-nonce',
  signature: 'x-anxin-signature',
} as const;

/** How far the sender's clock may be off, in seconds; exactly this far is still accepted. */
export const CLOCK_LATITUDE_SECONDS = 300;

export interface SignedRequest {
  readonly method: string;
  /** Path and query exactly as sent. */
  readonly path: string;
  readonly body: Buffer | string;
}

export interface Signature {
  readonly app: string;
  /** Seconds since 1970, as text. */
  readonly timestamp: string;
  /** 8 to 64 letters, digits, `-` or `_`; once in 24 hours. */
  readonly nonce: string;
  /** `hmac-sha256=` or `hmac-sm3=` and 64 hexadecimal digits. */
  readonly signature: string;
}

/** Signs a request; moment and nonce are made unless given. */
export function sign(
  request: SignedRequest,
  key: { readonly app: string; readonly secret: string; readonly algorithm?: SigningAlgorithm },
  made: { readonly at?: Date; readonly nonce?: string } = {},
): Signature {
  const algorithm = key.algorithm ?? 'hmac-sha256';
  const timestamp = String(Math.floor((made.at ?? new Date()).getTime() / 1000));
  const nonce = made.nonce ?? randomBytes(16).toString('hex');
  return { app: key.app, timestamp, nonce, signature: `${algorithm}=${mac(request, key.secret, algorithm, timestamp, nonce)}` };
}

/** The signature as request headers. */
export function signatureHeaders(signature: Signature): Record<string, string> {
  return {
    [SIGNATURE_HEADERS.app]: signature.app,
    [SIGNATURE_HEADERS.timestamp]: signature.timestamp,
    [SIGNATURE_HEADERS.nonce]: signature.nonce,
    [SIGNATURE_HEADERS.signature]: signature.signature,
  };
}

/** Reads the four headers; refuses when one is missing or not of its form. */
export function readSignature(headers: Readonly<Record<string, string | readonly string[] | undefined>>): Result<Signature> {
  const one = (name: string): string => {
    const value = headers[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const app = one(SIGNATURE_HEADERS.app);
  const timestamp = one(SIGNATURE_HEADERS.timestamp);
  const nonce = one(SIGNATURE_HEADERS.nonce);
  const signature = one(SIGNATURE_HEADERS.signature);
  const missing = Object.entries({ app, timestamp, nonce, signature }).find(([, value]) => value === '')?.[0];
  if (missing !== undefined) {
    return refuse({
      code: 'signature-missing',
      says: `请求头缺少 X-Anxin-${missing[0]?.toUpperCase()}${missing.slice(1)}。请按《开放接口》的签名说明补齐四个请求头。`,
    });
  }
  if (!/^\d{1,12}$/.test(timestamp)) return refuse({ code: 'signature-invalid', says: 'X-Anxin-Timestamp 应为 1970 年以来的秒数（整数）。请修改。' });
  if (!/^[0-9A-Za-z_-]{8,64}$/.test(nonce))
    return refuse({ code: 'signature-invalid', says: 'X-Anxin-Nonce 应为 8 至 64 位字母、数字、横线或下划线。请修改。' });
  if (!/^hmac-(sha256|sm3)=[0-9a-f]{64}$/.test(signature)) {
    return refuse({ code: 'signature-invalid', says: 'X-Anxin-Signature 应为 hmac-sha256= 或 hmac-sm3= 加 64 位小写十六进制。请修改。' });
  }
  return ok({ app, timestamp, nonce, signature });
}

/**
 * Whether one of the secrets made this signature, and lately. Answers which secret; compares in constant time. Whether the
 * nonce is new is the caller's to ask.
 */
export function verify(request: SignedRequest, signature: Signature, secrets: readonly string[], now: Date): Result<{ readonly secret: number }> {
  const off = Math.abs(now.getTime() / 1000 - Number(signature.timestamp));
  if (off > CLOCK_LATITUDE_SECONDS) {
    return refuse({
      code: 'signature-stale',
      says: `X-Anxin-Timestamp 与服务器时间相差 ${Math.round(off)} 秒，超过 ${CLOCK_LATITUDE_SECONDS} 秒。请校准发送方的时钟后重发。`,
    });
  }
  const algorithm: SigningAlgorithm = signature.signature.startsWith('hmac-sm3=') ? 'hmac-sm3' : 'hmac-sha256';
  const given = Buffer.from(signature.signature.slice(algorithm.length + 1), 'hex');
  let found = -1;
  for (const [at, secret] of secrets.entries()) {
    const made = Buffer.from(mac(request, secret, algorithm, signature.timestamp, signature.nonce), 'hex');
    if (made.length === given.length && timingSafeEqual(made, given)) found = at;
  }
  if (found === -1) return refuse({ code: 'signature-wrong', says: '签名不对。请核对密钥，以及参加签名的方法、地址、时间、随机数和正文是否与发送的一致。' });
  return ok({ secret: found });
}

function mac(request: SignedRequest, secret: string, algorithm: SigningAlgorithm, timestamp: string, nonce: string): string {
  const digest = DIGESTS[algorithm];
  const body = createHash(digest).update(request.body).digest('hex');
  return createHmac(digest, secret).update(['ANXIN-2', request.method.toUpperCase(), request.path, timestamp, nonce, body].join('\n')).digest('hex');
}
