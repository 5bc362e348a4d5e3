import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { employmentLedgerKept } from './ctr-10-employment-ledger-kept.ts';

// Completed in January, cleared in March 2023: the later day counts, to 2026-03-15.
const gone = { completedOn: '2023-01-31', clearedOn: '2023-03-15', deletedOn: '2026-03-15' };

describe('《保障农民工工资支付条例》第二十八条第三款「应当建立用工管理台账，并保存至工程完工且工资全部结清后至少3年」', () => {
  it.each([
    { why: 'three years after the later day exactly', facts: gone, expected: 'none' },
    { why: 'a day short', facts: { ...gone, deletedOn: '2026-03-14' }, expected: 2 },
    { why: 'a day more', facts: { ...gone, deletedOn: '2026-03-16' }, expected: 'none' },
    { why: 'completed later than cleared', facts: { ...gone, completedOn: '2023-04-01' }, expected: 2 },
    { why: 'the work goes on', facts: { ...gone, completedOn: 'not-yet' }, expected: 2 },
    { why: 'wages are still owed', facts: { ...gone, clearedOn: 'not-yet' }, expected: 2 },
    { why: 'lost the day before the works were finished', facts: { ...gone, completedOn: '2026-03-16', clearedOn: '2026-03-16' }, expected: 2 },
    {
      why: 'lost on the day they were finished, before wages were cleared',
      facts: { ...gone, completedOn: '2026-03-15', clearedOn: '2026-03-16' },
      expected: 2,
    },
    { why: 'lost on the day wages were cleared', facts: { ...gone, completedOn: '2026-03-15', clearedOn: '2026-03-15' }, expected: 2 },
    { why: 'wages cleared before the works were finished', facts: { ...gone, completedOn: '2023-03-15', clearedOn: '2023-01-31' }, expected: 'none' },
    { why: 'still kept', facts: { ...gone, deletedOn: 'not-yet' }, expected: 'none' },
    { why: 'asked about a day on which it was still there', facts: { ...gone, deletedOn: '2026-03-14' }, on: '2026-03-13', expected: 'none' },
    { why: 'still kept, nothing else known', facts: { deletedOn: 'not-yet' }, expected: 'none' },
    { why: 'completion unknown', facts: { ...gone, completedOn: null }, expected: 'cannot-determine' },
    { why: 'whether it is kept unknown', facts: { ...gone, deletedOn: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(employmentLedgerKept, row));

  it('says why it should be there', () => {
    expect(matterFinding(employmentLedgerKept, { ...gone, deletedOn: '2026-01-05' })).toMatchObject({
      says: '用工管理台账1月5日已经没有，应当保存到3月15日',
      dueOn: '2026-03-15',
    });
    expect(matterFinding(employmentLedgerKept, { ...gone, completedOn: 'not-yet' }).says).toBe('用工管理台账3月15日已经没有，工程还没有完工');
    expect(matterFinding(employmentLedgerKept, { ...gone, clearedOn: 'not-yet' }).says).toBe('用工管理台账3月15日已经没有，工资还没有全部结清');
  });
});
