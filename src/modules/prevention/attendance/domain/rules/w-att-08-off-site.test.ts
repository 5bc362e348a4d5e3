import { describe, it } from 'vitest';
import type { FlagFacts, ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aFlag, aProjectMonth } from '../../../../../../test/builders/facts.ts';
import { offSite } from './w-att-08-off-site.ts';

const outside = (punches: number, days: number, more: Partial<FlagFacts> = {}) =>
  aProjectMonth({ gateFlags: [aFlag({ kind: 'outside-fence', punches, days, people: 4, personDays: punches, ...more })] });
const still = (days: number) => aProjectMonth({ gateFlags: [aFlag({ kind: 'constant-position', gate: '巡检手机', punches: 12 * days, days, people: 3 })] });

describe('W-ATT-08 场外考勤: 围栏外 3 次、10 次不止一日；定位一模一样 2 日', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'no flags', facts: aProjectMonth(), on: '2026-11-22', expected: 'none' },
    { why: 'two: the position drifts', facts: outside(2, 2), on: '2026-11-22', expected: 'none' },
    { why: 'three', facts: outside(3, 2), on: '2026-11-22', expected: 2 },
    { why: 'nine', facts: outside(9, 5), on: '2026-11-22', expected: 2 },
    { why: 'ten on two days', facts: outside(10, 2), on: '2026-11-22', expected: 3 },
    { why: 'ten on one day: a phone that lost itself once', facts: outside(10, 1), on: '2026-11-22', expected: 2 },
    {
      why: 'two gates together',
      facts: aProjectMonth({
        gateFlags: [aFlag({ kind: 'outside-fence', punches: 1, people: 1 }), aFlag({ kind: 'outside-fence', gate: '二号门闸机', punches: 2, people: 1 })],
      }),
      on: '2026-11-22',
      expected: 2,
    },
    { why: 'one day of one position: a phone that did not ask anew', facts: still(1), on: '2026-11-22', expected: 'none' },
    { why: 'two days of it', facts: still(2), on: '2026-11-22', expected: 2 },
    { why: 'other flags are others’ matter', facts: aProjectMonth({ gateFlags: [aFlag({ kind: 'burst', days: 9 })] }), on: '2026-11-22', expected: 'none' },
  ])('$why', (row) => hold(offSite, row));
});
