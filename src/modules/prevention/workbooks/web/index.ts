import type { Screen } from '#kit/screens.ts';

export { exportAddress } from './addresses.ts';

/** 导出: the eight forms, filled or to be filled, and what one has taken before. */
export const workbookScreens: readonly Screen[] = [
  { path: '/exports', faces: ['desk', 'enterprise'], load: () => import('./export-page.tsx'), nav: { label: '导出', order: 62 } },
];
