import type { BatchState, BatchStep } from './batch.ts';
import type { FieldFault } from './field-reader.ts';
import type { LineState } from './line.ts';

/** What travels between server and faces about 工资代发. Money is a decimal string of fen, months `YYYY-MM`. */
export interface BatchRow {
  readonly id: string;
  readonly batchNo: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly month: string;
  readonly state: BatchState;
  readonly stateName: string;
  readonly lines: number;
  readonly totalFen: string;
  readonly paid: number;
  readonly paidFen: string;
  readonly open: number;
  readonly unknown: number;
  readonly failed: number;
  readonly madeBy: string;
  readonly madeAt: string;
}

export interface BatchList {
  readonly items: readonly BatchRow[];
  readonly total: number;
}

export interface FindingView {
  readonly key: string;
  readonly lineNo: number | null;
  readonly bars: boolean;
  readonly says: string;
  readonly decision: { readonly by: string; readonly note: string } | null;
}

export interface LineView {
  readonly id: string;
  readonly lineNo: number;
  readonly personId: string;
  readonly name: string;
  readonly identityMask: string;
  readonly cardBank: string | null;
  readonly cardTail: string | null;
  readonly amountFen: string;
  readonly state: LineState;
  readonly stateName: string;
  readonly bankSays: string | null;
  readonly whatToDo: string;
  readonly paidOn: string | null;
  readonly mayReissue: boolean;
}

export interface BatchPage extends BatchRow {
  readonly accountNo: string | null;
  readonly approvedBy: string | null;
  readonly submittedBy: string | null;
  readonly submittedAt: string | null;
  readonly channel: 'https' | 'folder' | 'file' | null;
  readonly layoutKey: string | null;
  readonly bankName: string | null;
  readonly bankBatchNo: string | null;
  readonly rejectedWhy: string | null;
  readonly askedAt: string | null;
  readonly lastAnswer: string | null;
  readonly findings: readonly FindingView[];
  readonly items: readonly LineView[];
  readonly differences: readonly DifferenceView[];
  /** Step → null when it may be taken now by this person, else why not. */
  readonly steps: Readonly<Partial<Record<BatchStep, string | null>>>;
  readonly mayHandInAgain: string | null;
  readonly banks: readonly { readonly appid: string; readonly name: string; readonly transport: 'https' | 'folder' }[];
  readonly layouts: readonly LayoutView[];
}

export interface LayoutView {
  readonly key: string;
  readonly name: string;
  readonly format: string;
  readonly columns: readonly string[];
  readonly maxRows: number;
  readonly confirmedBy: string | null;
  readonly branch: string | null;
}

export interface DifferenceView {
  readonly id: string;
  readonly on: string;
  readonly says: string;
  readonly explanation: string | null;
  readonly explainedBy: string | null;
}

/** A payroll month that can be paid. */
export interface PayableMonth {
  readonly projectId: string;
  readonly projectName: string;
  readonly month: string;
  readonly people: number;
  readonly dueFen: string;
  readonly payable: number;
  readonly payableFen: string;
}

export interface MadeBatch {
  readonly id: string;
  readonly lines: number;
  /** People left out because their wage is paid or on its way, and why. */
  readonly skipped: readonly { readonly name: string; readonly why: string }[];
}

export interface FileTaken {
  readonly rows: number;
  readonly paid: number;
  readonly failed: number;
  readonly returned: number;
  readonly open: number;
}

export interface FileRefused {
  readonly faults: readonly FieldFault[];
}
