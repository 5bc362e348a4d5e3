import type { BasisPoints } from '#kernel/basis-points.ts';
import { type CivilDate, type CivilMonth, inChineseMonth, monthOf, weekdayOf } from '#kernel/civil-date.ts';
import { NO_MONEY } from '#kernel/fen.ts';
import { type OvertimeKind, unpublishedYear } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { cannotDetermine, type CannotDetermine, type Setting } from '#law/rule.ts';
import type { Sheet } from '#law/sheet.ts';
import { type Exact, exact, plus, rounded } from './exact.ts';
import type { WORK_SYSTEMS } from './overtime-shortfall.ts';
import { type AgreedRate, type Conversion, overtimeInWords, overtimePay } from './overtime.ts';

export type OvertimeShares = Readonly<Record<OvertimeKind, BasisPoints>>;

interface OvertimeEntry {
  readonly on: CivilDate | null;
  readonly minutes: number | null;
  readonly pieces: number | null;
  readonly timeOff: boolean | null;
}

interface Given {
  readonly overtime: readonly OvertimeEntry[] | null;
  readonly workSystem: keyof typeof WORK_SYSTEMS | null;
}

interface With {
  readonly conversion: Conversion;
  readonly shares: OvertimeShares;
  readonly setting: Setting;
  readonly sheet: Sheet;
}

const KINDS: Readonly<Record<OvertimeKind, string>> = { weekday: '工作日延长工作时间', 'rest-day': '休息日', holiday: '法定节假日' };
const NONE = exact(NO_MONEY);

/**
 * 加班工资 of a month, unrounded: each entry by what its day is. In a year without a published calendar Monday to Friday stand in for working
 * days and the sheet is provisional: a festival there may be worth 300 %, and the worker is told so.
 */
export function overtimeLines(agreed: AgreedRate, worked: CivilMonth, given: Given, by: With): Exact | CannotDetermine {
  const { sheet } = by;
  if (given.overtime === null) sheet.note('没有填写加班记录，按没有加班计算。');
  if (given.workSystem === 'irregular') {
    if ((given.overtime ?? []).length > 0) sheet.note('经批准实行不定时工时制，不计加班工资（工资支付暂行规定第十三条第四款）。');
    return NONE;
  }
  if (given.workSystem === 'comprehensive') sheet.note('实行综合计算工时制：只列超过法定标准工作时间的部分和法定节假日，请核对加班记录。');
  let sum = NONE;
  const entries = [...(given.overtime ?? [])].sort((first, second) => ((first.on ?? '') < (second.on ?? '') ? -1 : 1));
  for (const entry of entries) {
    const pay = lineOf(agreed, worked, entry, by);
    if ('answer' in pay) return pay;
    sum = plus(sum, pay);
  }
  return sum;
}

function lineOf(agreed: AgreedRate, worked: CivilMonth, entry: OvertimeEntry, { conversion, shares, setting, sheet }: With): Exact | CannotDetermine {
  const { on } = entry;
  if (on === null) return cannotDetermine('加班之日');
  if (monthOf(on) !== worked) return cannotDetermine(`${on} 的加班不在${inChineseMonth(worked)}，属于哪个月的工资`);
  const amount = agreed.wageKind === 'piece' ? entry.pieces : entry.minutes;
  if (amount === null) return cannotDetermine(agreed.wageKind === 'piece' ? '加班完成的合格件数' : '加班时长');
  const published = setting.calendar.overtimeKindOf(on);
  const kind = published ?? (weekdayOf(on) <= 5 ? 'weekday' : 'rest-day');
  if (published === null) {
    const trace = [`${unpublishedYear(on)}，按周一至周五为工作日暂计；如为法定节假日，应按300%计付`];
    sheet.day('加班之日', { due: on, provisional: true, trace }, cite('节日放假办法', 2));
  }
  if (kind === 'rest-day' && entry.timeOff === true) {
    sheet.note(`${on} 休息日加班已安排同等时间的补休，不另付加班工资。`);
    return NONE;
  }
  if (kind === 'rest-day' && entry.timeOff === null) sheet.note(`${on} 休息日加班没有说明是否补休，按没有补休计算。`);
  const done = { minutes: entry.minutes ?? 0, pieces: entry.pieces ?? 0 };
  const pay = overtimePay(agreed, done, shares[kind], conversion);
  sheet.step(`${on} ${KINDS[kind]}加班工资`, rounded(pay), 'fen', {
    reckoned: overtimeInWords(agreed, done, shares[kind], conversion),
    basis: agreed.wageKind === 'piece' ? cite('工资支付暂行规定', 13, 2) : cite('劳动法', 44, ITEMS[kind]),
  });
  return pay;
}

const ITEMS = { weekday: '(一)', 'rest-day': '(二)', holiday: '(三)' } as const;
