import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { investigationLimit } from './case-08-investigation-limit.ts';

/** 60 working days from 2026-01-05 (春节 2月16-20日 and 23日 off, 2月14日 and 28日 worked) end on 4月3日; 30 more on 5月20日. */
const filed = { filedOn: '2026-01-05' };
const unprolonged = { ...filed, endedOn: 'not-yet', extensionApprovedOn: 'not-yet' };

describe('《劳动保障监察条例》第十七条「应当自立案之日起60个工作日内完成……可以延长30个工作日」', () => {
  it.each([
    { why: 'working-day clocks run long across 春节: the sixtieth is in time', facts: unprolonged, on: '2026-04-03', expected: 'none' },
    { why: 'the day after is late', facts: unprolonged, on: '2026-04-04', expected: 3 },
    { why: 'ended on the sixtieth', facts: { ...unprolonged, endedOn: '2026-04-03' }, expected: 'none' },
    { why: 'ended on the next day: the lateness stays a fact', facts: { ...unprolonged, endedOn: '2026-04-07' }, expected: 3 },
    { why: 'prolonged on the last day, thirty more', facts: { ...unprolonged, extensionApprovedOn: '2026-04-03' }, on: '2026-05-20', expected: 'none' },
    { why: 'prolonged, and over again', facts: { ...unprolonged, extensionApprovedOn: '2026-04-03' }, on: '2026-05-21', expected: 3 },
    { why: 'what has run out cannot be prolonged', facts: { ...unprolonged, extensionApprovedOn: '2026-04-07' }, on: '2026-04-08', expected: 3 },
    { why: 'across 国庆: 60 from 2026-08-03 end on 10月30日', facts: { ...unprolonged, filedOn: '2026-08-03' }, on: '2026-10-30', expected: 'none' },
    { why: 'across 国庆, the day after', facts: { ...unprolonged, filedOn: '2026-08-03' }, on: '2026-10-31', expected: 3 },
    { why: 'five days of suspension are added', facts: { ...unprolonged, suspendedDays: 5 }, on: '2026-04-13', expected: 'none' },
    { why: 'and no more', facts: { ...unprolonged, suspendedDays: 5 }, on: '2026-04-14', expected: 3 },
    { why: 'within sixty nobody need know of an extension', facts: { ...filed, endedOn: 'not-yet' }, on: '2026-04-03', expected: 'none' },
    { why: 'between sixty and ninety it matters', facts: { ...filed, endedOn: 'not-yet' }, on: '2026-04-04', expected: 'cannot-determine' },
    { why: 'beyond ninety it does not', facts: { ...filed, endedOn: 'not-yet' }, on: '2026-05-21', expected: 3 },
    { why: 'nobody knows when it was filed', facts: { endedOn: 'not-yet', extensionApprovedOn: 'not-yet' }, expected: 'cannot-determine' },
    { why: 'nobody knows whether it ended', facts: { ...filed, extensionApprovedOn: 'not-yet' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(investigationLimit, row));

  it('says until when, and that a late extension does not count', () => {
    expect(matterFinding(investigationLimit, { ...unprolonged, extensionApprovedOn: '2026-04-07' }, '2026-04-08')).toMatchObject({
      says: '案件1月5日立案，应当在4月3日前（含当日）完成调查，至今未完成；4月7日批准延长时原期限已过，延长不算',
      dueOn: '2026-04-03',
      steps: [{ value: '2026-04-03', reckoned: '2026-01-05 起（当日不计）60个工作日，至 2026-04-03' }],
    });
    expect(matterFinding(investigationLimit, { ...unprolonged, extensionApprovedOn: '2026-04-03' }, '2026-05-21').dueOn).toBe('2026-05-20');
  });
});
