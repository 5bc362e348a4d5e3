import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { publicationObjection } from './pub-05-objection.ts';

const objected = { objected: '2026-03-02', handled: 'not-yet' } as const;

describe('社会公布办法第十一条: 对公布内容有异议的，15个工作日内复核和处理', () => {
  it.each([
    { why: 'the last day', facts: objected, on: '2026-03-23', expected: 'none' },
    { why: 'the day after', facts: objected, on: '2026-03-24', expected: 2 },
    // 02-14 and 02-28 worked, 02-16..20 and 02-23 off.
    { why: 'across 春节, the last day', facts: { ...objected, objected: '2026-02-10' }, on: '2026-03-09', expected: 'none' },
    { why: 'across 春节, over', facts: { ...objected, objected: '2026-02-10' }, on: '2026-03-10', expected: 2 },
    { why: 'dealt with in time', facts: { ...objected, handled: '2026-03-23' }, expected: 'none' },
    { why: 'dealt with late', facts: { ...objected, handled: '2026-03-24' }, expected: 2 },
    { why: 'no objection', facts: { objected: 'not-yet' }, expected: 'none' },
    { why: 'nobody knows of an answer', facts: { objected: '2026-03-02' }, expected: 'cannot-determine' },
    { why: 'nothing stated', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(publicationObjection, row));

  it('says since when', () => {
    expect(matterFinding(publicationObjection, objected, '2026-03-24')).toMatchObject({
      says: '主管部门3月2日收到对公布内容的异议，应当在3月23日前（含当日）复核和处理，至今未复核和处理',
      dueOn: '2026-03-23',
    });
  });
});
