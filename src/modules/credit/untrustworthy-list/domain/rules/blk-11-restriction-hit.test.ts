import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { restrictionHit } from './blk-11-restriction-hit.ts';

const asked = { decided: '2026-03-10', removed: 'not-yet', asked: '2026-05-11', field: 'bidding', response: 'passed' } as const;

describe('工资条例第四十八条「在政府资金支持、政府采购、招投标、融资贷款、市场准入、税收优惠、评优评先、交通出行等方面依法依规予以限制」', () => {
  it.each([
    { why: 'passed without a restriction', facts: asked, expected: 3 },
    { why: 'restricted and reported', facts: { ...asked, response: 'restricted', isReported: true }, expected: 'none' },
    { why: 'alerted and reported', facts: { ...asked, response: 'alerted', isReported: true }, expected: 'none' },
    { why: 'looked into, without ground to restrict, and reported', facts: { ...asked, response: 'baseless', isReported: true }, expected: 'none' },
    { why: 'looked into, without ground, not reported', facts: { ...asked, response: 'baseless', isReported: false }, expected: 3 },
    { why: 'restricted, not reported', facts: { ...asked, response: 'restricted', isReported: false }, expected: 3 },
    { why: 'before the listing', facts: { ...asked, asked: '2026-03-09' }, expected: 'none' },
    { why: 'on the day of the listing', facts: { ...asked, asked: '2026-03-10' }, expected: 3 },
    { why: 'after the removal', facts: { ...asked, removed: '2026-05-11' }, expected: 'none' },
    { why: 'the last day of three years', facts: { ...asked, decided: '2023-05-11' }, expected: 3 },
    { why: 'after three years', facts: { ...asked, decided: '2023-05-10' }, expected: 'none' },
    { why: 'nobody knows what the department did', facts: { ...asked, response: null }, expected: 'cannot-determine' },
    { why: 'nobody knows whether it was reported', facts: { ...asked, response: 'restricted' }, expected: 'cannot-determine' },
    { why: 'nothing stated', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(restrictionHit, row));

  it('says what was asked for', () => {
    expect(matterFinding(restrictionHit, asked)).toMatchObject({
      says: '失信联合惩戒对象5月11日申请办理招投标事项，办理部门没有核查限制、照常办理',
      dueOn: '2026-05-11',
      duty: 'department',
    });
  });
});
