import type { CivilDate } from '#kernel/civil-date.ts';
import type { Store, Tx } from '#platform/db/index.ts';
import type { Clock } from '#platform/clock.ts';
import { type AnyRule, evaluate, type Evaluation, type Facts, feedBits, isDataRule, isFinding, type Outcome, type Prepared } from '../domain/evaluate.ts';
import { byData, type Found, type OfficeDays, type Setting } from '../domain/index.ts';
import { momentNow, type Place, type PlaceOf } from './place.ts';
import {
  type LifeRow,
  type ProjectRow,
  type Question,
  readKnown,
  readProjects,
  type Touch,
  touch,
  warningOf,
  type Write,
  write,
  writeQuestions,
} from './store.ts';
import type { Finding } from '#law/rule.ts';

/** Where the facts come from. */
export interface FactsSource {
  /** Brings the kept facts of the projects up to their records. */
  recompute(tx: Tx, wanted: { readonly asOf: CivilDate; readonly projectIds: readonly string[] }): Promise<unknown>;
  read(tx: Tx, wanted: { readonly asOf: CivilDate; readonly projectIds: readonly string[] }): Promise<Facts>;
}

export interface SweepDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly placeOf: PlaceOf;
  readonly days: OfficeDays;
  readonly facts: FactsSource;
}

export interface SweepOrder {
  /** Only what changed since the last sweep, everything, or these. */
  readonly projects: 'dirty' | 'all' | readonly string[];
  /** False when the facts are known to be up to date, as after a bulk load. */
  readonly recompute?: boolean;
}

export interface SweepReport {
  readonly on: CivilDate;
  readonly projects: number;
  readonly projectMonths: number;
  readonly raised: number;
  readonly changed: number;
  readonly cleared: number;
  readonly undetermined: readonly { readonly rule: string; readonly missing: string; readonly count: number }[];
}

/** Projects in one transaction: short enough that a person's step never waits long, long enough that set-based statements pay. */
const PROJECTS_PER_TRANSACTION = 250;
/** One sweep writes at a time in the whole database; people are not held up by it. */
const SWEEP_LOCK = 7_210_201;

/** Asks the rules about the projects and lets the warnings follow what they say. Doing it twice changes nothing. */
export async function sweep(deps: SweepDeps, order: SweepOrder): Promise<SweepReport> {
  const on = deps.clock.today();
  const ids = await deps.store.within({ role: 'app_job' }, (tx) => wanted(tx, order.projects));
  const tally = new Tally(on);
  if (ids.length === 0) return tally.report();
  const started = deps.clock.now();
  for (let from = 0; from < ids.length; from += PROJECTS_PER_TRANSACTION) {
    const batch = ids.slice(from, from + PROJECTS_PER_TRANSACTION);
    await deps.store.within({ role: 'app_job' }, async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [SWEEP_LOCK]);
      if (order.recompute !== false) await deps.facts.recompute(tx, { asOf: on, projectIds: batch });
      await sweepBatch(tx, deps, batch, on, tally);
    });
  }
  await deps.store.within({ role: 'app_job' }, (tx) => tally.keep(tx, started));
  return tally.report();
}

async function wanted(tx: Tx, projects: SweepOrder['projects']): Promise<readonly string[]> {
  if (typeof projects !== 'string') return projects;
  const rows = await tx.query<{ id: string }>(
    projects === 'all' ? 'select id from prevention.project order by id' : 'select distinct project_id as id from prevention.dirty order by 1',
  );
  return rows.map((row) => row.id);
}

async function sweepBatch(tx: Tx, deps: SweepDeps, projectIds: readonly string[], on: CivilDate, tally: Tally): Promise<void> {
  const projects = await readProjects(tx, projectIds);
  const facts = await deps.facts.read(tx, { asOf: on, projectIds });
  const known = await readKnown(tx, projectIds);
  const moment = momentNow(deps.clock);
  for (const [place, here] of byPlace(projects, deps.placeOf)) {
    const ids = new Set(here.map((project) => project.id));
    const mine = factsOf(facts, ids, here.length === projects.length);
    const prepared = place.prepare(on);
    const evaluation = evaluate(prepared, mine);
    const setting: Setting = { now: moment, ladder: place.ladder, days: deps.days };
    const plan = compare(
      here,
      known.filter((row) => ids.has(row.project_id)),
      evaluation,
      prepared,
      setting,
      on,
    );
    const { raced } = await write(tx, plan.writes, { at: deps.clock.now(), on, profile: place.profile });
    await touch(tx, plan.touches);
    await writeQuestions(tx, [...ids], plan.questions, on);
    if (raced.length > 0) {
      await tx.query("insert into prevention.dirty (project_id, why) select distinct id, 'raced' from unnest($1::bigint[]) as id", [raced]);
    }
    tally.add(place.profile, here.length, mine.months.length, plan.writes, plan.undetermined);
    for (const { rule, missing } of prepared.undetermined) tally.wait(rule.code, missing.join('；'), here.length);
  }
}

function byPlace(projects: readonly ProjectRow[], placeOf: PlaceOf): Map<Place, ProjectRow[]> {
  const places = new Map<Place, ProjectRow[]>();
  for (const project of projects) {
    const place = placeOf(project.region_code);
    const others = places.get(place);
    if (others === undefined) places.set(place, [project]);
    else others.push(project);
  }
  return places;
}

function factsOf(facts: Facts, ids: ReadonlySet<string>, all: boolean): Facts {
  if (all) return facts;
  const mine = (row: { readonly projectId: string }) => ids.has(row.projectId);
  return {
    projects: facts.projects.filter(mine),
    months: facts.months.filter(mine),
    workers: (facts.workers ?? []).filter(mine),
    feeds: facts.feeds.filter(mine),
  };
}

interface Plan {
  readonly writes: Write[];
  readonly touches: Touch[];
  readonly questions: readonly Question[];
  readonly undetermined: ReadonlyMap<string, number>;
}

const keyOf = (projectId: string, rule: string, subjectKey: string) => `${projectId}|${rule}|${subjectKey}`;

/** What must be written so that the warnings say what the rules say. Pure. */
export function compare(
  projects: readonly ProjectRow[],
  known: readonly LifeRow[],
  evaluation: Evaluation,
  prepared: Prepared,
  setting: Setting,
  on: CivilDate,
): Plan {
  const plan: Plan = { writes: [], touches: [], ...questionsOf(evaluation.outcomes) };
  const rules = new Map([...prepared.projects, ...prepared.months, ...prepared.workers, ...prepared.feeds].map(({ rule }) => [rule.code, rule as AnyRule]));
  const knownByKey = new Map(known.map((row) => [keyOf(row.project_id, row.rule_code, row.subject_key), row]));
  const projectById = new Map(projects.map((project) => [project.id, project]));
  const answered = new Set<string>();

  for (const outcome of evaluation.outcomes) {
    const project = projectById.get(outcome.projectId);
    if (project === undefined) continue;
    const key = keyOf(outcome.projectId, outcome.rule.code, outcome.subjectKey);
    answered.add(key);
    if (isFinding(outcome)) follow(plan, project, knownByKey.get(key) ?? null, outcome, setting);
  }
  for (const [key, row] of knownByKey) {
    const rule = rules.get(row.rule_code);
    const project = projectById.get(row.project_id);
    // A rule that left the catalogue says nothing, not that all is well.
    if (answered.has(key) || rule === undefined || project === undefined) continue;
    const withheld = ((evaluation.stale.get(row.project_id) ?? 0) & feedBits(rule.feeds)) !== 0 && !isDataRule(rule);
    if (withheld) {
      if (row.stale_since === null && row.state !== 'closed') plan.touches.push({ id: row.id, says: row.says, dueOn: row.due_on, staleSince: on });
      continue;
    }
    const change = byData(warningOf(row), null, setting);
    if (change !== null) plan.writes.push({ known: row, project, change, outcome: null });
    if (row.stale_since !== null) plan.touches.push({ id: row.id, says: row.says, dueOn: row.due_on, staleSince: null });
  }
  return plan;
}

function follow(plan: Plan, project: ProjectRow, row: LifeRow | null, outcome: Outcome & { readonly answer: Finding }, setting: Setting): void {
  const { amountFen, people, says, dueOn } = outcome.answer;
  const found: Found = { level: setting.ladder.gradeOf[outcome.answer.level], amountFen, people, isData: isDataRule(outcome.rule) };
  const change = byData(row === null ? null : warningOf(row), found, setting);
  if (change !== null) plan.writes.push({ known: row, project, change, outcome });
  if (row === null || row.state === 'closed') return;
  if (row.stale_since !== null || (change === null && (row.says !== says || row.due_on !== dueOn)))
    plan.touches.push({ id: row.id, says, dueOn, staleSince: null });
}

/** Questions for people stay one by one; what is missing is said once for a rule and project, with how many objects wait for it. */
function questionsOf(outcomes: readonly Outcome[]): { questions: readonly Question[]; undetermined: ReadonlyMap<string, number> } {
  const questions: Question[] = [];
  const undetermined = new Map<string, number>();
  const missing = new Map<string, { outcome: Outcome; says: string; keys: string[] }>();
  for (const outcome of outcomes) {
    const { projectId, subjectKey, rule, answer } = outcome;
    if (answer.answer === 'needs-person') questions.push({ projectId, ruleCode: rule.code, subjectKey, kind: 'needs-person', says: answer.question });
    if (answer.answer !== 'cannot-determine') continue;
    const says = answer.missing.join('；');
    undetermined.set(`${rule.code}|${says}`, (undetermined.get(`${rule.code}|${says}`) ?? 0) + 1);
    const one = missing.get(`${projectId}|${rule.code}`);
    if (one === undefined) missing.set(`${projectId}|${rule.code}`, { outcome, says, keys: [subjectKey] });
    else one.keys.push(subjectKey);
  }
  for (const { outcome, says, keys } of missing.values()) {
    const where = keys.length === 1 ? '' : `（${keys[0]}等 ${keys.length} 项）`;
    questions.push({ projectId: outcome.projectId, ruleCode: outcome.rule.code, subjectKey: '*', kind: 'cannot-determine', says: `缺少：${says}${where}` });
  }
  return { questions, undetermined };
}

/** Counts a sweep across its transactions. */
class Tally {
  readonly on: CivilDate;
  readonly profiles = new Set<string>();
  readonly undetermined = new Map<string, number>();
  projects = 0;
  projectMonths = 0;
  raised = 0;
  changed = 0;
  cleared = 0;

  constructor(on: CivilDate) {
    this.on = on;
  }

  add(profile: string, projects: number, months: number, writes: readonly Write[], undetermined: ReadonlyMap<string, number>): void {
    this.profiles.add(profile);
    this.projects += projects;
    this.projectMonths += months;
    for (const { change } of writes) {
      if (change.happening === 'raised') this.raised += 1;
      else if (change.happening === 'cleared') this.cleared += 1;
      else this.changed += 1;
    }
    for (const [what, count] of undetermined) this.undetermined.set(what, (this.undetermined.get(what) ?? 0) + count);
  }

  /** A rule that waits for a number of the place, for so many projects. */
  wait(rule: string, missing: string, projects: number): void {
    const what = `${rule}|${missing}`;
    this.undetermined.set(what, (this.undetermined.get(what) ?? 0) + projects);
  }

  report(): SweepReport {
    const undetermined = [...this.undetermined].map(([what, count]) => {
      const [rule = '', missing = ''] = what.split('|');
      return { rule, missing, count };
    });
    return {
      on: this.on,
      projects: this.projects,
      projectMonths: this.projectMonths,
      raised: this.raised,
      changed: this.changed,
      cleared: this.cleared,
      undetermined,
    };
  }

  async keep(tx: Tx, started: Date): Promise<void> {
    const { projects, projectMonths, raised, changed, cleared, undetermined } = this.report();
    await tx.query(
      `insert into monitoring.sweep (on_day, profile, projects, project_months, raised, changed, cleared, undetermined, started_at, ended_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now())`,
      [this.on, [...this.profiles].join(','), projects, projectMonths, raised, changed, cleared, JSON.stringify(undetermined), started],
    );
  }
}

/** What the rules would say on any day, kept nowhere: the facts are computed in a transaction that is then thrown away. */
export async function findingsAsOf(
  deps: SweepDeps,
  asOf: CivilDate,
  projectIds?: readonly string[],
): Promise<readonly (Outcome & { readonly projectName: string })[]> {
  const found: (Outcome & { readonly projectName: string })[] = [];
  const ids = projectIds ?? (await deps.store.within({ role: 'app_job' }, (tx) => wanted(tx, 'all')));
  for (let from = 0; from < ids.length; from += PROJECTS_PER_TRANSACTION) {
    const batch = ids.slice(from, from + PROJECTS_PER_TRANSACTION);
    await deps.store
      .within({ role: 'app_job' }, async (tx) => {
        const projects = await readProjects(tx, batch);
        await deps.facts.recompute(tx, { asOf, projectIds: batch });
        const facts = await deps.facts.read(tx, { asOf, projectIds: batch });
        for (const [place, here] of byPlace(projects, deps.placeOf)) {
          const names = new Map(here.map((project) => [project.id, project.name]));
          const { outcomes } = evaluate(place.prepare(asOf), factsOf(facts, new Set(names.keys()), here.length === projects.length));
          for (const outcome of outcomes) found.push({ ...outcome, projectName: names.get(outcome.projectId) ?? '' });
        }
        throw new ThrownAway();
      })
      .catch((problem: unknown) => {
        if (!(problem instanceof ThrownAway)) throw problem;
      });
  }
  return found;
}

/** Ends a transaction that was only a question. */
class ThrownAway extends Error {}
