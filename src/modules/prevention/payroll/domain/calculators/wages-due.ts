import { addFen, type Fen, inYuan, NO_MONEY, subtractFen } from '#kernel/fen.ts';
import { lessThan } from '#kernel/bounds.ts';
import type { CannotDetermine } from '#law/answer.ts';
import { cite } from '#law/citation.ts';
import { choice, count, day, facts, type FactsOf, list, money, month, yesNo } from '#law/facts.ts';
import { cannotDetermine, type Setting } from '#law/rule.ts';
import { calculator, Sheet } from '#law/sheet.ts';
import { DEDUCTIONS, isAllowed, needsPaper } from '../deductions.ts';
import { type Exact, exact, minus, plus, rounded } from '../exact.ts';
import { lossDeductionCap } from '../loss-deduction.ts';
import { type MinimumWage, minimumWageOf } from '../minimum-wage-of.ts';
import { overtimeLines, type OvertimeShares } from '../overtime-lines.ts';
import { WORK_SYSTEMS } from '../overtime-shortfall.ts';
import { WAGE_KINDS } from '../overtime.ts';
import { normalWage, partOfMonth } from '../normal-wage.ts';

const shape = {
  month: month('工资所属月份'),
  wageKind: choice('计薪方式', WAGE_KINDS),
  rate: money('劳动合同规定的月薪、日薪、时薪或者计件单价'),
  workSystem: choice('工时制度（没有批准文件的按标准工时制）', WORK_SYSTEMS),
  isFullMonth: yesNo('是否整月在职（月薪的填写）'),
  absentDays: count('因本人原因未出勤的计薪日数（月薪、整月在职的填写）', '日'),
  days: count('正常出勤日数（日薪的工日；月薪不满整月的计薪日，含法定节假日）', '日'),
  halfDays: count('另有半日的个数', '个'),
  minutes: count('正常工作时长（时薪的填写）', '分钟'),
  pieces: count('正常工作时间完成的合格件数（计件的填写）', '件'),
  overtime: list('加班记录', {
    on: day('加班之日'),
    minutes: count('加班时长', '分钟'),
    pieces: count('加班完成的合格件数（计件的填写）', '件'),
    timeOff: yesNo('休息日加班是否已安排同等时间的补休'),
  }),
  allowances: money('奖金、津贴、补贴等其他应发工资'),
  excluded: money('其他应发工资中的特殊工作环境、条件津贴和法定福利待遇'),
  isNormalWork: yesNo('在职、出勤期间是否提供了正常劳动（日薪、时薪、计件的看整月）'),
  minimumWage: money('履行地当月的月最低工资标准（不填的取本地参数）'),
  deductions: list('各项扣款', { kind: choice('扣款名目', DEDUCTIONS), amount: money('扣款数额'), hasPaper: yesNo('是否有扣款的依据') }),
  payments: list('各笔已付工资', { on: day('支付之日'), amount: money('支付数额'), isToWorker: yesNo('是否支付给农民工本人或者其委托的人') }),
};

const form = facts(shape);
type Given = FactsOf<typeof shape>;

/**
 * 应发和尚欠工资 of one worker for one month: normal wage, overtime by the day it fell on, the minimum wage of the place and month, lawful
 * deductions with the limit for losses, what was paid to the worker himself, what is still owed. Amounts are carried unrounded and rounded
 * to the fen once; what cannot be judged (a minimum wage nobody entered) is named, and the rest is reckoned.
 */
export const wagesDue = calculator({
  code: 'wages-due',
  title: '应发和尚欠工资计算',
  about: '计算一名农民工一个月应发的工资、可以扣除的数额、已付和尚欠的数额。',
  basis: [
    cite('工资条例', 12),
    cite('劳动法', 44),
    cite('工资支付暂行规定', 13),
    cite('工时折算通知', 2),
    cite('最低工资规定', 12),
    cite('工资支付暂行规定', 16),
    cite('劳动合同法实施条例', 14),
  ],
  evidence: 'VF',
  interpretation:
    '小时工资、日工资不先舍入，合计时四舍五入到分一次；没有填写的加班、扣款、已付按没有计算，并写明；日薪、时薪、计件的法定节假日加班按300%计付，不另计节日本身的工资；月薪不满整月或者缺勤的，最低工资标准按计薪日折算后比较；已按缺勤日数减发的，事假不再扣一次。',
  facts: form,
  needs: ['wage.divisor', 'wage.day-hours', 'wage.overtime.weekday', 'wage.overtime.rest-day', 'wage.overtime.holiday', 'wage.deduction.share'],
  looksUp: ['wage.minimum.monthly'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'month', 'wageKind', 'rate');
    if (!known.ok) return known.answer;
    const { month: worked, wageKind, rate } = known.facts;
    const sheet = new Sheet();
    const conversion = { divisor: params['wage.divisor'], dayHours: params['wage.day-hours'] };
    const shares: OvertimeShares = {
      weekday: params['wage.overtime.weekday'],
      'rest-day': params['wage.overtime.rest-day'],
      holiday: params['wage.overtime.holiday'],
    };
    const normal = normalWage({ wageKind, rate }, given, conversion, sheet);
    if ('answer' in normal) return normal;
    const overtime = overtimeLines({ wageKind, rate }, worked, given, { conversion, shares, setting, sheet });
    if ('answer' in overtime) return overtime;
    const allowances = given.allowances ?? NO_MONEY;
    if (allowances > 0n) sheet.step('其他应发工资', allowances, 'fen');
    const minimum = minimumWageOf(given.minimumWage, worked, setting);
    const tested = plus(normal, exact(subtractFen(allowances, given.excluded ?? NO_MONEY)));
    const raised = upToMinimum(
      tested,
      minimum,
      given.isNormalWork,
      (whole) => (wageKind === 'month' ? partOfMonth(whole, given, conversion) : exact(whole)),
      sheet,
    );
    const gross = sheet.step('应发工资', rounded(plus(plus(plus(normal, overtime), exact(allowances)), raised.topUp)), 'fen', {
      reckoned: '以上各项未经舍入的数额相加，四舍五入到分一次',
      basis: cite('工资条例', 12),
    });
    const deducted = lawfulDeductions(given, gross, minimum, params['wage.deduction.share'], sheet);
    if (typeof deducted !== 'bigint') return deducted;
    const net = sheet.step('应付给本人', gross > deducted ? subtractFen(gross, deducted) : NO_MONEY, 'fen', {
      reckoned: `${inYuan(gross)} − ${inYuan(deducted)}，不低于 0`,
    });
    const paid = paidToWorker(given, setting, sheet);
    if (typeof paid !== 'bigint') return paid;
    const owed = sheet.step('尚欠工资', net > paid ? subtractFen(net, paid) : NO_MONEY, 'fen', {
      reckoned: `${inYuan(net)} − ${inYuan(paid)}，不低于 0`,
      basis: cite('工资条例', 16),
    });
    if (paid > net) sheet.note(`已付比应付多 ${inYuan(subtractFen(paid, net))}，请核对是否补发以前月份。`);
    return sheet.done(
      { label: '尚欠工资', value: owed, unit: 'fen' },
      { label: '应发工资', value: gross, unit: 'fen' },
      { label: '可以扣除', value: deducted, unit: 'fen' },
      { label: '应付给本人', value: net, unit: 'fen' },
      { label: '已付', value: paid, unit: 'fen' },
      { label: '最低工资核对', value: raised.says, unit: 'text' },
    );
  },
});

const NOTHING_MORE = exact(NO_MONEY);

/** 最低工资核对: 「在剔除下列各项以后，不得低于当地最低工资标准」: overtime, special allowances and welfare are out; 低于 excludes the figure. What lacks is owed. */
function upToMinimum(
  tested: Exact,
  minimum: MinimumWage,
  isNormalWork: boolean | null,
  partOf: (whole: Fen) => Exact,
  sheet: Sheet,
): { readonly topUp: Exact; readonly says: string } {
  if (isNormalWork === false) {
    sheet.note('当月没有提供正常劳动，不适用最低工资标准（最低工资规定第十二条第三款）。');
    return { topUp: NOTHING_MORE, says: '不适用' };
  }
  const missing = [isNormalWork === null ? shape.isNormalWork.field.means : '', minimum.ok ? '' : minimum.missing].filter((one) => one !== '');
  if (isNormalWork === null || !minimum.ok) {
    sheet.note(`最低工资核对不能判断，缺少：${missing.join('、')}；其余照算。`);
    return { topUp: NOTHING_MORE, says: '不能判断' };
  }
  const basis = cite('最低工资规定', 12, 1);
  sheet.step('月最低工资标准', minimum.minimum, 'fen', { reckoned: minimum.reckoned, basis: cite('劳动合同法实施条例', 14) });
  const part = partOf(minimum.minimum);
  const least = rounded(part);
  if (least < minimum.minimum) sheet.step('按计薪日折算的最低工资', least, 'fen', { reckoned: '与正常工作时间工资同样折算', basis });
  const shown = sheet.step('与最低工资比较的工资', rounded(tested), 'fen', { reckoned: '正常工资加其他应发工资，剔除加班工资、特殊津贴和福利待遇', basis });
  if (!lessThan(shown, least)) return { topUp: NOTHING_MORE, says: '不低于最低工资标准' };
  const topUp = minus(part, tested);
  sheet.step('最低工资差额', rounded(topUp), 'fen', { reckoned: `${inYuan(least)} − ${inYuan(shown)}`, basis: cite('劳动合同法', 85, '(二)') });
  return { topUp, says: '低于最低工资标准，差额已计入应发' };
}

/** 可以扣除的数额: lawful names in full, losses within their limit; a name without reason, or without the paper it needs, is not deducted. */
function lawfulDeductions(given: Given, gross: Fen, minimum: MinimumWage, share: Parameters<typeof lossDeductionCap>[2], sheet: Sheet): Fen | CannotDetermine {
  if (given.deductions === null) sheet.note('没有填写扣款，按没有扣款计算。');
  let plain = NO_MONEY;
  let losses = NO_MONEY;
  for (const { kind, amount, hasPaper } of given.deductions ?? []) {
    if (kind === null || amount === null) return cannotDetermine(kind === null ? '扣款名目' : '扣款数额');
    if (kind === 'personal-leave' && given.wageKind === 'month' && (given.absentDays ?? 0) > 0)
      sheet.note(`“${DEDUCTIONS[kind]}” ${inYuan(amount)} 已经按缺勤日数减发，不再扣一次。`);
    else if (!isAllowed(kind) || (needsPaper(kind) && hasPaper !== true))
      sheet.note(`“${DEDUCTIONS[kind]}” ${inYuan(amount)} ${isAllowed(kind) ? '没有依据' : '不是可以扣除的名目'}，不予扣除。`);
    else if (kind === 'loss') losses = addFen(losses, amount);
    else plain = addFen(plain, amount);
  }
  if (plain > 0n) sheet.step('代扣和依法减发', plain, 'fen', { basis: cite('工资支付暂行规定', 15) });
  if (losses === 0n) return plain;
  const limits = lossDeductionCap(gross, minimum.ok ? minimum.minimum : null, share);
  const basis = cite('工资支付暂行规定', 16);
  sheet.step('赔偿扣款上限：当月工资的法定比例', limits.byShare, 'fen', { reckoned: `${inYuan(gross)} × ${share / 100}%`, basis });
  if (limits.byMinimum === null) sheet.note('不知道最低工资标准，赔偿扣款只按比例一项设限，可能偏高。');
  else sheet.step('赔偿扣款上限：当月工资超出最低工资的部分', limits.byMinimum, 'fen', { reckoned: '不低于 0', basis });
  return addFen(plain, sheet.step('赔偿扣款', losses < limits.cap ? losses : limits.cap, 'fen', { reckoned: `${inYuan(losses)} 与两项上限中取小的`, basis }));
}

/** 已付: to the worker himself, up to the day asked about. Payment to the wrong person is not payment. */
function paidToWorker(given: Given, setting: Setting, sheet: Sheet): Fen | CannotDetermine {
  if (given.payments === null) sheet.note('没有填写已付工资，按没有支付计算。');
  let paid = NO_MONEY;
  for (const { on, amount, isToWorker } of given.payments ?? []) {
    if (on === null || amount === null || isToWorker === null)
      return cannotDetermine(on === null ? '支付之日' : amount === null ? '支付数额' : '是否支付给农民工本人或者其委托的人');
    if (!isToWorker) sheet.note(`${on} 的 ${inYuan(amount)} 付给了他人，不算支付给农民工本人。`);
    else if (on > setting.on) sheet.note(`${on} 的 ${inYuan(amount)} 在所问之日以后，不计入。`);
    else paid = addFen(paid, amount);
  }
  return sheet.step('已付', paid, 'fen', { basis: cite('工资条例', 11) });
}
