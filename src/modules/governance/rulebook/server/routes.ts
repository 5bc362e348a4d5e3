import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { addMonths, type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { type Deadline, deadline, months, naturalDays, type Period, unusualDays, type WorkingCalendar, workingDays } from '#law/calendars/index.ts';
import type { FactFault } from '#law/facts.ts';
import type { Profile } from '#law/profile.ts';
import { firedSince, openByRule } from '#modules/monitoring/warnings/server/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Store, Tx } from '#platform/db/index.ts';
import { notFound, replyRefusal, requireSignedIn, type SignedIn } from '#platform/http/index.ts';
import {
  calculatorPage,
  calculatorSummaries,
  instrumentPage,
  instrumentSummaries,
  procedurePage,
  procedureSummaries,
  rulePage,
  ruleSummary,
} from '../domain/pages.ts';
import { ALL_RULES, CALCULATORS, findRule, PROCEDURES } from '../domain/rulebook.ts';
import { type Asking, tellCalculator, tellRule } from '../domain/telling.ts';
import type { DueAnswer, FactFaults, Fired, PlaceChoice } from '../domain/wire.ts';

export interface RulebookRoutesDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly calendar: WorkingCalendar;
  /** The profile of the reader's place. */
  readonly profileOf: (regionCode: string | null) => Profile;
  readonly findProfile: (id: string) => Profile | null;
  readonly places: readonly PlaceChoice[];
}

const code = z.object({ code: z.string().max(60) });
const dayText = z.string().refine((text) => parseCivilDate(text) !== null, '日期写成 2026-10-31 的样子');
const asked = z.object({ profile: z.string().max(60).optional(), on: dayText.optional() });
const run = asked.extend({ facts: z.record(z.string().max(60), z.unknown()) });
const MOST_DAYS = 9_999;
const dueQuery = z.object({ from: dayText, n: z.coerce.number().int().min(0).max(MOST_DAYS), unit: z.enum(['working-days', 'natural-days', 'months']) });

/** The API of the law, as `domain/wire.ts` describes it. Whoever is signed in may read it: law is public. */
export function rulebookRoutes(deps: RulebookRoutesDeps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('onRequest', requireSignedIn());

    app.get('/api/law/rules', async (request) => {
      const open = await seeing(deps.store, request.signedIn, openByRule, new Map<string, number>());
      return ALL_RULES.map((rule) => ruleSummary(rule, open.get(rule.code) ?? 0));
    });
    app.get('/api/law/rules/:code', { schema: { params: code, querystring: asked } }, async (request, reply) => {
      const rule = findRule(request.params.code);
      const asking = askingOf(deps, request.signedIn, request.query);
      if (rule === null || asking === null) return replyRefusal(reply, notFound('没有这条规则或这个地区。'));
      const since = addMonths(deps.clock.today(), -12);
      return rulePage(rule, asking, await seeing(deps.store, request.signedIn, async (tx) => firedOf(await firedSince(tx, rule.code, since)), NEVER));
    });
    app.get('/api/law/rules/:code/schema', { schema: { params: code } }, async (request, reply) => {
      const form = findRule(request.params.code)?.facts ?? CALCULATORS.find((one) => one.code === request.params.code)?.facts;
      return form === undefined ? replyRefusal(reply, notFound('没有这条规则或计算器。')) : form.jsonSchema();
    });
    app.post('/api/law/rules/:code/run', { schema: { params: code, body: run } }, async (request, reply) => {
      const rule = findRule(request.params.code);
      const asking = askingOf(deps, request.signedIn, request.body);
      if (rule === null || asking === null) return replyRefusal(reply, notFound('没有这条规则或这个地区。'));
      const told = tellRule(rule, asking, request.body.facts);
      return told.ok ? told.told : reply.code(422).send(faultsWire(told.faults));
    });

    app.get('/api/law/calculators', async () => calculatorSummaries());
    app.get('/api/law/calculators/:code', { schema: { params: code, querystring: asked } }, async (request, reply) => {
      const calculator = CALCULATORS.find((one) => one.code === request.params.code);
      const asking = askingOf(deps, request.signedIn, request.query);
      return calculator === undefined || asking === null ? replyRefusal(reply, notFound('没有这个计算器或这个地区。')) : calculatorPage(calculator, asking);
    });
    app.post('/api/law/calculators/:code/run', { schema: { params: code, body: run } }, async (request, reply) => {
      const calculator = CALCULATORS.find((one) => one.code === request.params.code);
      const asking = askingOf(deps, request.signedIn, request.body);
      if (calculator === undefined || asking === null) return replyRefusal(reply, notFound('没有这个计算器或这个地区。'));
      const told = tellCalculator(calculator, asking, request.body.facts);
      return told.ok ? told.told : reply.code(422).send(faultsWire(told.faults));
    });

    app.get('/api/law/procedures', async () => procedureSummaries());
    app.get('/api/law/procedures/:code', { schema: { params: code } }, async (request, reply) => {
      const procedure = PROCEDURES.find((one) => one.code === request.params.code);
      return procedure === undefined ? replyRefusal(reply, notFound('没有这个流程。')) : procedurePage(procedure);
    });
    app.get('/api/law/instruments', async () => instrumentSummaries());
    app.get('/api/law/instruments/:code', { schema: { params: code } }, async (request, reply) => {
      return instrumentPage(request.params.code) ?? replyRefusal(reply, notFound('没有收录这部法规。'));
    });
    app.get('/api/law/places', async () => deps.places);
    app.get('/api/law/due', { schema: { querystring: dueQuery } }, async (request) => {
      const { from, n, unit } = request.query;
      const counted = deadline(from as CivilDate, periodOf(unit, n), deps.calendar);
      const unusual = unit === 'working-days' ? unusualDays(from as CivilDate, counted.due, deps.calendar) : [];
      return dueWire({ ...counted, trace: [...counted.trace, ...unusual] });
    });
  };
}

/** The day and place that were asked for, or the reader's own and today; null for a place there is none of. */
function askingOf(deps: RulebookRoutesDeps, who: SignedIn, { profile, on }: z.infer<typeof asked>): Asking | null {
  const chosen = profile === undefined ? deps.profileOf(who.regionCode) : deps.findProfile(profile);
  const day = on === undefined ? deps.clock.today() : parseCivilDate(on);
  return chosen === null || day === null ? null : { profile: chosen, on: day, calendar: deps.calendar };
}

/** What the reader may see of warnings; the administrator sees none, but may read the law. */
async function seeing<T>(store: Store, who: SignedIn, work: (tx: Tx) => Promise<T>, nothing: T): Promise<T> {
  return who.scope.role === 'app_admin' ? nothing : store.reading(who.scope, work);
}

const NEVER: Fired = { raised: 0, open: 0, closed: 0, true: 0, data: 0, falseAlarm: 0, other: 0, months: [] };

function firedOf(counts: Awaited<ReturnType<typeof firedSince>>): Fired {
  const { raised, open, paid, transferred, dataCorrected, falseAlarm, other, months: byMonth } = counts;
  return { raised, open, closed: raised - open, true: paid + transferred, data: dataCorrected, falseAlarm, other, months: byMonth };
}

function periodOf(unit: z.infer<typeof dueQuery>['unit'], n: number): Period {
  return unit === 'working-days' ? workingDays(n) : unit === 'natural-days' ? naturalDays(n) : months(n);
}

function dueWire({ due, unrolled, provisional, trace }: Deadline): DueAnswer {
  return { due, unrolled, provisional, trace };
}

function faultsWire(faults: readonly FactFault[]): FactFaults {
  const fields = faults.map(({ fact, says }) => ({ path: fact, says }));
  return { code: 'facts-invalid', says: faults.map(({ fact, says }) => `${fact}：${says}`).join('；'), faults, fields };
}
