import type { Store, Tx } from '#platform/db/index.ts';
import type { ImportKind } from '../domain/index.ts';
import { carried, type CheckFindings, type CheckOrder, COLUMN_OF, LARGE } from './check-order.ts';
import { checkLedger } from './ledger.ts';
import { differs, heldWhere, type Plan, planFor, PLANS, type PlanName, resolved, sameKey } from './plans.ts';

/** The plan of a kind; punches, which are never changed, and the ledger, which the official writes, have their own. */
export function planOf(kind: ImportKind, form: 'punch' | 'sheet' | null): PlanName | null {
  return kind === 'ledger' || form === 'punch' ? null : kind === 'attendance' ? 'sheet' : kind;
}

/** Holds the staged rows against what is known: which projects the sender may write, who the people are, what is new. */
export async function checkStaged(store: Store, order: CheckOrder): Promise<CheckFindings> {
  if (order.kind === 'ledger') return checkLedger(store, order);
  const projects = await findProjects(store, order);
  return store.within({ role: 'app_ingest', projectIds: projects }, async (tx) => {
    await tx.query(LARGE);
    await refuseUnknownProjects(tx, order);
    if (order.kind === 'attendance') await whoWithoutNumber(tx, order);
    const plan = planOf(order.kind, order.form);
    if (order.kind === 'payroll' || order.kind === 'attendance') await remarkOffRoster(tx, order);
    if (order.kind === 'roster') await remarkSharedCards(tx, order);
    return {
      projects,
      ...(plan === null
        ? await countPunches(tx, order, projects)
        : await countRows(tx, planFor(PLANS[plan], await carried(tx, order.importId)), order, projects)),
    };
  });
}

/** Spaces and full-width brackets do not make another project. */
const PLAIN_NAME = (column: string) => `regexp_replace(translate(${column}, '（）', '()'), '\\s', '', 'g')`;

/** Looks projects up in the sender's own scope: what the sender may not see is not there. */
async function findProjects(store: Store, order: CheckOrder): Promise<string[]> {
  const references = await store.within({ role: 'app_ingest', projectIds: [] }, (tx) =>
    tx.query<{ ref: number; name: string; code: string; account: string }>(
      'select ref, name, code, account from exchange.staged_project where import_id = $1',
      [order.importId],
    ),
  );
  const found = await store.within(order.scope, (tx) =>
    tx.query<{ ref: number; id: string | null }>(
      `with named as materialized (
         select ${PLAIN_NAME('name')} as name, min(id) as id from prevention.project group by 1 having count(*) = 1
       )
       select r.ref, coalesce(
          (select p.id from prevention.project p where p.code = r.code and r.code <> '' limit 1),
          (select min(p.id) from prevention.project p where p.account_no = r.account and r.account <> '' having count(*) = 1),
          named.id,
          (select p.id from prevention.project p where r.name = '' and r.code = '' and p.id = $5::bigint)) as id
       from unnest($1::int[], $2::text[], $3::text[], $4::text[]) as r(ref, name, code, account)
       left join named on r.name <> '' and named.name = ${PLAIN_NAME('r.name')}`,
      [
        references.map((each) => each.ref),
        references.map((each) => each.name),
        references.map((each) => each.code),
        references.map((each) => each.account),
        order.projectId,
      ],
    ),
  );
  const known = found.filter((each) => each.id !== null);
  await store.within({ role: 'app_ingest', projectIds: [] }, (tx) =>
    tx.query(
      'update exchange.staged_project sp set project_id = f.id from unnest($2::int[], $3::bigint[]) as f(ref, id) where sp.import_id = $1 and sp.ref = f.ref',
      [order.importId, known.map((each) => each.ref), known.map((each) => each.id)],
    ),
  );
  return [...new Set(known.flatMap((each) => each.id ?? []))];
}

function stagingTable(order: CheckOrder): string {
  return {
    roster: 'exchange.staged_roster',
    payroll: 'exchange.staged_payroll',
    flows: 'exchange.staged_flow',
    ledger: 'exchange.staged_ledger',
    attendance: order.form === 'punch' ? 'exchange.staged_punch' : 'exchange.staged_sheet',
  }[order.kind];
}

async function refuseUnknownProjects(tx: Tx, order: CheckOrder): Promise<void> {
  const table = stagingTable(order);
  const missing = await tx.query<{ ref: number }>('select ref from exchange.staged_project where import_id = $1 and project_id is null', [order.importId]);
  if (missing.length === 0) return;
  const refs = missing.map((each) => each.ref);
  await tx.query(
    `insert into exchange.cell_error (import_id, row_no, column_no, heading, value, reason, cure, severity)
     select $1, s.row_no, ${COLUMN_OF("'projectName','projectCode','accountNo'")},
       left(concat_ws(' ', nullif(sp.name, ''), nullif(sp.code, ''), nullif(sp.account, '')), 60),
       '在您的管辖（或参建）范围内没有找到这个项目，或有多个同名项目', '请核对工程名称、项目代码或专户账号；新项目请先导入在建项目台账。', 'error'
     from ${table} s join exchange.staged_project sp on sp.import_id = s.import_id and sp.ref = s.project_ref cross join (select mapping from exchange.import where id = $1) i
     where s.import_id = $1 and not s.refused and s.project_ref = any($2)`,
    [order.importId, refs],
  );
  await tx.query(`update ${table} set refused = true where import_id = $1 and project_ref = any($2)`, [order.importId, refs]);
}

/** Rows with a name and at most a masked number are the one person of that name (and mask) on the project's roster. */
async function whoWithoutNumber(tx: Tx, order: CheckOrder): Promise<void> {
  const table = stagingTable(order);
  const [without] = await tx.query<{ found: boolean }>(
    `select exists (select 1 from ${table} where import_id = $1 and person_ref is null and not refused) as found`,
    [order.importId],
  );
  if (without?.found !== true) return;
  await tx.query(
    `update ${table} s set person_id = w.person_id
     from exchange.staged_project sp,
       (select distinct project_id, name, identity_mask, person_id,
          count(*) over (partition by project_id, name) as namesakes, count(*) over (partition by project_id, name, left(identity_mask, 2), right(identity_mask, 3)) as likes
        from (select distinct project_id, name, identity_mask, person_id from prevention.roster_entry where superseded_at is null) one) w
     where s.import_id = $1 and s.person_ref is null and not s.refused and sp.import_id = s.import_id and sp.ref = s.project_ref
       and w.project_id = sp.project_id and w.name = s.name
       and (s.identity_mask is null and w.namesakes = 1
         or left(s.identity_mask, 2) = left(w.identity_mask, 2) and right(s.identity_mask, 3) = right(w.identity_mask, 3) and w.likes = 1)`,
    [order.importId],
  );
  await tx.query(
    `insert into exchange.cell_error (import_id, row_no, column_no, heading, value, reason, cure, severity)
     select distinct $1::bigint, s.row_no, ${COLUMN_OF("'name'")}, coalesce(s.name, ''),
       '没有完整身份证号，花名册上也没有（或不止一个）这个姓名的人', '请补填 18 位身份证号，或先导入花名册。', 'error'
     from ${table} s cross join (select mapping from exchange.import where id = $1) i
     where s.import_id = $1 and s.person_ref is null and s.person_id is null and not s.refused`,
    [order.importId],
  );
  await tx.query(`update ${table} set refused = true where import_id = $1 and person_ref is null and person_id is null`, [order.importId]);
}

/** A project without a roster has everybody off it; naming each of thousands helps nobody. */
const NAMED_OFF_ROSTER = 200;

/** Somebody who works or is paid without being on the roster is evidence, not an error: taken, with one remark a person. */
async function remarkOffRoster(tx: Tx, order: CheckOrder): Promise<void> {
  const table = stagingTable(order);
  await tx.query(
    `with off as (
       select min(s.row_no) as row_no, min(s.name) as name
       from ${table} s
       join exchange.staged_project sp on sp.import_id = s.import_id and sp.ref = s.project_ref
       join exchange.staged_person st on st.import_id = s.import_id and st.ref = s.person_ref
       left join prevention.person p on p.identity_index = st.identity_index
       where s.import_id = $1 and not s.refused
         and not exists (select from prevention.roster_entry w where w.superseded_at is null and w.project_id = sp.project_id and w.person_id = p.id)
       group by sp.project_id, st.ref
     ), placed as (select row_no, name, row_number() over (order by row_no) as place, count(*) over () as people from off)
     insert into exchange.cell_error (import_id, row_no, column_no, heading, value, reason, cure, severity)
     select $1, o.row_no, ${COLUMN_OF("'name'")}, coalesce(o.name, ''),
       case when o.place > ${NAMED_OFF_ROSTER} then '从这一行起还有 ' || (o.people - ${NAMED_OFF_ROSTER}) || ' 人不在这个项目的花名册上' else '不在这个项目的花名册上' end,
       '仍会导入并作为线索；请补登花名册（先签合同、实名登记再进场）。', 'warning'
     from placed o cross join (select mapping from exchange.import where id = $1) i where o.place <= ${NAMED_OFF_ROSTER} + 1`,
    [order.importId],
  );
}

async function remarkSharedCards(tx: Tx, order: CheckOrder): Promise<void> {
  // Who else shows a card in this file is counted once a card: asked row by row, a file of 100,000 rows would be read 100,000 times.
  await tx.query(
    `with shown as (
       select card_index, person_ref, min(row_no) as first_row from exchange.staged_roster where import_id = $1 and card_index is not null group by 1, 2
     ), shared as (
       select card_index, array_agg(person_ref order by first_row) as people, array_agg(first_row order by first_row) as first_rows from shown group by 1 having count(*) > 1
     )
     insert into exchange.cell_error (import_id, row_no, column_no, heading, value, reason, cure, severity)
     select $1, s.row_no, ${COLUMN_OF("'card'")}, '**** ' || s.card_tail, '这张卡在花名册上属于另一个人', '工资应发到本人的卡上，请核对卡号。', 'warning'
     from exchange.staged_roster s
     join exchange.staged_project sp on sp.import_id = s.import_id and sp.ref = s.project_ref
     join exchange.staged_person st on st.import_id = s.import_id and st.ref = s.person_ref
     left join prevention.person p on p.identity_index = st.identity_index
     left join shared on shared.card_index = s.card_index
     cross join (select mapping from exchange.import where id = $1) i
     where s.import_id = $1 and not s.refused and s.card_index is not null
       and (exists (select 1 from prevention.roster_entry h where h.project_id = sp.project_id and h.card_index = s.card_index and h.superseded_at is null and h.person_id is distinct from p.id)
         or s.row_no > case when shared.people[1] = s.person_ref then shared.first_rows[2] else shared.first_rows[1] end)`,
    [order.importId],
  );
}

async function countRows(tx: Tx, plan: Plan, order: CheckOrder, projects: readonly string[]): Promise<Omit<CheckFindings, 'projects'>> {
  const months = await stagedMonths(tx, plan.hasMonth ? stagingTable(order) : null, order.importId);
  const [row] = await tx.query<{
    rows: string;
    same: string;
    changed: string;
    projects: string;
    amount: string;
    from: string | null;
    until: string | null;
  }>(
    // Project by project first: counting the distinct ones over all rows would sort the rows.
    `with r as (${resolved(plan)}), of_project as (
       select count(*) as rows, count(*) filter (where h.project_id is not null and not (${differs(plan)})) as same, count(*) filter (where h.project_id is not null and ${differs(plan)}) as changed,
         sum(r.${plan.amount === '0' ? 'project_id * 0' : plan.amount}) as amount, min(r.${plan.span}) as since, max(r.${plan.span}) as until
       from r left join ${plan.target} h on ${sameKey(plan)} and ${heldWhere(plan)} where $2::date is not null group by r.project_id)
     select sum(rows) as rows, sum(same) as same, sum(changed) as changed, count(*) as projects, coalesce(sum(amount), 0)::text as amount, min(since)::text as from, max(until)::text as until
     from of_project`,
    [order.importId, order.on, projects, months],
  );
  const [distinct] = plan.withPerson
    ? await tx.query<{ people: string }>(
        `select count(*) as people from (select distinct person_ref${order.kind === 'attendance' ? ', person_id' : ''} from ${stagingTable(order)} where import_id = $1 and not refused) one`,
        [order.importId],
      )
    : [{ people: '0' }];
  const rows = Number(row?.rows ?? 0);
  const same = Number(row?.same ?? 0);
  const changed = Number(row?.changed ?? 0);
  const short = (day: string | null | undefined) => (day === null || day === undefined ? null : plan.span === 'month' ? day.slice(0, 7) : day);
  return {
    added: rows - same - changed,
    changed,
    unchanged: same,
    accepted: {
      rows,
      people: Number(distinct?.people ?? 0),
      projects: Number(row?.projects ?? 0),
      amountFen: row?.amount ?? '0',
      from: short(row?.from),
      until: short(row?.until),
    },
  };
}

export async function stagedMonths(tx: Tx, table: string | null, importId: string): Promise<string[]> {
  if (table === null) return [];
  const rows = await tx.query<{ month: string }>(`select distinct month::text as month from ${table} where import_id = $1 and not refused`, [importId]);
  return rows.map((row) => row.month);
}

async function countPunches(tx: Tx, order: CheckOrder, projects: readonly string[]): Promise<Omit<CheckFindings, 'projects'>> {
  const months = await stagedMonths(tx, 'exchange.staged_punch', order.importId);
  const [row] = await tx.query<{ rows: string; same: string; projects: string; people: string; from: string | null; until: string | null }>(
    `with r as (${resolvedPunches()})
     select count(*) as rows, count(*) filter (where h.project_id is not null) as same, count(distinct r.project_id) as projects,
       count(distinct coalesce(r.person_id::text, 'ref' || r.person_ref)) as people, min(r.happened_at)::date::text as from, max(r.happened_at)::date::text as until
     from r left join prevention.punch h on h.project_id = r.project_id and h.month = r.month and h.person_id = r.person_id and h.happened_at = r.happened_at and h.direction = r.direction
       and h.project_id = any($2::bigint[]) and h.month = any($3::date[])`,
    [order.importId, projects, months],
  );
  const rows = Number(row?.rows ?? 0);
  const same = Number(row?.same ?? 0);
  return {
    added: rows - same,
    changed: 0,
    unchanged: same,
    accepted: {
      rows,
      people: Number(row?.people ?? 0),
      projects: Number(row?.projects ?? 0),
      amountFen: '0',
      from: row?.from ?? null,
      until: row?.until ?? null,
    },
  };
}

/** Punches are facts of a gate: the same one twice is one. */
export function resolvedPunches(): string {
  return `select distinct on (sp.project_id, s.month, coalesce(s.person_id, p.id), s.person_ref, s.happened_at, s.direction)
      sp.project_id, s.month, coalesce(s.person_id, p.id) as person_id, s.person_ref, s.happened_at, s.direction, s.device, s.source
    from exchange.staged_punch s
    join exchange.staged_project sp on sp.import_id = s.import_id and sp.ref = s.project_ref
    left join exchange.staged_person st on st.import_id = s.import_id and st.ref = s.person_ref
    left join prevention.person p on p.identity_index = st.identity_index
    where s.import_id = $1 and not s.refused
    order by sp.project_id, s.month, coalesce(s.person_id, p.id), s.person_ref, s.happened_at, s.direction, s.row_no`;
}
