export { type Contacts, contacts } from './contacts.ts';
export { notificationRoutes } from './routes.ts';
export { type Notifications, notifications } from './service.ts';
export { type Channels, NO_CHANNELS, readChannels } from './settings.ts';
export type { Happened } from './store.ts';
