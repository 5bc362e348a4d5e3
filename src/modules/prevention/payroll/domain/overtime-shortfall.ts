import type { BasisPoints } from '#kernel/basis-points.ts';
import { type CivilDate, dayOfMonth, inChineseDay, monthOf, yearOf } from '#kernel/civil-date.ts';
import { lessThan } from '#kernel/bounds.ts';
import { type Fen, inYuan, subtractFen } from '#kernel/fen.ts';
import { type OvertimeKind, payDate, unpublishedYear } from '#law/calendars/index.ts';
import type { Citation } from '#law/citation.ts';
import { choice, count, day, facts, type FactsOf, money } from '#law/facts.ts';
import { type Answer, cannotDetermine, finding, NOTHING, type Setting } from '#law/rule.ts';
import { Sheet } from '#law/sheet.ts';
import { rounded } from './exact.ts';
import { type Conversion, inHours, overtimeInWords, overtimePay, WAGE_KINDS } from './overtime.ts';

/** 工时制度: who works by an approved irregular schedule is paid no overtime (工资支付暂行规定第十三条第四款). */
export const WORK_SYSTEMS = { standard: '标准工时制', comprehensive: '经批准的综合计算工时制', irregular: '经批准的不定时工时制' } as const;

/** What the three rules on overtime pay ask. */
export const overtimeShape = {
  workedOn: day('加班之日'),
  minutes: count('加班时长', '分钟'),
  workSystem: choice('工时制度（没有批准文件的按标准工时制）', WORK_SYSTEMS),
  wageKind: choice('计薪方式', WAGE_KINDS),
  rate: money('劳动合同规定的月薪、日薪、时薪或者计件单价'),
  pieces: count('加班完成的合格件数（计件的填写）', '件'),
  overtimePaid: money('就这次加班已经支付的工资'),
  payOn: day('这个月工资的约定支付日期'),
};

const form = facts(overtimeShape);

interface Asks {
  readonly kind: OvertimeKind;
  readonly share: BasisPoints;
  readonly basis: Citation;
  /** 「延长工作时间」. */
  readonly words: string;
}

/**
 * 加班工资少付: what the law wants at least for one day's overtime against what was paid for it, once the pay date of its month is over. Equal
 * is enough: 「不低于」. A day of a year without a published calendar is no weekday, rest day or holiday yet.
 */
export function overtimeShortfall(given: FactsOf<typeof overtimeShape>, asks: Asks, conversion: Conversion, setting: Setting): Answer {
  const known = form.certain(given, 'workedOn');
  if (!known.ok) return known.answer;
  const { workedOn } = known.facts;
  const kind = setting.calendar.overtimeKindOf(workedOn);
  if (kind === null) return cannotDetermine(`${unpublishedYear(workedOn)}，不知道这一日是工作日、休息日还是法定节假日`);
  if (kind !== asks.kind) return NOTHING;
  const certain = form.certain(given, 'wageKind', 'rate', given.wageKind === 'piece' ? 'pieces' : 'minutes', 'overtimePaid', 'payOn');
  if (!certain.ok) return certain.answer;
  const { wageKind, rate, overtimePaid, payOn } = certain.facts;
  const { due, provisional } = payDate(monthOf(payOn), dayOfMonth(payOn), setting.calendar);
  if (setting.on <= due) return NOTHING;
  const done = { minutes: given.minutes ?? 0, pieces: given.pieces ?? 0 };
  const owed = rounded(overtimePay({ wageKind, rate }, done, asks.share, conversion));
  if (!lessThan(overtimePaid, owed)) return NOTHING;
  const sheet = new Sheet();
  sheet.step('应付加班工资', owed, 'fen', { reckoned: overtimeInWords({ wageKind, rate }, done, asks.share, conversion), basis: asks.basis });
  sheet.step('已付加班工资', overtimePaid, 'fen');
  const short = sheet.step('少付', subtractFen(owed, overtimePaid), 'fen', { reckoned: `${inYuan(owed)} − ${inYuan(overtimePaid)}` });
  return finding({
    level: 2,
    says: sentence(workedOn, asks.words, wageKind === 'piece' ? `${done.pieces} 件` : inHours(done.minutes), { owed, overtimePaid, short }, setting),
    values: [
      { label: '已付加班工资', value: overtimePaid, unit: 'fen', threshold: owed },
      { label: '法定最低倍数', value: asks.share, unit: 'basis-points' },
    ],
    amountFen: short,
    people: 1,
    dueOn: due,
    provisional,
    duty: 'employer',
    owedTo: 'worker',
    steps: sheet.steps,
    clears: '补足的加班工资已经付给农民工本人',
    rows: [{ kind: 'attendance' }, { kind: 'payroll' }],
  });
}

function sentence(
  on: CivilDate,
  words: string,
  amount: string,
  money: { readonly owed: Fen; readonly overtimePaid: Fen; readonly short: Fen },
  setting: Setting,
): string {
  const { owed, overtimePaid, short } = money;
  const when = inChineseDay(on, yearOf(setting.on));
  return `用人单位安排农民工${when}${words} ${amount}，应付加班工资 ${inYuan(owed)}，已付 ${inYuan(overtimePaid)}，少付 ${inYuan(short)}`;
}
