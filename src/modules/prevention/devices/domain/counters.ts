/** Counters from `from` to `to`, both included. */
export interface CounterRange {
  readonly from: number;
  readonly to: number;
}

/** A device counts from here. */
export const FIRST_COUNTER = 1;

/** The ranges that hold exactly these counters, in order. */
export function rangesOf(counters: readonly number[]): readonly CounterRange[] {
  const ranges: { from: number; to: number }[] = [];
  for (const counter of counters.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && counter <= last.to + 1) last.to = Math.max(last.to, counter);
    else ranges.push({ from: counter, to: counter });
  }
  return ranges;
}

/** What of `FIRST_COUNTER` up to the highest counter heard of has not arrived: to be asked for again. */
export function missingIn(received: readonly CounterRange[], announced: number): readonly CounterRange[] {
  const missing: CounterRange[] = [];
  let next = FIRST_COUNTER;
  for (const range of received) {
    if (range.from > next) missing.push({ from: next, to: range.from - 1 });
    next = Math.max(next, range.to + 1);
  }
  if (announced > next) missing.push({ from: next, to: announced - 1 });
  return missing;
}

/** Whether the counter lies in one of the ranges, which are in order and apart. */
export function holds(ranges: readonly CounterRange[], counter: number): boolean {
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined || counter < range.from) high = middle - 1;
    else if (counter > range.to) low = middle + 1;
    else return true;
  }
  return false;
}

/** As the database writes many ranges: `{[1,5),[7,8)}`. */
export function rangesText(ranges: readonly CounterRange[]): string {
  return `{${ranges.map(({ from, to }) => `[${from},${to + 1})`).join(',')}}`;
}

export function readRanges(text: string): readonly CounterRange[] {
  return [...text.matchAll(/\[(\d+),(\d+)\)/g)].map((match) => ({ from: Number(match[1]), to: Number(match[2]) - 1 }));
}
