import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { creditWindow } from './crd-01-window.ts';

describe('信用修复管理办法「严重失信信息的最短公示期为1年，最长为3年」', () => {
  it.each([
    { gravity: 'light', says: '轻微失信信息原则上不予公示；确有必要公示的，公示最迟到7月10日为止，法定责任履行完毕即可申请信用修复', dueOn: '2026-07-10' },
    {
      gravity: 'general',
      says: '一般失信信息自7月11日起，已经纠正失信行为、履行义务并公开作出信用承诺的可以申请信用修复，公示最迟到2027年4月10日为止；届时仍未纠正的按行业主管部门规定办理',
      dueOn: '2027-04-10',
    },
    {
      gravity: 'serious',
      says: '严重（包括严重失信主体名单）失信信息自2027年4月11日起，已经纠正失信行为、履行义务并公开作出信用承诺的可以申请信用修复，公示最迟到2029年4月10日为止；届时仍未纠正的按行业主管部门规定办理',
      dueOn: '2029-04-10',
    },
  ] as const)('$gravity', ({ gravity, says, dueOn }) => {
    expect(matterFinding(creditWindow, { gravity, decided: '2026-04-10' })).toMatchObject({ level: 0, says, dueOn });
  });

  it.each([
    { why: 'a leap day', facts: { gravity: 'serious', decided: '2024-02-29' }, expected: 0 },
    { why: 'before the measures of 2026', facts: { gravity: 'serious', decided: '2025-04-10' }, on: '2026-03-31', expected: 'none' },
    { why: 'their first day', facts: { gravity: 'serious', decided: '2025-04-10' }, on: '2026-04-01', expected: 0 },
    { why: 'nobody classed it', facts: { decided: '2026-04-10' }, expected: 'cannot-determine' },
    { why: 'nothing stated', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(creditWindow, row));
});
