import { describe, it } from 'vitest';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject, day, yuan } from '../../../../../../test/builders/facts.ts';
import { closing } from './acc-10-closing.ts';

describe('工资条例第二十七条「公示30日后，可以申请注销」', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'open', facts: aProject(), on: '2026-11-22', expected: 'none' },
    {
      why: 'closed on the thirtieth day of the notice',
      facts: aProject({ closingNoticeOn: day('2026-10-01'), accountClosedOn: day('2026-10-31') }),
      on: '2026-11-22',
      expected: 3,
    },
    {
      why: 'closed the day after',
      facts: aProject({ closingNoticeOn: day('2026-10-01'), accountClosedOn: day('2026-11-01') }),
      on: '2026-11-22',
      expected: 'none',
    },
    { why: 'no notice', facts: aProject({ accountClosedOn: day('2026-11-01') }), on: '2026-11-22', expected: 3 },
    {
      why: 'notice kept, wages owing',
      facts: aProject({ closingNoticeOn: day('2026-09-01'), accountClosedOn: day('2026-11-01'), arrearsFen: yuan(1), arrearsPeople: 1 }),
      on: '2026-11-22',
      expected: 3,
    },
  ])('$why', (row) => hold(closing, row));
});
