import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { illegalProject } from './liab-06-illegal-project.ts';

const illegal = { owedFen: '12345600', isConstruction: true, isIllegalProject: true, isIllegalityCause: true };

describe('工资条例第三十七条「违反国土空间规划、工程建设等法律法规，导致拖欠农民工工资的，由建设单位清偿」', () => {
  it.each([
    { why: 'illegal, and that is why', facts: illegal, expected: 3 },
    { why: 'illegal, but not the cause', facts: { ...illegal, isIllegalityCause: false }, expected: 'none' },
    { why: 'the cause is for a person to say', facts: { ...illegal, isIllegalityCause: null }, expected: 'needs-person' },
    { why: 'lawful', facts: { ...illegal, isIllegalProject: false }, expected: 'none' },
    { why: 'no decision known', facts: { ...illegal, isIllegalProject: null }, expected: 'cannot-determine' },
    { why: 'no arrears', facts: { ...illegal, owedFen: '0' }, expected: 'none' },
    { why: 'nobody counted', facts: { ...illegal, owedFen: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(illegalProject, row));

  it('says so', () =>
    expect(matterFinding(illegalProject, illegal)).toMatchObject({
      says: '工程违反国土空间规划、工程建设等法律法规，导致拖欠，由建设单位清偿 123,456 元',
      duty: 'project-owner',
    }));
});
