import type { Scope, Tx } from '#platform/db/index.ts';
import { type Answer, answered, failed, pageAsked, pageOf } from '../domain/index.ts';
import { encipher } from './cipher.ts';
import type { Asking, Rows } from './asking.ts';
import type { Deps, Order } from './order.ts';
import { corpRows, partyRows, projectRows, teamRows } from './queries-of-projects.ts';
import { attendanceRows, contractRows, entryRows, payrollAnswer, trainingRows, workerAnswer, workerRows } from './queries-of-people.ts';
import { identitiesOf, type KeptRecord, hiddenOf, hiddenOfCorp } from './store.ts';

type Query = (asking: Asking) => Promise<Rows>;

const QUERIES: Readonly<Record<string, Query>> = {
  'Corp.Query': corpRows,
  'Project.Query': projectRows,
  'ProjectSubContractor.Query': partyRows,
  'Team.Query': teamRows,
  'ProjectWorker.Query': workerRows,
  'WorkerEntryExit.Query': entryRows,
  'WorkerContract.Query': contractRows,
  'WorkerAttendance.Query': attendanceRows,
  'ProjectTraining.Query': trainingRows,
};

/** Answers a query out of the records, under the app's own scope. */
export async function answerQuery(deps: Deps, order: Order): Promise<Answer> {
  const asking = askingOf(deps, order);
  const { name } = order.method;
  switch (name) {
    case 'CheckSign.Query':
      return answered({});
    case 'AsyncHandleResult.Query':
      return resultAnswer(deps, order);
    case 'Worker.Query':
      return workerAnswer(asking);
    case 'Payroll.Query':
      return payrollAnswer(asking);
    default: {
      const query = QUERIES[name];
      // 资质、良好与不良行为、黑名单: an empty page, until a place publishes them.
      const found = query === undefined ? { total: 0, rows: [] } : await query(asking);
      return pageOf(asking.page, found.total, found.rows);
    }
  }
}

async function resultAnswer({ store, vault }: Deps, { app, values }: Order): Promise<Answer> {
  const serial = values.text('requestSerialCode') ?? '';
  const [row] = await store.reading({ role: 'app_job' }, (tx) =>
    tx.query<{ status: number; result: string; result_cipher: Buffer | null }>(
      'select status, result, result_cipher from exchange.real_name_result where serial = $1 and appid = $2',
      [serial, app.appid],
    ),
  );
  if (row === undefined) return failed('-1', '[requestSerialCode]值超出范围或无效!');
  const result = row.result_cipher === null ? row.result : vault.decrypt(row.result_cipher, resultPlace(serial));
  return answered({ requestSerialCode: serial, status: row.status, result });
}

export function resultPlace(serial: string): string {
  return `exchange.real_name_result:${serial}`;
}

const VAULT: Scope = { role: 'app_vault' };

function askingOf(deps: Deps, order: Order): Asking {
  const { store, vault } = deps;
  const seal = (text: string | null | undefined): string => (text === null || text === undefined || text === '' ? '' : encipher(text, order.secret));
  const withTx = <T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> => store.reading(scope, work);
  return {
    order,
    deps,
    page: pageAsked(order.values.text('pageIndex'), order.values.text('pageSize') ?? order.profile.pageSize),
    read: (sql, values) => withTx(order.app.sender.scope, (tx) => tx.query(sql, values)),
    async identities(personIds) {
      if (personIds.length === 0) return new Map();
      const found = await withTx(VAULT, (tx) => identitiesOf(tx, vault, [...new Set(personIds)]));
      return new Map([...found].map(([id, identity]) => [id, seal(identity)]));
    },
    async hidden(projectId, recordIds) {
      const ids = recordIds.filter((id) => id !== null);
      if (ids.length === 0) return new Map();
      const rows = await withTx(VAULT, (tx) =>
        tx.query<KeptRecord>('select id, kind, key, cipher from prevention.real_name_record where project_id = $1 and id = any($2::bigint[])', [
          projectId,
          ids,
        ]),
      );
      return new Map(rows.map((row) => [row.id, hiddenOf(vault, row)]));
    },
    async hiddenOfCorps(enterpriseIds) {
      if (enterpriseIds.length === 0) return new Map();
      const rows = await withTx(VAULT, (tx) =>
        tx.query<{ enterprise_id: string; cipher: Buffer | null }>(
          'select enterprise_id, cipher from prevention.real_name_corp where enterprise_id = any($1::bigint[])',
          [enterpriseIds],
        ),
      );
      return new Map(rows.map((row) => [row.enterprise_id, hiddenOfCorp(vault, row)]));
    },
    seal,
    async person() {
      const identity = order.values.text('idCardNumber');
      if (identity === null) return null;
      const [row] = await withTx(VAULT, (tx) =>
        tx.query<{ id: string }>('select id from prevention.person where identity_index = $1', [vault.identityIndex(identity)]),
      );
      return row?.id ?? '0';
    },
  };
}
