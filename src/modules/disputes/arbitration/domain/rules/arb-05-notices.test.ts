import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { notices } from './arb-05-notices.ts';

const told = { acceptedOn: '2026-03-04', tribunalTold: '2026-03-09', hearingOn: 'not-yet' };
const hearing = { ...told, hearingOn: '2026-03-30', hearingTold: 'not-yet' };

describe('《劳动争议调解仲裁法》第三十二条「受理仲裁申请之日起五日内」、第三十五条「在开庭五日前」', () => {
  it.each([
    { why: 'the fifth day', facts: { ...told, tribunalTold: 'not-yet' }, on: '2026-03-09', expected: 'none' },
    { why: 'the sixth', facts: { ...told, tribunalTold: 'not-yet' }, on: '2026-03-10', expected: 1 },
    { why: 'no hearing set', facts: told, on: '2026-03-25', expected: 'none' },
    { why: 'five days before', facts: { ...hearing, hearingTold: '2026-03-25' }, expected: 'none' },
    { why: 'four days before', facts: { ...hearing, hearingTold: '2026-03-26' }, expected: 1 },
    { why: 'not told yet, on the fifth day before', facts: hearing, on: '2026-03-25', expected: 'none' },
    { why: 'not told yet, on the fourth', facts: hearing, on: '2026-03-26', expected: 1 },
    { why: 'nobody knows of the tribunal', facts: { ...told, tribunalTold: null }, expected: 'cannot-determine' },
    { why: 'nobody knows of the notice', facts: { ...hearing, hearingTold: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(notices, row));

  it('says the last day of notice', () => {
    expect(matterFinding(notices, { ...hearing, hearingTold: '2026-03-26' }, '2026-04-01')).toMatchObject({
      says: '3月30日开庭，仲裁庭应当在3月25日前（含当日）书面通知双方当事人，3月26日才通知',
      dueOn: '2026-03-25',
    });
  });

  it('a late notice of the tribunal does not hide a hearing told too late', () => {
    expect(matterFinding(notices, { ...hearing, tribunalTold: '2026-03-10', hearingTold: '2026-03-26' }, '2026-04-01')).toMatchObject({
      says: '劳动人事争议仲裁委员会3月4日受理仲裁申请，应当在3月9日前（含当日）书面通知仲裁庭组成情况，3月10日才书面通知仲裁庭组成情况；3月30日开庭，仲裁庭应当在3月25日前（含当日）书面通知双方当事人，3月26日才通知',
      dueOn: '2026-03-09',
    });
  });
});
