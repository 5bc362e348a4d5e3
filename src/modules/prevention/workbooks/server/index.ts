export { bookExport } from './book.ts';
export { type Checks, workbookChecks } from './checks.ts';
export { type Exports, workbookExports } from './exports.ts';
export { requireWageSight, workbookRoutes } from './routes.ts';
