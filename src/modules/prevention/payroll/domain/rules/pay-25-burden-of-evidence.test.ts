import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { burdenOfEvidence } from './pay-25-burden-of-evidence.ts';

// The set day 2026-10-04 is a Sunday of the golden week: it moves to Thursday 10-08.
const asked = { isDisputed: true, setOn: '2026-10-04', contract: true, roster: true, ledger: true, payslips: true, claimed: 1_800_000, workers: 1 };

describe('《保障农民工工资支付条例》第五十条「用人单位应当提供依法由其保存的劳动合同、职工名册、工资支付台账和清单等材料；不提供的，依法承担不利后果」', () => {
  it.each([
    { why: 'all produced', facts: asked, expected: 'none' },
    { why: 'no contract', facts: { ...asked, contract: false }, expected: 2 },
    { why: 'no roster', facts: { ...asked, roster: false }, expected: 2 },
    { why: 'no ledger', facts: { ...asked, ledger: false }, expected: 2 },
    { why: 'no payslips', facts: { ...asked, payslips: false }, expected: 2 },
    { why: 'the set day, moved after the holiday', facts: { ...asked, ledger: false }, on: '2026-10-08', expected: 'none' },
    { why: 'the day after it', facts: { ...asked, ledger: false }, on: '2026-10-09', expected: 2 },
    { why: 'no dispute', facts: { ...asked, isDisputed: false, ledger: false }, expected: 'none' },
    { why: 'one unknown', facts: { ...asked, roster: null }, expected: 'cannot-determine' },
    { why: 'one unknown, another not produced', facts: { ...asked, roster: null, ledger: false }, expected: 2 },
    { why: 'no day was set', facts: { ...asked, setOn: null, ledger: false }, expected: 'cannot-determine' },
    { why: 'nobody knows whether there is a dispute', facts: { ...asked, isDisputed: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(burdenOfEvidence, row));

  it('says what may be taken as true', () => {
    const found = matterFinding(burdenOfEvidence, { ...asked, ledger: false, payslips: false });
    expect(found.says).toBe('用人单位到10月8日仍未提供工资支付台账、工资清单，应当承担不利后果，可以采信农民工主张的 18,000 元');
    expect(found).toMatchObject({ amountFen: 1_800_000n, dueOn: '2026-10-08', duty: 'employer', owedTo: 'worker' });
    expect(matterFinding(burdenOfEvidence, { ...asked, ledger: false, claimed: null }).says).toContain('可以采信农民工主张的数额');
  });
});
