import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { guaranteeAdequate } from './dep-10-guarantee-adequate.ts';

const good = { amountFen: '60000000', dueFen: '60000000', isIrrevocable: true, isOnDemand: true, isForAuthority: true };

describe('保证金规定第十五条、第十六条「保函担保金额不得低于按规定比例计算应存储的工资保证金数额」「保函性质为不可撤销见索即付保函」', () => {
  it.each([
    { why: 'the amount exactly', facts: good, expected: 'none' },
    { why: 'a fen more', facts: { ...good, amountFen: '60000001' }, expected: 'none' },
    { why: 'a fen less', facts: { ...good, amountFen: '59999999' }, expected: 3 },
    { why: 'revocable', facts: { ...good, isIrrevocable: false }, expected: 3 },
    { why: 'not on demand', facts: { ...good, isOnDemand: false }, expected: 3 },
    { why: 'for somebody else', facts: { ...good, isForAuthority: false }, expected: 3 },
    { why: 'one fault is enough', facts: { isOnDemand: false }, expected: 3 },
    { why: 'nobody read the beneficiary', facts: { ...good, isForAuthority: null }, expected: 'cannot-determine' },
    { why: 'nobody knows what is due', facts: { ...good, dueFen: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(guaranteeAdequate, row));

  it('names every fault; trap: the fine and the order to stop work follow an order that was not obeyed', () => {
    expect(matterFinding(guaranteeAdequate, { ...good, amountFen: '50000000', isOnDemand: false }).says).toBe(
      '总包单位提交的工资保证金保函担保金额 500,000 元 低于应存的 600,000 元，不是见索即付',
    );
    const [consequence] = guaranteeAdequate.consequences ?? [];
    expect(consequence?.before).toContain('责令限期改正，逾期不改正');
    expect(consequence?.says).toContain('责令项目停工，并处5万元以上10万元以下的罚款');
  });
});
