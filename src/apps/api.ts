import type { FastifyInstance } from 'fastify';
import { accountRoutes } from '#modules/office/accounts/server/index.ts';
import { demoAccounts } from './demo.ts';
import type { Parts } from './wiring.ts';

/** Every route of the product, each module's in its turn. */
export function api({ config, store, accounts, clock }: Parts): (app: FastifyInstance) => Promise<void> {
  return async (app) => {
    await app.register(
      accountRoutes({
        store,
        accounts,
        clock,
        isDemo: config.isDemo,
        demoAccounts: config.isDemo ? await demoAccounts(store) : [],
        profileName: config.profile,
        onClockMoved: async () => undefined,
      }),
    );
  };
}
