import type { SettingField } from '#modules/office/integration/domain/index.ts';
import { isObject } from './delivery.ts';
import { TIMESTAMP_MINUTES, type TimestampPolicy } from './envelope.ts';
import { findProfile, type Profile, PROFILES } from './profiles.ts';

/** What the keeper of an app may choose for it. What is not written, or is written wrongly, is the strict way. */
export interface AppSettings {
  /** Null: the profile of the address the call came to. */
  readonly profile: Profile | null;
  readonly timestampPolicy: TimestampPolicy;
  readonly timestampMinutes: number;
  /** 兼容明文: fields the protocol wants enciphered may come plain. */
  readonly allowsPlain: boolean;
  readonly refusesUnknownCodes: boolean;
  /** Texts of failed calls repeat whole identity numbers, as the national platform does. */
  readonly unmaskedTexts: boolean;
  /** Enciphered for the vault; the enterprise's own secret, where its messages carry `corpsign`. */
  readonly corpSecretCipher: string | null;
  /** Calls of a place whose contents its keeper has found out, each as a call we know. By name in lower case. */
  readonly opened: ReadonlyMap<string, OpenedMethod>;
}

/** 开放的接口: `{"TempExit.Add": {"as": "WorkerEntryExit.Add", "fields": {"leaveDate": "date"}}}`. */
export interface OpenedMethod {
  readonly as: string;
  /** Their name of a property, in lower case → ours. */
  readonly fields: ReadonlyMap<string, string>;
}

function openedOf(opened: unknown): ReadonlyMap<string, OpenedMethod> {
  const found = new Map<string, OpenedMethod>();
  if (!isObject(opened)) return found;
  for (const [name, one] of Object.entries(opened)) {
    if (!isObject(one) || typeof one['as'] !== 'string') continue;
    const renamed = isObject(one['fields']) ? Object.entries(one['fields']) : [];
    found.set(name.toLowerCase(), {
      as: one['as'],
      fields: new Map(renamed.flatMap(([theirs, ours]) => (typeof ours === 'string' ? [[theirs.toLowerCase(), ours] as const] : []))),
    });
  }
  return found;
}

/** The data of a call under our names; members of its lists likewise. */
export function renamed(data: ReadonlyMap<string, unknown>, fields: ReadonlyMap<string, string>): ReadonlyMap<string, unknown> {
  const named = ([name, value]: readonly [string, unknown]): [string, unknown] => [(fields.get(name.toLowerCase()) ?? name).toLowerCase(), inside(value)];
  const inside = (value: unknown): unknown =>
    Array.isArray(value) ? value.map((member: unknown) => (isObject(member) ? Object.fromEntries(Object.entries(member).map(named)) : member)) : value;
  return new Map([...data].map(named));
}

export function settingsOf(settings: { readonly [key: string]: unknown }): AppSettings {
  const policy = settings['timestampPolicy'];
  const minutes = settings['timestampMinutes'];
  const corp = settings['corpSecretCipher'];
  return {
    profile: findProfile(settings['profile']) ?? null,
    timestampPolicy: policy === 'allowUtc' || policy === 'lax24h' ? policy : 'strict',
    timestampMinutes: typeof minutes === 'number' && minutes >= 1 && minutes <= 60 ? minutes : TIMESTAMP_MINUTES,
    allowsPlain: settings['allowsPlain'] === true,
    refusesUnknownCodes: settings['refusesUnknownCodes'] === true,
    unmaskedTexts: settings['unmaskedTexts'] === true,
    corpSecretCipher: typeof corp === 'string' ? corp : null,
    opened: openedOf(settings['openedMethods']),
  };
}

/** What the vault calls the enterprise secret of an app; its number is added. */
export const CORP_SECRET_PLACE = 'real-name.corp-secret';

/** The settings as their keeper is offered them. */
export const REAL_NAME_SETTINGS: readonly SettingField[] = [
  {
    key: 'profile',
    label: '按哪种接口',
    kind: 'choice',
    usual: '看它连的是哪个地址',
    choices: Object.values(PROFILES).map(({ id, name }) => ({ value: id, name })),
  },
  {
    key: 'timestampPolicy',
    label: '时间戳怎么认',
    hint: '旧客户端时钟不准、发格林尼治时间的，才放宽',
    kind: 'choice',
    usual: '严格',
    choices: [
      { value: 'strict', name: '严格' },
      { value: 'allowUtc', name: '也认格林尼治时间' },
      { value: 'lax24h', name: '一天之内都认，分秒写反也认' },
    ],
  },
  { key: 'timestampMinutes', label: '时间戳最多差几分钟', kind: 'number', least: 1, most: 60, usual: TIMESTAMP_MINUTES },
  { key: 'allowsPlain', label: '应加密的字段也收明文', hint: '只给忘了加密的旧客户端', kind: 'flag' },
  { key: 'refusesUnknownCodes', label: '字典里没有的代码不收', kind: 'flag' },
  { key: 'unmaskedTexts', label: '失败说明里给完整身份证号', hint: '旧客户端要靠它对人时才打开', kind: 'flag' },
  {
    key: 'corpSecret',
    label: '企业密钥（corpSecret）',
    hint: '报文带企业签名（corpsign）的才要',
    kind: 'secret',
    pattern: '[!-~]{8,64}',
    says: '应为 8 至 64 位字母、数字或符号，没有空格',
    place: CORP_SECRET_PLACE,
  },
];
