import { z } from 'zod';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import { type Channel, isChannel, type MessageKind, type Template, templateFaults, TEMPLATES } from '../domain/index.ts';
import type { Adapter } from './adapters/adapter.ts';
import { aliyunSms } from './adapters/aliyun-sms.ts';
import { dingtalkRobot } from './adapters/dingtalk-robot.ts';
import { email } from './adapters/email.ts';
import { govDingtalk } from './adapters/gov-dingtalk.ts';
import { govSms } from './adapters/gov-sms.ts';
import { tencentSms } from './adapters/tencent-sms.ts';
import { wechat } from './adapters/wechat.ts';

/** A group with a robot, and whose matters it hears of. */
export interface Group {
  readonly name: string;
  readonly regionCode: string;
}

/** Everything about ways out, read once at the start. */
export interface Channels {
  readonly adapters: ReadonlyMap<Channel, Adapter>;
  readonly templates: readonly Template[];
  readonly groups: readonly Group[];
  /** Messages to one number a day. */
  readonly dailyCap: Readonly<Record<Channel, number>>;
  /** The secret part of the address receipts come to, by channel. Without one none are taken. */
  readonly receiptTokens: ReadonlyMap<Channel, string>;
}

export interface ChannelsRefusal extends Refusal {
  readonly code: 'channels-wrong';
}

const text = z.string().min(1).max(500);
const url = z.url({ protocol: /^https?$/ });
/** A secret stands in the environment, and its name in the file; a file that is copied about tells nothing. */
const secret = z.union([text, z.object({ env: z.string().regex(/^[A-Z][A-Z0-9_]*$/) })]);

const SLOT = z.object({
  name: z.string().regex(/^\w{1,40}$/),
  value: z.union([z.enum(['matters', 'reference', 'code', 'at']), z.object({ fixed: z.string().max(100) })]),
});
const TEMPLATE = z.object({ id: z.string().max(100).optional(), subject: text.optional(), text: text.optional(), slots: z.array(SLOT).max(20).optional() });
const ADAPTED = z.partialRecord(z.enum(['urgent', 'todo', 'progress', 'code']), TEMPLATE);
const common = { templates: ADAPTED.default({}), dailyCap: z.number().int().min(1).max(1000).optional(), receiptToken: secret.optional() };

const NAMES = z
  .object({ account: text, digest: text, timestamp: text, mobile: text, content: text, extension: text, outId: text })
  .default({ account: 'account', digest: 'password', timestamp: 'timestamp', mobile: 'mobile', content: 'content', extension: 'extCode', outId: 'msgId' });

const SMS = z.discriminatedUnion('style', [
  z.strictObject({
    style: z.literal('aliyun'),
    url: url.default('https://dysmsapi.aliyuncs.com/'),
    accessKeyId: secret,
    accessKeySecret: secret,
    signName: text,
    regionId: text.default('cn-hangzhou'),
    ...common,
  }),
  z.strictObject({
    style: z.literal('tencent'),
    url: url.default('https://sms.tencentcloudapi.com/'),
    secretId: secret,
    secretKey: secret,
    sdkAppId: text,
    signName: text,
    region: text.default('ap-guangzhou'),
    ...common,
  }),
  z.strictObject({
    style: z.literal('government'),
    url,
    account: text,
    password: secret,
    extension: z.string().max(20).default(''),
    digest: z.enum(['md5', 'sha256', 'sm3']).default('sm3'),
    digestOf: z
      .array(z.enum(['account', 'password', 'timestamp', 'mobile']))
      .min(2)
      .default(['account', 'password', 'timestamp']),
    format: z.enum(['json', 'form']).default('json'),
    names: NAMES,
    codePath: text.default('code'),
    idPath: text.default('data.msgId'),
    okCodes: z.array(z.string()).min(1).default(['0']),
    laterCodes: z.array(z.string()).default([]),
    ...common,
  }),
]);

const WECHAT = z.strictObject({
  url: url.default('https://api.weixin.qq.com'),
  appId: text,
  appSecret: secret,
  page: text.default('pages/index/index'),
  miniprogramState: z.enum(['developer', 'trial', 'formal']).default('formal'),
  ...common,
});

const FILE = z.strictObject({
  sms: SMS.optional(),
  'wechat-mini': WECHAT.optional(),
  'wechat-official': WECHAT.optional(),
  'gov-dingtalk': z
    .strictObject({
      url,
      path: z.string().startsWith('/').default('/message/workNotification'),
      appKey: text,
      appSecret: secret,
      tenantId: text,
      ip: text.default('127.0.0.1'),
      mac: text.default('00:00:00:00:00:00'),
      ...common,
    })
    .optional(),
  'dingtalk-robot': z
    .strictObject({
      groups: z
        .array(z.strictObject({ name: text, regionCode: z.string().regex(/^\d{2,12}$/), webhook: secret, secret }))
        .min(1)
        .max(200),
      ...common,
    })
    .optional(),
  email: z
    .strictObject({
      host: text,
      port: z.number().int().min(1).max(65535),
      security: z.enum(['tls', 'starttls', 'plain']).default('tls'),
      user: z.string().max(200).default(''),
      password: secret.optional(),
      from: text,
      ...common,
    })
    .optional(),
});

/** A number that gets more a day is being misused, or the matters should be looked at in the product. */
const DAILY_CAP: Readonly<Record<Channel, number>> = {
  sms: 10,
  'wechat-mini': 20,
  'wechat-official': 20,
  'gov-dingtalk': 50,
  'dingtalk-robot': 200,
  email: 50,
};

/** No way out: everything stays in the outbox. */
export const NO_CHANNELS: Channels = { adapters: new Map(), templates: TEMPLATES, groups: [], dailyCap: DAILY_CAP, receiptTokens: new Map() };

/** Reads what an operator wrote (docs/guides/notify.md), or says in Chinese what is wrong with it. Values are not repeated: some are secrets. */
export function readChannels(json: string, env: Readonly<Record<string, string | undefined>>): Result<Channels, ChannelsRefusal> {
  const wrong = (says: string) => refuse({ code: 'channels-wrong' as const, says: `通知通道的配置文件有误：${says}` });
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch {
    return wrong('不是有效的 JSON。请检查逗号和引号。');
  }
  const parsed = FILE.safeParse(raw);
  if (!parsed.success) {
    const places = parsed.error.issues
      .slice(0, 5)
      .map((issue) => `${issue.path.join('.') || '文件'} ${issue.code === 'unrecognized_keys' ? '有不认识的名称' : '不对或没有写'}`);
    return wrong(`${places.join('；')}。请对照说明改正。`);
  }
  const missing = new Set<string>();
  const open = (value: z.infer<typeof secret> | undefined): string => {
    if (value === undefined || typeof value === 'string') return value ?? '';
    const found = env[value.env];
    if (found === undefined || found === '') missing.add(value.env);
    return found ?? '';
  };
  const file = parsed.data;
  const adapters = new Map<Channel, Adapter>();
  if (file.sms !== undefined) adapters.set('sms', smsAdapter(file.sms, open));
  for (const account of ['mini', 'official'] as const) {
    const one = file[`wechat-${account}`];
    if (one !== undefined) adapters.set(`wechat-${account}`, wechat({ ...one, appSecret: open(one.appSecret), account }));
  }
  const gov = file['gov-dingtalk'];
  if (gov !== undefined) adapters.set('gov-dingtalk', govDingtalk({ ...gov, appSecret: open(gov.appSecret) }));
  const robots = file['dingtalk-robot']?.groups ?? [];
  if (robots.length > 0) {
    adapters.set(
      'dingtalk-robot',
      dingtalkRobot({ groups: Object.fromEntries(robots.map((one) => [one.name, { webhook: open(one.webhook), secret: open(one.secret) }])) }),
    );
  }
  if (file.email !== undefined) adapters.set('email', email({ ...file.email, password: open(file.email.password) }));
  if (robots.some((one) => !URL.canParse(open(one.webhook)))) return wrong('dingtalk-robot 有 webhook 不是网址。');

  const set = (channel: Channel) => file[channel];
  const templates = TEMPLATES.map((shipped): Template => adapted(shipped, set(shipped.channel)?.templates[shipped.kind]));
  const faults = [...templateFaults(templates), ...withoutId(templates, file)];
  if (missing.size > 0) return wrong(`没有设置环境变量 ${[...missing].join('、')}。`);
  if (faults.length > 0) return wrong(faults.join(' '));
  const receiptTokens = new Map<Channel, string>();
  const dailyCap: Record<Channel, number> = { ...DAILY_CAP };
  for (const channel of Object.keys(file).filter(isChannel)) {
    const token = open(set(channel)?.receiptToken);
    if (token !== '' && token.length < SHORTEST_TOKEN) return wrong(`${channel}.receiptToken 太短，至少 ${SHORTEST_TOKEN} 个字符，不然别人猜得到回执地址。`);
    if (token !== '') receiptTokens.set(channel, token);
    dailyCap[channel] = set(channel)?.dailyCap ?? DAILY_CAP[channel];
  }
  return ok({ adapters, templates, groups: robots.map(({ name, regionCode }) => ({ name, regionCode })), dailyCap, receiptTokens });
}

const SHORTEST_TOKEN = 24;

function smsAdapter(sms: z.infer<typeof SMS>, open: (value: z.infer<typeof secret>) => string): Adapter {
  switch (sms.style) {
    case 'aliyun':
      return aliyunSms({ ...sms, accessKeyId: open(sms.accessKeyId), accessKeySecret: open(sms.accessKeySecret) });
    case 'tencent':
      return tencentSms({ ...sms, secretId: open(sms.secretId), secretKey: open(sms.secretKey) });
    case 'government':
      return govSms({ ...sms, password: open(sms.password) });
  }
}

function adapted(shipped: Template, own: z.infer<typeof TEMPLATE> | undefined): Template {
  if (own === undefined) return shipped;
  return { ...shipped, id: own.id ?? shipped.id, subject: own.subject ?? shipped.subject, text: own.text ?? shipped.text, slots: own.slots ?? shipped.slots };
}

const NEEDS_ID: readonly Channel[] = ['wechat-mini', 'wechat-official'];

/** Vendors that hold the words themselves know a template by its number; without it nothing could be sent. */
function withoutId(templates: readonly Template[], file: z.infer<typeof FILE>): string[] {
  const kinds = (channel: Channel): MessageKind[] =>
    templates.filter((one) => one.channel === channel && one.id === '' && one.kind !== 'code').map((one) => one.kind);
  const channels = NEEDS_ID.filter((channel) => file[channel] !== undefined);
  const needing: readonly Channel[] = file.sms !== undefined && file.sms.style !== 'government' ? [...channels, 'sms'] : channels;
  return needing.flatMap((channel) =>
    kinds(channel).length === 0 ? [] : [`${channel} 的模板 ${kinds(channel).join('、')} 没有写平台给的模板编号（templates.<种类>.id）。`],
  );
}
