import type { Screen } from '#kit/screens.ts';

/** 上级平台: what was entered here goes to the systems above, so that nobody types it twice. */
export const realNameScreens: readonly Screen[] = [
  { path: '/integration/targets', faces: ['desk', 'enterprise'], may: 'import.records', load: () => import('./targets-page.tsx') },
  { path: '/integration/targets/$targetId', faces: ['desk', 'enterprise'], may: 'import.records', load: () => import('./target-page.tsx') },
];
