import type { Face, Permission, Role } from './wire.ts';

/** Which database role carries a role's sight, and what bounds it. */
type Sight =
  | { readonly databaseRole: 'app_official' | 'app_auditor'; readonly bound: 'region' }
  | { readonly databaseRole: 'app_regulator'; readonly bound: 'region-and-industry' }
  | { readonly databaseRole: 'app_enterprise'; readonly bound: 'enterprise' }
  | { readonly databaseRole: 'app_admin'; readonly bound: 'none' };

export interface RolePolicy {
  /** What people call it. */
  readonly name: string;
  readonly face: Face;
  readonly sight: Sight;
  readonly may: readonly Permission[];
}

const OFFICIAL: Sight = { databaseRole: 'app_official', bound: 'region' };
const ENTERPRISE: Sight = { databaseRole: 'app_enterprise', bound: 'enterprise' };

/**
 * Who may do what, and whose data they see: the whole policy in one table. That the one who verifies is not the one who
 * handled is the warnings' own rule; here stands only who may take the step at all.
 */
export const ROLES: Readonly<Record<Role, RolePolicy>> = {
  'wage-officer': {
    name: '劳资专管员',
    face: 'enterprise',
    sight: ENTERPRISE,
    may: ['import.records', 'import.undo', 'warning.handle', 'worker.unmask', 'document.make', 'payment.see', 'payment.make', 'integration.manage'],
  },
  'enterprise-manager': {
    name: '企业负责人',
    face: 'enterprise',
    sight: ENTERPRISE,
    may: ['import.records', 'import.undo', 'warning.handle', 'document.make', 'payment.see', 'payment.make', 'payment.approve', 'integration.manage'],
  },
  'grid-worker': { name: '网格员', face: 'desk', sight: OFFICIAL, may: ['warning.acknowledge'] },
  'town-specialist': {
    name: '农民工服务专员',
    face: 'desk',
    sight: OFFICIAL,
    may: [
      'import.ledger',
      'import.records',
      'import.undo',
      'warning.acknowledge',
      'warning.handle',
      'warning.verify',
      'warning.close',
      'worker.unmask',
      'document.make',
      'document.serve',
      'payment.see',
    ],
  },
  inspector: {
    name: '监察员',
    face: 'desk',
    sight: OFFICIAL,
    may: [
      'import.ledger',
      'import.records',
      'import.undo',
      'warning.acknowledge',
      'warning.handle',
      'warning.verify',
      'warning.close',
      'worker.unmask',
      'document.make',
      'document.serve',
      'payment.see',
    ],
  },
  'inspection-chief': {
    name: '监察队长',
    face: 'desk',
    sight: OFFICIAL,
    may: [
      'import.ledger',
      'import.records',
      'import.undo',
      'warning.acknowledge',
      'warning.handle',
      'warning.verify',
      'warning.close',
      'warning.reopen',
      'warning.assign',
      'worker.unmask',
      'document.make',
      'document.serve',
      'document.template',
      'payment.see',
      'integration.manage',
    ],
  },
  'industry-regulator': {
    name: '行业主管部门',
    face: 'desk',
    sight: { databaseRole: 'app_regulator', bound: 'region-and-industry' },
    may: ['warning.acknowledge', 'payment.see'],
  },
  leader: { name: '分管领导', face: 'desk', sight: OFFICIAL, may: ['warning.assign', 'payment.see'] },
  auditor: { name: '审计员', face: 'desk', sight: { databaseRole: 'app_auditor', bound: 'region' }, may: ['audit.read'] },
  // Keeps accounts and sees no wage data: the database role reaches no table of the wage chain.
  administrator: { name: '系统管理员', face: 'desk', sight: { databaseRole: 'app_admin', bound: 'none' }, may: ['account.manage', 'clock.move'] },
};

const names = Object.keys(ROLES);

export function isRole(text: string): text is Role {
  return names.includes(text);
}
