export { openStore, type Scope, type Store, type Tx } from './store.ts';
