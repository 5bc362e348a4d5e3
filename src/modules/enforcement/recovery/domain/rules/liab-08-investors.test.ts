import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { investors } from './liab-08-investors.ts';

const firm = { owedFen: '12345600', employerForm: 'partnership', isRefused: true };

describe('工资条例第二十条「合伙企业、个人独资企业、个体经济组织等用人单位……不清偿的，由出资人依法清偿」', () => {
  it.each([
    { why: 'a partnership that does not pay', facts: firm, expected: 2 },
    { why: 'a sole proprietor', facts: { ...firm, employerForm: 'sole' }, expected: 2 },
    { why: 'an individual business', facts: { ...firm, employerForm: 'individual' }, expected: 2 },
    { why: 'a company: its shareholders are not meant', facts: { ...firm, employerForm: 'company' }, expected: 'none' },
    { why: 'it may still pay', facts: { ...firm, isRefused: false }, expected: 'none' },
    { why: 'nobody knows whether it pays', facts: { ...firm, isRefused: null }, expected: 'cannot-determine' },
    { why: 'nobody looked into the register', facts: { ...firm, employerForm: null }, expected: 'cannot-determine' },
    { why: 'no arrears', facts: { ...firm, owedFen: '0' }, expected: 'none' },
  ] as const)('$why', (row) => holdMatter(investors, row));

  it('says so', () =>
    expect(matterFinding(investors, firm)).toMatchObject({
      says: '合伙企业拖欠农民工工资，不清偿，由出资人在用人单位不清偿时清偿 123,456 元',
      duty: 'investor',
    }));
});
