import { atMost } from '#kernel/bounds.ts';
import { type CivilDate, daysBetween, inChineseDay } from '#kernel/civil-date.ts';
import { type Deadline, deadline, months } from '#law/calendars/index.ts';
import { type Citation, cite } from '#law/citation.ts';
import { event, facts, type Happened, yesNo } from '#law/facts.ts';
import type { Setting } from '#law/rule.ts';
import { calculator, Sheet } from '#law/sheet.ts';
import { INTERRUPTIONS, type Limitation, limitationOf, limitationShape } from '../limitation.ts';

const form = facts({
  ...limitationShape,
  violationEnded: event('欠薪行为终了之日（仍在拖欠写 not-yet）'),
  reported: event('最早向劳动保障监察投诉、举报之日（没有写 not-yet）'),
  performBy: event('生效裁决、判决、调解书确定的履行期限最后一日（没有生效文书写 not-yet）'),
  hasIou: yesNo('是否持有用人单位的工资欠条，且不涉及其他争议'),
});

/** One way to the money, as it stands on the day. */
interface Way {
  readonly name: string;
  /** What the reader is told: 「至2026年6月10日（还有 12 日）」. */
  readonly stands: string;
  readonly isOpen: boolean;
}

/**
 * 时效与期限: which ways are still open today, until when, and by which article. Arbitration: none while employed, a year after, restarted and suspended
 * (第二十七条). Inspection: two years from the end of the violation unless it was complained of before. Enforcement: two years from the last day of
 * performance. What was not stated is left out and named, the rest is still reckoned.
 */
export const limitationCalculator = calculator({
  code: 'limitation',
  title: '时效与期限',
  about: '算出申请仲裁、向监察投诉和申请执行的最后一日，说明今天还有哪些途径可走。',
  basis: [cite('调解仲裁法', 27), cite('监察条例', 20), cite('民事诉讼法', 250), cite('劳动争议解释一', 15)],
  evidence: 'VF',
  interpretation: '中断自请求救济、主张权利、对方同意之日起重新计算，不等到有关部门办理终结；申请执行期间的中止、中断没有计入',
  facts: form,
  needs: ['arbitration.limitation.months', 'case.bar.months', 'judgment.enforcement.months'],
  prepare: (setting, params) => (given) => {
    const stands = limitationOf(given, params['arbitration.limitation.months'], setting);
    if (stands.kind === 'unknown') return stands.answer;
    const sheet = new Sheet();
    if (given.interruptions === null) sheet.note('没有填中断情况，按没有中断计算');
    if (given.suspensions === null) sheet.note('没有填中止情况，按没有中止计算');
    const ways = [
      byArbitration(stands, sheet, setting),
      byInspection(given.violationEnded, given.reported, params['case.bar.months'], sheet, setting),
      byEnforcement(given.performBy, params['judgment.enforcement.months'], sheet, setting),
      ...(given.hasIou === true ? [byCourt(sheet)] : []),
    ].filter((way) => way !== null);
    const open = ways.filter(({ isOpen }) => isOpen).map(({ name }) => name);
    return sheet.done(
      { label: '今天还可以走的途径', value: open.length === 0 ? '没有' : open.join('、'), unit: 'text' },
      ...ways.map(({ name, stands: told }) => ({ label: name, value: told, unit: 'text' as const })),
    );
  },
});

function byArbitration(stands: Exclude<Limitation, { kind: 'unknown' }>, sheet: Sheet, setting: Setting): Way {
  const name = '申请仲裁';
  if (stands.kind === 'none') {
    sheet.step('仲裁时效', '劳动关系存续期间不受限制', 'text', { basis: cite('调解仲裁法', 27, 4) });
    return { name, stands: '劳动关系存续期间，拖欠劳动报酬的不受时效限制', isOpen: true };
  }
  sheet.step('时效起算', stands.start, 'date', { basis: cite('调解仲裁法', 27) });
  for (const { on, by } of stands.effective) sheet.step(`时效中断：${INTERRUPTIONS[by]}`, on, 'date', { basis: cite('调解仲裁法', 27, 2) });
  for (const { on } of stands.tooLate) sheet.note(`${inChineseDay(on)}的主张在时效届满之后，不使时效重新计算；对方届时同意履行的，由仲裁庭认定`);
  if (stands.counted === null) {
    const since = stands.suspendedSince ?? stands.from;
    sheet.step('时效中止', since, 'date', { basis: cite('调解仲裁法', 27, 3) });
    return { name, stands: `自${inChineseDay(since)}起中止，原因消除后继续计算`, isOpen: true };
  }
  return until(name, stands.counted, cite('调解仲裁法', 27), sheet, setting);
}

function byInspection(ended: Happened | null, reported: Happened | null, bar: number, sheet: Sheet, setting: Setting): Way | null {
  const name = '向劳动保障监察投诉';
  if (ended === null) {
    sheet.note('没有填欠薪行为终了之日，不判断投诉期限');
    return null;
  }
  if (ended === 'not-yet') {
    sheet.step('欠薪行为', '仍在继续，期限尚未起算', 'text', { basis: cite('监察条例', 20, 2) });
    return { name, stands: '欠薪仍在继续，不受二年限制', isOpen: true };
  }
  const counted = deadline(ended, months(bar), setting.calendar);
  if (reported === null) sheet.note('没有填是否投诉过，按没有投诉计算');
  if (reported !== null && reported !== 'not-yet' && atMost(reported, counted.due)) {
    sheet.day('二年内投诉的最后一日', counted, cite('监察条例', 20, 1));
    return { name, stands: `${inChineseDay(reported)}已经投诉，在二年之内`, isOpen: true };
  }
  return until(name, counted, cite('监察条例', 20), sheet, setting);
}

function byEnforcement(performBy: Happened | null, term: number, sheet: Sheet, setting: Setting): Way | null {
  const name = '申请法院执行';
  if (performBy === null) {
    sheet.note('没有填生效文书的履行期限，不判断申请执行的期限');
    return null;
  }
  if (performBy === 'not-yet') return { name, stands: '还没有生效的裁决、判决或者调解书', isOpen: false };
  if (setting.on <= performBy) return { name, stands: `履行期限到${inChineseDay(performBy)}，届满后才能申请`, isOpen: false };
  return until(name, deadline(performBy, months(term), setting.calendar), cite('民事诉讼法', 250), sheet, setting);
}

function byCourt(sheet: Sheet): Way {
  sheet.step('持工资欠条', '按普通民事纠纷受理', 'text', { basis: cite('劳动争议解释一', 15) });
  sheet.note('持欠条起诉适用民法的诉讼时效，这里没有计算');
  return { name: '持工资欠条直接起诉', stands: '不必先申请仲裁', isOpen: true };
}

function until(name: string, counted: Deadline, basis: Citation, sheet: Sheet, { on }: Setting): Way {
  const last = sheet.day(`${name}的最后一日`, counted, basis);
  const isOpen = atMost(on, last);
  return { name, stands: isOpen ? `至${inChineseDay(last)}（${left(on, last)}）` : `已于${inChineseDay(last)}届满`, isOpen };
}

function left(on: CivilDate, last: CivilDate): string {
  const days = daysBetween(on, last);
  return days === 0 ? '今天是最后一日' : `还有 ${days} 日`;
}
