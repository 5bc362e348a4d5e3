import type { FlagView } from '../domain/wire.ts';

/** Flags of one kind and device: looked into together, the latest day first. */
export interface FlagGroup {
  readonly key: string;
  readonly first: FlagView;
  readonly flags: readonly FlagView[];
  readonly days: number;
  readonly punches: number;
}

/** What asks for somebody stands before what happens whenever a line was down. */
const ORDER = ['impossible-speed', 'burst', 'constant-position', 'lost', 'clock-skew', 'late-upload'];

export function flagsTogether(flags: readonly FlagView[]): readonly FlagGroup[] {
  const groups = new Map<string, FlagView[]>();
  for (const flag of flags) {
    const key = `${flag.kind} ${flag.device}`;
    const held = groups.get(key);
    if (held === undefined) groups.set(key, [flag]);
    else held.push(flag);
  }
  return [...groups]
    .flatMap(([key, own]): FlagGroup[] => {
      const [first] = own;
      if (first === undefined) return [];
      return [{ key, first, flags: own, days: new Set(own.map(({ day }) => day)).size, punches: own.reduce((sum, { punches }) => sum + punches, 0) }];
    })
    .toSorted((a, b) => ORDER.indexOf(a.first.kind) - ORDER.indexOf(b.first.kind));
}

/** 「11月18日」 or 「11月18日 至 11月20日」. */
export function daysInWords(from: string, until: string, nameOf: (day: string) => string): string {
  const [first, last] = [from.slice(0, 10), until.slice(0, 10)];
  return first === last ? nameOf(first) : `${nameOf(first)} 至 ${nameOf(last)}`;
}
