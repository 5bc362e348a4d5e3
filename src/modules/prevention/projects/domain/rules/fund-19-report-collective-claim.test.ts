import { describe, expect, it } from 'vitest';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { reportCollectiveClaim } from './fund-19-report-collective-claim.ts';

const event = { occurredAt: '2026-03-02 10:00' };
const told = (labourToldAt: string, industryToldAt: string) => ({ ...event, isLabourTold: true, labourToldAt, isIndustryTold: true, industryToldAt });
const silent = { ...event, isLabourTold: false, isIndustryTold: false, workers: 23 };

describe('《保障农民工工资支付条例》第二十九条第三款「发生农民工集体讨薪事件的，建设单位应当……向项目所在地人力资源社会保障行政部门和相关行业工程建设主管部门报告有关情况」', () => {
  it.each([
    { why: 'both told in the last minute', facts: told('2026-03-03 10:00', '2026-03-03 10:00'), expected: 'none' },
    { why: 'one told a minute late', facts: told('2026-03-03 10:00', '2026-03-03 10:01'), expected: 3 },
    { why: 'one told, the other not', facts: { ...told('2026-03-02 11:00', '2026-03-02 11:00'), isIndustryTold: false }, expected: 3 },
    { why: 'nobody told, the day of the last minute still runs', facts: silent, on: '2026-03-03', expected: 'none' },
    { why: 'nobody told, the day after', facts: silent, on: '2026-03-04', expected: 3 },
    { why: 'hours run on through a rest day', facts: { ...silent, occurredAt: '2026-03-06 18:00' }, on: '2026-03-08', expected: 3 },
    { why: 'one not told, of the other nothing is known', facts: { ...event, isLabourTold: false }, expected: 3 },
    {
      why: 'one told in time, of the other nothing is known',
      facts: { ...event, isLabourTold: true, labourToldAt: '2026-03-02 11:00' },
      expected: 'cannot-determine',
    },
    { why: 'told, but nobody knows when', facts: { ...event, isLabourTold: true, isIndustryTold: true }, expected: 'cannot-determine' },
    { why: 'nobody knows when it happened', facts: { isLabourTold: false, isIndustryTold: false }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(reportCollectiveClaim, row));

  it('says to whom and until when', () => {
    expect(matterFinding(reportCollectiveClaim, { ...silent, isLabourTold: true, labourToldAt: '2026-03-04 09:00' })).toMatchObject({
      says: '2026-03-02 10:00 发生农民工集体讨薪事件，建设单位应当在 2026-03-03 10:00 前报告，2026-03-04 09:00 才向人力资源社会保障行政部门报告，至今未向相关行业工程建设主管部门报告',
      people: 23,
      dueOn: '2026-03-03',
      duty: 'project-owner',
    });
    expect(askMatter(reportCollectiveClaim, event)).toMatchObject({
      missing: ['建设单位向人力资源社会保障行政部门报告的时间', '建设单位向相关行业工程建设主管部门报告的时间'],
    });
  });
});
