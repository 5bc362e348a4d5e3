/** What travels between server and faces about projects, their people and their money. */

export interface ProjectRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly regionCode: string;
  readonly regionName: string;
  readonly industry: string;
  readonly stateName: string;
  readonly isGovernment: boolean | null;
  readonly gcName: string;
  readonly ownerName: string | null;
  readonly onSite: number;
  readonly owedFen: string;
  readonly owedPeople: number;
  readonly openWarnings: number;
  readonly worstLevel: number | null;
  readonly worstLevelName: string | null;
}

/** `GET /api/projects?q=&region=&state=&owed=1&sort=&page=&size=` */
export interface ProjectList {
  readonly items: readonly ProjectRow[];
  readonly total: number;
}

/** Where the money stopped, in words and by step. */
export interface MoneyStop {
  readonly month: string | null;
  /** 'paid' | 'no-attendance' | 'no-payroll' | 'no-inflow' | 'not-sent' | 'short' | 'refunded' | 'cannot-tell' */
  readonly at: string;
  readonly says: string;
}

/** `GET /api/projects/:id` */
export interface ProjectPage {
  readonly project: ProjectRow;
  /** 「是不是都发了」 in one sentence, and where it stopped. */
  readonly answer: { readonly paid: boolean | null; readonly says: string; readonly stop: MoneyStop | null };
  readonly ledger: readonly { readonly label: string; readonly value: string | null; readonly late: string | null }[];
  /** owner → general contractor → subcontractors → teams. */
  readonly chain: {
    readonly owner: string | null;
    readonly generalContractor: string;
    readonly subcontractors: readonly {
      readonly name: string;
      readonly owedFen: string;
      readonly owedPeople: number;
      readonly teams: readonly {
        readonly name: string;
        readonly people: number;
        readonly dueFen: string;
        readonly paidFen: string;
        readonly owedFen: string;
        readonly owedPeople: number;
      }[];
    }[];
  };
  readonly months: readonly MonthRow[];
  readonly account: { readonly no: string | null; readonly bank: string | null; readonly balanceFen: string | null; readonly through: string | null };
  readonly completeness: { readonly score: number; readonly missing: readonly string[] };
  readonly freshness: readonly { readonly feed: string; readonly name: string; readonly through: string | null; readonly stale: boolean }[];
}

export interface MonthRow {
  readonly month: string;
  readonly attendedHeads: number;
  readonly payrollHeads: number;
  readonly paidHeads: number;
  readonly dueFen: string;
  readonly inflowFen: string;
  readonly paidFen: string;
  readonly owedFen: string;
  readonly owedPeople: number;
  readonly payBy: string | null;
  readonly settledOn: string | null;
  readonly stateName: string;
  readonly stop: MoneyStop;
}

/** `GET /api/projects/:id/workers?month=YYYY-MM&which=&team=&q=&page=` → {items, total} */
export interface WorkerMonthRow {
  readonly personId: string;
  readonly name: string;
  readonly identityMask: string;
  readonly employer: string | null;
  readonly team: string | null;
  readonly job: string | null;
  readonly attendedDays: number;
  readonly payrollDays: string | null;
  readonly netFen: string;
  readonly paidFen: string;
  readonly owedFen: string;
  readonly paidOn: string | null;
  readonly signed: boolean | null;
  readonly flags: readonly string[];
}

/** `GET /api/projects/:id/roster?q=&page=` → {items, total}; `GET /api/projects/:id/attendance?month=` → {items, total}; both below. */
export interface RosterRow {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly identityMask: string;
  readonly phoneMask: string | null;
  readonly employer: string | null;
  readonly team: string | null;
  readonly job: string | null;
  readonly enteredOn: string;
  readonly leftOn: string | null;
  readonly contract: string | null;
  readonly cardTail: string | null;
  readonly cardBank: string | null;
}

export interface AttendanceRow {
  readonly personId: string;
  readonly name: string;
  readonly team: string | null;
  /** One character a day: 1 full, h half, 0 none. */
  readonly days: string;
  readonly attendedDays: number;
  readonly source: string;
}

/** `GET /api/projects/:id/payroll?month=&page=` → {items, total} */
export interface PayrollRow {
  readonly id: string;
  readonly name: string;
  readonly identityMask: string;
  readonly team: string;
  readonly workDays: string | null;
  readonly dueFen: string;
  readonly deductedFen: string;
  readonly netFen: string;
  readonly signed: boolean | null;
  readonly cardTail: string | null;
  readonly importId: string;
  readonly rowNo: number;
}

/** `GET /api/projects/:id/flows?month=&which=&page=` → {items, total} */
export interface FlowRow {
  readonly id: string;
  readonly happenedOn: string;
  readonly kindName: string;
  readonly direction: 'in' | 'out';
  readonly amountFen: string;
  readonly balanceFen: string | null;
  readonly counterparty: string | null;
  readonly counterpartyTail: string | null;
  readonly memo: string | null;
  readonly serialNo: string;
}

/** `GET /api/persons/:personId/identity?project=` → {identity: string}; needs worker.unmask; always audited. */
export interface UnmaskedIdentity {
  readonly identity: string;
}

/** `GET /api/search?q=` → hits over projects, enterprises and (by whole identity number or name) workers in scope. */
export interface SearchHit {
  readonly kind: 'project' | 'enterprise' | 'worker' | 'warning';
  readonly title: string;
  readonly detail: string;
  readonly screen: string;
}

/** `GET /api/enterprises?q=` → {items: EnterpriseChoice[]}; for the administrator who opens an enterprise's account. */
export interface EnterpriseChoice {
  readonly id: string;
  readonly name: string;
}
