import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { unlawfulOperator } from './liab-09-unlawful-operator.ts';

const unit = { owedFen: '12345600', hirer: 'unqualified-unit' };

describe('劳动合同法第九十三条「劳动者已经付出劳动的，该单位或者其出资人应当……支付劳动报酬」', () => {
  it.each([
    { why: 'no licence is no defence', facts: unit, expected: 2 },
    { why: 'a lawful employer: article 16', facts: { ...unit, hirer: 'other' }, expected: 'none' },
    { why: 'a person is no unit', facts: { ...unit, hirer: 'person' }, expected: 'none' },
    { why: 'nobody looked into the register', facts: { ...unit, hirer: null }, expected: 'cannot-determine' },
    { why: 'no arrears', facts: { ...unit, owedFen: '0' }, expected: 'none' },
    { why: 'nobody counted', facts: { ...unit, owedFen: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(unlawfulOperator, row));

  it('says so', () =>
    expect(matterFinding(unlawfulOperator, unit).says).toBe('不具备合法经营资格的单位招用农民工，农民工已经付出劳动，由该单位或者其出资人清偿 123,456 元'));
});
