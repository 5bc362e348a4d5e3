import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { faceFiling } from './ctr-13-face-filing.ts';

// Monday 2026-08-24 + 30 working days: 08-25…28 (4), 08-31…09-04 (9), 09-07…11 (14), 09-14…18 (19), the make-up Sunday 09-20 (20),
// 09-21…24 (24), 09-25 off, 09-28…30 (27), 10-08 (28), 10-09 (29), the make-up Saturday 10-10 (30).
const library = { faces: 100_000, reachedOn: '2026-08-24', filedOn: 'not-yet' };

describe('《人脸识别技术应用安全管理办法》第十五条「人脸信息存储数量达到10万人之日起30个工作日内向所在地省级以上网信部门履行备案手续」', () => {
  it.each([
    { why: 'one face short', facts: { ...library, faces: 99_999 }, expected: 'none' },
    { why: '100,000 exactly: 达到 includes the number', facts: library, expected: 3 },
    { why: 'one more', facts: { ...library, faces: 100_001 }, expected: 3 },
    { why: 'the thirtieth working day, across a make-up Sunday, the golden week and a make-up Saturday', facts: library, on: '2026-10-10', expected: 'none' },
    { why: 'the day after it', facts: library, on: '2026-10-11', expected: 3 },
    { why: 'filed', facts: { ...library, filedOn: '2026-10-20' }, expected: 'none' },
    { why: 'asked about a day before it was filed', facts: { ...library, filedOn: '2026-10-20' }, on: '2026-10-19', expected: 3 },
    { why: 'filing unknown', facts: { ...library, filedOn: null }, expected: 'cannot-determine' },
    { why: 'day unknown', facts: { ...library, reachedOn: null }, expected: 'cannot-determine' },
    { why: 'nobody counted', facts: { ...library, faces: null }, expected: 'cannot-determine' },
    { why: 'before the measures there was no duty to file', facts: { ...library, reachedOn: '2024-01-01' }, on: '2025-05-31', expected: 'cannot-determine' },
    // 2025-06-01 is a Sunday, 06-02 a holiday: 06-03…06 (4), then five weeks to 07-11 (29), 07-14 (30).
    {
      why: 'reached before the measures: 30 working days from their first day',
      facts: { ...library, reachedOn: '2024-01-01' },
      on: '2025-07-14',
      expected: 'none',
    },
    { why: 'the day after those', facts: { ...library, reachedOn: '2024-01-01' }, on: '2025-07-15', expected: 3 },
  ] as const)('$why', (row) => holdMatter(faceFiling, row));

  it('says so', () => {
    expect(matterFinding(faceFiling, library)).toMatchObject({
      says: '存储人脸信息 100000 人，8月24日已达到备案数量，到10月10日仍未备案',
      dueOn: '2026-10-10',
      provisional: false,
    });
  });
});
