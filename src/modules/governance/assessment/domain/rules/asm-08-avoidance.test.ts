import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { avoidance } from './asm-08-avoidance.ts';

const group = (unit: string | null, superiors: readonly string[] | null, assessed: string | null) => ({
  unit,
  superiors: superiors?.map((name) => ({ name })) ?? null,
  assessed,
});
const county = (assessed: string) => group('某县人社局', ['市人社局', '自治区人社厅'], assessed);

describe('广西「以下核上」「错开各自上级业务部门，跨部门…开展交叉考核」', () => {
  it.each([
    { why: 'an upper unit of another line', facts: { assignments: [county('自治区住建厅')] }, expected: 'none' },
    { why: 'the direct superior', facts: { assignments: [county('市人社局')] }, expected: 3 },
    { why: 'the superior of the superior', facts: { assignments: [county('自治区人社厅')] }, expected: 3 },
    { why: 'the own unit', facts: { assignments: [county('某县人社局')] }, expected: 3 },
    { why: 'one of two groups', facts: { assignments: [county('自治区住建厅'), county('市人社局')] }, expected: 3 },
    { why: 'superiors unknown', facts: { assignments: [group('某县人社局', null, '市人社局')] }, expected: 'cannot-determine' },
    { why: 'the own unit needs no superiors', facts: { assignments: [group('某县人社局', null, '某县人社局')] }, expected: 3 },
    { why: 'nobody assigned', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(avoidance, row));

  it('says which groups', () => {
    expect(matterFinding(avoidance, { assignments: [county('自治区住建厅'), county('市人社局'), county('某县人社局')] }).says).toBe(
      '考核分组中第 2 组考核自己的上级业务部门，第 3 组考核本单位，应当回避、调整分组',
    );
  });

  it('lets nobody assess the own unit or a superior', () => {
    const units = fc.constantFrom('甲', '乙', '丙', '丁');
    fc.assert(
      fc.property(units, fc.array(units, { maxLength: 3 }), units, (unit, superiors, assessed) => {
        const mayNot = unit === assessed || superiors.includes(assessed);
        expect(askMatter(avoidance, { assignments: [group(unit, superiors, assessed)] }).answer).toBe(mayNot ? 'finding' : 'none');
      }),
    );
  });
});
