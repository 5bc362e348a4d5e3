import { inChineseMonth, lastOfMonth } from '#kernel/civil-date.ts';
import { atLeast } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { flagsOf, gatesInWords, mostDays, projectMonthForm, sumOf } from '#modules/prevention/facts/domain/index.ts';

const form = projectMonthForm.pick('month', 'gateFlags');

type Facts = Read<typeof form>;

/**
 * Punches from outside the fence of their gate, or phones whose position never moves: attendance made somewhere else, or a gate whose
 * place was registered wrongly. Which of them, people find out; nobody's attendance hangs on the warning.
 */
export const offSite = rule({
  code: 'W-ATT-08',
  warns: ['W-ATT-08'],
  version: 1,
  title: '场外考勤',
  subject: 'project-month',
  basis: [cite('工资条例', 28, 2), cite('实名制办法', 13)],
  evidence: 'D',
  interpretation:
    '预警目录定为红。围栏从设备登记的位置量起，位置登错、道路管线这类长条工地都会落在外面，所以先黄后橙，是不是场外由人到现场看。围栏外的打卡没有计入出勤，核实收下的不再算；定位一模一样的照常计入。',
  facts: form,
  feeds: [],
  needs: ['attendance.outside.yellow', 'attendance.outside.orange', 'attendance.same-position.days'],
  prepare: (_setting, params) => (facts: Facts) => {
    if (facts.gateFlags.length === 0) return NOTHING;
    const outside = flagsOf(facts.gateFlags, 'outside-fence');
    const still = flagsOf(facts.gateFlags, 'constant-position').filter((flag) => atLeast(flag.days ?? 0, params['attendance.same-position.days']));
    const punches = sumOf(outside, 'punches');
    const isOutside = atLeast(punches, params['attendance.outside.yellow']);
    if (!isOutside && still.length === 0) return NOTHING;
    const isOften = atLeast(punches, params['attendance.outside.orange']) && mostDays(outside) > 1;
    const says = [
      ...(isOutside ? [`${gatesInWords(outside.map(({ gate }) => gate))}有 ${punches} 次打卡在电子围栏以外，没有计入出勤`] : []),
      ...(still.length > 0 ? [`${gatesInWords(still.map(({ gate }) => gate))}有 ${mostDays(still)} 天的手机打卡定位一模一样`] : []),
    ];
    return finding({
      level: isOften ? 3 : 2,
      says: `${inChineseMonth(facts.month)}${says.join('；')}`,
      values: [
        { label: '围栏外打卡', value: punches, unit: 'count', threshold: params['attendance.outside.yellow'] },
        ...outside.map(({ gate, punches: own, days }) => ({ label: gate ?? '设备', value: `${own} 次，${days} 天`, unit: 'text' as const })),
        { label: '定位一模一样', value: mostDays(still), unit: 'days', threshold: params['attendance.same-position.days'] },
        ...still.map(({ gate, punches: own, days }) => ({ label: gate ?? '设备', value: `${own} 次，${days} 天`, unit: 'text' as const })),
      ],
      people: Math.max(sumOf(outside, 'people'), sumOf(still, 'people')),
      dueOn: lastOfMonth(facts.month),
      duty: 'general-contractor',
      clears: '到现场核对设备位置和打卡的人：属实的核实收下、改正设备位置，不属实的不收，再由人销号',
      rows: [{ kind: 'devices' }],
    });
  },
});
