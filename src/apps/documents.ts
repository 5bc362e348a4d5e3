import type { FastifyPluginAsync } from 'fastify';
import { regionCode } from '#kernel/region-code.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import { documentRoutes } from '#modules/office/documents/server/index.ts';
import { depositNoticeFields } from '#modules/prevention/deposits/server/index.ts';
import { boardFields, workerPage } from '#modules/prevention/notice-boards/server/index.ts';
import { payrollSheetFields } from '#modules/prevention/payroll/server/index.ts';
import { type PaperPorts, rectificationFields } from '#modules/prevention/projects/server/index.ts';
import { accountNoticeFields } from '#modules/prevention/special-accounts/server/index.ts';
import { profileOf } from '#profiles/index.ts';
import type { Parts } from './wiring.ts';

/** Documents stand before the modules whose records they are filled from: here they meet. */
export function documentParts({ store, clock, vault, documents, config }: Parts): FastifyPluginAsync {
  const ports: PaperPorts = { store, clock, calendar: nationalCalendar, placeOf: (code) => profileOf(regionCode(code)) };
  return async (app) => {
    await app.register(
      documentRoutes({
        store,
        clock,
        vault,
        factory: documents,
        publicUrl: config.publicUrl,
        sources: {
          'payroll-sheet': payrollSheetFields({ ...ports, vault }),
          'notice-board': boardFields(ports),
          'rectification-order': rectificationFields(ports),
          ...depositNoticeFields(ports),
          ...accountNoticeFields(ports),
        },
      }),
    );
    await app.register(workerPage(ports));
  };
}
