import type { Screen } from '#kit/screens.ts';

/** 开放接口: the document of the open interface, to read and to copy from. */
export const openApiScreens: readonly Screen[] = [
  { path: '/open-api', faces: ['desk', 'enterprise'], load: () => import('./open-api-page.tsx'), nav: { label: '开放接口', order: 85 } },
];
