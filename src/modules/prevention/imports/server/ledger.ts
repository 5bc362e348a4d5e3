import type { Store, Tx } from '#platform/db/index.ts';
import { LEDGER_DAYS } from '../domain/index.ts';
import { carried, type CheckFindings, type CheckOrder, COLUMN_OF, type Taken } from './check-order.ts';

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Column of the project ← key of the staged record and the type it is read as. */
const COLUMNS: readonly (readonly [column: string, key: string, type: string])[] = [
  ['name', 'name', 'text'],
  ['industry', 'industry', 'text'],
  ['state', 'state', 'text'],
  ['is_government', 'isGovernment', 'boolean'],
  ['contract_fen', 'contractFen', 'bigint'],
  ['labour_share_bp', 'labourShareBp', 'integer'],
  ['labour_monthly_fen', 'labourMonthlyFen', 'bigint'],
  ['permit_no', 'permitNo', 'text'],
  ['pay_day', 'payDay', 'smallint'],
  ['wage_officer_name', 'wageOfficerName', 'text'],
  ['wage_officer_phone', 'wageOfficerPhone', 'text'],
  ['account_no', 'accountNo', 'text'],
  ['account_name', 'accountName', 'text'],
  ['account_bank', 'accountBank', 'text'],
  ['deposit_kind', 'depositKind', 'text'],
  ['deposit_fen', 'depositFen', 'bigint'],
  ['town_specialist', 'townSpecialist', 'text'],
];
const DAY_COLUMNS = LEDGER_DAYS.map((day) => [snake(day), day, 'date'] as const);
/** Columns the database needs filled: an empty cell keeps what is held. */
const NEVER_EMPTY = new Set(['name', 'industry', 'state', 'region_code', 'gc_enterprise_id']);

/** The staged projects with their place and enterprises looked up; $1 the import, $2 the sender's own place. */
const RESOLVED = `
  select s.row_no, s.record ->> 'code' as code,
    ${COLUMNS.map(([column, key, type]) => `(s.record ->> '${key}')::${type} as ${column}`).join(', ')},
    ${DAY_COLUMNS.map(([column, key]) => `(s.record -> 'days' ->> '${key}')::date as ${column}`).join(', ')},
    case when s.record ->> 'region' is null then $2 else place.code end as region_code,
    owner.id as owner_enterprise_id, coalesce(gc.id, gc_by_credit.id) as gc_enterprise_id
  from exchange.staged_ledger s
  left join lateral (
    select g.code from office.region g
    where g.code >= $2 and g.code < $2 || '~' and s.record ->> 'region' is not null
      and (g.code = regexp_replace(s.record ->> 'region', '(00)+$', '') or g.code = s.record ->> 'region' or s.record ->> 'region' like '%' || g.name)
    order by length(g.code) desc limit 1
  ) place on true
  left join prevention.enterprise owner on owner.name = s.record ->> 'ownerName'
  left join prevention.enterprise gc on gc.name = s.record ->> 'generalContractorName'
  left join prevention.enterprise gc_by_credit on gc_by_credit.credit_code = s.record ->> 'generalContractorCredit'
  where s.import_id = $1 and not s.refused`;

/** The project's columns a file with these fields may change. */
function changing(fields: readonly string[]): readonly string[] {
  const has = new Set(fields);
  const own = [...COLUMNS, ...DAY_COLUMNS].filter(([, key]) => has.has(key)).map(([column]) => column);
  return [...own, ...(has.has('region') ? ['region_code'] : []), ...(has.has('ownerName') ? ['owner_enterprise_id'] : []), 'gc_enterprise_id'];
}

export async function checkLedger(store: Store, order: CheckOrder): Promise<CheckFindings> {
  const region = placeOf(order);
  await refuseForeign(store, order, region);
  return store.within(order.scope, async (tx) => {
    const columns = changing(await carried(tx, order.importId));
    const value = (column: string) => (NEVER_EMPTY.has(column) ? `coalesce(r.${column}, h.${column})` : `r.${column}`);
    const [row] = await tx.query<{ rows: string; same: string; changed: string; amount: string; ids: string[] | null }>(
      `with r as (${RESOLVED}), pair as (
         select r.code, r.contract_fen, h.id, (${columns.map((column) => `h.${column}`).join(', ')}) is distinct from (${columns.map(value).join(', ')}) as other
         from r left join prevention.project h on h.code = r.code)
       select count(*) as rows, count(*) filter (where id is not null and not other) as same, count(*) filter (where id is not null and other) as changed,
         coalesce(sum(contract_fen), 0)::text as amount, array_agg(id) filter (where id is not null) as ids from pair`,
      [order.importId, region],
    );
    const rows = Number(row?.rows ?? 0);
    const unchanged = Number(row?.same ?? 0);
    const changed = Number(row?.changed ?? 0);
    return {
      projects: row?.ids ?? [],
      added: rows - unchanged - changed,
      changed,
      unchanged,
      accepted: { rows, people: 0, projects: rows, amountFen: row?.amount ?? '0', from: null, until: null },
    };
  });
}

function placeOf(order: CheckOrder): string {
  if (order.scope.role !== 'app_official') throw new Error('the ledger is written by officials of a place');
  return order.scope.region;
}

/** Rows of places outside, and codes other places already hold, which the sender's own role cannot see. */
async function refuseForeign(store: Store, order: CheckOrder, region: string): Promise<void> {
  const rows = await store.within(order.scope, (tx) =>
    tx.query<{ row_no: number; code: string; region_code: string | null }>(`select row_no, code, region_code from (${RESOLVED}) r`, [order.importId, region]),
  );
  const held = await store.within({ role: 'app_job' }, (tx) =>
    tx.query<{ code: string }>("select code from prevention.project where code = any($1) and not (region_code >= $2 and region_code < $2 || '~')", [
      rows.map((row) => row.code),
      region,
    ]),
  );
  const foreign = new Set(held.map((row) => row.code));
  const refused = rows.flatMap((row) =>
    row.region_code === null
      ? [{ row: row.row_no, fields: "'region'", reason: '在您的管辖范围内没有找到这个地区', cure: '请写乡镇（街道）或县区的全称，或行政区划代码。' }]
      : foreign.has(row.code)
        ? [
            {
              row: row.row_no,
              fields: "'code','permitNo'",
              reason: '这个项目代码已登记在别的地区',
              cure: '请核对项目代码；项目确实迁移的，请联系上级主管部门。',
            },
          ]
        : [],
  );
  if (refused.length === 0) return;
  await store.within({ role: 'app_ingest', projectIds: [] }, async (tx) => {
    for (const each of refused) {
      await tx.query(
        `insert into exchange.cell_error (import_id, row_no, column_no, heading, value, reason, cure, severity)
         select $1, s.row_no, ${COLUMN_OF(each.fields)}, coalesce(case when $3 then s.record ->> 'code' else s.record ->> 'region' end, ''), $4, $5, 'error'
         from exchange.staged_ledger s cross join (select mapping from exchange.import where id = $1) i where s.import_id = $1 and s.row_no = $2`,
        [order.importId, each.row, !each.fields.includes('region'), each.reason, each.cure],
      );
    }
    await tx.query('update exchange.staged_ledger set refused = true where import_id = $1 and row_no = any($2)', [
      order.importId,
      refused.map((each) => each.row),
    ]);
  });
}

/** Takes the ledger over under the official's own role, so that the database itself keeps it inside the official's place. */
export async function takeLedger(tx: Tx, order: CheckOrder): Promise<Taken & { readonly projects: readonly string[] }> {
  const region = placeOf(order);
  const fields = await carried(tx, order.importId);
  const columns = changing(fields);
  await tx.query('select pg_advisory_xact_lock(7210006)');
  await enterprises(tx, order.importId);
  const all = [...new Set([...columns, 'region_code'])];
  // What the file does not carry is no statement and keeps what is held; an empty cell of a carried column is one.
  const value = (column: string) => (NEVER_EMPTY.has(column) ? `coalesce(excluded.${column}, prevention.project.${column})` : `excluded.${column}`);
  const insertValue = (column: string) =>
    column === 'industry' ? "coalesce(r.industry, '住建')" : column === 'state' ? "coalesce(r.state, 'building')" : `r.${column}`;
  const written = await tx.query<{ id: string; fresh: boolean }>(
    `insert into prevention.project (code, ${all.join(', ')}, stated, import_id)
     select r.code, ${all.map(insertValue).join(', ')}, $3::text[], $1::bigint from (${RESOLVED}) r
     on conflict (code) do update set ${columns.map((column) => `${column} = ${value(column)}`).join(', ')},
       stated = (select array_agg(distinct one) from unnest(prevention.project.stated || $3::text[]) one), import_id = $1::bigint, recorded_at = now()
     where (${columns.map((column) => `prevention.project.${column}`).join(', ')}) is distinct from (${columns.map(value).join(', ')})
        or not prevention.project.stated @> $3::text[]
     returning id, (xmax = 0) as fresh`,
    [order.importId, region, fields.map(snake)],
  );
  const ids = written.map((row) => row.id);
  await keepVersions(tx, ids, order.importId);
  await parties(tx, order.importId);
  await tx.query('insert into prevention.dirty (project_id, month, why) select id, null, $2 from unnest($1::bigint[]) id', [ids, `import:${order.importId}`]);
  const [counted] = await tx.query<{ rows: string }>('select count(*) as rows from exchange.staged_ledger where import_id = $1 and not refused', [
    order.importId,
  ]);
  const added = written.filter((row) => row.fresh).length;
  return { added, changed: written.length - added, unchanged: Number(counted?.rows ?? 0) - written.length, projects: ids };
}

async function enterprises(tx: Tx, importId: string): Promise<void> {
  await tx.query(
    `insert into prevention.enterprise (name, credit_code)
     select distinct on (record ->> 'generalContractorName') record ->> 'generalContractorName', record ->> 'generalContractorCredit'
     from exchange.staged_ledger where import_id = $1 and not refused order by 1, 2 on conflict do nothing`,
    [importId],
  );
  await tx.query(
    `insert into prevention.enterprise (name)
     select distinct name from (
       select record ->> 'ownerName' as name from exchange.staged_ledger where import_id = $1 and not refused
       union select record ->> 'supervisorName' from exchange.staged_ledger where import_id = $1 and not refused
       union select jsonb_array_elements_text(record -> 'subcontractors') from exchange.staged_ledger where import_id = $1 and not refused
     ) named where name is not null order by 1 on conflict do nothing`,
    [importId],
  );
}

/** 参建单位 as the ledger has them now; a party that it no longer names leaves, so that it no longer sees the project. */
async function parties(tx: Tx, importId: string): Promise<void> {
  const named = `
    select p.id as project_id, p.gc_enterprise_id as enterprise_id, 'general-contractor' as part from prevention.project p join mine on mine.code = p.code
    union select p.id, p.owner_enterprise_id, 'owner' from prevention.project p join mine on mine.code = p.code where p.owner_enterprise_id is not null
    union select p.id, e.id, 'supervisor' from mine join prevention.project p on p.code = mine.code join prevention.enterprise e on e.name = mine.record ->> 'supervisorName'
    union select p.id, e.id, 'subcontractor' from mine join prevention.project p on p.code = mine.code cross join jsonb_array_elements_text(mine.record -> 'subcontractors') sub(name) join prevention.enterprise e on e.name = sub.name`;
  const mine = "with mine as (select record ->> 'code' as code, record from exchange.staged_ledger where import_id = $1 and not refused)";
  await tx.query(
    `${mine} delete from prevention.project_party o using mine, prevention.project p
     where p.code = mine.code and o.project_id = p.id and o.part in ('general-contractor', 'owner')
       and not exists (select 1 from (${named}) n where n.project_id = o.project_id and n.enterprise_id = o.enterprise_id and n.part = o.part)`,
    [importId],
  );
  await tx.query(
    `${mine} insert into prevention.project_party (project_id, enterprise_id, part, import_id) select project_id, enterprise_id, part, $1::bigint from (${named}) n on conflict do nothing`,
    [importId],
  );
}

/** What an earlier version of a project said, column by column, back into its row. */
export async function undoLedger(
  tx: Tx,
  importId: string,
): Promise<{ restored: number; removed: number; refusal: string | null; projects: readonly string[] }> {
  const mine = await tx.query<{ project_id: string; version: number; latest: number; code: string; used: boolean }>(
    `select v.project_id, v.version, (select max(o.version) from prevention.project_version o where o.project_id = v.project_id) as latest, p.code,
       exists (select 1 from prevention.roster_entry x where x.project_id = v.project_id) or exists (select 1 from prevention.attendance_month x where x.project_id = v.project_id)
         or exists (select 1 from prevention.payroll_line x where x.project_id = v.project_id) or exists (select 1 from prevention.account_flow x where x.project_id = v.project_id)
         or exists (select 1 from prevention.coverage x where x.project_id = v.project_id and x.undone_at is null) as used
     from prevention.project_version v join prevention.project p on p.id = v.project_id where v.import_id = $1`,
    [importId],
  );
  const later = mine.filter((row) => row.latest !== row.version);
  if (later.length > 0)
    return { restored: 0, removed: 0, projects: [], refusal: `其中 ${later.length} 个项目（如 ${later[0]?.code}）之后又导入过新的台账。请先撤销后来的导入。` };
  const fresh = mine.filter((row) => row.version === 1);
  const used = fresh.filter((row) => row.used);
  if (used.length > 0)
    return {
      restored: 0,
      removed: 0,
      projects: [],
      refusal: `其中 ${used.length} 个新项目（如 ${used[0]?.code}）已经有花名册、考勤、工资或流水。请先撤销那些导入。`,
    };
  const restored = mine.filter((row) => row.version > 1).map((row) => row.project_id);
  const columns = [...COLUMNS, ...DAY_COLUMNS]
    .map(([column]) => column)
    .concat('region_code', 'owner_enterprise_id', 'gc_enterprise_id', 'stated', 'import_id');
  await tx.query(
    `update prevention.project p set (${columns.join(', ')}) = (select ${columns.map((column) => `b.${column}`).join(', ')} from jsonb_populate_record(null::prevention.project, v.record) b)
     from prevention.project_version v, prevention.project_version w
     where w.import_id = $1 and w.project_id = p.id and v.project_id = p.id and v.version = w.version - 1 and p.id = any($2::bigint[])`,
    [importId, restored],
  );
  await keepVersions(tx, restored, null);
  const removed = fresh.map((row) => row.project_id);
  await tx.query('delete from prevention.project_party where project_id = any($1::bigint[])', [removed]);
  await tx.query('delete from prevention.project where id = any($1::bigint[])', [removed]);
  await tx.query('insert into prevention.dirty (project_id, month, why) select id, null, $2 from unnest($1::bigint[]) id', [[...restored], `undo:${importId}`]);
  return { restored: restored.length, removed: removed.length, refusal: null, projects: restored };
}

/** 台账的历史: keeps these projects as they stand now, after an import, or null where a bank's word or an undo changed them. */
export async function keepVersions(tx: Tx, projectIds: readonly string[], importId: string | null): Promise<void> {
  await tx.query(
    `insert into prevention.project_version (project_id, version, record, import_id)
     select p.id, coalesce((select max(v.version) from prevention.project_version v where v.project_id = p.id), 0) + 1, to_jsonb(p), $1::bigint from prevention.project p where p.id = any($2::bigint[])`,
    [importId, projectIds],
  );
}
