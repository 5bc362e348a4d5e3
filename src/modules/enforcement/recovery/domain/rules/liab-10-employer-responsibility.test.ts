import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { employerResponsibility } from './liab-10-employer-responsibility.ts';

const passed = { owedFen: '12345600', hirer: 'person', letBy: 'other', isLetterQualified: true, lendsName: false };

describe('法释〔2025〕12号第一条「承包人将承包业务转包或者分包给不具备合法经营资格的组织或者个人」', () => {
  it.each([
    { why: 'in any trade', facts: passed, expected: 2 },
    { why: 'by a subcontractor', facts: { ...passed, letBy: 'subcontractor' }, expected: 2 },
    { why: 'by the general contractor', facts: { ...passed, letBy: 'general-contractor' }, expected: 2 },
    { why: 'by the owner, who is no contractor', facts: { ...passed, letBy: 'owner' }, expected: 'none' },
    { why: 'to a lawful unit', facts: { ...passed, hirer: 'subcontractor' }, expected: 'none' },
    { why: 'a name was lent', facts: { ...passed, letBy: 'none', lendsName: true }, expected: 2 },
    { why: 'the contractor itself may not operate', facts: { ...passed, isLetterQualified: false }, expected: 'none' },
    { why: 'nobody checked the contractor', facts: { ...passed, isLetterQualified: null }, expected: 'cannot-determine' },
    { why: 'nobody knows who passed it on', facts: { ...passed, letBy: null }, expected: 'cannot-determine' },
    { why: 'nobody knows about a name', facts: { ...passed, letBy: 'none', lendsName: null }, expected: 'cannot-determine' },
    { why: 'the day before the interpretation', facts: passed, on: '2025-08-31', expected: 'none' },
    { why: 'its first day', facts: passed, on: '2025-09-01', expected: 2 },
    { why: 'no arrears', facts: { ...passed, owedFen: '0' }, expected: 'none' },
  ] as const)('$why', (row) => holdMatter(employerResponsibility, row));

  it('says so', () => {
    expect(matterFinding(employerResponsibility, passed).says).toBe(
      '其他用人单位将承包业务转包或者分包给个人，由其他用人单位承担用工主体责任，支付 123,456 元',
    );
    expect(matterFinding(employerResponsibility, { ...passed, letBy: 'none', lendsName: true })).toMatchObject({
      says: '个人挂靠具备合法经营资格的单位对外经营，由被挂靠单位承担用工主体责任，支付 123,456 元',
      duty: 'name-lender',
    });
  });
});
