import { formatBp, basisPoints } from '#kernel/basis-points.ts';
import { fen, inYuan } from '#kernel/fen.ts';
import { type Citation, inShort } from '#law/citation.ts';
import type { Consequence } from '#law/consequence.ts';
import { PARTIES } from '#law/parties.ts';
import type { Answer, Finding, FindingValue, Shown } from '#law/rule.ts';
import type { Reckoned, Reckoning } from '#law/sheet.ts';
import type { SheetStep } from '#law/answer.ts';

/**
 * An answer with everything in it, as a reader can check it: level, words, day, duty, money and people, every value with its threshold, every step
 * with its arithmetic and article, what follows, what clears it, which rows are behind it. Nothing is left out, so that nothing can change unseen.
 */
export function inFull(answer: Answer | Reckoning): string {
  switch (answer.answer) {
    case 'none':
      return '无';
    case 'cannot-determine':
      return `不能判断，缺少：${answer.missing.join('、')}`;
    case 'needs-person':
      return `由人认定：${answer.question}`;
    case 'finding':
      return findingInFull(answer);
    case 'reckoned':
      return sheetInFull(answer);
  }
}

function findingInFull({
  answer: _finding,
  level,
  says,
  dueOn,
  provisional,
  duty,
  owedTo,
  amountFen,
  people,
  values,
  steps,
  consequences,
  clears,
  rows,
  ...rest
}: Finding): string {
  // What a finding may hold one day is written down too, whatever it is.
  const more = Object.entries(rest).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return [
    `${level}级：${says}`,
    `期限 ${dueOn}${provisional ? '（暂计）' : ''}；${PARTIES[duty]}${owedTo === undefined ? '' : `对${PARTIES[owedTo]}`}；${inYuan(amountFen)}；${people} 人`,
    ...values.map((value) => `数 ${valueInFull(value)}`),
    ...(steps ?? []).map(stepInFull),
    ...(consequences ?? []).map(consequenceInFull),
    `消除 ${clears}`,
    ...rows.map(({ kind, ...which }) => ['行', kind, ...Object.values(which)].join(' ')),
    ...more,
  ].join('\n');
}

function sheetInFull({ results, steps, notes, provisional }: Reckoned): string {
  return [
    ...results.map((result) => `得 ${shownInFull(result)}`),
    ...steps.map(stepInFull),
    ...notes.map((note) => `注 ${note}`),
    ...(provisional ? ['暂计'] : []),
  ].join('\n');
}

function stepInFull(step: SheetStep): string {
  return `算 ${shownInFull(step)}${step.reckoned === undefined ? '' : ` ← ${step.reckoned}`}${articles(step.basis)}`;
}

function valueInFull(value: FindingValue): string {
  return `${shownInFull(value)}${value.threshold === undefined ? '' : `（界限 ${amountOf({ ...value, value: value.threshold })}）`}`;
}

function shownInFull(shown: Shown): string {
  return `${shown.label} ${amountOf(shown)}`;
}

const MEASURES: Readonly<Record<Shown['unit'], string>> = {
  fen: '元',
  people: '人',
  days: '日',
  'working-days': '个工作日',
  months: '个月',
  hours: '小时',
  'basis-points': '',
  date: '',
  moment: '（时刻）',
  month: '（月份）',
  text: '（文字）',
  count: '（个）',
};

function amountOf({ value, unit }: Shown): string {
  if (unit === 'fen' && typeof value === 'bigint') return inYuan(fen(value));
  if (unit === 'basis-points' && typeof value === 'number') return formatBp(basisPoints(value));
  return `${value} ${MEASURES[unit]}`.trim();
}

function consequenceInFull({ says, before, basis }: Consequence): string {
  return `后果 ${before} → ${says}${articles(...basis)}`;
}

function articles(...basis: readonly (Citation | undefined)[]): string {
  const held = basis.flatMap((one) => (one === undefined ? [] : [inShort(one)]));
  return held.length === 0 ? '' : `〔${held.join('、')}〕`;
}
