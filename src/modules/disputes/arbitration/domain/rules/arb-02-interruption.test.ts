import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { interruption } from './arb-02-interruption.ts';

const complained = (on: string, by = 'relief') => ({ claim: 'wages', employmentEnded: '2025-06-10', interruptions: [{ on, by }], suspensions: [] });

describe('《劳动争议调解仲裁法》第二十七条第二款「从中断时起，仲裁时效期间重新计算」', () => {
  it.each([
    { why: 'a complaint on the last day', facts: complained('2026-06-10'), on: '2026-06-10', expected: 0 },
    { why: 'the day before the complaint nothing was restarted', facts: complained('2026-06-10'), on: '2026-06-09', expected: 'none' },
    { why: 'a complaint after it', facts: complained('2026-06-11'), on: '2026-06-11', expected: 'none' },
    { why: 'a promise to pay after it is judged by people', facts: complained('2026-06-11', 'consent'), on: '2026-06-11', expected: 'needs-person' },
    { why: 'a claim while still employed', facts: { ...complained('2025-03-01'), employmentEnded: 'not-yet' }, on: '2026-06-11', expected: 'none' },
    { why: 'the new year is over as well', facts: complained('2025-09-01'), on: '2026-09-02', expected: 'none' },
    { why: 'on its last day it is not', facts: complained('2025-09-01'), on: '2026-09-01', expected: 0 },
    { why: 'no interruption', facts: { ...complained('2025-09-01'), interruptions: [] }, on: '2026-01-01', expected: 'none' },
    { why: 'nobody asked', facts: { ...complained('2025-09-01'), interruptions: null }, on: '2026-01-01', expected: 'cannot-determine' },
    { why: 'the end of employment is missing', facts: { ...complained('2025-09-01'), employmentEnded: null }, on: '2026-01-01', expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(interruption, row));

  it('says until when', () => {
    expect(matterFinding(interruption, complained('2026-03-10'), '2026-03-11')).toMatchObject({
      says: '劳动者的仲裁时效因向有关部门请求权利救济（投诉、申请调解等）于2026年3月10日中断并重新计算，最迟在2027年3月10日申请仲裁',
      dueOn: '2027-03-10',
      provisional: true,
    });
  });
});
