import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { removalCheck } from './blk-10-removal-check.ts';

const applied = { applied: '2026-03-02', decided: 'not-yet' } as const;

describe('失信名单办法第十四条第二款「自收到用人单位提前移出失信联合惩戒名单申请之日起15个工作日内予以核实」', () => {
  it.each([
    { why: 'the last day', facts: applied, on: '2026-03-23', expected: 'none' },
    { why: 'the day after', facts: applied, on: '2026-03-24', expected: 2 },
    { why: 'across 中秋 and 国庆, the last day', facts: { ...applied, applied: '2026-09-21' }, on: '2026-10-19', expected: 'none' },
    { why: 'across 中秋 and 国庆, over', facts: { ...applied, applied: '2026-09-21' }, on: '2026-10-20', expected: 2 },
    { why: 'decided in time', facts: { ...applied, decided: '2026-03-23' }, expected: 'none' },
    { why: 'decided late', facts: { ...applied, decided: '2026-03-24' }, expected: 2 },
    { why: 'no application', facts: { applied: 'not-yet' }, expected: 'none' },
    { why: 'nobody knows whether it was decided', facts: { applied: '2026-03-02' }, expected: 'cannot-determine' },
    { why: 'nothing stated', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(removalCheck, row));

  it('says since when', () => {
    expect(matterFinding(removalCheck, applied, '2026-03-24')).toMatchObject({
      says: '主管部门3月2日收到提前移出申请，应当在3月23日前（含当日）核实并作出决定，至今未核实并作出决定',
      dueOn: '2026-03-23',
    });
  });
});
