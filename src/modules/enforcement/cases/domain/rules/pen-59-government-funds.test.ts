import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { governmentFunds } from './pen-59-government-funds.ts';

const ordered = {
  governmentFunds: true,
  approvedOn: '2026-03-02',
  orderedOn: '2026-03-03',
  dueOn: '2026-03-20',
  paidOn: 'not-yet',
  interviewedOn: 'not-yet',
};

describe('《保障农民工工资支付条例》第五十九条「报本级人民政府批准，责令限期足额拨付所拖欠的资金；逾期不拨付的，由上一级人民政府人力资源社会保障行政部门约谈」', () => {
  it.each([
    { why: 'approved before, within the time', facts: ordered, on: '2026-03-20', expected: 'none' },
    { why: 'the day after it', facts: ordered, on: '2026-03-21', expected: 4 },
    { why: 'a last day on a Saturday lasts to Monday', facts: { ...ordered, dueOn: '2026-03-21' }, on: '2026-03-23', expected: 'none' },
    { why: 'and is over on Tuesday', facts: { ...ordered, dueOn: '2026-03-21' }, on: '2026-03-24', expected: 4 },
    { why: 'approved on the day of the order', facts: { ...ordered, approvedOn: '2026-03-03' }, on: '2026-03-20', expected: 'none' },
    { why: 'approved the day after', facts: { ...ordered, approvedOn: '2026-03-04' }, on: '2026-03-20', expected: 4 },
    { why: 'never approved', facts: { ...ordered, approvedOn: 'not-yet' }, on: '2026-03-20', expected: 4 },
    { why: 'paid', facts: { ...ordered, paidOn: '2026-03-25' }, expected: 'none' },
    { why: 'interviewed and still unpaid', facts: { ...ordered, interviewedOn: '2026-04-01' }, expected: 4 },
    { why: 'not ordered yet', facts: { governmentFunds: true, orderedOn: 'not-yet' }, expected: 'none' },
    { why: 'no government money', facts: { governmentFunds: false }, expected: 'none' },
    { why: 'nobody knows whose money it is', facts: { orderedOn: '2026-03-03' }, expected: 'cannot-determine' },
    { why: 'nobody knows of an approval', facts: { ...ordered, approvedOn: null }, expected: 'cannot-determine' },
    { why: 'nobody knows whether it was paid', facts: { ...ordered, paidOn: null }, expected: 'cannot-determine' },
    { why: 'nobody knows of an interview', facts: { ...ordered, interviewedOn: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(governmentFunds, row));

  it('asks for the interview first, then for more; it never speaks of a fine', () => {
    const found = matterFinding(governmentFunds, ordered, '2026-03-21');
    expect(found).toMatchObject({
      says: '3月3日责令在3月20日前（含当日）足额拨付政府投资资金，逾期未拨付；应当由上一级人社部门约谈责任部门和监管部门负责人',
      duty: 'upper-authority',
      dueOn: '2026-03-20',
    });
    expect(found.says).not.toContain('罚款');
    expect(matterFinding(governmentFunds, { ...ordered, interviewedOn: '2026-04-01' }).duty).toBe('government');
    expect(matterFinding(governmentFunds, { ...ordered, approvedOn: 'not-yet' }).says).toBe('人社部门3月3日责令拨付政府投资资金，没有事先报本级人民政府批准');
  });
});
