import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { policeDecision } from './crim-09-police-decision.ts';

const received = { receivedAt: '2026-03-02 10:00', isIncomplete: false, decided: 'not-yet' } as const;
const asked = { ...received, isIncomplete: true, askedAt: '2026-03-03 10:00', supplied: 'not-yet' } as const;

describe('国务院令第310号第八条「公安机关应当自接受行政执法机关移送的涉嫌犯罪案件之日起３日内…进行审查」；公安程序规定第一百八十条', () => {
  it.each([
    { why: 'the third day', facts: received, on: '2026-03-05', expected: 'none' },
    { why: 'the day after it', facts: received, on: '2026-03-06', expected: 3 },
    { why: 'decided on the third day', facts: { ...received, decided: '2026-03-05' }, expected: 'none' },
    { why: 'decided on the fourth', facts: { ...received, decided: '2026-03-06' }, expected: 3 },
    { why: 'three days that end on a Saturday wait for Monday', facts: { ...received, receivedAt: '2026-03-04 10:00' }, on: '2026-03-09', expected: 'none' },
    { why: 'asked in the 24th hour, supplement running', facts: asked, on: '2026-03-06', expected: 'none' },
    { why: 'supplement overdue', facts: asked, on: '2026-03-07', expected: 3 },
    { why: 'asked a minute after 24 hours', facts: { ...asked, askedAt: '2026-03-03 10:01' }, on: '2026-03-04', expected: 3 },
    { why: 'supplied in time; three days from then', facts: { ...asked, supplied: '2026-03-06' }, on: '2026-03-09', expected: 'none' },
    { why: 'and over', facts: { ...asked, supplied: '2026-03-06' }, on: '2026-03-10', expected: 3 },
    { why: 'supplied late, decided in time: the lateness stays', facts: { ...asked, supplied: '2026-03-09', decided: '2026-03-10' }, expected: 3 },
    { why: 'nobody noted when it was accepted', facts: { ...received, receivedAt: null }, expected: 'cannot-determine' },
    { why: 'nobody noted when it was asked for', facts: { ...asked, askedAt: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(policeDecision, row));

  it('says who waits for whom', () => {
    expect(matterFinding(policeDecision, received, '2026-03-06')).toMatchObject({
      says: '公安机关3月2日接受移送案件，应当在3月5日前（含当日）决定是否立案，至今未决定是否立案',
      dueOn: '2026-03-05',
      duty: 'police',
    });
    expect(matterFinding(policeDecision, asked, '2026-03-07')).toMatchObject({ duty: 'authority', dueOn: '2026-03-06' });
    expect(matterFinding(policeDecision, { ...asked, askedAt: '2026-03-03 10:01' }, '2026-03-04').says).toBe(
      '公安机关于 2026-03-02 10:00 接受案件，应当在 2026-03-03 10:00 前通知补正，2026-03-03 10:01 才通知；不得以材料不全为由不接受移送',
    );
  });
});
