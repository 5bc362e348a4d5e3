import { refuse, ok, type Result } from '#kernel/result.ts';

/** 接口应用的通道: which language an app speaks with us. */
export type Channel = 'real-name' | 'device' | 'bank' | 'open-api';

export const CHANNELS: Readonly<Record<Channel, { readonly name: string; readonly secretLength: number }>> = {
  // The secret is also the AES-256 key, taken as text: 32 characters.
  'real-name': { name: '实名制接口', secretLength: 32 },
  device: { name: '考勤设备', secretLength: 32 },
  bank: { name: '银行', secretLength: 32 },
  'open-api': { name: '开放接口', secretLength: 40 },
};

export function isChannel(text: string): text is Channel {
  return Object.hasOwn(CHANNELS, text);
}

/** 接口应用: another system that speaks to us as itself, within the enterprise, place or project it belongs to. */
export interface App {
  readonly appid: string;
  readonly channel: Channel;
  readonly name: string;
  readonly regionCode: string;
  readonly enterpriseId: string | null;
  readonly projectId: string | null;
  /** What its channel lets a place choose; each channel reads its own. */
  readonly settings: { readonly [key: string]: unknown };
  readonly ipList: readonly string[];
  readonly perMinute: number;
  readonly scopes: readonly string[];
}

export type NewApp = Omit<App, 'appid'> & { readonly appid?: string | undefined };

/** The two secrets that may be in force at once, so that a key is changed without silence. */
export const SECRETS_AT_ONCE = 2;

/** Refuses an app that is not bounded or not of its form; says which field and what to write. */
export function checkNewApp(app: NewApp): Result<NewApp> {
  if (app.appid !== undefined && !/^[0-9A-Za-z._-]{4,32}$/.test(app.appid)) {
    return refuse({ code: 'app-invalid', says: '应用编号用 4 至 32 位字母、数字、点、横线或下划线。请修改，或留空由系统生成。' });
  }
  if (app.name.trim().length < 2 || app.name.length > 100) return refuse({ code: 'app-invalid', says: '应用名称应为 2 至 100 个字。请修改。' });
  if (!Number.isInteger(app.perMinute) || app.perMinute < 1 || app.perMinute > 100_000) {
    return refuse({ code: 'app-invalid', says: '每分钟请求上限应为 1 至 100000 的整数。请修改。' });
  }
  const wrong = app.ipList.find((one) => !isNetwork(one));
  if (wrong !== undefined) return refuse({ code: 'app-invalid', says: `“${wrong}”不是 IP 地址或网段（例 10.1.2.0/24）。请修改。` });
  return ok(app);
}

/** An IPv4 or IPv6 address, with or without the length of its network. */
export function isNetwork(text: string): boolean {
  const [address = '', length, ...more] = text.split('/');
  if (more.length > 0) return false;
  const v4 = /^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/.test(address);
  const v6 = !v4 && isV6(address);
  if (!v4 && !v6) return false;
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (v4 ? 32 : 128));
}

/** Eight groups of up to four digits, of which one row of noughts may be left out. */
function isV6(address: string): boolean {
  const halves = address.split('::');
  if (halves.length > 2 || !address.includes(':')) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  return halves.length === 2 ? groups.length < 8 : groups.length === 8;
}
