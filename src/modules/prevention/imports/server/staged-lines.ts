import type { FlowRow, LedgerRow, PayrollRow, PunchRow, RosterRow, SheetRow } from '../domain/index.ts';
import { copyBytes, copyField, copyFlag, copyHex } from '#platform/exchange/index.ts';
import { cardTail, maskIdentity, maskPhone, type Vault } from '#platform/vault/index.ts';
import type { ProjectReference } from '../domain/index.ts';

/** Numbers the distinct projects and persons of one file, so that their look-up is done once each and not once a row. */
export interface References {
  project(reference: ProjectReference): number;
  person(identity: string): number;
  readonly projects: readonly ProjectReference[];
  /** With the blind index of each, in hexadecimal. */
  readonly persons: readonly { readonly identity: string; readonly index: string }[];
}

export function references(vault: Vault): References {
  const projects: ProjectReference[] = [];
  const projectRefs = new Map<string, number>();
  const persons: { identity: string; index: string }[] = [];
  const personRefs = new Map<string, number>();
  let last: ProjectReference | undefined;
  let lastRef = 0;
  return {
    projects,
    persons,
    project(reference) {
      // Rows of one project stand together and share one object.
      if (reference === last) return lastRef;
      const key = `${reference.name}\u0001${reference.code}\u0001${reference.account}`;
      let ref = projectRefs.get(key);
      if (ref === undefined) {
        ref = projects.length;
        projectRefs.set(key, ref);
        projects.push(reference);
      }
      last = reference;
      lastRef = ref;
      return ref;
    },
    person(identity) {
      let ref = personRefs.get(identity);
      if (ref === undefined) {
        ref = persons.length;
        personRefs.set(identity, ref);
        persons.push({ identity, index: vault.hex.identity(identity) });
      }
      return ref;
    },
  };
}

/** Makes the staged line of a row, without the import and row number in front. */
export interface LineMaker<Row> {
  readonly table: string;
  readonly columns: readonly string[];
  /** The part that says what the row means; two files with equal parts have equal content. */
  meaning(row: Row): string;
  /** Ciphers differ from writing to writing and stand behind the meaning. */
  ciphers?(row: Row): string;
}

const n = copyField;
const fenOf = (amount: bigint | null) => (amount === null ? '\\N' : String(amount));
const numberOf = (value: number | null) => (value === null ? '\\N' : String(value));

/** The text fields that repeat from row to row (teams, jobs, banks) are escaped once. */
function remembering(read: (text: string) => string): (text: string | null) => string {
  const held = new Map<string, string>();
  return (text) => {
    if (text === null) return '\\N';
    let made = held.get(text);
    if (made === undefined) {
      made = read(text);
      if (held.size < 300_000) held.set(text, made);
    }
    return made;
  };
}

export function payrollLine(vault: Vault, refs: References): LineMaker<PayrollRow> {
  const cardIndex = (card: string | null) => (card === null ? '\\N' : copyHex(vault.hex.card(card)));
  return {
    table: 'exchange.staged_payroll',
    columns: [
      'project_ref',
      'person_ref',
      'month',
      'name',
      'identity_mask',
      'employer',
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
      'made_on',
      'pay_date',
    ],
    meaning: (row) =>
      `${refs.project(row.project)}\t${refs.person(row.identity)}\t${row.month}-01\t${n(row.name)}\t${maskIdentity(row.identity)}\t${n(row.employer)}\t${n(row.team)}\t${n(row.item)}\t${n(row.job)}\t${numberOf(row.workDays)}\t${fenOf(row.dayRateFen)}\t${row.dueFen}\t${row.advanceFen}\t${row.withheldFen}\t${row.otherDeductionFen}\t${row.netFen}\t${row.overtimeFen}\t${row.bonusFen}\t${cardIndex(row.card)}\t${row.card === null ? '\\N' : cardTail(row.card)}\t${n(row.cardBank)}\t${copyFlag(row.signed)}\t${n(row.madeOn)}\t${n(row.payDate)}`,
  };
}

export function rosterLine(vault: Vault, refs: References): LineMaker<RosterRow> {
  return {
    table: 'exchange.staged_roster',
    columns: [
      'project_ref',
      'person_ref',
      'name',
      'identity_mask',
      'born_on',
      'is_male',
      'phone_mask',
      'phone_index',
      'employer',
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
      'card_holder_name',
      'phone_cipher',
      'card_cipher',
    ],
    meaning: (row) =>
      [
        refs.project(row.project),
        refs.person(row.identity),
        n(row.name),
        maskIdentity(row.identity),
        row.bornOn,
        copyFlag(row.isMale),
        row.phone === null ? '\\N' : maskPhone(row.phone),
        row.phone === null ? '\\N' : copyHex(vault.hex.phone(row.phone)),
        n(row.employer),
        n(row.team),
        n(row.job),
        copyFlag(row.isLeader),
        row.enteredOn,
        n(row.leftOn),
        n(row.contractNo),
        n(row.contractSignedOn),
        n(row.contractFrom),
        n(row.contractUntil),
        n(row.contractKind),
        n(row.trainedOn),
        n(row.payKind),
        fenOf(row.payRateFen),
        row.card === null ? '\\N' : copyHex(vault.hex.card(row.card)),
        row.card === null ? '\\N' : cardTail(row.card),
        n(row.cardBank),
        n(row.cardHolder),
      ].join('\t'),
    // Bound to the blind index beside them: moved to another row's index they do not open.
    ciphers: (row) =>
      `${row.phone === null ? '\\N' : copyBytes(vault.encrypt(row.phone, `roster.phone:${vault.hex.phone(row.phone)}`))}\t${
        row.card === null ? '\\N' : copyBytes(vault.encrypt(row.card, `roster.card:${vault.hex.card(row.card)}`))
      }`,
  };
}

export function sheetLine(refs: References): LineMaker<SheetRow> {
  return {
    table: 'exchange.staged_sheet',
    columns: ['project_ref', 'person_ref', 'name', 'identity_mask', 'month', 'full_days', 'half_days', 'overtime_minutes', 'claimed_days', 'team'],
    meaning: (row) =>
      `${refs.project(row.project)}\t${whoLine(refs, row)}\t${row.month}-01\t${row.fullDays}\t${row.halfDays}\t${row.overtimeMinutes}\t${numberOf(row.claimedDays)}\t${n(row.team)}`,
  };
}

export function punchLine(refs: References): LineMaker<PunchRow> {
  return {
    table: 'exchange.staged_punch',
    columns: ['project_ref', 'person_ref', 'name', 'identity_mask', 'month', 'happened_at', 'direction', 'device', 'source'],
    meaning: (row) =>
      `${refs.project(row.project)}\t${whoLine(refs, row)}\t${row.at.slice(0, 7)}-01\t${row.at}\t${row.direction}\t${n(row.device)}\t${row.source}`,
  };
}

function whoLine(refs: References, row: SheetRow | PunchRow): string {
  const mask = row.identity === null ? row.identityMask : maskIdentity(row.identity);
  return `${row.identity === null ? '\\N' : refs.person(row.identity)}\t${n(row.name)}\t${n(mask)}`;
}

export function flowLine(vault: Vault, refs: References, serialOf: (row: FlowRow) => string): LineMaker<FlowRow> {
  const cardIndex = remembering((account) => copyHex(vault.hex.card(account)));
  return {
    table: 'exchange.staged_flow',
    columns: [
      'project_ref',
      'month',
      'account_no',
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
    ],
    meaning: (row) => {
      const account = row.counterpartyAccount;
      const digits = account !== null && /^\d{6,}$/.test(account);
      return `${refs.project(row.project)}\t${row.happenedOn.slice(0, 7)}-01\t${row.project.account === '' ? '\\N' : n(row.project.account)}\t${n(serialOf(row))}\t${row.happenedOn}\t${n(row.happenedAt)}\t${row.direction}\t${row.kind}\t${row.amountFen}\t${fenOf(row.balanceFen)}\t${n(row.counterpartyName)}\t${digits ? cardIndex(account) : '\\N'}\t${account === null ? '\\N' : n(account.slice(-4))}\t${row.payMonth === null ? '\\N' : `${row.payMonth}-01`}\t${n(row.refundOfSerial)}\t${n(row.memo)}`;
    },
  };
}

export function ledgerLine(): LineMaker<LedgerRow> {
  return {
    table: 'exchange.staged_ledger',
    columns: ['record'],
    meaning: (row) => n(JSON.stringify({ ...row, no: undefined }, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))),
  };
}
