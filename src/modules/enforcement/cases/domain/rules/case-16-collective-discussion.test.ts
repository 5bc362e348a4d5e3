import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { collectiveDiscussion } from './case-16-collective-discussion.ts';

const decided = { decidedOn: '2026-03-20', grave: true };

describe('《行政处罚法》第五十七条第二款「对情节复杂或者重大违法行为给予行政处罚，行政机关负责人应当集体讨论决定」', () => {
  it.each([
    { why: 'discussed before', facts: { ...decided, discussedOn: '2026-03-19' }, expected: 'none' },
    { why: 'discussed on the day', facts: { ...decided, discussedOn: '2026-03-20' }, expected: 'none' },
    { why: 'discussed the day after', facts: { ...decided, discussedOn: '2026-03-21' }, expected: 2 },
    { why: 'not discussed', facts: { ...decided, discussedOn: 'not-yet' }, expected: 2 },
    { why: 'a plain case', facts: { decidedOn: '2026-03-20', grave: false, discussedOn: 'not-yet' }, expected: 'none' },
    { why: 'nobody said how grave it is', facts: { decidedOn: '2026-03-20', discussedOn: 'not-yet' }, expected: 'needs-person' },
    { why: 'nothing decided', facts: { decidedOn: 'not-yet', grave: true }, expected: 'none' },
    { why: 'nobody knows of minutes', facts: decided, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(collectiveDiscussion, row));

  it('says what is missing', () => {
    expect(matterFinding(collectiveDiscussion, { ...decided, discussedOn: 'not-yet' })).toMatchObject({
      says: '主管部门3月20日对情节复杂或者重大违法行为作出处罚决定，决定前没有经负责人集体讨论',
      dueOn: '2026-03-20',
    });
  });
});
