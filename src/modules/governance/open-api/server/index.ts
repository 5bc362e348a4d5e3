export type { OpenApiDeps } from './ports.ts';
export { openV1Routes } from './routes.ts';
