import { addDays, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { deadline, months } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { event, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { Sheet } from '#law/sheet.ts';
import { earlyRemoval, LISTED_ON } from '../terms.ts';

const form = facts({ decided: LISTED_ON, corrected: event('改正拖欠农民工工资违法行为之日') });

/**
 * 两个日期. The list's six months from correction (第十二条) and the one year of the repair measures (2026-04-01) do not sit together. Both are
 * shown with their articles; which one governs nobody has said, and the system does not decide it.
 */
export const bothDates = matterRule({
  code: 'CRD-02',
  version: 1,
  title: '提前移出与信用修复两个日期',
  basis: [cite('失信名单办法', 12), cite('信用修复办法', 0)],
  evidence: 'D',
  interpretation: '名单办法的6个月和信用修复办法的1年没有衔接规定；两个日期并列，由作出列入决定的人社部门判断。',
  facts: form,
  needs: ['list.early-removal.months', 'credit-window.serious.least-months'],
  prepare: (setting, params) => (given) => {
    const least = params['credit-window.serious.least-months'];
    if (least === 0) return NOTHING;
    const known = form.certain(given, 'decided', 'corrected');
    if (!known.ok) return known.answer;
    const { decided, corrected } = known.facts;
    const sheet = new Sheet();
    const shown = (on: typeof decided) => inChineseDay(on, yearOf(setting.on));
    let byList = '尚未改正，还不能计算';
    if (corrected !== 'not-yet' && corrected <= setting.on) {
      const early = earlyRemoval(decided, corrected, params['list.early-removal.months'], setting.calendar);
      sheet.day('名单办法：满6个月', early.counted, cite('失信名单办法', 12, '(二)'));
      byList = `最早${shown(early.from)}`;
    }
    const shortest = deadline(decided, months(least, 'none'), setting.calendar);
    sheet.day('信用修复办法：最短公示期届满', shortest, cite('信用修复办法', 0));
    return finding({
      level: 0,
      says: `按失信名单办法申请提前移出：${byList}；按信用修复办法申请信用修复：最早${shown(addDays(shortest.due, 1))}。以哪一日为准由作出列入决定的人社部门判断`,
      values: [{ label: '最短公示期届满', value: shortest.due, unit: 'date' }],
      dueOn: setting.on,
      duty: 'authority',
      owedTo: 'party-concerned',
      steps: sheet.steps,
      clears: '人社部门作出判断并记录理由',
      rows: [],
    });
  },
});
