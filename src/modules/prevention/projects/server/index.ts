export type { OpenWarnings, ProjectRoutes } from './ports.ts';
export { projectRoutes } from './routes.ts';
export { countableWorkers } from './workers.ts';
