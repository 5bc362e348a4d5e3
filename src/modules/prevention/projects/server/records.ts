import { type CivilMonth, daysInMonth } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/db/index.ts';
import type { AttendanceRow, FlowRow, PayrollRow, RosterRow } from '../domain/wire.ts';
import { anywhere, type Listed, pageOf, type Paging } from './paging.ts';

export interface RecordFilter extends Paging {
  /** `YYYY-MM`; null where the records of all months are wanted. */
  readonly month: CivilMonth | null;
  readonly q: string;
  readonly person: string | null;
}

interface RosterRecord {
  readonly id: string;
  readonly person_id: string;
  readonly name: string;
  readonly identity_mask: string;
  readonly phone_mask: string | null;
  readonly employer: string | null;
  readonly team: string | null;
  readonly job: string | null;
  readonly entered_on: string;
  readonly left_on: string | null;
  readonly contract_no: string | null;
  readonly contract_signed_on: string | null;
  readonly contract_from: string | null;
  readonly contract_until: string | null;
  readonly contract_kind: string | null;
  readonly card_tail: string | null;
  readonly card_bank: string | null;
}

/** 花名册: who is on site first, then by name. */
export async function rosterOf(tx: Tx, projectId: string, filter: RecordFilter): Promise<Listed<RosterRow>> {
  const { values, where } = conditions(projectId, filter, 'r');
  const listed = await pageOf<RosterRecord>(
    tx,
    `select r.*, e.name as employer from prevention.roster_entry r left join prevention.enterprise e on e.id = r.employer_enterprise_id
     where r.project_id = $1 and r.superseded_at is null ${where}`,
    'left_on is not null, name, id',
    values,
    filter,
  );
  return {
    total: listed.total,
    items: listed.items.map((row) => ({
      id: row.id,
      personId: row.person_id,
      name: row.name,
      identityMask: row.identity_mask,
      phoneMask: row.phone_mask,
      employer: row.employer,
      team: row.team,
      job: row.job,
      enteredOn: row.entered_on,
      leftOn: row.left_on,
      contract: contractInWords(row),
      cardTail: row.card_tail,
      cardBank: row.card_bank,
    })),
  };
}

function contractInWords(row: RosterRecord): string | null {
  const kind = row.contract_kind === 'work-agreement' ? '用工协议' : '劳动合同';
  const signed = row.contract_signed_on === null ? '' : `${row.contract_signed_on} 签`;
  const span = row.contract_from === null && row.contract_until === null ? '' : `${row.contract_from ?? ''} 至 ${row.contract_until ?? '未定'}`;
  const parts = [row.contract_no ?? '', signed, span].filter((part) => part !== '');
  return parts.length === 0 ? null : `${kind} ${parts.join('，')}`;
}

interface AttendanceRecord {
  readonly person_id: string;
  readonly name: string | null;
  readonly team: string | null;
  readonly days: number;
  readonly half_days: number;
  readonly punched_days: number;
  readonly manual_days: number;
  readonly attended_days: number;
}

/** 考勤: the month as a grid, one character a day. */
export async function attendanceOf(tx: Tx, projectId: string, filter: RecordFilter & { readonly month: CivilMonth }): Promise<Listed<AttendanceRow>> {
  const { values, where } = conditions(projectId, filter, 'a', 's.name');
  const listed = await pageOf<AttendanceRecord>(
    tx,
    `select a.person_id, s.name, s.team, a.days, a.half_days, a.punched_days, a.manual_days, a.attended_days
     from prevention.attendance_month a
     left join (select distinct on (person_id) person_id, name, nullif(team, '') as team from prevention.roster_entry
       where project_id = $1 and superseded_at is null order by person_id, entered_on desc) s on s.person_id = a.person_id
     where a.project_id = $1 ${where}`,
    'team nulls last, name, person_id',
    values,
    filter,
  );
  const length = daysInMonth(filter.month);
  return {
    total: listed.total,
    items: listed.items.map((row) => ({
      personId: row.person_id,
      name: row.name ?? '不在花名册上',
      team: row.team,
      days: Array.from({ length }, (_, day) => (row.half_days & (1 << day) ? 'h' : row.days & (1 << day) ? '1' : '0')).join(''),
      attendedDays: row.attended_days,
      source: sourceOf(row),
    })),
  };
}

function sourceOf(row: AttendanceRecord): string {
  if (row.punched_days === 0) return '考勤表';
  const manual = row.manual_days === 0 ? '打卡' : '打卡、补录';
  return (row.days & ~row.punched_days) === 0 ? manual : `${manual}、考勤表`;
}

interface PayrollRecord {
  readonly id: string;
  readonly name: string;
  readonly identity_mask: string;
  readonly team: string;
  readonly work_days: string | null;
  readonly due_fen: string;
  readonly deducted_fen: string;
  readonly net_fen: string;
  readonly signed: boolean | null;
  readonly card_tail: string | null;
  readonly import_id: string;
  readonly row_no: number;
}

/** 工资表: the lines in force, in the order of the file. */
export async function payrollOf(tx: Tx, projectId: string, filter: RecordFilter): Promise<Listed<PayrollRow>> {
  const { values, where } = conditions(projectId, filter, 'l');
  const listed = await pageOf<PayrollRecord>(
    tx,
    `select l.*, l.advance_fen + l.withheld_fen + l.other_deduction_fen as deducted_fen from prevention.payroll_line l
     where l.project_id = $1 and l.superseded_at is null ${where}`,
    'month desc, import_id, row_no, id',
    values,
    filter,
  );
  return {
    total: listed.total,
    items: listed.items.map((row) => ({
      id: row.id,
      name: row.name,
      identityMask: row.identity_mask,
      team: row.team,
      workDays: row.work_days,
      dueFen: row.due_fen,
      deductedFen: row.deducted_fen,
      netFen: row.net_fen,
      signed: row.signed,
      cardTail: row.card_tail,
      importId: row.import_id,
      rowNo: row.row_no,
    })),
  };
}

/** Which flows: the words of findings and of the pages. */
const WHICH_FLOWS = {
  all: 'true',
  in: `f.direction = 'in'`,
  out: `f.direction = 'out'`,
  inflow: `f.kind = 'inflow'`,
  wages: `f.kind = 'wage'`,
  wage: `f.kind = 'wage'`,
  refunds: `f.kind = 'refund'`,
  refund: `f.kind = 'refund'`,
  'other-out': `f.kind in ('other-out', 'cash', 'freeze')`,
} as const;

export type WhichFlows = keyof typeof WHICH_FLOWS;

export function isWhichFlows(text: string): text is WhichFlows {
  return Object.hasOwn(WHICH_FLOWS, text);
}

const KIND_NAMES: Readonly<Record<string, string>> = {
  inflow: '拨付',
  wage: '发工资',
  refund: '退票',
  'other-out': '对外支付',
  cash: '取现',
  interest: '利息',
  fee: '手续费',
  freeze: '冻结扣划',
};

interface FlowRecord {
  readonly id: string;
  readonly happened_on: string;
  readonly kind: string;
  readonly direction: 'in' | 'out';
  readonly amount_fen: string;
  readonly balance_fen: string | null;
  readonly counterparty_name: string | null;
  readonly counterparty_tail: string | null;
  readonly memo: string | null;
  readonly serial_no: string;
}

/** 专户流水, the newest first. */
export async function flowsOf(tx: Tx, projectId: string, filter: RecordFilter & { readonly which: WhichFlows }): Promise<Listed<FlowRow>> {
  // Wages and refunds belong to the month they were for as well as to the one they moved in.
  const isWages = ['wages', 'wage', 'refunds', 'refund'].includes(filter.which);
  const { values, where } = conditions(projectId, filter, 'f', 'f.counterparty_name', isWages ? ['month', 'pay_month'] : ['month']);
  const listed = await pageOf<FlowRecord>(
    tx,
    `select f.* from prevention.account_flow f where f.project_id = $1 and f.undone_at is null and ${WHICH_FLOWS[filter.which]} ${where}`,
    'happened_on desc, happened_at desc nulls last, id desc',
    values,
    filter,
  );
  return {
    total: listed.total,
    items: listed.items.map((row) => ({
      id: row.id,
      happenedOn: row.happened_on,
      kindName: KIND_NAMES[row.kind] ?? row.kind,
      direction: row.direction,
      amountFen: row.amount_fen,
      balanceFen: row.balance_fen,
      counterparty: row.counterparty_name,
      counterpartyTail: row.counterparty_tail,
      memo: row.memo,
      serialNo: row.serial_no,
    })),
  };
}

function conditions(
  projectId: string,
  filter: RecordFilter,
  alias: string,
  name = `${alias}.name`,
  months: readonly string[] = ['month'],
): { readonly values: readonly unknown[]; readonly where: string } {
  const values: unknown[] = [projectId];
  const where: string[] = [];
  if (filter.month !== null) {
    const month = `$${values.push(`${filter.month}-01`)}::date`;
    where.push(`and (${months.map((column) => `${alias}.${column} = ${month}`).join(' or ')})`);
  }
  if (filter.person !== null) where.push(`and ${alias}.person_id = $${values.push(filter.person)}`);
  if (filter.q !== '') where.push(`and ${name} ilike $${values.push(anywhere(filter.q))}`);
  return { values, where: where.join(' ') };
}
