import type { Outbound } from '#platform/outbound/index.ts';
import { filled, isObject, type Payload } from '../domain/index.ts';
import { allRows, askTarget, rowsOf } from './ask-target.ts';
import { encipher } from './cipher.ts';
import type { OpenTarget } from './targets.ts';

export type Arrived = { readonly is: 'there'; readonly teamNo: string | null } | { readonly is: 'not-there' } | { readonly is: 'no-answer' };

type Row = Readonly<Record<string, unknown>>;

/**
 * Whether a message has become a record over there, asked by the query of its kind. What only overwrites itself (an
 * enterprise, a project, an update) counts as not there: saying it twice does no harm.
 */
export async function hasArrived(outbound: Outbound, target: OpenTarget, method: string, payload: Payload, now: () => string): Promise<Arrived> {
  // The number of a team is no part of what is asked for.
  const data = filled(payload, { encipher: (text) => encipher(text, target.secret), teamNo: () => '0', file: () => null });
  if (!isObject(data)) return { is: 'not-there' };
  const { projectCode } = data;
  const ask = (query: string, more: Row) => allRows(outbound, target, query, { projectCode, ...more }, now);
  const found = (rows: readonly Row[] | null, is: (row: Row) => boolean): Arrived =>
    rows === null ? { is: 'no-answer' } : rows.some(is) ? { is: 'there', teamNo: null } : { is: 'not-there' };
  switch (method) {
    case 'ProjectSubContractor.Add':
      return found(
        await ask('ProjectSubContractor.Query', { corpCode: data['corpCode'], corpName: data['corpName'] }),
        (row) => row['corpName'] === data['corpName'] && row['corpType'] === data['corpType'],
      );
    case 'Team.Add': {
      const rows = await ask('Team.Query', { teamName: data['teamName'] });
      const row = rows?.find((one) => one['teamName'] === data['teamName']);
      return rows === null ? { is: 'no-answer' } : row === undefined ? { is: 'not-there' } : { is: 'there', teamNo: String(row['teamSysNo'] ?? '') };
    }
    case 'ProjectWorker.Add': {
      const [worker] = membersOf(data['workerList']);
      return found(await ask('ProjectWorker.Query', whoOf(worker)), (row) => row['idCardNumber'] === worker?.['idCardNumber']);
    }
    case 'WorkerEntryExit.Add': {
      const [entry] = membersOf(data['workerList']);
      return found(
        await ask('WorkerEntryExit.Query', whoOf(entry)),
        (row) => String(row['date']).slice(0, 10) === entry?.['date'] && String(row['type']) === entry?.['type'],
      );
    }
    case 'WorkerContract.Add': {
      const [contract] = membersOf(data['contractList']);
      return found(await ask('WorkerContract.Query', whoOf(contract)), (row) => String(row['startDate']).slice(0, 10) === contract?.['startDate']);
    }
    case 'ProjectTraining.Add':
      return found(
        await ask('ProjectTraining.Query', { trainingDate: data['trainingDate'], typeCode: data['trainingTypeCode'] }),
        (row) => row['trainingName'] === data['trainingName'] && String(row['trainingDate']).slice(0, 10) === data['trainingDate'],
      );
    case 'WorkerAttendance.Add':
      return punchesArrived(membersOf(data['dataList']), (date) => ask('WorkerAttendance.Query', { date }));
    case 'Payroll.Add': {
      const [line] = membersOf(data['detailList']);
      const asked = { projectCode, payMonth: data['payMonth'], corpCode: data['corpCode'], corpName: data['corpName'], ...whoOf(line) };
      const answer = await askTarget(outbound, target, 'Payroll.Query', asked, now());
      return found(
        answer.is === 'answered' ? rowsOf(answer.data) : null,
        (row) => row['thirdPayRollCode'] === line?.['thirdPayRollCode'] && sameAmount(row['actualAmount'], line?.['actualAmount']),
      );
    }
    default:
      return { is: 'not-there' };
  }
}

/** All of them, or it is said again: a target knows a punch by person, second and direction. */
async function punchesArrived(punches: readonly Row[], ask: (date: string) => Promise<readonly Row[] | null>): Promise<Arrived> {
  const days = new Set(punches.map((punch) => String(punch['date']).slice(0, 10)));
  const there = new Set<string>();
  for (const day of days) {
    const rows = await ask(day);
    if (rows === null) return { is: 'no-answer' };
    for (const row of rows) there.add(`${String(row['idCardNumber'])} ${String(row['date']).slice(0, 19)}`);
  }
  const missing = punches.some((punch) => !there.has(`${String(punch['idCardNumber'])} ${String(punch['date'])}`));
  return missing ? { is: 'not-there' } : { is: 'there', teamNo: null };
}

function membersOf(list: unknown): readonly Row[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}

function whoOf(row: Row | undefined): Row {
  return { idCardType: '01', idCardNumber: row?.['idCardNumber'] };
}

function sameAmount(theirs: unknown, ours: unknown): boolean {
  return Number(theirs) === Number(ours);
}
