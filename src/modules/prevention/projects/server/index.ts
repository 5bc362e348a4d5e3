export type { OpenWarnings, ProjectRoutes } from './ports.ts';
export { projectRoutes } from './routes.ts';
export { countableWorkers } from './workers.ts';
export { lookAtIdentities } from './identity.ts';
export { aboutProject, findProjectPaper, noSuchProject, type PaperPorts, type ProjectPaper } from './project-paper.ts';
export { rectificationFields } from './rectification-fields.ts';
