import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { followUp } from './asm-06-c-follow-up.ts';

const open = { grade: 'C', interviewBy: '2026-05-29', interviewed: 'not-yet', reportBy: '2026-08-31', reported: 'not-yet' };
const interviewed = { ...open, interviewed: '2026-05-20' };

describe('国办发〔2023〕33号第九条「C级约谈主要负责人，限期整改并书面报告」（大意）', () => {
  it.each([
    { why: 'the day of the plan', facts: open, on: '2026-05-29', expected: 'none' },
    { why: 'the day after', facts: open, on: '2026-05-30', expected: 3 },
    { why: 'interviewed, the last day of the report', facts: interviewed, on: '2026-08-31', expected: 'none' },
    { why: 'interviewed, no report', facts: interviewed, on: '2026-09-01', expected: 3 },
    { why: 'both done', facts: { ...interviewed, reported: '2026-08-31' }, expected: 'none' },
    { why: 'B needs none', facts: { grade: 'B' }, expected: 'none' },
    { why: 'no grade', facts: {}, expected: 'cannot-determine' },
    { why: 'no plan', facts: { ...open, interviewBy: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(followUp, row));

  it('says what is missing', () => {
    expect(matterFinding(followUp, open, '2026-09-01')).toMatchObject({
      says: '考核组应当在5月29日前（含当日）约谈负责人（考核方案），至今未约谈负责人；人民政府应当在8月31日前（含当日）提交书面整改报告（整改要求），至今未提交书面整改报告',
      dueOn: '2026-05-29',
    });
  });
});
