export { type Exports, workbookExports } from './exports.ts';
export { workbookRoutes } from './routes.ts';
