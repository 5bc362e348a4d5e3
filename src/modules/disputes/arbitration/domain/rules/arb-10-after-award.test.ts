import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { afterAward } from './arb-10-after-award.ts';

const worker = { isFinal: true, party: 'worker', receivedOn: '2026-03-02', acted: 'not-yet' };
const employer = { ...worker, party: 'employer' };

describe('《劳动争议调解仲裁法》第四十八条「十五日内向人民法院提起诉讼」、第四十九条「三十日内…申请撤销裁决」、第五十条', () => {
  it.each([
    { why: 'the worker, 15th day', facts: worker, on: '2026-03-17', expected: 'none' },
    { why: 'the worker, 16th day', facts: worker, on: '2026-03-18', expected: 2 },
    { why: 'the employer of a final award, 30th day', facts: employer, on: '2026-04-01', expected: 'none' },
    { why: 'the employer of a final award, 31st day', facts: employer, on: '2026-04-02', expected: 2 },
    { why: 'the employer of another award has 15 days', facts: { ...employer, isFinal: false }, on: '2026-03-18', expected: 2 },
    { why: 'sued on the last day', facts: { ...worker, acted: '2026-03-17' }, expected: 'none' },
    { why: 'sued on the day after', facts: { ...worker, acted: '2026-03-18' }, expected: 2 },
    { why: 'a last day in 国庆 moves to 10-08', facts: { ...worker, receivedOn: '2026-09-16' }, on: '2026-10-08', expected: 'none' },
    { why: 'and 10-09 is late', facts: { ...worker, receivedOn: '2026-09-16' }, on: '2026-10-09', expected: 2 },
    { why: 'nobody knows whether the award is final', facts: { ...worker, isFinal: null }, expected: 'cannot-determine' },
    { why: 'nobody knows when it was received', facts: { ...worker, receivedOn: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(afterAward, row));

  it('says which right has gone', () => {
    expect(matterFinding(afterAward, employer, '2026-04-02')).toMatchObject({
      says: '用人单位3月2日收到裁决书，可以在4月1日前（含当日）申请撤销终局裁决，至今未申请撤销终局裁决；期限已过，裁决不再因这一方不服而改变（劳动者的起诉被驳回或者撤回的，自收到该裁定书之日起另计）',
      dueOn: '2026-04-01',
      duty: 'employer',
    });
  });
});
