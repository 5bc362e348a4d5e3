import { type CivilDate, daysBetween } from '#kernel/civil-date.ts';
import type { PlaceOf } from '#modules/monitoring/warnings/server/index.ts';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';

/** The ledger cell a rule about a project speaks of, so that the ledger shows the same lateness as the warning. */
const CELLS: Readonly<Record<string, keyof ProjectFacts>> = {
  'ACC-01': 'accountOpenedOn',
  'ACC-02': 'tripartiteOn',
  'ACC-04': 'accountFiledOn',
  'CTR-09': 'wageOfficerName',
  'DEP-01': 'depositStoredOn',
  'DEP-11': 'depositGuaranteeUntil',
  'FUND-01': 'fundsProvenOn',
  'FUND-03': 'paymentGuaranteeOn',
  'SIGN-01': 'boardOn',
  'W-PRJ-06': 'commitmentOn',
};

/** Which cells of a project's ledger are late on a day, decided by the rules themselves. */
export function lateCells(placeOf: PlaceOf): (facts: ProjectFacts, regionCode: string, on: CivilDate) => ReadonlyMap<string, string> {
  return (facts, regionCode, on) => {
    const late = new Map<string, string>();
    for (const { rule, decide } of placeOf(regionCode).prepare(on).projects) {
      const cell = CELLS[rule.code];
      if (cell === undefined) continue;
      const answer = decide(facts);
      if (answer.answer === 'finding') late.set(cell, `逾期 ${daysBetween(answer.dueOn, on)} 天`);
    }
    return late;
  };
}
