import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { courtLimits } from './ord-02-court-limits.ts';

const applied = { appliedOn: '2026-03-04', notified: 'not-yet', accepted: 'not-yet' };
const accepted = { appliedOn: '2026-02-27', notified: '2026-03-02', accepted: '2026-03-02', issued: 'not-yet' };

describe('《民事诉讼法》第二百二十六条「五日内通知债权人是否受理」、第二百二十七条「受理之日起十五日内向债务人发出支付令」', () => {
  it.each([
    { why: 'the fifth day', facts: applied, on: '2026-03-09', expected: 'none' },
    { why: 'the sixth', facts: applied, on: '2026-03-10', expected: 1 },
    { why: 'the 15th day', facts: accepted, on: '2026-03-17', expected: 'none' },
    { why: 'the 16th', facts: accepted, on: '2026-03-18', expected: 1 },
    { why: 'issued on the 15th', facts: { ...accepted, issued: '2026-03-17' }, expected: 'none' },
    { why: 'refused in time: nothing more is owed', facts: { ...applied, notified: '2026-03-09' }, expected: 'none' },
    { why: 'nobody knows of the notice', facts: { ...applied, notified: null }, expected: 'cannot-determine' },
    { why: 'nobody knows of the order', facts: { ...accepted, issued: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(courtLimits, row));

  it('says since when', () => {
    expect(matterFinding(courtLimits, accepted, '2026-03-18')).toMatchObject({
      says: '人民法院3月2日受理支付令申请，应当在3月17日前（含当日）发出支付令或者裁定驳回，至今未发出支付令，也未裁定驳回',
      dueOn: '2026-03-17',
    });
  });
});
