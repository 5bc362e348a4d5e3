import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { papersKept } from './acc-12-papers-kept.ts';

const gone = (deletedOn: string | null, completed: string | null = '2023-01-15', cleared: string | null = '2023-02-28') => ({ completed, cleared, deletedOn });

describe('《工程建设领域农民工工资专用账户管理暂行办法》第二十一条「至少保存至工程完工且工资全部结清后3年」', () => {
  it.each([
    { why: 'a day short', facts: gone('2026-02-27'), expected: 2 },
    { why: 'on the corresponding day, a Saturday: not rolled', facts: gone('2026-02-28'), expected: 'none' },
    { why: 'after it', facts: gone('2026-03-01'), expected: 'none' },
    { why: 'three years from completion are not enough when wages were cleared later', facts: gone('2026-01-20'), expected: 2 },
    { why: 'completion the later of the two', facts: gone('2026-03-14', '2023-03-15'), expected: 2 },
    { why: 'wages not yet cleared', facts: gone('2026-02-28', '2023-01-15', 'not-yet'), expected: 2 },
    { why: 'works not yet complete, clearing unknown', facts: gone('2026-02-28', 'not-yet', null), expected: 2 },
    { why: 'gone before the works were complete', facts: gone('2023-01-10'), expected: 2 },
    { why: 'still kept', facts: gone('not-yet'), expected: 'none' },
    { why: 'nobody knows when it was cleared', facts: gone('2026-02-28', '2023-01-15', null), expected: 'cannot-determine' },
    { why: 'nobody knows whether it is kept', facts: gone(null), expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(papersKept, row));

  it('names the days', () => {
    expect(matterFinding(papersKept, gone('2025-06-01'))).toMatchObject({
      says: '施工总承包单位的工资专用账户资料应当保存到2月28日，2025年6月1日已经没有',
      dueOn: '2026-02-28',
      duty: 'general-contractor',
    });
  });
});
