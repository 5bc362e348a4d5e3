import type { BasisPoints } from '#kernel/basis-points.ts';
import type { CivilDate, CivilMonth } from '#kernel/civil-date.ts';
import type { Fen } from '#kernel/fen.ts';
import type { Industry } from '#law/parameters/deposit-scale.ts';
import type { FlagFacts, GateFacts, WaitingFacts } from './gates.ts';

/** 在建、停工、完工. */
export type ProjectState = 'building' | 'paused' | 'finished';

/**
 * 项目事实: one project as of a day. Dates are null when the ledger does not state them, which is not the same as "did not happen":
 * a rule that needs one answers "cannot determine" unless `stated` says the ledger had the column and left it empty.
 */
export interface ProjectFacts {
  readonly projectId: string;
  readonly projectName: string;
  readonly generalContractorName: string;
  readonly state: ProjectState;
  readonly isGovernment: boolean | null;
  /** 工程所属行业, as places tell them apart; `other` where the regulator in charge is none of the known ones. */
  readonly industry: Industry;
  readonly contractFen: Fen | null;
  /** 约定的人工费用比例. */
  readonly labourShareBp: BasisPoints | null;
  /** 约定的人工费用月拨付额, when the contract states an amount. */
  readonly labourMonthlyFen: Fen | null;
  readonly contractSignedOn: CivilDate | null;
  readonly permitOn: CivilDate | null;
  readonly startedOn: CivilDate | null;
  readonly finishDueOn: CivilDate | null;
  readonly finishedOn: CivilDate | null;
  readonly pausedFrom: CivilDate | null;
  readonly pausedUntil: CivilDate | null;
  /** 发薪日: day of the month after the work month, 1-31. */
  readonly payDay: number | null;
  readonly ownerName: string | null;
  readonly paymentGuaranteeOn: CivilDate | null;
  readonly paymentGuaranteeUntil: CivilDate | null;
  readonly fundsProvenOn: CivilDate | null;
  readonly wageOfficerName: string | null;
  readonly wageOfficerPhone: string | null;
  readonly boardOn: CivilDate | null;
  readonly commitmentOn: CivilDate | null;
  readonly accountNo: string | null;
  readonly accountName: string | null;
  readonly accountOpenedOn: CivilDate | null;
  readonly accountFiledOn: CivilDate | null;
  readonly tripartiteOn: CivilDate | null;
  readonly accountClosedOn: CivilDate | null;
  readonly closingNoticeOn: CivilDate | null;
  readonly depositKind: 'cash' | 'guarantee' | 'insurance' | 'exempt' | null;
  readonly depositFen: Fen | null;
  readonly depositStoredOn: CivilDate | null;
  readonly depositGuaranteeUntil: CivilDate | null;
  /** Projects of the same general contractor in the deposit area, this one included. */
  readonly contractorProjects: number;
  /** Ledger columns that the office's own file carried: a null in a carried column is a statement, elsewhere a gap. */
  readonly stated: ReadonlySet<string>;

  // Roster
  readonly onSite: number;
  readonly onSiteWithoutContract: number;
  readonly onSiteWithoutCard: number;
  readonly contractsEndingWithin30Days: number;
  readonly underAge: number;
  readonly overRetirement: number;
  /** Workers who left with wages still owing for months they worked. */
  readonly leftUnpaid: number;
  readonly leftUnpaidFen: Fen;
  /** Earliest exit among them. */
  readonly leftUnpaidSince: CivilDate | null;
  /** On the roster, not exited, no attendance for 30 days although the project has attendance. */
  readonly silentNotExited: number;
  /** The largest number of workers on one card, and workers on any shared card. */
  readonly mostWorkersOnOneCard: number;
  readonly workersOnSharedCards: number;
  readonly mostWorkersOnOnePhone: number;
  readonly workersOnSharedPhones: number;
  /** First attended more than 30 days ago and never paid. Whoever's pay was sent and returned in full is an open refund instead. */
  readonly neverPaid: number;
  /** The first day of attendance among them. */
  readonly neverPaidSince: CivilDate | null;

  // Movement
  readonly firstAttendanceOn: CivilDate | null;
  readonly lastAttendanceOn: CivilDate | null;
  readonly lastInflowOn: CivilDate | null;
  readonly lastWagePaidOn: CivilDate | null;
  /** Balance after the last flow; null without flows. */
  readonly accountBalanceFen: Fen | null;
  /** What is still to be paid of the latest payroll that is not yet paid in full, and its month. */
  readonly pendingPayrollFen: Fen;
  readonly pendingPayrollMonth: CivilMonth | null;
  /** 应付未付 over all months with a payroll. */
  readonly arrearsFen: Fen;
  readonly arrearsPeople: number;
  readonly arrearsSince: CivilMonth | null;
  /** Months in a row, up to the last complete one, with attendance and no inflow; and with arrears. */
  readonly monthsWithoutInflow: number;
  /** The last inflow before that run of months, where its month had an inflow on another day too. */
  readonly spareInflowOn: CivilDate | null;
  readonly monthsWithArrears: number;

  // Gates
  readonly gates: readonly GateFacts[];
  readonly waitingPunches: readonly WaitingFacts[];
  /** Distinct persons (or machine numbers) whose punches wait. */
  readonly waitingHeads: number;

  // Freshness: the latest day each feed speaks for, also where it says that nothing happened.
  readonly rosterThrough: CivilDate | null;
  readonly attendanceThrough: CivilDate | null;
  readonly payrollThrough: CivilMonth | null;
  readonly flowsThrough: CivilDate | null;
}

/** 项目月事实: one project and one work month. Heads are distinct persons; wages are those *for* the month, whenever paid. */
export interface ProjectMonthFacts {
  readonly projectId: string;
  readonly month: CivilMonth;
  readonly state: ProjectState;
  readonly isGovernment: boolean | null;
  readonly pausedFrom: CivilDate | null;
  readonly pausedUntil: CivilDate | null;
  readonly startedOn: CivilDate | null;
  readonly finishedOn: CivilDate | null;
  readonly payDay: number | null;
  readonly contractFen: Fen | null;
  readonly labourShareBp: BasisPoints | null;
  readonly labourMonthlyFen: Fen | null;
  readonly accountOpenedOn: CivilDate | null;
  readonly accountClosedOn: CivilDate | null;

  // Attendance
  readonly attendedHeads: number;
  /** Days of the month on which anybody attended. */
  readonly attendanceDays: number;
  readonly attendedPersonDays: number;
  /** Person-days with fewer than 2 punches or under 4 hours between first and last; only where punches are held. */
  readonly invalidPersonDays: number;
  readonly punchedPersonDays: number;
  readonly manualPersonDays: number;
  /** Workers whose first punches of the day fall into the same minute as most others', on >= 10 days. */
  readonly mechanicalHeads: number;
  /** Workers attending >= 28 days without a break. */
  readonly neverRestingHeads: number;
  readonly lastAttendanceOn: CivilDate | null;
  /** 标记 of the month's punches, by kind and device. */
  readonly gateFlags: readonly FlagFacts[];
  /** Attended, but not on the roster that day. */
  readonly offRosterHeads: number;
  /** Attended more than 3 days without a contract signed by then. */
  readonly noContractHeads: number;
  /** Attended here and on another project on the same day. */
  readonly twoPlacesHeads: number;

  // Payroll
  readonly payrollHeads: number;
  readonly payrollMadeOn: CivilDate | null;
  readonly payrollDueFen: Fen;
  readonly payrollNetFen: Fen;
  readonly unsignedLines: number;
  readonly presentNotOnPayrollHeads: number;
  readonly onPayrollAbsentHeads: number;
  readonly onPayrollAbsentNetFen: Fen;
  /** Payroll days differ from attended days by more than 3. */
  readonly daysDifferHeads: number;
  readonly belowMinimumHeads: number;
  readonly highestNetFen: Fen;
  readonly cardNotOwnHeads: number;
  /** Lines whose card differs from the card on the roster. */
  readonly cardDiffersHeads: number;

  // Payment
  readonly paidHeads: number;
  readonly paidInFullHeads: number;
  readonly paidFen: Fen;
  readonly firstPaidOn: CivilDate | null;
  readonly lastPaidOn: CivilDate | null;
  /** The day on which the last line was paid in full; null while money is owing or no payroll exists. */
  readonly settledOn: CivilDate | null;
  readonly unpaidHeads: number;
  readonly shortHeads: number;
  /** Net pay not yet received: whole lines and shortfalls. */
  readonly owedFen: Fen;
  readonly overpaidFen: Fen;
  /** Paid persons without any attendance in the month. */
  readonly paidAbsentHeads: number;
  readonly paidAbsentFen: Fen;
  readonly paidOffRosterHeads: number;
  readonly openRefunds: number;
  readonly openRefundFen: Fen;
  readonly oldestOpenRefundOn: CivilDate | null;
  /** Months with enough attendance (>= 20 days) paid under 30 % of the worker's agreed pay. */
  readonly tokenPaidHeads: number;
  readonly casualUnpaidHeads: number;

  // Special account, by the month the money moved
  readonly inflowFen: Fen;
  readonly inflowCount: number;
  readonly firstInflowOn: CivilDate | null;
  readonly otherOutFen: Fen;
  readonly otherOutCount: number;
  readonly cashOutFen: Fen;
  readonly suspectMemoCount: number;
  readonly duplicatePayments: number;
  /** Payees paid for the third time within 30 days; wages of the project's own registered workers do not count. */
  readonly frequentPayees: number;
  readonly freezeCount: number;
  /** Wages that left the account in this month minus what the platform's payrolls explain. */
  readonly unexplainedWageFen: Fen;
  readonly closingBalanceFen: Fen | null;
  readonly lowestBalanceFen: Fen | null;
  /** Opening balance + in − out ≠ closing balance, in fen; null when the file has no balances. */
  readonly balanceGapFen: Fen | null;

  // History the month is judged against
  /** Of the three months before, those since registered as left taken off. */
  readonly medianAttendedHeads: number | null;
  readonly previousArrearsMonths: number;
  readonly previousNoInflowMonths: number;

  // Freshness of the feeds of the project
  readonly attendanceThrough: CivilDate | null;
  readonly payrollThrough: CivilMonth | null;
  readonly flowsThrough: CivilDate | null;
}

/** 工人月事实: one worker, one project, one work month. */
export interface WorkerMonthFacts {
  readonly projectId: string;
  readonly month: CivilMonth;
  readonly personId: string;
  readonly onRoster: boolean;
  readonly enteredOn: CivilDate | null;
  readonly leftOn: CivilDate | null;
  readonly contractSignedOn: CivilDate | null;
  readonly attendedDays: number;
  readonly payrollDays: number | null;
  readonly dueFen: Fen;
  readonly netFen: Fen;
  readonly paidFen: Fen;
  readonly refundedFen: Fen;
  readonly firstPaidOn: CivilDate | null;
  readonly settledOn: CivilDate | null;
  readonly signed: boolean | null;
  readonly cardDiffers: boolean;
  readonly sharedCard: boolean;
  readonly twoPlacesDays: number;
  readonly longestRun: number;
}

/** 数据来源事实: whether one feed of one project still speaks. */
export interface FeedFacts {
  readonly projectId: string;
  /** 'app': a system of others that reports for this project alone; devices are not among them, their silence is W-ATT-09. */
  readonly feed: 'roster' | 'attendance' | 'payroll' | 'flows' | 'app';
  readonly appid: string | null;
  readonly appName: string | null;
  readonly appIsBank: boolean;
  readonly state: ProjectState;
  readonly startedOn: CivilDate | null;
  readonly pausedFrom: CivilDate | null;
  readonly pausedUntil: CivilDate | null;
  /** The last day the feed speaks for; for payrolls the last day of the month; null when it never spoke. */
  readonly throughOn: CivilDate | null;
  /** The last day anything arrived. */
  readonly arrivedOn: CivilDate | null;
}
