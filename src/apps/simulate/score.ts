import { type CivilDate, daysBetween } from '#kernel/civil-date.ts';
import { daysWorked } from './attendance.ts';
import { chanceOf } from './random.ts';
import type { Behaviour, Incident, Site, World } from './types.ts';

/** A warning as it first stood: one rule about one subject of one project. */
export interface Alarm {
  readonly project: string;
  readonly rule: string;
  /** Rows of the published warning catalogue that the rule carries out. */
  readonly warns: readonly string[];
  readonly level: number;
  readonly isData: boolean;
  readonly raisedOn: CivilDate;
}

export interface BehaviourScore {
  readonly behaviour: Behaviour;
  readonly incidents: number;
  readonly detected: number;
  /** Of the incidents with a complaint, how many were seen before it. */
  readonly complaints: number;
  readonly beforeComplaint: number;
  /** Days from the first right warning to the first complaint; negative is too late. */
  readonly leads: readonly number[];
}

export interface RuleScore {
  readonly rule: string;
  readonly right: number;
  /** True, but about a small breach of the letter only. */
  readonly minor: number;
  readonly wrong: number;
  readonly onHonest: number;
}

export interface Score {
  readonly sites: number;
  readonly honestSites: number;
  readonly workerMonths: number;
  readonly honestWorkerMonths: number;
  readonly behaviours: readonly BehaviourScore[];
  readonly rules: readonly RuleScore[];
  readonly right: number;
  readonly minor: number;
  readonly wrong: number;
  /** False wage warnings on honest sites, by the least level counted. */
  readonly honestAlarms: Readonly<Record<1 | 2 | 3 | 4, number>>;
  readonly honestDataAlarms: number;
}

/** Hints of level 0 ask nobody to act and are counted nowhere. */
const LEAST_LEVEL = 1;

/** Holds the warnings of a world against its truth. */
export function scoreOf(world: World, alarms: readonly Alarm[]): Score {
  return scoreWith(world, world.incidents, alarms);
}

/**
 * The positive control: the same wrongs are written to other sites by lot, and the same warnings scored again. What is then still
 * "detected" is what chance and a loud rule book would find; a measure that does not fall here measures nothing.
 */
export function shuffledScoreOf(world: World, alarms: readonly Alarm[], shuffle: number): Score {
  const codes = chanceOf(`shuffle/${world.seed}/${shuffle}`).shuffled(world.sites.map((site) => site.code));
  const sites = world.sites.map((site) => site.code);
  const elsewhere = new Map(sites.map((code, at) => [code, codes[at] ?? code]));
  return scoreWith(
    world,
    world.incidents.map((incident) => ({ ...incident, project: elsewhere.get(incident.project) ?? incident.project })),
    alarms,
  );
}

function scoreWith(world: World, incidents: readonly Incident[], alarms: readonly Alarm[]): Score {
  const loud = alarms.filter((alarm) => alarm.level >= LEAST_LEVEL);
  const wages = loud.filter((alarm) => !alarm.isData);
  const byProject = new Map(incidents.map((incident) => [incident.project, incident]));
  const isRight = (alarm: Alarm) => {
    const incident = byProject.get(alarm.project);
    return incident !== undefined && answers(incident, alarm);
  };
  const isMinor = (alarm: Alarm) =>
    !isRight(alarm) &&
    world.lapses.some((lapse) => lapse.project === alarm.project && alarm.raisedOn >= lapse.beganOn && alarm.warns.some((row) => lapse.answers.includes(row)));
  const honest = new Set(world.sites.filter((site) => !byProject.has(site.code) && site.behaviour !== 'outage').map((site) => site.code));
  const onHonest = wages.filter((alarm) => honest.has(alarm.project) && !isMinor(alarm));
  const right = wages.filter(isRight).length;
  const minor = wages.filter(isMinor).length;
  const atLeast = (level: number) => onHonest.filter((alarm) => alarm.level >= level).length;
  return {
    sites: world.sites.length,
    honestSites: honest.size,
    workerMonths: world.sites.reduce((total, site) => total + workerMonthsOf(site), 0),
    honestWorkerMonths: world.sites.filter((site) => honest.has(site.code)).reduce((total, site) => total + workerMonthsOf(site), 0),
    behaviours: [...new Set(incidents.map((incident) => incident.behaviour))].sort().map((behaviour) => behaviourScore(behaviour, incidents, loud)),
    rules: ruleScores(wages, isRight, isMinor, honest),
    right,
    minor,
    wrong: wages.length - right - minor,
    honestAlarms: { 1: atLeast(1), 2: atLeast(2), 3: atLeast(3), 4: atLeast(4) },
    honestDataAlarms: loud.filter((alarm) => alarm.isData && honest.has(alarm.project)).length,
  };
}

/** A right warning names a fitting row of the catalogue and does not come before there was anything to see. */
function answers(incident: Incident, alarm: Alarm): boolean {
  return (
    alarm.raisedOn >= incident.beganOn &&
    alarm.isData === (incident.nature === 'data') &&
    [alarm.rule, ...alarm.warns].some((row) => incident.answers.includes(row))
  );
}

function behaviourScore(behaviour: Behaviour, incidents: readonly Incident[], alarms: readonly Alarm[]): BehaviourScore {
  const mine = incidents.filter((incident) => incident.behaviour === behaviour);
  const seen = mine.map((incident) => ({
    incident,
    first:
      alarms
        .filter((alarm) => alarm.project === incident.project && answers(incident, alarm))
        .map((alarm) => alarm.raisedOn)
        .sort()[0] ?? null,
  }));
  const complained = seen.flatMap(({ incident, first }) => (incident.complainedOn === null ? [] : [{ on: incident.complainedOn, first }]));
  return {
    behaviour,
    incidents: mine.length,
    detected: seen.filter(({ first }) => first !== null).length,
    complaints: complained.length,
    beforeComplaint: complained.filter(({ on, first }) => first !== null && first < on).length,
    leads: complained.flatMap(({ on, first }) => (first === null ? [] : [daysBetween(first, on)])),
  };
}

function ruleScores(
  alarms: readonly Alarm[],
  isRight: (alarm: Alarm) => boolean,
  isMinor: (alarm: Alarm) => boolean,
  honest: ReadonlySet<string>,
): RuleScore[] {
  return [...new Set(alarms.map((alarm) => alarm.rule))].sort().map((rule) => {
    const mine = alarms.filter((alarm) => alarm.rule === rule);
    const right = mine.filter(isRight).length;
    const minor = mine.filter(isMinor).length;
    return { rule, right, minor, wrong: mine.length - right - minor, onHonest: mine.filter((alarm) => honest.has(alarm.project) && !isMinor(alarm)).length };
  });
}

function workerMonthsOf(site: Site): number {
  let count = 0;
  for (const [worker, months] of site.marks) {
    if (worker.isGhost) continue;
    for (const marks of months.values()) if (daysWorked(marks) > 0) count += 1;
  }
  return count;
}

/** Several worlds as one. */
export function summed(scores: readonly Score[]): Score {
  const add = (of: (score: Score) => number) => scores.reduce((total, score) => total + of(score), 0);
  const behaviours = new Map<Behaviour, BehaviourScore>();
  const rules = new Map<string, RuleScore>();
  for (const score of scores) {
    for (const row of score.behaviours) {
      const held = behaviours.get(row.behaviour);
      behaviours.set(
        row.behaviour,
        held === undefined
          ? row
          : {
              behaviour: row.behaviour,
              incidents: held.incidents + row.incidents,
              detected: held.detected + row.detected,
              complaints: held.complaints + row.complaints,
              beforeComplaint: held.beforeComplaint + row.beforeComplaint,
              leads: [...held.leads, ...row.leads],
            },
      );
    }
    for (const row of score.rules) {
      const held = rules.get(row.rule);
      rules.set(
        row.rule,
        held === undefined
          ? row
          : {
              rule: row.rule,
              right: held.right + row.right,
              minor: held.minor + row.minor,
              wrong: held.wrong + row.wrong,
              onHonest: held.onHonest + row.onHonest,
            },
      );
    }
  }
  return {
    sites: add((score) => score.sites),
    honestSites: add((score) => score.honestSites),
    workerMonths: add((score) => score.workerMonths),
    honestWorkerMonths: add((score) => score.honestWorkerMonths),
    behaviours: [...behaviours.values()].sort((a, b) => (a.behaviour < b.behaviour ? -1 : 1)),
    rules: [...rules.values()].sort((a, b) => b.wrong - a.wrong),
    right: add((score) => score.right),
    minor: add((score) => score.minor),
    wrong: add((score) => score.wrong),
    honestAlarms: {
      1: add((score) => score.honestAlarms[1]),
      2: add((score) => score.honestAlarms[2]),
      3: add((score) => score.honestAlarms[3]),
      4: add((score) => score.honestAlarms[4]),
    },
    honestDataAlarms: add((score) => score.honestDataAlarms),
  };
}

/** The value below which a share of the values lies (nearest rank); null without values. */
export function quantile(values: readonly number[], share: number): number | null {
  const ordered = [...values].sort((a, b) => a - b);
  return ordered[Math.max(0, Math.ceil(share * ordered.length) - 1)] ?? null;
}

/** Figures of a score that are compared with the bars. */
export function figuresOf(score: Score) {
  const incidents = score.behaviours.reduce((total, row) => total + row.incidents, 0);
  const detected = score.behaviours.reduce((total, row) => total + row.detected, 0);
  const leads = score.behaviours.flatMap((row) => row.leads);
  const perThousand = (count: number) => (score.honestWorkerMonths === 0 ? 0 : (count * 1_000) / score.honestWorkerMonths);
  return {
    incidents,
    detected,
    recall: incidents === 0 ? 0 : detected / incidents,
    precision: score.right + score.wrong === 0 ? 0 : score.right / (score.right + score.wrong),
    complaints: score.behaviours.reduce((total, row) => total + row.complaints, 0),
    beforeComplaint: score.behaviours.reduce((total, row) => total + row.beforeComplaint, 0),
    medianLeadDays: quantile(leads, 0.5),
    p10LeadDays: quantile(leads, 0.1),
    falseAlarmsPerThousand: perThousand(score.honestAlarms[1]),
    falseAlarmsPerThousandFromYellow: perThousand(score.honestAlarms[2]),
    dataAlarmsPerThousand: perThousand(score.honestDataAlarms),
  };
}
