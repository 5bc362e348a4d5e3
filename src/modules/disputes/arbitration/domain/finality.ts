import { atMost } from '#kernel/bounds.ts';
import { type Fen, fen } from '#kernel/fen.ts';
import { type CannotDetermine, cannotDetermine } from '#law/answer.ts';
import { choice, type FactsOf, list, money, text } from '#law/facts.ts';

/** What an award decides, item by item. */
export const awardShape = {
  items: list('裁决的各项请求', {
    what: text('请求项目'),
    kind: choice('请求的种类', {
      pay: '劳动报酬、工伤医疗费、经济补偿或者赔偿金',
      standard: '执行国家劳动标准（工时、休息休假、社会保险等）',
      other: '其他争议',
    }),
    amount: money('裁决确定的数额'),
  }),
};

/** One item of an award against the limit. */
export interface JudgedItem {
  readonly what: string;
  readonly kind: 'pay' | 'standard' | 'other';
  /** Null where it is not about money. */
  readonly amount: Fen | null;
  readonly isFinal: boolean;
}

export type Finality = { readonly known: true; readonly cap: Fen; readonly items: readonly JudgedItem[]; readonly isFinal: boolean } | CannotDetermine;

/**
 * 终局裁决. 「不超过当地月最低工资标准十二个月金额」: equality is final. Each item is held against the limit by itself, never the sum
 * (法释〔2020〕26号第十九条); an award that has one item which is not final is treated as not final (第二十条).
 */
export function finalityOf({ items }: FactsOf<typeof awardShape>, monthlyMinimum: Fen, months: number): Finality {
  const cap = fen(monthlyMinimum * BigInt(months));
  if (items === null || items.length === 0) return cannotDetermine(awardShape.items.field.means);
  const judged: JudgedItem[] = [];
  for (const [place, { what, kind, amount }] of items.entries()) {
    const name = what ?? `第 ${place + 1} 项`;
    if (kind === null) return cannotDetermine(`“${name}”属于哪一种请求`);
    if (kind === 'pay' && amount === null) return cannotDetermine(`“${name}”裁决确定的数额`);
    const isFinal = kind === 'standard' || (kind === 'pay' && amount !== null && atMost(amount, cap));
    judged.push({ what: name, kind, amount, isFinal });
  }
  return { known: true, cap, items: judged, isFinal: judged.every((item) => item.isFinal) };
}
