import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { accountDepositRoster } from './pen-55-account-deposit-roster.ts';

const ordered = { violation: '55-2', orderServedOn: '2026-03-02', orderDueOn: '2026-03-10', correctedOn: 'not-yet', serious: false };

describe('《保障农民工工资支付条例》第五十五条「逾期不改正的，责令项目停工，并处5万元以上10万元以下的罚款；情节严重的」', () => {
  it.each([
    { why: 'no order, no fine', facts: { violation: '55-2', orderServedOn: 'not-yet' }, expected: 'none' },
    { why: 'the last day of the order', facts: ordered, on: '2026-03-10', expected: 'none' },
    { why: 'the day after', facts: ordered, on: '2026-03-11', expected: 4 },
    { why: 'corrected in time', facts: { ...ordered, correctedOn: '2026-03-10' }, expected: 'none' },
    { why: 'corrected late', facts: { ...ordered, correctedOn: '2026-03-11' }, expected: 4 },
    { why: 'who ran no real-name system must be said', facts: { ...ordered, violation: '55-3' }, expected: 'cannot-determine' },
    { why: 'a subcontractor may be', facts: { ...ordered, violation: '55-3', party: 'subcontractor' }, expected: 4 },
    { why: 'nobody knows of an order', facts: { violation: '55-1' }, expected: 'cannot-determine' },
    { why: 'nobody said which item', facts: { ...ordered, violation: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(accountDepositRoster, row));

  it('stops the work and fines the unit, no person', () => {
    const found = matterFinding(accountDepositRoster, ordered, '2026-03-11');
    expect(found).toMatchObject({
      says: '施工总承包单位未按规定存储工资保证金或者未提供金融机构保函，3月2日责令在3月10日前（含当日）改正，至今未改正；可以责令项目停工，并处 50,000 元以上 100,000 元以下罚款',
      duty: 'general-contractor',
      dueOn: '2026-03-10',
    });
    expect(found.values).toHaveLength(2);
    expect(matterFinding(accountDepositRoster, { ...ordered, violation: '55-3', party: 'subcontractor' }).duty).toBe('subcontractor');
  });

  it('leaves it to the head whether it is serious', () => {
    expect(matterFinding(accountDepositRoster, { ...ordered, serious: null }).says).toContain('是否情节严重由负责人认定');
    expect(matterFinding(accountDepositRoster, { ...ordered, serious: true }).says).toContain('情节严重，给予限制承接新工程、降低资质等级、吊销资质证书等处罚');
    expect(matterFinding(accountDepositRoster, ordered).says).not.toContain('情节严重');
  });
});
