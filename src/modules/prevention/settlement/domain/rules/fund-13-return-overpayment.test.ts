import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { returnOverpayment } from './fund-13-return-overpayment.ts';

const over = { settled: '2026-04-10', overpaid: 5_000_000, returned: 'not-yet' };

describe('财建〔2022〕183号第一部分「承包单位应按规定在结算后30日内向发包单位返还多收到的工程进度款」', () => {
  it.each([
    // The thirtieth day after 2026-04-10 is Sunday 2026-05-10; 2026-05-09 is a make-up Saturday.
    { why: 'the thirtieth day, a Sunday, moves to Monday', facts: over, on: '2026-05-11', expected: 'none' },
    { why: 'the day after it', facts: over, on: '2026-05-12', expected: 1 },
    { why: 'a thirtieth day that is a make-up Saturday does not move', facts: { ...over, settled: '2026-04-09' }, on: '2026-05-10', expected: 1 },
    { why: 'and that Saturday itself is in time', facts: { ...over, settled: '2026-04-09' }, on: '2026-05-09', expected: 'none' },
    { why: 'returned on the last day', facts: { ...over, returned: '2026-05-11' }, expected: 'none' },
    { why: 'returned the day after', facts: { ...over, returned: '2026-05-12' }, expected: 1 },
    { why: 'nothing overpaid', facts: { ...over, overpaid: 0 }, expected: 'none' },
    { why: 'not settled yet', facts: { ...over, settled: 'not-yet' }, expected: 'none' },
    { why: 'nobody knows whether returned', facts: { ...over, returned: null }, expected: 'cannot-determine' },
    { why: 'overpayment unknown', facts: { ...over, overpaid: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(returnOverpayment, row));

  it('says who owes what', () => {
    expect(matterFinding(returnOverpayment, over)).toMatchObject({
      says: '施工总承包单位4月10日办结工程结算，应当在5月11日前（含当日）返还多收的进度款，至今未返还多收的进度款；多收 50,000 元',
      amountFen: 5_000_000n,
      dueOn: '2026-05-11',
      duty: 'general-contractor',
      owedTo: 'project-owner',
    });
  });
});
