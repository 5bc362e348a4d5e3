import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { topUp } from './fund-09-top-up.ts';

const short = { shortOn: '2026-03-02', balance: 80_000_000, payroll: 100_000_000, requested: 'not-yet', paidIn: 'not-yet', workers: 40 };
const asked = { ...short, requested: '2026-03-04' };

describe('《工程建设领域农民工工资专用账户管理暂行办法》第十三条（大意）: 余额不足的，总包单位提出需增加的数额，由建设单位核准后及时追加拨付', () => {
  it.each([
    { why: 'the balance equals the payroll', facts: { ...short, balance: 100_000_000 }, expected: 'none' },
    { why: 'a fen short', facts: { ...short, balance: 99_999_999 }, on: '2026-03-06', expected: 2 },
    { why: 'third working day after the gap was seen', facts: short, on: '2026-03-05', expected: 'none' },
    { why: 'the day after it', facts: short, on: '2026-03-06', expected: 2 },
    { why: 'asked for on the third day, the owner has three days', facts: { ...short, requested: '2026-03-05' }, on: '2026-03-10', expected: 'none' },
    { why: 'the owner has not paid on the fourth', facts: { ...short, requested: '2026-03-05' }, on: '2026-03-11', expected: 2 },
    { why: 'paid in on the third', facts: { ...asked, paidIn: '2026-03-09' }, expected: 'none' },
    { why: 'paid in on the fourth', facts: { ...asked, paidIn: '2026-03-10' }, expected: 2 },
    { why: 'asked for too late, paid in time', facts: { ...short, requested: '2026-03-06', paidIn: '2026-03-09' }, expected: 2 },
    { why: 'a make-up Saturday is a working day', facts: { ...short, shortOn: '2026-02-12' }, on: '2026-02-25', expected: 2 },
    { why: 'and the last day lies after 春节', facts: { ...short, shortOn: '2026-02-12' }, on: '2026-02-24', expected: 'none' },
    { why: 'nobody knows whether it was asked for', facts: { ...short, requested: null }, expected: 'cannot-determine' },
    { why: 'nobody knows whether it came', facts: { ...asked, paidIn: null }, expected: 'cannot-determine' },
    { why: 'balance unknown', facts: { ...short, balance: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(topUp, row));

  it('says who is late and how much lacks', () => {
    expect(matterFinding(topUp, asked, '2026-03-12')).toMatchObject({
      says: '建设单位3月4日收到增加数额的申请，应当在3月9日前（含当日）核准并追加拨付，至今未核准并追加拨付；专户余额 800,000 元，当期应付工资 1,000,000 元，还差 200,000 元',
      amountFen: 20_000_000n,
      people: 40,
      dueOn: '2026-03-09',
      duty: 'project-owner',
    });
  });
});
