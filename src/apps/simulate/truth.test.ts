import { describe, expect, it } from 'vitest';
import { addDays, civilDate, dayInMonth, nextMonth } from '#kernel/civil-date.ts';
import { nationalCalendar, payDate } from '#law/calendars/index.ts';
import type { World } from './types.ts';
import { worldOf } from './world.ts';

const until = civilDate('2026-11-20');
const worlds: readonly World[] = [21, 22, 23, 24].map((seed) => worldOf({ seed, profile: 'gaotang-371526', sites: 24, months: 8, until, heads: [10, 30] }));

describe('模拟的县：真相', () => {
  it('少发、跳月从发薪日的次日起算，发薪日逢休息日的已经提前', () => {
    const owed = worlds.flatMap(({ incidents, sites }) =>
      incidents.flatMap((incident) => {
        const site = sites.find(({ code }) => code === incident.project);
        return site === undefined || incident.month === null || !['short', 'skipping', 'token'].includes(incident.behaviour)
          ? []
          : [{ incident, site, month: nextMonth(incident.month) }];
      }),
    );
    const moved = owed.filter(({ site, month }) => payDate(month, site.payDay, nationalCalendar).due < dayInMonth(month, site.payDay));
    expect(moved.length).toBeGreaterThan(0);
    for (const { incident, site, month } of owed) expect(incident.harmedOn).toBe(addDays(payDate(month, site.payDay, nationalCalendar).due, 1));
  });

  it('离场一周以后才拿到钱的，不论是哪个月的工资，都记为小过错', () => {
    let waited = 0;
    for (const world of worlds) {
      for (const site of world.sites.filter(({ behaviour }) => behaviour === 'honest')) {
        const settled = world.lapses.filter(({ project, answers }) => project === site.code && answers.includes('W-RNM-09')).map(({ beganOn }) => beganOn);
        for (const worker of site.workers) {
          const left = worker.leftOn;
          if (left === null) continue;
          const later = site.flows.filter((flow) => flow.counterpartyNo === worker.card.no && flow.direction === 'out' && flow.on > addDays(left, 7));
          if (later.length === 0) continue;
          waited += 1;
          expect(settled, `${site.name} ${worker.key}`).toContain(addDays(left, 5));
        }
      }
    }
    expect(waited).toBeGreaterThan(10);
  });

  it('卷款逃匿从第一笔不是工资的支出起算，不编工资表的从该编而没编起算', () => {
    for (const { incidents, sites } of worlds) {
      for (const incident of incidents) {
        const site = sites.find(({ code }) => code === incident.project);
        const first = site?.flows.find((flow) => flow.direction === 'out' && !flow.memo.includes('工资'));
        if (incident.behaviour === 'absconding' && first !== undefined) expect(incident.beganOn <= first.on).toBe(true);
        if (incident.behaviour === 'skipping') expect(incident.beganOn < incident.harmedOn).toBe(true);
      }
    }
    expect(
      worlds.flatMap(({ incidents }) => incidents).filter(({ behaviour }) => behaviour === 'absconding' || behaviour === 'skipping').length,
    ).toBeGreaterThan(1);
  });
});
