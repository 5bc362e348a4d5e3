import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { subcontractorDirect } from './liab-01-subcontractor-direct.ts';

const owing = { owedFen: '12345600', hirer: 'subcontractor', isConstruction: true };

describe('工资条例第三十条第一款「分包单位对所招用农民工的实名制管理和工资支付负直接责任」', () => {
  it.each([
    { why: 'a subcontractor owes', facts: owing, expected: 0 },
    { why: 'a fen', facts: { ...owing, owedFen: '1' }, expected: 0 },
    { why: 'nothing is owed', facts: { ...owing, owedFen: '0' }, expected: 'none' },
    { why: 'the general contractor hired', facts: { ...owing, hirer: 'general-contractor' }, expected: 'none' },
    { why: 'a person hired', facts: { ...owing, hirer: 'person' }, expected: 'none' },
    { why: 'not construction', facts: { ...owing, isConstruction: false }, expected: 'none' },
    { why: 'nobody said which trade', facts: { ...owing, isConstruction: null }, expected: 'cannot-determine' },
    { why: 'nobody said who hired', facts: { ...owing, hirer: null }, expected: 'cannot-determine' },
    { why: 'nobody counted', facts: { ...owing, owedFen: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(subcontractorDirect, row));

  it('says who pays how much', () =>
    expect(matterFinding(subcontractorDirect, owing)).toMatchObject({
      says: '分包单位对所招用农民工的工资支付负直接责任，由分包单位清偿 123,456 元',
      amountFen: 12_345_600n,
      duty: 'subcontractor',
      owedTo: 'worker',
    }));
});
