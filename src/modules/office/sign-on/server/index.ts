export { signOnRoutes, VIA } from './routes.ts';
export { type SignOn, signOn } from './service.ts';
export { readSignOn, type SignOnSettings } from './settings.ts';
