export { type App, type Channel, CHANNELS, checkNewApp, isChannel, isNetwork, type NewApp, SECRETS_AT_ONCE } from './app.ts';
