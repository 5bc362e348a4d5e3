import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { earlyRemovalOpen } from './blk-08-early-removal.ts';

const ready = { decided: '2025-06-01', corrected: '2026-01-15', committed: true, owedAgain: 'not-yet', criminal: 'none' } as const;

describe('失信名单办法第十二条「自改正之日起被列入失信联合惩戒名单满6个月的」', () => {
  it.each([
    { why: 'the six months are full at the end of the day', facts: ready, on: '2026-07-15', expected: 'none' },
    { why: 'the day after', facts: ready, on: '2026-07-16', expected: 0 },
    { why: 'corrected on 31 August: full on the last of February', facts: { ...ready, corrected: '2025-08-31' }, on: '2026-02-28', expected: 'none' },
    { why: 'and open on 1 March', facts: { ...ready, corrected: '2025-08-31' }, on: '2026-03-01', expected: 0 },
    { why: 'corrected on 31 December: full on 30 June', facts: { ...ready, corrected: '2025-12-31' }, on: '2026-06-30', expected: 'none' },
    { why: 'and open on 1 July', facts: { ...ready, corrected: '2025-12-31' }, on: '2026-07-01', expected: 0 },
    {
      why: 'corrected before the listing: six months of listing',
      facts: { ...ready, decided: '2026-03-10', corrected: '2026-01-15' },
      on: '2026-09-10',
      expected: 'none',
    },
    { why: 'and open the day after', facts: { ...ready, decided: '2026-03-10', corrected: '2026-01-15' }, on: '2026-09-11', expected: 0 },
    { why: 'no commitment', facts: { ...ready, committed: false }, expected: 'none' },
    { why: 'not corrected', facts: { ...ready, corrected: 'not-yet' }, expected: 'none' },
    { why: 'owed again while listed', facts: { ...ready, owedAgain: '2026-02-01' }, expected: 'none' },
    { why: 'a criminal case pending', facts: { ...ready, criminal: 'pending' }, expected: 'none' },
    { why: 'the listing is over', facts: { ...ready, decided: '2023-01-10', corrected: '2023-02-01' }, expected: 'none' },
    { why: 'nobody looked for new arrears', facts: { ...ready, owedAgain: null }, expected: 'cannot-determine' },
    { why: 'nobody knows of a commitment', facts: { ...ready, committed: null }, expected: 'cannot-determine' },
    { why: 'nothing stated', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(earlyRemovalOpen, row));

  it('says since when', () => {
    expect(matterFinding(earlyRemovalOpen, ready, '2026-07-16')).toMatchObject({
      says: '用人单位已经改正并作出书面信用承诺，自7月16日起可以申请提前移出失信联合惩戒名单',
      dueOn: '2026-07-16',
    });
  });
});
