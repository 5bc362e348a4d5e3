import type { CivilDate } from '#kernel/civil-date.ts';
import type { Fen } from '#kernel/fen.ts';
import type { Finding } from '#law/rule.ts';
import { settleAttendance } from '#modules/prevention/facts/server/index.ts';
import type { Store, Tx } from '#platform/db/index.ts';
import type { Clock } from '#platform/clock.ts';
import { type AnyRule, evaluate, type Evaluation, feedBits, isDataRule, isFinding, type Outcome, type Prepared } from '../domain/evaluate.ts';
import { byData, type Found, type OfficeDays, type Setting } from '../domain/index.ts';
import type { FactsSource, FactsWanted } from './facts.ts';
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
  const tally = new Tally(deps.clock.today(), order.projects === 'all');
  const started = deps.clock.now();
  if (order.recompute !== false) await settleAttendance(deps.store);
  if (order.projects === 'all') await sweepAll(deps, order, tally);
  else await sweepSome(deps, order, order.projects, tally);
  if (tally.projects > 0 || tally.isFull) await deps.store.within(JOB, (tx) => tally.keep(tx, started));
  return tally.report();
}

const JOB = { role: 'app_job' } as const;

/** Everything: the facts in one transaction, the rules batch by batch. What is cut off in the middle is begun anew, because the full sweep of the day was not noted. */
async function sweepAll(deps: SweepDeps, order: SweepOrder, tally: Tally): Promise<void> {
  const ids = await deps.store.within(JOB, async (tx) => {
    await lock(tx);
    const projects = await tx.query<{ id: string; region_code: string }>('select id, region_code from prevention.project order by id');
    if (order.recompute !== false) {
      const wages = byMinimumWage(projects, deps, tally.on);
      const [only] = wages;
      if (wages.length === 1 && only !== undefined) await deps.facts.recompute(tx, { asOf: tally.on, keys: 'all', minimumWageFen: only.minimumWageFen });
      else {
        await takeDirty(tx);
        for (const { minimumWageFen, ids: keys } of wages) await deps.facts.recompute(tx, { asOf: tally.on, keys, minimumWageFen });
      }
    }
    return projects.map((project) => project.id);
  });
  for (const batch of inBatches(ids)) {
    await deps.store.within(JOB, async (tx) => {
      await lock(tx);
      await sweepBatch(tx, deps, batch, tally);
    });
  }
}

/** What changed, in one transaction: the mark of a change goes only when the warnings have followed it. */
async function sweepSome(deps: SweepDeps, order: SweepOrder, which: 'dirty' | readonly string[], tally: Tally): Promise<void> {
  await deps.store.within(JOB, async (tx) => {
    await lock(tx);
    let ids = which === 'dirty' ? await takeDirty(tx) : which;
    if (ids.length > 0 && order.recompute !== false) {
      const projects = await tx.query<{ id: string; region_code: string }>('select id, region_code from prevention.project where id = any($1)', [ids]);
      const changed = new Set<string>();
      for (const { minimumWageFen, ids: keys } of byMinimumWage(projects, deps, tally.on)) {
        const done = await deps.facts.recompute(tx, { asOf: tally.on, keys, minimumWageFen });
        for (const id of done === 'all' ? keys : done) changed.add(id);
      }
      ids = [...changed];
    }
    for (const batch of inBatches(ids)) await sweepBatch(tx, deps, batch, tally);
  });
}

async function lock(tx: Tx): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [SWEEP_LOCK]);
}

async function takeDirty(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(
    'with gone as (delete from prevention.dirty returning project_id) select distinct project_id as id from gone order by 1',
  );
  return rows.map((row) => row.id);
}

/** The facts count who was paid below the minimum wage, which is the place's. */
function byMinimumWage(
  projects: readonly { id: string; region_code: string }[],
  deps: SweepDeps,
  on: CivilDate,
): { minimumWageFen: Fen | null; ids: string[] }[] {
  const groups = new Map<Fen | null, string[]>();
  for (const { id, region_code } of projects) {
    const wage = deps.placeOf(region_code).minimumWageFen(on);
    const ids = groups.get(wage);
    if (ids === undefined) groups.set(wage, [id]);
    else ids.push(id);
  }
  return [...groups].map(([minimumWageFen, ids]) => ({ minimumWageFen, ids }));
}

function inBatches(ids: readonly string[]): (readonly string[])[] {
  const batches: (readonly string[])[] = [];
  for (let from = 0; from < ids.length; from += PROJECTS_PER_TRANSACTION) batches.push(ids.slice(from, from + PROJECTS_PER_TRANSACTION));
  return batches;
}

async function sweepBatch(tx: Tx, deps: SweepDeps, projectIds: readonly string[], tally: Tally): Promise<void> {
  const { on } = tally;
  const projects = await readProjects(tx, projectIds);
  const known = await readKnown(tx, projectIds);
  const moment = momentNow(deps.clock);
  for (const [place, here] of byPlace(projects, deps.placeOf)) {
    const ids = new Set(here.map((project) => project.id));
    const prepared = place.prepare(on);
    const facts = await deps.facts.kept(tx, wantedAt(place, prepared, on, [...ids]));
    const evaluation = evaluate(prepared, facts);
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
    tally.add(place.profile, here.length, facts.months.length, plan.writes, plan.undetermined);
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

function wantedAt(place: Place, prepared: Prepared, on: CivilDate, projectIds: readonly string[]): FactsWanted {
  return { asOf: on, projectIds, minimumWageFen: place.minimumWageFen(on), withWorkers: prepared.workers.length > 0 };
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
  readonly isFull: boolean;
  readonly profiles = new Set<string>();
  readonly undetermined = new Map<string, number>();
  projects = 0;
  projectMonths = 0;
  raised = 0;
  changed = 0;
  cleared = 0;

  constructor(on: CivilDate, isFull: boolean) {
    this.on = on;
    this.isFull = isFull;
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
      `insert into monitoring.sweep (on_day, profile, is_full, projects, project_months, raised, changed, cleared, undetermined, started_at, ended_at)
       values ($1, $2, $10, $3, $4, $5, $6, $7, $8, $9, now())`,
      [this.on, [...this.profiles].join(','), projects, projectMonths, raised, changed, cleared, JSON.stringify(undetermined), started, this.isFull],
    );
  }
}

/** What the rules would say on any day, kept nowhere. */
export async function findingsAsOf(
  deps: SweepDeps,
  asOf: CivilDate,
  placeOf: PlaceOf = deps.placeOf,
): Promise<readonly (Outcome & { readonly projectName: string })[]> {
  return deps.store.within(JOB, async (tx) => {
    const all = await tx.query<{ id: string }>('select id from prevention.project order by id');
    const found: (Outcome & { readonly projectName: string })[] = [];
    for (const batch of inBatches(all.map((row) => row.id))) {
      for (const [place, here] of byPlace(await readProjects(tx, batch), placeOf)) {
        const names = new Map(here.map((project) => [project.id, project.name]));
        const prepared = place.prepare(asOf);
        const facts = await deps.facts.asOf(tx, wantedAt(place, prepared, asOf, [...names.keys()]));
        for (const outcome of evaluate(prepared, facts).outcomes) found.push({ ...outcome, projectName: names.get(outcome.projectId) ?? '' });
      }
    }
    return found;
  });
}
