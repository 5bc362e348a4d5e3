import { parseCivilMonth } from '#kernel/civil-date.ts';
import { markDirty, type ProjectMonthKey, rebuildAttendanceMonth, takeTurns } from '#modules/prevention/facts/server/index.ts';
import type { Tx } from '#platform/db/index.ts';
import { carried, type CheckOrder, LARGE, type Taken } from './check-order.ts';
import { planOf, resolvedPunches, stagedMonths } from './checking.ts';
import { takeCoverage } from './coverage.ts';
import { differs, heldWhere, type Plan, planFor, PLANS, resolved, sameKey } from './plans.ts';

/**
 * Takes the staged rows over, inside the one transaction the caller opened as app_ingest for exactly these projects. Held
 * rows that say otherwise are superseded, equal ones stay; months and projects touched are marked for the next sweep.
 */
export async function takeStaged(tx: Tx, order: CheckOrder, projects: readonly string[], refusedRows: number): Promise<Taken> {
  await tx.query(LARGE);
  await takeTurns(tx, projects);
  await tx.query(
    `insert into prevention.person (identity_index, identity_cipher, key_version)
     select st.identity_index, c.identity_cipher, c.key_version from exchange.staged_cipher c join exchange.staged_person st using (import_id, ref)
     where c.import_id = $1 order by st.identity_index on conflict (identity_index) do nothing`,
    [order.importId],
  );
  const name = planOf(order.kind, order.form);
  const months =
    order.kind === 'roster'
      ? []
      : await stagedMonths(
          tx,
          name === null
            ? 'exchange.staged_punch'
            : { sheet: 'exchange.staged_sheet', payroll: 'exchange.staged_payroll', flows: 'exchange.staged_flow', roster: 'exchange.staged_roster' }[name],
          order.importId,
        );
  const taken =
    name === null ? await takePunches(tx, order) : await takeRows(tx, planFor(PLANS[name], await carried(tx, order.importId)), order, projects, months);
  const touched = await touchedMonths(tx, order, projects);
  if (order.kind === 'attendance') await rebuildAttendanceMonth(tx, touched);
  if (order.kind === 'flows') await tellWhose(tx, projects, `f.import_id = ${BigInt(order.importId)}`);
  if (order.kind === 'roster' || order.kind === 'payroll') await tellWhose(tx, projects, 'true');
  await markDirty(tx, touched, `import:${order.importId}`);
  await takeCoverage(tx, order, refusedRows === 0);
  return taken;
}

async function takeRows(tx: Tx, plan: Plan, order: CheckOrder, projects: readonly string[], months: readonly string[]): Promise<Taken> {
  if (plan.withEmployer) {
    await tx.query(
      `insert into prevention.enterprise (name) select distinct employer from ${plan.staging} s where s.import_id = $1 and not s.refused and employer is not null order by 1 on conflict (name) do nothing`,
      [order.importId],
    );
  }
  const values = [order.importId, order.on, projects, months];
  const [held] = await tx.query<{ held: boolean }>(
    `select exists (select 1 from ${plan.target} h where ${heldWhere(plan)} and $1::bigint is not null and $2::date is not null) as held`,
    values,
  );
  const [counted] = await tx.query<{ rows: string }>(`select count(*) as rows from ${plan.staging} s where s.import_id = $1 and not s.refused`, [
    order.importId,
  ]);
  const changed = held?.held === true ? await supersede(tx, plan, values) : 0;
  const columns = plan.columns.map(([column]) => column);
  // Where nothing of these projects and months is held, nothing need be looked for: the first load is the large one.
  const unless =
    held?.held === true
      ? `where not exists (select 1 from ${plan.target} h where ${sameKey(plan)} and ${heldWhere(plan)})`
      : 'where $3::bigint[] is not null and $4::date[] is not null';
  // In the order of the key, so that its index grows leaf by leaf and the rows of a project stand together.
  const inserted = await tx.client.query(
    `with r as (${resolved(plan)}) insert into ${plan.target} (${columns.join(', ')}, import_id) select ${columns.map((column) => `r.${column}`).join(', ')}, $1::bigint from r ${unless} and $2::date is not null
     order by ${plan.key.map((column) => `r.${column}`).join(', ')}`,
    values,
  );
  const written = inserted.rowCount ?? 0;
  return { added: written - changed, changed, unchanged: Number(counted?.rows ?? 0) - written };
}

async function supersede(tx: Tx, plan: Plan, values: readonly unknown[]): Promise<number> {
  const found = `from r where ${sameKey(plan)} and ${heldWhere(plan)} and ${differs(plan)} and $2::date is not null`;
  if (plan.target !== 'prevention.account_flow') {
    const done = await tx.client.query(
      `with r as (${resolved(plan)}) update ${plan.target} h set superseded_at = now(), superseded_by_import = $1::bigint ${found}`,
      [...values],
    );
    return done.rowCount ?? 0;
  }
  const done = await tx.client.query(
    `with r as (${resolved(plan)}), old as (update ${plan.target} h set undone_at = now() ${found} returning h.project_id, h.month, h.id)
     insert into exchange.replaced_flow (import_id, project_id, month, flow_id) select $1::bigint, project_id, month, id from old`,
    [...values],
  );
  return done.rowCount ?? 0;
}

async function takePunches(tx: Tx, order: CheckOrder): Promise<Taken> {
  const done = await tx.client.query(
    `with r as (${resolvedPunches()})
     insert into prevention.punch (project_id, month, person_id, happened_at, direction, device, source, import_id)
     select project_id, month, person_id, happened_at, direction, device, source, $1::bigint from r on conflict do nothing`,
    [order.importId],
  );
  const [counted] = await tx.query<{ rows: string }>(`select count(*) as rows from (${resolvedPunches()}) r`, [order.importId]);
  const added = done.rowCount ?? 0;
  return { added, changed: 0, unchanged: Number(counted?.rows ?? 0) - added };
}

/** A movement belongs to the worker whose card the money went to: by the roster, else by the payrolls, of that project. */
export async function tellWhose(tx: Tx, projects: readonly string[], which: string): Promise<void> {
  await tx.query(
    `with card as (
       select project_id, card_index, person_id, name from prevention.roster_entry where project_id = any($1::bigint[]) and superseded_at is null and card_index is not null
       union
       select project_id, card_index, person_id, name from prevention.payroll_line where project_id = any($1::bigint[]) and superseded_at is null and card_index is not null
     ), owner as (
       -- A card that several people share belongs to the one whose name the bank wrote, two-character names padded or not; without a name, to nobody.
       select project_id, card_index, min(person_id) as only_person, count(distinct person_id) as people from card group by project_id, card_index
     )
     update prevention.account_flow f
     set person_id = case when o.people = 1 then o.only_person else (select min(c.person_id) from card c where c.project_id = f.project_id and c.card_index = f.counterparty_index and translate(c.name, ' 　', '') = translate(f.counterparty_name, ' 　', '')) end
     from owner o
     where f.project_id = any($1::bigint[]) and f.person_id is null and f.undone_at is null and f.counterparty_index is not null
       and o.project_id = f.project_id and o.card_index = f.counterparty_index and ${which}`,
    [projects],
  );
}

/** The project-months a file speaks of. Money counts for the month it was paid for, which a flow may name, and for the one it moved in. */
async function touchedMonths(tx: Tx, order: CheckOrder, projects: readonly string[]): Promise<readonly ProjectMonthKey[]> {
  if (order.kind === 'roster') return projects.map((projectId) => ({ projectId, month: null }));
  const staging =
    order.kind === 'flows'
      ? 'exchange.staged_flow'
      : order.kind === 'payroll'
        ? 'exchange.staged_payroll'
        : order.form === 'punch'
          ? 'exchange.staged_punch'
          : 'exchange.staged_sheet';
  const named = (month: string) => `select project_ref, ${month} as month from ${staging} where import_id = $1 and not refused and ${month} is not null`;
  const rows = await tx.query<{ project_id: string; month: string }>(
    `select distinct sp.project_id, to_char(m.month, 'YYYY-MM') as month
     from (${order.kind === 'flows' ? `${named('month')} union ${named('pay_month')}` : `${named('month')} group by 1, 2`}) m
     join exchange.staged_project sp on sp.import_id = $1 and sp.ref = m.project_ref`,
    [order.importId],
  );
  return keysOf(rows);
}

export function keysOf(rows: readonly { readonly project_id: string; readonly month: string | null }[]): readonly ProjectMonthKey[] {
  return rows.map((row) => ({ projectId: row.project_id, month: row.month === null ? null : parseCivilMonth(row.month) }));
}
