import { addMonths, type CivilDate } from '#kernel/civil-date.ts';
import { atMost, moreThan } from '#kernel/bounds.ts';
import { choice, day, event, type FactsOf, list, yesNo } from '#law/facts.ts';

const entry = {
  kind: choice('违法行为的种类', { arrears: '拖欠农民工工资', other: '其他违法行为' }),
  inArea: yesNo('是否发生在本工资保证金管理地区'),
  beganOn: day('发生之日'),
  endedOn: event('清偿或者改正之日'),
  inTime: yesNo('是否在责令期限内清偿'),
};

/** 总包单位的用工记录: what the deposit's rate depends on. An empty list is a clean record; nobody having looked is a gap. */
export const record = list('总包单位近三年的违法记录（没有的填空表）', entry);

export type RecordEntry = FactsOf<typeof entry>;

/** Known either way, or the Chinese name of what is missing. */
export type Known = boolean | string;

/** How a record is read. */
export interface Reading {
  /** Only what happened in the deposit area, or everywhere. */
  readonly where: 'area' | 'anywhere';
  /** Whether arrears cleared within the time ordered still count as arrears. */
  readonly countsCorrected: boolean;
}

/**
 * Whether arrears fall into the months before a day. Interpretation: the corresponding day itself is still inside; arrears that go on
 * count until they are cleared, as a continuing act does (监察条例第二十条). Other violations never count: 「发生工资拖欠」.
 */
export function owedWithin(entries: readonly RecordEntry[], before: CivilDate, months: number, reading: Reading): Known {
  const answers = entries.map((one) => isArrears(one, reading, before)).map((known, index) => reaches(known, entries[index], before, months));
  if (answers.includes(true)) return true;
  return answers.find((one) => typeof one === 'string') ?? false;
}

/** Whether the contractor has stored a deposit in the area and then kept its record clean for so many months. */
export function cleanFor(entries: readonly RecordEntry[], firstStoredOn: CivilDate | 'not-yet', on: CivilDate, months: number, reading: Reading): Known {
  if (firstStoredOn === 'not-yet' || !moreThan(on, addMonths(firstStoredOn, months))) return false;
  const owed = owedWithin(entries, on, months, reading);
  return typeof owed === 'string' ? owed : !owed;
}

function isArrears({ kind, inArea, beganOn, inTime }: RecordEntry, { where, countsCorrected }: Reading, before: CivilDate): Known {
  // Whatever alone rules the entry out is enough, though other things about it are not known.
  const rulesOut = [kind === 'other', where === 'area' && inArea === false, !countsCorrected && inTime === true, beganOn !== null && beganOn > before];
  if (rulesOut.includes(true)) return false;
  if (kind === null) return `记录中${entry.kind.field.means}`;
  if (where === 'area' && inArea === null) return `记录中${entry.inArea.field.means}`;
  if (beganOn === null) return `记录中拖欠${entry.beganOn.field.means}`;
  return !countsCorrected && inTime === null ? `记录中${entry.inTime.field.means}` : true;
}

function reaches(known: Known, one: RecordEntry | undefined, before: CivilDate, months: number): Known {
  if (known !== true || one?.beganOn === undefined || one.beganOn === null) return known;
  if (one.endedOn === 'not-yet' || atMost(before, addMonths(one.beganOn, months))) return true;
  return one.endedOn === null ? '记录中拖欠清偿之日' : atMost(before, addMonths(one.endedOn, months));
}
