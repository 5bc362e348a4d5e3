import type { Screen } from '#kit/screens.ts';

export { Bell } from './bell.tsx';

const both: Screen['faces'] = ['desk', 'enterprise'];

/** What everybody has: the own notices and how to be reached. They hang on the bell and on the person's menu. */
export const notificationScreens: readonly Screen[] = [
  { path: '/notices', faces: both, load: () => import('./notices-page.tsx') },
  { path: '/notices/settings', faces: both, load: () => import('./contacts-page.tsx') },
];

/** 发件箱: what left the product, or would have. */
export const outboxScreens: readonly Screen[] = [
  { path: '/outbox', faces: ['desk'], may: 'account.manage', load: () => import('./outbox-page.tsx'), nav: { label: '发件箱', order: 30 } },
];
