export { payrollAbroadRoutes } from './routes.ts';
export { type AbroadOrder, type PayrollAbroad, payrollAbroad } from './service.ts';
