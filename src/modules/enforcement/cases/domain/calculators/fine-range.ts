import { atLeast } from '#kernel/bounds.ts';
import { type Fen, fen, inYuan, NO_MONEY } from '#kernel/fen.ts';
import type { Shown } from '#law/answer.ts';
import { cite } from '#law/citation.ts';
import { choice, count, event, facts, type FactsOf, list, text } from '#law/facts.ts';
import { lookUp } from '#law/look-up.ts';
import { type FenRange, rangeInWords } from '#law/parameters/fen-range.ts';
import { PARTIES, type Party } from '#law/parties.ts';
import { type CannotDetermine, cannotDetermine, type Setting } from '#law/rule.ts';
import { calculator, type Reckoning, Sheet } from '#law/sheet.ts';
import { happenedBy } from '../happened.ts';
import { NAMED_DAY_ROLLS, orderShape, orderStanding } from '../correction-order.ts';
import { FINE_PARAMETERS, type FineValues, type Violation, VIOLATIONS, violationChoices, type ViolationCode, violationOf } from '../violations.ts';

const CODES = Object.keys(VIOLATIONS).filter((code): code is ViolationCode => Object.hasOwn(VIOLATIONS, code));

const one = {
  violation: choice('违法行为', violationChoices(...CODES)),
  act: text('行为的名称（出于同一个行为的几项写同一个名称；不同项目、不同期间的同一种违法写不同的名称）'),
  party: choice('违法的是（一项可能有几种当事人的才填）', {
    'project-owner': '建设单位',
    'general-contractor': '施工总承包单位',
    subcontractor: '分包单位',
  }),
  ...orderShape,
  actedOn: event('抗拒、隐瞒、伪证或者打击报复发生之日（监察条例第三十条的才填）'),
  persons: count('拟处罚的责任人员人数（条例第五十四条的才填）', '人'),
} as const;
const form = facts({ violations: list('违法行为', one) });
type One = FactsOf<typeof one>;

/** A violation that may be fined, or why it may not. */
interface Weighed {
  readonly place: number;
  readonly code: ViolationCode;
  readonly violation: Violation;
  readonly party: Party;
  readonly act: string;
  /** Chinese, why there is no fine; null when there may be one. */
  readonly why: string | null;
  /** How the fine comes about. */
  readonly how: string;
  readonly range: FenRange | null;
  readonly personRange: FenRange | null;
  readonly persons: number | null;
}

/**
 * 罚款幅度. For each violation the order, its overdue proof and the range the article gives; persons in 第五十四条 alone, stop-work in 第五十五条 and 第五十七条
 * alone. One act is fined once, by the rule with the higher amount. What is not possible is said as plainly as what is.
 */
export const fineRange = calculator({
  code: 'fine-range',
  title: '罚款幅度',
  about: '按违法行为、责令改正和逾期的情况，列出可以罚款的幅度、对谁、是否停工，以及为什么不能罚款',
  basis: [
    cite('工资条例', 54),
    cite('工资条例', 55),
    cite('工资条例', 56),
    cite('工资条例', 57),
    cite('工资条例', 58),
    cite('监察条例', 30),
    cite('行政处罚法', 29),
  ],
  evidence: 'VF',
  interpretation: `没有写行为名称的，同一当事人违反同一项的视为一个行为，违反不同项的视为不同的行为；责令停工比照责令停产停业告知听证；${NAMED_DAY_ROLLS}`,
  facts: form,
  needs: FINE_PARAMETERS,
  looksUp: ['penalty.hearing.large-fine.unit', 'penalty.hearing.large-fine.person'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'violations');
    if (!known.ok) return known.answer;
    const weighed: Weighed[] = [];
    for (const [index, stated] of known.facts.violations.entries()) {
      const result = weigh(stated, index + 1, params, setting);
      if ('missing' in result) return result;
      weighed.push(result);
    }
    return weighed.length === 0 ? cannotDetermine('违法行为') : sheetOf(weighed, setting);
  },
});

function weigh(stated: One, place: number, values: FineValues, setting: Setting): Weighed | CannotDetermine {
  if (stated.violation === null) return cannotDetermine(`第 ${place} 项的${one.violation.field.means}`);
  const violation = violationOf(stated.violation);
  const party = violation.by.length === 1 ? violation.by[0] : violation.by.find((by) => by === stated.party);
  if (party === undefined) return cannotDetermine(`第 ${place} 项是谁违法：${violation.by.map((by) => PARTIES[by]).join('、')}`);
  const judged = judge(stated, violation, setting);
  if ('missing' in judged) return cannotDetermine(...judged.missing.map((fact) => `第 ${place} 项的${fact}`));
  const isFined = judged.why === null && violation.fine !== null;
  return {
    place,
    code: stated.violation,
    violation,
    party,
    act: stated.act ?? stated.violation,
    ...judged,
    range: isFined && violation.fine !== null ? values[violation.fine] : null,
    personRange: isFined && violation.personFine !== null ? values[violation.personFine] : null,
    persons: stated.persons,
  };
}

function judge(stated: One, violation: Violation, setting: Setting): Pick<Weighed, 'why' | 'how'> | CannotDetermine {
  if (violation.after === 'act') {
    if (stated.actedOn === null) return cannotDetermine(one.actedOn.field.means);
    const actedOn = happenedBy(stated.actedOn, setting.on);
    if (actedOn === null) return { why: '没有发生，不得罚款', how: '行为没有发生' };
    return { why: violation.fine === null ? '本项只责令改正，没有罚款' : null, how: `${actedOn} 发生，责令改正` };
  }
  const standing = orderStanding(stated, setting);
  if (standing.kind === 'unknown') return standing.answer;
  if (standing.kind === 'not-fined') return { why: standing.why, how: standing.why };
  const { servedOn, counted, correctedOn } = standing.order;
  return { why: null, how: `${servedOn} 责令在 ${counted.due} 前（含当日）改正，${correctedOn === null ? '至今未改正' : `${correctedOn} 才改正`}` };
}

/** The higher range of one act: by its upper end, then by its lower. */
function heavier(a: Weighed, b: Weighed): Weighed {
  const [x, y] = [a.range, b.range];
  if (x === null || y === null) return x === null ? b : a;
  return y.most > x.most || (y.most === x.most && y.least > x.least) ? b : a;
}

function sheetOf(weighed: readonly Weighed[], setting: Setting): Reckoning {
  const sheet = new Sheet();
  const kept = new Map<string, Weighed>();
  for (const each of weighed) {
    const says = each.range === null ? (each.why ?? '') : `${each.violation.stopsWork ? '责令项目停工，并处 ' : '处 '}${rangeInWords(each.range)}罚款`;
    sheet.step(`第 ${each.place} 项（${each.code}）`, says, 'text', {
      reckoned: `${PARTIES[each.party]}${each.violation.says}；由${each.violation.orders}责令改正；${each.how}`,
      basis: each.violation.article,
    });
    if (each.range === null) continue;
    const same = kept.get(`${each.party}｜${each.act}`);
    if (same === undefined) kept.set(`${each.party}｜${each.act}`, each);
    else {
      const keeps = heavier(same, each);
      const leaves = keeps === same ? each : same;
      kept.set(`${each.party}｜${each.act}`, keeps);
      sheet.note(`第 ${leaves.place} 项与第 ${keeps.place} 项是同一个行为，一事不得罚款两次，按数额高的第 ${keeps.place} 项处罚`);
    }
  }
  const fined = [...kept.values()];
  const results = fined.flatMap(resultsOf);
  for (const each of fined) notesOf(each, sheet, setting);
  noteOneOrder(fined, sheet);
  sheet.note(
    fined.length === 0
      ? '没有可以罚款的违法行为；违法行为已经改正的，仍记入历史'
      : '幅度内的数额由负责人根据情节决定；决定前告知拟处罚内容，听取陈述、申辩，并评估不予处罚、减轻、从轻的情形',
  );
  const least = sum(fined.map(({ range }) => range?.least ?? NO_MONEY));
  const most = sum(fined.map(({ range }) => range?.most ?? NO_MONEY));
  return sheet.done(
    { label: '可以罚款的行为', value: fined.length, unit: 'count' },
    ...results,
    { label: '单位罚款合计下限', value: least, unit: 'fen' },
    { label: '单位罚款合计上限', value: most, unit: 'fen' },
    { label: '责令停工', value: fined.some(({ violation }) => violation.stopsWork) ? '可以' : '不可以', unit: 'text' },
  );
}

function resultsOf({ place, range, personRange, persons }: Weighed): Shown[] {
  if (range === null) return [];
  const name = `第 ${place} 项`;
  const unit: Shown[] = [
    { label: `${name}单位罚款下限`, value: range.least, unit: 'fen' },
    { label: `${name}单位罚款上限`, value: range.most, unit: 'fen' },
  ];
  if (personRange === null) return unit;
  const each: Shown[] = [
    { label: `${name}每名责任人员罚款下限`, value: personRange.least, unit: 'fen' },
    { label: `${name}每名责任人员罚款上限`, value: personRange.most, unit: 'fen' },
  ];
  if (persons === null) return [...unit, ...each];
  const all: Shown = { label: `${name}责任人员罚款合计上限`, value: fen(personRange.most * BigInt(persons)), unit: 'fen' };
  return [...unit, ...each, all];
}

function notesOf({ place, violation, range, personRange, persons }: Weighed, sheet: Sheet, setting: Setting): void {
  if (violation.touchesQualification) {
    sheet.note(`第 ${place} 项是否情节严重由负责人认定；情节严重的给予限制承接新工程、降低资质等级、吊销资质证书等处罚`);
  }
  if (personRange !== null && persons === null) sheet.note(`第 ${place} 项对法定代表人或者主要负责人、直接负责的主管人员和其他直接责任人员分别罚款，人数待定`);
  if (!violation.stopsWork) sheet.note(`第 ${place} 项不得责令停工`);
  if (violation.stopsWork) sheet.note(`第 ${place} 项责令停工，应当告知听证权利`);
  else if (range !== null) noteHearing(place, 'unit', range, sheet, setting);
  if (personRange !== null) noteHearing(place, 'person', personRange, sheet, setting);
}

/** Not obeying one order may be 第五十四条 to 第五十八条 and 监察条例第三十条第(三)项 at once; whether it was one order the facts do not say. */
function noteOneOrder(fined: readonly Weighed[], sheet: Sheet): void {
  for (const refused of fined.filter(({ violation }) => violation.after === 'decision')) {
    for (const other of fined.filter(({ violation }) => violation.after === 'order')) {
      sheet.note(`第 ${refused.place} 项与第 ${other.place} 项如果是同一次责令逾期，属于同一个行为，不得罚款两次，合计要减去数额低的一项`);
    }
  }
}

function noteHearing(place: number, subject: 'unit' | 'person', range: FenRange, sheet: Sheet, setting: Setting): void {
  const large = lookUp(`penalty.hearing.large-fine.${subject}`, setting, setting.on);
  const who = subject === 'unit' ? '单位' : '个人';
  if (!large.ok) sheet.note(`第 ${place} 项对${who}的罚款是否达到应当告知听证的数额：${large.missing}`);
  else if (atLeast(range.most, large.inForce.value)) sheet.note(`第 ${place} 项对${who}罚款 ${inYuan(large.inForce.value)}以上的，应当告知听证权利`);
}

function sum(amounts: readonly Fen[]): Fen {
  return fen(amounts.reduce((all, amount) => all + amount, 0n));
}
