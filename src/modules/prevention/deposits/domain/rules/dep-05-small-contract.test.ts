import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { aPlace } from '../../../../../../test/builders/deposits.ts';
import { smallContract } from './dep-05-small-contract.ts';

const place = aPlace({ 'deposit.small-exempt': true });
const contract = { contractFen: '299999999', signedOn: '2026-03-02', isListed: false, record: [] };
const owed = (beganOn: string, endedOn: string, more = {}) => ({ kind: 'arrears', inArea: true, beganOn, endedOn, ...more });

describe('保证金规定第十一条第三款「施工合同额低于300万元的工程，且……在签订施工合同前一年内承建的工程未发生工资拖欠的，各地区可……免除」', () => {
  it.each([
    { why: 'trap: the exemption is not automatic; the place has said nothing', facts: contract, expected: 'cannot-determine' },
    { why: '2,999,999.99 yuan', facts: contract, place, expected: 0 },
    { why: 'trap: 低于 excludes 3,000,000.00', facts: { ...contract, contractFen: '300000000' }, place, expected: 'none' },
    { why: '3,000,000.01', facts: { ...contract, contractFen: '300000001' }, place, expected: 'none' },
    { why: 'the place does not grant it', facts: contract, place: aPlace({ 'deposit.small-exempt': false }), expected: 'none' },
    { why: 'a day more than a year ago', facts: { ...contract, record: [owed('2025-01-05', '2025-03-01')] }, place, expected: 0 },
    { why: 'a year ago exactly: still inside', facts: { ...contract, record: [owed('2025-01-05', '2025-03-02')] }, place, expected: 'none' },
    { why: 'elsewhere counts too', facts: { ...contract, record: [owed('2025-12-01', '2025-12-20', { inArea: false })] }, place, expected: 'none' },
    { why: 'not cleared yet', facts: { ...contract, record: [owed('2023-01-05', 'not-yet')] }, place, expected: 'none' },
    { why: 'after the contract: not before it', facts: { ...contract, record: [owed('2026-03-03', 'not-yet')] }, place, expected: 0 },
    {
      why: 'another violation',
      facts: { ...contract, record: [{ kind: 'other', inArea: true, beganOn: '2026-01-05', endedOn: 'not-yet' }] },
      place,
      expected: 0,
    },
    { why: 'listed', facts: { ...contract, isListed: true }, place, expected: 'none' },
    { why: 'nobody looked at the record', facts: { ...contract, record: null }, place, expected: 'cannot-determine' },
    {
      why: 'an old case, nobody knows when it was cleared',
      facts: { ...contract, record: [{ kind: 'arrears', beganOn: '2023-01-05' }] },
      place,
      expected: 'cannot-determine',
    },
  ] as const)('$why', (row) => holdMatter(smallContract, row));

  it('says so', () =>
    expect(matterFinding(smallContract, contract, undefined, place).says).toBe(
      '合同额 2,999,999.99 元 低于 3,000,000 元，签订合同前一年内没有发生拖欠，按本地规定可以免存工资保证金',
    ));
});
