import { moreThan } from '#kernel/bounds.ts';
import { type CivilDate, daysBetween } from '#kernel/civil-date.ts';
import { valueOn } from '#law/parameters/index.ts';
import { PARTIES } from '#law/parties.ts';
import { type AppFeedRow, type AppHeard, CHANNELS, type FeedWarning, type FreshnessRow } from '#modules/office/integration/domain/index.ts';
import { integrationRoutes } from '#modules/office/integration/server/index.ts';
import { replayRecords } from '#modules/governance/open-api/server/index.ts';
import { openOfRules } from '#modules/monitoring/warnings/server/index.ts';
import type { FeedFacts } from '#modules/prevention/facts/domain/index.ts';
import { readFacts } from '#modules/prevention/facts/server/index.ts';
import { retryDelivery, unsettledDeliveries } from '#modules/prevention/real-name/server/index.ts';
import { namesOf, placeOfProject, projectsAfter } from '#modules/prevention/projects/server/index.ts';
import { BANK_SETTINGS } from '#modules/prevention/bank-payments/domain/index.ts';
import { DEVICE_SETTINGS } from '#modules/prevention/devices/domain/index.ts';
import { REAL_NAME_SETTINGS } from '#modules/prevention/real-name/domain/index.ts';
import { chinaDay } from '#platform/clock.ts';
import type { Tx } from '#platform/db/index.ts';
import { national } from '#profiles/index.ts';
import type { FastifyPluginAsync } from 'fastify';
import { bankDesk } from './banks.ts';
import type { Parts } from './wiring.ts';

const FEEDS: readonly (readonly [Exclude<FeedFacts['feed'], 'app'>, string])[] = [
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
    appFeeds: (tx, heard) => appFeeds(tx, heard, clock.today()),
  });
}

/** A feed that stopped, attendance or a payroll that never came, a gate nobody hears: each is told by its own rule. */
const ABOUT_FEEDS = ['W-OPS-05', 'DIS-01', 'W-ATT-02', 'W-ATT-09'] as const;
const NEVER_CAME = { attendance: 'W-ATT-02', payroll: 'DIS-01' } as const;

type Warned = Awaited<ReturnType<typeof openOfRules>>;

async function freshness(tx: Tx, filter: { readonly after: string; readonly limit: number; readonly q: string }, today: CivilDate): Promise<FreshnessRow[]> {
  const projects = await projectsAfter(tx, filter);
  const projectIds = projects.map(({ id }) => id);
  if (projectIds.length === 0) return [];
  const feeds: FeedFacts[] = [];
  for await (const batch of (await readFacts(tx, { asOf: today, projectIds, from: 'kept' })).feeds()) feeds.push(...batch);
  const warned = await openOfRules(tx, ABOUT_FEEDS, projectIds);
  return projects.map(({ id, name }) => ({
    projectId: id,
    projectName: name,
    feeds: FEEDS.map(([feed, feedName]) => {
      const facts = feeds.find((one) => one.projectId === id && one.feed === feed);
      const elsewhere = feed === 'attendance' || feed === 'payroll' ? NEVER_CAME[feed] : null;
      return {
        feed,
        name: feedName,
        through: facts?.throughOn ?? null,
        arrived: facts?.arrivedOn ?? null,
        warning: warningOf(warned, (one) => one.projectId === id && ((one.ruleCode === 'W-OPS-05' && one.subjectKey === feed) || one.ruleCode === elsewhere)),
      };
    }),
  }));
}

function warningOf(warned: Warned, isMeant: (one: Warned[number]) => boolean): FeedWarning | null {
  const found = warned.find(isMeant);
  return found === undefined ? null : { id: found.id, ruleCode: found.ruleCode, dutyName: found.dutyName };
}

/**
 * Systems that report to us. One bound to a project raises W-OPS-05 there (a gate W-ATT-09); what a system brings for many projects
 * is watched in each of them by its feeds, and here only its silence is shown.
 */
async function appFeeds(tx: Tx, heard: readonly AppHeard[], today: CivilDate): Promise<readonly AppFeedRow[]> {
  const projects = [...new Set(heard.flatMap((app) => app.projectId ?? []))];
  const names = (await namesOf(tx, [], projects)).projects;
  const warned = projects.length === 0 ? [] : await openOfRules(tx, ['W-OPS-05', 'W-ATT-09'], projects);
  const allowed = daysAllowed(today);
  return heard.map((app) => {
    const silentDays = app.lastGoodAt === null ? null : Math.max(0, daysBetween(chinaDay(new Date(app.lastGoodAt)), today));
    const warning = warningOf(warned, (one) =>
      app.channel === 'device'
        ? one.ruleCode === 'W-ATT-09' && one.projectId === app.projectId
        : one.ruleCode === 'W-OPS-05' && one.subjectKey === `app:${app.appid}`,
    );
    return {
      ...app,
      channelName: CHANNELS[app.channel].name,
      projectName: app.projectId === null ? null : (names.get(app.projectId) ?? null),
      silentDays,
      isSilent: silentDays !== null && moreThan(silentDays, allowed),
      actsBy: warning?.dutyName ?? (app.channel === 'bank' ? PARTIES.bank : app.projectId === null ? '对方系统的管理员' : PARTIES['wage-officer']),
      warning,
    };
  });
}

/** The nation's figure: what a place shortens shows in its warnings. */
function daysAllowed(today: CivilDate): number {
  const days = valueOn('feed.app.days', national, today);
  if (!days.ok) throw new Error('no limit is in force for the silence of apps');
  return days.inForce.value;
}
