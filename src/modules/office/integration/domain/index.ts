export { type App, type Channel, CHANNELS, checkNewApp, isChannel, isNetwork, type NewApp, SECRETS_AT_ONCE } from './app.ts';
export { DELIVERY_HOURS, EVENT_KINDS, type EventKind, isEventPattern } from './events.ts';
export { type HeardMessage, whyNoReplay } from './replay.ts';
export { type ChannelSettings, checkSettings, type SettingField, settingsShown, settingsWith, type SettingValue } from './settings.ts';
export { API_SCOPES, type ApiScope, isApiScope } from './scopes.ts';
export {
  type AppFeedRow,
  type AppHeard,
  type AppList,
  type AppRow,
  DELIVERY_NAMES,
  type DeliveryState,
  type FailureGroup,
  type FeedWarning,
  type FreshnessRow,
  type MessageList,
  type MessagePage,
  type MessageRow,
  type NewAppForm,
  type NewKey,
  type Outcome,
  OUTCOME_NAMES,
  type OutboundRow,
  type WebhookRow,
} from './wire.ts';
