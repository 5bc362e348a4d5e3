export { APP_ROLE, appPassword, ensureAppRole } from './app-role.ts';
export { type EmbeddedRefusal, type EmbeddedServer, startEmbedded } from './embedded.ts';
export { type MigrationRefusal, migrate } from './migrator.ts';
export { lockProcess, type ProcessLock } from './process-lock.ts';
export { selfCheck } from './self-check.ts';
export { openStore, type Scope, type Store, type Tx } from './store.ts';
export { rowsByCursor } from './rows-by-cursor.ts';
