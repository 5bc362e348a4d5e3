import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { earlyRelief } from './arb-09-early-relief.ts';

const all = { forPay: true, partClear: true, relationClear: true, hardship: true };

describe('《劳动争议调解仲裁法》第四十三条第二款「可以就该部分先行裁决」、第四十四条「可以裁决先予执行」', () => {
  it.each([
    { why: 'both', facts: all, expected: 0 },
    { why: 'a clear part alone', facts: { ...all, relationClear: false, hardship: null }, expected: 0 },
    { why: 'hardship alone is not enough', facts: { ...all, partClear: false, relationClear: false }, expected: 'none' },
    { why: 'clear, no hardship', facts: { ...all, partClear: false, hardship: false }, expected: 'none' },
    { why: 'not about pay', facts: { ...all, partClear: false, forPay: false }, expected: 'none' },
    { why: 'hardship is a person’s judgement', facts: { ...all, hardship: null }, expected: 'needs-person' },
    { why: 'nobody looked at the facts', facts: { ...all, partClear: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(earlyRelief, row));

  it('says what the tribunal may do', () => {
    expect(matterFinding(earlyRelief, all).says).toBe('仲裁庭可以就已经清楚的部分先行裁决，并可以根据申请裁决先予执行、移送人民法院执行，劳动者可以不提供担保');
  });
});
