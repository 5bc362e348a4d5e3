export { PayrollOfMonth } from './payroll-lines.tsx';
