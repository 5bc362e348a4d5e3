import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { demand } from './case-20-demand.ts';

describe('《行政强制法》第五十四条「催告书送达十日后当事人仍未履行义务的，行政机关可以……申请强制执行」', () => {
  it.each([
    { why: 'on the tenth working day it is too early', facts: { demandServedOn: '2026-03-18', appliedOn: '2026-04-01' }, expected: 3 },
    { why: 'the day after', facts: { demandServedOn: '2026-03-18', appliedOn: '2026-04-02' }, expected: 'none' },
    { why: 'on the ninth', facts: { demandServedOn: '2026-03-18', appliedOn: '2026-03-31' }, expected: 3 },
    { why: 'across 国庆 and 中秋', facts: { demandServedOn: '2026-09-24', appliedOn: '2026-10-15' }, expected: 3 },
    { why: 'across 国庆, the day after', facts: { demandServedOn: '2026-09-24', appliedOn: '2026-10-16' }, expected: 'none' },
    { why: 'across 春节', facts: { demandServedOn: '2026-02-11', appliedOn: '2026-03-03' }, expected: 3 },
    { why: 'across 春节, the day after', facts: { demandServedOn: '2026-02-11', appliedOn: '2026-03-04' }, expected: 'none' },
    { why: 'no demand at all', facts: { demandServedOn: 'not-yet', appliedOn: '2026-04-02' }, expected: 3 },
    { why: 'demanded after the application', facts: { demandServedOn: '2026-04-03', appliedOn: '2026-04-02' }, expected: 3 },
    { why: 'not applied', facts: { demandServedOn: 'not-yet', appliedOn: 'not-yet' }, expected: 'none' },
    { why: 'nobody knows of a demand', facts: { appliedOn: '2026-04-02' }, expected: 'cannot-determine' },
    { why: 'nobody knows of an application', facts: { demandServedOn: '2026-03-18' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(demand, row));

  it('says from when on it may be applied for', () => {
    expect(matterFinding(demand, { demandServedOn: '2026-03-18', appliedOn: '2026-04-01' })).toMatchObject({
      says: '主管部门4月1日申请强制执行，催告书3月18日送达，4月1日期满之后才可以申请',
      dueOn: '2026-04-01',
      steps: [{ reckoned: '2026-03-18 起（当日不计）10个工作日，至 2026-04-01' }],
    });
    expect(matterFinding(demand, { demandServedOn: 'not-yet', appliedOn: '2026-04-02' }).says).toBe('主管部门4月2日申请强制执行，没有催告当事人履行');
  });
});
