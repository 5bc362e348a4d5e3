import { addDays, type CivilDate, daysBetween } from '#kernel/civil-date.ts';
import type { Firm, Inventor } from './invent.ts';
import type { Plan } from './plan.ts';
import type { Chance } from './random.ts';
import type { Worker } from './types.ts';

/** Trades by the phase of a building in which their teams come; day rates in yuan. */
const TRADES: readonly { readonly job: string; readonly low: number; readonly high: number; readonly from: number; readonly until: number }[] = [
  { job: '普工', low: 170, high: 220, from: 0, until: 1 },
  { job: '钢筋工', low: 280, high: 340, from: 0, until: 0.75 },
  { job: '木工', low: 300, high: 360, from: 0, until: 0.8 },
  { job: '混凝土工', low: 240, high: 300, from: 0, until: 0.8 },
  { job: '架子工', low: 290, high: 350, from: 0.05, until: 1 },
  { job: '砌筑工', low: 270, high: 330, from: 0.25, until: 1 },
  { job: '水电安装工', low: 260, high: 320, from: 0.3, until: 1 },
  { job: '抹灰工', low: 260, high: 320, from: 0.45, until: 1 },
  { job: '防水工', low: 270, high: 330, from: 0.55, until: 1 },
];

export interface WorkforceOrder {
  readonly siteKey: string;
  readonly heads: number;
  readonly startedOn: CivilDate;
  readonly until: CivilDate;
  readonly contractor: Firm;
  readonly subcontractors: readonly Firm[];
  readonly plan: Plan;
}

/** Forms the teams of a site: who comes when, through which firm, for what rate, registered how. */
export function workforceOf(order: WorkforceOrder, inventor: Inventor, chance: Chance): Worker[] {
  const span = Math.max(60, daysBetween(order.startedOn, order.until));
  const teams = Math.max(2, Math.round(order.heads / 13));
  const workers: Worker[] = [];
  for (let index = 0; index < teams; index += 1) {
    const trade = TRADES[index % TRADES.length] ?? chance.pick(TRADES);
    const size = Math.max(3, Math.round(chance.normal(order.heads / teams, 2.5)));
    const employer = order.subcontractors[index % order.subcontractors.length] ?? order.contractor;
    const comesOn = addDays(order.startedOn, Math.floor(trade.from * span) + chance.between(0, 6));
    const goesOn = trade.until < 1 && chance.happens(0.5) ? addDays(order.startedOn, Math.floor(trade.until * span) + chance.between(0, 10)) : null;
    const leader = inventor.person(chance);
    const team = `${leader.name.slice(0, 1)}${trade.job.replace('工', '')}${index >= TRADES.length ? '二' : ''}班`;
    for (let member = 0; member < size; member += 1) {
      const person = member === 0 ? leader : inventor.person(chance);
      const enteredOn = member < size * 0.7 ? comesOn : addDays(comesOn, chance.between(1, 25));
      if (enteredOn >= order.until) continue;
      const leavesEarly = goesOn === null && chance.happens(0.08) ? addDays(enteredOn, chance.between(20, 100)) : goesOn;
      workers.push({
        key: `${order.siteKey}-${workers.length}`,
        person,
        phone: person.phone,
        card: inventor.card(chance, person.name),
        employer,
        team,
        job: trade.job,
        isLeader: member === 0,
        dayRateFen: Math.round(chance.between(trade.low, trade.high) / 10) * 1_000 + (member === 0 ? 2_000 : 0),
        enteredOn,
        leftOn: leavesEarly !== null && leavesEarly > enteredOn && leavesEarly < order.until ? leavesEarly : null,
        isRegistered: true,
        contractNo: `${order.siteKey}-${String(workers.length + 1).padStart(3, '0')}`,
        // A few sign a day or two after they came: within what the site can put right.
        contractSignedOn: chance.happens(0.03) ? addDays(enteredOn, chance.between(1, 3)) : addDays(enteredOn, -chance.between(0, 2)),
        trainedOn: enteredOn,
        isGhost: false,
        isMechanical: false,
        handsBackBp: 0,
      });
    }
  }
  return spoiled(workers, order, inventor, chance);
}

/** Works the wrongs that sit in people and papers into the workforce. */
function spoiled(workers: Worker[], order: WorkforceOrder, inventor: Inventor, chance: Chance): Worker[] {
  const { plan } = order;
  let spoilt = workers;
  if (plan.collectedShare > 0) spoilt = withCollectedCards(spoilt, plan.collectedShare, chance);
  if (plan.unregisteredShare > 0)
    spoilt = spoilt.map((worker) =>
      !worker.isLeader && chance.happens(plan.unregisteredShare) ? { ...worker, isRegistered: false, contractNo: null, contractSignedOn: null } : worker,
    );
  if (plan.noContractShare > 0)
    spoilt = spoilt.map((worker) => (chance.happens(plan.noContractShare) ? { ...worker, contractNo: null, contractSignedOn: null } : worker));
  if (plan.ghostShare > 0) spoilt = [...spoilt, ...ghosts(spoilt, order, inventor, chance)];
  return spoilt;
}

/** A foreman keeps his people's cards: his phone stands behind them, some wages go to one card, and each hands part back (F1). */
function withCollectedCards(workers: readonly Worker[], share: number, chance: Chance): Worker[] {
  const teams = chance.shuffled([...new Set(workers.map((worker) => worker.team))]);
  const wanted = workers.length * share;
  const touched = new Set<string>();
  for (let held = 0; held < wanted && touched.size < teams.length; ) {
    const team = teams[touched.size] ?? '';
    touched.add(team);
    held += workers.filter((worker) => worker.team === team).length;
  }
  let earlier: Worker | null = null;
  return workers.map((worker) => {
    if (!touched.has(worker.team) || worker.isLeader) return worker;
    const leader = workers.find((other) => other.team === worker.team && other.isLeader);
    const collected: Worker = {
      ...worker,
      phone: chance.happens(0.6) && leader !== undefined ? leader.phone : worker.phone,
      card: earlier !== null && earlier.team === worker.team && chance.happens(0.25) ? earlier.card : worker.card,
      handsBackBp: chance.between(15, 40) * 100,
    };
    earlier = collected;
    return collected;
  });
}

/** Names on the payroll that never come; two or three of them share a card. With a machine-like foreman they even punch. */
function ghosts(workers: readonly Worker[], order: WorkforceOrder, inventor: Inventor, chance: Chance): Worker[] {
  const patrons = chance.shuffled(workers.filter((worker) => worker.isLeader)).slice(0, 2);
  const count = Math.max(2, Math.round(workers.length * order.plan.ghostShare));
  const made: Worker[] = [];
  for (let index = 0; index < count; index += 1) {
    const patron = patrons[index % patrons.length] ?? workers[0];
    if (patron === undefined) break;
    const person = inventor.person(chance);
    const before = made[made.length - patrons.length];
    made.push({
      ...patron,
      key: `${order.siteKey}-g${index}`,
      person,
      phone: person.phone,
      card: before !== undefined && chance.happens(0.45) ? before.card : inventor.card(chance, person.name),
      isLeader: false,
      enteredOn: addDays(patron.enteredOn, chance.between(0, 20)),
      leftOn: null,
      contractNo: `${order.siteKey}-G${index + 1}`,
      contractSignedOn: patron.enteredOn,
      isGhost: true,
      isMechanical: order.plan.mechanical,
    });
  }
  return made;
}
