import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { convert } from './clue-04-convert.ts';

const complaint = { isVerified: true, isForInspection: true, isComplaint: true, receivedOn: '2026-02-11', filed: 'not-yet' };
const clue = { ...complaint, isComplaint: false, verifiedOn: '2026-03-02' };

describe('《关于实施〈劳动保障监察条例〉若干规定》第十八条、第十九条「5个工作日」「及时立案」（大意）', () => {
  it.each([
    // 02-12, 02-13, the make-up Saturday 02-14, then 02-24 and 02-25.
    { why: 'a complaint before 春节: the fifth working day', facts: complaint, on: '2026-02-25', expected: 'none' },
    { why: 'the sixth', facts: complaint, on: '2026-02-26', expected: 3 },
    { why: 'filed on the fifth', facts: { ...complaint, filed: '2026-02-25' }, expected: 'none' },
    { why: 'filed on the sixth', facts: { ...complaint, filed: '2026-02-26' }, expected: 3 },
    { why: 'a clue counts from when it was verified: the fifth', facts: clue, on: '2026-03-09', expected: 'none' },
    { why: 'the sixth after it', facts: clue, on: '2026-03-10', expected: 3 },
    { why: 'not true, or paid', facts: { ...complaint, isVerified: false }, on: '2026-06-01', expected: 'none' },
    { why: 'in arbitration already', facts: { ...complaint, isForInspection: false }, on: '2026-06-01', expected: 'none' },
    { why: 'nobody verified', facts: { ...complaint, isVerified: null }, expected: 'cannot-determine' },
    { why: 'nobody knows whether it was a complaint', facts: { ...complaint, isComplaint: null }, expected: 'cannot-determine' },
    { why: 'a clue, nobody knows when it was verified', facts: { ...clue, verifiedOn: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(convert, row));

  it('says since when', () => {
    expect(matterFinding(convert, complaint, '2026-02-26')).toMatchObject({
      says: '主管部门2月11日接到投诉，应当在2月25日前（含当日）立案，至今未立案',
      dueOn: '2026-02-25',
    });
  });
});
