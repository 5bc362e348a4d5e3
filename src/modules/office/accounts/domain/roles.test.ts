import { describe, expect, it } from 'vitest';
import { type Post, type Role, ROLES, scopeOf } from './index.ts';
import type { Permission } from './wire.ts';

/** Written out by hand, so that a slip in the table shows here. */
const EXPECTED: Record<Role, { sees: string; may: Permission[] }> = {
  'wage-officer': {
    sees: 'app_enterprise',
    may: ['document.make', 'import.records', 'import.undo', 'integration.manage', 'payment.make', 'payment.see', 'warning.handle', 'worker.unmask'],
  },
  'enterprise-manager': {
    sees: 'app_enterprise',
    may: ['document.make', 'import.records', 'import.undo', 'integration.manage', 'payment.approve', 'payment.make', 'payment.see', 'warning.handle'],
  },
  'grid-worker': { sees: 'app_official', may: ['warning.acknowledge'] },
  'town-specialist': {
    sees: 'app_official',
    may: [
      'document.make',
      'document.serve',
      'import.ledger',
      'import.records',
      'import.undo',
      'payment.see',
      'warning.acknowledge',
      'warning.close',
      'warning.handle',
      'warning.verify',
      'worker.unmask',
    ],
  },
  inspector: {
    sees: 'app_official',
    may: [
      'document.make',
      'document.serve',
      'import.ledger',
      'import.records',
      'import.undo',
      'payment.see',
      'warning.acknowledge',
      'warning.close',
      'warning.handle',
      'warning.verify',
      'worker.unmask',
    ],
  },
  'inspection-chief': {
    sees: 'app_official',
    may: [
      'document.make',
      'document.serve',
      'document.template',
      'import.ledger',
      'import.records',
      'import.undo',
      'integration.manage',
      'payment.see',
      'warning.acknowledge',
      'warning.assign',
      'warning.close',
      'warning.handle',
      'warning.reopen',
      'warning.verify',
      'worker.unmask',
    ],
  },
  'industry-regulator': { sees: 'app_regulator', may: ['payment.see', 'warning.acknowledge'] },
  leader: { sees: 'app_official', may: ['payment.see', 'warning.assign'] },
  auditor: { sees: 'app_auditor', may: ['audit.read'] },
  administrator: { sees: 'app_admin', may: ['account.manage', 'clock.move'] },
};
const roles = Object.keys(EXPECTED).filter((role): role is Role => role in ROLES);
const FULL = { accountId: '7', regionCode: '371526', enterpriseId: '9', industry: '住建' };

describe('岗位决定看什么、做什么', () => {
  it('每个岗位都在表里，表里没有别的岗位', () => {
    expect(Object.keys(ROLES).sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(roles)('%s', (role) => {
    expect(ROLES[role].sight.databaseRole).toBe(EXPECTED[role].sees);
    expect([...ROLES[role].may].sort()).toEqual(EXPECTED[role].may);
    expect(scopeOf({ ...FULL, role })).toMatchObject({ ok: true, value: { role: EXPECTED[role].sees } });
  });

  const boundless: { role: Role; without: Partial<Post>; refused: boolean }[] = roles.flatMap((role) => [
    { role, without: { regionCode: null }, refused: !['wage-officer', 'enterprise-manager', 'administrator'].includes(role) },
    { role, without: { regionCode: '' }, refused: !['wage-officer', 'enterprise-manager', 'administrator'].includes(role) },
    { role, without: { enterpriseId: null }, refused: ['wage-officer', 'enterprise-manager'].includes(role) },
    { role, without: { industry: null }, refused: role === 'industry-regulator' },
  ]);
  it.each(boundless)('$role 缺 $without：是否拒绝 $refused', ({ role, without, refused }) => {
    expect(scopeOf({ ...FULL, role, ...without }).ok).toBe(!refused);
  });
});
