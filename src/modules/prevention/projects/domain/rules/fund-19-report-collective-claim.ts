import { moreThan } from '#kernel/bounds.ts';
import { addHours, type CivilMoment, dayOf, momentOf } from '#kernel/civil-moment.ts';
import { cite } from '#law/citation.ts';
import { count, facts, moment, yesNo } from '#law/facts.ts';
import { cannotDetermine, finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  occurredAt: moment('农民工集体讨薪事件发生的时间'),
  isLabourTold: yesNo('建设单位是否已向人力资源社会保障行政部门报告'),
  labourToldAt: moment('向人力资源社会保障行政部门报告的时间'),
  isIndustryTold: yesNo('建设单位是否已向相关行业工程建设主管部门报告'),
  industryToldAt: moment('向相关行业工程建设主管部门报告的时间'),
  workers: count('参加集体讨薪的农民工人数', '人'),
});

interface Report {
  readonly to: string;
  readonly isTold: boolean | null;
  readonly at: CivilMoment | null;
}

/**
 * 集体讨薪报告. 「应当会同施工总承包单位及时处理，并向项目所在地人力资源社会保障行政部门和相关行业工程建设主管部门报告有关情况」: both, not one of them. A report
 * in the last minute is in time; while the day of that minute runs nobody is accused.
 */
export const reportCollectiveClaim = matterRule({
  code: 'FUND-19',
  version: 1,
  title: '集体讨薪事件未报告',
  basis: [cite('工资条例', 29, 3)],
  evidence: 'VF',
  interpretation: '条例没有规定报告的时限，按参数的小时数掌握；两个部门都要报告。',
  facts: form,
  needs: ['collective-claim.report-hours'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'occurredAt');
    if (!known.ok) return known.answer;
    const { occurredAt } = known.facts;
    const hours = params['collective-claim.report-hours'];
    const due = addHours(occurredAt, hours);
    if (!moreThan(momentOf(setting.on, 0), due)) return NOTHING;
    const reports: readonly Report[] = [
      { to: '人力资源社会保障行政部门', isTold: given.isLabourTold, at: given.labourToldAt },
      { to: '相关行业工程建设主管部门', isTold: given.isIndustryTold, at: given.industryToldAt },
    ];
    const late = reports.filter(({ isTold, at }) => isTold === false || (isTold === true && at !== null && moreThan(at, due)));
    if (late.length === 0) {
      const missing = reports.filter(({ isTold, at }) => isTold === null || (isTold && at === null)).map(({ to }) => `建设单位向${to}报告的时间`);
      return missing.length === 0 ? NOTHING : cannotDetermine(...missing);
    }
    const says = late.map(({ to, at }) => `${at === null ? '至今未' : `${at} 才`}向${to}报告`).join('，');
    return finding({
      level: 3,
      says: `${occurredAt} 发生农民工集体讨薪事件，建设单位应当在 ${due} 前报告，${says}`,
      values: [{ label: '报告的最后时刻', value: due, unit: 'moment' }],
      people: given.workers ?? 0,
      dueOn: dayOf(due),
      duty: 'project-owner',
      owedTo: 'authority',
      steps: [{ label: '报告的最后时刻', value: due, unit: 'moment', reckoned: `${occurredAt} 起 ${hours} 小时`, basis: cite('工资条例', 29, 3) }],
      clears: '建设单位已向人力资源社会保障行政部门和行业主管部门报告处理情况',
      rows: [{ kind: 'project' }],
    });
  },
});
