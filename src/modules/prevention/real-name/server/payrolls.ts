import { civilDate, civilMonth } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import type { PayrollRow } from '#modules/prevention/imports/domain/index.ts';
import type { Tx } from '#platform/db/index.ts';
import { given, sortForKeeping, type Values, wordOf } from '../domain/index.ts';
import { EARLIEST_MONTH, isTooEarly, refuseUnknown } from './entries.ts';
import { type ChangeOrder, type Deps, type Outcome, projectOf, stopInvalid, stopped, type Told } from './order.ts';
import { fenOfYuan, staysOf } from './stays.ts';
import { keepRecord, meetPeople, personIn, recordsOfPersons } from './store.ts';
import { type Team, teamOf } from './teams.ts';

/**
 * Payroll.Add. A line is the obligation of its person, month and team; said again it is a correction, not a second one.
 * Back pay is a line of its own in the month it is for.
 */
export function takePayroll(deps: Deps, order: ChangeOrder): Promise<Outcome> {
  const projectId = projectOf(order).id;
  const lines = order.values.list('detailList');
  const identities = lines.map((line) => given(line, 'idCardNumber'));
  return stopped(async () => {
    checkLines(order);
    const asked = await deps.store.within({ role: 'app_ingest', projectIds: [projectId] }, async (tx) => {
      const team = await teamOf(tx, order);
      const people = await meetPeople(tx, deps.vault, identities);
      await refuseUnknown(tx, projectId, people, notOnProject);
      return {
        team,
        people,
        names: await namesOf(tx, projectId, [...people.values()]),
        lineTeams: await lineTeamsOf(tx, projectId, team, [...people.values()]),
      };
    });
    const rows = lines.map((line, at) => {
      const personId = personIn(asked.people, given(line, 'idCardNumber'));
      const row = rowOf(order, line, at, asked.team, asked.names.get(personId) ?? '');
      return { ...row, team: asked.lineTeams.get(`${personId} ${row.month} ${row.item}`) ?? row.team };
    });
    const code = await payrollCode(deps, order);
    const taken = await deps.intake.take(
      order.app.sender,
      { channel: 'real-name', name: order.method.name, allOrNothing: true, projectId },
      { kind: 'payroll', rows },
      async (tx, importId) => {
        await keepPayroll(deps, order, tx, { importId, code, team: asked.team, people: asked.people, rows });
        const above = rows.filter((row) => row.netFen > row.dueFen).length;
        const remark = above === 0 ? {} : { remark: `${above} 人实发大于应发，已收；请核对是否含奖金或补发` };
        await order.settle(tx, { result: JSON.stringify([{ payrollCode: code }]), records: rows.length, importId, ...remark });
      },
    );
    if (!taken.ok) return { is: 'forbidden', says: `无API访问权限:${taken.refusal.says}` };
    const [fault] = taken.value.faults.filter((one) => one.severity === 'error');
    if (fault !== undefined) return { is: 'invalid', says: `[detailList][${fault.row}][payMonth]${fault.reason}!` };
    return { is: 'done' };
  });
}

function notOnProject(identities: readonly string[]): Told {
  return (show) => identities.map((identity) => `没有找到证件类型为01,证件号码为${show(identity)}的工人信息,不允许上传该工人的工资发放信息!`).join('\r\n');
}

function checkLines(order: ChangeOrder): void {
  const seen = new Map<string, number>();
  for (const [at, line] of order.values.list('detailList').entries()) {
    const wrong = (field: string, says: string): never => stopInvalid(`[detailList][${at}][${field}]${says}`);
    for (const card of ['payRollBankCardNumber', 'payBankCardNumber'])
      if (!/^[\d-]{6,32}$/.test(given(line, card).replace(/\s/g, ''))) wrong(card, '格式不正确!');
    const month = monthFor(order, line);
    if (isTooEarly(month)) wrong(line.text('isBackPay') === '1' ? 'backPayMonth' : 'payMonth', `不能早于${EARLIEST_MONTH}!`);
    const key = `${given(line, 'idCardNumber')}:${month}:${line.text('isBackPay')}`;
    const before = seen.get(key);
    if (before !== undefined) wrong('idCardNumber', `与第${before + 1}条重复!`);
    seen.set(key, at);
  }
}

/** The work month a line is for. */
function monthFor(order: ChangeOrder, line: Values): string {
  return line.text('isBackPay') === '1' ? given(line, 'backPayMonth') : given(order.values, 'payMonth');
}

function rowOf(order: ChangeOrder, line: Values, at: number, team: Team, name: string): PayrollRow {
  const due = fenOfYuan(given(line, 'totalPayAmount'));
  const net = fenOfYuan(given(line, 'actualAmount'));
  const days = line.text('days');
  return {
    no: at,
    project: { name: '', code: '', account: '' },
    month: civilMonth(monthFor(order, line)),
    identity: given(line, 'idCardNumber'),
    name,
    employer: team.corp_name,
    team: team.name,
    item: line.text('isBackPay') === '1' ? `补发（${given(order.values, 'payMonth')}发放）` : 'wage',
    job: null,
    workDays: days === null ? null : Number(days),
    dayRateFen: null,
    dueFen: fen(due),
    advanceFen: fen(0n),
    withheldFen: fen(0n),
    otherDeductionFen: fen(due > net ? due - net : 0n),
    netFen: fen(net),
    overtimeFen: fen(0n),
    bonusFen: fen(0n),
    card: given(line, 'payRollBankCardNumber').replace(/[\s-]/g, ''),
    cardBank: line.text('payRollBankName') ?? wordOf('bank', line.text('payRollBankCode')),
    signed: null,
    madeOn: null,
    payDate: civilDate(given(line, 'balanceDate')),
  };
}

/** Lines of this team under a name it had: said again they are corrections, not a second obligation. By person, month and item. */
async function lineTeamsOf(tx: Tx, projectId: string, team: Team, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ line: string; team: string }>(
    `select l.person_id || ' ' || to_char(l.month, 'YYYY-MM') || ' ' || l.item as line, l.team from prevention.payroll_line l
     join prevention.team_called c on c.project_id = $1 and c.name = l.team and c.no = $3 where l.project_id = $1 and l.person_id = any($2::bigint[]) and l.superseded_at is null`,
    [projectId, personIds, team.no],
  );
  return new Map(rows.map((row) => [row.line, row.team]));
}

async function namesOf(tx: Tx, projectId: string, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const [id, stays] of await staysOf(tx, projectId, personIds)) names.set(id, stays.at(-1)?.name ?? '');
  for (const record of await recordsOfPersons(tx, projectId, 'worker', personIds)) names.set(record.person_id ?? '', record.record['workerName'] ?? '');
  return names;
}

/** `202610` and eight digits: a number of ours, never given twice. */
async function payrollCode({ store }: Deps, order: ChangeOrder): Promise<string> {
  const [row] = await store.within({ role: 'app_job' }, (tx) => tx.query<{ n: string }>("select nextval('exchange.real_name_serial') as n"));
  return `${given(order.values, 'payMonth').replace('-', '')}${(row?.n ?? '').padStart(8, '0')}`;
}

interface Kept {
  readonly importId: string;
  readonly code: string;
  readonly team: Team;
  readonly people: ReadonlyMap<string, string>;
  readonly rows: readonly PayrollRow[];
}

async function keepPayroll(deps: Deps, order: ChangeOrder, tx: Tx, { importId, code, team, people, rows }: Kept): Promise<void> {
  const projectId = projectOf(order).id;
  const { values, method, app } = order;
  const head = { teamNo: team.no, enterpriseId: team.enterprise_id, appid: app.appid, importId };
  const ownFields = method.fields.filter((field) => field.name !== 'detailList');
  const payMonth = given(values, 'payMonth');
  await keepRecord(tx, deps.vault, projectId, { ...head, kind: 'payroll', key: code, happenedOn: `${payMonth}-01`, sorted: sortForKeeping(ownFields, values) });
  const fields = method.fields.find((field) => field.name === 'detailList')?.fields ?? [];
  for (const [at, line] of values.list('detailList').entries()) {
    const row = rows[at];
    const personId = personIn(people, given(line, 'idCardNumber'));
    const sorted = sortForKeeping(fields, line);
    await keepRecord(tx, deps.vault, projectId, {
      ...head,
      kind: 'payroll-line',
      key: `${personId}:${row?.month}:${team.no}:${row?.item}`,
      personId,
      happenedOn: `${row?.month}-01`,
      sorted: { ...sorted, open: { ...sorted.open, payrollCode: code, payMonth } },
    });
  }
}
