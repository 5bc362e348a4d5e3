import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { aPlace } from '../../../../../../test/builders/deposits.ts';
import { cleanExemption } from './dep-07-clean-exemption.ts';

const place = aPlace({ 'deposit.exempt-clean': true });
const good = { storingOn: '2026-03-02', firstStoredOn: '2023-03-01', isListed: false, record: [], keepsRealName: true, keepsAccount: true };

describe('保证金规定第十二条（大意）「连续3年未拖欠并落实实名制和专用账户的可免除」', () => {
  it.each([
    { why: 'the place has said nothing', facts: good, expected: 'cannot-determine' },
    { why: 'the place does not grant it', facts: good, place: aPlace({ 'deposit.exempt-clean': false }), expected: 'none' },
    { why: 'three years are full', facts: good, place, expected: 0 },
    { why: 'the corresponding day', facts: { ...good, firstStoredOn: '2023-03-02' }, place, expected: 'none' },
    { why: 'a day short', facts: { ...good, firstStoredOn: '2023-03-03' }, place, expected: 'none' },
    { why: 'no real names', facts: { ...good, keepsRealName: false }, place, expected: 'none' },
    { why: 'no special account', facts: { ...good, keepsAccount: false }, place, expected: 'none' },
    { why: 'listed', facts: { ...good, isListed: true }, place, expected: 'none' },
    {
      why: 'arrears in the third year',
      facts: { ...good, record: [{ kind: 'arrears', inArea: true, beganOn: '2023-04-01', endedOn: '2023-04-20' }] },
      place,
      expected: 'none',
    },
    { why: 'nobody checked the real names', facts: { ...good, keepsRealName: null }, place, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(cleanExemption, row));

  it('says so', () =>
    expect(matterFinding(cleanExemption, good, undefined, place).says).toBe(
      '总包单位自 2023-03-01 在本地区存储工资保证金后连续3年没有发生拖欠，并落实实名制和专用账户，新增工程按本地规定可以免存',
    ));
});
