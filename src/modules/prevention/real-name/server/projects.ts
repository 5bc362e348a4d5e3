import { keepVersions } from '#modules/prevention/imports/server/index.ts';
import type { Scope, Tx } from '#platform/db/index.ts';
import { given, sortForKeeping, type Values } from '../domain/index.ts';
import {
  type ChangeOrder,
  type Deps,
  type HeldProject,
  openImport,
  type Order,
  type Outcome,
  projectOf,
  stopFailed,
  stopForbidden,
  stopInvalid,
  stopped,
} from './order.ts';
import { enterpriseOf } from './parties.ts';
import { keepRecord } from './store.ts';

/** 项目状态 → the state of the ledger. 筹备, 立项 and 在建 are all supervised. */
function stateOf(prjStatus: string | null): 'building' | 'finished' | 'paused' | null {
  return prjStatus === null ? null : prjStatus === '004' ? 'finished' : prjStatus === '005' ? 'paused' : 'building';
}

/** Projects are written under the place that answers for the app: the database keeps them inside it. */
function placeScope(order: Order): Scope {
  return { role: 'app_official', region: order.app.regionCode, accountId: order.app.sender.accountId };
}

/**
 * Project.Add. The place's own systems file any project of the place; an enterprise files those it is general contractor of,
 * and an app of one project files none. The number is ours: nobody can take another's.
 */
export function addProject(deps: Deps, order: ChangeOrder): Promise<Outcome> {
  const { app, values, method } = order;
  return stopped(() =>
    deps.store.within(placeScope(order), async (tx) => {
      if (app.projectId !== null) stopForbidden('无API访问权限:一项目一密钥的应用不能新建项目,请用 Project.PartUpdate');
      const area = await areaOf(tx, order, given(values, 'areaCode'));
      const contractor = await enterpriseOf(tx, order, given(values, 'contractorCorpCode'), given(values, 'contractorCorpName'));
      if (app.enterpriseId !== null && contractor.id !== app.enterpriseId) stopForbidden('无API访问权限:只能上报本单位总承包的项目');
      const thirdParty = given(values, 'thirdPartyProjectCode');
      await tx.query('select pg_advisory_xact_lock(7210006)');
      const [before] = await tx.query<{ code: string }>('select code from prevention.real_name_project where appid = $1 and third_party_code = $2', [
        app.appid,
        thirdParty,
      ]);
      if (before !== undefined) stopFailed(() => `项目已存在,项目编码为:${before.code}`);
      const owner =
        values.text('buildCorpName') === null ? null : await enterpriseOf(tx, order, values.text('buildCorpCode') ?? '', given(values, 'buildCorpName'));
      const importId = await openImport(tx, order, 'ledger');
      const code = await freeCode(tx, area, order);
      const [project] = await tx.query<{ id: string }>(
        `insert into prevention.project (region_code, code, name, state, owner_enterprise_id, gc_enterprise_id, permit_no, started_on, finish_due_on, stated, import_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
        [
          area,
          code,
          given(values, 'name'),
          stateOf(values.text('prjStatus')) ?? 'building',
          owner?.id ?? null,
          contractor.id,
          values.list('builderLicenses')[0]?.text('builderLicenseNum') ?? null,
          values.text('startDate'),
          values.text('completeDate'),
          ['name', 'code', 'state', 'general_contractor_name', ...(values.text('startDate') === null ? [] : ['started_on'])],
          importId,
        ],
      );
      const id = project?.id ?? '';
      await tx.query('insert into prevention.real_name_project (project_id, code, third_party_code, appid, import_id) values ($1, $2, $3, $4, $5)', [
        id,
        code,
        thirdParty,
        app.appid,
        importId,
      ]);
      await tx.query("insert into prevention.project_party (project_id, enterprise_id, part, import_id) values ($1, $2, 'general-contractor', $3)", [
        id,
        contractor.id,
        importId,
      ]);
      if (owner !== null) {
        await tx.query("insert into prevention.project_party (project_id, enterprise_id, part, import_id) values ($1, $2, 'owner', $3)", [
          id,
          owner.id,
          importId,
        ]);
      }
      const sorted = sortForKeeping(method.fields, values);
      await keepRecord(tx, deps.vault, id, { kind: 'project', key: 'project', sorted, appid: app.appid, importId });
      await keepVersions(tx, [id], importId);
      await closeLedger(tx, id, importId);
      await order.settle(tx, { result: JSON.stringify({ projectCode: code }), records: 1, importId });
      return { is: 'done' } as const;
    }),
  );
}

/**
 * Project.Update and .PartUpdate. The ledger belongs to the place: its own systems change it, everybody else fills what it
 * leaves open, and what they say besides is kept as said. A contractor cannot end its own supervision by a status.
 */
export function updateProject(deps: Deps, order: ChangeOrder): Promise<Outcome> {
  const { app, values, method } = order;
  const project = projectOf(order);
  return stopped(() =>
    deps.store.within(placeScope(order), async (tx) => {
      const importId = await openImport(tx, order, 'ledger');
      if (values.text('areaCode') !== null) await areaOf(tx, order, given(values, 'areaCode'));
      const said = saidOf(values);
      const isOffice = app.enterpriseId === null;
      const names = Object.keys(said);
      // What is said is never empty; with the column beside it the database knows its type.
      const set = names.map((name, at) => `${name} = ${isOffice ? `coalesce($${at + 2}, ${name})` : `coalesce(${name}, $${at + 2})`}`);
      const changed =
        names.length === 0
          ? []
          : await tx.query<{ id: string }>(
              `update prevention.project set ${set.join(', ')}, import_id = $${names.length + 2}, recorded_at = now() where id = $1
                 and (${names.join(', ')})::text is distinct from (select (${set.map((one) => one.split(' = ')[1]).join(', ')})::text) returning id`,
              [project.id, ...Object.values(said), importId],
            );
      await tx.query(
        `insert into prevention.real_name_project (project_id, code, third_party_code, appid, import_id) values ($1, $2, $3, $4, $5)
         on conflict (project_id) do update set third_party_code = coalesce(excluded.third_party_code, prevention.real_name_project.third_party_code)`,
        [project.id, project.code, values.text('thirdPartyProjectCode'), app.appid, importId],
      );
      const sorted = sortForKeeping(method.fields, values);
      const before = await priorSaid(tx, project.id);
      await keepRecord(tx, deps.vault, project.id, {
        kind: 'project',
        key: 'project',
        sorted: { ...sorted, open: { ...before, ...sorted.open } },
        appid: app.appid,
        importId,
      });
      if (changed.length > 0) await keepVersions(tx, [project.id], importId);
      await closeLedger(tx, project.id, importId);
      await tx.query("insert into prevention.dirty (project_id, month, why) values ($1, null, 'real-name')", [project.id]);
      const remark = isOffice || values.text('prjStatus') === null ? {} : { remark: '项目状态以台账为准；上报的状态已留存，没有改台账' };
      await order.settle(tx, { result: '', records: 1, importId, ...remark });
      return { is: 'done' } as const;
    }),
  );
}

/** Columns of the ledger a message speaks of. */
function saidOf(values: Values): Readonly<Record<string, string>> {
  const license = values.list('builderLicenses')[0]?.text('builderLicenseNum') ?? null;
  const said: Readonly<Record<string, string | null>> = {
    name: values.text('name'),
    state: stateOf(values.text('prjStatus')),
    started_on: values.text('startDate'),
    finish_due_on: values.text('completeDate'),
    permit_no: license,
  };
  return Object.fromEntries(Object.entries(said).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

async function priorSaid(tx: Tx, projectId: string): Promise<Readonly<Record<string, string>>> {
  const [row] = await tx.query<{ record: Readonly<Record<string, string>> }>(
    "select record from prevention.real_name_record where project_id = $1 and kind = 'project' and key = 'project' and superseded_at is null",
    [projectId],
  );
  return row?.record ?? {};
}

async function closeLedger(tx: Tx, id: string, importId: string): Promise<void> {
  await tx.query(
    "update exchange.import set state = 'done', done_at = now(), progress = 1, projects = array[$1::bigint], region_code = coalesce(region_code, (select region_code from prevention.project where id = $1)) where id = $2",
    [id, importId],
  );
}

/** 行政区划: one we know, inside the place that answers for the app. `371526000000` is the county 371526. */
async function areaOf(tx: Tx, order: Order, text: string): Promise<string> {
  const plain = text.replace(/^(\d{6}?)(000|000000)$/, '$1');
  const shorter = [plain, plain.replace(/(00)+$/, '')];
  const rows = await tx.query<{ code: string }>('select code from office.region where code = any($1) order by length(code) desc', [shorter]);
  const area = rows[0]?.code;
  if (area === undefined || !area.startsWith(order.app.regionCode)) return stopInvalid('[areaCode]参数值不正确,请参见行政区划字典表!');
  return area;
}

/** 区划 6 位 + 日期 8 位 + 顺序 3 位. The lock the caller holds keeps two from taking one number. */
async function freeCode(tx: Tx, area: string, order: Order): Promise<string> {
  const head = `${area.slice(0, 6).padEnd(6, '0')}${order.today.replaceAll('-', '')}`;
  const [row] = await tx.query<{ last: string | null }>("select max(code) as last from prevention.real_name_project where code ~ ('^' || $1 || '[0-9]{3}$')", [
    head,
  ]);
  const next = Number(row?.last?.slice(-3) ?? '0') + 1;
  if (next > 999) stopFailed(() => '当天新建的项目已达999个,请次日再报!');
  return `${head}${String(next).padStart(3, '0')}`;
}

/** The project of a call, in the app's own scope; undefined when the app may not speak for it. */
export async function findProject({ store }: Pick<Deps, 'store'>, order: Pick<Order, 'app' | 'values'>): Promise<HeldProject | undefined> {
  const { app, values } = order;
  const code = values.text('projectCode');
  const no = values.text('teamSysNo');
  const rows = await store.reading(app.sender.scope, (tx) =>
    tx.prepared<{ id: string; code: string; name: string; region_code: string; gc_enterprise_id: string }>(
      'real-name-project',
      `select p.id, coalesce(r.code, p.code) as code, p.name, p.region_code, p.gc_enterprise_id
       from prevention.project p left join prevention.real_name_project r on r.project_id = p.id
       where case when $1::text is null then p.id = coalesce($2::bigint, (select t.project_id from prevention.team t where t.no = $3::bigint))
         else r.code = $1 or p.code = $1 or ($2::bigint = p.id and $1 = $4) end
       limit 2`,
      [code, app.projectId, code === null && app.projectId === null && no !== null && no.length < 16 ? no : null, app.appid],
    ),
  );
  const [row] = rows;
  if (row === undefined || rows.length > 1 || (app.projectId !== null && row.id !== app.projectId)) return undefined;
  return { id: row.id, code: row.code, name: row.name, regionCode: row.region_code, generalContractorId: row.gc_enterprise_id };
}

/** Corp.Upload: by the enterprise itself or the place whenever they like, by others until one of these has. */
export function takeCorp(deps: Deps, order: ChangeOrder): Promise<Outcome> {
  const { app, values, method } = order;
  return stopped(() =>
    deps.store.within({ role: 'app_ingest', projectIds: [] }, async (tx) => {
      const code = given(values, 'corpCode');
      const enterprise = await enterpriseOf(tx, order, code, given(values, 'corpName'));
      const knows = app.enterpriseId === null || app.enterpriseId === enterprise.id;
      const sorted = sortForKeeping(method.fields, values);
      const hidden = Object.keys(sorted.hidden).length === 0 ? null : deps.vault.encrypt(JSON.stringify(sorted.hidden), `real-name.corp:${enterprise.id}`);
      const kept = await tx.query(
        `insert into prevention.real_name_corp as c (enterprise_id, code, record, cipher, appid) values ($1, $2, $3, $4, $5)
         on conflict (enterprise_id) do update set code = excluded.code, record = excluded.record, cipher = excluded.cipher, appid = excluded.appid, recorded_at = now()
         where $6 or c.appid = excluded.appid returning enterprise_id`,
        [enterprise.id, code, JSON.stringify(sorted.open), hidden, app.appid, knows],
      );
      const remark = kept.length > 0 ? {} : { remark: '该企业的基本信息已由别的应用上报，保留原来的' };
      await order.settle(tx, { result: '', records: kept.length, ...remark });
      return { is: 'done' } as const;
    }),
  );
}
