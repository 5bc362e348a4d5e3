export { changeOrgan, channelsOf } from './organs.ts';
export type { About, FieldSource, FromRecords } from './ports.ts';
export { documentNotices } from './notices.ts';
export { documentRoutes } from './routes.ts';
