/** What travels between server and faces about warnings. */

export type WarningState = 'raised' | 'acknowledged' | 'handled' | 'verified' | 'closed';

export type CloseReason = 'paid' | 'data-corrected' | 'false-alarm' | 'transferred' | 'other';

export interface WarningRow {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly level: 0 | 1 | 2 | 3 | 4;
  readonly levelName: string;
  readonly state: WarningState;
  readonly stateName: string;
  readonly standing: boolean;
  readonly isData: boolean;
  readonly ruleCode: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly gcName: string;
  readonly regionCode: string;
  readonly regionName: string;
  readonly month: string | null;
  readonly amountFen: string;
  readonly people: number;
  readonly dueOn: string;
  readonly actBy: string;
  /** Days from today to actBy: negative is overdue. */
  readonly daysLeft: number;
  readonly ownerRoleName: string;
  readonly ownerName: string | null;
  readonly raisedOn: string;
  /** The one button: the step this person should take next, when it is theirs. */
  readonly nextStep: { readonly step: StepKind; readonly label: string } | null;
}

export type StepKind = 'acknowledge' | 'handle' | 'return' | 'verify' | 'close' | 'reopen' | 'assign' | 'comment';

/** `GET /api/warnings?q=&region=&level=4,3&state=&rule=&project=&data=&mine=&overdue=&sort=act_by|-level|-amount|raised_on&page=1&size=20` */
export interface WarningList {
  readonly items: readonly WarningRow[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
  readonly facets: {
    readonly levels: readonly { readonly level: number; readonly name: string; readonly count: number }[];
    readonly states: readonly { readonly state: WarningState; readonly name: string; readonly count: number }[];
    readonly rules: readonly { readonly code: string; readonly title: string; readonly count: number }[];
  };
}

/** `GET /api/home` */
export interface Home {
  readonly today: string;
  readonly overdue: readonly WarningRow[];
  readonly dueToday: readonly WarningRow[];
  readonly sevenDays: readonly WarningRow[];
  readonly counts: { readonly overdue: number; readonly dueToday: number; readonly sevenDays: number; readonly open: number };
  readonly figures: {
    readonly projects: number;
    readonly projectsNotPaid: number;
    readonly governmentNotPaid: number;
    readonly owedFen: string;
    readonly owedPeople: number;
    readonly paidThisMonthFen: string;
    readonly closedThisMonth: number;
  };
  /** Last 12 months: warnings raised and closed. */
  readonly trend: readonly { readonly month: string; readonly raised: number; readonly closed: number }[];
  /** One level below the reader's own region. */
  readonly places: readonly { readonly code: string; readonly name: string; readonly open: number; readonly red: number; readonly owedFen: string }[];
}

export interface CitedArticle {
  readonly instrument: string;
  readonly fullTitle: string;
  readonly article: string;
  /** The words of the law as held; null when only the reference is held. */
  readonly text: string | null;
  /** 大意, in our words, where the law's own are not held. */
  readonly gist: string | null;
  readonly evidence: string;
}

export interface WarningPage {
  readonly warning: WarningRow;
  readonly title: string;
  readonly says: string;
  readonly values: readonly { readonly label: string; readonly value: string; readonly unit: string; readonly threshold: string | null }[];
  readonly clears: string;
  readonly articles: readonly CitedArticle[];
  /** What may follow, each with the step that must come before it. */
  readonly consequences: readonly { readonly says: string; readonly before: string; readonly basis: string }[];
  readonly interpretation: string | null;
  readonly needsLegalReview: boolean;
  readonly provisional: boolean;
  readonly parameters: readonly { readonly id: string; readonly name: string; readonly value: string; readonly basis: string }[];
  readonly ruleTitle: string;
  readonly dutyName: string;
  /** Rows behind: a heading, a count and the API to fetch them. */
  readonly rows: readonly { readonly title: string; readonly count: number; readonly href: string; readonly screen: string }[];
  readonly steps: readonly {
    readonly id: string;
    readonly step: string;
    readonly title: string;
    readonly byName: string | null;
    readonly byRoleName: string | null;
    readonly happenedAt: string;
    readonly note: string | null;
    readonly evidence: readonly { readonly id: string; readonly fileName: string; readonly size: number }[];
  }[];
  /** Steps open to this person now, and the closed ones with the reason. */
  readonly open: readonly {
    readonly step: StepKind;
    readonly label: string;
    readonly needsNote: boolean;
    readonly needsEvidence: boolean;
    readonly basis: string | null;
  }[];
  readonly shut: readonly { readonly step: StepKind; readonly label: string; readonly why: string }[];
  readonly closeReasons: readonly { readonly reason: CloseReason; readonly name: string }[];
  readonly relatedOpen: number;
  /** People it may be assigned to, when this person may assign. */
  readonly assignees: readonly { readonly accountId: string; readonly name: string; readonly roleName: string }[];
}

/**
 * `GET /api/warnings/:id` → WarningPage.
 * `POST /api/warnings/:id/steps` multipart or JSON {step, note?, reason?, assigneeId?, commandId, files[]} → WarningPage; 409/422 Problem when refused.
 * `GET /api/warnings/:id/evidence/:evidenceId` → the file (as attachment).
 */
export interface StepCommand {
  readonly step: StepKind;
  readonly note?: string;
  readonly reason?: CloseReason;
  readonly assigneeId?: string;
  /** Client-made id: repeating it changes nothing. */
  readonly commandId: string;
}
