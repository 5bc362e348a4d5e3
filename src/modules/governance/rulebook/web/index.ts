import type { Screen } from '#kit/screens.ts';

const both: Screen['faces'] = ['desk', 'enterprise'];

/** Screens about the law: rules, calculators, procedures, statutes and time limits, each to be tried with numbers. */
export const rulebookScreens: readonly Screen[] = [
  {
    path: '/rules',
    faces: both,
    load: () => import('./rules-page.tsx'),
    nav: { label: '法规与规则', order: 70, also: ['/calculators', '/procedures', '/statutes'] },
  },
  { path: '/rules/$code', faces: both, load: () => import('./rule-page.tsx') },
  { path: '/calculators/$code', faces: both, load: () => import('./calculator-page.tsx') },
  { path: '/procedures/$code', faces: both, load: () => import('./procedure-page.tsx') },
  { path: '/statutes/$code', faces: both, load: () => import('./statute-page.tsx') },
];
