import type { Screen } from '#kit/screens.ts';
import { useHomeCount } from './home-query.ts';

/** Screens about warnings: what waits, the list, the one warning. */
export const warningScreens: readonly Screen[] = [
  { path: '/', faces: ['desk'], load: () => import('./home-page.tsx'), nav: { label: '今日待办', order: 10, useCount: useHomeCount } },
  {
    path: '/warnings',
    faces: ['desk', 'enterprise'],
    load: () => import('./list-page.tsx'),
    nav: { label: '预警', order: 20 },
  },
  { path: '/warnings/$id', faces: ['desk', 'enterprise'], load: () => import('./warning-page.tsx') },
];
