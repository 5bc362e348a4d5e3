export { type Post, scopeOf } from './account.ts';
export { checkPassword, LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password.ts';
export { isRole, ROLES } from './roles.ts';
export type { AccountRow, AuditPage, AuditRow, ClockState, NewAccount, OneTimePassword, Region } from './office-wire.ts';
export type { DemoAccount, Face, Me, PasswordChange, Permission, Problem, Role, SignIn } from './wire.ts';
