import type { FlagFacts } from './gates.ts';

/** Gates a sentence names; the page of the devices lists the others. */
const NAMED = 3;

/** The flags of one kind. */
export function flagsOf(flags: readonly FlagFacts[], kind: NonNullable<FlagFacts['kind']>): readonly FlagFacts[] {
  return flags.filter((flag) => flag.kind === kind);
}

export function sumOf(flags: readonly FlagFacts[], what: 'punches' | 'people' | 'personDays'): number {
  return flags.reduce((sum, flag) => sum + (flag[what] ?? 0), 0);
}

export function mostDays(flags: readonly FlagFacts[]): number {
  return Math.max(0, ...flags.map((flag) => flag.days ?? 0));
}

/** 「一号门闸机、二号门闸机等 5 台」. */
export function gatesInWords(gates: readonly (string | null)[]): string {
  const names = gates.map((name) => name ?? '设备');
  return names.length <= NAMED ? names.join('、') : `${names.slice(0, NAMED).join('、')}等 ${names.length} 台`;
}
