export { deviceRoutes } from './routes.ts';
export { type Devices, devices } from './service.ts';
