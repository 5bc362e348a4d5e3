import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase, seen } from '../../../test/support/database.ts';
import { openStore, type Scope } from './index.ts';

const GAOTANG: Scope = { role: 'app_official', region: '371526', accountId: '1' };

describe('谁看得到什么，由数据库说了算', () => {
  let db: FreshDatabase;
  beforeAll(async () => {
    db = await freshDatabase();
    await db.owner(`insert into office.region (code, name, level) values
      ('371526', '高唐县', 'county'), ('371526001', '甲镇', 'town'), ('371526002', '乙镇', 'town'), ('620201', '嘉峪关', 'prefecture')`);
    await db.owner(`insert into prevention.enterprise (id, name) values (1, '甲建筑'), (2, '乙建筑'), (3, '丙监理')`);
    await db.owner(`insert into prevention.project (id, region_code, code, name, industry, gc_enterprise_id) values
      (1, '371526001', 'A', '甲镇住建', '住建', 1), (2, '371526002', 'B', '乙镇交通', '交通', 2), (3, '620201', 'C', '嘉峪关住建', '住建', 2)`);
    await db.owner(`insert into prevention.project_party (project_id, enterprise_id, part) values
      (1, 1, 'general-contractor'), (2, 2, 'general-contractor'), (3, 2, 'general-contractor'), (1, 3, 'supervisor')`);
    await db.owner(`insert into prevention.punch (project_id, month, person_id, happened_at, source, import_id)
      select p, '2026-09-01', 1, '2026-09-01 08:00', 'gate', 1 from generate_series(1, 3) p`);
    // Only the columns the policies read matter here.
    await db.owner(`do $$ declare c text; begin
      for c in select attname from pg_attribute where attrelid = 'monitoring.warning'::regclass and attnum > 0 and attnotnull and attname <> 'id' loop
        execute format('alter table monitoring.warning alter %I drop not null', c);
      end loop; end $$`);
    await db.owner(`insert into monitoring.warning (project_id, region_code, industry, gc_enterprise_id, level, state)
      select id, region_code, industry, gc_enterprise_id, 1, 'raised' from prevention.project`);
  });
  afterAll(() => db.drop());

  const scopes: { who: string; scope: Scope; projects: string[] }[] = [
    { who: '县级看全县', scope: GAOTANG, projects: ['1', '2'] },
    { who: '镇级只看本镇', scope: { role: 'app_official', region: '371526001', accountId: '1' }, projects: ['1'] },
    { who: '省级看全省', scope: { role: 'app_official', region: '37', accountId: '1' }, projects: ['1', '2'] },
    { who: '别处看别处', scope: { role: 'app_official', region: '6202', accountId: '1' }, projects: ['3'] },
    { who: '地区为空什么也看不到', scope: { role: 'app_official', region: '', accountId: '1' }, projects: [] },
    { who: '行业主管看本地本行业', scope: { role: 'app_regulator', region: '371526', industry: '交通', accountId: '1' }, projects: ['2'] },
    { who: '行业为空什么也看不到', scope: { role: 'app_regulator', region: '371526', industry: '', accountId: '1' }, projects: [] },
    { who: '企业看自己参建的', scope: { role: 'app_enterprise', enterpriseId: '1', accountId: '1' }, projects: ['1'] },
    { who: '监理不看工资', scope: { role: 'app_enterprise', enterpriseId: '3', accountId: '1' }, projects: [] },
    { who: '审计看本地', scope: { role: 'app_auditor', region: '371526002', accountId: '1' }, projects: ['2'] },
    { who: '导入只看点名的项目', scope: { role: 'app_ingest', projectIds: ['2'] }, projects: ['2'] },
    { who: '导入没点名什么也看不到', scope: { role: 'app_ingest', projectIds: [] }, projects: [] },
    { who: '后台作业看全部', scope: { role: 'app_job' }, projects: ['1', '2', '3'] },
  ];
  it.each(scopes)('$who', async ({ scope, projects }) => {
    expect((await seen<{ id: string }>(db.store, scope, 'select id from prevention.project order by id')).map((row) => row.id)).toEqual(projects);
    expect((await seen<{ project_id: string }>(db.store, scope, 'select project_id from prevention.punch order by 1')).map((row) => row.project_id)).toEqual(
      projects,
    );
  });

  it.each(scopes.filter(({ scope }) => scope.role !== 'app_ingest' && scope.role !== 'app_enterprise'))('$who，预警也一样', async ({ scope, projects }) => {
    expect((await seen<{ project_id: string }>(db.store, scope, 'select project_id from monitoring.warning order by 1')).map((row) => row.project_id)).toEqual(
      projects,
    );
  });

  it.each(['app_signin', 'app_admin', 'app_sealer', 'app_vault'] as const)('%s 读不了工资链上的任何表', async (role) => {
    for (const table of ['prevention.project', 'prevention.punch', 'prevention.payroll_line', 'monitoring.warning']) {
      await expect(seen(db.store, { role }, `select 1 from ${table}`)).rejects.toThrow(/permission denied/);
    }
  });

  it('用过的连接再借出时，没有范围就什么也看不到', async () => {
    // After SET LOCAL a setting is '' and not NULL, and a range that begins at '' would hold every row.
    const store = openStore(db.appUrl, { max: 1 });
    try {
      expect(await seen(store, GAOTANG, 'select id from prevention.project')).toHaveLength(2);
      const client = await store.pool.connect();
      try {
        expect((await client.query("select current_setting('app.region', true) as region")).rows).toEqual([{ region: '' }]);
        await client.query('begin; set local role app_official');
        expect((await client.query('select id from prevention.project')).rows).toEqual([]);
        expect((await client.query('select id from monitoring.warning')).rows).toEqual([]);
        expect((await client.query('select 1 from prevention.punch')).rows).toEqual([]);
        await client.query('rollback; begin; set local role app_enterprise');
        expect((await client.query('select id from prevention.project')).rows).toEqual([]);
        await client.query('rollback; begin; set local role app_ingest');
        expect((await client.query('select id from prevention.project')).rows).toEqual([]);
        await client.query('rollback');
        await expect(client.query('select id from prevention.project')).rejects.toThrow(/permission denied/);
      } finally {
        client.release();
      }
    } finally {
      await store.close();
    }
  });

  it('失败的事务不留下角色，也不留下改动', async () => {
    const store = openStore(db.appUrl, { max: 1 });
    try {
      await expect(
        store.within({ role: 'app_job' }, async (tx) => {
          await tx.query("insert into prevention.dirty (project_id, why) values (1, 'x')");
          throw new Error('stop');
        }),
      ).rejects.toThrow('stop');
      expect(await seen(store, { role: 'app_job' }, 'select 1 from prevention.dirty')).toEqual([]);
      expect((await store.pool.query('select current_user as who')).rows).toEqual([{ who: 'anxin_app' }]);
    } finally {
      await store.close();
    }
  });

  it('服务用的登录角色不是超级用户，不拥有任何表，不能绕过行级安全', async () => {
    expect(await db.owner("select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolinherit from pg_roles where rolname = 'anxin_app'")).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolinherit: false },
    ]);
    expect(await db.owner("select 1 from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname like 'app\\_%' or r.rolname = 'anxin_app'")).toEqual(
      [],
    );
  });
});
