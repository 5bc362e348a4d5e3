import type { Screen } from '#kit/screens.ts';

/** The import centre and the page of one import, for offices and enterprises alike. */
export const importScreens: readonly Screen[] = [
  { path: '/imports', faces: ['desk', 'enterprise'], load: () => import('./import-centre.tsx'), may: 'import.records', nav: { label: '导入', order: 60 } },
  { path: '/imports/$importId', faces: ['desk', 'enterprise'], load: () => import('./import-page.tsx'), may: 'import.records' },
];
