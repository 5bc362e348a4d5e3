import type { Role } from './wire.ts';

/** What travels about accounts, the audit trail, the clock and places. */

/** `GET /api/accounts?q=` → `{items}`; for the administrator. */
export interface AccountRow {
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly roleName: string;
  readonly organisation: string;
  readonly regionCode: string | null;
  readonly regionName: string | null;
  readonly enterpriseId: string | null;
  readonly industry: string | null;
  readonly mustChangePassword: boolean;
  readonly isDemo: boolean;
  readonly isDisabled: boolean;
}

/** `POST /api/accounts` → 201 OneTimePassword. */
export interface NewAccount {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
  readonly regionCode?: string | null;
  readonly enterpriseId?: string | null;
  readonly industry?: string | null;
}

/** Also `POST /api/accounts/:id/reset`. Shown once; its holder must change it at the first sign-in. `POST /api/accounts/:id/disable` and `/enable` → 204. */
export interface OneTimePassword {
  readonly accountId: string;
  readonly login: string;
  readonly password: string;
}

export interface AuditRow {
  readonly seq: string;
  readonly at: string;
  readonly actorName: string;
  readonly actorRole: string;
  readonly action: string;
  readonly object: string;
  readonly regionCode: string | null;
  readonly detail: unknown;
  /** The batch that sealed it; null for the last seconds. */
  readonly seal: string | null;
}

/** `GET /api/audit?actor=&action=&object=&from=YYYY-MM-DD&until=YYYY-MM-DD&page=1&size=50` */
export interface AuditPage {
  readonly items: readonly AuditRow[];
  /** Counted up to 10,000. */
  readonly total: number;
  readonly page: number;
  readonly size: number;
}

/** `GET /api/clock`; `POST /api/clock {day: 'YYYY-MM-DD' | null}` → the same, in the demo only. */
export interface ClockState {
  readonly today: string;
  readonly movedTo: string | null;
  readonly mayMove: boolean;
}

/** `GET /api/regions?parent=371526` → `{items}`; without parent the reader's own place. */
export interface Region {
  readonly code: string;
  readonly name: string;
  readonly level: 'province' | 'prefecture' | 'county' | 'town' | 'village';
  readonly parent: string | null;
  readonly hasParts: boolean;
}
