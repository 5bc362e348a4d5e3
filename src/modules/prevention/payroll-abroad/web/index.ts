import type { Screen } from '#kit/screens.ts';

/** Wage files of other countries, of one project. */
export const payrollAbroadScreens: readonly Screen[] = [
  { path: '/projects/$projectId/abroad', faces: ['desk', 'enterprise'], load: () => import('./abroad-page.tsx') },
];
