import type { CivilDate } from '#kernel/civil-date.ts';
import type { Consequence } from '#law/consequence.ts';
import { type FenRange, rangeInWords } from '#law/parameters/fen-range.ts';
import { PARTIES, type Party } from '#law/parties.ts';
import { type Finding, finding, type FindingValue, type Level } from '#law/rule.ts';
import type { OverdueOrder } from './correction-order.ts';
import type { Violation } from './violations.ts';
import { shown } from './words.ts';

export function rangeValues(label: string, { least, most }: FenRange): readonly FindingValue[] {
  return [
    { label: `${label}下限`, value: least, unit: 'fen' },
    { label: `${label}上限`, value: most, unit: 'fen' },
  ];
}

/** What an overdue order may be followed by, in one finding: who did not obey what, and the range the article gives. */
export function fineFinding(given: {
  readonly level: Level;
  readonly violation: Violation;
  readonly party: Party;
  readonly order: OverdueOrder;
  readonly range: FenRange;
  readonly persons?: { readonly range: FenRange; readonly count: number | null };
  /** Beside those of the violation itself. */
  readonly furtherConsequences?: readonly Consequence[];
  readonly also?: string;
  readonly on: CivilDate;
}): Finding {
  const { level, violation, party, order, range, persons, on } = given;
  const who = PARTIES[party];
  const unit = violation.personFine === null ? '' : '对单位';
  const stop = violation.stopsWork ? '责令项目停工，并' : '';
  const each = persons === undefined ? '' : `，对${persons.count === null ? '' : ` ${persons.count} 名`}责任人员每人处 ${rangeInWords(persons.range)}罚款`;
  const { due, provisional } = order.counted;
  const until = due === order.namedOn ? '含当日' : `含当日，顺延至${shown(due, on)}`;
  const late = order.correctedOn === null ? '至今未改正' : `${shown(order.correctedOn, on)}才改正`;
  return finding({
    level,
    says: `${who}${violation.says}，${shown(order.servedOn, on)}责令在${shown(order.namedOn, on)}前（${until}）改正，${late}；可以${stop}${unit}处 ${rangeInWords(range)}罚款${each}${given.also ?? ''}`,
    values: [
      ...rangeValues(persons === undefined ? '罚款' : '单位罚款', range),
      ...(persons === undefined ? [] : rangeValues('每名责任人员罚款', persons.range)),
    ],
    dueOn: due,
    provisional,
    duty: party,
    owedTo: 'authority',
    consequences: [...violation.consequences, ...(given.furtherConsequences ?? [])],
    clears: '改正违法行为；处罚经告知、听取申辩后由负责人决定',
    rows: [],
  });
}
