import type { CivilDate, CivilMonth } from '#kernel/civil-date.ts';
import type { Card, Firm, Person } from './invent.ts';

/**
 * Money of a simulated world, in whole fen. A `number` and not `Fen`: the world is drawn by multiplying shares, every result is
 * rounded to a whole fen at once, and no sum here comes near 2^53.
 */
export type WholeFen = number;

/**
 * What a site does, written after the failures seen in the field (platforms research, §3 and §4) and not after the rules.
 * `honest` sites have everyday noise; `outage` sites pay everybody and only their data stops.
 */
export type Behaviour =
  | 'honest'
  | 'late' // pays 10-40 days after the pay day
  | 'short' // pays 80-90 % of every payroll
  | 'token' // pays a living allowance instead of wages
  | 'owner-not-funding' // the labour cost stops coming, then the wages stop
  | 'skipping' // leaves out a month: no payroll, no pay
  | 'ghost-workers' // on the payroll and paid, never there
  | 'kick-back' // cards collected, part of the wage handed back
  | 'unregistered' // works, is not on the roster, is paid in cash or not at all
  | 'no-contract'
  | 'diverting' // the special account pays firms and cash
  | 'deposit-missing'
  | 'deposit-expired'
  | 'account-late' // wages in cash until the account opens
  | 'account-none'
  | 'absconding' // everybody gone, wages owed
  | 'fake-attendance' // one hand punches for a whole team
  | 'two-places' // one team on two sites on the same days
  | 'refund-ignored' // returned transfers are never sent again
  | 'outage';

/** Attendance of one day: 1 full, h half, 0 absent, b sick, s on leave, x rest; a space is a day outside the worker's stay. */
export type Mark = '1' | 'h' | '0' | 'b' | 's' | 'x' | ' ';

export interface Worker {
  readonly key: string;
  readonly person: Person;
  /** As registered: somebody else's when cards or phones are collected. */
  readonly phone: string;
  readonly card: Card;
  readonly employer: Firm;
  readonly team: string;
  readonly job: string;
  readonly isLeader: boolean;
  readonly dayRateFen: WholeFen;
  readonly enteredOn: CivilDate;
  readonly leftOn: CivilDate | null;
  readonly isRegistered: boolean;
  readonly contractNo: string | null;
  readonly contractSignedOn: CivilDate | null;
  readonly trainedOn: CivilDate;
  /** Never worked here, whatever the records say. */
  readonly isGhost: boolean;
  /** One hand punches for this worker at the same minute every day. */
  readonly isMechanical: boolean;
  /** Hands part of the wage back. */
  readonly handsBackBp: number;
}

export interface PayrollLine {
  readonly worker: Worker;
  readonly days: number;
  readonly wageFen: WholeFen;
  readonly bonusFen: WholeFen;
  readonly dueFen: WholeFen;
  readonly advanceFen: WholeFen;
  readonly netFen: WholeFen;
  readonly signed: boolean;
}

export interface Payroll {
  readonly month: CivilMonth;
  readonly madeOn: CivilDate;
  /** When the file reaches the office. */
  readonly arrivesOn: CivilDate;
  readonly lines: readonly PayrollLine[];
}

export interface Flow {
  readonly on: CivilDate;
  /** `HH:MM:SS`. */
  readonly at: string;
  readonly serialNo: string;
  readonly direction: 'in' | 'out';
  readonly amountFen: WholeFen;
  readonly balanceFen: WholeFen;
  readonly counterparty: string;
  readonly counterpartyNo: string;
  readonly memo: string;
}

export interface Deposit {
  readonly kind: 'cash' | 'guarantee' | 'insurance';
  readonly amountFen: WholeFen;
  readonly storedOn: CivilDate;
  readonly until: CivilDate | null;
}

export interface Account {
  readonly no: string;
  readonly name: string;
  readonly bank: string;
  readonly openedOn: CivilDate;
  readonly filedOn: CivilDate;
  readonly tripartiteOn: CivilDate;
}

export interface Site {
  readonly index: number;
  readonly behaviour: Behaviour;
  readonly code: string;
  readonly name: string;
  readonly regionCode: string;
  readonly regionName: string;
  readonly address: string;
  readonly industry: string;
  readonly isGovernment: boolean;
  readonly owner: Firm;
  readonly contractor: Firm;
  readonly subcontractors: readonly Firm[];
  readonly contractFen: WholeFen;
  readonly labourShareBp: number;
  readonly contractSignedOn: CivilDate;
  readonly permitNo: string;
  readonly permitOn: CivilDate;
  readonly startedOn: CivilDate;
  readonly finishDueOn: CivilDate;
  readonly pausedFrom: CivilDate | null;
  readonly pausedUntil: CivilDate | null;
  readonly payDay: number;
  readonly wageOfficer: Person;
  readonly boardOn: CivilDate;
  readonly commitmentOn: CivilDate;
  readonly paymentGuaranteeOn: CivilDate;
  readonly paymentGuaranteeUntil: CivilDate;
  readonly fundsProvenOn: CivilDate | null;
  readonly account: Account | null;
  readonly deposit: Deposit | null;
  /** One row a punch from a gate, or month grids from the team's book. */
  readonly attendance: 'punches' | 'grid';
  /** Days on which the gate kept nothing although people worked. */
  readonly gateSilentOn: ReadonlySet<CivilDate>;
  readonly workers: readonly Worker[];
  readonly marks: ReadonlyMap<Worker, ReadonlyMap<CivilMonth, string>>;
  readonly payrolls: readonly Payroll[];
  readonly flows: readonly Flow[];
  /** From this day on a feed no longer arrives. */
  readonly silent: { readonly feed: 'attendance' | 'flows'; readonly from: CivilDate } | null;
  /** Days by which one month's files come late. */
  readonly lateMonth: CivilMonth | null;
}

/** A wage that a worker earned and did not receive in full by the world's last day. */
export interface TrueArrears {
  readonly project: string;
  readonly month: CivilMonth;
  readonly worker: string;
  readonly identity: string;
  readonly earnedFen: WholeFen;
  readonly receivedFen: WholeFen;
}

/** One wrong as it really was. */
export interface Incident {
  readonly project: string;
  readonly projectName: string;
  readonly behaviour: Behaviour;
  /** wages: somebody is owed; fraud: money leaves under a false name; compliance: a duty is neglected; data: only the data stopped. */
  readonly nature: 'wages' | 'fraud' | 'compliance' | 'data';
  /** The first work month touched. */
  readonly month: CivilMonth | null;
  /** The first day on which something was wrong, seen by an all-knowing eye. */
  readonly beganOn: CivilDate;
  /** The day somebody first lost by it. */
  readonly harmedOn: CivilDate;
  readonly people: number;
  /** Taken from workers or from the account, at its largest. */
  readonly takenFen: WholeFen;
  /** Still owed to workers on the last day. */
  readonly owedFen: WholeFen;
  /** When the first worker complained; null when nobody has yet. */
  readonly complainedOn: CivilDate | null;
  /** Rows of the published warning catalogue that would be a right answer to this wrong. */
  readonly answers: readonly string[];
}

/**
 * A small breach of the letter on a site, honest ones included: a contract signed two days late, a line not signed, a leaver who waits
 * for the pay day. A warning about it is neither a detection nor a false alarm; it is counted by itself.
 */
export interface Lapse {
  readonly project: string;
  readonly beganOn: CivilDate;
  readonly answers: readonly string[];
}

export interface World {
  readonly seed: number;
  readonly profile: string;
  readonly countyCode: string;
  readonly countyName: string;
  readonly from: CivilMonth;
  readonly until: CivilDate;
  readonly sites: readonly Site[];
  readonly incidents: readonly Incident[];
  readonly arrears: readonly TrueArrears[];
  readonly lapses: readonly Lapse[];
}
