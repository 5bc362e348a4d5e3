import type { AlsoUndo } from '#modules/prevention/imports/server/index.ts';
import type { Tx } from '#platform/db/index.ts';

/**
 * Takes back what a message of the real-name interface left beside the records of files: what was said, papers, teams,
 * parties, the code of a project. Answers why it cannot be, where something stands on it; then nothing is changed.
 *
 * Enterprises and persons that became known stay known, as they do when a file is undone.
 */
export const undoRealName: AlsoUndo = async (tx, { importId, kind, projects }) => {
  const refusal = kind === 'ledger' ? await projectsInUse(tx, importId) : await stoodOn(tx, importId, projects);
  if (refusal !== null) return refusal;
  await tx.query('update prevention.real_name_record set superseded_at = now(), superseded_by_import = $1 where import_id = $1 and superseded_at is null', [
    importId,
  ]);
  await tx.query(
    'update prevention.real_name_record set superseded_at = null, superseded_by_import = null where superseded_by_import = $1 and import_id <> $1',
    [importId],
  );
  await tx.query('delete from prevention.real_name_file where import_id = $1', [importId]);
  await (kind === 'ledger' ? undoProjects(tx, importId) : undoTeamsAndParties(tx, importId));
  return null;
};

const SAID_AGAIN = 'import_id = $1 and superseded_at is not null and superseded_by_import is distinct from $1';

async function countOf(tx: Tx, sql: string, values: readonly unknown[]): Promise<number> {
  const [row] = await tx.query<{ n: number }>(`select count(*)::int as n from ${sql}`, values);
  return row?.n ?? 0;
}

/** Persons the import spoke of, and of whom a later import wrote a stay: it was made out of what stood then. */
const LATER_STAYS = `prevention.roster_entry s where s.project_id = any($2::bigint[]) and s.import_id > $1 and s.superseded_at is null and s.person_id in
  (select person_id from prevention.real_name_record where import_id = $1 and kind in ('worker','entry','contract','trained'))`;

/** Persons who were registered by this import and by nothing before it. */
const REGISTERED = `select r.person_id from prevention.real_name_record r where r.import_id = $1 and r.kind = 'worker' and r.superseded_at is null
  and not exists (select from prevention.real_name_record b where b.project_id = r.project_id and b.kind = 'worker' and b.key = r.key and b.superseded_by_import = $1 and b.import_id <> $1)`;

/** What speaks of persons and could not have been taken without knowing them. */
const ABOUT_REGISTERED = `(select person_id from prevention.real_name_record where project_id = any($2::bigint[]) and import_id <> $1 and superseded_at is null and kind <> 'worker'
    union all select person_id from prevention.payroll_line where project_id = any($2::bigint[]) and import_id > $1 and superseded_at is null
    union all select person_id from prevention.punch where project_id = any($2::bigint[]) and import_id <> $1
      and recorded_at > (select done_at from exchange.import where id = $1)) x where x.person_id in (${REGISTERED})`;

const IN_ADDED_TEAMS = `prevention.team t where t.import_id = $1 and (
    exists (select from prevention.real_name_record r where r.project_id = t.project_id and r.team_no = t.no and r.import_id <> $1 and r.superseded_at is null)
    or exists (select from prevention.roster_entry s where s.project_id = t.project_id and s.team = t.name and s.import_id > $1 and s.superseded_at is null)
    or exists (select from prevention.payroll_line l where l.project_id = t.project_id and l.team = t.name and l.import_id > $1 and l.superseded_at is null))`;

const FOR_ADDED_PARTIES = `prevention.project_party y where y.import_id = $1 and y.project_id = any($2::bigint[])
  and not exists (select from prevention.project_party o where o.project_id = y.project_id and o.enterprise_id = y.enterprise_id and o.import_id is distinct from $1)
  and (exists (select from prevention.team t where t.project_id = y.project_id and t.enterprise_id = y.enterprise_id and t.import_id is distinct from $1)
    or exists (select from prevention.roster_entry s where s.project_id = y.project_id and s.employer_enterprise_id = y.enterprise_id and s.import_id > $1 and s.superseded_at is null))`;

const TAKEN_NAMES = `prevention.real_name_record r join prevention.team t on t.project_id = r.project_id and t.name = r.record ->> 'teamName' and t.no <> r.team_no
  where r.kind = 'team' and r.superseded_by_import = $1 and r.import_id <> $1 and r.project_id = any($2::bigint[])`;

/** Each with its reason, the nearest first. */
async function stoodOn(tx: Tx, importId: string, projects: readonly string[]): Promise<string | null> {
  const again = await countOf(tx, `prevention.real_name_record where ${SAID_AGAIN}`, [importId]);
  if (again > 0) return `其中 ${again} 条之后又上报过。请先撤销后来的上报。`;
  const about = await countOf(tx, ABOUT_REGISTERED, [importId, projects]);
  if (about > 0) return `其中登记的工人之后又有 ${about} 条进退场、合同、培训、考勤或工资。请先撤销那些上报。`;
  const stays = await countOf(tx, LATER_STAYS, [importId, projects]);
  if (stays > 0) return `其中的工人之后又有 ${stays} 段在场记录。请先撤销那些上报或导入。`;
  const teams = await countOf(tx, IN_ADDED_TEAMS, [importId]);
  if (teams > 0) return '这个班组里已经有工人或工资。请先撤销那些上报。';
  const parties = await countOf(tx, FOR_ADDED_PARTIES, [importId, projects]);
  if (parties > 0) return '这家参建单位已经有班组或工人。请先撤销那些上报。';
  return (await countOf(tx, TAKEN_NAMES, [importId, projects])) > 0 ? '班组原来的名称已被别的班组使用。请先给那个班组改名。' : null;
}

async function undoTeamsAndParties(tx: Tx, importId: string): Promise<void> {
  // A team that was renamed has its name of before with what was said of it before.
  await tx.query(
    `update prevention.team t set name = r.record ->> 'teamName' from prevention.real_name_record r
     where r.project_id = t.project_id and r.kind = 'team' and r.key = t.no::text and r.superseded_at is null and t.name <> r.record ->> 'teamName'
       and exists (select from prevention.real_name_record mine where mine.project_id = t.project_id and mine.kind = 'team' and mine.key = r.key and mine.import_id = $1)`,
    [importId],
  );
  await tx.query('delete from prevention.team where import_id = $1', [importId]);
  await tx.query('delete from prevention.project_party where import_id = $1', [importId]);
}

const FILED = 'select v.project_id from prevention.project_version v where v.import_id = $1 and v.version = 1';

async function projectsInUse(tx: Tx, importId: string): Promise<string | null> {
  const again = await countOf(tx, `prevention.real_name_record where ${SAID_AGAIN}`, [importId]);
  if (again > 0) return '这个项目之后又上报过。请先撤销后来的上报。';
  const used = await countOf(
    tx,
    `(select project_id from prevention.team union all select project_id from prevention.real_name_record where import_id is distinct from $1 and superseded_at is null) x where x.project_id in (${FILED})`,
    [importId],
  );
  return used > 0 ? '这个新项目已经有班组、工人或别的上报。请先撤销那些上报。' : null;
}

/** A project filed by the message goes whole; the code of one that was there before is what it was. */
async function undoProjects(tx: Tx, importId: string): Promise<void> {
  const touched = await tx.query<{ project_id: string; third: string | null }>(
    `select m.project_id, b.record ->> 'thirdPartyProjectCode' as third from prevention.real_name_record m
     left join prevention.real_name_record b on b.project_id = m.project_id and b.kind = 'project' and b.superseded_at is null
     where m.import_id = $1 and m.kind = 'project'`,
    [importId],
  );
  for (const { project_id, third } of touched)
    await tx.query('update prevention.real_name_project set third_party_code = $2 where project_id = $1', [project_id, third]);
  await tx.query('delete from prevention.real_name_project where import_id = $1', [importId]);
  await tx.query(`delete from prevention.real_name_file where project_id in (${FILED})`, [importId]);
  await tx.query(`delete from prevention.real_name_record where project_id in (${FILED})`, [importId]);
}
