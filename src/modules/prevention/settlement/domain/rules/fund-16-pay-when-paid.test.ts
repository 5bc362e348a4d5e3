import { describe, expect, it } from 'vitest';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { payWhenPaid } from './fund-16-pay-when-paid.ts';

const clause = { payer: 'large', isSme: true, signedOn: '2026-02-03', clause: 'condition' };

describe('《保障中小企业款项支付条例》第九条第二款「不得约定以收到第三方付款作为向中小企业支付款项的条件或者按照第三方付款进度比例支付中小企业款项」', () => {
  it.each([
    { why: 'payment when paid', facts: clause, expected: 2 },
    { why: 'payment in proportion', facts: { ...clause, clause: 'pro-rata' }, expected: 2 },
    { why: 'neither', facts: { ...clause, clause: 'neither' }, expected: 'none' },
    { why: 'a small payer', facts: { ...clause, payer: 'other' }, expected: 'none' },
    { why: 'a large payee', facts: { ...clause, isSme: false }, expected: 'none' },
    { why: 'signed on the first day of the revision', facts: { ...clause, signedOn: '2025-06-01' }, expected: 2 },
    { why: 'signed the day before', facts: { ...clause, signedOn: '2025-05-31' }, expected: 'needs-person' },
    { why: 'clause unread', facts: { ...clause, clause: null }, expected: 'cannot-determine' },
    { why: 'payer unknown', facts: { ...clause, payer: null }, expected: 'cannot-determine' },
    { why: 'day unknown', facts: { ...clause, signedOn: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(payWhenPaid, row));

  it('asks about an older clause by what was in force: 条例 of 2020 and the 批复, or neither', () => {
    const question = (signedOn: string) => {
      const answer = askMatter(payWhenPaid, { ...clause, signedOn });
      return answer.answer === 'needs-person' ? answer.question : answer.answer;
    };
    expect(question('2020-09-01')).toContain('批复');
    expect(question('2020-08-31')).toBe('2020-08-31 签订的合同约定以收到第三方付款作为付款条件，当时条例还没有施行：条款是否有效？');
  });

  it('says which clause', () => {
    expect(matterFinding(payWhenPaid, { ...clause, clause: 'pro-rata' })).toMatchObject({
      says: '大型企业2月3日与中小企业约定按照第三方付款进度比例付款，这样的约定为条例所禁止',
      dueOn: '2026-02-03',
      duty: 'general-contractor',
      owedTo: 'subcontractor',
    });
  });
});
