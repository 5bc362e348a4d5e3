import { atLeast, atMost, lessThan, moreThan } from '#kernel/bounds.ts';
import { count, type FactsOf, yesNo } from '#law/facts.ts';
import type { ParameterValues } from '#law/parameters/index.ts';

/** Group events and extreme events of the year, as they weigh in the grade. */
export const eventShape = {
  events: count('考核年度内欠薪引发的50人以上群体性事件', '起'),
  governmentEvents: count('其中政府投资项目欠薪引发的', '起'),
  extremeEvents: count('欠薪引发并造成严重后果的极端事件', '起'),
};

export const EVENT_LIMITS = ['assessment.veto.events', 'assessment.veto.government-events', 'assessment.veto.extreme'] as const;
export const GRADE_LIMITS = ['assessment.grade-a.top', 'assessment.grade-c.bottom'] as const;

/** One kind of event that has reached its limit. */
export interface Veto {
  readonly says: string;
  readonly value: number;
  readonly limit: number;
}

/** 一票否决: 「5起以上」 includes five. What is unknown vetoes nothing; whoever needs certainty asks for it. */
export function vetoesOf(facts: FactsOf<typeof eventShape>, params: Pick<ParameterValues, (typeof EVENT_LIMITS)[number]>): readonly Veto[] {
  const kinds = [
    { n: facts.events, limit: params['assessment.veto.events'], what: '50人以上欠薪群体性事件' },
    { n: facts.governmentEvents, limit: params['assessment.veto.government-events'], what: '政府投资项目欠薪引发的50人以上群体性事件' },
    { n: facts.extremeEvents, limit: params['assessment.veto.extreme'], what: '造成严重后果的欠薪极端事件' },
  ];
  return kinds.flatMap(({ n, limit, what }) => (n !== null && atLeast(n, limit) ? [{ says: `发生 ${n} 起${what}`, value: n, limit }] : []));
}

/** What a rank means for the grade. */
export const rankShape = {
  rank: count('得分名次', '名'),
  places: count('参加考核的地区数', '个'),
  isExemplary: yesNo('是否领导重视、制度完备、落实得力、成效明显（A级的条件）'),
};

export type Grade = 'A' | 'B' | 'C' | 'ask-whether-exemplary' | 'no-such-rank';

/**
 * 等级. In this order: a veto is C; the last M are C; of the first N those who are exemplary are A; the others are B. Where so few take part that
 * first and last meet, C comes first. Whether somebody is exemplary is a person's judgement.
 */
export function gradeOf(
  { rank, places, isExemplary, isVetoed }: { readonly rank: number; readonly places: number; readonly isExemplary: boolean | null; readonly isVetoed: boolean },
  params: Pick<ParameterValues, (typeof GRADE_LIMITS)[number]>,
): Grade {
  if (isVetoed) return 'C';
  if (lessThan(rank, 1) || moreThan(rank, places)) return 'no-such-rank';
  if (moreThan(rank, places - params['assessment.grade-c.bottom'])) return 'C';
  if (!atMost(rank, params['assessment.grade-a.top'])) return 'B';
  if (isExemplary === null) return 'ask-whether-exemplary';
  return isExemplary ? 'A' : 'B';
}

export const EXEMPLARY_QUESTION = '得分已进入前列，是否同时具备领导重视、制度完备、落实得力、成效明显的条件，可以定为A级？';
export const NO_SUCH_RANK = '得分名次：应当是 1 至参加考核的地区数之间的数，请核对';
