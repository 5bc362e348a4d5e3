import type { Screen } from '#kit/screens.ts';

export type { Me, Permission } from '../domain/wire.ts';
export { ME, useMe, useSession, useSignOut, useToday } from './me.ts';

/** Screens about the person and the accounts of the office. */
export const accountScreens: readonly Screen[] = [
  { path: '/password', faces: ['desk', 'enterprise'], load: () => import('./password-page.tsx') },
  {
    path: '/accounts',
    faces: ['desk'],
    may: 'account.manage',
    load: () => import('./accounts-page.tsx'),
    nav: { label: '账号', order: 90 },
  },
  { path: '/clock', faces: ['desk', 'enterprise'], may: 'clock.move', load: () => import('./clock-page.tsx') },
];
