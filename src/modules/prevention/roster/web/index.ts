export { RosterList } from './roster-list.tsx';
