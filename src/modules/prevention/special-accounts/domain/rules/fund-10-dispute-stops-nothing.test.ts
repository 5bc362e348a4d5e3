import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { disputeStopsNothing } from './fund-10-dispute-stops-nothing.ts';

const stopped = { stopped: 'labour-cost', reason: 'dispute', stoppedOn: '2026-04-10', resumed: 'not-yet', amount: 60_000_000, workers: 25 };

describe('《保障农民工工资支付条例》第三十五条「建设单位不得因争议不按照本条例第二十四条的规定拨付工程款中的人工费用，施工总承包单位也不得因争议不按照规定代发工资」', () => {
  it.each([
    { why: 'the owner stops labour cost', facts: stopped, expected: 3 },
    { why: 'the general contractor stops paying on behalf', facts: { ...stopped, stopped: 'pay-on-behalf' }, expected: 3 },
    { why: 'both', facts: { ...stopped, stopped: 'both' }, expected: 3 },
    { why: 'nothing stopped', facts: { ...stopped, stopped: 'nothing' }, expected: 'none' },
    { why: 'another reason is another rule', facts: { ...stopped, reason: 'other' }, expected: 'none' },
    { why: 'resumed', facts: { ...stopped, resumed: '2026-04-20' }, expected: 'none' },
    { why: 'not yet resumed on the day asked about', facts: { ...stopped, resumed: '2026-04-20' }, on: '2026-04-19', expected: 3 },
    { why: 'reason unknown', facts: { ...stopped, reason: null }, expected: 'cannot-determine' },
    { why: 'nobody knows whether resumed', facts: { ...stopped, resumed: null }, expected: 'cannot-determine' },
    { why: 'nobody knows what stopped', facts: { ...stopped, stopped: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(disputeStopsNothing, row));

  it('says who stopped what, and fines only the owner', () => {
    const owner = matterFinding(disputeStopsNothing, stopped);
    expect(owner).toMatchObject({
      says: '建设单位停拨人工费用 600,000 元，自4月10日起以工程争议为由，至今没有恢复；争议不影响农民工工资',
      amountFen: 60_000_000n,
      people: 25,
      dueOn: '2026-04-10',
      duty: 'project-owner',
    });
    expect(owner.consequences).toBeUndefined();
    expect(disputeStopsNothing.consequences?.[0]?.before).toContain('逾期不改正');
    expect(matterFinding(disputeStopsNothing, { ...stopped, stopped: 'pay-on-behalf' })).toMatchObject({ duty: 'general-contractor', consequences: [] });
  });
});
