import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { publish } from './chk-02-publish.ts';

const open = { concludedOn: '2026-03-02', published: 'not-yet' };

describe('国发〔2019〕5号「一般在抽查任务完成后20个工作日内」（大意）', () => {
  it.each([
    { why: 'the 20th working day', facts: open, on: '2026-03-30', expected: 'none' },
    { why: 'the 21st', facts: open, on: '2026-03-31', expected: 2 },
    // 09-22 and 20 working days: 09-25 and 国庆 are off, 10-10 is worked: 10-27, five calendar weeks.
    { why: '跨国庆的二十个工作日要五周: the 20th', facts: { ...open, concludedOn: '2026-09-22' }, on: '2026-10-27', expected: 'none' },
    { why: '跨国庆的二十个工作日要五周: the 21st', facts: { ...open, concludedOn: '2026-09-22' }, on: '2026-10-28', expected: 2 },
    { why: 'published on the 21st', facts: { ...open, published: '2026-03-31' }, expected: 2 },
    { why: 'nobody knows', facts: { concludedOn: '2026-03-02' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(publish, row));

  it('says since when', () => {
    expect(matterFinding(publish, open, '2026-03-31')).toMatchObject({
      says: '主管部门3月2日检查结束，应当在3月30日前（含当日）公示检查结果，至今未公示检查结果',
      dueOn: '2026-03-30',
    });
  });
});
