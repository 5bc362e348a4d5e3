export { type MigrationRefusal, migrate } from './migrator.ts';
export { openStore, type Scope, type Store, type Tx } from './store.ts';
