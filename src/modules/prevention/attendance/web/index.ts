export { AttendanceOfMonth } from './attendance-grid.tsx';
