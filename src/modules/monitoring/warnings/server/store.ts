import { createHash } from 'node:crypto';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Finding, Level } from '#law/rule.ts';
import { type Act, recordAll, SYSTEM } from '#platform/audit/index.ts';
import type { Tx } from '#platform/db/index.ts';
import { announce, type Announcement } from '#platform/outbox/index.ts';
import type { Outcome } from '../domain/evaluate.ts';
import { type CivilMoment, dayOf } from '#kernel/civil-moment.ts';
import type { Change, Warning } from '../domain/index.ts';
import type { CloseReason, WarningState } from '../domain/wire.ts';
import type { Role } from '#modules/office/accounts/domain/index.ts';
import { actionOf, deskAnnouncements } from './announced.ts';

/** The columns of a warning's life, as the database gives them. */
export interface LifeRow {
  id: string;
  project_id: string;
  region_code: string;
  rule_code: string;
  rule_version: number;
  subject_key: string;
  is_data: boolean;
  level: Level;
  found_level: Level;
  levels_added: number;
  state: WarningState;
  standing: boolean;
  stale_since: string | null;
  says: string;
  amount_fen: string;
  people: number;
  due_on: string;
  act_until: string;
  owner_role: Role;
  owner_account_id: string | null;
  handled_by: string | null;
  handled_by_role: Role | null;
  verified_by: string | null;
  escalated_from: number;
  reopened: number;
  raised_on: CivilDate;
  closed_on: CivilDate | null;
  close_reason: CloseReason | null;
  /** Text with microseconds: what an optimistic write is held against. */
  changed_at: string;
}

export const LIFE_COLUMNS = `w.id, w.project_id, w.region_code, w.rule_code, w.rule_version, w.subject_key, w.is_data, w.level, w.found_level, w.levels_added,
  w.state, w.standing, w.stale_since, w.says, w.amount_fen, w.people, w.due_on, w.act_until, w.owner_role, w.owner_account_id, w.handled_by,
  w.handled_by_role, w.verified_by, w.escalated_from, w.reopened, w.raised_on, w.closed_on, w.close_reason, w.changed_at::text as changed_at`;

export function warningOf(row: LifeRow): Warning {
  return {
    state: row.state,
    level: row.level,
    foundLevel: row.found_level,
    levelsAdded: row.levels_added,
    standing: row.standing,
    isData: row.is_data,
    amountFen: BigInt(row.amount_fen),
    people: row.people,
    ownerRole: row.owner_role,
    ownerAccountId: row.owner_account_id,
    handledBy: row.handled_by,
    handledByRole: row.handled_by_role,
    verifiedBy: row.verified_by,
    actUntil: row.act_until.slice(0, 16) as CivilMoment,
    escalatedFrom: row.escalated_from,
    reopened: row.reopened,
    raisedOn: row.raised_on,
    closedOn: row.closed_on,
    closeReason: row.close_reason,
  };
}

function lifeColumns(warning: Warning): Record<string, unknown> {
  return {
    level: warning.level,
    found_level: warning.foundLevel,
    levels_added: warning.levelsAdded,
    state: warning.state,
    standing: warning.standing,
    amount_fen: String(warning.amountFen),
    people: warning.people,
    act_by: dayOf(warning.actUntil),
    act_until: warning.actUntil,
    owner_role: warning.ownerRole,
    owner_account_id: warning.ownerAccountId,
    handled_by: warning.handledBy,
    handled_by_role: warning.handledByRole,
    verified_by: warning.verifiedBy,
    escalated_from: warning.escalatedFrom,
    reopened: warning.reopened,
    closed_on: warning.closedOn,
    close_reason: warning.closeReason,
  };
}

/** The project a warning hangs on, with what its row copies for policies and lists. */
export interface ProjectRow {
  id: string;
  name: string;
  region_code: string;
  industry: string;
  gc_enterprise_id: string;
  gc_name: string;
}

export function readProjects(tx: Tx, projectIds: readonly string[]): Promise<ProjectRow[]> {
  return tx.query<ProjectRow>(
    `select p.id, p.name, p.region_code, p.industry, p.gc_enterprise_id, e.name as gc_name
     from prevention.project p join prevention.enterprise e on e.id = p.gc_enterprise_id where p.id = any($1)`,
    [projectIds],
  );
}

/** The latest warning of each rule and object of the projects. */
export function readKnown(tx: Tx, projectIds: readonly string[]): Promise<LifeRow[]> {
  return tx.query<LifeRow>(
    `select distinct on (w.project_id, w.rule_code, w.subject_key) ${LIFE_COLUMNS}
     from monitoring.warning w where w.project_id = any($1) order by w.project_id, w.rule_code, w.subject_key, w.id desc`,
    [projectIds],
  );
}

/** A new warning of the data, or a change to a known one; `outcome` is what the law said, absent when it said nothing. */
export interface Write {
  readonly known: LifeRow | null;
  readonly project: ProjectRow;
  readonly change: Change;
  readonly outcome: (Outcome & { readonly answer: Finding }) | null;
}

export interface Moment {
  /** When it happened by the product's clock. */
  readonly at: Date;
  readonly on: CivilDate;
  readonly profile: string;
}

const WARNING_COLUMNS = `level smallint, found_level smallint, levels_added smallint, state text, standing boolean, amount_fen bigint, people integer, act_by date,
  act_until timestamp, owner_role text, owner_account_id bigint, handled_by bigint, handled_by_role text, verified_by bigint, escalated_from smallint, reopened smallint,
  closed_on date, close_reason text`;
const LIFE_NAMES = WARNING_COLUMNS.split(',').map((column) => column.trim().split(' ')[0] ?? '');
const MATTER_COLUMNS = 'rule_version smallint, title text, says text, duty text, due_on date';

/** Bounds the parameters of one statement; a sweep of a province writes many such batches. */
const ROWS_PER_STATEMENT = 2_000;

/**
 * Writes what the data or the clock did: warnings, findings, steps and audit rows, set by set. A warning somebody else
 * changed meanwhile is left alone and its project given back, to be looked at again.
 */
export async function write(tx: Tx, writes: readonly Write[], moment: Moment): Promise<{ readonly written: number; readonly raced: readonly string[] }> {
  const raced: string[] = [];
  let written = 0;
  for (let from = 0; from < writes.length; from += ROWS_PER_STATEMENT) {
    const batch = writes.slice(from, from + ROWS_PER_STATEMENT);
    const ids = await writeWarnings(tx, batch, moment);
    const done: (Write & { readonly id: string })[] = [];
    batch.forEach((one, place) => {
      const id = ids.get(place);
      if (id === undefined) raced.push(one.project.id);
      else done.push({ ...one, id });
    });
    await writeFindings(tx, done, moment);
    await writeSteps(tx, done, moment);
    await recordAll(tx, SYSTEM, done.map(act));
    await announce(tx, ...done.flatMap(announcementsOf), ...done.flatMap((one) => onDesk(one, moment.at)));
    written += done.length;
  }
  return { written, raced };
}

async function writeWarnings(tx: Tx, batch: readonly Write[], moment: Moment): Promise<Map<number, string>> {
  const fresh: Record<string, unknown>[] = [];
  const changed: Record<string, unknown>[] = [];
  batch.forEach((one, place) => {
    const { outcome, change, project, known } = one;
    const matter = outcome === null ? {} : matterOf(outcome);
    const row = { ...lifeColumns(change.warning), ...matter, place };
    if (known === null || change.happening === 'raised') {
      if (outcome === null) throw new Error('a warning is raised without a finding');
      fresh.push({
        ...row,
        project_id: project.id,
        region_code: project.region_code,
        industry: project.industry,
        gc_enterprise_id: project.gc_enterprise_id,
        project_name: project.name,
        gc_name: project.gc_name,
        rule_code: outcome.rule.code,
        subject: outcome.rule.subject,
        subject_key: outcome.subjectKey,
        month: outcome.month === null ? null : `${outcome.month}-01`,
        is_data: change.warning.isData,
      });
    } else changed.push({ ...row, id: known.id, changed_at: known.changed_at, cleared: change.happening === 'cleared' });
  });
  const ids = new Map<number, string>();
  if (fresh.length > 0) {
    const rows = await tx.query<{ id: string; place: number }>(
      `with r as materialized (select * from json_to_recordset($1::json) as r(place integer, project_id bigint, region_code text, industry text, gc_enterprise_id bigint, project_name text,
         gc_name text, rule_code text, subject text, subject_key text, month date, is_data boolean, ${MATTER_COLUMNS}, ${WARNING_COLUMNS})),
       i as (insert into monitoring.warning (project_id, region_code, industry, gc_enterprise_id, project_name, gc_name, rule_code, subject, subject_key, month, is_data,
         rule_version, title, says, duty, due_on, ${LIFE_NAMES.join(', ')}, raised_on, raised_at, changed_at)
         select project_id, region_code, industry, gc_enterprise_id, project_name, gc_name, rule_code, subject, subject_key, month, is_data,
           rule_version, title, says, duty, due_on, ${LIFE_NAMES.join(', ')}, $2, $3, clock_timestamp() from r order by place
         on conflict (project_id, rule_code, subject_key) where state <> 'closed' do nothing
         returning id, project_id, rule_code, subject_key)
       select i.id, r.place from i join r using (project_id, rule_code, subject_key)`,
      [JSON.stringify(fresh), moment.on, moment.at],
    );
    for (const row of rows) ids.set(row.place, row.id);
  }
  if (changed.length > 0) {
    const rows = await tx.query<{ id: string; place: number }>(
      `update monitoring.warning w set ${LIFE_NAMES.map((name) => `${name} = r.${name}`).join(', ')},
         rule_version = coalesce(r.rule_version, w.rule_version), title = coalesce(r.title, w.title), says = coalesce(r.says, w.says), duty = coalesce(r.duty, w.duty),
         due_on = coalesce(r.due_on, w.due_on), cleared_on = case when r.cleared then $2::date when r.standing then null else w.cleared_on end, changed_at = clock_timestamp()
       from json_to_recordset($1::json) as r(place integer, id bigint, changed_at timestamptz, cleared boolean, ${MATTER_COLUMNS}, ${WARNING_COLUMNS})
       where w.id = r.id and w.changed_at = r.changed_at returning w.id, r.place`,
      [JSON.stringify(changed), moment.on],
    );
    for (const row of rows) ids.set(row.place, row.id);
  }
  return ids;
}

function matterOf({ rule, answer }: Outcome & { readonly answer: Finding }): Record<string, unknown> {
  return { rule_version: rule.version, title: rule.title, says: answer.says, duty: answer.duty, due_on: answer.dueOn };
}

async function writeFindings(tx: Tx, done: readonly (Write & { readonly id: string })[], moment: Moment): Promise<void> {
  const rows = done.flatMap(({ id, project, outcome }) =>
    outcome === null
      ? []
      : [
          {
            project_id: project.id,
            warning_id: id,
            rule_code: outcome.rule.code,
            rule_version: outcome.rule.version,
            level: outcome.answer.level,
            says: outcome.answer.says,
            finding: keptFinding(outcome.answer),
            parameters: outcome.parameters,
            facts_hash: createHash('sha256').update(JSON.stringify(outcome.facts, plain)).digest('hex'),
          },
        ],
  );
  if (rows.length === 0) return;
  await tx.query(
    `insert into monitoring.finding (project_id, warning_id, rule_code, rule_version, on_day, profile, level, says, finding, parameters, facts_hash)
     select project_id, warning_id, rule_code, rule_version, $2, $3, level, says, finding, parameters, decode(facts_hash, 'hex')
     from json_to_recordset($1::json) as r(project_id bigint, warning_id bigint, rule_code text, rule_version smallint, level smallint, says text, finding jsonb, parameters jsonb, facts_hash text)`,
    [JSON.stringify(rows, plain), moment.on, moment.profile],
  );
}

/** What of a finding is kept beside the columns of its row. */
export interface KeptFinding {
  readonly values: readonly { readonly label: string; readonly value: string; readonly unit: string; readonly threshold: string | null }[];
  readonly rows: Finding['rows'];
  readonly clears: string;
  readonly provisional: boolean;
  readonly amountFen: string;
  readonly people: number;
  readonly dueOn: string;
}

function keptFinding(finding: Finding): KeptFinding {
  return {
    values: finding.values.map(({ label, value, unit, threshold }) => ({
      label,
      value: String(value),
      unit,
      threshold: threshold === undefined ? null : String(threshold),
    })),
    rows: finding.rows,
    clears: finding.clears,
    provisional: finding.provisional,
    amountFen: String(finding.amountFen),
    people: finding.people,
    dueOn: finding.dueOn,
  };
}

/** bigint and Set in JSON. */
function plain(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  return value instanceof Set ? [...value] : value;
}

async function writeSteps(tx: Tx, done: readonly (Write & { readonly id: string })[], moment: Moment): Promise<void> {
  const rows = done.map(({ id, project, change }) => ({
    project_id: project.id,
    warning_id: id,
    step: change.happening,
    from_state: change.fromState,
    to_state: change.warning.state,
    level_from: change.levelFrom,
    level_to: change.warning.level,
    reason: change.warning.state === 'closed' && change.fromState !== 'closed' ? change.warning.closeReason : null,
  }));
  if (rows.length === 0) return;
  await tx.query(
    `insert into monitoring.step (project_id, warning_id, step, from_state, to_state, level_from, level_to, reason, happened_at)
     select project_id, warning_id, step, from_state, to_state, level_from, level_to, reason, $2
     from json_to_recordset($1::json) as r(project_id bigint, warning_id bigint, step text, from_state text, to_state text, level_from smallint, level_to smallint, reason text)`,
    [JSON.stringify(rows), moment.at],
  );
}

function act({ id, project, change, known, outcome }: Write & { readonly id: string }): Omit<Act, 'by'> {
  return {
    action: actionOf(change.happening),
    object: `warning:${id}`,
    region: project.region_code,
    detail: {
      rule: known?.rule_code ?? outcome?.rule.code ?? '',
      from: change.fromState,
      to: change.warning.state,
      levelFrom: change.levelFrom,
      level: change.warning.level,
    },
  };
}

/** What others are told of: that it began, grew late or ended; and of a feed that stopped, that too. No names, no amounts of persons. */
function announcementsOf({ id, project, change, known, outcome }: Write & { readonly id: string }): readonly Announcement[] {
  const rule = known?.rule_code ?? outcome?.rule.code ?? '';
  const where = { subject: `warning:${id}`, regionCode: project.region_code, enterpriseId: project.gc_enterprise_id, projectId: project.id };
  const { level, isData } = change.warning;
  const closed = change.warning.state === 'closed' && change.fromState !== 'closed';
  return [
    ...(change.happening === 'raised' ? [{ kind: 'warning.raised', ...where, body: { ruleCode: rule, level, isData } }] : []),
    ...(change.happening === 'raised' && rule === FEED_STOPPED
      ? [{ kind: 'feed.stopped', ...where, subject: `project:${project.id}`, body: { feed: outcome?.subjectKey ?? '', warningId: id } }]
      : []),
    ...(change.happening === 'escalated' ? [{ kind: 'warning.escalated', ...where, body: { ruleCode: rule, level, levelFrom: change.levelFrom } }] : []),
    ...(closed ? [{ kind: 'warning.closed', ...where, body: { ruleCode: rule, level, reason: change.warning.closeReason } }] : []),
  ];
}

/** 数据断流. */
const FEED_STOPPED = 'W-OPS-05';

function onDesk({ id, project, change, known }: Write & { readonly id: string }, at: Date): readonly Announcement[] {
  const before = known === null ? null : { role: known.owner_role, accountId: known.owner_account_id };
  return deskAnnouncements({ id, projectId: project.id, regionCode: project.region_code, enterpriseId: project.gc_enterprise_id }, change, before, at);
}

/** A new wording of the same finding (「逾期 12 天」 becomes 「逾期 13 天」), or a feed that stopped or spoke again: no step, only what the list shows. */
export interface Touch {
  readonly id: string;
  readonly says: string;
  readonly dueOn: string;
  readonly staleSince: string | null;
}

export async function touch(tx: Tx, touches: readonly Touch[]): Promise<void> {
  for (let from = 0; from < touches.length; from += ROWS_PER_STATEMENT) {
    await tx.query(
      `update monitoring.warning w set says = r.says, due_on = r."dueOn", stale_since = r."staleSince"
       from json_to_recordset($1::json) as r(id bigint, says text, "dueOn" date, "staleSince" date) where w.id = r.id`,
      [JSON.stringify(touches.slice(from, from + ROWS_PER_STATEMENT))],
    );
  }
}

export interface Question {
  readonly projectId: string;
  readonly ruleCode: string;
  readonly subjectKey: string;
  readonly kind: 'cannot-determine' | 'needs-person';
  readonly says: string;
}

/** Makes the open questions of the projects exactly these. */
export async function writeQuestions(tx: Tx, projectIds: readonly string[], questions: readonly Question[], on: CivilDate): Promise<void> {
  await tx.query(
    `with r as materialized (select * from json_to_recordset($2::json) as r("projectId" bigint, "ruleCode" text, "subjectKey" text, kind text, says text)),
     gone as (delete from monitoring.open_question q where q.project_id = any($1)
       and not exists (select from r where r."projectId" = q.project_id and r."ruleCode" = q.rule_code and r."subjectKey" = q.subject_key))
     insert into monitoring.open_question as q (project_id, rule_code, subject_key, kind, says, asked_on)
     select "projectId", "ruleCode", "subjectKey", kind, says, $3 from r
     on conflict (project_id, rule_code, subject_key) do update set kind = excluded.kind, says = excluded.says
     where (q.kind, q.says) is distinct from (excluded.kind, excluded.says)`,
    [projectIds, JSON.stringify(questions), on],
  );
}
