export { FlowsOfMonth } from './account-flows.tsx';
