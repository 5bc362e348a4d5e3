import { type CivilDate, civilMonth, inChineseDay, lastOfMonth, monthOf, monthsBetween, shiftMonth, yearOf } from '#kernel/civil-date.ts';
import { deadline, naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { choice, event, facts } from '#law/facts.ts';
import { finding, matterRule, needsPerson, NOTHING } from '#law/rule.ts';
import { KIND } from '../kinds.ts';

const form = facts({
  decided: event('作出处理决定之日'),
  kind: KIND,
  office: choice('作出处理决定的人社部门', { county: '县级', city: '地市级', province: '省级', ministry: '部级' }),
  published: event('向社会公布之日'),
});

/**
 * 应当公布. Seven kinds of case already decided, not at choice; county and city every quarter, province and ministry every half year. Interpretation:
 * a case belongs to the publication of the quarter or half year in which it was decided, and is late after that period's last day (rolled).
 * Whether the amount is large or the circumstances grave a person says.
 */
export const mustPublish = matterRule({
  code: 'PUB-01',
  version: 1,
  title: '重大违法行为应当公布',
  basis: [cite('社会公布办法', 5), cite('社会公布办法', 8), cite('工资条例', 47, 2), cite('监察条例', 22)],
  evidence: 'V2',
  interpretation: '作出处理决定所在的季度或者半年终了时仍未公布的，为逾期；最后一日是休息日的顺延。',
  facts: form,
  needs: ['publication.local.months', 'publication.province.months'],
  prepare: (setting, params) => (given) => {
    if (given.decided === 'not-yet' || given.kind === 'none') return NOTHING;
    const known = form.certain(given, 'decided', 'office', 'published');
    if (!known.ok) return known.answer;
    const { decided, office, published } = known.facts;
    if (decided === 'not-yet' || decided > setting.on) return NOTHING;
    const isLocal = office === 'county' || office === 'city';
    const period = isLocal ? params['publication.local.months'] : params['publication.province.months'];
    const ends = endOfPeriod(decided, period);
    const { due, provisional, trace } = deadline(ends, naturalDays(0), setting.calendar);
    const isOpen = published === 'not-yet' || published > setting.on;
    if ((isOpen ? setting.on : published) <= due) return NOTHING;
    if (given.kind === null) return needsPerson('这件处理决定是否属于应当公布的七类重大劳动保障违法行为（数额较大、情节严重、严重不良社会影响由人认定）？');
    const shown = (on: CivilDate) => inChineseDay(on, yearOf(setting.on));
    return finding({
      level: 2,
      says: `${shown(decided)}作出处理决定的重大劳动保障违法行为，应当在${shown(due)}前（含当日）向社会公布，${isOpen ? '至今没有公布' : `${shown(published)}才公布`}`,
      values: [{ label: '公布周期', value: period, unit: 'months' }],
      dueOn: due,
      provisional,
      duty: 'authority',
      steps: [{ label: '公布周期的最后一日', value: due, unit: 'date', reckoned: trace.join('；'), basis: cite('社会公布办法', 8) }],
      clears: '在门户网站和主要媒体公布',
      rows: [],
    });
  },
});

/** The last day of the quarter, or half year, that a day falls into; periods of so many months start with January. */
function endOfPeriod(day: CivilDate, months: number): CivilDate {
  const january = civilMonth(`${yearOf(day)}-01`);
  const passed = monthsBetween(january, monthOf(day));
  return lastOfMonth(shiftMonth(january, (Math.floor(passed / months) + 1) * months - 1));
}
