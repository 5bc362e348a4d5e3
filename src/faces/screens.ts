import type { Screen } from '#kit/screens.ts';
import { accountScreens, administratorScreens, type Me } from '#modules/office/accounts/web/index.ts';
import { notificationScreens, outboxScreens } from '#modules/office/notifications/web/index.ts';
import { signOnScreens } from '#modules/office/sign-on/web/index.ts';
import { paymentScreens } from '#modules/prevention/bank-payments/web/index.ts';
import { integrationScreens } from '#modules/office/integration/web/index.ts';
import { documentScreens } from '#modules/office/documents/web/index.ts';
import { deviceScreens } from '#modules/prevention/devices/web/index.ts';
import { importScreens } from '#modules/prevention/imports/web/index.ts';
import { payrollAbroadScreens } from '#modules/prevention/payroll-abroad/web/index.ts';
import { workbookScreens } from '#modules/prevention/workbooks/web/index.ts';
import { realNameScreens } from '#modules/prevention/real-name/web/index.ts';
import { projectScreens } from '#modules/prevention/projects/web/index.ts';
import { openApiScreens } from '#modules/governance/open-api/web/index.ts';
import { rulebookScreens } from '#modules/governance/rulebook/web/index.ts';
import { warningScreens } from '#modules/monitoring/warnings/web/index.ts';

/** Every screen of the desk and enterprise faces. A module adds its own by exporting them from its web front door. */
const workScreens: readonly Screen[] = [
  ...warningScreens,
  ...projectScreens,
  ...paymentScreens,
  ...deviceScreens,
  ...importScreens,
  ...workbookScreens,
  ...payrollAbroadScreens,
  ...documentScreens,
  ...rulebookScreens,
  ...integrationScreens,
  ...realNameScreens,
  ...openApiScreens,
  ...notificationScreens,
  ...accountScreens,
  ...galleryInDevelopment(),
];

/** Every part of the kit in every state, while developing; a build leaves it out. */
function galleryInDevelopment(): readonly Screen[] {
  return import.meta.env.DEV ? [{ path: '/kit', faces: ['desk', 'enterprise'], load: () => import('./dev/kit-gallery.tsx') }] : [];
}

/** Who keeps accounts also lets people in and looks after what goes out. */
const keeperScreens: readonly Screen[] = [...administratorScreens, ...signOnScreens, ...outboxScreens, ...notificationScreens];

export const allScreens: readonly Screen[] = [...new Set([...workScreens, ...keeperScreens])];

/** The screens of a person's face. Who keeps accounts sees no wages, so has only the accounts. */
export function screensOf(me: Me): readonly Screen[] {
  const own = me.role === 'administrator' ? keeperScreens : workScreens;
  return own.filter((screen) => screen.faces.includes(me.face));
}

export function mayOpen(screen: Screen, me: Me): boolean {
  return screen.may === undefined || me.may.some((permission) => permission === screen.may);
}
