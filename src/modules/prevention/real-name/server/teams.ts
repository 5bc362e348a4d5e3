import type { Tx } from '#platform/db/index.ts';
import { given, sortForKeeping, type Values } from '../domain/index.ts';
import { type ChangeOrder, type Deps, inProject, type Order, type Outcome, projectOf, stopFailed, stopInvalid } from './order.ts';
import { enterpriseOf, takesPart } from './parties.ts';
import { keepRecord } from './store.ts';

export interface Team {
  readonly no: string;
  readonly name: string;
  readonly enterprise_id: string;
  readonly corp_name: string;
  readonly corp_code: string | null;
}

const SELECT =
  'select t.no, t.name, t.enterprise_id, e.name as corp_name, e.credit_code as corp_code from prevention.team t join prevention.enterprise e on e.id = t.enterprise_id';

export async function findTeam(tx: Tx, projectId: string, no: string): Promise<Team | undefined> {
  if (!/^\d{1,18}$/.test(no)) return undefined;
  return (await tx.query<Team>(`${SELECT} where t.project_id = $1 and t.no = $2`, [projectId, no]))[0];
}

/** The team of a call, which must be one of the project. */
export async function teamOf(tx: Tx, order: Order, values: Values = order.values): Promise<Team> {
  const team = await findTeam(tx, projectOf(order).id, values.text('teamSysNo') ?? order.values.text('teamSysNo') ?? '');
  return team ?? stopInvalid('[teamSysNo]值超出范围或无效!');
}

/** Team.Add: answers with a number of ten digits; a name that is taken answers with the number it has. */
export function addTeam(deps: Deps, order: ChangeOrder): Promise<Outcome> {
  const { values } = order;
  const project = projectOf(order);
  return inProject(deps, order, async (tx, importId) => {
    const corpName = values.text('corpName');
    // 金华 leaves the enterprise out: the team is then the general contractor's own.
    const enterprise = corpName === null ? { id: project.generalContractorId } : await enterpriseOf(tx, order, values.text('corpCode') ?? '', corpName);
    if (!(await takesPart(tx, project.id, enterprise.id))) stopFailed(() => '没有找到对应的参建单位,请先上报参建单位!');
    checkDays(values);
    const name = given(values, 'teamName');
    const [added] = await tx.query<{ no: string }>(
      'insert into prevention.team (project_id, name, enterprise_id, import_id) values ($1, $2, $3, $4) on conflict (project_id, name) do nothing returning no',
      [project.id, name, enterprise.id, importId],
    );
    if (added === undefined) {
      const [held] = await tx.query<{ no: string }>('select no from prevention.team where project_id = $1 and name = $2', [project.id, name]);
      stopFailed(() => `班组已存在,项目中的班组名称不能重复,已存在班组编号为:${held?.no ?? ''}`);
    }
    await keepTeam(deps, order, tx, added.no, enterprise.id, importId);
    return { result: JSON.stringify({ teamSysNo: Number(added.no) }), records: 1 };
  });
}

/** Team.Update. */
export function updateTeam(deps: Deps, order: ChangeOrder): Promise<Outcome> {
  const { values } = order;
  const project = projectOf(order);
  return inProject(deps, order, async (tx, importId) => {
    const team = await teamOf(tx, order);
    checkDays(values);
    const name = given(values, 'teamName');
    const [taken] = await tx.query<{ no: string }>('select no from prevention.team where project_id = $1 and name = $2 and no <> $3', [
      project.id,
      name,
      team.no,
    ]);
    if (taken !== undefined) stopFailed(() => `班组已存在,项目中的班组名称不能重复,已存在班组编号为:${taken.no}`);
    await tx.query('update prevention.team set name = $3 where project_id = $1 and no = $2', [project.id, team.no, name]);
    await keepTeam(deps, order, tx, team.no, team.enterprise_id, importId);
    return { result: '', records: 1 };
  });
}

function checkDays(values: Values): void {
  const [entry, exit] = [values.text('entryTime'), values.text('exitTime')];
  if (entry !== null && exit !== null && exit < entry) stopInvalid('[exitTime]不能早于进场时间!');
  for (const [day, papers] of [
    ['entryTime', 'entryAttachments'],
    ['exitTime', 'exitAttachments'],
  ] as const) {
    if (values.text(day) !== null && values.list(papers).length === 0) stopInvalid(`[${papers}]不能为空!`);
  }
}

async function keepTeam(deps: Deps, { method, values, app, project }: ChangeOrder, tx: Tx, no: string, enterpriseId: string, importId: string): Promise<void> {
  const sorted = sortForKeeping(method.fields, values);
  await keepRecord(tx, deps.vault, project?.id ?? '', { kind: 'team', key: no, teamNo: no, enterpriseId, sorted, appid: app.appid, importId });
}
