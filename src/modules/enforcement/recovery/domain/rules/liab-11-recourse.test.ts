import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { recourse } from './liab-11-recourse.ts';

const paid = { payer: 'general-contractor', paidOn: '2026-10-12', paidFen: '12345600', openedOn: 'not-yet' };

describe('工资条例第三十条「先行清偿，再依法进行追偿」、第六十三条「应当依法……进行追偿」', () => {
  it.each([
    { why: 'paid, nothing opened', facts: paid, expected: 0 },
    { why: 'opened the same day', facts: { ...paid, openedOn: '2026-10-12' }, expected: 'none' },
    { why: 'opened later', facts: { ...paid, openedOn: '2026-11-02' }, expected: 'none' },
    { why: 'will be opened tomorrow', facts: { ...paid, openedOn: '2026-11-23' }, expected: 0 },
    { why: 'will be paid tomorrow', facts: { ...paid, paidOn: '2026-11-23' }, expected: 'none' },
    { why: 'nothing paid', facts: { ...paid, paidOn: 'not-yet' }, expected: 'none' },
    { why: 'nobody looked', facts: { ...paid, openedOn: null }, expected: 'cannot-determine' },
    { why: 'nobody knows who paid', facts: { ...paid, payer: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(recourse, row));

  it('says so', () =>
    expect(matterFinding(recourse, { ...paid, payer: 'government' })).toMatchObject({
      says: '人民政府（应急周转金）10月12日代付农民工工资 123,456 元，没有登记追偿事项',
      dueOn: '2026-10-12',
      duty: 'government',
      amountFen: 12_345_600n,
    }));
});
