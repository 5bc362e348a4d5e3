import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { ownerAdvance } from './liab-03-owner-advances.ts';

const late = { owedFen: '50000000', isConstruction: true, isOwnerLate: true, isOwnerCause: true, projectFen: '1000000000', projectPaidFen: '960000000' };

describe('工资条例第二十九条第二款「建设单位应当以未结清的工程款为限先行垫付被拖欠的农民工工资」', () => {
  it.each([
    { why: 'late, and that is why', facts: late, expected: 3 },
    { why: 'a fen is unpaid', facts: { ...late, projectPaidFen: '999999999' }, expected: 3 },
    { why: 'all is paid', facts: { ...late, projectPaidFen: '1000000000' }, expected: 'none' },
    { why: 'more than all', facts: { ...late, projectPaidFen: '1000000001' }, expected: 'none' },
    { why: 'paid as agreed', facts: { ...late, isOwnerLate: false }, expected: 'none' },
    { why: 'late, but not the cause', facts: { ...late, isOwnerCause: false }, expected: 'none' },
    { why: 'the cause is for a person to say', facts: { ...late, isOwnerCause: null }, expected: 'needs-person' },
    { why: 'no arrears', facts: { ...late, owedFen: '0' }, expected: 'none' },
    { why: 'not construction', facts: { ...late, isConstruction: false }, expected: 'none' },
    { why: 'nobody knows what was paid', facts: { ...late, projectPaidFen: null }, expected: 'cannot-determine' },
    { why: 'nobody knows what is due', facts: { ...late, projectFen: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(ownerAdvance, row));

  it('trap: capped at the project money not yet settled', () => {
    expect(matterFinding(ownerAdvance, late)).toMatchObject({
      says: '因建设单位未按照合同约定及时拨付工程款导致拖欠，由建设单位先行垫付 400,000 元（以未结清的工程款 400,000 元 为限）',
      amountFen: 40_000_000n,
      values: [{ value: 40_000_000n, threshold: 40_000_000n }],
      duty: 'project-owner',
    });
    expect(matterFinding(ownerAdvance, { ...late, projectPaidFen: '950000000' }).amountFen).toBe(50_000_000n);
    expect(matterFinding(ownerAdvance, { ...late, projectPaidFen: '949999999' }).amountFen).toBe(50_000_000n);
    expect(matterFinding(ownerAdvance, { ...late, projectPaidFen: '950000001' }).amountFen).toBe(49_999_999n);
  });
});
