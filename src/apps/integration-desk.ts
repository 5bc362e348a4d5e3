import { integrationRoutes } from '#modules/office/integration/server/index.ts';
import { replayRecords } from '#modules/governance/open-api/server/index.ts';
import { openOfRule } from '#modules/monitoring/warnings/server/index.ts';
import type { FeedFacts } from '#modules/prevention/facts/domain/index.ts';
import { readFacts } from '#modules/prevention/facts/server/index.ts';
import { retryDelivery, unsettledDeliveries } from '#modules/prevention/real-name/server/index.ts';
import { namesOf, placeOfProject, projectsAfter } from '#modules/prevention/projects/server/index.ts';
import { BANK_SETTINGS } from '#modules/prevention/bank-payments/domain/index.ts';
import { DEVICE_SETTINGS } from '#modules/prevention/devices/domain/index.ts';
import { REAL_NAME_SETTINGS } from '#modules/prevention/real-name/domain/index.ts';
import type { Tx } from '#platform/db/index.ts';
import type { FastifyPluginAsync } from 'fastify';
import { bankDesk } from './banks.ts';
import type { Parts } from './wiring.ts';

const FEEDS: readonly (readonly [FeedFacts['feed'], string])[] = [
  ['attendance', '考勤'],
  ['flows', '专户流水'],
  ['payroll', '工资支付表'],
  ['roster', '花名册'],
];

/** 对接管理 with what the later groups know: names, how fresh each feed is, and how each channel takes a message again. */
export function integrationDesk(parts: Parts): FastifyPluginAsync {
  const { store, integration, webhooks, intake, clock, realName, devices } = parts;
  const banks = bankDesk(parts);
  return integrationRoutes({
    store,
    integration,
    webhooks,
    queues: [banks.queue, { kind: 'real-name', rows: unsettledDeliveries, replay: (by, id) => retryDelivery({ store }, by, id) }],
    replays: {
      'real-name': realName.replay,
      device: devices.door.replay,
      bank: banks.replay,
      'open-api': (app, message) => replayRecords({ store, intake, clock }, app, message),
    },
    settings: { 'real-name': REAL_NAME_SETTINGS, device: DEVICE_SETTINGS, bank: BANK_SETTINGS, 'open-api': [] },
    named: namesOf,
    placeOf: (by, projectId) => store.reading(by.scope, (tx) => placeOfProject(tx, projectId, by)),
    freshness: (tx, filter) => freshness(tx, filter, clock.today()),
  });
}

async function freshness(tx: Tx, filter: { readonly after: string; readonly limit: number; readonly q: string }, today: ReturnType<Parts['clock']['today']>) {
  const projects = await projectsAfter(tx, filter);
  const projectIds = projects.map(({ id }) => id);
  if (projectIds.length === 0) return [];
  const feeds: FeedFacts[] = [];
  for await (const batch of (await readFacts(tx, { asOf: today, projectIds, from: 'kept' })).feeds()) feeds.push(...batch);
  const warned = await openOfRule(tx, 'W-OPS-05', projectIds);
  return projects.map(({ id, name }) => ({
    projectId: id,
    projectName: name,
    feeds: FEEDS.map(([feed, feedName]) => {
      const facts = feeds.find((one) => one.projectId === id && one.feed === feed);
      return {
        feed,
        name: feedName,
        through: facts?.throughOn ?? null,
        arrived: facts?.arrivedOn ?? null,
        warningId: warned.find((one) => one.projectId === id && one.subjectKey === feed)?.id ?? null,
      };
    }),
  }));
}
