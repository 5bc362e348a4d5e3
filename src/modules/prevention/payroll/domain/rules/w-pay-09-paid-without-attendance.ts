import { shareBp } from '#kernel/basis-points.ts';
import { inChineseMonth, lastOfMonth } from '#kernel/civil-date.ts';
import { atLeast } from '#kernel/bounds.ts';
import { inYuan } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { cannotDetermine, finding, NOTHING, rule } from '#law/rule.ts';
import { projectMonthForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectMonthForm.pick(
  'month',
  'attendedHeads',
  'payrollHeads',
  'payrollMadeOn',
  'onPayrollAbsentHeads',
  'onPayrollAbsentNetFen',
  'paidHeads',
  'paidAbsentHeads',
  'paidAbsentFen',
  'attendanceThrough',
);

type Facts = Read<typeof form>;

/** On the payroll, or paid, without a single day of attendance: the other half of CTR-11, and how ghost workers show. */
export const paidWithoutAttendance = rule({
  code: 'W-PAY-09',
  warns: ['W-PAY-09'],
  version: 1,
  title: '无考勤领取工资',
  subject: 'project-month',
  basis: [cite('工资条例', 31, 2), cite('工资条例', 52), cite('专户办法', 17)],
  evidence: 'D',
  interpretation: '一人即列黄；五人以上或者一成以上为红。该月考勤未报齐的不作判断。',
  facts: form,
  feeds: ['attendance', 'payroll'],
  needs: ['wage.absent-paid.red-people', 'wage.absent-paid.red-share'],
  prepare: (_setting, params) => (facts: Facts) => {
    const absent = Math.max(facts.onPayrollAbsentHeads, facts.paidAbsentHeads);
    if (absent === 0) return NOTHING;
    const monthEnd = lastOfMonth(facts.month);
    // Attendance that stops before the month ends may still bring these people; a month nobody attended was perhaps never reported.
    if (facts.attendanceThrough === null || (facts.attendedHeads === 0 && facts.attendanceThrough < monthEnd)) return cannotDetermine('该月考勤未报送');
    const share = shareBp(absent, Math.max(facts.payrollHeads, facts.paidHeads)) ?? 0;
    const isMany = atLeast(absent, params['wage.absent-paid.red-people']) || atLeast(share, params['wage.absent-paid.red-share']);
    const amount = facts.paidAbsentFen > facts.onPayrollAbsentNetFen ? facts.paidAbsentFen : facts.onPayrollAbsentNetFen;
    return finding({
      level: isMany ? 4 : 2,
      says: `${inChineseMonth(facts.month)}有 ${absent} 人没有一天考勤却列入工资 ${inYuan(amount)}`,
      values: [
        { label: '无考勤列入工资表', value: facts.onPayrollAbsentHeads, unit: 'people', threshold: 0 },
        { label: '无考勤已领', value: facts.paidAbsentHeads, unit: 'people', threshold: 0 },
        { label: '占比', value: share, unit: 'basis-points', threshold: params['wage.absent-paid.red-share'] },
      ],
      amountFen: amount,
      people: absent,
      dueOn: facts.payrollMadeOn ?? monthEnd,
      duty: 'subcontractor',
      clears: '补报的考勤或者更正的工资支付表已导入',
      rows: [{ kind: 'workers', which: 'absent-but-paid' }],
    });
  },
});
