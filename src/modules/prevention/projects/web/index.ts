import type { Screen } from '#kit/screens.ts';

export { monthAddress, projectAddress } from './addresses.ts';

/** 项目, one project, one month of it; and the home of an enterprise. */
export const projectScreens: readonly Screen[] = [
  { path: '/', faces: ['enterprise'], load: () => import('./enterprise-home.tsx'), nav: { label: '本月工资', order: 10 } },
  { path: '/projects', faces: ['desk', 'enterprise'], load: () => import('./project-list.tsx'), nav: { label: '项目', order: 30 } },
  { path: '/projects/$projectId', faces: ['desk', 'enterprise'], load: () => import('./project-page.tsx') },
  { path: '/projects/$projectId/months/$month', faces: ['desk', 'enterprise'], load: () => import('./month-page.tsx') },
];
