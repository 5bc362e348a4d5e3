import { describe, expect, it } from 'vitest';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { hearTheParty } from './case-10-hear-the-party.ts';

const decided = { decidedOn: '2026-03-20' };

describe('《行政处罚法》第六十二条「未……告知……或者拒绝听取当事人的陈述、申辩，不得作出行政处罚决定」', () => {
  it.each([
    { why: 'told before, heard', facts: { ...decided, noticedOn: '2026-03-10', statement: 'heard' }, expected: 'none' },
    { why: 'told before, said nothing', facts: { ...decided, noticedOn: '2026-03-19', statement: 'none' }, expected: 'none' },
    { why: 'told before, waived', facts: { ...decided, noticedOn: '2026-03-20', statement: 'waived' }, expected: 'none' },
    { why: 'told, spoke up, not heard', facts: { ...decided, noticedOn: '2026-03-10', statement: 'refused' }, expected: 4 },
    { why: 'never told', facts: { ...decided, noticedOn: 'not-yet', statement: 'none' }, expected: 4 },
    { why: 'told the day after the decision', facts: { ...decided, noticedOn: '2026-03-21', statement: 'heard' }, expected: 4 },
    { why: 'told and decided on one day', facts: { ...decided, noticedOn: '2026-03-20', statement: 'none' }, expected: 'needs-person' },
    { why: 'waived what he was never told', facts: { ...decided, noticedOn: 'not-yet', statement: 'waived' }, expected: 'needs-person' },
    { why: 'not decided: nothing is wrong yet', facts: { decidedOn: 'not-yet' }, expected: 'none' },
    { why: 'nobody knows of a notice', facts: { ...decided, statement: 'heard' }, expected: 'cannot-determine' },
    { why: 'nobody knows what the party said', facts: { ...decided, noticedOn: '2026-03-10' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(hearTheParty, row));

  it('says what was left out, and what the decision risks', () => {
    expect(matterFinding(hearTheParty, { ...decided, noticedOn: 'not-yet', statement: 'none' })).toMatchObject({
      says: '主管部门3月20日作出决定，决定前没有事先告知当事人拟作出的内容及事实、理由、依据，不得作出决定',
      dueOn: '2026-03-20',
    });
    expect(hearTheParty.consequences?.[0]?.says).toContain('行政处罚无效');
    expect(askMatter(hearTheParty, { ...decided, noticedOn: '2026-03-20', statement: 'none' })).toMatchObject({
      question: '告知当日即作出决定，是否给了当事人陈述、申辩的合理时间？',
    });
  });
});
