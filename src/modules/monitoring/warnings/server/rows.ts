import { daysBetween, type CivilDate } from '#kernel/civil-date.ts';
import { ROLES, isRole, type Permission, type Role } from '#modules/office/accounts/domain/index.ts';
import type { SignedIn } from '#platform/http/index.ts';
import { labelFor, nextStepOf, STATE_NAMES, type Actor } from '../domain/index.ts';
import type { WarningRow } from '../domain/wire.ts';
import type { PlaceOf } from './place.ts';
import { LIFE_COLUMNS, type LifeRow, warningOf } from './store.ts';

/** A warning as lists read it: its life, and the words beside it. */
export interface ListedRow extends LifeRow {
  title: string;
  project_name: string;
  gc_name: string;
  region_name: string;
  month: string | null;
  act_by: CivilDate;
  owner_name: string | null;
}

export const LISTED_COLUMNS = `${LIFE_COLUMNS}, w.title, w.project_name, w.gc_name, w.month, w.act_by`;
/** Joined to the twenty rows of a page only. */
export const LISTED_JOINS = 'left join office.region r on r.code = w.region_code left join office.account a on a.id = w.owner_account_id';
export const JOINED_COLUMNS = "coalesce(r.name, '') as region_name, a.name as owner_name";

export function actorOf(who: SignedIn): Actor {
  return { accountId: who.accountId, role: roleOf(who.role), permissions: who.permissions.filter(isPermission) };
}

export function roleOf(role: string): Role {
  if (!isRole(role)) throw new Error(`not a role: ${role}`);
  return role;
}

const PERMISSIONS = new Set<string>(Object.values(ROLES).flatMap((role) => role.may));

function isPermission(name: string): name is Permission {
  return PERMISSIONS.has(name);
}

export function listed(row: ListedRow, actor: Actor, today: CivilDate, placeOf: PlaceOf): WarningRow {
  const warning = warningOf(row);
  const next = nextStepOf(warning, actor);
  return {
    id: row.id,
    title: row.title,
    says: row.says,
    level: row.level,
    levelName: placeOf(row.region_code).levelName(row.level),
    state: row.state,
    stateName: STATE_NAMES[row.state],
    standing: row.standing,
    isData: row.is_data,
    ruleCode: row.rule_code,
    projectId: row.project_id,
    projectName: row.project_name,
    gcName: row.gc_name,
    regionCode: row.region_code,
    regionName: row.region_name,
    month: row.month === null ? null : row.month.slice(0, 7),
    amountFen: row.amount_fen,
    people: row.people,
    dueOn: row.due_on,
    actBy: row.act_by,
    daysLeft: daysBetween(today, row.act_by),
    ownerRoleName: ROLES[row.owner_role].name,
    ownerName: row.owner_name,
    raisedOn: row.raised_on,
    nextStep: next === null ? null : { step: next, label: labelFor(next, actor.role) },
  };
}

/** Whose turn it is, as a condition on the rows of a scope. A parameter is bound only where the turn asks for it: PostgreSQL refuses one too many. */
export function turnOf(role: Role, roleParam: () => string, accountParam: () => string): string {
  switch (role) {
    case 'wage-officer':
    case 'enterprise-manager':
      return "w.state in ('raised', 'acknowledged')";
    case 'industry-regulator':
    case 'auditor':
    case 'administrator':
      return "w.state <> 'closed'";
    case 'leader':
      return `w.state <> 'closed' and (w.owner_role = ${roleParam()} or w.level = 4 or w.owner_account_id = ${accountParam()})`;
    case 'grid-worker':
    case 'town-specialist':
    case 'inspector':
    case 'inspection-chief':
      return `w.state <> 'closed' and ((w.owner_account_id is null and w.owner_role = ${roleParam()}) or w.owner_account_id = ${accountParam()})`;
  }
}
