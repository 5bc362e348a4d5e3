import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { simpleProcedure } from './case-27-simple-procedure.ts';

const spot = { onTheSpot: true, decidedOn: '2026-03-04', subject: 'unit' };

describe('《行政处罚法》第五十一条「对公民处以二百元以下、对法人或者其他组织处以三千元以下罚款或者警告」可以当场', () => {
  it.each([
    { why: 'a warning', facts: { ...spot, fine: '0' }, expected: 'none' },
    { why: 'a unit, 3,000 yuan: 以下 includes it', facts: { ...spot, fine: '300000' }, expected: 'none' },
    { why: 'a unit, a fen more', facts: { ...spot, fine: '300001' }, expected: 2 },
    { why: 'a person, 200 yuan', facts: { ...spot, subject: 'person', fine: '20000' }, expected: 'none' },
    { why: 'a person, a fen more', facts: { ...spot, subject: 'person', fine: '20001' }, expected: 2 },
    { why: 'not on the spot', facts: { onTheSpot: false }, expected: 'none' },
    { why: 'nobody knows whom', facts: { onTheSpot: true, decidedOn: '2026-03-04', fine: '300001' }, expected: 'cannot-determine' },
    { why: 'nobody knows how', facts: { fine: '300001' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(simpleProcedure, row));

  it('names both amounts', () => {
    expect(matterFinding(simpleProcedure, { ...spot, fine: '500000' }).says).toBe('主管部门3月4日当场对单位罚款 5,000 元，当场处罚不得超过 3,000 元');
  });
});
