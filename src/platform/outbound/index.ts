import { lookup as systemLookup } from 'node:dns/promises';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { callbackify } from 'node:util';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import { callableAddress } from './addresses.ts';

/** A call to an address that somebody wrote down: a webhook, a target system. */
export interface OutboundCall {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface OutboundAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

export interface OutboundRefusal extends Refusal {
  /**
   * `address-not-allowed`: never called. `call-unknown`: the request may have arrived, the answer did not.
   * `call-failed`: not arrived, or the answer was too large to be one.
   */
  readonly code: 'address-not-allowed' | 'call-failed' | 'call-unknown';
}

export interface Outbound {
  /** Calls once. Follows no redirect; keeps no connection. */
  call(call: OutboundCall): Promise<Result<OutboundAnswer, OutboundRefusal>>;
  /** What can be said of an address without asking anybody: for the moment it is written down. */
  check(url: string): Result<URL, OutboundRefusal>;
}

export interface OutboundOptions {
  /** Networks of the operator that may be called although they are not public, and without https: `10.1.0.0/16`. */
  readonly openNetworks: readonly string[];
  readonly timeoutMs?: number;
  readonly largestAnswer?: number;
  /** Asks for the addresses of a name. Tests put their own here. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
}

const TIMEOUT_MS = 5_000;
const LARGEST_ANSWER = 1024 * 1024;
const LONGEST_URL = 2_000;

/**
 * The only way out for addresses that people write down. The name is resolved once, inside the connection itself, every
 * address it stands for must be callable, and the connection goes to the very address that was looked at: a name that
 * answers differently the second time gains nothing.
 */
export function outbound(options: OutboundOptions): Outbound {
  const isCallable = callableAddress(options.openNetworks);
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  const largest = options.largestAnswer ?? LARGEST_ANSWER;
  const resolve = options.resolve ?? (async (host: string) => (await systemLookup(host, { all: true, verbatim: true })).map((one) => one.address));

  function check(text: string): Result<URL, OutboundRefusal> {
    if (text.length > LONGEST_URL || !URL.canParse(text)) return notAllowed('地址写得不对。请写完整的网址，例如 https://city.example.cn/hooks/anxin。');
    const url = new URL(text);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return notAllowed('只能用 https 地址。请修改。');
    if (url.username !== '' || url.password !== '') return notAllowed('地址里不能写用户名和密码。请去掉，接收方用签名认出我们。');
    const host = bareHost(url);
    if (isIP(host) === 0) {
      if (url.protocol === 'http:' && options.openNetworks.length === 0) return notAllowed('只能用 https 地址。请修改。');
      // A name without a dot, or one that stands for this machine, is no name of the world.
      if (options.openNetworks.length === 0 && (!host.includes('.') || /(^|\.)(localhost|local|internal|home|lan|arpa)\.?$/i.test(host)))
        return notAllowed(CLOSED);
      return ok(url);
    }
    const { callable, opened } = isCallable(host);
    if (!callable) return notAllowed(CLOSED);
    if (url.protocol === 'http:' && !opened) return notAllowed('只能用 https 地址。请修改。');
    return ok(url);
  }

  /** Hands the connection the addresses of a name, or refuses when one of them is closed. */
  function guardedLookup(isPlain: boolean, refused: (why: string) => void): LookupFunction {
    const findAll = callbackify(resolve);
    return (host, asked, done) => {
      findAll(host, (problem, addresses) => {
        if (problem !== null) return done(new Error('name-not-found'), '', 4);
        const looks = addresses.map((address) => ({ address, ...isCallable(address) }));
        if (looks.length === 0 || looks.some((one) => !one.callable || (isPlain && !one.opened))) {
          refused(looks.length === 0 ? '域名没有对应的地址。请核对。' : looks.every((one) => one.callable) ? '只能用 https 地址。请修改。' : CLOSED);
          return done(new Error('address-not-allowed'), '', 4);
        }
        const found = looks.map(({ address }) => ({ address, family: isIP(address) }));
        if (asked.all === true) return done(null, found);
        return done(null, found[0]?.address ?? '', found[0]?.family ?? 4);
      });
    };
  }

  return {
    check,
    async call({ method, url: text, headers, body }) {
      const checked = check(text);
      if (!checked.ok) return checked;
      const url = checked.value;
      let closedBecause: string | undefined;
      let sent = false;
      const sending = url.protocol === 'https:' ? httpsRequest : httpRequest;
      return new Promise((settle) => {
        const failed = (says: string) => {
          clearTimeout(timer);
          request.destroy();
          settle(closedBecause === undefined ? refuse({ code: sent ? 'call-unknown' : 'call-failed', says }) : notAllowed(closedBecause));
        };
        const request = sending(
          url,
          {
            method,
            headers: { ...headers, ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }) },
            agent: false,
            lookup: guardedLookup(url.protocol === 'http:', (why) => {
              closedBecause = why;
            }),
          },
          (response) => {
            const parts: Buffer[] = [];
            let size = 0;
            response.on('data', (part: Buffer) => {
              size += part.length;
              parts.push(part);
              if (size > largest) failed(`对方的答复超过 ${largest} 字节，已停止接收。`);
            });
            response.on('end', () => {
              clearTimeout(timer);
              settle(ok({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }));
            });
            response.on('error', () => failed('对方的答复没有传完。'));
          },
        );
        const timer = setTimeout(() => failed(`对方 ${timeoutMs / 1000} 秒内没有答复。`), timeoutMs);
        request.on('finish', () => {
          sent = true;
        });
        request.on('error', (problem) => failed(`连不上对方（${codeOf(problem)}）。`));
        request.end(body);
      });
    },
  };
}

const CLOSED = '这个地址在本机、内部网络或保留网段，不能调用。确需调用时，请运维人员在 ANXIN_OUTBOUND_NETWORKS 中开放该网段。';

function notAllowed(says: string): Result<never, OutboundRefusal> {
  return refuse({ code: 'address-not-allowed', says });
}

function bareHost(url: URL): string {
  return url.hostname.startsWith('[') ? url.hostname.slice(1, -1) : url.hostname;
}

function codeOf(problem: Error): string {
  return 'code' in problem && typeof problem.code === 'string' ? problem.code : problem.message.slice(0, 60);
}
