import { describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { national } from '#profiles/index.ts';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { close } from './clue-03-close.ts';

const usual = { receivedOn: '2026-03-02', closed: 'not-yet', isMajor: false };
const major = { ...usual, isMajor: true };
/** 包头: 15 日办结. */
const baotou = {
  ...national,
  name: '包头市',
  parameters: { 'clue.close': [{ from: civilDate('2020-01-01'), value: { n: 15, unit: 'natural-days' as const }, basis: '地方规程', evidence: 'L' as const }] },
};

describe('《保障农民工工资支付条例》第十条第三款「应当依法及时处理」: 15 个工作日办结，重大线索 30 日', () => {
  it.each([
    { why: 'the 15th working day', facts: usual, on: '2026-03-23', expected: 'none' },
    { why: 'the 16th', facts: usual, on: '2026-03-24', expected: 3 },
    { why: 'across 春节 with its make-up days: the 15th', facts: { ...usual, receivedOn: '2026-02-13' }, on: '2026-03-12', expected: 'none' },
    { why: 'across 春节: the 16th', facts: { ...usual, receivedOn: '2026-02-13' }, on: '2026-03-13', expected: 3 },
    { why: 'major: the 30th day', facts: major, on: '2026-04-01', expected: 'none' },
    { why: 'major: the 31st', facts: major, on: '2026-04-02', expected: 3 },
    { why: 'a place that counts 15 natural days', facts: usual, on: '2026-03-17', place: baotou, expected: 'none' },
    { why: 'is late on the 16th', facts: usual, on: '2026-03-18', place: baotou, expected: 3 },
    { why: 'closed late', facts: { ...usual, closed: '2026-03-24' }, expected: 3 },
    { why: 'nobody graded it', facts: { ...usual, isMajor: null }, expected: 'cannot-determine' },
    { why: 'nobody knows whether it is closed', facts: { ...usual, closed: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(close, row));

  it('says since when', () => {
    expect(matterFinding(close, usual, '2026-03-24')).toMatchObject({
      says: '主管部门3月2日登记线索，应当在3月23日前（含当日）办结，至今未办结',
      dueOn: '2026-03-23',
    });
  });
});
