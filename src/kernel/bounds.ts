/**
 * The four words of the law for a boundary. 民法典第一千二百五十九条: 「以上」「以下」「以内」「届满」 include the number,
 * 「不满」「超过」「以外」 exclude it; 「低于」「不足」 exclude it too. Rules use these four and never a bare operator on a legal
 * number, so that a reader sees which word was meant.
 */
type Ordered = number | bigint | string;

/** 以上、不少于、届满: the number itself counts. */
export function atLeast<T extends Ordered>(value: T, bound: T): boolean {
  return value >= bound;
}

/** 以下、以内、不超过: the number itself counts. */
export function atMost<T extends Ordered>(value: T, bound: T): boolean {
  return value <= bound;
}

/** 超过、以外: the number itself does not count. */
export function moreThan<T extends Ordered>(value: T, bound: T): boolean {
  return value > bound;
}

/** 不满、不足、低于: the number itself does not count. */
export function lessThan<T extends Ordered>(value: T, bound: T): boolean {
  return value < bound;
}
