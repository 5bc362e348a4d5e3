export { openApiRoutes } from './routes.ts';
export { type RealName, realName } from './service.ts';
