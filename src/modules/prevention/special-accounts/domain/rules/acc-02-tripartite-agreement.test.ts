import { describe, it } from 'vitest';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject, day } from '../../../../../../test/builders/facts.ts';
import { tripartiteAgreement } from './acc-02-tripartite-agreement.ts';

describe('专户办法第六条（大意）与建设单位、开户银行签订资金管理三方协议', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'signed', facts: aProject(), on: '2026-11-22', expected: 'none' },
    { why: 'missing on the day of opening', facts: aProject({ tripartiteOn: null, accountOpenedOn: day('2026-11-22') }), on: '2026-11-22', expected: 'none' },
    { why: 'missing the day after', facts: aProject({ tripartiteOn: null, accountOpenedOn: day('2026-11-21') }), on: '2026-11-22', expected: 2 },
    {
      why: 'no account yet',
      facts: aProject({ accountNo: null, accountName: null, accountOpenedOn: null, accountFiledOn: null, tripartiteOn: null }),
      on: '2026-11-22',
      expected: 'none',
    },
    { why: 'no such column', facts: aProject({ tripartiteOn: null, stated: new Set() }), on: '2026-11-22', expected: 'cannot-determine' },
  ])('$why', (row) => hold(tripartiteAgreement, row));
});
