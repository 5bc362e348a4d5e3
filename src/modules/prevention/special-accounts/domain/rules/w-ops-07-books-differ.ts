import { inChineseMonth, lastOfMonth } from '#kernel/civil-date.ts';
import { moreThan } from '#kernel/bounds.ts';
import { fen, inYuan } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectMonthForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectMonthForm.pick('month', 'payrollHeads', 'unexplainedWageFen', 'balanceGapFen');

type Facts = Read<typeof form>;

/** One fen of difference is rounding; more is a book that does not close. */
const TOLERANCE_FEN = 1n;

/** The bank's balances do not follow from its entries, or wages left the account that no payroll explains. */
export const booksDiffer = rule({
  code: 'W-OPS-07',
  warns: ['W-OPS-07'],
  version: 1,
  title: '专户账目对不上',
  subject: 'project-month',
  basis: [cite('工资条例', 31, 3), cite('专户办法', 24)],
  evidence: 'D',
  interpretation: '差额超过一分即列出；没有工资表的月份见 DIS-01，这里不再列。',
  facts: form,
  feeds: ['payroll', 'flows'],
  needs: [],
  prepare: () => (facts: Facts) => {
    const gap = facts.balanceGapFen === null ? 0n : size(facts.balanceGapFen);
    const unexplained = facts.payrollHeads === 0 ? 0n : size(facts.unexplainedWageFen);
    if (!moreThan(gap, TOLERANCE_FEN) && !moreThan(unexplained, TOLERANCE_FEN)) return NOTHING;
    const isGap = moreThan(gap, TOLERANCE_FEN);
    return finding({
      level: 2,
      says: isGap
        ? `${inChineseMonth(facts.month)}专户流水的余额差 ${inYuan(fen(gap))}，可能缺页或者缺笔`
        : `${inChineseMonth(facts.month)}专户发放的工资与工资支付表相差 ${inYuan(fen(unexplained))}`,
      values: [
        { label: '余额差', value: gap, unit: 'fen', threshold: TOLERANCE_FEN },
        { label: '工资差', value: unexplained, unit: 'fen', threshold: TOLERANCE_FEN },
      ],
      amountFen: fen(isGap ? gap : unexplained),
      dueOn: lastOfMonth(facts.month),
      duty: 'general-contractor',
      clears: '补齐的专户流水或者工资支付表已导入',
      rows: [{ kind: 'flows', which: 'all' }, { kind: 'payroll' }],
    });
  },
});

function size(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}
