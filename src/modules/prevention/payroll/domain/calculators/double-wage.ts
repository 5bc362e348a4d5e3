import { addDays, type CivilDate, firstOfMonth, lastOfMonth, monthOf, nextMonth } from '#kernel/civil-date.ts';
import { type Fen, inYuan, NO_MONEY } from '#kernel/fen.ts';
import { type WorkingCalendar, workingDaysBetween } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { day, event, facts, money } from '#law/facts.ts';
import { calculator, Sheet } from '#law/sheet.ts';
import { doubleWageWindow } from '#modules/prevention/roster/domain/index.ts';
import { type Exact, exact, plus, rounded } from '../exact.ts';

const form = facts({
  hiredOn: day('用工之日'),
  signedOn: event('订立书面劳动合同之日'),
  endedOn: event('劳动关系终止之日'),
  monthlyWage: money('月工资'),
});

/**
 * 未订书面劳动合同的二倍工资: the second wage, beside the one for the work. Whole calendar months by the month, the ends by their working
 * days; rounded once. Not owed for days after the employment ended; that a project ended does not end the employment.
 */
export const doubleWage = calculator({
  code: 'double-wage',
  title: '未订立书面合同二倍工资计算',
  about: '计算用人单位未与农民工订立书面劳动合同时，应当另付的一倍工资和起止日期。',
  basis: [cite('劳动合同法', 82, 1), cite('劳动合同法实施条例', 6, 2), cite('劳动合同法实施条例', 7), cite('劳动争议解释二', 6)],
  evidence: 'VF',
  interpretation:
    '用工当日不计入，满一个月的次日起算，有的地方早一日；不满整月的“实际工作日”按工作日历上的工作日折算，有实际出勤记录的由人核对；算到所问之日为止。',
  facts: form,
  needs: ['contract.sign.months', 'contract.deemed.months'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'hiredOn', 'signedOn', 'endedOn', 'monthlyWage');
    if (!known.ok) return known.answer;
    const { hiredOn, signedOn, endedOn, monthlyWage } = known.facts;
    const limits = { sign: params['contract.sign.months'], deemed: params['contract.deemed.months'] };
    const last = endedOn !== 'not-yet' && endedOn < setting.on ? endedOn : setting.on;
    const sheet = new Sheet();
    sheet.step('用工之日', hiredOn, 'date', { basis: cite('劳动合同法', 7) });
    sheet.note('另付的一倍工资不是劳动报酬，申请仲裁适用一年时效（调解仲裁法第二十七条第一款）。项目结束不等于劳动关系终止。');
    const window = doubleWageWindow(hiredOn, signedOn, last, limits, setting.calendar);
    if (window === null || window.until < window.from) {
      sheet.note('书面劳动合同在期限内订立，或者期限还没有届满，不发生二倍工资。');
      sheet.step('另付的一倍工资', NO_MONEY, 'fen', { basis: cite('劳动合同法', 82, 1) });
      return sheet.done({ label: '另付的一倍工资', value: NO_MONEY, unit: 'fen' });
    }
    const { from, until, deemedOn, isDeemed } = window;
    if (setting.calendar.kindOf(until) === 'unpublished') sheet.markProvisional();
    sheet.day('应当订立书面合同的最后一日', window.signBy, cite('劳动合同法', 10, 2));
    sheet.step('二倍工资起算日', from, 'date', { reckoned: '用工之日起满一个月的次日', basis: cite('劳动合同法实施条例', 6, 2) });
    sheet.step('二倍工资截止日', until, 'date', {
      reckoned: '补订的前一日、满一年的前一日、劳动关系终止之日、所问之日中最早的',
      basis: cite('劳动合同法实施条例', 7),
    });
    if (isDeemed) sheet.note(`${deemedOn} 起视为已经订立无固定期限劳动合同，应当立即补订书面合同。`);
    const owed = sheet.step('另付的一倍工资', rounded(wageBetween(from, until, monthlyWage, setting.calendar)), 'fen', {
      reckoned: `${from} 至 ${until}，每月 ${inYuan(monthlyWage)}，不满整月的按该月工作日折算`,
      basis: cite('劳动争议解释二', 6),
    });
    return sheet.done(
      { label: '另付的一倍工资', value: owed, unit: 'fen' },
      { label: '起算日', value: from, unit: 'date' },
      { label: '截止日', value: until, unit: 'date' },
    );
  },
});

/** 「按月计算；不满一个月的，按该月实际工作日计算」: whole calendar months by the month, part of one by its working days among the month's. */
function wageBetween(from: CivilDate, until: CivilDate, monthlyWage: Fen, calendar: WorkingCalendar): Exact {
  const workingDays = (first: CivilDate, last: CivilDate) => workingDaysBetween(addDays(first, -1), last, calendar);
  let sum = exact(NO_MONEY);
  for (let first = from; first <= until; first = firstOfMonth(nextMonth(monthOf(first)))) {
    const [begin, end] = [firstOfMonth(monthOf(first)), lastOfMonth(monthOf(first))];
    const last = end < until ? end : until;
    const isWhole = first === begin && last === end;
    sum = plus(sum, isWhole ? exact(monthlyWage) : exact(monthlyWage, workingDays(first, last), workingDays(begin, end)));
  }
  return sum;
}
