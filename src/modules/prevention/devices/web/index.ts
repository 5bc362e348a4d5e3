import type { Screen } from '#kit/screens.ts';

export { devicesAddress } from './addresses.ts';

/** 考勤设备 of one project: the gates, what waits for a person, what is strange. */
export const deviceScreens: readonly Screen[] = [
  { path: '/projects/$projectId/devices', faces: ['desk', 'enterprise'], load: () => import('./devices-page.tsx') },
];
