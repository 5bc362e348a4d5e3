import { describe, it } from 'vitest';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject, day } from '../../../../../../test/builders/facts.ts';
import { paymentGuarantee } from './fund-03-payment-guarantee.ts';

describe('工资条例第二十四条「建设单位应当向施工单位提供工程款支付担保」', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'given', facts: aProject(), on: '2026-11-22', expected: 'none' },
    {
      why: 'missing on the thirtieth day',
      facts: aProject({ paymentGuaranteeOn: null, paymentGuaranteeUntil: null, startedOn: day('2026-10-20') }),
      on: '2026-11-19',
      expected: 'none',
    },
    {
      why: 'missing on the thirty-first',
      facts: aProject({ paymentGuaranteeOn: null, paymentGuaranteeUntil: null, startedOn: day('2026-10-20') }),
      on: '2026-11-20',
      expected: 2,
    },
    { why: 'ends today', facts: aProject({ paymentGuaranteeUntil: day('2026-11-22') }), on: '2026-11-22', expected: 'none' },
    { why: 'ended yesterday', facts: aProject({ paymentGuaranteeUntil: day('2026-11-21') }), on: '2026-11-22', expected: 2 },
  ])('$why', (row) => hold(paymentGuarantee, row));
});
