import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { ledgerKept } from './pay-12-ledger-kept.ts';

const gone = (deletedOn: string) => ({ periodEnd: '2023-02-28', deletedOn });

describe('《保障农民工工资支付条例》第十五条第一款「并至少保存3年」', () => {
  it.each([
    { why: 'a day short of three years', facts: gone('2026-02-27'), expected: 3 },
    { why: 'on the corresponding day, a Saturday: not rolled', facts: gone('2026-02-28'), expected: 'none' },
    { why: 'after it', facts: gone('2026-03-01'), expected: 'none' },
    { why: 'two years are not enough: of two retention rules the longer holds', facts: gone('2025-03-01'), expected: 3 },
    { why: 'still kept', facts: gone('not-yet'), expected: 'none' },
    { why: 'asked about a day on which it was still there', facts: gone('2025-03-01'), on: '2025-02-28', expected: 'none' },
    { why: 'nobody knows', facts: { periodEnd: '2023-02-28' }, expected: 'cannot-determine' },
    { why: 'period unknown', facts: { deletedOn: '2025-03-01' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(ledgerKept, row));

  it('names the days', () => {
    expect(matterFinding(ledgerKept, gone('2025-03-01'))).toMatchObject({
      says: '用人单位截至2023年2月28日的工资支付台账应当保存到2月28日，2025年3月1日已经没有',
      dueOn: '2026-02-28',
      duty: 'employer',
    });
  });
});
