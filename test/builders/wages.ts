import { civilDate } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import type { RulePlace } from '#law/prepare.ts';
import { national } from '#profiles/index.ts';

/** A county whose minimum wage is known, since when and how much in yuan; the figures are invented. */
export function withMinimumWage(...series: readonly { readonly from: string; readonly yuan: number }[]): RulePlace {
  return {
    name: '某县',
    unused: {},
    above: national,
    parameters: {
      'wage.minimum.monthly': series.map(({ from, yuan }) => ({ from: civilDate(from), value: fen(yuan * 100), basis: '某府发1号', evidence: 'L' as const })),
    },
  };
}
