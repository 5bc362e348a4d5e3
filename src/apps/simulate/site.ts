import { addDays, type CivilDate, type CivilMonth, civilDate, dayInMonth, monthOf, monthsBetween, nextMonth, shiftMonth } from '#kernel/civil-date.ts';
import { attendanceOf } from './attendance.ts';
import { type County, WORKS } from './counties.ts';
import type { Inventor } from './invent.ts';
import { type MoneyHistory, moneyOf } from './money.ts';
import { type Plan, planOf } from './plan.ts';
import type { Chance } from './random.ts';
import type { Account, Behaviour, Deposit, Site, Worker } from './types.ts';
import { workforceOf } from './workforce.ts';

export interface SiteOrder {
  readonly index: number;
  readonly behaviour: Behaviour;
  readonly county: County;
  readonly from: CivilMonth;
  readonly until: CivilDate;
  readonly heads: readonly [number, number];
  /** Share of sites with a gate; the others keep the team's book. */
  readonly gateShare: number;
  readonly likelihood: (day: CivilDate) => number;
}

export interface BuiltSite {
  readonly site: Site;
  readonly plan: Plan;
  readonly money: MoneyHistory;
}

/** Builds one site and lives through its months. `twin` is the site whose team it shares when one team is in two places. */
export function siteOf(order: SiteOrder, twin: Site | null, inventor: Inventor, chance: Chance): BuiltSite {
  const { until } = order;
  const startMonth = shiftMonth(order.from, order.behaviour === 'honest' ? chance.between(0, 2) : chance.between(0, 1));
  const startedOn = dayInMonth(startMonth, chance.between(1, 20));
  const plan = planOf(order.behaviour, monthsBetween(startMonth, monthOf(until)) + 1, chance.fork('plan'));
  const lastDay = plan.stopsOnDay === null ? until : earlier(until, dayInMonth(shiftMonth(startMonth, plan.onset), plan.stopsOnDay));
  const shape = shapeOf(order, startedOn, plan, inventor, chance);
  const own = workforceOf(
    {
      siteKey: shape.key,
      heads: chance.between(...order.heads),
      startedOn,
      until: lastDay,
      contractor: twin?.contractor ?? shape.contractor,
      subcontractors: shape.subcontractors,
      plan,
    },
    inventor,
    chance.fork('workers'),
  );
  const workers = twin === null ? own : [...own, ...borrowedTeam(twin, startedOn, shape.key)];
  const pausedFrom = order.behaviour === 'honest' && chance.happens(0.12) ? addDays(startedOn, chance.between(60, 120)) : null;
  const paused = {
    pausedFrom: pausedFrom !== null && pausedFrom < until ? pausedFrom : null,
    pausedUntil: pausedFrom === null ? null : addDays(pausedFrom, chance.between(25, 40)),
  };
  const marks = attendanceOf(workers, { from: startedOn, until: lastDay, ...paused, likelihood: order.likelihood, chance: chance.fork('attendance') });
  const payDay = chance.between(10, 25);
  const account = accountOf(plan, startedOn, shape, inventor, chance);
  const lateMonth = chance.happens(0.3) ? shiftMonth(startMonth, chance.between(1, 4)) : null;
  const money = moneyOf(
    {
      plan,
      workers,
      marks,
      startedOn,
      until,
      payDay,
      accountOpenedOn: account?.openedOn ?? null,
      siteName: shape.name,
      owner: shape.owner,
      contractor: shape.contractor,
      givesAdvances: chance.happens(0.25),
      lateMonth,
    },
    inventor,
    chance.fork('money'),
  );
  const silentFrom = dayInMonth(shiftMonth(startMonth, plan.onset + 1), 4);
  const site: Site = {
    ...shape,
    ...paused,
    index: order.index,
    behaviour: order.behaviour,
    contractor: twin?.contractor ?? shape.contractor,
    startedOn,
    payDay,
    account,
    deposit: depositOf(plan, shape.contractFen, startedOn, shape.permitOn, startMonth, chance),
    attendance: plan.mechanical ? 'punches' : chance.happens(order.gateShare) ? 'punches' : 'grid',
    gateSilentOn: chance.happens(0.4) ? twoDays(addDays(startedOn, chance.between(40, 130))) : new Set(),
    workers,
    marks,
    payrolls: money.payrolls,
    flows: money.flows,
    silent: plan.silentFeed === null ? null : { feed: plan.silentFeed, from: silentFrom },
    lateMonth,
  };
  return { site, plan, money };
}

function shapeOf(order: SiteOrder, startedOn: CivilDate, plan: Plan, inventor: Inventor, chance: Chance) {
  const { county } = order;
  const work = WORKS[order.index % WORKS.length] ?? chance.pick(WORKS);
  const town = county.towns[order.index % county.towns.length] ?? chance.pick(county.towns);
  const place = county.places[(order.index * 5 + Math.floor(order.index / WORKS.length)) % county.places.length] ?? county.name;
  const permitOn = addDays(startedOn, -chance.between(3, 30));
  const contractSignedOn = addDays(permitOn, -chance.between(15, 60));
  const areaCode = county.code.padEnd(6, '0');
  return {
    key: `P${String(order.index + 1).padStart(2, '0')}`,
    code: `${startedOn.slice(0, 4)}-${areaCode}-47-01-${String(100_000 + order.index * 137 + chance.between(0, 99)).slice(0, 6)}`,
    name: `${place}${work.name}`,
    regionCode: town.code,
    regionName: town.name,
    address: `${county.name}${town.name}`,
    industry: work.industry,
    isGovernment: work.isGovernment,
    owner: inventor.firm(chance, work.owner),
    contractor: inventor.firm(chance, chance.pick(['建筑工程', '建设集团', '市政工程'])),
    subcontractors: Array.from({ length: chance.between(2, 3) }, () => inventor.firm(chance, '建筑劳务')),
    contractFen: chance.between(18, 160) * 100_000_000,
    labourShareBp: chance.pick([2_000, 2_200, 2_500, 2_800, 3_000]),
    contractSignedOn,
    permitNo: `${areaCode}${permitOn.replaceAll('-', '')}${String((order.index % 89) + 1).padStart(2, '0')}01`,
    permitOn,
    finishDueOn: addDays(startedOn, chance.between(300, 700)),
    wageOfficer: inventor.person(chance),
    boardOn: addDays(startedOn, -chance.between(0, 3)),
    commitmentOn: addDays(startedOn, -chance.between(0, 10)),
    paymentGuaranteeOn: addDays(contractSignedOn, chance.between(0, 12)),
    paymentGuaranteeUntil: addDays(startedOn, 800),
    fundsProvenOn: addDays(contractSignedOn, -chance.between(1, 20)),
  };
}

function accountOf(
  plan: Plan,
  startedOn: CivilDate,
  site: Pick<Site, 'name' | 'contractor' | 'contractSignedOn'>,
  inventor: Inventor,
  chance: Chance,
): Account | null {
  if (plan.account === null) return null;
  const openedOn = plan.account === 'early' ? addDays(site.contractSignedOn, chance.between(5, 29)) : addDays(startedOn, plan.account);
  return {
    no: inventor.account(chance),
    name: `${site.contractor.name}（${site.name}）农民工工资专用账户`,
    bank: chance.pick(['农业银行县支行', '建设银行县支行', '农村商业银行营业部', '工商银行县支行']),
    openedOn,
    filedOn: addDays(openedOn, chance.between(1, 6)),
    tripartiteOn: addDays(openedOn, -chance.between(0, 2)),
  };
}

function depositOf(plan: Plan, contractFen: number, startedOn: CivilDate, permitOn: CivilDate, startMonth: CivilMonth, chance: Chance): Deposit | null {
  if (plan.deposit === 'missing') return null;
  const kind = plan.deposit === 'expired' ? 'guarantee' : chance.pick(['cash', 'guarantee', 'guarantee', 'insurance'] as const);
  const until =
    plan.deposit === 'expired' ? dayInMonth(shiftMonth(startMonth, plan.onset + 1), chance.between(1, 28)) : kind === 'cash' ? null : addDays(startedOn, 900);
  return { kind, amountFen: Math.round((contractFen * 3) / 100), storedOn: earlier(addDays(permitOn, chance.between(3, 16)), addDays(startedOn, 12)), until };
}

/** A team of the twin site is written down here too, for the same days. */
function borrowedTeam(twin: Site, startedOn: CivilDate, key: string): Worker[] {
  const team = twin.workers[0]?.team;
  return twin.workers
    .filter((worker) => worker.team === team)
    .map((worker, at) => ({
      ...worker,
      key: `${key}-t${at}`,
      enteredOn: worker.enteredOn > startedOn ? worker.enteredOn : addDays(startedOn, 10),
      leftOn: null,
      contractNo: `${key}-T${at + 1}`,
      contractSignedOn: startedOn,
    }));
}

function twoDays(first: CivilDate): Set<CivilDate> {
  return new Set([first, addDays(first, 1)]);
}

function earlier(a: CivilDate, b: CivilDate): CivilDate {
  return a < b ? a : b;
}

/** The months of a site, the unfinished last one included. */
export function monthsOf(site: Pick<Site, 'startedOn'>, until: CivilDate): CivilMonth[] {
  const months: CivilMonth[] = [];
  for (let month = monthOf(civilDate(site.startedOn)); month <= monthOf(until); month = nextMonth(month)) months.push(month);
  return months;
}
