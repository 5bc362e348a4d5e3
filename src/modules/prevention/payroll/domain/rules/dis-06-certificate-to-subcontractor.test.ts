import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { certificateToSubcontractor } from './dis-06-certificate-to-subcontractor.ts';

const paid = { paidOn: '2026-02-12', givenOn: 'not-yet' };

describe('《保障农民工工资支付条例》第三十一条第三款「并向分包单位提供代发工资凭证」', () => {
  it.each([
    { why: 'third working day, after 春节 and with a make-up Saturday', facts: paid, on: '2026-02-24', expected: 'none' },
    { why: 'the day after it', facts: paid, on: '2026-02-25', expected: 1 },
    { why: 'across the National Day: third working day', facts: { ...paid, paidOn: '2026-09-30' }, on: '2026-10-10', expected: 'none' },
    { why: 'a make-up Saturday was the last day', facts: { ...paid, paidOn: '2026-09-30' }, on: '2026-10-11', expected: 1 },
    { why: 'given on the last day', facts: { ...paid, givenOn: '2026-02-24' }, expected: 'none' },
    { why: 'given later is given', facts: { ...paid, givenOn: '2026-03-10' }, expected: 'none' },
    { why: 'not yet given on the day asked about', facts: { ...paid, givenOn: '2026-03-10' }, on: '2026-03-09', expected: 1 },
    { why: 'nothing paid yet', facts: { ...paid, paidOn: 'not-yet' }, expected: 'none' },
    { why: 'nobody knows whether given', facts: { ...paid, givenOn: null }, expected: 'cannot-determine' },
    { why: 'nobody knows whether paid', facts: { ...paid, paidOn: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(certificateToSubcontractor, row));

  it('says until when', () => {
    expect(matterFinding(certificateToSubcontractor, paid, '2026-03-02')).toMatchObject({
      says: '施工总承包单位2月12日代发工资，应当在2月24日前（含当日）向分包单位提供代发工资凭证，至今未提供',
      dueOn: '2026-02-24',
      duty: 'general-contractor',
      owedTo: 'subcontractor',
    });
  });
});
