import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { payOnFinishing } from './pay-09-pay-on-finishing.ts';

// Thursday 2026-02-12 + 3 working days: 02-13 (1), the make-up Saturday 02-14 (2), then 春节 to 02-23, 02-24 (3).
const task = { finishedOn: '2026-02-12', unpaid: 120_000, workers: 1 };

describe('《工资支付暂行规定》第八条「用人单位应按有关协议或合同规定在其完成劳动任务后即支付工资」', () => {
  it.each([
    { why: 'the third working day, across 春节 and a make-up Saturday', facts: task, on: '2026-02-24', expected: 'none' },
    { why: 'the day after it', facts: task, on: '2026-02-25', expected: 2 },
    { why: 'not finished', facts: { ...task, finishedOn: 'not-yet' }, expected: 'none' },
    { why: 'all paid', facts: { ...task, unpaid: 0 }, expected: 'none' },
    { why: 'one fen unpaid', facts: { ...task, unpaid: 1 }, expected: 2 },
    { why: 'nobody knows whether it is finished', facts: { unpaid: 1 }, expected: 'cannot-determine' },
    { why: 'nobody knows what is unpaid', facts: { finishedOn: '2026-02-12' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(payOnFinishing, row));

  it('says who owes what since when', () => {
    expect(matterFinding(payOnFinishing, task, '2026-03-01')).toMatchObject({
      says: '农民工2月12日已完成临时劳动任务，用人单位仍欠工资 1,200 元',
      amountFen: 120_000n,
      dueOn: '2026-02-24',
      duty: 'employer',
    });
  });
});
