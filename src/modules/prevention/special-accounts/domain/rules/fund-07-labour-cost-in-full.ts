import { shareBp } from '#kernel/basis-points.ts';
import { inChineseMonth, lastOfMonth } from '#kernel/civil-date.ts';
import { lessThan } from '#kernel/bounds.ts';
import { inYuan, subtractFen } from '#kernel/fen.ts';
import { onOrAfterWorkingDay } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { stopAndFineOfArticle57 } from '#law/penalties.ts';
import { cannotDetermine, finding, NOTHING, rule } from '#law/rule.ts';
import { projectMonthForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectMonthForm.pick('month', 'labourMonthlyFen', 'attendedHeads', 'inflowFen', 'flowsThrough');

type Facts = Read<typeof form>;

/** Labour cost came, but less than the contract's monthly amount. A month without any is ACC-08's. */
export const labourCostInFull = rule({
  code: 'FUND-07',
  warns: ['W-ACC-05'],
  version: 1,
  title: '人工费用拨付不足',
  subject: 'project-month',
  basis: [cite('工资条例', 29, 1), cite('工资条例', 57, '(二)'), cite('专户办法', 12)],
  evidence: 'VF',
  interpretation: '合同载明月拨付额的才判断；按自然月计，月底遇休息日顺延；不足八成为红。没有人出勤的月份不计。',
  consequences: [stopAndFineOfArticle57('(二)')],
  facts: form,
  feeds: ['flows'],
  needs: ['account.inflow.red-share'],
  prepare: (setting, params) => (facts: Facts) => {
    const agreed = facts.labourMonthlyFen;
    if (agreed === null || facts.inflowFen >= agreed || facts.inflowFen === 0n || facts.attendedHeads === 0) return NOTHING;
    const monthEnd = lastOfMonth(facts.month);
    const due = onOrAfterWorkingDay(monthEnd, setting.calendar);
    if (setting.on <= due) return NOTHING;
    if (facts.flowsThrough === null || facts.flowsThrough < monthEnd) return cannotDetermine(`专户流水未覆盖到${inChineseMonth(facts.month)}月底`);
    const share = shareBp(facts.inflowFen, agreed) ?? 0;
    const short = subtractFen(agreed, facts.inflowFen);
    return finding({
      level: lessThan(share, params['account.inflow.red-share']) ? 4 : 2,
      says: `${inChineseMonth(facts.month)}应拨人工费用 ${inYuan(agreed)}，实际到账 ${inYuan(facts.inflowFen)}，少拨 ${inYuan(short)}`,
      values: [
        { label: '约定月拨付额', value: agreed, unit: 'fen' },
        { label: '实际到账', value: facts.inflowFen, unit: 'fen', threshold: agreed },
        { label: '到账比例', value: share, unit: 'basis-points', threshold: 10_000 },
      ],
      amountFen: short,
      people: facts.attendedHeads,
      dueOn: due,
      duty: 'project-owner',
      clears: '专户流水显示该月人工费用已补足，或者台账更正约定的月拨付额',
      rows: [{ kind: 'flows', which: 'in' }],
    });
  },
});
