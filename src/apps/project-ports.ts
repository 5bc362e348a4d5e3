import { type CivilDate, daysBetween } from '#kernel/civil-date.ts';
import { regionCode } from '#kernel/region-code.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import { valueOn } from '#law/parameters/index.ts';
import type { Answer, Level } from '#law/rule.ts';
import { profileOf } from '#profiles/index.ts';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import type { OpenWarnings, ProjectRoutes } from '#modules/prevention/projects/server/index.ts';
import type { Tx } from '#platform/db/index.ts';

/** What projects need of a place: its words for levels and its rules made ready for a day. */
export type RulesOfPlace = (regionCode: string) => {
  levelName(level: Level): string;
  prepare(on: CivilDate): { readonly projects: readonly { readonly rule: { readonly code: string }; readonly decide: (facts: ProjectFacts) => Answer }[] };
};

/** Plugs what stands after the projects (warnings, rules, profiles) into their pages. */
export function projectPorts(parts: Pick<ProjectRoutes, 'store' | 'clock' | 'vault'>, placeOf: RulesOfPlace): ProjectRoutes {
  return {
    ...parts,
    calendar: nationalCalendar,
    levelName: (level, region) => placeOf(region).levelName(level as Level),
    usualPayDay(region) {
      const answer = valueOn('wage.pay-day', profileOf(regionCode(region)), parts.clock.today());
      // The end of the following month at the latest: wages are monthly (条例第十三条).
      return answer.ok && typeof answer.inForce.value === 'number' ? answer.inForce.value : 31;
    },
    openWarnings,
    overdueCells: (facts, region, on) => overdueCells(placeOf(region).prepare(on).projects, facts, on),
  };
}

async function openWarnings(tx: Tx, projectIds: readonly string[] | null): Promise<ReadonlyMap<string, OpenWarnings>> {
  const rows = await tx.query<{ project_id: string; open: number; worst: number }>(
    `select project_id, count(*)::int as open, max(level)::int as worst from monitoring.warning
     where state <> 'closed' and ($1::bigint[] is null or project_id = any ($1)) group by project_id`,
    [projectIds],
  );
  return new Map(rows.map((row) => [row.project_id, { open: row.open, worst: row.worst }]));
}

/** The ledger cell in which each duty leaves its trace. */
const CELL_OF_RULE: Readonly<Record<string, keyof ProjectFacts>> = {
  'ACC-01': 'accountOpenedOn',
  'ACC-02': 'tripartiteOn',
  'ACC-03': 'accountName',
  'ACC-04': 'accountFiledOn',
  'CTR-09': 'wageOfficerName',
  'DEP-01': 'depositStoredOn',
  'DEP-04': 'depositFen',
  'DEP-11': 'depositGuaranteeUntil',
  'FUND-01': 'fundsProvenOn',
  'FUND-03': 'paymentGuaranteeOn',
  'SIGN-01': 'boardOn',
  'W-PRJ-06': 'commitmentOn',
};

function overdueCells(rules: ReturnType<ReturnType<RulesOfPlace>['prepare']>['projects'], facts: ProjectFacts, on: CivilDate): ReadonlyMap<string, string> {
  const late = new Map<string, string>();
  for (const { rule, decide } of rules) {
    const cell = CELL_OF_RULE[rule.code];
    if (cell === undefined) continue;
    const answer = decide(facts);
    if (answer.answer !== 'finding') continue;
    const days = daysBetween(answer.dueOn, on);
    late.set(cell, facts[cell] === null && days > 0 ? `逾期 ${days} 天` : '不合规定');
  }
  return late;
}
