import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { reply } from './clue-06-reply.ts';

const open = { closedOn: '2026-03-02', replied: 'not-yet', isReachable: true };

describe('《保障农民工工资支付条例》第十条第三款「并将处理结果告知举报、投诉人」', () => {
  it.each([
    { why: 'the day it was closed', facts: open, on: '2026-03-02', expected: 'none' },
    { why: 'the next day', facts: open, on: '2026-03-03', expected: 2 },
    { why: 'told with the closing', facts: { ...open, replied: '2026-03-02' }, expected: 'none' },
    { why: 'told the day after', facts: { ...open, replied: '2026-03-03' }, expected: 2 },
    { why: 'nobody can be told', facts: { ...open, isReachable: false }, expected: 'none' },
    { why: 'nobody knows', facts: { ...open, replied: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(reply, row));

  it('says what is owed', () => {
    expect(matterFinding(reply, open, '2026-03-03')).toMatchObject({
      says: '主管部门3月2日办结线索，应当在当日将处理结果告知举报、投诉人，至今未将处理结果告知举报、投诉人',
      owedTo: 'worker',
    });
  });
});
