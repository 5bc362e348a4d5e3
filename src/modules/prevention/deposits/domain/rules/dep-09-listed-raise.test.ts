import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { listedRaise } from './dep-09-listed-raise.ts';

describe('保证金规定第十二条第二款「因拖欠农民工工资被纳入“严重失信主体名单”的，增幅不低于100%」', () => {
  it.each([
    { why: 'listed', facts: { isListed: true }, expected: 2 },
    { why: 'not, or no more', facts: { isListed: false }, expected: 'none' },
    { why: 'nobody looked', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(listedRaise, row));

  it('says by how much', () =>
    expect(matterFinding(listedRaise, { isListed: true }).says).toBe('总包单位在因拖欠农民工工资的严重失信主体名单上，存储比例应当提高100%'));
});
