import type { CivilDate } from '#kernel/civil-date.ts';
import { deadline, months, naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { day, facts, type Read } from '#law/facts.ts';
import { lookUp } from '#law/look-up.ts';
import type { ParameterId } from '#law/parameters/index.ts';
import { cannotDetermine, type Setting, type Shown } from '#law/rule.ts';
import { calculator, Sheet } from '#law/sheet.ts';

const form = facts({
  visitedOn: day('上次走访'),
  bulletinOn: day('上次走访通报'),
  evaluatedOn: day('上次考评'),
  unannouncedOn: day('上次“四不两直”督查通报'),
  rankedOn: day('上次镇街评价排名'),
  checkedOn: day('上次“双随机一公开”检查'),
});

type Facts = Read<typeof form>;
type Every =
  | 'routine.visit.months'
  | 'routine.bulletin.months'
  | 'routine.evaluation.months'
  | 'routine.unannounced-bulletin.days'
  | 'routine.ranking.months'
  | 'routine.random-check.months';

const ROUTINES: readonly { readonly fact: keyof Facts; readonly every: Every; readonly label: string }[] = [
  { fact: 'visitedOn', every: 'routine.visit.months', label: '走访' },
  { fact: 'bulletinOn', every: 'routine.bulletin.months', label: '走访通报' },
  { fact: 'evaluatedOn', every: 'routine.evaluation.months', label: '考评' },
  { fact: 'unannouncedOn', every: 'routine.unannounced-bulletin.days', label: '“四不两直”通报' },
  { fact: 'rankedOn', every: 'routine.ranking.months', label: '镇街评价排名' },
  { fact: 'checkedOn', every: 'routine.random-check.months', label: '“双随机一公开”检查' },
];

const LOOKS_UP: readonly ParameterId[] = ROUTINES.map(({ every }) => every);

/**
 * 例行工作日历: when a place must next do what it does at fixed intervals (月走访、季通报、年考评 …), from the day it was last done. Only
 * what the place has set is counted. Interpretation: an interval ends on the corresponding day and rolls over a rest day, as a duty does.
 */
export const routineCalendar = calculator({
  code: 'routine-calendar',
  title: '例行工作日历',
  about: '按本地规定的频次，从上次办理之日算出下一次走访、通报、考评、排名和检查的最后一天。',
  basis: [cite('工资条例', 4, 1), cite('工资条例', 39)],
  evidence: 'VF',
  interpretation: '频次由各地文件定；期末遇休息日顺延。',
  facts: form,
  needs: [],
  looksUp: LOOKS_UP,
  prepare: (setting) => (given) => {
    const sheet = new Sheet();
    const results = ROUTINES.flatMap(({ fact, every, label }) => next(sheet, setting, label, every, given[fact]));
    const [first, ...rest] = results;
    return first === undefined ? cannotDetermine('至少一项本地规定了频次的工作上次办理的日期') : sheet.done(first, ...rest);
  },
});

function next(sheet: Sheet, setting: Setting, label: string, every: Every, last: CivilDate | null): Shown[] {
  const interval = lookUp(every, setting, setting.on);
  if (last === null || !interval.ok) return [];
  const { value, setBy, basis } = interval.inForce;
  sheet.step(`上次${label}`, last, 'date', { reckoned: `${setBy}：${basis}` });
  const due = sheet.day(
    `下次${label}最后一天`,
    deadline(last, every === 'routine.unannounced-bulletin.days' ? naturalDays(value) : months(value), setting.calendar),
  );
  return [{ label: `下次${label}`, value: setting.on > due ? `已过期（最迟 ${due}）` : `最迟 ${due}`, unit: 'text' }];
}
