import type { Channel, MessageKind, MessageState, PersonalChannel, WantedKind } from './wire.ts';

/** 通道: what people call it and what an address on it looks like. */
interface ChannelPolicy {
  readonly name: string;
  /** Asked of the person, null when the channel reaches a group. */
  readonly address: { readonly label: string; readonly pattern: RegExp; readonly says: string } | null;
  /** A code proves that the address is the person's own; where the other platform vouches for it none is needed. */
  readonly proof: 'code' | 'platform';
}

export const CHANNELS: Readonly<Record<Channel, ChannelPolicy>> = {
  sms: { name: '短信', address: { label: '手机号', pattern: /^1[3-9]\d{9}$/, says: '手机号是 11 位数字，以 1 开头' }, proof: 'code' },
  email: {
    name: '电子邮件',
    address: { label: '邮箱地址', pattern: /^[^\s@<>,;"]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i, says: '邮箱地址写成 名字@单位.cn 的样子' },
    proof: 'code',
  },
  'gov-dingtalk': {
    name: '政务钉钉',
    address: { label: '政务钉钉用户编号', pattern: /^[\w.-]{1,64}$/, says: '用户编号由政务钉钉管理员提供，只有字母、数字、点和横线' },
    proof: 'code',
  },
  'wechat-mini': {
    name: '微信小程序',
    address: { label: '小程序用户标识', pattern: /^[\w-]{10,64}$/, says: '用户标识由小程序提供，不用手填' },
    proof: 'platform',
  },
  'wechat-official': {
    name: '微信公众号',
    address: { label: '公众号用户标识', pattern: /^[\w-]{10,64}$/, says: '用户标识由公众号提供，不用手填' },
    proof: 'platform',
  },
  'dingtalk-robot': { name: '钉钉群机器人', address: null, proof: 'platform' },
};

export const PERSONAL_CHANNELS: readonly PersonalChannel[] = ['sms', 'gov-dingtalk', 'wechat-mini', 'wechat-official', 'email'];

export const KIND_NAMES: Readonly<Record<MessageKind, string>> = { urgent: '紧急待办', todo: '待办', progress: '办理结果', code: '验证码' };
export const WANTED_KINDS: readonly WantedKind[] = ['urgent', 'todo', 'progress'];

export const MESSAGE_STATE_NAMES: Readonly<Record<MessageState, string>> = {
  queued: '待发',
  sent: '已发出',
  unknown: '不明',
  delivered: '已送达',
  failed: '没发成',
};

const names = Object.keys(CHANNELS);

export function isChannel(text: string): text is Channel {
  return names.includes(text);
}

/** `zhang@gaotang.gov.cn` → `z***@gaotang.gov.cn`; `13812345678` → `138****5678`; other marks keep their two ends. */
export function maskAddress(address: string): string {
  const at = address.indexOf('@');
  if (at > 0) return `${address.slice(0, 1)}***${address.slice(at)}`;
  if (/^\d{11}$/.test(address)) return `${address.slice(0, 3)}****${address.slice(-4)}`;
  return address.length < 8 ? '*'.repeat(address.length) : `${address.slice(0, 2)}****${address.slice(-2)}`;
}
