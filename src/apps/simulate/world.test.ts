import { describe, expect, it } from 'vitest';
import { civilDate, dayInMonth, nextMonth } from '#kernel/civil-date.ts';
import { isOrganisationCodeSound, readBankCard, readCreditCode, readIdentityNumber } from '#kernel/identifiers/index.ts';
import { documentsOf } from './documents.ts';
import { WRONGS } from './plan.ts';
import { truthOf } from './write-world.ts';
import { type WorldOrder, worldOf } from './world.ts';

const ORDER: WorldOrder = { seed: 7, profile: 'gaotang-371526', sites: 24, months: 8, until: civilDate('2026-11-20'), heads: [10, 40] };
const world = worldOf(ORDER);

describe('模拟的县', () => {
  it('同一个种子得到同一个县，另一个种子得到另一个县', () => {
    expect(JSON.stringify(truthOf(worldOf(ORDER)))).toBe(JSON.stringify(truthOf(world)));
    expect(JSON.stringify(truthOf(worldOf({ ...ORDER, seed: 8 })))).not.toBe(JSON.stringify(truthOf(world)));
  });

  it('多数项目是守法的，五个种子里每一种问题都出现过', () => {
    expect(world.sites.filter((site) => site.behaviour === 'honest').length).toBeGreaterThan(world.sites.length / 2);
    const seen = new Set([1, 2, 3, 4, 5].flatMap((seed) => worldOf({ ...ORDER, seed }).sites.map((site) => site.behaviour)));
    expect(WRONGS.filter((wrong) => !seen.has(wrong))).toEqual([]);
  });

  it('号码都通过各自标准的校验，没有两个人共用身份证号', () => {
    const workers = world.sites.filter((site) => site.behaviour !== 'two-places').flatMap((site) => site.workers);
    expect(workers.filter(({ person }) => !readIdentityNumber(person.identity).ok)).toEqual([]);
    expect(workers.filter(({ card }) => !readBankCard(card.no).ok)).toEqual([]);
    expect(new Set(workers.map(({ person }) => person.identity)).size).toBe(workers.length);
    const firms = world.sites.flatMap((site) => [site.owner, site.contractor, ...site.subcontractors]);
    expect(firms.filter(({ creditCode }) => !readCreditCode(creditCode).ok || !isOrganisationCodeSound(creditCode.slice(8, 17)))).toEqual([]);
  });

  it('专户余额接得上，从不为负', () => {
    for (const site of world.sites) {
      let balance = 0;
      for (const flow of site.flows) {
        balance += flow.direction === 'in' ? flow.amountFen : -flow.amountFen;
        expect(flow.balanceFen).toBe(balance);
        expect(balance).toBeGreaterThanOrEqual(0);
      }
      expect(new Set(site.flows.map((flow) => flow.serialNo)).size).toBe(site.flows.length);
    }
  });

  it('守法项目不欠薪：到发薪日都收到了全部工资，退票的除外也在几天内补发', () => {
    const honest = new Set(world.sites.filter((site) => site.behaviour === 'honest').map((site) => site.code));
    expect(world.arrears.filter((row) => honest.has(row.project) && dayInMonth(nextMonth(row.month), 31) < '2026-11-01')).toEqual([]);
  });

  it('问题的开始不晚于受害，投诉在受害之后', () => {
    for (const incident of world.incidents) {
      expect(incident.beganOn <= incident.harmedOn, `${incident.behaviour}`).toBe(true);
      if (incident.complainedOn !== null) expect(incident.complainedOn > incident.harmedOn).toBe(true);
    }
  });

  it('断流的项目真的不再报送，而人和钱都照常', () => {
    const site = worldOf({ ...ORDER, sites: ['honest', 'outage'] }).sites[1];
    const silent = site?.silent;
    expect(silent).not.toBeNull();
    const late = documentsOf(worldOf({ ...ORDER, sites: ['honest', 'outage'] }), 'weekly').filter(
      (file) => file.project === site?.code && silent !== null && silent !== undefined && file.kind === silent.feed && file.arrivesOn > silent.from,
    );
    expect(late).toEqual([]);
  });
});
