import { takeTurns } from '#modules/prevention/facts/server/index.ts';
import type { Tx } from '#platform/db/index.ts';
import { given, sortForKeeping, type Values } from '../domain/index.ts';
import { type ChangeOrder, closeImport, type Deps, inProject, openImport, type Outcome, projectOf, stopFailed, stopInvalid } from './order.ts';
import { contractColumns, enter, reviseStay, type Stay, staysOf } from './stays.ts';
import { findRecord, keepRecord, meetPeople, personIn, recordsOfPersons } from './store.ts';
import { type Team, teamOf } from './teams.ts';
import { notFoundText } from './workers.ts';

/** WorkerEntryExit.Add: entries begin a stay, exits end it. All of a call or none. */
export function takeEntries(deps: Deps, order: ChangeOrder): Promise<Outcome> {
  return inProject(deps, order, async (tx, importId) => {
    const team = await teamOf(tx, order);
    const workers = order.values.list('workerList');
    const people = await meetPeople(
      tx,
      deps.vault,
      workers.map((worker) => given(worker, 'idCardNumber')),
    );
    await refuseUnknown(tx, projectOf(order).id, people);
    for (const [at, worker] of workers.entries()) await takeEntry(deps, order, tx, { importId, team, at, worker, people });
    await tx.query("insert into prevention.dirty (project_id, month, why) values ($1, null, 'real-name')", [projectOf(order).id]);
    return { result: '', records: workers.length };
  });
}

/** Only who was registered, or stands on the roster of a file, may be spoken of. */
export async function refuseUnknown(tx: Tx, projectId: string, people: ReadonlyMap<string, string>, told = notFoundText): Promise<void> {
  const ids = [...people.values()];
  const known = new Set((await recordsOfPersons(tx, projectId, 'worker', ids)).map((record) => record.person_id));
  const stays = await staysOf(tx, projectId, ids);
  const missing = [...people].filter(([, id]) => !known.has(id) && !stays.has(id)).map(([identity]) => identity);
  if (missing.length > 0) stopFailed(told(missing));
}

interface Entry {
  readonly importId: string;
  readonly team: Team;
  readonly at: number;
  readonly worker: Values;
  readonly people: ReadonlyMap<string, string>;
}

async function takeEntry(deps: Deps, order: ChangeOrder, tx: Tx, { importId, team, at, worker, people }: Entry): Promise<void> {
  const projectId = projectOf(order).id;
  const identity = given(worker, 'idCardNumber');
  const personId = personIn(people, identity);
  const on = given(worker, 'date');
  const isEntry = given(worker, 'type') === '1';
  const stays = (await staysOf(tx, projectId, [personId])).get(personId) ?? [];
  const last = stays.at(-1);
  const refuse = (): never => stopInvalid(`[workerList][${at}][date]不能小于历史进退场时间!`);
  if (isEntry) {
    const implied = last !== undefined && last.left_on === null && (await isImplied(tx, projectId, last));
    if (last === undefined || (last.left_on !== null && on > last.left_on)) await begin(deps, tx, { importId, projectId, personId, identity, team, on });
    else if (last.left_on !== null) {
      // Out and in again on one day: the stay goes on.
      if (on < last.left_on) refuse();
      await reviseStay(tx, importId, projectId, last, { left_on: null, team: team.name });
    } else if (implied) await reviseStay(tx, importId, projectId, last, { entered_on: on });
    else if (on < last.entered_on) refuse();
  } else {
    if (last === undefined) stopFailed(notFoundText([identity]));
    if (on < last.entered_on || (last.left_on !== null && on < last.left_on)) refuse();
    await reviseStay(tx, importId, projectId, last, { left_on: on });
  }
  await keepRecord(tx, deps.vault, projectId, {
    kind: 'entry',
    key: `${personId}:${on}:${isEntry ? 1 : 0}`,
    personId,
    teamNo: team.no,
    enterpriseId: team.enterprise_id,
    happenedOn: on,
    sorted: sortForKeeping(fieldsOf(order, 'workerList'), worker),
    appid: order.app.appid,
    importId,
  });
}

function fieldsOf(order: ChangeOrder, list: string): ChangeOrder['method']['fields'] {
  return order.method.fields.find((field) => field.name === list)?.fields ?? [];
}

interface Beginning {
  readonly importId: string;
  readonly projectId: string;
  readonly personId: string;
  readonly identity: string;
  readonly team: Team;
  readonly on: string;
}

async function begin(deps: Deps, tx: Tx, { importId, projectId, personId, identity, team, on }: Beginning): Promise<void> {
  const [worker] = await recordsOfPersons(tx, projectId, 'worker', [personId]);
  if (worker !== undefined) return enter(tx, deps.vault, importId, projectId, { personId, identity, worker, team, on });
  // Known from a file only, and came back: the last stay says who it is.
  const last = (await staysOf(tx, projectId, [personId])).get(personId)?.at(-1);
  if (last === undefined) stopFailed(notFoundText([identity]));
  await reviseStay(tx, importId, projectId, last, { left_on: null });
}

/** Who punches and never entered has entered by that: the stay is marked, until an entry is reported. */
export async function implyEntries(
  deps: Deps,
  order: ChangeOrder,
  tx: Tx,
  team: Team,
  first: ReadonlyMap<string, { readonly personId: string; readonly on: string }>,
): Promise<Implied> {
  const projectId = projectOf(order).id;
  const ids = [...first.values()].map(({ personId }) => personId);
  const known = await staysOf(tx, projectId, ids);
  const isSettled = [...first.values()].every(({ personId, on }) => (known.get(personId) ?? []).some((stay) => stay.entered_on <= on));
  if (isSettled) return { count: 0, importId: null };
  await takeTurns(tx, [projectId]);
  const stays = await staysOf(tx, projectId, ids);
  const importId = await openImport(tx, order, 'roster');
  let implied = 0;
  for (const [identity, { personId, on }] of first) {
    const own = stays.get(personId) ?? [];
    const [only] = own;
    if (only === undefined) {
      await begin(deps, tx, { importId, projectId, personId, identity, team, on });
      await markImplied(deps, order, tx, importId, personId, team, on);
      implied += 1;
    } else if (own.length === 1 && on < only.entered_on && (await isImplied(tx, projectId, only))) {
      // The device was offline: an earlier punch arrives later.
      await reviseStay(tx, importId, projectId, only, { entered_on: on });
      await markImplied(deps, order, tx, importId, personId, team, on);
      implied += 1;
    }
  }
  await closeImport(tx, importId, projectId, implied);
  return { count: implied, importId };
}

/** Stays that follow from punches, and the import that carries them: it goes with that of the punches. */
export interface Implied {
  readonly count: number;
  readonly importId: string | null;
}

async function isImplied(tx: Tx, projectId: string, stay: Stay): Promise<boolean> {
  return (await findRecord(tx, projectId, 'entry', `${stay.person_id}:${stay.entered_on}:1`))?.record['implied'] === '1';
}

async function markImplied(deps: Deps, order: ChangeOrder, tx: Tx, importId: string, personId: string, team: Team, on: string): Promise<void> {
  const sorted = { open: { date: on, type: '1', implied: '1' }, hidden: {}, files: [] };
  await keepRecord(tx, deps.vault, projectOf(order).id, {
    kind: 'entry',
    key: `${personId}:${on}:1`,
    personId,
    teamNo: team.no,
    enterpriseId: team.enterprise_id,
    happenedOn: on,
    sorted,
    appid: order.app.appid,
    importId,
  });
}

/** WorkerContract.Add: the contract stands with the worker's present stay, and with the next one if there is none yet. */
export function takeContracts(deps: Deps, order: ChangeOrder): Promise<Outcome> {
  return inProject(deps, order, async (tx, importId) => {
    const projectId = projectOf(order).id;
    const contracts = order.values.list('contractList');
    const people = await meetPeople(
      tx,
      deps.vault,
      contracts.map((contract) => given(contract, 'idCardNumber')),
    );
    await refuseUnknown(tx, projectId, people);
    for (const [at, contract] of contracts.entries()) {
      if (given(contract, 'endDate') < given(contract, 'startDate')) stopInvalid(`[contractList][${at}][endDate]不能早于开始日期!`);
      const personId = personIn(people, given(contract, 'idCardNumber'));
      const sorted = sortForKeeping(fieldsOf(order, 'contractList'), contract);
      const key = `${personId}:${given(contract, 'startDate')}`;
      await keepRecord(tx, deps.vault, projectId, {
        kind: 'contract',
        key,
        personId,
        happenedOn: given(contract, 'startDate'),
        sorted,
        appid: order.app.appid,
        importId,
      });
      const last = (await staysOf(tx, projectId, [personId])).get(personId)?.at(-1);
      if (last !== undefined) await reviseStay(tx, importId, projectId, last, contractColumns(sorted.open));
    }
    await tx.query("insert into prevention.dirty (project_id, month, why) values ($1, null, 'real-name')", [projectId]);
    return { result: '', records: contracts.length };
  });
}

/** ProjectTraining.Add: who passed counts as trained from that day, unless trained before. */
export function takeTraining(deps: Deps, order: ChangeOrder): Promise<Outcome> {
  return inProject(deps, order, async (tx, importId) => {
    const projectId = projectOf(order).id;
    const { values, method, app } = order;
    const on = given(values, 'trainingDate');
    const workers = values.list('workers');
    const people = await meetPeople(
      tx,
      deps.vault,
      workers.map((worker) => given(worker, 'idCardNumber')),
    );
    await refuseUnknown(tx, projectId, people);
    const key = `${on}:${given(values, 'trainingTypeCode')}:${given(values, 'trainingName')}`;
    const ownFields = method.fields.filter((field) => field.name !== 'workers');
    await keepRecord(tx, deps.vault, projectId, {
      kind: 'training',
      key,
      happenedOn: on,
      sorted: sortForKeeping(ownFields, values),
      appid: app.appid,
      importId,
    });
    const stays = await staysOf(tx, projectId, [...people.values()]);
    for (const worker of workers) {
      const personId = personIn(people, given(worker, 'idCardNumber'));
      const sorted = sortForKeeping(fieldsOf(order, 'workers'), worker);
      await keepRecord(tx, deps.vault, projectId, { kind: 'trained', key: `${personId}:${key}`, personId, happenedOn: on, sorted, appid: app.appid, importId });
      if (given(worker, 'isPass') !== '1') continue;
      for (const stay of stays.get(personId) ?? []) {
        if (stay.trained_on === null || on < stay.trained_on) await reviseStay(tx, importId, projectId, stay, { trained_on: on });
      }
    }
    await tx.query("insert into prevention.dirty (project_id, month, why) values ($1, null, 'real-name')", [projectId]);
    return { result: '', records: Math.max(1, workers.length) };
  });
}

/** Months the records keep have partitions from here on. */
export const EARLIEST_MONTH = '2023-01';

/** The first day the records keep. */
export function isTooEarly(day: string): boolean {
  return day.slice(0, 7) < EARLIEST_MONTH;
}
