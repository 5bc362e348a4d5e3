import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { noMisuse } from './dep-21-no-misuse.ts';

const proper = { isWaivedWithoutBasis: false, storedFen: '60000000', dueFen: '60000000', isDiverted: false, isReturnDelayed: false };

describe('保证金规定第二十六条（大意）「对擅自减免、超限额收取、挪用、无故不及时返还的，追究责任」', () => {
  it.each([
    { why: 'what is due exactly', facts: proper, expected: 'none' },
    { why: 'a fen less is the contractor’s fault, not the authority’s', facts: { ...proper, storedFen: '59999999' }, expected: 'none' },
    { why: 'a fen more', facts: { ...proper, storedFen: '60000001' }, expected: 3 },
    { why: 'waived', facts: { ...proper, isWaivedWithoutBasis: true }, expected: 3 },
    { why: 'diverted', facts: { ...proper, isDiverted: true }, expected: 3 },
    { why: 'kept back', facts: { ...proper, isReturnDelayed: true }, expected: 3 },
    { why: 'one is enough', facts: { isDiverted: true }, expected: 3 },
    { why: 'not all was looked at', facts: { ...proper, isDiverted: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(noMisuse, row));

  it('says what and how much', () =>
    expect(matterFinding(noMisuse, { ...proper, storedFen: '70000000', isReturnDelayed: true })).toMatchObject({
      says: '属地人力资源社会保障部门管理工资保证金超限额收取 100,000 元、无故不及时返还',
      amountFen: 10_000_000n,
    }));
});
