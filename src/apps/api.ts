import type { FastifyInstance } from 'fastify';
import { nationalCalendar } from '#law/calendars/index.ts';
import { valueOn } from '#law/parameters/index.ts';
import { CATALOGUE } from '#modules/monitoring/warnings/domain/catalogue.ts';
import { openV1Routes } from '#modules/governance/open-api/server/index.ts';
import { rulebookRoutes } from '#modules/governance/rulebook/server/index.ts';
import { openWarningsByProject, sweep, warningRoutes } from '#modules/monitoring/warnings/server/index.ts';
import { accountRoutes } from '#modules/office/accounts/server/index.ts';
import { notificationRoutes } from '#modules/office/notifications/server/index.ts';
import { signOnRoutes, VIA } from '#modules/office/sign-on/server/index.ts';
import { deviceRoutes } from '#modules/prevention/devices/server/index.ts';
import { importRoutes } from '#modules/prevention/imports/server/index.ts';
import { type ProjectRoutes, projectRoutes } from '#modules/prevention/projects/server/index.ts';
import { payrollAbroadRoutes } from '#modules/prevention/payroll-abroad/server/index.ts';
import { openApiRoutes, targetRoutes } from '#modules/prevention/real-name/server/index.ts';
import { workbookChecks, workbookRoutes } from '#modules/prevention/workbooks/server/index.ts';
import { regionCode } from '#kernel/region-code.ts';
import { findProfile, national, profileOf, PROFILES } from '#profiles/index.ts';
import { bankParts } from './banks.ts';
import { demoAccounts } from './demo.ts';
import { documentParts } from './documents.ts';
import { integrationDesk } from './integration-desk.ts';
import { lateCells } from './late-cells.ts';
import type { Parts } from './wiring.ts';

/** Every route of the product, each module's in its turn. */
export function api(parts: Parts): (app: FastifyInstance) => Promise<void> {
  const { config, store, vault, accounts, clock, devices, imports, intake, integration, realName, sweeping, upward, brief, exports } = parts;
  const { placeOf, days } = sweeping;
  const projects: ProjectRoutes = {
    store,
    clock,
    vault,
    calendar: nationalCalendar,
    levelName: (level, code) => profileOf(regionCode(code)).levels[asLevel(level)].name,
    usualPayDay(code) {
      const payDay = valueOn('wage.pay-day', profileOf(regionCode(code)), clock.today());
      // The nation chose one for every place; a second default here would be a number without a source.
      if (!payDay.ok) throw new Error('no pay day is in force');
      return payDay.inForce.value;
    },
    openWarnings: openWarningsByProject,
    overdueCells: lateCells(placeOf),
  };
  return async (app) => {
    await app.register(
      accountRoutes({
        store,
        accounts,
        clock,
        isDemo: config.isDemo,
        demoAccounts: config.isDemo ? await demoAccounts(store) : [],
        profileName: findProfile(config.profile)?.name ?? config.profile,
        async onClockMoved() {
          await sweep(sweeping, { projects: 'all' });
          brief.forget();
        },
        afterSignOut: (request) => parts.signOn.leave(request.cookies[VIA]),
      }),
    );
    await app.register(signOnRoutes(parts.signOn));
    await app.register(notificationRoutes({ store, clock, notifications: parts.notifications, contacts: parts.contacts }));
    await app.register(importRoutes(imports));
    await app.register(deviceRoutes(devices));
    await app.register(openApiRoutes(realName, { aliases: config.realNameAddresses }));
    await app.register(targetRoutes(upward));
    await app.register(workbookRoutes(exports, workbookChecks({ store, clock })));
    await app.register(payrollAbroadRoutes(parts.payrollAbroad));
    await app.register(documentParts(parts));
    await app.register(bankParts(parts));
    await app.register(projectRoutes(projects));
    await app.register(
      rulebookRoutes({
        store,
        clock,
        calendar: nationalCalendar,
        profileOf: (code) => (code === null ? national : profileOf(regionCode(code))),
        findProfile,
        places: PROFILES.map(({ id, name }) => ({ id, name })),
      }),
    );
    await app.register(openV1Routes({ store, clock, integration, intake, projects, onProblem: (problem) => console.error('open api log', problem) }));
    await app.register(integrationDesk(parts));
    await app.register(warningRoutes({ store, clock, placeOf, days, rules: CATALOGUE, brief }));
  };
}

function asLevel(level: number): 0 | 1 | 2 | 3 | 4 {
  return level === 0 || level === 1 || level === 2 || level === 3 ? level : 4;
}
