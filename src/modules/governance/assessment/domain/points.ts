/** 得分 in hundredths of a point: whole numbers, so that a sum is exact. */
export type Points = number;

/** `4.67`, `5`. */
export function inPoints(points: Points): string {
  const rest = Math.abs(points) % 100;
  const decimals = rest === 0 ? '' : `.${String(rest).padStart(2, '0').replace(/0$/u, '')}`;
  return `${points < 0 ? '-' : ''}${Math.trunc(Math.abs(points) / 100)}${decimals}`;
}

/** `points × part ÷ whole`, rounded half-up once, never more than the points. */
export function shareOfPoints(points: Points, part: number, whole: number): Points {
  const twice = 2n * BigInt(points) * BigInt(part) + BigInt(whole);
  return Math.min(points, Number(twice / (2n * BigInt(whole))));
}
