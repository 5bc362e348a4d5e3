import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { ledgerComplete } from './pay-11-ledger-complete.ts';

const names = ['employer', 'period', 'payDate', 'payee', 'idNumber', 'contact', 'workingTime', 'payable', 'deductions', 'netPaid'] as const;
const complete = { periodEnd: '2026-09-30', ...Object.fromEntries(names.map((name) => [name, true])), certificate: true, signature: false };

describe('《保障农民工工资支付条例》第十五条第二款「书面工资支付台账应当包括用人单位名称，支付周期，支付日期，支付对象姓名、身份证号码、联系方式，工作时间，应发工资项目及数额，代扣、代缴、扣除项目和数额，实发工资数额，银行代发工资凭证或者农民工签字等内容」', () => {
  it.each(names.map((name) => [name]))('wants %s', (name) => {
    holdMatter(ledgerComplete, { why: name, facts: { ...complete, [name]: false }, expected: 2 });
    holdMatter(ledgerComplete, { why: name, facts: { ...complete, [name]: null }, expected: 'cannot-determine' });
  });

  it.each([
    { why: 'the bank’s certificate is enough', facts: complete, expected: 'none' },
    { why: 'the signature is enough', facts: { ...complete, certificate: false, signature: true }, expected: 'none' },
    { why: 'the signature, certificate unknown', facts: { ...complete, certificate: null, signature: true }, expected: 'none' },
    { why: 'neither', facts: { ...complete, certificate: false }, expected: 2 },
    { why: 'no certificate, signature unknown', facts: { ...complete, certificate: false, signature: null }, expected: 'cannot-determine' },
    { why: 'period unknown', facts: { ...complete, periodEnd: null }, expected: 'cannot-determine' },
    { why: 'one lacks, another is unknown', facts: { ...complete, contact: false, payee: null }, expected: 2 },
  ] as const)('$why', (row) => holdMatter(ledgerComplete, row));

  it('names what lacks', () => {
    expect(matterFinding(ledgerComplete, { ...complete, contact: false, certificate: false })).toMatchObject({
      says: '用人单位截至9月30日的工资支付台账缺少 2 项：联系方式；银行代发工资凭证或者农民工签字',
      dueOn: '2026-09-30',
      duty: 'employer',
    });
  });
});
