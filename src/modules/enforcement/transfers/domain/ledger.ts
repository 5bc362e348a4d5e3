import { atLeast, lessThan, moreThan } from '#kernel/bounds.ts';
import { addFen, type Fen, fen, inYuan, NO_MONEY } from '#kernel/fen.ts';
import { count, list, money, text } from '#law/facts.ts';

/**
 * 逐人欠付明细: one row a worker, as the order to pay found it, with what reached the worker while the order ran. 「在指定的期限内仍不支付的」: paying
 * afterwards does not undo the amount that was refused, or whoever pays down to a fen below it would escape the transfer; what it is worth is
 * 解释第六条 (CRIM-11).
 */
export const ledgerFact = list('逐人欠付明细（每名劳动者一行）', {
  worker: text('劳动者编号'),
  owed: money('责令支付时应付未付的数额'),
  paid: money('责令支付的期限届满前已经支付到本人的数额（没有支付的填 0，届满以后支付的不计）'),
  months: count('被拖欠劳动报酬的月数（不足一个月的不计）', '个月'),
});

/** Interpretation shown by whoever counts the ledger. */
export const AMOUNT_AT_DEADLINE = '数额按责令支付的期限届满时仍未支付的计算；届满以后支付的，由司法机关依解释第六条考虑。';

type Row = Readonly<{ worker: string | null; owed: Fen | null; paid: Fen | null; months: number | null }>;

/** What is still owed to one worker. */
export interface Balance {
  readonly worker: string;
  readonly unpaidFen: Fen;
  readonly months: number | null;
}

/** The rows that can be counted, and in Chinese what the others lack. */
export interface Ledger {
  readonly balances: readonly Balance[];
  readonly gaps: readonly string[];
}

/** Reads the rows. A worker who stands in two rows cannot be counted: heads and months would come out twice. */
export function readLedger(rows: readonly Row[]): Ledger {
  const seen = new Set<string>();
  const balances: Balance[] = [];
  const gaps: string[] = [];
  for (const [place, { worker, owed, paid, months }] of rows.entries()) {
    if (worker === null || owed === null || paid === null) {
      gaps.push(`逐人欠付明细第 ${place + 1} 行的编号、应付未付数额或者已付数额`);
    } else if (seen.has(worker)) {
      gaps.push(`逐人欠付明细第 ${place + 1} 行：编号 ${worker} 出现两次，请合并成一行`);
    } else {
      seen.add(worker);
      balances.push({ worker, unpaidFen: moreThan(owed, paid) ? fen(owed - paid) : NO_MONEY, months });
    }
  }
  return { balances, gaps };
}

/** Whether an amount test is met; `null` where the gaps of the ledger could still tip it. */
export interface AmountTest {
  readonly isMet: boolean | null;
  readonly people: number;
  readonly amountFen: Fen;
  readonly missing: readonly string[];
}

/** 「拒不支付一名劳动者三个月以上的劳动报酬且数额在…以上」: months and money of the same worker; both numbers themselves count. */
export function oneWorkerTest({ balances, gaps }: Ledger, leastMonths: number, least: Fen): AmountTest {
  const enough = balances.filter(({ unpaidFen }) => atLeast(unpaidFen, least));
  const meeting = enough.filter(({ months }) => months !== null && atLeast(months, leastMonths));
  if (meeting.length > 0) return { isMet: true, people: meeting.length, amountFen: sumOf(meeting), missing: [] };
  const missing = [...gaps, ...enough.filter(({ months }) => months === null).map(({ worker }) => `编号 ${worker} 的被拖欠月数`)];
  return { isMet: missing.length > 0 ? null : false, people: 0, amountFen: NO_MONEY, missing };
}

/** 「拒不支付十名以上劳动者的劳动报酬且数额累计在…以上」: heads that are still owed something, and their total. */
export function manyWorkersTest({ balances, gaps }: Ledger, leastPeople: number, least: Fen): AmountTest {
  const owed = balances.filter(({ unpaidFen }) => moreThan(unpaidFen, NO_MONEY));
  const amountFen = sumOf(owed);
  const counted = { people: owed.length, amountFen, missing: gaps };
  if (atLeast(owed.length, leastPeople) && atLeast(amountFen, least)) return { isMet: true, ...counted };
  return { isMet: gaps.length > 0 ? null : false, ...counted };
}

/** A local amount outside the nation's bounds cannot be right: it is asked for again, never used. Both bounds are allowed. */
export function outOfBounds(what: string, local: Fen, lowest: Fen, highest: Fen): string | null {
  if (!lessThan(local, lowest) && !moreThan(local, highest)) return null;
  return `核对后的${what}：现在填的 ${inYuan(local)} 不在全国幅度 ${inYuan(lowest)}至 ${inYuan(highest)}之内`;
}

function sumOf(balances: readonly Balance[]): Fen {
  return addFen(...balances.map(({ unpaidFen }) => unpaidFen));
}
