import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { attendanceKept } from './ctr-08-attendance-kept.ts';

const gone = (deletedOn: string) => ({ recordedOn: '2024-02-29', deletedOn });

describe('《建筑工人实名制管理办法（试行）》第十三条（大意）「电子考勤和影像资料保存期限不少于2年」', () => {
  it.each([
    { why: 'a day short: two years from 29 February end on the 28th', facts: gone('2026-02-27'), expected: 1 },
    { why: 'two years exactly', facts: gone('2026-02-28'), expected: 'none' },
    { why: 'a day more', facts: gone('2026-03-01'), expected: 'none' },
    { why: 'still kept', facts: gone('not-yet'), expected: 'none' },
    { why: 'asked about a day on which it was still there', facts: gone('2026-02-27'), on: '2026-02-26', expected: 'none' },
    { why: 'nobody knows', facts: { recordedOn: '2024-02-29' }, expected: 'cannot-determine' },
    { why: 'day unknown', facts: { deletedOn: '2026-02-27' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(attendanceKept, row));

  it('names the days', () => {
    expect(matterFinding(attendanceKept, gone('2025-12-31'))).toMatchObject({
      says: '施工总承包单位2024年2月29日的考勤资料应当保存到2月28日，2025年12月31日已经没有',
      dueOn: '2026-02-28',
      duty: 'general-contractor',
    });
  });
});
