import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { ownerAdvance } from './fund-20-owner-advance.ts';

const owed = { since: '2026-02-15', arrears: 50_000_000, isLate: true, isCause: true, unpaid: 80_000_000, advanced: 0, workers: 12 };

describe('《保障农民工工资支付条例》第二十九条第二款「建设单位应当以未结清的工程款为限先行垫付被拖欠的农民工工资」', () => {
  it.each([
    { why: 'arrears below the unpaid project money', facts: owed, expected: 3 },
    { why: 'no unpaid project money: nothing to advance', facts: { ...owed, unpaid: 0 }, expected: 'none' },
    { why: 'already advanced in full', facts: { ...owed, advanced: 50_000_000 }, expected: 'none' },
    { why: 'a fen still to advance', facts: { ...owed, advanced: 49_999_999 }, expected: 3 },
    { why: 'project money paid on time', facts: { ...owed, isLate: false }, expected: 'none' },
    { why: 'the arrears have another cause', facts: { ...owed, isCause: false }, expected: 'none' },
    { why: 'nobody has said what caused them', facts: { ...owed, isCause: null }, expected: 'needs-person' },
    { why: 'nothing to advance needs no judgment', facts: { ...owed, isCause: null, unpaid: 0 }, expected: 'none' },
    { why: 'no arrears', facts: { ...owed, arrears: 0 }, expected: 'none' },
    { why: 'arrears unknown', facts: { ...owed, arrears: null }, expected: 'cannot-determine' },
    { why: 'unpaid project money unknown', facts: { ...owed, unpaid: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(ownerAdvance, row));

  it("the owner's advance is capped at the unpaid project money, the general contractor's duty to clear first is not", () => {
    const found = matterFinding(ownerAdvance, { ...owed, unpaid: 30_000_000 });
    expect(found.says).toBe(
      '建设单位未按约定及时拨付工程款导致2月15日起拖欠农民工工资 500,000 元，应当以未结清的工程款 300,000 元 为限先行垫付，还应垫付 300,000 元；超出的 200,000 元 由施工总承包单位先行清偿，不受此限',
    );
    expect(found).toMatchObject({ amountFen: 30_000_000n, people: 12, dueOn: '2026-02-15', duty: 'project-owner', owedTo: 'worker' });
    expect(matterFinding(ownerAdvance, { ...owed, unpaid: 50_000_000 }).says).not.toContain('超出');
  });

  it('never asks for more than is unpaid, nor than is owed', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), fc.nat(1_000_000), (arrears, unpaid, advanced) => {
        const answer = askMatter(ownerAdvance, { ...owed, arrears, unpaid, advanced });
        if (answer.answer !== 'finding') return;
        expect(answer.amountFen <= BigInt(Math.min(arrears, unpaid))).toBe(true);
      }),
    );
  });

  it('keeps the interviews of a government project beside the liability', () => {
    expect(ownerAdvance.consequences?.map(({ basis }) => basis[0].article)).toEqual([42, 60]);
  });
});
