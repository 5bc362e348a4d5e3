import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { route } from './clue-01-route.ts';

const usual = { receivedOn: '2026-03-02', routed: 'not-yet', isMajor: false };
const major = { ...usual, isMajor: true };

describe('《保障农民工工资支付条例》第十条第三款「不属于本部门受理的，应当及时转送相关部门」: 1 个工作日，重大线索当日', () => {
  it.each([
    { why: 'the next working day', facts: usual, on: '2026-03-03', expected: 'none' },
    { why: 'two working days later', facts: usual, on: '2026-03-04', expected: 2 },
    { why: 'before 国庆: the first working day after it', facts: { ...usual, receivedOn: '2026-09-30' }, on: '2026-10-08', expected: 'none' },
    { why: 'the day after that', facts: { ...usual, receivedOn: '2026-09-30' }, on: '2026-10-09', expected: 2 },
    { why: 'a make-up Saturday is a working day', facts: { ...usual, receivedOn: '2026-02-13' }, on: '2026-02-15', expected: 2 },
    { why: 'major: the same day', facts: major, on: '2026-03-02', expected: 'none' },
    { why: 'major: the next day', facts: major, on: '2026-03-03', expected: 2 },
    { why: 'major, on a Saturday: by Monday', facts: { ...major, receivedOn: '2026-03-07' }, on: '2026-03-09', expected: 'none' },
    { why: 'routed in time', facts: { ...usual, routed: '2026-03-03' }, expected: 'none' },
    { why: 'routed late', facts: { ...usual, routed: '2026-03-04' }, expected: 2 },
    { why: 'nobody graded it', facts: { ...usual, isMajor: null }, expected: 'cannot-determine' },
    { why: 'nobody knows whether it was routed', facts: { ...usual, routed: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(route, row));

  it('says since when', () => {
    expect(matterFinding(route, major, '2026-03-04')).toMatchObject({
      says: '主管部门3月2日登记重大线索，应当在当日交办或者转送，至今未交办或者转送',
      dueOn: '2026-03-02',
    });
  });
});
