import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { contractorClearsFirst } from './liab-02-contractor-clears-first.ts';

const owing = { owedFen: '12345600', hirer: 'subcontractor', isConstruction: true, letBy: 'general-contractor', isRelet: false };

describe('工资条例第三十条「分包单位拖欠农民工工资的，由施工总承包单位先行清偿，再依法进行追偿」', () => {
  it.each([
    { why: 'a subcontractor owes', facts: owing, expected: 3 },
    { why: 'whatever else is not known', facts: { owedFen: '1', hirer: 'subcontractor', isConstruction: true }, expected: 3 },
    { why: 'nothing is owed', facts: { ...owing, owedFen: '0' }, expected: 'none' },
    { why: 'its own workers: it pays as the employer, not in advance', facts: { ...owing, hirer: 'general-contractor' }, expected: 'none' },
    { why: 'the works were re-let whole', facts: { ...owing, hirer: 'other', isRelet: true }, expected: 3 },
    { why: 'they were not', facts: { ...owing, hirer: 'other' }, expected: 'none' },
    { why: 'nobody knows', facts: { ...owing, hirer: 'other', isRelet: null }, expected: 'cannot-determine' },
    { why: 'the subcontractor passed it on to a person', facts: { ...owing, hirer: 'person', letBy: 'subcontractor' }, expected: 3 },
    { why: 'the contractor itself passed it to a person: that is article 36', facts: { ...owing, hirer: 'person' }, expected: 'none' },
    { why: 'nobody knows who passed it on', facts: { ...owing, hirer: 'person', letBy: null }, expected: 'cannot-determine' },
    { why: 'not construction', facts: { ...owing, isConstruction: false }, expected: 'none' },
  ] as const)('$why', (row) => holdMatter(contractorClearsFirst, row));

  it('trap: no cap; the full amount, due by the order', () => {
    expect(matterFinding(contractorClearsFirst, { ...owing, orderedBy: '2026-11-16' })).toMatchObject({
      says: '分包单位拖欠农民工工资，由施工总承包单位先行清偿 123,456 元（全额，不设上限），再依法追偿',
      amountFen: 12_345_600n,
      dueOn: '2026-11-16',
      duty: 'general-contractor',
    });
    expect(matterFinding(contractorClearsFirst, { ...owing, owedFen: '999999999999' }).amountFen).toBe(999_999_999_999n);
    expect(matterFinding(contractorClearsFirst, { ...owing, hirer: 'other', isRelet: true }).says).toContain('工程转包，拖欠农民工工资');
  });
});
