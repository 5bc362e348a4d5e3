import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { service } from './case-12-service.ts';

describe('《行政处罚法》第六十一条「行政机关应当在七日内……将行政处罚决定书送达当事人」', () => {
  it.each([
    { why: 'handed over on the spot', facts: { decidedOn: '2026-03-02', servedOn: '2026-03-02' }, expected: 'none' },
    { why: 'the seventh working day', facts: { decidedOn: '2026-03-02', servedOn: 'not-yet' }, on: '2026-03-11', expected: 'none' },
    { why: 'the day after', facts: { decidedOn: '2026-03-02', servedOn: 'not-yet' }, on: '2026-03-12', expected: 3 },
    { why: 'served on the seventh', facts: { decidedOn: '2026-03-02', servedOn: '2026-03-11' }, expected: 'none' },
    { why: 'served on the eighth', facts: { decidedOn: '2026-03-02', servedOn: '2026-03-12' }, expected: 3 },
    { why: 'across 国庆 and 中秋: 9月25日 off, 10月10日 worked', facts: { decidedOn: '2026-09-24', servedOn: 'not-yet' }, on: '2026-10-12', expected: 'none' },
    { why: 'across 国庆, the day after', facts: { decidedOn: '2026-09-24', servedOn: 'not-yet' }, on: '2026-10-13', expected: 3 },
    { why: 'across 春节', facts: { decidedOn: '2026-02-12', servedOn: '2026-02-28' }, expected: 'none' },
    { why: 'nothing decided', facts: { decidedOn: 'not-yet', servedOn: 'not-yet' }, expected: 'none' },
    { why: 'nobody knows of a service', facts: { decidedOn: '2026-03-02' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(service, row));

  it('says until when', () => {
    expect(matterFinding(service, { decidedOn: '2026-03-02', servedOn: '2026-03-12' })).toMatchObject({
      says: '主管部门3月2日作出行政处罚决定，应当在3月11日前（含当日）送达处罚决定书，3月12日才送达处罚决定书',
      dueOn: '2026-03-11',
    });
  });
});
