import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { writtenRefusal } from './case-02-written-refusal.ts';

const barred = { endedOn: '2023-09-25', receivedOn: '2026-03-02' };

describe('《关于实施〈劳动保障监察条例〉若干规定》第十八条: 超过二年的投诉书面不予受理', () => {
  it.each([
    { why: 'the fifth working day is in time', facts: { ...barred, refusedOn: 'not-yet' }, on: '2026-03-09', expected: 'none' },
    { why: 'the day after it is late', facts: { ...barred, refusedOn: 'not-yet' }, on: '2026-03-10', expected: 2 },
    { why: 'refused in time', facts: { ...barred, refusedOn: '2026-03-09' }, expected: 'none' },
    { why: 'refused late', facts: { ...barred, refusedOn: '2026-03-10' }, expected: 2 },
    { why: 'within two years there is nothing to refuse', facts: { endedOn: '2024-03-04', receivedOn: '2026-03-02', refusedOn: 'not-yet' }, expected: 'none' },
    { why: 'exactly two years is within', facts: { endedOn: '2024-03-04', receivedOn: '2026-03-04', refusedOn: 'not-yet' }, expected: 'none' },
    { why: 'two years and a day is not', facts: { endedOn: '2024-03-04', receivedOn: '2026-03-05', refusedOn: 'not-yet' }, expected: 2 },
    { why: 'a continuing violation is never barred', facts: { endedOn: 'not-yet', receivedOn: '2026-03-02', refusedOn: 'not-yet' }, expected: 'none' },
    { why: 'nobody knows whether a letter went out', facts: barred, expected: 'cannot-determine' },
    { why: 'nobody knows when the violation ended', facts: { receivedOn: '2026-03-02', refusedOn: 'not-yet' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(writtenRefusal, row));

  it('names the last lawful day, across 国庆', () => {
    expect(matterFinding(writtenRefusal, { endedOn: '2024-09-02', receivedOn: '2026-09-28', refusedOn: 'not-yet' }, '2026-10-11')).toMatchObject({
      says: '主管部门9月28日收到超过查处时效的投诉，应当在10月10日前（含当日）书面决定不予受理并告知投诉人，至今未书面决定不予受理并告知投诉人',
      dueOn: '2026-10-10',
    });
  });
});
