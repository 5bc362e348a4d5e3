export { importRoutes } from './routes.ts';
export { type Imports, imports, type ImportsOptions, type Sender, type UploadedFile } from './service.ts';
