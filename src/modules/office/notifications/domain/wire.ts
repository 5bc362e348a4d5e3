/** What travels about notices, ways to be reached, and the outbox. Moments are ISO with Z. */

/** Why somebody is told. The text in the product may say what it is about; a message outside never does. */
export type NoticeEvent =
  | 'warning.raised' // 新预警到您这里
  | 'warning.assigned' // 指派给您
  | 'warning.escalated' // 升级到您这里
  | 'warning.overdue' // 您没有按期办，已升级
  | 'warning.turn' // 轮到您办下一步
  | 'import.finished' // 导入有了结果
  | 'document.to-serve' // 有文书待送达
  | 'account.waiting'; // 有人等待开通

/** Outside the product there are four sentences only. */
export type MessageKind = 'urgent' | 'todo' | 'progress' | 'code';

/** What a person can choose to be told outside; a code comes only when asked for. */
export type WantedKind = Exclude<MessageKind, 'code'>;

export type Channel = 'sms' | 'wechat-mini' | 'wechat-official' | 'gov-dingtalk' | 'dingtalk-robot' | 'email';

/** Channels that reach one person; the robot speaks to a group. */
export type PersonalChannel = Exclude<Channel, 'dingtalk-robot'>;

export type MessageState = 'queued' | 'sent' | 'unknown' | 'delivered' | 'failed';

export interface NoticeRow {
  readonly id: string;
  readonly event: NoticeEvent;
  readonly title: string;
  readonly says: string;
  /** A screen of the product. */
  readonly link: string;
  readonly urgent: boolean;
  readonly at: string;
  readonly isRead: boolean;
}

/** `GET /api/notices?unread=1&page=1&size=20`. `POST /api/notices/read {ids: [...] | 'all'}` → {unread}. */
export interface NoticePage {
  readonly items: readonly NoticeRow[];
  readonly total: number;
  readonly unread: number;
  readonly page: number;
  readonly size: number;
}

/** `GET /api/me/contacts` → {items}; one for each channel a person can be reached on. */
export interface ContactView {
  readonly channel: PersonalChannel;
  readonly name: string;
  /** An adapter is set up; without one messages stay in the outbox. */
  readonly isConnected: boolean;
  readonly addressMask: string | null;
  readonly isVerified: boolean;
  readonly isOn: boolean;
  readonly wants: readonly WantedKind[];
  /** Messages still allowed where each consent allows one. */
  readonly allowance: number | null;
}

/** `POST /api/me/contacts/:channel` {address?, wants, consent: true}; `/verify` {code}; `/withdraw`. */
export interface ContactChange {
  readonly address?: string | undefined;
  readonly wants: readonly WantedKind[];
  readonly consent: true;
}

/** One line of the outbox: `GET /api/outbox?channel=&state=&page=`. */
export interface MessageRow {
  readonly id: string;
  readonly channel: Channel;
  readonly to: string;
  readonly addressMask: string | null;
  readonly kind: MessageKind;
  readonly matters: number;
  readonly reference: string;
  /** As sent; before that as it would be sent now. */
  readonly shown: string;
  readonly state: MessageState;
  /** Kept here and sent nowhere, because no adapter is set up. */
  readonly isLocal: boolean;
  readonly attempts: number;
  readonly cause: string | null;
  readonly at: string;
  readonly nextTryAt: string | null;
  readonly sentAt: string | null;
}

export interface Outbox {
  readonly items: readonly MessageRow[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
  /** Channels with an adapter. */
  readonly connected: readonly Channel[];
}
