import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { sensitiveInformation } from './ctr-14-sensitive-information.ts';

const lawful = { collectedOn: '2026-03-01', ground: 'consent', isTold: true, isAssessed: true };

describe('《个人信息保护法》第二十九条「处理敏感个人信息应当取得个人的单独同意」、第五十五条「应当事前进行个人信息保护影响评估」', () => {
  it.each([
    { why: 'by consent, told and assessed', facts: lawful, expected: 'none' },
    { why: 'by a statutory duty', facts: { ...lawful, ground: 'duty' }, expected: 'none' },
    { why: 'without ground', facts: { ...lawful, ground: 'none' }, expected: 3 },
    { why: 'not told', facts: { ...lawful, isTold: false }, expected: 3 },
    { why: 'not assessed', facts: { ...lawful, isAssessed: false }, expected: 3 },
    { why: 'not collected', facts: { ...lawful, ground: 'none', collectedOn: 'not-yet' }, expected: 'none' },
    { why: 'the day before it begins', facts: { ...lawful, ground: 'none' }, on: '2026-02-28', expected: 'none' },
    { why: 'the day it begins', facts: { ...lawful, ground: 'none' }, on: '2026-03-01', expected: 3 },
    { why: 'one unknown', facts: { ...lawful, isTold: null }, expected: 'cannot-determine' },
    { why: 'one unknown, another missing', facts: { ...lawful, isTold: null, isAssessed: false }, expected: 3 },
    { why: 'collection unknown', facts: { ...lawful, collectedOn: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(sensitiveInformation, row));

  it('names what is missing', () => {
    expect(matterFinding(sensitiveInformation, { ...lawful, ground: 'none', isAssessed: false })).toMatchObject({
      says: '自3月1日起采集农民工生物识别信息，没有单独同意或者法定依据、个人信息保护影响评估',
      dueOn: '2026-03-01',
    });
  });
});
