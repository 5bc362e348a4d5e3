export type { OpenApiDeps } from './ports.ts';
export { replayRecords } from './records.ts';
export { openV1Routes } from './routes.ts';
