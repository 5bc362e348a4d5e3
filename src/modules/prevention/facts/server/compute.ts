import type { CivilDate } from '#kernel/civil-date.ts';
import type { Fen } from '#kernel/fen.ts';
import type { Tx } from '#platform/db/index.ts';
import { statement } from './statement.ts';

/** What a computation of facts is asked for. */
export interface FactsAsked {
  readonly asOf: CivilDate;
  /** Absent: all projects. */
  readonly projectIds?: readonly string[];
  /** 当地月最低工资标准. Absent: nobody counts as paid below it, and the rule that needs it cannot determine. */
  readonly minimumWageFen?: Fen | null;
  /** Words in a memo that raise suspicion. */
  readonly suspectWords?: readonly string[];
}

/** 「摘要可疑词」 of the warning catalogue, where the profile names no others. */
const SUSPECT_WORDS = ['现金', '借款', '个人'];

// From this many projects on, the scratch tables are large enough that the planner must know their size.
const MANY_PROJECTS = 20;

/**
 * Computes all facts into the scratch tables of the transaction's session: nothing that is kept changes. Runs as app_job.
 * The order matters: each statement reads what the ones before it wrote.
 */
export async function computeFacts(tx: Tx, asked: FactsAsked, knownFirstMonth?: string | null): Promise<void> {
  const projects = asked.projectIds ?? null;
  const many = projects === null || projects.length >= MANY_PROJECTS;
  // Costs are guessed from scratch tables that are empty when planned: compiling such plans to machine code
  // costs more than it saves, and a rough sample tells the planner enough.
  await tx.query(`set local jit = off; set local default_statistics_target = 5; set local work_mem = '${many ? '128MB' : '16MB'}'; ${statement('scratch')}`);
  const from = knownFirstMonth === undefined ? await firstMonth(tx) : knownFirstMonth;
  const scope = [asked.asOf, projects, from];
  await tx.query(statement('roster'), scope.slice(0, 2));
  await tx.query(statement('card'), scope);
  await tx.query(statement('refund'), scope);
  await tx.query(statement('pay'), scope);
  if (many) await tx.query('analyze fact_roster, fact_card, fact_refund, fact_pay');
  await tx.query(statement('refund-month'));
  await tx.query(statement('pay-by-card'), scope);
  await tx.query(statement(many ? 'two-places' : 'two-places-of-few'), scope);
  await tx.query(statement('worker-month'), [...scope, asked.minimumWageFen ?? null]);
  if (many) await tx.query('analyze fact_worker');
  await tx.query(statement('project-month'), [...scope, (asked.suspectWords ?? SUSPECT_WORDS).map((word) => `%${word}%`)]);
  if (many) await tx.query('analyze fact_project_month');
  await tx.query(statement('project'), scope);
}

// What a connection found before. Records can only begin earlier than that, never later by more than some empty months.
const foundBefore = new WeakMap<Tx['client'], string>();

/** Where records begin at all, so that empty monthly partitions before need not even be planned. */
export async function firstMonth(tx: Tx): Promise<string | null> {
  const known = foundBefore.get(tx.client) ?? null;
  const [row] = await tx.query<{ month: string | null }>(statement('first-month'), [known]);
  const first = row?.month ?? known;
  if (first !== null) foundBefore.set(tx.client, first);
  return first;
}
