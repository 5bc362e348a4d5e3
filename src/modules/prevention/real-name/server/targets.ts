import type { Keeper } from '#modules/office/integration/server/index.ts';
import { readCreditCode } from '#kernel/identifiers/index.ts';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import { record } from '#platform/audit/index.ts';
import type { Store, Tx } from '#platform/db/index.ts';
import type { Outbound } from '#platform/outbound/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import { findProfile, type Profile } from '../domain/index.ts';
import type { TargetView } from '../domain/wire.ts';
import { isUsableSecret } from './cipher.ts';

/** 上级平台: a system above us that what is entered here is delivered to. */
export interface NewTarget {
  readonly name: string;
  readonly url: string;
  readonly profile: string;
  readonly appid: string;
  readonly secret: string;
  /** 企业密钥: where the platform wants messages signed by the enterprise too. */
  readonly corpSecret?: string | undefined;
}

/** A target as a delivery needs it. */
export interface OpenTarget {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly profile: Profile;
  readonly appid: string;
  readonly secret: string;
  /** Null where the platform asks for no signature of the enterprise. */
  readonly corpSecret: string | null;
  readonly regionCode: string;
  readonly enterpriseId: string | null;
}

export interface Targets {
  create(by: Keeper, target: NewTarget): Promise<Result<{ readonly id: string }>>;
  /** Delivers this project from now on, under the code it has over there. */
  addProject(by: Keeper, targetId: string, projectId: string, theirCode: string): Promise<Result<null>>;
  setDisabled(by: Keeper, targetId: string, disabled: boolean): Promise<Result<null>>;
  list(by: Keeper): Promise<readonly TargetView[]>;
  /** 补登统一社会信用代码 of an enterprise that has none; by the place, or by the enterprise itself. */
  enterCode(by: Keeper, enterpriseId: string, code: string): Promise<Result<null>>;
}

const NO_TARGET: Refusal = { code: 'target-not-found', says: '没有找到这个上级平台，或不归您管理。请返回列表重新选择。' };

export function targets({ store, vault, outbound }: { readonly store: Store; readonly vault: Vault; readonly outbound: Outbound }): Targets {
  async function seen(by: Keeper, id: string): Promise<boolean> {
    if (!/^\d{1,18}$/.test(id)) return false;
    return (await store.within(by.scope, (tx) => tx.query('select from exchange.real_name_target where id = $1', [id]))).length > 0;
  }

  return {
    async create(by, given) {
      const name = given.name.trim();
      if (name.length < 2 || name.length > 100) return refuse({ code: 'target-invalid', says: '平台名称应为 2 至 100 个字。请修改。' });
      if (findProfile(given.profile) === undefined) return refuse({ code: 'target-invalid', says: '没有这种方言。可选 national、hangzhou、jinhua、fujian。' });
      if (!/^[0-9A-Za-z._-]{4,64}$/.test(given.appid))
        return refuse({ code: 'target-invalid', says: 'appid 应为 4 至 64 位字母、数字、点、横线或下划线。请按对方发的填写。' });
      if (!isUsableSecret(given.secret)) return refuse({ code: 'target-invalid', says: '密钥应为 32 个字符（也可 16 或 24 个）。请按对方发的原样填写。' });
      const corpSecret = given.corpSecret ?? '';
      if (corpSecret.length > 64) return refuse({ code: 'target-invalid', says: '企业密钥最长 64 个字符。请按对方发的原样填写；对方没有发的不用填。' });
      const address = outbound.check(given.url);
      if (!address.ok) return address;
      if (by.regionCode === null && by.enterpriseId === null)
        return refuse({ code: 'target-not-allowed', says: '您的账号没有所属地区或单位，不能登记上级平台。' });
      const id = await store.within({ role: 'app_job' }, async (tx) => {
        const [row] = await tx.query<{ id: string }>(
          `insert into exchange.real_name_target (name, url, profile, appid, secret_cipher, region_code, enterprise_id, created_by, settings)
           values ($1, $2, $3, $4, $5, coalesce($6, (select min(p.region_code) from prevention.project p where p.gc_enterprise_id = $7), (select min(code) from office.region)), $7, $8, $9) returning id`,
          [
            name,
            address.value.href,
            given.profile,
            given.appid,
            vault.encrypt(given.secret, secretPlace(given.appid)),
            by.regionCode,
            by.enterpriseId,
            by.accountId,
            JSON.stringify(corpSecret === '' ? {} : { corpSecretCipher: vault.encrypt(corpSecret, corpPlace(given.appid)).toString('base64') }),
          ],
        );
        await record(tx, { by, action: 'target.created', object: `target:${row?.id}`, region: by.regionCode, detail: { name, host: address.value.host } });
        return row?.id ?? '';
      });
      return ok({ id });
    },

    async addProject(by, targetId, projectId, theirCode) {
      if (!(await seen(by, targetId))) return refuse(NO_TARGET);
      if (!/^[0-9A-Za-z-]{6,32}$/.test(theirCode))
        return refuse({ code: 'target-invalid', says: '对方的项目编码应为 6 至 32 位字母、数字或横线。请按对方平台显示的填写。' });
      const found = /^\d{1,18}$/.test(projectId)
        ? await store.within(by.scope, (tx) => tx.query('select from prevention.project where id = $1', [projectId]))
        : [];
      if (found.length === 0) return refuse({ code: 'project-not-found', says: '没有找到这个项目，或不在您的管辖（参建）范围内。请重新选择。' });
      await store.within({ role: 'app_job' }, async (tx) => {
        await tx.query(
          `insert into exchange.real_name_target_project (target_id, project_id, their_code) values ($1, $2, $3)
           on conflict (target_id, project_id) do update set their_code = excluded.their_code, planned_at = null`,
          [targetId, projectId, theirCode],
        );
        await record(tx, { by, action: 'target.project-added', object: `target:${targetId}`, region: by.regionCode, detail: { projectId, theirCode } });
      });
      return ok(null);
    },

    async setDisabled(by, targetId, disabled) {
      if (!(await seen(by, targetId))) return refuse(NO_TARGET);
      await store.within({ role: 'app_job' }, async (tx) => {
        await tx.query('update exchange.real_name_target set disabled_at = case when $2 then coalesce(disabled_at, now()) end where id = $1', [
          targetId,
          disabled,
        ]);
        await record(tx, { by, action: disabled ? 'target.disabled' : 'target.enabled', object: `target:${targetId}`, region: by.regionCode });
      });
      return ok(null);
    },

    async enterCode(by, enterpriseId, given) {
      const read = readCreditCode(given);
      if (!read.ok) return refuse({ code: 'credit-code-invalid', says: '统一社会信用代码应为 18 位，且末位校验正确。请按营业执照核对。' });
      const [seen] = await store.within(by.scope, (tx) =>
        tx.query<{ name: string; credit_code: string | null }>(
          `select e.name, e.credit_code from prevention.enterprise e where e.id = $1
             and exists (select from prevention.project_party y join prevention.project p on p.id = y.project_id where y.enterprise_id = e.id)`,
          [enterpriseId],
        ),
      );
      if (seen === undefined) return refuse({ code: 'enterprise-not-found', says: '没有找到这家单位，或它没有参建您管的项目。' });
      if (by.enterpriseId !== null && by.enterpriseId !== enterpriseId)
        return refuse({ code: 'credit-code-not-allowed', says: `“${seen.name}”的代码由主管部门或它自己登记。请联系主管部门。` });
      if (seen.credit_code === read.code) return ok(null);
      if (seen.credit_code !== null)
        return refuse({ code: 'credit-code-known', says: `“${seen.name}”已登记代码 ${seen.credit_code}。登记错了的，由主管部门在台账里更正。` });
      return store.within({ role: 'app_job' }, async (tx): Promise<Result<null>> => {
        const [other] = await tx.query<{ name: string }>('select name from prevention.enterprise where credit_code = $1 and id <> $2', [
          read.code,
          enterpriseId,
        ]);
        if (other !== undefined)
          return refuse({ code: 'credit-code-taken', says: `这个代码已登记在“${other.name}”名下。核对是不是同一家单位，名称有没有写错。` });
        await tx.query('update prevention.enterprise set credit_code = $2 where id = $1 and credit_code is null', [enterpriseId, read.code]);
        await record(tx, { by, action: 'enterprise.code-entered', object: `enterprise:${enterpriseId}`, region: by.regionCode, detail: { code: read.code } });
        return ok(null);
      });
    },

    async list(by) {
      const rows = await store.reading(by.scope, (tx) =>
        tx.query<Omit<TargetView, 'profileName'>>(
          `select t.id, t.name, t.url, t.profile, t.appid, t.disabled_at as "disabledAt",
             coalesce((select jsonb_agg(jsonb_build_object('projectId', p.project_id::text, 'name', j.name, 'theirCode', p.their_code) order by p.project_id)
               from exchange.real_name_target_project p join prevention.project j on j.id = p.project_id where p.target_id = t.id), '[]') as projects,
             coalesce((select jsonb_object_agg(state, n) from (select state, count(*) as n from exchange.real_name_delivery d where d.target_id = t.id group by 1) c), '{}') as counts,
             coalesce((select jsonb_agg(jsonb_build_object('enterpriseId', l.id::text, 'name', l.name) order by l.name) from (
               select distinct e.id, e.name from exchange.real_name_target_project p join prevention.project_party y on y.project_id = p.project_id
                 join prevention.enterprise e on e.id = y.enterprise_id where p.target_id = t.id and e.credit_code is null) l), '[]') as lacking,
             (select max(settled_at) from exchange.real_name_delivery d where d.target_id = t.id and d.state = 'done') as "lastDoneAt",
             (select count(*)::int from exchange.real_name_difference f where f.target_id = t.id) as differences
           from exchange.real_name_target t order by t.id limit 200`,
        ),
      );
      return rows.map((row) => ({ ...row, profileName: findProfile(row.profile)?.name ?? row.profile }));
    },
  };
}

/** With its secret opened, for the loop that delivers. */
export async function openTarget(tx: Tx, vault: Vault, id: string): Promise<OpenTarget | undefined> {
  const [row] = await tx.query<{
    id: string;
    name: string;
    url: string;
    profile: string;
    appid: string;
    secret_cipher: Buffer;
    region_code: string;
    enterprise_id: string | null;
    corp: string | null;
  }>(
    "select id, name, url, profile, appid, secret_cipher, region_code, enterprise_id, settings ->> 'corpSecretCipher' as corp from exchange.real_name_target where id = $1 and disabled_at is null",
    [id],
  );
  const profile = findProfile(row?.profile);
  if (row === undefined || profile === undefined) return undefined;
  return {
    id: row.id,
    name: row.name,
    url: row.url,
    profile,
    appid: row.appid,
    secret: vault.decrypt(row.secret_cipher, secretPlace(row.appid)),
    corpSecret: row.corp === null ? null : vault.decrypt(Buffer.from(row.corp, 'base64'), corpPlace(row.appid)),
    regionCode: row.region_code,
    enterpriseId: row.enterprise_id,
  };
}

function corpPlace(appid: string): string {
  return `real-name.target-corp:${appid}`;
}

function secretPlace(appid: string): string {
  return `real-name.target:${appid}`;
}
