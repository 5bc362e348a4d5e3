import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { letToUnqualified } from './liab-04-let-to-unqualified.ts';

const let36 = { owedFen: '12345600', isConstruction: true, hirer: 'person', letBy: 'owner' };

describe('工资条例第三十六条第一款「发包或者分包给个人或者不具备合法经营资格的单位，导致拖欠农民工工资的，由建设单位或者施工总承包单位清偿」', () => {
  it.each([
    { why: 'the owner to a person', facts: let36, expected: 3 },
    { why: 'the general contractor to a unit that may not operate', facts: { ...let36, letBy: 'general-contractor', hirer: 'unqualified-unit' }, expected: 3 },
    { why: 'to a lawful subcontractor', facts: { ...let36, letBy: 'general-contractor', hirer: 'subcontractor' }, expected: 'none' },
    { why: 'by a subcontractor: not this article', facts: { ...let36, letBy: 'subcontractor' }, expected: 'none' },
    { why: 'not construction', facts: { ...let36, isConstruction: false }, expected: 'none' },
    { why: 'no arrears', facts: { ...let36, owedFen: '0' }, expected: 'none' },
    { why: 'nobody knows who let it', facts: { ...let36, letBy: null }, expected: 'cannot-determine' },
    { why: 'nobody knows who hired', facts: { ...let36, hirer: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(letToUnqualified, row));

  it('names the one that let', () => {
    expect(matterFinding(letToUnqualified, let36)).toMatchObject({
      says: '建设单位将建设工程发包或者分包给个人，导致拖欠，由建设单位清偿 123,456 元',
      duty: 'project-owner',
    });
    expect(matterFinding(letToUnqualified, { ...let36, letBy: 'general-contractor' }).duty).toBe('general-contractor');
  });
});
