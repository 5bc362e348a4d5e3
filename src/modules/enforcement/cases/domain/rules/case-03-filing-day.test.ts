import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { filingDay } from './case-03-filing-day.ts';

describe('《关于实施〈劳动保障监察条例〉若干规定》第十八条「并于受理之日立案查处」', () => {
  it.each([
    { why: 'filed on the day of acceptance', facts: { acceptedOn: '2026-03-04', filedOn: '2026-03-04' }, expected: 'none' },
    { why: 'filed the day after', facts: { acceptedOn: '2026-03-04', filedOn: '2026-03-05' }, expected: 1 },
    { why: 'filed, by the papers, the day before', facts: { acceptedOn: '2026-03-04', filedOn: '2026-03-03' }, expected: 1 },
    { why: 'the day itself is not over', facts: { acceptedOn: '2026-03-04', filedOn: 'not-yet' }, on: '2026-03-04', expected: 'none' },
    { why: 'the day is over and nothing is filed', facts: { acceptedOn: '2026-03-04', filedOn: 'not-yet' }, on: '2026-03-05', expected: 1 },
    { why: 'not accepted', facts: { acceptedOn: 'not-yet', filedOn: 'not-yet' }, expected: 'none' },
    { why: 'nobody knows', facts: { acceptedOn: '2026-03-04' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(filingDay, row));

  it('names both days', () => {
    expect(matterFinding(filingDay, { acceptedOn: '2026-03-04', filedOn: '2026-03-09' })).toMatchObject({
      says: '主管部门3月4日受理投诉，应当在受理之日立案，立案日是3月9日',
      dueOn: '2026-03-04',
    });
  });
});
