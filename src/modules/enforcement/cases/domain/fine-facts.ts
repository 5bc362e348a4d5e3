import { type CannotDetermine, cannotDetermine } from '#law/answer.ts';
import { day, event, facts, type FactsOf, list, money } from '#law/facts.ts';
import type { Remedy } from './surcharge.ts';

const remedy = { from: day('申请复议或者起诉之日'), until: event('复议、诉讼终结之日') } as const;

/** What is asked of a fine that was served, by the rules and the calculator of its payment. */
export const fineShape = {
  fine: money('罚款数额（以分为单位）'),
  servedOn: day('收到处罚决定书之日（公告送达的为公告满三十日）'),
  deferredTo: day('批准延期、分期缴纳到哪一天（没有批准的不填）'),
  paidOn: event('缴清罚款之日'),
  remedies: list('行政复议、行政诉讼期间（没有的填空列表）', remedy),
} as const;

export const fineForm = facts(fineShape);
export type FineFacts = FactsOf<typeof fineShape>;

/** The periods of reconsideration and lawsuit, or which of their days nobody stated. */
export function remediesOf(remedies: NonNullable<FineFacts['remedies']>): readonly Remedy[] | CannotDetermine {
  const known: Remedy[] = [];
  for (const { from, until } of remedies) {
    if (from === null) return cannotDetermine(remedy.from.field.means);
    if (until === null) return cannotDetermine(remedy.until.field.means);
    known.push({ from, until });
  }
  return known;
}
