import { describe, it } from 'vitest';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject, day } from '../../../../../../test/builders/facts.ts';
import { expiryReminder } from './dep-12-expiry-reminder.ts';

describe('保证金规定第十七条（大意）届满1个月前提醒', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'a month and a day before', facts: aProject({ depositGuaranteeUntil: day('2026-12-23') }), on: '2026-11-22', expected: 'none' },
    { why: 'a month before', facts: aProject({ depositGuaranteeUntil: day('2026-12-22') }), on: '2026-11-22', expected: 1 },
    { why: 'its last day', facts: aProject({ depositGuaranteeUntil: day('2026-11-22') }), on: '2026-11-22', expected: 1 },
    { why: 'over: that is DEP-11', facts: aProject({ depositGuaranteeUntil: day('2026-11-21') }), on: '2026-11-22', expected: 'none' },
    {
      why: 'the works end before',
      facts: aProject({ depositGuaranteeUntil: day('2026-12-22'), finishDueOn: day('2026-12-20') }),
      on: '2026-11-22',
      expected: 'none',
    },
  ])('$why', (row) => hold(expiryReminder, row));
});
