import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import { ROLES } from './roles.ts';
import type { Role } from './wire.ts';

/** An account as far as it decides what its holder sees. */
export interface Post {
  readonly accountId: string;
  readonly role: Role;
  readonly regionCode: string | null;
  readonly enterpriseId: string | null;
  readonly industry: string | null;
}

/** What a person's transactions may see; the same shape the database layer opens them with. */
export type DataScope =
  | { readonly role: 'app_official' | 'app_auditor'; readonly region: string; readonly accountId: string }
  | { readonly role: 'app_regulator'; readonly region: string; readonly industry: string; readonly accountId: string }
  | { readonly role: 'app_enterprise'; readonly enterpriseId: string; readonly accountId: string }
  | { readonly role: 'app_admin' };

export interface PostRefusal extends Refusal {
  readonly code: 'post-incomplete';
}

/** Refuses a post that is not bounded: without a place or an enterprise nobody gets to see everything. */
export function scopeOf({ accountId, role, regionCode, enterpriseId, industry }: Post): Result<DataScope, PostRefusal> {
  const { sight, name } = ROLES[role];
  switch (sight.bound) {
    case 'none':
      return ok({ role: sight.databaseRole });
    case 'region':
      if (!filled(regionCode)) return refuse(incomplete(name, '管辖地区（行政区划代码）'));
      return ok({ role: sight.databaseRole, region: regionCode, accountId });
    case 'region-and-industry':
      if (!filled(regionCode)) return refuse(incomplete(name, '管辖地区（行政区划代码）'));
      if (!filled(industry)) return refuse(incomplete(name, '主管行业'));
      return ok({ role: sight.databaseRole, region: regionCode, industry, accountId });
    case 'enterprise':
      if (!filled(enterpriseId)) return refuse(incomplete(name, '所属企业'));
      return ok({ role: sight.databaseRole, enterpriseId, accountId });
  }
}

function filled(text: string | null): text is string {
  return text !== null && text !== '';
}

function incomplete(roleName: string, missing: string): PostRefusal {
  return { code: 'post-incomplete', says: `“${roleName}”账号必须填写${missing}，否则不知道能看哪些数据。请补填。` };
}
