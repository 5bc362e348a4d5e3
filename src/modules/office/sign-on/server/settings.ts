import { z } from 'zod';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import { type ClaimNames, OIDC_CLAIMS } from '../domain/index.ts';

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly clientAuth: 'basic' | 'post';
  readonly scope: string;
  readonly claims: ClaimNames;
  /** The one algorithm its proofs are signed with. */
  readonly alg: string;
}

export interface TicketSettings {
  /** `{back}` stands for where to come back to. */
  readonly loginUrl: string;
  readonly checkUrl: string;
  /** What is posted; `{ticket}` and `{secret}` are filled in. */
  readonly body: Readonly<Record<string, string>>;
  readonly format: 'json' | 'form';
  readonly secret: string;
  readonly parameter: string;
  readonly fields: ClaimNames;
  /** The answer says yes by this field having one of these values. */
  readonly ok: { readonly path: string; readonly values: readonly string[] };
  /** How strongly the person is vouched for, where the place says so. */
  readonly level: { readonly path: string; readonly values: readonly string[] } | null;
  /** The person comes as SM4-CBC in base64 at this path. */
  readonly sm4: { readonly key: string; readonly iv: string; readonly path: string } | null;
}

export interface SignOnSettings {
  /** Where browsers reach the product: what the sign-on sends them back to. */
  readonly publicUrl: string;
  readonly name: string;
  readonly oidc: OidcSettings | null;
  readonly ticket: TicketSettings | null;
}

export interface SignOnRefusal extends Refusal {
  readonly code: 'sign-on-wrong';
}

const NAMES = z.strictObject({
  subject: z.string().min(1).optional(),
  name: z.string().min(1).optional(),
  mobile: z.string().min(1).optional(),
  orgCode: z.string().min(1).optional(),
  orgName: z.string().min(1).optional(),
  post: z.string().min(1).optional(),
});
const TEXTS = z.record(z.string().min(1), z.string());
const SM4 = z.strictObject({ key: z.string().regex(/^[0-9a-f]{32}$/i), iv: z.string().regex(/^[0-9a-f]{32}$/i), path: z.string().min(1) });

/** Signed by a key only the sign-on has. `none` and shared-secret algorithms are not among them. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'RS384', 'PS384', 'ES384', 'RS512', 'PS512', 'ES512', 'Ed25519', 'EdDSA'];

/** Reads the place's sign-on out of the environment, or says what is wrong. Secrets are not repeated. */
export function readSignOn(set: (name: string) => string | undefined): Result<SignOnSettings, SignOnRefusal> {
  const wrong = (says: string) => refuse({ code: 'sign-on-wrong' as const, says });
  const oidc = set('ANXIN_OIDC_ISSUER');
  const ticket = set('ANXIN_TICKET_LOGIN_URL');
  const publicUrl = set('ANXIN_PUBLIC_URL')?.replace(/\/+$/, '') ?? '';
  const base = { publicUrl, name: set('ANXIN_SIGN_ON_NAME') ?? '统一身份认证登录', oidc: null, ticket: null };
  if (oidc === undefined && ticket === undefined) return ok(base);
  if (!isSafeUrl(publicUrl))
    return wrong('用了统一身份认证，就要设环境变量 ANXIN_PUBLIC_URL：浏览器打开本系统的网址，例如 https://anxin.example.gov.cn（https；只有本机可用 http）。');
  const made = { ...base };
  const first = oidc === undefined ? ok(null) : readOidc(oidc, set);
  if (!first.ok) return first;
  const second = ticket === undefined ? ok(null) : readTicket(ticket, set);
  if (!second.ok) return second;
  return ok({ ...made, oidc: first.value, ticket: second.value });
}

function readOidc(issuer: string, set: (name: string) => string | undefined): Result<OidcSettings, SignOnRefusal> {
  const wrong = (says: string) => refuse({ code: 'sign-on-wrong' as const, says });
  if (!isSafeUrl(issuer) || issuer.includes('/.well-known/')) {
    return wrong('环境变量 ANXIN_OIDC_ISSUER 要写签发者的网址（https；只有本机可用 http），不带 /.well-known/…。请改正。');
  }
  const clientId = set('ANXIN_OIDC_CLIENT_ID');
  const clientSecret = set('ANXIN_OIDC_CLIENT_SECRET');
  if (clientId === undefined || clientSecret === undefined) return wrong('设了 ANXIN_OIDC_ISSUER，还要设 ANXIN_OIDC_CLIENT_ID 和 ANXIN_OIDC_CLIENT_SECRET。');
  const clientAuth = set('ANXIN_OIDC_CLIENT_AUTH') ?? 'basic';
  if (clientAuth !== 'basic' && clientAuth !== 'post') return wrong('环境变量 ANXIN_OIDC_CLIENT_AUTH 只能是 basic 或 post。');
  const scope = set('ANXIN_OIDC_SCOPE') ?? 'openid profile';
  if (!scope.split(' ').includes('openid')) return wrong('环境变量 ANXIN_OIDC_SCOPE 里要有 openid。');
  const alg = set('ANXIN_OIDC_ALG') ?? 'RS256';
  if (!ALGORITHMS.includes(alg)) return wrong(`环境变量 ANXIN_OIDC_ALG 不能用。可用：${ALGORITHMS.join(' ')}。`);
  const claims = jsonOf(set('ANXIN_OIDC_CLAIMS') ?? '{}', NAMES);
  if (claims === undefined) return wrong('环境变量 ANXIN_OIDC_CLAIMS 要写成 JSON，名称只能有 subject name mobile orgCode orgName post。');
  return ok({ issuer, clientId, clientSecret, clientAuth, scope, alg, claims: named(claims, OIDC_CLAIMS) });
}

function readTicket(loginUrl: string, set: (name: string) => string | undefined): Result<TicketSettings, SignOnRefusal> {
  const wrong = (says: string) => refuse({ code: 'sign-on-wrong' as const, says });
  if (!isSafeUrl(loginUrl.replace('{back}', 'x')) || !loginUrl.includes('{back}'))
    return wrong('环境变量 ANXIN_TICKET_LOGIN_URL 要写登录页网址，用 {back} 标出回跳地址放在哪里。');
  const checkUrl = set('ANXIN_TICKET_CHECK_URL') ?? '';
  if (!isSafeUrl(checkUrl)) return wrong('环境变量 ANXIN_TICKET_CHECK_URL 要写核验票据的接口网址（https；只有本机可用 http）。');
  const body = jsonOf(set('ANXIN_TICKET_BODY') ?? '{"ticket":"{ticket}"}', TEXTS);
  if (body === undefined || !Object.values(body).some((text) => text.includes('{ticket}')))
    return wrong('环境变量 ANXIN_TICKET_BODY 要写成 JSON，值都是文字，其中一个含 {ticket}。');
  const format = set('ANXIN_TICKET_FORMAT') ?? 'json';
  if (format !== 'json' && format !== 'form') return wrong('环境变量 ANXIN_TICKET_FORMAT 只能是 json 或 form。');
  const fields = jsonOf(set('ANXIN_TICKET_FIELDS') ?? '{}', NAMES);
  if (fields === undefined) return wrong('环境变量 ANXIN_TICKET_FIELDS 要写成 JSON，名称只能有 subject name mobile orgCode orgName post。');
  const accepts = choiceOf(set('ANXIN_TICKET_OK') ?? 'code=0');
  if (accepts === undefined) return wrong('环境变量 ANXIN_TICKET_OK 要写成 字段=值，例如 code=0 或 status=200,ok。');
  const levelText = set('ANXIN_TICKET_LEVEL');
  const level = levelText === undefined ? null : choiceOf(levelText);
  if (level === undefined) return wrong('环境变量 ANXIN_TICKET_LEVEL 要写成 字段=值，例如 data.level=2,3。');
  const sm4Text = set('ANXIN_TICKET_SM4');
  const sm4 = sm4Text === undefined ? null : jsonOf(sm4Text, SM4);
  if (sm4 === undefined) return wrong('环境变量 ANXIN_TICKET_SM4 要写成 JSON：key 和 iv 各 32 位十六进制，path 是密文所在字段。');
  const defaults: ClaimNames = {
    subject: 'data.userId',
    name: 'data.name',
    mobile: 'data.mobile',
    orgCode: 'data.uscc',
    orgName: 'data.orgName',
    post: 'data.post',
  };
  return ok({
    loginUrl,
    checkUrl,
    body,
    format,
    secret: set('ANXIN_TICKET_SECRET') ?? '',
    parameter: set('ANXIN_TICKET_PARAMETER') ?? 'ticket',
    fields: named(fields, defaults),
    ok: accepts,
    level,
    sm4,
  });
}

/** https, and plain http only to the machine itself. */
function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname));
}

function jsonOf<T>(text: string, shape: z.ZodType<T>): T | undefined {
  try {
    return shape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function named(own: z.infer<typeof NAMES>, standard: ClaimNames): ClaimNames {
  return {
    subject: own.subject ?? standard.subject,
    name: own.name ?? standard.name,
    mobile: own.mobile ?? standard.mobile,
    orgCode: own.orgCode ?? standard.orgCode,
    orgName: own.orgName ?? standard.orgName,
    post: own.post ?? standard.post,
  };
}

/** `data.level=2,3` */
function choiceOf(text: string): { readonly path: string; readonly values: readonly string[] } | undefined {
  const at = text.indexOf('=');
  if (at < 1 || at === text.length - 1) return undefined;
  return {
    path: text.slice(0, at).trim(),
    values: text
      .slice(at + 1)
      .split(',')
      .map((one) => one.trim()),
  };
}
