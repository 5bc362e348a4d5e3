import type { FeedFacts, ProjectFacts, ProjectMonthFacts, ProjectState, WorkerMonthFacts } from '../domain/index.ts';
import { count, countOrNull, day, decimalOrNull, money, moneyOrNull, month, monthOrNull, names, oneOf, type Shape, share, text, textOrNull, yes, yesOrNull } from './shape.ts';

const state = oneOf<ProjectState>();

export const PROJECT: Shape<ProjectFacts> = {
  projectId: text, projectName: text, generalContractorName: text, state, isGovernment: yesOrNull, contractFen: moneyOrNull, labourShareBp: share,
  labourMonthlyFen: moneyOrNull, contractSignedOn: day, permitOn: day, startedOn: day, finishDueOn: day, finishedOn: day, pausedFrom: day, pausedUntil: day,
  payDay: countOrNull, ownerName: textOrNull, paymentGuaranteeOn: day, paymentGuaranteeUntil: day, fundsProvenOn: day, wageOfficerName: textOrNull,
  wageOfficerPhone: textOrNull, boardOn: day, commitmentOn: day, accountNo: textOrNull, accountName: textOrNull, accountOpenedOn: day, accountFiledOn: day,
  tripartiteOn: day, accountClosedOn: day, closingNoticeOn: day, depositKind: oneOf<NonNullable<ProjectFacts['depositKind']>>(), depositFen: moneyOrNull,
  depositStoredOn: day, depositGuaranteeUntil: day, contractorProjects: count, stated: names,
  onSite: count, onSiteWithoutContract: count, onSiteWithoutCard: count, contractsEndingWithin30Days: count, underAge: count, overRetirement: count,
  leftUnpaid: count, leftUnpaidFen: money, leftUnpaidSince: day, silentNotExited: count, mostWorkersOnOneCard: count, workersOnSharedCards: count,
  mostWorkersOnOnePhone: count, workersOnSharedPhones: count, neverPaid: count, neverPaidSince: day,
  firstAttendanceOn: day, lastAttendanceOn: day, lastInflowOn: day, lastWagePaidOn: day, accountBalanceFen: moneyOrNull, pendingPayrollFen: money,
  pendingPayrollMonth: monthOrNull, arrearsFen: money, arrearsPeople: count, arrearsSince: monthOrNull, monthsWithoutInflow: count, monthsWithArrears: count,
  rosterThrough: day, attendanceThrough: day, payrollThrough: monthOrNull, flowsThrough: day,
};

export const PROJECT_MONTH: Shape<ProjectMonthFacts> = {
  projectId: text, month, state, isGovernment: yesOrNull, pausedFrom: day, pausedUntil: day, startedOn: day, finishedOn: day, payDay: countOrNull,
  contractFen: moneyOrNull, labourShareBp: share, labourMonthlyFen: moneyOrNull, accountOpenedOn: day,
  attendedHeads: count, attendanceDays: count, attendedPersonDays: count, invalidPersonDays: count, punchedPersonDays: count, manualPersonDays: count,
  mechanicalHeads: count, neverRestingHeads: count, lastAttendanceOn: day, offRosterHeads: count, noContractHeads: count, twoPlacesHeads: count,
  payrollHeads: count, payrollMadeOn: day, payrollDueFen: money, payrollNetFen: money, unsignedLines: count, presentNotOnPayrollHeads: count,
  onPayrollAbsentHeads: count, onPayrollAbsentNetFen: money, daysDifferHeads: count, belowMinimumHeads: count, highestNetFen: money, cardNotOwnHeads: count,
  cardDiffersHeads: count,
  paidHeads: count, paidInFullHeads: count, paidFen: money, firstPaidOn: day, lastPaidOn: day, settledOn: day, unpaidHeads: count, shortHeads: count,
  owedFen: money, overpaidFen: money, paidAbsentHeads: count, paidAbsentFen: money, paidOffRosterHeads: count, openRefunds: count, openRefundFen: money,
  oldestOpenRefundOn: day, tokenPaidHeads: count, casualUnpaidHeads: count,
  inflowFen: money, inflowCount: count, firstInflowOn: day, otherOutFen: money, otherOutCount: count, cashOutFen: money, suspectMemoCount: count,
  duplicatePayments: count, frequentPayees: count, freezeCount: count, unexplainedWageFen: money, closingBalanceFen: moneyOrNull,
  lowestBalanceFen: moneyOrNull, balanceGapFen: moneyOrNull,
  medianAttendedHeads: decimalOrNull, previousArrearsMonths: count, previousNoInflowMonths: count,
  attendanceThrough: day, payrollThrough: monthOrNull, flowsThrough: day,
};

export const WORKER_MONTH: Shape<WorkerMonthFacts> = {
  projectId: text, month, personId: text, onRoster: yes, enteredOn: day, leftOn: day, contractSignedOn: day, attendedDays: count, payrollDays: decimalOrNull,
  dueFen: money, netFen: money, paidFen: money, refundedFen: money, firstPaidOn: day, settledOn: day, signed: yesOrNull, cardDiffers: yes, sharedCard: yes,
  twoPlacesDays: count, longestRun: count,
};

export const FEED: Shape<FeedFacts> = {
  projectId: text, feed: oneOf<FeedFacts['feed']>(), state, startedOn: day, pausedFrom: day, pausedUntil: day, throughOn: day, arrivedOn: day,
};
