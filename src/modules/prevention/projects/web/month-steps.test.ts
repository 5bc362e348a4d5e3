import { describe, expect, it } from 'vitest';
import type { MonthRow, ProjectPage } from '../domain/wire.ts';
import { stepsOf, urgencyOf } from './month-steps.ts';

const month: MonthRow = {
  month: '2026-10',
  attendedHeads: 205,
  payrollHeads: 203,
  paidHeads: 0,
  dueFen: '131260000',
  inflowFen: '131260000',
  paidFen: '0',
  owedFen: '131260000',
  owedPeople: 203,
  payBy: '2026-11-15',
  settledOn: null,
  stateName: '没有发放',
  stop: { month: '2026-10', at: 'not-sent', says: '' },
};

function pageWith(balanceFen: string | null, rosterThrough: string | null = '2026-11-20'): ProjectPage {
  return {
    project: {
      id: '1',
      code: 'A',
      name: '人民医院门诊楼',
      regionCode: '371526100',
      regionName: '鱼邱湖街道',
      industry: '住建',
      stateName: '在建',
      isGovernment: null,
      gcName: '总包',
      ownerName: null,
      onSite: 205,
      owedFen: '0',
      owedPeople: 0,
      openWarnings: 0,
      worstLevel: null,
      worstLevelName: null,
    },
    answer: { paid: false, says: '', stop: null },
    ledger: [],
    chain: { owner: null, generalContractor: '总包', subcontractors: [] },
    months: [month],
    account: { no: null, bank: null, balanceFen, through: null },
    completeness: { score: 0, missing: [] },
    freshness: [{ feed: 'roster', name: '花名册', through: rosterThrough, stale: false }],
  };
}

const states = (page: ProjectPage, row: MonthRow | null, today: string) => stepsOf(page, row, today).map((step) => `${step.name} ${step.state}`);

describe('一个月工资的五步', () => {
  it('发薪日当天还不算晚，第二天才算', () => {
    expect(states(pageWith(null), month, '2026-11-15')).toEqual(['花名册 done', '考勤 done', '工资表 done', '拨付 done', '发放 now']);
    expect(states(pageWith(null), month, '2026-11-16').at(-1)).toBe('发放 late');
  });

  it('第一步没做，后面的步子都没轮到', () => {
    const nothing = { ...month, attendedHeads: 0, payrollHeads: 0, dueFen: '0', inflowFen: '0', stop: { ...month.stop, at: 'no-attendance' } };
    expect(states(pageWith(null), nothing, '2026-11-15')).toEqual(['花名册 done', '考勤 now', '工资表 ahead', '拨付 ahead', '发放 ahead']);
    expect(states(pageWith(null, null), null, '2026-11-15')[0]).toBe('花名册 now');
  });

  it('本月拨付少一分，但专户余额刚好够，算够发；余额也少一分，卡在拨付', () => {
    const short = { ...month, inflowFen: '131259999', stop: { ...month.stop, at: 'no-inflow' } };
    expect(states(pageWith('131260000'), short, '2026-11-16').slice(3)).toEqual(['拨付 done', '发放 late']);
    expect(states(pageWith('131259999'), short, '2026-11-16').slice(3)).toEqual(['拨付 late', '发放 ahead']);
  });

  it('流水没到，说缺流水，不说没拨', () => {
    const unknown = { ...month, inflowFen: '0', stop: { ...month.stop, at: 'cannot-tell' } };
    expect(stepsOf(pageWith(null), unknown, '2026-11-16')[3]).toMatchObject({ state: 'late', says: '缺流水' });
  });

  it('晚了的排在最前，办完的排在最后', () => {
    const paid = { ...month, paidHeads: 203, owedFen: '0', owedPeople: 0, stop: { ...month.stop, at: 'paid' } };
    const order = [stepsOf(pageWith(null), month, '2026-11-16'), stepsOf(pageWith(null), month, '2026-11-15'), stepsOf(pageWith(null), paid, '2026-11-16')];
    expect(order.map(urgencyOf)).toEqual([0, 1, 2]);
  });
});
