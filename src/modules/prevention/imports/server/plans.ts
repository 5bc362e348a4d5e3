/**
 * How staged rows become records, kind by kind, as data: where each column comes from, what makes two rows the same
 * obligation, and what makes one of them another. The statements of checking, taking over and undoing are built from it.
 */
export interface Plan {
  readonly staging: string;
  readonly target: string;
  /** Target column → expression over s (staged), sp (project), p (person), e (employer). */
  readonly columns: readonly (readonly [column: string, expression: string])[];
  readonly key: readonly string[];
  /** Columns that make a row with the same key another row. */
  readonly compared: readonly string[];
  /** Which held rows are in force. */
  readonly inForce: string;
  readonly withPerson: boolean;
  readonly withEmployer: boolean;
  readonly hasMonth: boolean;
  /** Sum shown as control total. */
  readonly amount: string;
  readonly span: string;
  /**
   * Target column → fields of the file that state it. What the file has no column for is no statement and keeps what is held; an empty cell of a column it
   * has is one. Without the list each row states everything.
   */
  readonly statedBy?: Readonly<Record<string, readonly string[]>>;
  /** The columns of the target that this file keeps; see `planFor`. */
  readonly kept?: readonly string[];
}

export type PlanName = 'roster' | 'sheet' | 'payroll' | 'flows';

const same = (...names: readonly string[]): readonly (readonly [string, string])[] => names.map((name) => [name, `s.${name}`]);

/** What 花名册 says of one stay, besides whose it is and who employs. */
export const ROSTER_COLUMNS = [
  'name',
  'identity_mask',
  'born_on',
  'is_male',
  'phone_mask',
  'phone_index',
  'phone_cipher',
  'team',
  'job',
  'is_leader',
  'entered_on',
  'left_on',
  'contract_no',
  'contract_signed_on',
  'contract_from',
  'contract_until',
  'contract_kind',
  'trained_on',
  'pay_kind',
  'pay_rate_fen',
  'card_index',
  'card_tail',
  'card_bank',
  'card_cipher',
  'card_holder_name',
] as const;

const roster: Plan = {
  staging: 'exchange.staged_roster',
  target: 'prevention.roster_entry',
  columns: [['project_id', 'sp.project_id'], ['person_id', 'p.id'], ['employer_enterprise_id', 'e.id'], ...same(...ROSTER_COLUMNS)],
  key: ['project_id', 'person_id', 'entered_on'],
  compared: [
    'employer_enterprise_id',
    'name',
    'phone_index',
    'team',
    'job',
    'is_leader',
    'left_on',
    'contract_no',
    'contract_signed_on',
    'contract_from',
    'contract_until',
    'contract_kind',
    'trained_on',
    'pay_kind',
    'pay_rate_fen',
    'card_index',
    'card_bank',
    'card_holder_name',
  ],
  inForce: 'superseded_at is null',
  withPerson: true,
  withEmployer: true,
  hasMonth: false,
  amount: '0',
  span: 'entered_on',
  // 退场结清单 is a roster with dates and amounts alone: it must not take contract, phone and card from anybody.
  statedBy: {
    employer_enterprise_id: ['employer'],
    phone_mask: ['phone'],
    phone_index: ['phone'],
    phone_cipher: ['phone'],
    team: ['team'],
    job: ['job'],
    is_leader: ['isLeader'],
    left_on: ['leftOn'],
    contract_no: ['contractNo'],
    contract_signed_on: ['contractSignedOn'],
    contract_from: ['contractFrom', 'contractPeriod'],
    contract_until: ['contractUntil', 'contractPeriod'],
    contract_kind: ['contractKind'],
    trained_on: ['trainedOn'],
    pay_kind: ['payKind'],
    pay_rate_fen: ['payRateFen'],
    card_index: ['card'],
    card_tail: ['card'],
    card_cipher: ['card'],
    card_bank: ['cardBank', 'card'],
    card_holder_name: ['cardHolder', 'card'],
  },
};

const sheet: Plan = {
  // Somebody who changed teams stands in one file twice, on different days.
  staging: `(select import_id, min(row_no) as row_no, false as refused, project_ref, person_ref, person_id, month, bit_or(full_days) as full_days, bit_or(half_days) as half_days,
      least(sum(overtime_minutes), 44640)::int as overtime_minutes, least(sum(claimed_days), 31) as claimed_days, min(team) as team
    from exchange.staged_sheet where import_id = $1 and not refused group by import_id, project_ref, person_ref, person_id, month)`,
  target: 'prevention.attendance_sheet',
  columns: [
    ['project_id', 'sp.project_id'],
    ['person_id', 'coalesce(s.person_id, p.id)'],
    ...same('month', 'full_days', 'half_days', 'overtime_minutes', 'claimed_days', 'team'),
  ],
  key: ['project_id', 'month', 'person_id'],
  compared: ['full_days', 'half_days', 'overtime_minutes', 'claimed_days', 'team'],
  inForce: 'superseded_at is null',
  withPerson: true,
  withEmployer: false,
  hasMonth: true,
  amount: '0',
  span: 'month',
};

const payroll: Plan = {
  staging: 'exchange.staged_payroll',
  target: 'prevention.payroll_line',
  columns: [
    ['project_id', 'sp.project_id'],
    ['person_id', 'p.id'],
    ['employer_enterprise_id', 'e.id'],
    // A file without a date of making was made, as far as anybody knows, when it arrived.
    ['made_on', 'coalesce(s.made_on, $2::date)'],
    ...same(
      'month',
      'name',
      'identity_mask',
      'team',
      'item',
      'job',
      'work_days',
      'day_rate_fen',
      'due_fen',
      'advance_fen',
      'withheld_fen',
      'other_deduction_fen',
      'net_fen',
      'overtime_fen',
      'bonus_fen',
      'card_index',
      'card_tail',
      'card_bank',
      'signed',
      'pay_date',
      'row_no',
    ),
  ],
  key: ['project_id', 'month', 'person_id', 'team', 'item'],
  compared: [
    'employer_enterprise_id',
    'name',
    'job',
    'work_days',
    'day_rate_fen',
    'due_fen',
    'advance_fen',
    'withheld_fen',
    'other_deduction_fen',
    'net_fen',
    'overtime_fen',
    'bonus_fen',
    'card_index',
    'card_bank',
    'signed',
    'pay_date',
  ],
  inForce: 'superseded_at is null',
  withPerson: true,
  withEmployer: true,
  hasMonth: true,
  amount: 'net_fen',
  span: 'month',
};

const flows: Plan = {
  staging: 'exchange.staged_flow',
  target: 'prevention.account_flow',
  columns: [
    ['project_id', 'sp.project_id'],
    ['account_no', "coalesce(s.account_no, (select j.account_no from prevention.project j where j.id = sp.project_id), '')"],
    ...same(
      'month',
      'serial_no',
      'happened_on',
      'happened_at',
      'direction',
      'kind',
      'amount_fen',
      'balance_fen',
      'counterparty_name',
      'counterparty_index',
      'counterparty_tail',
      'pay_month',
      'refund_of_serial',
      'memo',
      'row_no',
    ),
  ],
  key: ['project_id', 'month', 'account_no', 'serial_no'],
  compared: ['happened_on', 'happened_at', 'direction', 'kind', 'amount_fen', 'balance_fen', 'counterparty_name', 'counterparty_index', 'pay_month', 'memo'],
  inForce: 'undone_at is null',
  withPerson: false,
  withEmployer: false,
  hasMonth: true,
  amount: 'amount_fen',
  span: 'happened_on',
};

export const PLANS: Readonly<Record<PlanName, Plan>> = { roster, sheet, payroll, flows };

/** The plan for a file with these fields; a machine's rows have no columns and state everything. */
export function planFor(plan: Plan, fields: readonly string[]): Plan {
  if (plan.statedBy === undefined || fields.length === 0) return plan;
  const kept = Object.entries(plan.statedBy).flatMap(([column, by]) => (by.some((field) => fields.includes(field)) ? [] : [column]));
  return { ...plan, kept };
}

/** `r`: the staged rows of import $1 as they would be recorded. $2 is the civil day of taking over. */
export function resolved(plan: Plan): string {
  const kept = new Set(plan.kept);
  // What this import has just superseded is still what it keeps. Title rows may state team and employer of all rows; a flag that is never empty states nothing by being off.
  const valueOf = (column: string, expression: string) =>
    !kept.has(column) ? expression : column === 'is_leader' ? `coalesce(k.${column}, ${expression})` : `coalesce(${expression}, k.${column})`;
  return `select s.row_no as staged_row, ${plan.columns.map(([column, expression]) => `${valueOf(column, expression)} as ${column}`).join(', ')}
    from ${plan.staging} s
    join exchange.staged_project sp on sp.import_id = s.import_id and sp.ref = s.project_ref
    ${plan.withPerson ? 'left join exchange.staged_person st on st.import_id = s.import_id and st.ref = s.person_ref left join prevention.person p on p.identity_index = st.identity_index' : ''}
    ${plan.withEmployer ? 'left join prevention.enterprise e on e.name = s.employer' : ''}
    ${kept.size > 0 ? `left join ${plan.target} k on (k.${plan.inForce} or k.superseded_by_import = $1::bigint) and k.project_id = sp.project_id and k.person_id = p.id and k.entered_on = s.entered_on` : ''}
    where s.import_id = $1 and not s.refused`;
}

export function sameKey(plan: Plan, held = 'h', row = 'r'): string {
  return plan.key.map((column) => `${held}.${column} = ${row}.${column}`).join(' and ');
}

/** Held rows in force of the projects and months the file touches: what the partitions are pruned by. */
export function heldWhere(plan: Plan): string {
  return `h.${plan.inForce} and h.project_id = any($3::bigint[])${plan.hasMonth ? ' and h.month = any($4::date[])' : ' and $4::date[] is not null'}`;
}

export function differs(plan: Plan): string {
  const row = (name: string) => `(${plan.compared.map((column) => `${name}.${column}`).join(', ')})`;
  return `${row('h')} is distinct from ${row('r')}`;
}
