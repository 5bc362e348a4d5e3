import { addDays, type CivilDate } from '#kernel/civil-date.ts';
import { evaluate, type Facts, isDataRule, isFinding } from '#modules/monitoring/warnings/domain/evaluate.ts';
import type { PlaceOf } from '#modules/monitoring/warnings/server/place.ts';
import { readFacts } from '#modules/prevention/facts/server/index.ts';
import type { Store, Tx } from '#platform/db/index.ts';
import type { Alarm } from './score.ts';
import type { World } from './types.ts';

export interface DetectOrder {
  readonly store: Store;
  readonly placeOf: PlaceOf;
  readonly world: World;
  /** Days between two looks; 1 is every day. */
  readonly everyDays: number;
  /** Days by which everything reaches the office later than it happens. */
  readonly lagDays: number;
}

interface Standing {
  raisedOn: CivilDate;
  level: number;
  readonly project: string;
  readonly rule: string;
  readonly warns: readonly string[];
  readonly isData: boolean;
}

/**
 * Lives through the days of a loaded world and asks the rules each day about the records that had happened by then. A warning
 * counts once for a rule and subject, from the first day on which it was more than a hint.
 */
export async function detect(order: DetectOrder): Promise<Alarm[]> {
  const { world } = order;
  const standing = new Map<string, Standing>();
  const first = world.sites.map((site) => site.startedOn).sort()[0] ?? world.until;
  for (let day = first; day <= world.until; day = addDays(day, order.everyDays)) {
    const known = addDays(day, -order.lagDays);
    if (known < first) continue;
    for (const found of await order.store.within({ role: 'app_job' }, (tx) => findingsOn(tx, order, known))) {
      if (found.level < 1) continue;
      const key = `${found.project}|${found.rule}|${found.subject}`;
      const held = standing.get(key);
      if (held === undefined) standing.set(key, { ...found, raisedOn: day });
      else if (found.level > held.level) held.level = found.level;
    }
  }
  return [...standing.values()].map(({ project, rule, warns, level, isData, raisedOn }) => ({ project, rule, warns, level, isData, raisedOn }));
}

async function findingsOn(tx: Tx, order: DetectOrder, on: CivilDate): Promise<(Omit<Standing, 'raisedOn'> & { readonly subject: string })[]> {
  const reading = await readFacts(tx, { asOf: on, from: 'records' });
  const facts: Facts = { projects: await all(reading.projects()), months: await all(reading.projectMonths()), feeds: await all(reading.feeds()) };
  const codes = new Map((await tx.query<{ id: string; code: string }>('select id, code from prevention.project')).map((row) => [row.id, row.code]));
  const { outcomes } = evaluate(order.placeOf(order.world.countyCode).prepare(on), facts);
  return outcomes.filter(isFinding).map((outcome) => ({
    project: codes.get(outcome.projectId) ?? outcome.projectId,
    rule: outcome.rule.code,
    warns: outcome.rule.warns,
    subject: outcome.subjectKey,
    level: outcome.answer.level,
    isData: isDataRule(outcome.rule),
  }));
}

async function all<Row>(batches: AsyncIterable<readonly Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of batches) rows.push(...batch);
  return rows;
}
