import { atMost } from '#kernel/bounds.ts';
import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { deadline, workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { Sheet } from '#law/sheet.ts';
import { listingEnds, LISTED_ON } from '../terms.ts';

const form = facts({ decided: LISTED_ON, isPublic: yesNo('当事人是否仍在公开的名单中') });

/**
 * 期限届满. 「期限为3年，自…作出列入决定之日起计算」, and on its end 「应当于10个工作日内将当事人移出…停止公开」. The listing has no effect from the day after
 * the three years; until the ten working days are over the finding is a hint, after them a wrong.
 */
export const threeYears = matterRule({
  code: 'BLK-07',
  version: 1,
  title: '列入期限届满应当移出',
  basis: [cite('失信名单办法', 11), cite('失信名单办法', 17)],
  evidence: 'VF',
  facts: form,
  needs: ['list.term.months', 'list.removal.days'],
  prepare: (setting, params) => (given) => {
    if (given.isPublic === false) return NOTHING;
    const known = form.certain(given, 'decided', 'isPublic');
    if (!known.ok) return known.answer;
    const ends = listingEnds(known.facts.decided, params['list.term.months'], setting.calendar);
    if (atMost(setting.on, ends.due)) return NOTHING;
    const removal = deadline(ends.due, workingDays(params['list.removal.days']), setting.calendar);
    const sheet = new Sheet();
    sheet.day('列入期限届满', ends, cite('失信名单办法', 11));
    sheet.day('移出并停止公开的最后一日', removal, cite('失信名单办法', 17));
    const isLate = setting.on > removal.due;
    const shown = (on: typeof ends.due) => inChineseDay(on, yearOf(setting.on));
    return finding({
      level: isLate ? 3 : 0,
      says: `列入失信联合惩戒名单的期限${shown(ends.due)}届满，应当在${shown(removal.due)}前（含当日）移出并停止公开${isLate ? '，至今仍在公开' : ''}`,
      values: [{ label: '列入期限届满', value: ends.due, unit: 'date' }],
      dueOn: removal.due,
      provisional: removal.provisional,
      duty: 'authority',
      owedTo: 'party-concerned',
      steps: sheet.steps,
      clears: '移出名单、停止公开并把移出信息共享至信用平台',
      rows: [],
    });
  },
});
