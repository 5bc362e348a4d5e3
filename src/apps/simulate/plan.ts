import type { Chance } from './random.ts';
import type { Behaviour } from './types.ts';

/** What a site does with one work month. */
export interface MonthPlan {
  /** The labour cost for the month comes from the project owner. */
  readonly funds: boolean;
  readonly makesPayroll: boolean;
  readonly pays: boolean;
  /** Calendar days after the pay day; 0 is on time. */
  readonly lateDays: number;
  /** Share of the payroll that is sent. */
  readonly shareBp: number;
  /** Share of the month's inflow that goes to firms and cash instead. */
  readonly divertedBp: number;
}

/** How a site behaves over its whole life: the honest plan with what its behaviour changes. */
export interface Plan {
  readonly behaviour: Behaviour;
  /** Index of the first work month that goes wrong. */
  readonly onset: number;
  readonly months: readonly MonthPlan[];
  readonly ghostShare: number;
  readonly collectedShare: number;
  readonly unregisteredShare: number;
  readonly noContractShare: number;
  readonly mechanical: boolean;
  readonly ignoresRefunds: boolean;
  readonly deposit: 'stored' | 'missing' | 'expired';
  /** `early`: within thirty days of the contract; a number: days after the start of work; null: never. */
  readonly account: 'early' | number | null;
  /** Day of the onset month on which everybody leaves for good. */
  readonly stopsOnDay: number | null;
  readonly silentFeed: 'attendance' | 'flows' | null;
}

const HONEST_MONTH: MonthPlan = { funds: true, makesPayroll: true, pays: true, lateDays: 0, shareBp: 10_000, divertedBp: 0 };

/**
 * Rows of the warning catalogue (platforms research, §4), and rules the catalogue has no row for, that rightly answer a behaviour:
 * any one of them is a detection.
 */
export const ANSWERS: Readonly<Record<Behaviour, readonly string[]>> = {
  honest: [],
  late: ['W-PAY-01', 'W-PAY-02', 'W-PAY-03', 'W-PAY-05', 'W-PAY-15', 'W-ACC-06'],
  short: ['W-PAY-03', 'W-PAY-04', 'W-PAY-15', 'W-RNM-09'],
  token: ['W-PAY-03', 'W-PAY-04', 'W-PAY-15', 'W-PAY-17', 'W-RNM-09'],
  'owner-not-funding': ['W-ACC-04', 'W-ACC-05', 'W-ACC-06', 'W-PAY-01', 'W-PAY-02', 'W-PAY-03', 'W-PAY-05', 'W-PAY-15', 'W-RNM-09'],
  skipping: ['W-PAY-01', 'W-PAY-02', 'W-PAY-03', 'W-PAY-05', 'W-PAY-15', 'W-RNM-09'],
  'ghost-workers': ['W-PAY-09', 'W-RNM-07', 'W-RNM-11', 'W-PAY-13'],
  'kick-back': ['W-RNM-07', 'W-PAY-16', 'W-RNM-04'],
  unregistered: ['W-RNM-01', 'W-RNM-02', 'W-PAY-03', 'W-PAY-05', 'W-PAY-18', 'CTR-11'],
  'no-contract': ['W-RNM-03'],
  diverting: ['W-ACC-07', 'W-ACC-09', 'W-ACC-05', 'W-ACC-06', 'W-OPS-07', 'W-PAY-02', 'W-PAY-03', 'W-PAY-04', 'W-PAY-05', 'W-PAY-15', 'W-RNM-09'],
  'deposit-missing': ['W-DEP-01'],
  'deposit-expired': ['W-DEP-03'],
  'account-late': ['W-ACC-01', 'W-ACC-02', 'W-ACC-04', 'W-PAY-02', 'W-PAY-05', 'W-PAY-10', 'W-PAY-15'],
  'account-none': ['W-ACC-01', 'W-ACC-02', 'W-ACC-04', 'W-PAY-01', 'W-PAY-02', 'W-PAY-03', 'W-PAY-05', 'W-PAY-10', 'W-PAY-15', 'W-RNM-09'],
  absconding: ['W-PAY-01', 'W-PAY-02', 'W-PAY-03', 'W-PAY-05', 'W-PAY-15', 'W-ATT-01', 'W-PRJ-07', 'W-ACC-04', 'W-ACC-06', 'W-ACC-07', 'W-ACC-09', 'W-RNM-09'],
  'fake-attendance': ['W-ATT-07', 'W-ATT-08', 'W-ATT-11', 'W-RNM-07'],
  'two-places': ['W-RNM-06'],
  'refund-ignored': ['W-PAY-11', 'W-PAY-03', 'W-PAY-04', 'W-PAY-05', 'W-PAY-15', 'W-RNM-09'],
  outage: ['W-OPS-05', 'W-ATT-09'],
};

/** Wrongs in the order in which worlds take turns with them, so that a few seeds meet them all. */
export const WRONGS: readonly Behaviour[] = [
  'late',
  'ghost-workers',
  'owner-not-funding',
  'deposit-missing',
  'short',
  'kick-back',
  'absconding',
  'no-contract',
  'skipping',
  'diverting',
  'account-late',
  'fake-attendance',
  'token',
  'unregistered',
  'outage',
  'refund-ignored',
  'account-none',
  'two-places',
  'deposit-expired',
];

/** Draws the plan of a site that works for `months` calendar months, the last one unfinished. */
export function planOf(behaviour: Behaviour, months: number, chance: Chance): Plan {
  const onset = chance.between(1, Math.max(1, months - 4));
  const honest: Plan = {
    behaviour,
    onset,
    months: Array.from({ length: months }, () => HONEST_MONTH),
    ghostShare: 0,
    collectedShare: 0,
    unregisteredShare: 0,
    noContractShare: 0,
    mechanical: false,
    ignoresRefunds: false,
    deposit: 'stored',
    account: 'early',
    stopsOnDay: null,
    silentFeed: null,
  };
  const fromOnset = (change: (afterOnset: number) => Partial<MonthPlan>): Plan['months'] =>
    honest.months.map((month, index) => (index < onset ? month : { ...month, ...change(index - onset) }));
  switch (behaviour) {
    case 'honest':
      return honest;
    case 'late':
      return { ...honest, months: fromOnset(() => ({ lateDays: chance.between(10, 40) })) };
    case 'short':
      return { ...honest, months: fromOnset(() => ({ shareBp: chance.between(80, 90) * 100 })) };
    case 'token':
      return { ...honest, months: fromOnset(() => ({ shareBp: chance.between(15, 28) * 100 })) };
    case 'owner-not-funding':
      // What is left in the account carries the first month in part; after that nobody is paid.
      return { ...honest, months: fromOnset((after) => ({ funds: false, makesPayroll: after < 2 })) };
    case 'skipping':
      return { ...honest, months: fromOnset((after) => (after < chance.between(1, 2) ? { makesPayroll: false, pays: false } : {})) };
    case 'ghost-workers':
      return { ...honest, onset: 0, ghostShare: chance.between(6, 15) / 100 };
    case 'kick-back':
      return { ...honest, onset: 0, collectedShare: chance.between(15, 40) / 100 };
    case 'unregistered':
      return { ...honest, onset: 0, unregisteredShare: chance.between(8, 20) / 100 };
    case 'no-contract':
      return { ...honest, onset: 0, noContractShare: chance.between(25, 70) / 100 };
    case 'diverting':
      return { ...honest, months: fromOnset(() => ({ divertedBp: chance.between(35, 70) * 100 })) };
    case 'deposit-missing':
      return { ...honest, onset: 0, deposit: 'missing' };
    case 'deposit-expired':
      return { ...honest, deposit: 'expired' };
    case 'account-late':
      return { ...honest, onset: 0, account: chance.between(60, 110) };
    case 'account-none':
      return {
        ...honest,
        onset: 1,
        account: null,
        months: honest.months.map((month, index) => (index < 1 ? month : { ...month, funds: false, pays: false, makesPayroll: chance.happens(0.5) })),
      };
    case 'absconding':
      return {
        ...honest,
        stopsOnDay: chance.between(8, 24),
        months: honest.months.map((month, index) =>
          index < onset - 1 ? month : { ...month, funds: index === onset - 1, makesPayroll: false, pays: false, divertedBp: 9_000 },
        ),
      };
    case 'fake-attendance':
      return { ...honest, onset: 0, ghostShare: chance.between(10, 20) / 100, mechanical: true };
    case 'two-places':
      return { ...honest, onset: 0 };
    case 'refund-ignored':
      return { ...honest, ignoresRefunds: true };
    case 'outage':
      return { ...honest, silentFeed: chance.pick(['attendance', 'flows'] as const) };
  }
}
