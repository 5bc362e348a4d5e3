export {
  type After,
  namesOf,
  type OpenPayment,
  openPayments,
  type OpenPayroll,
  openPayrolls,
  type OpenProject,
  openProjects,
  openRoster,
  type OpenRosterEntry,
  placeOfProject,
  projectsAfter,
  seesProject,
} from './open-lists.ts';
export type { OpenWarnings, ProjectRoutes } from './ports.ts';
export { projectPage } from './project-page.ts';
export { projectRoutes } from './routes.ts';
export { countableWorkers } from './workers.ts';
export { lookAtIdentities } from './identity.ts';
export { aboutProject, findProjectPaper, noSuchProject, type PaperPorts, type ProjectPaper } from './project-paper.ts';
export { rectificationFields } from './rectification-fields.ts';
