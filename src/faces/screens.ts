import type { Screen } from '#kit/screens.ts';
import { accountScreens } from '#modules/office/accounts/web/index.ts';
import { warningScreens } from '#modules/monitoring/warnings/web/index.ts';
import { importScreens } from '#modules/prevention/imports/web/index.ts';
import { projectScreens } from '#modules/prevention/projects/web/index.ts';

/** Every screen of the desk and enterprise faces. A module adds its own by exporting them from its web front door. */
export const screens: readonly Screen[] = [...warningScreens, ...projectScreens, ...importScreens, ...accountScreens];
