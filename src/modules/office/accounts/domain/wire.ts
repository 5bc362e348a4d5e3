/** What travels between server and faces about who is signed in. Money is a decimal string of fen, days are YYYY-MM-DD, moments ISO with Z. */

export type Role =
  | 'wage-officer' // 劳资专管员
  | 'enterprise-manager' // 企业负责人
  | 'grid-worker' // 网格员
  | 'town-specialist' // 农民工服务专员
  | 'inspector' // 监察员
  | 'inspection-chief' // 监察队长
  | 'industry-regulator' // 行业主管部门
  | 'leader' // 分管领导
  | 'auditor' // 审计员
  | 'administrator'; // 系统管理员

export type Face = 'desk' | 'enterprise';

/** `GET /api/me`: 200, or 401 with a Problem when nobody is signed in. */
export interface Me {
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly roleName: string;
  readonly organisation: string;
  readonly regionCode: string | null;
  readonly regionName: string | null;
  readonly enterpriseId: string | null;
  readonly face: Face;
  /** What this person may do: data the screens read to show or explain a button. */
  readonly may: readonly Permission[];
  readonly mustChangePassword: boolean;
  /** The civil day by the product's clock, so that "today" means the same on both sides. */
  readonly today: string;
  readonly profileName: string;
  readonly isDemo: boolean;
}

export type Permission =
  | 'import.ledger'
  | 'import.records' // roster, attendance, payroll, flows
  | 'import.undo'
  | 'warning.acknowledge'
  | 'warning.handle' // reply with evidence
  | 'warning.verify' // second person
  | 'warning.close'
  | 'warning.reopen'
  | 'warning.assign'
  | 'payment.see' // 工资代发
  | 'payment.make' // make, check, send a batch; read result files
  | 'payment.approve' // second person
  | 'worker.unmask' // look at an identity number; logged
  | 'document.make' // make, correct and withdraw documents
  | 'document.serve' // record that a document was served
  | 'document.template' // change templates and the office's own entry
  | 'integration.manage' // apps, keys and messages of other systems
  | 'audit.read'
  | 'account.manage'
  | 'clock.move'; // demos and tests only

/** `POST /api/session` {login, password} → 204 and a cookie, or Problem login-refused / login-locked. `DELETE /api/session` → 204. */
export interface SignIn {
  readonly login: string;
  readonly password: string;
}

/** `POST /api/me/password` {current, next} → 204. */
export interface PasswordChange {
  readonly current: string;
  readonly next: string;
}

/** `GET /api/demo-accounts`: only in the demo. */
export interface DemoAccount {
  readonly login: string;
  readonly password: string;
  readonly name: string;
  readonly roleName: string;
  readonly organisation: string;
}

/** Every refusal and failure of the API. `says` is Chinese and tells what to do next. */
export interface Problem {
  readonly code: string;
  readonly says: string;
  readonly fields?: readonly { readonly path: string; readonly says: string }[];
  readonly reference?: string;
}
