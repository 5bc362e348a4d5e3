import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { subcontractorCooperates } from './dis-07-subcontractor-cooperates.ts';

const asked = { subject: 'payroll', askedOn: '2026-03-02', setDay: '2026-03-06', isRefused: false, done: 'not-yet' };

describe('《保障农民工工资支付条例》第五十六条第(三)项「分包单位未配合施工总承包单位对其劳动用工进行监督管理」', () => {
  it.each([
    { why: 'the set day is in time', facts: asked, on: '2026-03-06', expected: 'none' },
    { why: 'the day after', facts: asked, on: '2026-03-07', expected: 2 },
    { why: 'refused: at once', facts: { ...asked, isRefused: true }, on: '2026-03-03', expected: 2 },
    { why: 'nobody knows whether it was refused, and there is time', facts: { ...asked, isRefused: null }, on: '2026-03-03', expected: 'cannot-determine' },
    { why: 'refused or not, the day has passed', facts: { ...asked, isRefused: null }, on: '2026-03-07', expected: 2 },
    { why: 'refused, and no day was set', facts: { ...asked, isRefused: true, setDay: null }, on: '2026-03-03', expected: 2 },
    { why: 'refused before, cooperated later', facts: { ...asked, isRefused: true, done: '2026-03-09' }, expected: 'none' },
    { why: 'cooperated on the set day', facts: { ...asked, done: '2026-03-06' }, expected: 'none' },
    { why: 'not asked yet on the day', facts: { ...asked, isRefused: true }, on: '2026-03-01', expected: 'none' },
    { why: 'nobody knows whether it cooperated', facts: { ...asked, done: null }, expected: 'cannot-determine' },
    { why: 'no day was set', facts: { ...asked, setDay: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(subcontractorCooperates, row));

  it('says what was asked and how it was answered', () => {
    expect(matterFinding(subcontractorCooperates, asked)).toMatchObject({
      says: '施工总承包单位3月2日要求分包单位配合工资支付表和支付凭证，分包单位3月6日期满仍未配合',
      dueOn: '2026-03-06',
      duty: 'subcontractor',
    });
    expect(matterFinding(subcontractorCooperates, { ...asked, subject: 'inspection', isRefused: true }, '2026-03-03')).toMatchObject({
      says: '施工总承包单位3月2日要求分包单位配合现场检查，分包单位明确拒绝',
      dueOn: '2026-03-02',
    });
  });
});
