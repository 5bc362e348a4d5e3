import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { unlicensedDispatch } from './liab-07-unlicensed-dispatch.ts';

const sent = { owedFen: '12345600', dispatcher: 'unlicensed' };

describe('工资条例第十八条「未依法取得劳务派遣许可证的单位派遣的农民工，拖欠农民工工资的，由用工单位清偿，并可以依法进行追偿」', () => {
  it.each([
    { why: 'no licence', facts: sent, expected: 3 },
    { why: 'a person', facts: { ...sent, dispatcher: 'person' }, expected: 3 },
    { why: 'a unit that may not operate', facts: { ...sent, dispatcher: 'unqualified-unit' }, expected: 3 },
    { why: 'a licensed dispatcher', facts: { ...sent, dispatcher: 'licensed' }, expected: 'none' },
    { why: 'no dispatch', facts: { ...sent, dispatcher: 'none' }, expected: 'none' },
    { why: 'nobody looked', facts: { ...sent, dispatcher: null }, expected: 'cannot-determine' },
    { why: 'no arrears', facts: { ...sent, owedFen: '0' }, expected: 'none' },
  ] as const)('$why', (row) => holdMatter(unlicensedDispatch, row));

  it('says so, with recourse', () =>
    expect(matterFinding(unlicensedDispatch, sent)).toMatchObject({
      says: '用工单位使用未取得劳务派遣许可证的单位派遣的农民工，拖欠工资，由用工单位清偿 123,456 元，再依法追偿',
      duty: 'user-unit',
    }));
});
