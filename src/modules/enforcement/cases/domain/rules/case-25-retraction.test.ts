import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { retraction } from './case-25-retraction.ts';

const changed = { published: true, changedOn: '2026-03-04', withdrawnOn: 'not-yet' };

describe('《行政处罚法》第四十八条第二款「应当在三日内撤回行政处罚决定信息并公开说明理由」', () => {
  it.each([
    { why: 'the third working day', facts: changed, on: '2026-03-09', expected: 'none' },
    { why: 'the day after', facts: changed, on: '2026-03-10', expected: 2 },
    { why: 'withdrawn on the third', facts: { ...changed, withdrawnOn: '2026-03-09' }, expected: 'none' },
    { why: 'withdrawn on the fourth', facts: { ...changed, withdrawnOn: '2026-03-10' }, expected: 2 },
    { why: 'across 国庆', facts: { ...changed, changedOn: '2026-09-29' }, on: '2026-10-09', expected: 'none' },
    { why: 'across 国庆, the worked Saturday after it', facts: { ...changed, changedOn: '2026-09-29' }, on: '2026-10-10', expected: 2 },
    { why: 'across 春节: 14日 is worked', facts: { ...changed, changedOn: '2026-02-12' }, on: '2026-02-24', expected: 'none' },
    { why: 'across 春节, the day after', facts: { ...changed, changedOn: '2026-02-12' }, on: '2026-02-25', expected: 2 },
    { why: 'never published', facts: { ...changed, published: false }, on: '2026-03-10', expected: 'none' },
    { why: 'the decision stands', facts: { ...changed, changedOn: 'not-yet' }, expected: 'none' },
    { why: 'nobody looked at the site', facts: { published: true, changedOn: '2026-03-04' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(retraction, row));

  it('says until when', () => {
    expect(matterFinding(retraction, changed, '2026-03-10')).toMatchObject({
      says: '主管部门3月4日因决定被变更或者撤销，应当在3月9日前（含当日）撤回处罚信息并公开说明理由，至今未撤回处罚信息并公开说明理由',
      dueOn: '2026-03-09',
    });
  });
});
