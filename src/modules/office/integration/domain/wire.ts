import type { Channel } from './app.ts';
import type { ChannelSettings, SettingValue } from './settings.ts';

/** What travels between server and faces about apps, their messages and what goes out to others. */

/** `GET /api/integration/apps` → `{items, mayActForPlace}`. */
export interface AppRow {
  readonly appid: string;
  readonly channel: Channel;
  readonly channelName: string;
  readonly name: string;
  readonly regionCode: string;
  /** Who it acts for, in words: the place, or the enterprise. */
  readonly actsFor: string;
  readonly project: { readonly id: string; readonly name: string } | null;
  readonly ipList: readonly string[];
  readonly perMinute: number;
  readonly scopes: readonly string[];
  /** By the keys of the channel's fields; null: the usual way. Of a secret whether it is set. */
  readonly settings: Readonly<Record<string, SettingValue>>;
  readonly createdAt: string;
  readonly disabledAt: string | null;
  readonly disabledWhy: string | null;
  readonly secrets: readonly { readonly hint: string; readonly createdAt: string; readonly endsAt: string | null }[];
  readonly last: { readonly id: string; readonly at: string; readonly method: string; readonly outcome: Outcome } | null;
  /** Refused and failed messages of the last day. */
  readonly failures: number;
}

export interface AppList {
  readonly items: readonly AppRow[];
  /** An official registers apps for the place; an enterprise for itself only. */
  readonly mayActForPlace: boolean;
  /** What may be set for an app of each channel. */
  readonly fields: ChannelSettings;
}

/** `POST /api/integration/apps` → 201 NewKey. `POST …/:appid/rotate {overlapHours}` → NewKey. Shown once. */
export interface NewAppForm {
  readonly channel: Channel;
  readonly name: string;
  readonly appid?: string | undefined;
  readonly projectId: string | null;
  /** 'place': acts for the place; 'enterprise': for the project's general contractor, or the own enterprise. */
  readonly actsFor: 'place' | 'enterprise';
  readonly ipList: readonly string[];
  readonly perMinute: number;
  readonly scopes: readonly string[];
}

export interface NewKey {
  readonly appid: string;
  readonly secret: string;
}

export type Outcome = 'ok' | 'refused' | 'failed' | 'unknown';

export const OUTCOME_NAMES: Readonly<Record<Outcome, string>> = { ok: '成功', refused: '已拒绝', failed: '失败', unknown: '结果不明' };

/** `GET /api/integration/messages?app=&channel=&direction=&method=&outcome=&from=&until=&serial=&before=` → MessageList, the newest first. */
export interface MessageRow {
  readonly id: string;
  readonly at: string;
  readonly appid: string | null;
  readonly appName: string | null;
  readonly target: string | null;
  readonly channelName: string;
  readonly direction: 'in' | 'out';
  readonly method: string;
  readonly outcome: Outcome;
  readonly code: string;
  readonly cause: string | null;
  readonly records: number;
  readonly tookMs: number;
}

export interface MessageList {
  readonly items: readonly MessageRow[];
  /** Give it back as `before`; null at the end. */
  readonly next: string | null;
}

/** `GET /api/integration/messages/:id`. `POST …/:id/body` → {body}; noted in the audit. `POST …/:id/replay` → {says}. */
export interface MessagePage extends MessageRow {
  readonly cure: string | null;
  readonly summary: { readonly [key: string]: unknown };
  readonly importId: string | null;
  readonly projectId: string | null;
  readonly replayOf: string | null;
  readonly replays: readonly string[];
  readonly hasBody: boolean;
  /** Why it cannot be replayed; null when it can. */
  readonly noReplay: string | null;
}

/** `GET /api/integration/failures?days=7` → {items}: failures by cause, the most frequent first. */
export interface FailureGroup {
  readonly channelName: string;
  readonly channel: Channel;
  readonly direction: 'in' | 'out';
  readonly method: string;
  readonly code: string;
  readonly cause: string;
  readonly cure: string;
  readonly count: number;
  readonly lastAt: string;
  readonly lastId: string;
  readonly apps: number;
}

/** `GET /api/integration/webhooks` → {items}. `POST` {appid, url, kinds, algorithm} → 201 {id, secret}. `POST …/:id/state` {ended}. */
export interface WebhookRow {
  readonly id: string;
  readonly appid: string;
  readonly appName: string;
  readonly url: string;
  readonly kinds: readonly string[];
  readonly algorithm: 'hmac-sha256' | 'hmac-sm3';
  readonly hint: string;
  readonly isActive: boolean;
  readonly waiting: number;
  readonly parked: number;
  readonly lastDeliveredAt: string | null;
}

/** 'unknown': it may have arrived; what left is asked about and never sent again. */
export type DeliveryState = 'waiting' | 'delivered' | 'parked' | 'unknown';

export const DELIVERY_NAMES: Readonly<Record<DeliveryState, string>> = { waiting: '待送', delivered: '已送达', parked: '已搁置', unknown: '结果不明' };

/** `GET /api/integration/outbound?state=&before=` → {items, next}: webhooks and what other parts send. `POST …/:kind/:id/replay`. */
export interface OutboundRow {
  /** 'webhook', or the name of another part's queue. */
  readonly kind: string;
  readonly id: string;
  readonly what: string;
  readonly to: string;
  readonly state: DeliveryState;
  readonly tries: number;
  readonly cause: string | null;
  readonly at: string;
  readonly nextTryAt: string | null;
  /** What a person may do about it here; null: nothing, and `next` says where it goes on. */
  readonly again: 'send' | 'ask' | null;
  readonly next: { readonly says: string; readonly link: string | null } | null;
}

/** The open warning about a feed that stopped, and whose duty it is to make it speak again. */
export interface FeedWarning {
  readonly id: string;
  readonly ruleCode: string;
  readonly dutyName: string;
}

/** `GET /api/integration/freshness?q=&after=` → {items, next}. */
export interface FreshnessRow {
  readonly projectId: string;
  readonly projectName: string;
  readonly feeds: readonly {
    readonly feed: 'roster' | 'attendance' | 'payroll' | 'flows';
    readonly name: string;
    readonly through: string | null;
    readonly arrived: string | null;
    readonly warning: FeedWarning | null;
  }[];
}

/** What was last heard of an app. */
export interface AppHeard {
  readonly appid: string;
  readonly name: string;
  readonly channel: Channel;
  readonly projectId: string | null;
  readonly lastAt: string | null;
  /** The last that brought something and was taken. */
  readonly lastGoodAt: string | null;
}

/** `GET /api/integration/app-feeds` → {items}: the systems that report to us, the longest silent first. */
export interface AppFeedRow extends AppHeard {
  readonly channelName: string;
  readonly projectName: string | null;
  /** Whole days since the last good message; null: it never brought anything. */
  readonly silentDays: number | null;
  readonly isSilent: boolean;
  /** Who has to make it speak again. */
  readonly actsBy: string;
  readonly warning: FeedWarning | null;
}
