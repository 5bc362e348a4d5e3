import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { noticeBeforeDecision } from './blk-02-notice-before-decision.ts';

const decided = { noticed: '2026-03-02', told: true, decided: '2026-03-20' } as const;

describe('失信名单办法第六条第一款「在作出列入决定前，应当告知当事人拟列入失信联合惩戒名单的事由、依据、提出异议等依法享有的权利和本办法第七条」', () => {
  it.each([
    { why: 'told before', facts: decided, expected: 'none' },
    { why: 'told after', facts: { ...decided, noticed: '2026-03-21' }, expected: 4 },
    { why: 'never told', facts: { ...decided, noticed: 'not-yet' }, expected: 4 },
    { why: 'told without article 7', facts: { ...decided, told: false }, expected: 4 },
    { why: 'no decision yet', facts: { ...decided, decided: 'not-yet' }, expected: 'none' },
    { why: 'nobody knows when they were told', facts: { ...decided, noticed: null }, expected: 'cannot-determine' },
    { why: 'nobody looked at what they were told', facts: { ...decided, told: null }, expected: 'cannot-determine' },
    { why: 'nothing stated', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(noticeBeforeDecision, row));

  it('says what was missing', () => {
    expect(matterFinding(noticeBeforeDecision, { ...decided, noticed: 'not-yet' })).toMatchObject({
      says: '3月20日作出列入失信联合惩戒名单的决定，此前没有告知当事人',
      dueOn: '2026-03-20',
    });
  });
});
