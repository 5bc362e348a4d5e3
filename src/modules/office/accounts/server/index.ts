export { passwords } from './passwords.ts';
export { accountRoutes } from './routes.ts';
export { type Accounts, accounts } from './service.ts';
