export { passwords } from './passwords.ts';
export { type AccountRoutes, accountRoutes } from './routes.ts';
export { type Accounts, accounts } from './service.ts';
export type { Account } from './store.ts';
