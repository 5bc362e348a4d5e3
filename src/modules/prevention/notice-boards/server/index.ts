export { boardFields } from './board-fields.ts';
export { workerPage } from './worker-page.ts';
