import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { preservation } from './case-11-preservation.ts';

const kept = { preservedOn: '2026-03-02', approved: true, disposedOn: 'not-yet' };

describe('《行政处罚法》第五十六条「经行政机关负责人批准，可以先行登记保存，并应当在七日内及时作出处理决定」', () => {
  it.each([
    { why: 'the seventh working day', facts: kept, on: '2026-03-11', expected: 'none' },
    { why: 'the day after', facts: kept, on: '2026-03-12', expected: 3 },
    { why: 'disposed on the seventh', facts: { ...kept, disposedOn: '2026-03-11' }, expected: 'none' },
    { why: 'disposed on the eighth', facts: { ...kept, disposedOn: '2026-03-12' }, expected: 3 },
    { why: 'across 春节: the worked Saturdays 14日 and 28日 count', facts: { ...kept, preservedOn: '2026-02-12' }, on: '2026-02-28', expected: 'none' },
    { why: 'across 春节, the day after', facts: { ...kept, preservedOn: '2026-02-12' }, on: '2026-03-01', expected: 3 },
    { why: 'across 国庆 and 中秋', facts: { ...kept, preservedOn: '2026-09-24' }, on: '2026-10-12', expected: 'none' },
    { why: 'nobody approved', facts: { ...kept, approved: false }, on: '2026-03-02', expected: 3 },
    { why: 'nobody knows of an approval', facts: { preservedOn: '2026-03-02', disposedOn: 'not-yet' }, expected: 'cannot-determine' },
    { why: 'nobody knows of a disposal', facts: { preservedOn: '2026-03-02', approved: true }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(preservation, row));

  it('says until when', () => {
    expect(matterFinding(preservation, kept, '2026-03-12')).toMatchObject({
      says: '主管部门3月2日先行登记保存证据，应当在3月11日前（含当日）作出处理决定，至今未作出处理决定',
      dueOn: '2026-03-11',
    });
    expect(matterFinding(preservation, { ...kept, approved: false }).says).toBe('3月2日先行登记保存证据没有经行政机关负责人批准');
  });
});
