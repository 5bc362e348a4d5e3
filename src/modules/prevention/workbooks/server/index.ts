export { type Checks, workbookChecks } from './checks.ts';
export { type Exports, workbookExports } from './exports.ts';
export { workbookRoutes } from './routes.ts';
