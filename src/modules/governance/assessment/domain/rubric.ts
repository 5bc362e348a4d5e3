import { type BasisPoints, formatBp, WHOLE_BP } from '#kernel/basis-points.ts';
import { atLeast } from '#kernel/bounds.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Evidence } from '#law/evidence.ts';
import { count, type FactsOf, text, yesNo } from '#law/facts.ts';
import { inPoints, type Points, shareOfPoints } from './points.ts';

/** 计分方法: how what was found becomes points. */
export type Operator =
  /** 做到得满分，做不到不得分: said to be so, all of them, or at least so many. */
  | { readonly kind: 'all-or-nothing'; readonly test: 'met' | 'all' | { readonly atLeast: number } }
  /** 阶梯打分: the first step reached, highest first; below the last, nothing. */
  | { readonly kind: 'ladder'; readonly steps: readonly { readonly share: BasisPoints; readonly points: Points }[] }
  /** 按比例: points × part ÷ whole; `outOf` where the whole is always the same (a survey of 100). */
  | { readonly kind: 'ratio'; readonly outOf?: number }
  /** 扣分制: so much off for each, never below nothing. */
  | { readonly kind: 'deduct'; readonly each: Points }
  /** 计次得分: so much for each, never above the points. */
  | { readonly kind: 'count'; readonly each: Points };

/** 考核指标. */
export interface RubricItem {
  readonly code: string;
  /** 组织领导、源头治理…. */
  readonly part: string;
  readonly title: string;
  readonly points: Points;
  readonly operator: Operator;
}

/** 考核细则: data, so that a place or a year can have its own. */
export interface Rubric {
  readonly title: string;
  /** Where it comes from, as the reader sees it. */
  readonly source: string;
  readonly evidence: Evidence;
  readonly interpretation?: string;
  readonly from: CivilDate;
  readonly items: readonly RubricItem[];
}

/** What was found for one item. */
export const foundShape = {
  code: text('指标编号'),
  met: yesNo('是否做到（全得或者不得分的指标）'),
  part: count('达到的数量、件数、次数或者调查得分', '个'),
  whole: count('应当达到的总数', '个'),
};

export type Found = FactsOf<typeof foundShape>;

export type Scored =
  | { readonly ok: true; readonly points: Points /** The arithmetic with its numbers. */; readonly how: string }
  | { readonly ok: false; readonly missing: string };

/**
 * Points for one item. Nothing to do is done: 「无上级交办…可直接得分」, so a whole of nothing gives full points. Shares are compared without
 * rounding: 94.999% does not reach 95%.
 */
export function scoreItem({ title, points, operator }: RubricItem, found: Omit<Found, 'code'>): Scored {
  switch (operator.kind) {
    case 'all-or-nothing':
      return allOrNothing(title, points, operator.test, found);
    case 'ladder':
      return overShare(title, points, found.part, found.whole, (part, whole) => {
        const step = operator.steps.find(({ share }) => atLeast(BigInt(part) * BigInt(WHOLE_BP), BigInt(share) * BigInt(whole)));
        return { points: step?.points ?? 0, how: step === undefined ? '未达最低一档' : `达到 ${formatBp(step.share)} 一档` };
      });
    case 'ratio':
      return overShare(title, points, found.part, operator.outOf ?? found.whole, (part, whole) => ({
        points: shareOfPoints(points, part, whole),
        how: `${inPoints(points)} 分 × ${part} ÷ ${whole}`,
      }));
    case 'deduct':
      return counted(title, found.part, (n) => ({
        points: Math.max(0, points - n * operator.each),
        how: `${inPoints(points)} 分 − ${n} × ${inPoints(operator.each)} 分，扣完为止`,
      }));
    case 'count':
      return counted(title, found.part, (n) => ({
        points: Math.min(points, n * operator.each),
        how: `${n} × ${inPoints(operator.each)} 分，以 ${inPoints(points)} 分为限`,
      }));
  }
}

interface Score {
  readonly points: Points;
  readonly how: string;
}

function allOrNothing(title: string, points: Points, test: 'met' | 'all' | { readonly atLeast: number }, found: Omit<Found, 'code'>): Scored {
  const all = (isMet: boolean, how: string): Score => ({ points: isMet ? points : 0, how });
  if (test === 'all') return overShare(title, points, found.part, found.whole, (part, whole) => all(atLeast(part, whole), `${part}／${whole}，全部做到才得分`));
  if (test !== 'met') return counted(title, found.part, (n) => all(atLeast(n, test.atLeast), `${n} 次，不少于 ${test.atLeast} 次得分`));
  return found.met === null ? { ok: false, missing: `“${title}”是否做到` } : { ok: true, ...all(found.met, found.met ? '做到' : '没有做到') };
}

function overShare(title: string, points: Points, part: number | null, whole: number | null, score: (part: number, whole: number) => Score): Scored {
  if (whole === null) return { ok: false, missing: `“${title}”的总数` };
  if (whole === 0) return { ok: true, points, how: '没有应办的，直接得分' };
  return part === null ? { ok: false, missing: `“${title}”达到的数量` } : { ok: true, ...score(part, whole) };
}

function counted(title: string, n: number | null, score: (n: number) => Score): Scored {
  return n === null ? { ok: false, missing: `“${title}”的次数` } : { ok: true, ...score(n) };
}
