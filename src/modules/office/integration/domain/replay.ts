import type { Outcome } from './wire.ts';

/** What is known of a message when somebody wants it taken once more. */
export interface HeardMessage {
  readonly direction: 'in' | 'out';
  readonly outcome: Outcome;
  readonly code: string;
  readonly appid: string | null;
  readonly hasBody: boolean;
  readonly replayOf: string | null;
  /** The replay of it that went well. */
  readonly replayedAs: string | null;
}

/** Codes of a message nobody has proved to have sent; `-2` is the national protocol's 签名校验错误, a nonce used twice among them. */
const FORGED = new Set(['signature-missing', 'signature-invalid', 'signature-wrong', 'signature-stale', 'nonce-used', '-2']);
/** From an address that is not the app's: a stolen key looks just like it. */
const STRANGE_PLACE = new Set(['ip-not-allowed', '-4']);

/** Why a message may not be put through its reading again, in Chinese with what to do instead; null when it may. */
export function whyNoReplay(message: HeardMessage): string | null {
  if (message.direction === 'out') return '这是本系统发出的消息。发出的在“推送与上报”里处理。';
  if (message.replayOf !== null) return `这是消息 ${message.replayOf} 的重放记录。要再放一次，请打开原来的消息。`;
  if (message.outcome === 'ok') return '已经收下，不用重放。';
  if (message.replayedAs !== null) return `已在消息 ${message.replayedAs} 重放成功，不用再放。`;
  if (FORGED.has(message.code)) return '签名没有通过，不能证明是这个应用发的，不能重放。请对方核对密钥和时间后重新发送。';
  if (STRANGE_PLACE.has(message.code)) return '来自名单外的地址，不能确认是这个应用发的，不能重放。请先核对 IP 名单，再请对方重新发送。';
  if (message.appid === null) return '不知道是哪个应用发的，不能重放。请先登记应用，再请对方重新发送。';
  if (!message.hasBody) return '没有保存正文，不能重放。请对方重新发送。';
  return null;
}
