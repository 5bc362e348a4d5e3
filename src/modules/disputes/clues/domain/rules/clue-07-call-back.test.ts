import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { callBack } from './clue-07-call-back.ts';

const open = { repliedOn: '2026-03-02', isSampled: true, calledBack: 'not-yet' };

describe('回访: 答复后 10 个工作日', () => {
  it.each([
    { why: 'the tenth working day', facts: open, on: '2026-03-16', expected: 'none' },
    { why: 'the eleventh', facts: open, on: '2026-03-17', expected: 1 },
    { why: 'across 国庆: the tenth', facts: { ...open, repliedOn: '2026-09-28' }, on: '2026-10-16', expected: 'none' },
    { why: 'across 国庆: the eleventh', facts: { ...open, repliedOn: '2026-09-28' }, on: '2026-10-19', expected: 1 },
    { why: 'not in the sample', facts: { ...open, isSampled: false }, on: '2026-06-01', expected: 'none' },
    { why: 'called', facts: { ...open, calledBack: '2026-03-16' }, expected: 'none' },
    { why: 'nobody knows', facts: { ...open, calledBack: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(callBack, row));

  it('says since when', () => {
    expect(matterFinding(callBack, open, '2026-03-17').says).toBe('主管部门3月2日答复，应当在3月16日前（含当日）回访，至今未回访');
  });
});
