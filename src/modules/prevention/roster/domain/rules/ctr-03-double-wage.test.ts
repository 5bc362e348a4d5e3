import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { doubleWageClaim } from './ctr-03-double-wage.ts';

// Hired on 2026-04-01: the month ends on 05-01, in the holiday, and the last day to sign moves to Wednesday 05-06.
const unsigned = { hiredOn: '2026-04-01', signedOn: 'not-yet', endedOn: 'not-yet', workers: 3 };

describe('《劳动合同法》第八十二条第一款「自用工之日起超过一个月不满一年未与劳动者订立书面劳动合同的，应当向劳动者每月支付二倍的工资」', () => {
  it.each([
    { why: 'the last day to sign, moved after the holiday', facts: unsigned, on: '2026-05-06', expected: 'none' },
    { why: 'the day after it', facts: unsigned, on: '2026-05-07', expected: 2 },
    { why: 'signed on the last day', facts: { ...unsigned, signedOn: '2026-05-06' }, expected: 'none' },
    { why: 'signed late', facts: { ...unsigned, signedOn: '2026-05-07' }, expected: 2 },
    { why: 'signed before the work', facts: { ...unsigned, signedOn: '2026-03-28' }, expected: 'none' },
    { why: 'the employment ended within the month', facts: { ...unsigned, endedOn: '2026-04-20' }, expected: 'none' },
    {
      why: 'signed after a month without a rest day at its end: the window is empty',
      facts: { ...unsigned, hiredOn: '2026-03-01', signedOn: '2026-04-02' },
      expected: 'none',
    },
    { why: 'signing unknown', facts: { ...unsigned, signedOn: null }, expected: 'cannot-determine' },
    { why: 'end of the employment unknown', facts: { ...unsigned, endedOn: null }, expected: 'cannot-determine' },
    { why: 'hire unknown', facts: { ...unsigned, hiredOn: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(doubleWageClaim, row));

  it('names the window, at most to the day before a full year', () => {
    expect(matterFinding(doubleWageClaim, unsigned)).toMatchObject({
      says: '用人单位4月1日用工，未在一个月内与农民工订立书面劳动合同，5月2日至11月22日应当每月支付二倍的工资',
      dueOn: '2026-05-06',
      people: 3,
      owedTo: 'worker',
    });
    expect(matterFinding(doubleWageClaim, { ...unsigned, hiredOn: '2025-03-01' }).says).toBe(
      '用人单位2025年3月1日用工，未在一个月内与农民工订立书面劳动合同，2025年4月2日至2月28日应当每月支付二倍的工资，3月1日起视为已订立无固定期限劳动合同',
    );
  });

  it('the end of a project is not the end of employment: both days are asked for apart', () =>
    expect(doubleWageClaim.interpretation).toContain('项目结束不等于劳动关系终止'));
});
