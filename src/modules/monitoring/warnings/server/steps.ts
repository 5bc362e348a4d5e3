import { createHash } from 'node:crypto';
import { refuse, type Refusal, type Result, ok } from '#kernel/result.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import { isRole } from '#modules/office/accounts/domain/index.ts';
import { record } from '#platform/audit/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Store, Tx } from '#platform/db/index.ts';
import { announce } from '#platform/outbox/index.ts';
import { notFound, type SignedIn } from '#platform/http/index.ts';
import { dayOf } from '#kernel/civil-moment.ts';
import { byPerson, type Change, type Command, isOnesStep, mayTake, type OfficeDays, PERSON_STEPS, type Setting, type Warning } from '../domain/index.ts';
import type { StepCommand, WarningPage } from '../domain/wire.ts';
import { type PageDeps, readPage } from './page.ts';
import { momentNow } from './place.ts';
import { actorOf } from './rows.ts';
import { actionOf, deskAnnouncements } from './announced.ts';
import { LIFE_COLUMNS, type LifeRow, warningOf } from './store.ts';

/** A file that proves something, as it came. */
export interface EvidenceFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

export interface StepDeps extends PageDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly days: OfficeDays;
}

/** Takes a person's step and answers with the page as it is then. The same command id again changes nothing. */
export async function takeStep(
  deps: StepDeps,
  who: SignedIn,
  id: string,
  command: StepCommand,
  files: readonly EvidenceFile[],
): Promise<Result<WarningPage, Refusal>> {
  const actor = actorOf(who);
  if (!isOnesStep(command.step, actor)) {
    return refuse({ code: 'step-not-allowed', says: `“${PERSON_STEPS[command.step].label}”不是你的岗位能做的。找有此权限的人办理。` });
  }
  return deps.store.within(who.scope, async (tx): Promise<Result<WarningPage, Refusal>> => {
    // Locked until the end: two people who press at once take their steps one after the other.
    const [row] = await tx.query<StepRow>(`select ${LIFE_COLUMNS}, w.gc_enterprise_id from monitoring.warning w where w.id = $1 for update of w`, [id]);
    if (row === undefined) return refuse(notFound());
    const setting: Setting = { now: momentNow(deps.clock), ladder: deps.placeOf(row.region_code).ladder, days: deps.days };
    const today = deps.clock.today();
    const repeated = await earlier(tx, row, command.commandId);
    if (repeated !== null && (repeated.by_account_id !== who.accountId || repeated.warning_id !== id)) {
      return refuse({ code: 'command-reused', says: '这次操作的编号已被另一次操作用过。刷新页面后再做一次。' });
    }
    if (repeated === null) {
      const warning = warningOf(row);
      // Whether the step is open at all is said before anything else is looked up.
      const may = mayTake(command.step, warning, actor);
      if (!may.ok) return may;
      const asked = await commandOf(tx, row, command, files);
      if (!asked.ok) return asked;
      const result = byPerson(warning, asked.value, actor, setting);
      if (!result.ok) return result;
      await keep(tx, row, result.value, command, files, who, deps.clock.now());
    }
    const page = await readPage(tx, deps, who, id, today, setting);
    return page === null ? refuse(notFound()) : ok(page);
  });
}

async function earlier(tx: Tx, row: LifeRow, commandId: string): Promise<{ warning_id: string; by_account_id: string } | null> {
  const [known] = await tx.query<{ warning_id: string; by_account_id: string }>(
    'select warning_id, by_account_id from monitoring.step where project_id = $1 and command_id = $2',
    [row.project_id, commandId],
  );
  return known ?? null;
}

async function commandOf(tx: Tx, row: LifeRow, command: StepCommand, files: readonly EvidenceFile[]): Promise<Result<Command, Refusal>> {
  const base = { step: command.step, note: command.note?.trim() ?? '', reason: command.reason ?? null, evidenceCount: files.length };
  if (command.step !== 'assign' || command.assigneeId === undefined) return ok({ ...base, assignee: null });
  const [account] = await tx.query<{ id: string; role: string }>(
    `select id, role from office.account where id = $1 and disabled_at is null and $2 like region_code || '%'`,
    [command.assigneeId, row.region_code],
  );
  // An assignee who could not take the next step would leave the matter lying.
  const canHandle = account !== undefined && isRole(account.role) && PERSON_STEPS.handle.roles.includes(account.role);
  if (!canHandle || !isRole(account.role)) return refuse({ code: 'step-assignee-invalid', says: '选的人不在本地，或不能处置预警。换一个人再指派。' });
  return ok({ ...base, assignee: { accountId: account.id, role: account.role } });
}

type StepRow = LifeRow & { readonly gc_enterprise_id: string };

async function keep(tx: Tx, row: StepRow, change: Change, command: StepCommand, files: readonly EvidenceFile[], who: SignedIn, at: Date): Promise<void> {
  if (change.happening !== 'commented') await update(tx, row.id, change.warning, who);
  const [step] = await tx.query<{ id: string }>(
    `insert into monitoring.step (project_id, warning_id, step, from_state, to_state, by_account_id, by_name, by_role, note, reason, command_id, level_from, level_to, happened_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning id`,
    [
      row.project_id,
      row.id,
      change.happening,
      change.fromState,
      change.warning.state,
      who.accountId,
      who.name,
      who.role,
      command.note?.trim() || null,
      change.happening === 'closed' ? command.reason : null,
      command.commandId,
      change.levelFrom,
      change.warning.level,
      at,
    ],
  );
  for (const file of files) {
    await tx.query(
      'insert into monitoring.evidence (project_id, warning_id, step_id, file_name, media_type, size, sha256, content, by_account_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [
        row.project_id,
        row.id,
        step?.id,
        file.fileName,
        file.mediaType,
        file.content.length,
        createHash('sha256').update(file.content).digest(),
        file.content,
        who.accountId,
      ],
    );
  }
  if (change.happening === 'closed') await announceClosed(tx, row, change);
  await record(tx, {
    by: who,
    action: actionOf(change.happening),
    object: `warning:${row.id}`,
    region: row.region_code,
    detail: {
      rule: row.rule_code,
      from: change.fromState,
      to: change.warning.state,
      level: change.warning.level,
      reason: command.reason ?? null,
      evidence: files.length,
    },
  });
  const before = { role: row.owner_role, accountId: row.owner_account_id };
  const warning = { id: row.id, projectId: row.project_id, regionCode: row.region_code, enterpriseId: row.gc_enterprise_id };
  await announce(tx, ...deskAnnouncements(warning, change, before, at));
}

async function announceClosed(tx: Tx, row: StepRow, { warning }: Change): Promise<void> {
  await announce(tx, {
    kind: 'warning.closed',
    subject: `warning:${row.id}`,
    regionCode: row.region_code,
    enterpriseId: row.gc_enterprise_id,
    projectId: row.project_id,
    body: { ruleCode: row.rule_code, level: warning.level, reason: warning.closeReason },
  });
}

/** Exactly the columns the person's database role may write. */
async function update(tx: Tx, id: string, warning: Warning, who: SignedIn): Promise<void> {
  const columns: [string, unknown][] = [
    ['state', warning.state],
    ['act_by', dayOf(warning.actUntil)],
    ['act_until', warning.actUntil],
    ['owner_role', warning.ownerRole],
    ['owner_account_id', warning.ownerAccountId],
    ['handled_by', warning.handledBy],
    ['handled_by_role', warning.handledByRole],
    ['verified_by', warning.verifiedBy],
  ];
  if (who.scope.role !== 'app_enterprise') {
    columns.push(
      ['closed_on', warning.closedOn],
      ['close_reason', warning.closeReason],
      ['escalated_from', warning.escalatedFrom],
      ['reopened', warning.reopened],
    );
  }
  await tx.query(
    `update monitoring.warning set ${columns.map(([name], place) => `${name} = $${place + 2}`).join(', ')}, changed_at = clock_timestamp() where id = $1`,
    [id, ...columns.map(([, value]) => value)],
  );
}

export interface Download {
  readonly fileName: string;
  readonly content: Buffer;
}

/** A file somebody attached; looking at it is noted, because such files carry names and card numbers. */
export async function openEvidence(deps: { readonly store: Store }, who: SignedIn, warningId: string, evidenceId: string): Promise<Download | null> {
  return deps.store.within(who.scope, async (tx) => {
    const [row] = await tx.query<{ file_name: string; content: Buffer; region_code: string }>(
      'select e.file_name, e.content, w.region_code from monitoring.evidence e join monitoring.warning w on w.id = e.warning_id where e.warning_id = $1 and e.id = $2',
      [warningId, evidenceId],
    );
    if (row === undefined) return null;
    await record(tx, { by: who, action: 'evidence.opened', object: `warning:${warningId}`, region: row.region_code, detail: { evidence: evidenceId } });
    return { fileName: row.file_name, content: row.content };
  });
}

/** The page for somebody who only looks. */
export async function openPage(deps: StepDeps, who: SignedIn, id: string): Promise<WarningPage | null> {
  const today: CivilDate = deps.clock.today();
  return deps.store.reading(who.scope, (tx) =>
    readPage(tx, deps, who, id, today, { now: momentNow(deps.clock), ladder: deps.placeOf(who.regionCode).ladder, days: deps.days }),
  );
}
