import { expect, it } from 'vitest';
import { longestCycle } from './agreed-cycle.ts';

it('条例第二十四条第二款「人工费用拨付周期不得超过1个月」: 31 days and four weeks are no longer than a month, five weeks are', () => {
  expect(longestCycle(1)).toEqual({ day: 31, week: 4, month: 1 });
  expect(longestCycle(3)).toMatchObject({ week: 13 });
});
