import { addDays, type CivilDate, type CivilMonth, dayInMonth, monthOf, nextMonth, shiftMonth } from '#kernel/civil-date.ts';
import { lastPayrollDay, wageDueOn } from './money.ts';
import { ANSWERS } from './plan.ts';
import type { Chance } from './random.ts';
import type { BuiltSite } from './site.ts';
import type { Flow, Incident, Lapse, Site, TrueArrears } from './types.ts';

/** Days from the harm to the first complaint: workers wait, hope and ask their foreman before they complain. */
const PATIENCE: Readonly<Record<Incident['nature'], readonly [number, number]>> = { wages: [12, 60], fraud: [40, 120], compliance: [30, 110], data: [0, 0] };

/** Every wage that was earned, fell due and did not arrive in full. */
export function arrearsOf(built: BuiltSite, until: CivilDate): TrueArrears[] {
  const owed: TrueArrears[] = [];
  for (const [month, workers] of built.money.earned) {
    for (const [worker, { earnedFen, receivedFen, dueOn }] of workers) {
      if (dueOn <= until && receivedFen < earnedFen)
        owed.push({ project: built.site.code, month, worker: worker.person.name, identity: worker.person.identity, earnedFen, receivedFen });
    }
  }
  return owed;
}

/** What really was wrong on a site; null on an honest one. */
export function incidentOf(built: BuiltSite, arrears: readonly TrueArrears[], until: CivilDate, chance: Chance): Incident | null {
  const { site } = built;
  if (site.behaviour === 'honest') return null;
  const facts = factsOf(built, arrears, until);
  if (facts === null || facts.harmedOn > until) return null;
  const [soonest, latest] = PATIENCE[facts.nature];
  const complaint = facts.nature === 'data' ? null : addDays(facts.harmedOn, chance.between(soonest, latest));
  return {
    project: site.code,
    projectName: site.name,
    behaviour: site.behaviour,
    ...facts,
    owedFen: arrears.reduce((total, row) => total + row.earnedFen - row.receivedFen, 0),
    complainedOn: complaint !== null && complaint <= until ? complaint : null,
    answers: ANSWERS[site.behaviour],
  };
}

type Facts = Pick<Incident, 'nature' | 'month' | 'beganOn' | 'harmedOn' | 'people' | 'takenFen'>;

function factsOf(built: BuiltSite, arrears: readonly TrueArrears[], until: CivilDate): Facts | null {
  const { site, plan } = built;
  const startMonth = monthOf(site.startedOn);
  const onsetMonth = shiftMonth(startMonth, plan.onset);
  const wages = (month: CivilMonth, beganOn: CivilDate, people: number, takenFen: number): Facts => ({
    nature: 'wages',
    month,
    beganOn,
    harmedOn: addDays(wageDueOn(month, site.payDay), 1),
    people,
    takenFen,
  });
  const owed = { people: new Set(arrears.map((row) => row.identity)).size, fen: arrears.reduce((total, row) => total + row.earnedFen - row.receivedFen, 0) };
  const firstOwed = arrears.map((row) => row.month).sort()[0];
  switch (site.behaviour) {
    case 'late': {
      const month = built.money.earned.get(onsetMonth);
      return wages(
        onsetMonth,
        addDays(wageDueOn(onsetMonth, site.payDay), 1),
        month?.size ?? 0,
        [...(month?.values() ?? [])].reduce((total, row) => total + row.earnedFen, 0),
      );
    }
    case 'owner-not-funding':
      // The money fails to come before the pay day is missed.
      return firstOwed === undefined ? null : wages(firstOwed, dayInMonth(nextMonth(onsetMonth), 1), owed.people, owed.fen);
    case 'diverting': {
      const first = firstDiverted(site);
      if (first === undefined) return null;
      return firstOwed === undefined
        ? { nature: 'fraud', month: onsetMonth, beganOn: first.on, harmedOn: first.on, people: 0, takenFen: built.money.divertedFen }
        : wages(firstOwed, first.on, owed.people, built.money.divertedFen);
    }
    case 'short':
    case 'token':
    case 'skipping':
    case 'account-none':
    case 'absconding':
    case 'refund-ignored':
      return firstOwed === undefined ? null : wages(firstOwed, wrongFrom(site, firstOwed), owed.people, owed.fen);
    case 'ghost-workers':
    case 'fake-attendance':
      return falseNames(built, until);
    case 'kick-back': {
      const hands = site.workers.filter((worker) => worker.handsBackBp > 0);
      const firstPay = wageDueOn(startMonth, site.payDay);
      return {
        nature: 'fraud',
        month: startMonth,
        beganOn: first(
          hands.map((worker) => worker.enteredOn),
          site.startedOn,
        ),
        harmedOn: firstPay,
        people: hands.length,
        takenFen: owed.fen,
      };
    }
    case 'unregistered': {
      const strangers = site.workers.filter((worker) => !worker.isRegistered);
      const began = first(
        strangers.map((worker) => worker.enteredOn),
        site.startedOn,
      );
      return {
        nature: 'wages',
        month: firstOwed ?? startMonth,
        beganOn: began,
        harmedOn: firstOwed === undefined ? began : addDays(wageDueOn(firstOwed, site.payDay), 1),
        people: strangers.length,
        takenFen: owed.fen,
      };
    }
    case 'no-contract': {
      const without = site.workers.filter((worker) => worker.contractSignedOn === null);
      const began = first(
        without.map((worker) => worker.enteredOn),
        site.startedOn,
      );
      return { nature: 'compliance', month: null, beganOn: began, harmedOn: began, people: without.length, takenFen: 0 };
    }
    case 'two-places': {
      const doubled = site.workers.filter((worker) => worker.key.includes('-t'));
      const began = first(
        doubled.map((worker) => worker.enteredOn),
        site.startedOn,
      );
      return {
        nature: 'fraud',
        month: monthOf(began),
        beganOn: began,
        harmedOn: wageDueOn(monthOf(began), site.payDay),
        people: doubled.length,
        takenFen: 0,
      };
    }
    case 'deposit-missing':
      return { nature: 'compliance', month: null, beganOn: addDays(site.permitOn, 28), harmedOn: addDays(site.permitOn, 30), people: 0, takenFen: 0 };
    case 'deposit-expired': {
      const ended = site.deposit?.until ?? null;
      // It ends before the works do: wrong from the day it was handed in.
      return ended === null
        ? null
        : { nature: 'compliance', month: null, beganOn: site.deposit?.storedOn ?? ended, harmedOn: addDays(ended, 1), people: 0, takenFen: 0 };
    }
    case 'account-late':
      return {
        nature: 'compliance',
        month: startMonth,
        beganOn: accountOverdue(site),
        harmedOn: addDays(site.startedOn, 31),
        people: built.money.earned.get(startMonth)?.size ?? 0,
        takenFen: 0,
      };
    case 'outage':
      return site.silent === null ? null : { nature: 'data', month: null, beganOn: site.silent.from, harmedOn: site.silent.from, people: 0, takenFen: 0 };
    case 'honest':
      return null;
  }
}

/** Small breaches of the letter that happen on every site. */
export function lapsesOf(built: BuiltSite): Lapse[] {
  const { site, money } = built;
  const project = site.code;
  const late = site.workers.filter((worker) => worker.contractSignedOn !== null && worker.contractSignedOn > worker.enteredOn);
  const unsigned = site.payrolls.flatMap((payroll) => (payroll.lines.some((line) => !line.signed) ? [payroll.madeOn] : []));
  return [
    ...late.map((worker) => ({ project, beganOn: worker.enteredOn, answers: ['W-RNM-03'] })),
    ...unsigned.map((beganOn) => ({ project, beganOn, answers: ['W-PAY-12'] })),
    ...money.waitingLeavers.map((beganOn) => ({ project, beganOn, answers: ['W-RNM-09'] })),
  ];
}

/** 「签订施工合同之日起30日内」 an account must be open: from then on its absence can be seen. */
function accountOverdue(site: Site): CivilDate {
  return addDays(site.contractSignedOn, 31);
}

/** When unpaid wages could first be seen coming: the account not opened, the money gone, the payroll not written; else the day after the pay day. */
function wrongFrom(site: Site, month: CivilMonth): CivilDate {
  const unpaidFrom = addDays(wageDueOn(month, site.payDay), 1);
  const unwrittenFrom = addDays(lastPayrollDay(nextMonth(month), site.payDay), 1);
  if (site.behaviour === 'account-none') return accountOverdue(site);
  if (site.behaviour === 'skipping') return unwrittenFrom;
  if (site.behaviour === 'absconding') return first([unwrittenFrom, firstDiverted(site)?.on ?? unwrittenFrom], unwrittenFrom);
  return unpaidFrom;
}

function firstDiverted(site: Site): Flow | undefined {
  return site.flows.find((flow) => flow.direction === 'out' && !flow.memo.includes('工资'));
}

function falseNames(built: BuiltSite, until: CivilDate): Facts {
  const { site } = built;
  const ghosts = new Set(site.workers.filter((worker) => worker.isGhost));
  const began = first(
    [...ghosts].map((worker) => worker.enteredOn),
    site.startedOn,
  );
  let takenFen = 0;
  for (const payroll of site.payrolls) {
    if (wageDueOn(payroll.month, site.payDay) > until) continue;
    for (const line of payroll.lines) if (ghosts.has(line.worker)) takenFen += line.netFen;
  }
  return {
    nature: 'fraud',
    month: monthOf(began),
    beganOn: began,
    harmedOn: wageDueOn(monthOf(began), site.payDay),
    people: ghosts.size,
    takenFen,
  };
}

function first(days: readonly CivilDate[], otherwise: CivilDate): CivilDate {
  return [...days].sort()[0] ?? otherwise;
}
