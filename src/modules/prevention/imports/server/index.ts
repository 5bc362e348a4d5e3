export { importRoutes } from './routes.ts';
export type { Sender } from './sender.ts';
export { type Imports, imports, type ImportsOptions, type UploadedFile } from './service.ts';
