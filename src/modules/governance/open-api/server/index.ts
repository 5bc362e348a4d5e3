export { type OpenApiDeps, openV1Routes } from './routes.ts';
