import type { Screen } from '#kit/screens.ts';

const both: Screen['faces'] = ['desk', 'enterprise'];
const may = 'integration.manage';

/** 对接管理: who speaks with us by machine, what was said, and what went out. */
export const integrationScreens: readonly Screen[] = [
  {
    path: '/integration',
    faces: both,
    may,
    load: () => import('./integration-page.tsx'),
    nav: { label: '对接管理', order: 80, also: ['/integration'] },
  },
  { path: '/integration/messages/$id', faces: both, may, load: () => import('./message-page.tsx') },
];
