import { wallClock } from '#platform/clock.ts';
import type { Keeper } from '#modules/office/integration/server/index.ts';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import { record } from '#platform/audit/index.ts';
import { maskIdentity } from '#platform/vault/index.ts';
import type { Payload } from '../domain/index.ts';
import type { Difference } from '../domain/wire.ts';
import { allRows, askTarget, rowsOf } from './ask-target.ts';
import { decipher } from './cipher.ts';
import type { DeliveryDeps } from './deliver.ts';
import { type Holding, holdingOf } from './holding.ts';
import { payCode } from './messages-of-people.ts';
import { yuanOf } from './queries-of-people.ts';
import { type OpenTarget, openTarget } from './targets.ts';

const NO_TARGET: Refusal = { code: 'target-not-found', says: '没有找到这个上级平台，或不归您管理，或它已停用。请返回列表重新选择。' };

/** Asks the target for what it holds of our projects and keeps where it differs. */
export async function compareTarget(deps: DeliveryDeps, by: Keeper, targetId: string): Promise<Result<readonly Difference[]>> {
  const { store, vault } = deps;
  const seen = /^\d{1,18}$/.test(targetId)
    ? await store.within(by.scope, (tx) => tx.query('select from exchange.real_name_target where id = $1', [targetId]))
    : [];
  const target = seen.length === 0 ? undefined : await store.reading({ role: 'app_job' }, (tx) => openTarget(tx, vault, targetId));
  if (target === undefined) return refuse(NO_TARGET);
  const projects = await store.reading({ role: 'app_job' }, (tx) =>
    tx.query<{ project_id: string; their_code: string }>(
      'select project_id, their_code from exchange.real_name_target_project where target_id = $1 order by 1',
      [targetId],
    ),
  );
  const all: Difference[] = [];
  for (const project of projects) {
    const found = await compareProject(deps, target, project.project_id, project.their_code);
    if (found === null) return refuse({ code: 'target-silent', says: '对方平台没有答复查询，差异没有更新。请稍后再试，或先查看上报失败的原因。' });
    all.push(...found);
    await store.within({ role: 'app_job' }, async (tx) => {
      await tx.query('delete from exchange.real_name_difference where target_id = $1 and project_id = $2', [targetId, project.project_id]);
      for (const one of found) {
        await tx.query(
          'insert into exchange.real_name_difference (target_id, project_id, kind, key, shown, ours, theirs) values ($1, $2, $3, $4, $5, $6, $7)',
          [targetId, project.project_id, one.kind, one.key, one.shown, one.ours, one.theirs],
        );
      }
    });
  }
  await store.within({ role: 'app_job' }, (tx) =>
    record(tx, { by, action: 'target.compared', object: `target:${targetId}`, region: target.regionCode, detail: { differences: all.length } }),
  );
  return ok(all);
}

async function compareProject(deps: DeliveryDeps, target: OpenTarget, projectId: string, projectCode: string): Promise<readonly Difference[] | null> {
  const holding = await holdingOf(deps.store, deps.vault, projectId);
  const now = (): string => wallClock(new Date());
  const [teams, workers] = [
    await allRows(deps.outbound, target, 'Team.Query', { projectCode }, now),
    await allRows(deps.outbound, target, 'ProjectWorker.Query', { projectCode }, now),
  ];
  if (teams === null || workers === null) return null;
  const pay = await theirPay(deps, target, projectCode, holding, now);
  if (pay === null) return null;
  const opened = workers.map((row) => ({ identity: decipher(textOf(row['idCardNumber']), target.secret) ?? '', row }));
  // Some targets take trainings and never show them: what is not shown is not compared.
  const trainings = holding.trainings.length === 0 ? null : await allRows(deps.outbound, target, 'ProjectTraining.Query', { projectCode }, now);
  return [...ofTeams(holding, teams), ...ofWorkers(holding, opened), ...(trainings === null ? [] : ofTrainings(holding, trainings)), ...ofPay(holding, pay)];
}

type Row = Readonly<Record<string, unknown>>;

function ofTeams(holding: Holding, theirs: readonly Row[]): readonly Difference[] {
  const there = new Set(theirs.map((row) => textOf(row['teamName'])));
  const here = new Set(holding.teams.map((team) => team.name));
  return [
    ...[...here].filter((name) => !there.has(name)).map((name): Difference => ({ kind: 'team', key: `team:${name}`, shown: name, ours: '有', theirs: null })),
    ...[...there].filter((name) => !here.has(name)).map((name): Difference => ({ kind: 'team', key: `team:${name}`, shown: name, ours: null, theirs: '有' })),
  ];
}

function ofWorkers(holding: Holding, theirs: readonly { readonly identity: string; readonly row: Row }[]): readonly Difference[] {
  const there = new Map(theirs.map(({ identity, row }) => [identity, row]));
  const found: Difference[] = [];
  for (const worker of holding.workers) {
    const key = `worker:${worker.person_id}`;
    const shown = `${worker.name} ${maskIdentity(worker.identity)}`;
    const row = there.get(worker.identity);
    there.delete(worker.identity);
    if (row === undefined) {
      found.push({ kind: 'worker', key, shown, ours: worker.team, theirs: null });
      continue;
    }
    const team = textOf(row['teamName']);
    if (team !== '' && team !== worker.team) found.push({ kind: 'worker', key, shown, ours: worker.team, theirs: team });
    const last = worker.stays.at(-1);
    const ours = last === undefined ? '未进场' : `${last.entered_on} 至 ${last.left_on ?? '今'}`;
    const entry = textOf(row['entryTime']).slice(0, 10);
    const their = entry === '' ? '未进场' : `${entry} 至 ${textOf(row['exitTime']).slice(0, 10) || '今'}`;
    if (ours !== their) found.push({ kind: 'stay', key: `stay:${worker.person_id}`, shown, ours, theirs: their });
  }
  for (const [identity, row] of there) {
    found.push({
      kind: 'worker',
      key: `their-worker:${maskIdentity(identity)}`,
      shown: `${textOf(row['workerName'])} ${maskIdentity(identity)}`,
      ours: null,
      theirs: textOf(row['teamName']),
    });
  }
  return found;
}

/** By day, kind and name, with how many took part. */
function ofTrainings(holding: Holding, theirs: readonly Row[]): readonly Difference[] {
  const nameOf = (row: Row): string => `${textOf(row['trainingDate']).slice(0, 10)} ${textOf(row['trainingTypeCode'])} ${textOf(row['trainingName'])}`;
  const there = new Map(theirs.map((row) => [nameOf(row), Array.isArray(row['workers']) ? `${row['workers'].length} 人` : '有']));
  return holding.trainings.flatMap((training): readonly Difference[] => {
    const [ours, found] = [`${training.trained.length} 人`, there.get(nameOf(training.open)) ?? null];
    if (found === ours || found === '有') return [];
    return [{ kind: 'training', key: `training:${training.key}`, shown: training.open['trainingName'] ?? '', ours, theirs: found }];
  });
}

interface TheirPay {
  readonly asked: ReadonlySet<string>;
  readonly amounts: ReadonlyMap<string, string>;
}

/** Lines of the months we hold, by the code we gave them, enterprise by enterprise as the query wants it. */
async function theirPay(deps: DeliveryDeps, target: OpenTarget, projectCode: string, holding: Holding, now: () => string): Promise<TheirPay | null> {
  const wanted = new Map<string, Readonly<Record<string, Payload>>>();
  for (const worker of holding.workers) {
    for (const line of worker.pay) {
      const payMonth = line.pay_month ?? line.month;
      wanted.set(`${payMonth} ${worker.corp_name}`, { projectCode, payMonth, corpCode: worker.corp_code ?? '', corpName: worker.corp_name });
    }
  }
  const amounts = new Map<string, string>();
  for (const asked of wanted.values()) {
    const answer = await askTarget(deps.outbound, target, 'Payroll.Query', asked, now());
    if (answer.is !== 'answered') return null;
    for (const row of rowsOf(answer.data)) amounts.set(textOf(row['thirdPayRollCode']), textOf(row['actualAmount']));
  }
  return { asked: new Set(wanted.keys()), amounts };
}

function ofPay(holding: Holding, { amounts }: TheirPay): readonly Difference[] {
  return holding.workers.flatMap((worker) =>
    worker.pay.flatMap((line): readonly Difference[] => {
      const code = payCode(line.project_id, worker.person_id, line.month, line.team, line.item);
      const theirs = amounts.get(code) ?? null;
      if (theirs !== null && Number(theirs) === Number(yuanOf(line.net))) return [];
      return [{ kind: 'payroll', key: `pay:${code}`, shown: `${worker.name} ${maskIdentity(worker.identity)} ${line.month}`, ours: yuanOf(line.net), theirs }];
    }),
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
