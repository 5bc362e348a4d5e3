import { readCreditCode } from '#kernel/identifiers/index.ts';
import type { Tx } from '#platform/db/index.ts';
import { given, sortForKeeping } from '../domain/index.ts';
import {
  type ChangeOrder,
  type Deps,
  inProject,
  maySayWhoTakesPart,
  type Order,
  type Outcome,
  projectOf,
  stopFailed,
  stopForbidden,
  stopInvalid,
} from './order.ts';
import { findRecord, keepRecord } from './store.ts';

export interface Enterprise {
  readonly id: string;
  readonly name: string;
  readonly credit_code: string | null;
}

/**
 * The enterprise of a code and a name, added when nobody has met it. The code decides. A name without a code takes it
 * from the enterprise itself or from the place, not from whoever happens to mention it.
 */
export async function enterpriseOf(tx: Tx, order: Order, code: string, name: string): Promise<Enterprise> {
  const rows = await tx.query<Enterprise>('select id, name, credit_code from prevention.enterprise where credit_code = $1 or name = $2', [code, name]);
  const byCode = rows.find((row) => row.credit_code === code);
  if (byCode !== undefined) return byCode;
  const read = readCreditCode(code);
  const byName = rows.find((row) => row.name === name);
  if (byName !== undefined) {
    if (byName.credit_code !== null && read.ok) stopInvalid('[corpCode]与已登记的统一社会信用代码不一致!');
    const knows = order.app.enterpriseId === null || order.app.enterpriseId === byName.id;
    if (byName.credit_code === null && read.ok && knows) await fillCode(tx, byName.id, read.code);
    return byName;
  }
  const [added] = await tx.query<Enterprise>(
    'insert into prevention.enterprise (name, credit_code) values ($1, $2) on conflict do nothing returning id, name, credit_code',
    [name, read.ok ? read.code : null],
  );
  if (added !== undefined) return added;
  const [other] = await tx.query<Enterprise>('select id, name, credit_code from prevention.enterprise where credit_code = $1 or name = $2', [code, name]);
  if (other === undefined) throw new Error('an enterprise that was there is gone');
  return other;
}

/** Officials write projects under their own role, which fills no code: it waits for the next message about people. */
async function fillCode(tx: Tx, id: string, code: string): Promise<void> {
  const [role] = await tx.query<{ role: string }>("select current_setting('role') as role");
  if (role?.role === 'app_ingest') await tx.query('update prevention.enterprise set credit_code = $2 where id = $1 and credit_code is null', [id, code]);
}

/** 参建单位类型 → the part in the chain of obligations. */
export function partOf(corpType: string): 'owner' | 'general-contractor' | 'subcontractor' | 'supervisor' {
  return corpType === '008' ? 'owner' : corpType === '009' ? 'general-contractor' : corpType === '007' ? 'supervisor' : 'subcontractor';
}

/** ProjectSubContractor.Add and .Update. */
export function takeParty(deps: Deps, order: ChangeOrder): Promise<Outcome> {
  const { values, method, app } = order;
  const project = projectOf(order);
  return inProject(deps, order, async (tx, importId) => {
    if (!maySayWhoTakesPart(order)) stopForbidden('无API访问权限:参建单位由施工总承包单位或主管部门上报');
    const corpType = given(values, 'corpType');
    const part = partOf(corpType);
    const enterprise = await enterpriseOf(tx, order, given(values, 'corpCode'), given(values, 'corpName'));
    const entry = values.text('entryTime');
    const exit = values.text('exitTime');
    if (entry !== null && exit !== null && exit < entry) stopInvalid('[exitTime]不能早于进场时间!');
    if (part === 'general-contractor' && enterprise.id !== project.generalContractorId) stopFailed(() => '总承包单位已存在,变更总承包单位请联系主管部门!');
    const key = `${enterprise.id}:${corpType}`;
    const [held] = await tx.query('select from prevention.project_party where project_id = $1 and enterprise_id = $2 and part = $3', [
      project.id,
      enterprise.id,
      part,
    ]);
    const said = await findRecord(tx, project.id, 'party', key);
    if (method.name.endsWith('.Add')) {
      // One that a file of the office named, and nobody has reported by the protocol, is reported now.
      if (part === 'general-contractor' || said !== undefined) stopFailed(() => '参建单位已存在');
    } else if (held === undefined) stopFailed(() => '没有找到对应的参建单位,请先上报参建单位!');
    await tx.query('insert into prevention.project_party (project_id, enterprise_id, part, import_id) values ($1, $2, $3, $4) on conflict do nothing', [
      project.id,
      enterprise.id,
      part,
      importId,
    ]);
    const sorted = sortForKeeping(method.fields, values);
    await keepRecord(tx, deps.vault, project.id, { kind: 'party', key, enterpriseId: enterprise.id, sorted, appid: app.appid, importId });
    await tx.query("insert into prevention.dirty (project_id, month, why) values ($1, null, 'real-name')", [project.id]);
    return { result: '', records: 1 };
  });
}

/** The enterprise takes part in the project, whatever its part. */
export async function takesPart(tx: Tx, projectId: string, enterpriseId: string): Promise<boolean> {
  return (await tx.query('select from prevention.project_party where project_id = $1 and enterprise_id = $2 limit 1', [projectId, enterpriseId])).length > 0;
}
