import { deadline, months, naturalDays, workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { choice, day, event, facts } from '#law/facts.ts';
import { cannotDetermine, type Shown } from '#law/rule.ts';
import { calculator, Sheet } from '#law/sheet.ts';
import { type Grade, gradeOf, GRADES, RECORD } from '../grade-of.ts';

const form = facts({
  ...RECORD,
  before: choice('原来的等级', GRADES),
  found: event('查明新情形之日（动态调整时）'),
  graded: day('作出评价之日'),
});

const CONSEQUENCES = {
  A: ['适当减少日常巡视检查频次', 12],
  B: ['适当增加日常巡视检查频次', 13],
  C: ['列为重点监察对象，强化日常巡视检查，约谈主要负责人，与有关部门共享信息、实施联合惩戒', 14],
} as const satisfies Readonly<Record<Grade, readonly [string, 12 | 13 | 14]>>;

/**
 * 诚信等级: A, B or C of a year's record with the reasons, what follows from it and until when; against the grade before, whether it changes.
 * The grade is the authority's; the sheet shows what the record bears.
 */
export const grade = calculator({
  code: 'grade',
  title: '劳动保障守法诚信等级核算',
  about: '按一个年度的查处记录核算企业诚信等级，列出理由、后果和期限；有原等级的，同时说明是否应当动态调整。',
  basis: [cite('诚信等级办法', 7), cite('诚信等级办法', 8), cite('诚信等级办法', 11), cite('诚信等级办法', 14)],
  evidence: 'V2',
  interpretation: '等级办法没有规定约谈、调整的天数，按本系统的提示；保存期限凭记忆，待法制审核。',
  facts: form,
  needs: ['grade.c.times', 'grade.interview.days', 'grade.adjust.days', 'grade.record.months'],
  prepare: (setting, params) => (given) => {
    const times = params['grade.c.times'];
    const due = gradeOf(given, times);
    if (due.grade === null) return cannotDetermine(...due.missing);
    const sheet = new Sheet();
    const basis = cite('诚信等级办法', due.grade === 'C' ? 8 : 7);
    if (given.punished !== null) sheet.step('被查处次数', given.punished, 'count', { basis: cite('诚信等级办法', 7) });
    sheet.step('评为C级的查处次数', times, 'count', { basis: cite('诚信等级办法', 8) });
    for (const [place, reason] of due.reasons.entries()) sheet.step(`理由 ${place + 1}`, reason, 'text', { basis });
    sheet.step('等级', GRADES[due.grade], 'text', { basis });
    const [consequence, article] = CONSEQUENCES[due.grade];
    sheet.step('后果', consequence, 'text', { basis: cite('诚信等级办法', article) });
    const results: Shown[] = [
      { label: '理由', value: due.reasons.join('；'), unit: 'text' },
      { label: '后果', value: consequence, unit: 'text' },
    ];
    if (given.graded !== null) {
      if (due.grade === 'C') {
        const interview = deadline(given.graded, naturalDays(params['grade.interview.days']), setting.calendar);
        results.push({
          label: '约谈并列为重点监察对象的最后一日',
          value: sheet.day('约谈并列为重点监察对象的最后一日', interview, cite('诚信等级办法', 14)),
          unit: 'date',
        });
      }
      const kept = deadline(given.graded, months(params['grade.record.months'], 'none'), setting.calendar);
      results.push({ label: '评价结果至少保存到', value: sheet.day('评价结果至少保存到', kept, cite('诚信等级办法', 9)), unit: 'date' });
    }
    if (given.before !== null) {
      const isSame = given.before === due.grade;
      const change = isSame ? `维持${GRADES[due.grade]}` : `由${GRADES[given.before]}调整为${GRADES[due.grade]}`;
      results.push({ label: '动态调整', value: sheet.step('动态调整', change, 'text', { basis: cite('诚信等级办法', 11) }), unit: 'text' });
      if (!isSame && given.found !== null && given.found !== 'not-yet') {
        const adjust = deadline(given.found, workingDays(params['grade.adjust.days']), setting.calendar);
        results.push({ label: '调整等级的最后一日', value: sheet.day('调整等级的最后一日', adjust, cite('诚信等级办法', 11)), unit: 'date' });
      }
    }
    sheet.note('等级由有监察管辖权的人社部门评定，评价结果要告知企业；检查频次的上限由各地规定。');
    return sheet.done({ label: '等级', value: GRADES[due.grade], unit: 'text' }, ...results);
  },
});
