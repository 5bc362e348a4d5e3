import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { courtWindow } from './case-21-court-window.ts';

/** Served on 2026-03-02: six months end on 9月2日, the window on 12月2日; its sixtieth day is 11月1日, its eightieth 11月21日. */
const open = { servedOn: '2026-03-02', contestedOn: 'not-yet', performedOn: 'not-yet', appliedOn: 'not-yet' };

describe('《行政强制法》第五十三条「可以自期限届满之日起三个月内……申请人民法院强制执行」', () => {
  it.each([
    { why: 'while the remedy runs', facts: open, on: '2026-09-02', expected: 'none' },
    { why: 'the fifty-ninth day of the window', facts: open, on: '2026-10-31', expected: 'none' },
    { why: 'the sixtieth', facts: open, on: '2026-11-01', expected: 3 },
    { why: 'the seventy-ninth', facts: open, on: '2026-11-20', expected: 3 },
    { why: 'the eightieth', facts: open, on: '2026-11-21', expected: 4 },
    { why: 'applied on the last day', facts: { ...open, appliedOn: '2026-12-02' }, on: '2026-12-10', expected: 'none' },
    { why: 'applied a day late', facts: { ...open, appliedOn: '2026-12-03' }, on: '2026-12-10', expected: 4 },
    { why: 'not applied and lost', facts: open, on: '2026-12-03', expected: 4 },
    { why: 'applied on the last day of the remedy: too early', facts: { ...open, appliedOn: '2026-09-02' }, on: '2026-12-10', expected: 3 },
    { why: 'applied the day after it', facts: { ...open, appliedOn: '2026-09-03' }, on: '2026-12-10', expected: 'none' },
    {
      why: 'applied before a deferral has ended',
      facts: { ...open, deferredTo: '2026-10-30', appliedOn: '2026-10-30' },
      on: '2026-12-10',
      expected: 3,
    },
    { why: 'performed', facts: { ...open, performedOn: '2026-10-01' }, on: '2026-12-03', expected: 'none' },
    { why: 'contested: another way leads to the court', facts: { ...open, contestedOn: '2026-04-01' }, on: '2026-12-03', expected: 'none' },
    { why: 'a deferral until 10月30日 moves the window to 2027-02-01', facts: { ...open, deferredTo: '2026-10-30' }, on: '2026-12-03', expected: 'none' },
    { why: 'and it is lost after that', facts: { ...open, deferredTo: '2026-10-30' }, on: '2027-02-02', expected: 4 },
    { why: 'a deferral within the remedy changes nothing', facts: { ...open, deferredTo: '2026-06-30' }, on: '2026-12-03', expected: 4 },
    { why: 'a remedy that ends in 国庆 ends on 10月8日', facts: { ...open, servedOn: '2026-04-03' }, on: '2026-12-06', expected: 'none' },
    { why: 'sixty days after that', facts: { ...open, servedOn: '2026-04-03' }, on: '2026-12-07', expected: 3 },
    { why: 'nobody knows of a lawsuit', facts: { ...open, contestedOn: null }, expected: 'cannot-determine' },
    { why: 'nobody knows when it was served', facts: { ...open, servedOn: null }, expected: 'cannot-determine' },
    { why: 'nobody knows of an application', facts: { ...open, appliedOn: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(courtWindow, row));

  it('names both ends', () => {
    expect(matterFinding(courtWindow, open, '2026-11-21')).toMatchObject({
      says: '救济期限9月2日届满，当事人没有履行，应当在12月2日前（含当日）申请强制执行，已过 80 日，尚未申请',
      dueOn: '2026-12-02',
      provisional: false,
      steps: [{ value: '2026-09-02' }, { value: '2026-12-02' }],
    });
    expect(matterFinding(courtWindow, { ...open, appliedOn: '2026-05-20' }, '2026-06-01').says).toBe(
      '主管部门5月20日申请强制执行，救济期限9月2日届满，届满之后才可以申请',
    );
    expect(matterFinding(courtWindow, open, '2026-12-03').says).toContain('期限已过');
    // An application that came late waited until it came, whatever day is asked about.
    expect(matterFinding(courtWindow, { ...open, appliedOn: '2026-12-03' }, '2026-12-10').values).toMatchObject([{ value: 92 }]);
    expect(matterFinding(courtWindow, { ...open, deferredTo: '2026-10-30' }, '2027-02-02').provisional).toBe(true);
  });
});
