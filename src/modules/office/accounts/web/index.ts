import type { Screen } from '#kit/screens.ts';

export type { Me, Permission } from '../domain/wire.ts';
export { ME, useMe, useSession, useSignOut, useToday } from './me.ts';

const both: Screen['faces'] = ['desk', 'enterprise'];

const password: Screen = { path: '/password', faces: both, load: () => import('./password-page.tsx') };
const clock: Screen = { path: '/clock', faces: both, may: 'clock.move', load: () => import('./clock-page.tsx'), nav: { label: '演示日期', order: 95 } };

/** Screens about the person and the trail everybody leaves. */
export const accountScreens: readonly Screen[] = [
  { path: '/audit', faces: ['desk'], may: 'audit.read', load: () => import('./audit-page.tsx'), nav: { label: '审计', order: 80 } },
  password,
  clock,
];

/** All an administrator has: accounts are kept by people who see no wages. */
export const administratorScreens: readonly Screen[] = [
  { path: '/', faces: ['desk'], may: 'account.manage', load: () => import('./accounts-page.tsx'), nav: { label: '账号', order: 10 } },
  password,
  clock,
];
