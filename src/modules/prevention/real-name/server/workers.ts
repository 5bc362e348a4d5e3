import type { Tx } from '#platform/db/index.ts';
import { given, type Method, readPeriod, type Sorted, sortForKeeping, type Values } from '../domain/index.ts';
import { type ChangeOrder, type Deps, inProject, type Outcome, projectOf, stopFailed, stopInvalid } from './order.ts';
import { enter, personColumns, reviseStay, staysOf } from './stays.ts';
import { hiddenOf, keepRecord, meetPeople, personIn, recordsOfPersons } from './store.ts';
import { type Team, teamOf } from './teams.ts';

/** ProjectWorker.Add: the person is registered with a team; the stay begins with the entry. All of a call or none. */
export function addWorkers(deps: Deps, order: ChangeOrder): Promise<Outcome> {
  return inProject(deps, order, async (tx, importId) => {
    const workers = order.values.list('workerList');
    const identities = workers.map((worker) => given(worker, 'idCardNumber'));
    refuseTwice(identities, 'workerList');
    const people = await meetPeople(tx, deps.vault, identities);
    const there = await registered(tx, projectOf(order).id, [...people.values()]);
    const again = identities.filter((identity) => there.has(personIn(people, identity)));
    if (again.length > 0) stopFailed((show) => again.map((identity) => `项目中已存在身份证为：${show(identity)}的工人!`).join('\r\n'));
    for (const worker of workers) await register(deps, order, tx, importId, worker, personIn(people, given(worker, 'idCardNumber')), true);
    return { result: '', records: workers.length };
  });
}

/** ProjectWorker.Update: what the roster says of the person's open stay follows. */
export function updateWorkers(deps: Deps, order: ChangeOrder): Promise<Outcome> {
  return inProject(deps, order, async (tx, importId) => {
    const workers = order.values.list('workerList');
    const identities = workers.map((worker) => given(worker, 'idCardNumber'));
    refuseTwice(identities, 'workerList');
    const people = await meetPeople(tx, deps.vault, identities);
    const held = await recordsOfPersons(tx, projectOf(order).id, 'worker', [...people.values()]);
    const known = new Set(held.map((record) => record.person_id));
    const missing = identities.filter((identity) => !known.has(personIn(people, identity)));
    if (missing.length > 0) stopFailed(notFoundText(missing));
    for (const worker of workers) await register(deps, order, tx, importId, worker, personIn(people, given(worker, 'idCardNumber')), false);
    return { result: '', records: workers.length };
  });
}

/** 「没有找到证件类型为01,证件号码为…的对应信息,上传失败!」, one a line. */
export function notFoundText(identities: readonly string[]): (show: (identity: string) => string) => string {
  return (show) => identities.map((identity) => `没有找到证件类型为01,证件号码为${show(identity)}的对应信息,上传失败!`).join('\r\n');
}

/** The same person twice in one list would be two answers to one question. */
export function refuseTwice(identities: readonly string[], list: string): void {
  const first = new Map<string, number>();
  for (const [at, identity] of identities.entries()) {
    const before = first.get(identity);
    if (before !== undefined) stopInvalid(`[${list}][${at}][idCardNumber]与第${before + 1}条重复!`);
    first.set(identity, at);
  }
}

/** Persons registered and not gone: who left may be registered again, with another team. */
async function registered(tx: Tx, projectId: string, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  const records = await recordsOfPersons(tx, projectId, 'worker', personIds);
  const stays = await staysOf(tx, projectId, personIds);
  const there = records.flatMap(({ person_id }) => {
    const own = stays.get(person_id ?? '') ?? [];
    const left = own.length > 0 && own.every((stay) => stay.left_on !== null);
    return person_id === null || left ? [] : [person_id];
  });
  return new Set(there);
}

async function register(deps: Deps, order: ChangeOrder, tx: Tx, importId: string, worker: Values, personId: string, isNew: boolean): Promise<void> {
  const project = projectOf(order);
  const team: Team = await teamOf(tx, order, worker);
  const sorted = withCardDays(sortForKeeping(workerFields(order.method), worker));
  const [before] = isNew ? [] : await recordsOfPersons(tx, project.id, 'worker', [personId]);
  await keepRecord(tx, deps.vault, project.id, {
    kind: 'worker',
    key: personId,
    personId,
    teamNo: team.no,
    enterpriseId: team.enterprise_id,
    // An update that leaves a field out says nothing of it.
    sorted: { ...sorted, open: { ...before?.record, ...sorted.open }, hidden: { ...(before !== undefined && hiddenOf(deps.vault, before)), ...sorted.hidden } },
    appid: order.app.appid,
    importId,
  });
  const [record] = await recordsOfPersons(tx, project.id, 'worker', [personId]);
  if (record === undefined) throw new Error('a worker just kept is gone');
  const identity = given(worker, 'idCardNumber');
  const open = (await staysOf(tx, project.id, [personId])).get(personId)?.find((stay) => stay.left_on === null);
  if (open !== undefined) await reviseStay(tx, importId, project.id, open, changed(personColumns(deps.vault, identity, record, team)));
  else if (worker.text('inDate') !== null) {
    await enter(tx, deps.vault, importId, project.id, {
      personId,
      identity,
      worker: record,
      team,
      on: given(worker, 'inDate'),
      leftOn: worker.text('outDate'),
    });
  }
  await tx.query("insert into prevention.dirty (project_id, month, why) values ($1, null, 'real-name')", [project.id]);
}

/** 证件有效期 written as one text, as one place's clients have it: its days under the names everybody else uses. */
function withCardDays(sorted: Sorted): Sorted {
  const { from, until } = readPeriod(sorted.open['cardDate'] ?? '');
  return { ...sorted, open: { ...(from !== null && { startDate: from }), ...(until !== null && { expiryDate: until }), ...sorted.open } };
}

/** A card or phone nobody spoke of stays what it was. */
function changed(columns: ReturnType<typeof personColumns>): ReturnType<typeof personColumns> {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null));
}

export function workerFields(method: Method): Method['fields'] {
  return method.fields.find((field) => field.name === 'workerList')?.fields ?? [];
}
