import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { ownerMoney } from './pen-57-owner-money.ts';

const ordered = { violation: '57-2', orderServedOn: '2026-03-02', orderDueOn: '2026-03-10', correctedOn: 'not-yet' };

describe('《保障农民工工资支付条例》第五十七条「逾期不改正的，责令项目停工，并处5万元以上10万元以下的罚款」', () => {
  it.each([
    { why: 'no order, no fine', facts: { violation: '57-2', orderServedOn: 'not-yet' }, expected: 'none' },
    { why: 'the last day of the order', facts: ordered, on: '2026-03-10', expected: 'none' },
    { why: 'the day after', facts: ordered, on: '2026-03-11', expected: 4 },
    { why: 'corrected in time', facts: { ...ordered, correctedOn: '2026-03-10' }, expected: 'none' },
    { why: 'corrected late', facts: { ...ordered, correctedOn: '2026-03-11' }, expected: 4 },
    { why: 'who withheld the papers must be said', facts: { ...ordered, violation: '57-3' }, expected: 'cannot-determine' },
    { why: 'the general contractor may be', facts: { ...ordered, violation: '57-3', party: 'general-contractor' }, expected: 4 },
    { why: 'nobody knows of an order', facts: { violation: '57-1' }, expected: 'cannot-determine' },
    { why: 'nobody said which item', facts: { ...ordered, violation: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(ownerMoney, row));

  it('stops the work; the interview of a government project comes in addition', () => {
    expect(matterFinding(ownerMoney, ordered, '2026-03-11')).toMatchObject({
      says: '建设单位未按约定及时足额拨付工程款中的人工费用，3月2日责令在3月10日前（含当日）改正，至今未改正；可以责令项目停工，并处 50,000 元以上 100,000 元以下罚款',
      duty: 'project-owner',
      dueOn: '2026-03-10',
      consequences: [
        { says: '责令项目停工，并处5万元以上10万元以下的罚款' },
        { says: '县级以上地方人民政府限制其新建项目，记入信用记录并公示' },
        { says: '约谈建设单位负责人，作为业绩考核等的依据' },
      ],
    });
    const contractor = matterFinding(ownerMoney, { ...ordered, violation: '57-3', party: 'general-contractor' }, '2026-03-11');
    expect(contractor.consequences?.map(({ says }) => says)).toEqual(['责令项目停工，并处5万元以上10万元以下的罚款']);
  });
});
