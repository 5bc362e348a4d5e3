import type { Screen } from '#kit/screens.ts';
import { useWaitingCount } from './identities.ts';

export { SignOnChoices, SignOnOutcome } from './sign-on-choices.tsx';

/** 待开通: who came through the place's sign-on. */
export const signOnScreens: readonly Screen[] = [
  {
    path: '/waiting',
    faces: ['desk'],
    may: 'account.manage',
    load: () => import('./waiting-page.tsx'),
    nav: { label: '待开通', order: 20, useCount: useWaitingCount },
  },
];
