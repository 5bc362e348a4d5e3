import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isNetwork } from '#modules/office/integration/domain/index.ts';
import { findProfile as findProtocol } from '#modules/prevention/real-name/domain/index.ts';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import { type Channels, NO_CHANNELS, readChannels } from '#modules/office/notifications/server/index.ts';
import { readSignOn, type SignOnSettings } from '#modules/office/sign-on/server/index.ts';

/** Everything an operator can set, read once. Names and meanings are in docs/guides/operate-it.md. */
export interface Config {
  readonly root: string;
  /** ANXIN_DATA: keys, witness, lock files and, when embedded, the database. */
  readonly dataFolder: string;
  /** DATABASE_URL: an owner's connection to a PostgreSQL 15-18; without it the embedded one is started. */
  readonly ownerUrl: string | undefined;
  /** ANXIN_APP_URL: the lesser connection the product serves under. */
  readonly appUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  /** PORT was not given: another free one will do. */
  readonly anyPort: boolean;
  /** ANXIN_DEMO: demo accounts are valid and the day can be moved. */
  readonly isDemo: boolean;
  /** ANXIN_DEMO=people: the demo accounts without the county, for tests that bring their own files. */
  readonly demoCounty: boolean;
  readonly trustProxy: boolean;
  readonly logLevel: string;
  readonly requestsPerMinute: number | undefined;
  /** ANXIN_KEYS, when keys are kept outside the data folder. */
  readonly keys: string | undefined;
  /** ANXIN_OUTBOUND_NETWORKS: networks that webhooks and target systems may be called in although they are not public, `10.1.0.0/16,10.2.3.4`. */
  readonly outboundNetworks: readonly string[];
  /** ANXIN_OPEN_API: more addresses of the real-name interface, `/jinhua/open.api=jinhua,/zhgd/open.api`. */
  readonly realNameAddresses: readonly { readonly path: string; readonly profile: string }[];
  /** ANXIN_PUBLIC_URL: where people outside reach the product, printed as QR codes; without it, as the maker of a document reached it. */
  readonly publicUrl: string | undefined;
  /** ANXIN_PROFILE: whose parameters hold. */
  readonly profile: string;
  /** ANXIN_CHANNELS: the file that says how messages leave the product; without it they stay in the outbox. */
  readonly channels: Channels;
  /** ANXIN_OIDC_… and ANXIN_TICKET_…: the sign-on of the place, when there is one. */
  readonly signOn: SignOnSettings;
}

export interface ConfigRefusal extends Refusal {
  readonly code: 'config-wrong';
}

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const DEFAULT_PORT = 8080;
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

export function readConfig(env: NodeJS.ProcessEnv, defaults: { readonly demo: boolean }): Result<Config, ConfigRefusal> {
  const wrong = (says: string) => refuse({ code: 'config-wrong' as const, says });
  const set = (name: string) => (env[name] === undefined || env[name] === '' ? undefined : env[name]);

  const port = Number(set('PORT') ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65535) return wrong(`环境变量 PORT=${set('PORT')} 不是端口号。请设为 1 至 65535 的整数。`);
  const onlyPeople = set('ANXIN_DEMO') === 'people';
  const demo = onlyPeople || switchOf(set('ANXIN_DEMO'), defaults.demo);
  if (demo === undefined) return wrong(`环境变量 ANXIN_DEMO=${set('ANXIN_DEMO')} 看不懂。请设为 on、off 或 people。`);
  const trustProxy = switchOf(set('ANXIN_TRUST_PROXY'), false);
  if (trustProxy === undefined) return wrong(`环境变量 ANXIN_TRUST_PROXY=${set('ANXIN_TRUST_PROXY')} 看不懂。请设为 on 或 off。`);
  for (const name of ['DATABASE_URL', 'ANXIN_APP_URL']) {
    const url = set(name);
    // The value itself is not told: it holds a password.
    if (url !== undefined && !/^postgres(ql)?:\/\//.test(url)) return wrong(`环境变量 ${name} 要写成 postgres://用户:密码@主机:5432/库名。请改正。`);
  }
  const logLevel = set('ANXIN_LOG') ?? 'info';
  if (!LEVELS.includes(logLevel)) return wrong(`环境变量 ANXIN_LOG=${logLevel} 不是日志级别。可用：${LEVELS.join(' ')}。`);
  const requests = set('ANXIN_REQUESTS_PER_MINUTE');
  if (requests !== undefined && !/^[1-9]\d{0,8}$/.test(requests)) return wrong(`环境变量 ANXIN_REQUESTS_PER_MINUTE=${requests} 要是正整数。`);

  const outboundNetworks = (set('ANXIN_OUTBOUND_NETWORKS') ?? '').split(/[,\s]+/).filter((one) => one !== '');
  const wrongNetwork = outboundNetworks.find((one) => !isNetwork(one));
  if (wrongNetwork !== undefined) return wrong(`环境变量 ANXIN_OUTBOUND_NETWORKS 中的“${wrongNetwork}”不是 IP 地址或网段（例 10.1.2.0/24）。`);
  const channels = channelsAt(set('ANXIN_CHANNELS'), env);
  if (!channels.ok) return wrong(channels.refusal.says);
  const signOn = readSignOn(set);
  if (!signOn.ok) return wrong(signOn.refusal.says);

  const realNameAddresses = (set('ANXIN_OPEN_API') ?? '')
    .split(/[,\s]+/)
    .filter((one) => one !== '')
    .map((one) => ({ path: one.split('=')[0] ?? '', profile: one.split('=')[1] ?? 'national' }));
  const wrongAddress = realNameAddresses.find(
    ({ path, profile }) => !/^\/[\w./-]{1,100}$/.test(path) || path.startsWith('/api/') || findProtocol(profile) === undefined,
  );
  if (wrongAddress !== undefined) {
    return wrong(
      `环境变量 ANXIN_OPEN_API 中的“${wrongAddress.path}=${wrongAddress.profile}”看不懂。请写成 /地址=方言，方言是 national、hangzhou、jinhua 或 fujian。`,
    );
  }
  const publicUrl = set('ANXIN_PUBLIC_URL');
  if (publicUrl !== undefined && !/^https?:\/\/[^\s/]+$/.test(publicUrl))
    return wrong(`环境变量 ANXIN_PUBLIC_URL=${publicUrl} 要写成 https://域名，后面不带斜杠。`);

  return ok({
    root: ROOT,
    dataFolder: resolve(set('ANXIN_DATA') ?? join(ROOT, '.anxin')),
    ownerUrl: set('DATABASE_URL'),
    appUrl: set('ANXIN_APP_URL'),
    host: set('ANXIN_HOST') ?? '127.0.0.1',
    port,
    anyPort: set('PORT') === undefined,
    isDemo: demo,
    demoCounty: demo && !onlyPeople,
    trustProxy,
    logLevel,
    requestsPerMinute: requests === undefined ? undefined : Number(requests),
    keys: set('ANXIN_KEYS'),
    outboundNetworks,
    realNameAddresses,
    publicUrl,
    profile: set('ANXIN_PROFILE') ?? 'gaotang-371526',
    channels: channels.value,
    signOn: signOn.value,
  });
}

function channelsAt(path: string | undefined, env: NodeJS.ProcessEnv): Result<Channels> {
  if (path === undefined) return ok(NO_CHANNELS);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return refuse({ code: 'config-wrong', says: `环境变量 ANXIN_CHANNELS=${path} 指的文件读不到。请检查路径和权限。` });
  }
  return readChannels(text, env);
}

function switchOf(text: string | undefined, standard: boolean): boolean | undefined {
  if (text === undefined) return standard;
  if (['on', '1', 'true', 'yes'].includes(text.toLowerCase())) return true;
  return ['off', '0', 'false', 'no'].includes(text.toLowerCase()) ? false : undefined;
}
