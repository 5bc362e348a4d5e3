import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { payTermsAgreed } from './pay-06-pay-terms-agreed.ts';

const agreed = { hiredOn: '2026-03-02', standard: true, payDate: true, method: true };

describe('《保障农民工工资支付条例》第六条「与招用的农民工书面约定或者通过依法制定的规章制度规定工资支付标准、支付时间、支付方式等内容」', () => {
  it.each([
    { why: 'all three agreed', facts: agreed, expected: 'none' },
    { why: 'no pay date', facts: { ...agreed, payDate: false }, expected: 2 },
    { why: 'no standard', facts: { ...agreed, standard: false }, expected: 2 },
    { why: 'no method', facts: { ...agreed, method: false }, expected: 2 },
    { why: 'the day of hire is still in time', facts: { ...agreed, payDate: false }, on: '2026-03-02', expected: 'none' },
    { why: 'the day after it is not', facts: { ...agreed, payDate: false }, on: '2026-03-03', expected: 2 },
    { why: 'one lacks, another is unknown', facts: { ...agreed, payDate: false, method: null }, expected: 2 },
    { why: 'one is unknown', facts: { ...agreed, method: null }, expected: 'cannot-determine' },
    { why: 'day of hire unknown', facts: { ...agreed, hiredOn: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(payTermsAgreed, row));

  it('names what was not agreed', () => {
    expect(matterFinding(payTermsAgreed, { ...agreed, standard: false, payDate: false, workers: 4 })).toMatchObject({
      says: '用人单位自3月2日用工，没有与农民工书面约定工资的支付标准、具体支付日期',
      dueOn: '2026-03-02',
      people: 4,
    });
  });
});
