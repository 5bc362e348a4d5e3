import { describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { national } from '#profiles/index.ts';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { firstContact } from './clue-02-first-contact.ts';

const usual = { assignedAt: '2026-03-02 09:30', isContacted: false, isMajor: false };
const major = { ...usual, isMajor: true };
const place = {
  ...national,
  name: '某市',
  parameters: {
    'clue.contact.major': [{ from: civilDate('2026-01-01'), value: { n: 3, unit: 'natural-days' as const }, basis: '文件', evidence: 'L' as const }],
  },
};

describe('《保障农民工工资支付条例》第十条第三款「应当依法及时处理」: 2 个工作日内首次联系，重大线索 24 小时', () => {
  it.each([
    { why: 'the second working day', facts: usual, on: '2026-03-04', expected: 'none' },
    { why: 'the third', facts: usual, on: '2026-03-05', expected: 2 },
    { why: 'across 国庆', facts: { ...usual, assignedAt: '2026-09-30 09:30' }, on: '2026-10-09', expected: 'none' },
    { why: 'and after it: 10-10 is a make-up Saturday', facts: { ...usual, assignedAt: '2026-09-30 09:30' }, on: '2026-10-10', expected: 2 },
    { why: 'major: within the day the 24 hours end', facts: major, on: '2026-03-03', expected: 'none' },
    { why: 'major: the day after', facts: major, on: '2026-03-04', expected: 2 },
    { why: 'major: in the 24th hour', facts: { ...major, isContacted: true, contactedAt: '2026-03-03 09:30' }, expected: 'none' },
    { why: 'major: a minute later', facts: { ...major, isContacted: true, contactedAt: '2026-03-03 09:31' }, expected: 2 },
    { why: 'hours run on a Sunday as well', facts: { ...major, assignedAt: '2026-03-07 09:30' }, on: '2026-03-09', expected: 2 },
    { why: 'a place may count days', facts: major, on: '2026-03-05', place, expected: 'none' },
    { why: 'and be late by them', facts: major, on: '2026-03-06', place, expected: 2 },
    { why: 'contacted, nobody knows when', facts: { ...usual, isContacted: true }, expected: 'cannot-determine' },
    { why: 'nobody graded it', facts: { ...usual, isMajor: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(firstContact, row));

  it('says until which minute', () => {
    expect(matterFinding(firstContact, { ...major, isContacted: true, contactedAt: '2026-03-03 10:00' })).toMatchObject({
      says: '承办人3月2日09:30接到交办线索，应当在3月3日09:30前联系当事人，3月3日10:00才联系',
      dueOn: '2026-03-03',
    });
    expect(matterFinding(firstContact, usual, '2026-03-05').says).toBe(
      '劳动保障监察员3月2日接到交办线索，应当在3月4日前（含当日）联系当事人，至今未联系当事人',
    );
  });
});
