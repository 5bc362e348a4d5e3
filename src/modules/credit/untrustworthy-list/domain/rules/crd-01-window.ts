import { addDays, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { deadline, months } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { choice, day, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { Sheet } from '#law/sheet.ts';

const CLASSES = { light: '轻微', general: '一般', serious: '严重（包括严重失信主体名单）' } as const;
const form = facts({ gravity: choice('失信信息的类别', CLASSES), decided: day('认定失信的文书日期') });

/**
 * 公示期. 「轻微失信信息原则上不予公示…最长不超过3个月」, 「一般失信信息的最短公示期为3个月，最长为1年」, 「严重失信信息的最短公示期为1年，最长为3年」, all
 * 「自司法、行政公务文书认定之日起开始计算」. Repair may be asked for once the shortest is full, the longest ends by itself. Light
 * information has no shortest: one may ask as soon as the duty is performed.
 */
export const creditWindow = matterRule({
  code: 'CRD-01',
  version: 1,
  title: '失信信息公示期',
  basis: [cite('信用修复办法', 0)],
  evidence: 'V2',
  facts: form,
  needs: [
    'credit-window.light.most-months',
    'credit-window.general.least-months',
    'credit-window.general.most-months',
    'credit-window.serious.least-months',
    'credit-window.serious.most-months',
  ],
  prepare: (setting, params) => {
    const windows = {
      light: [0, params['credit-window.light.most-months']],
      general: [params['credit-window.general.least-months'], params['credit-window.general.most-months']],
      serious: [params['credit-window.serious.least-months'], params['credit-window.serious.most-months']],
    } as const;
    return (given) => {
      const known = form.certain(given, 'gravity', 'decided');
      if (!known.ok) return known.answer;
      const { gravity, decided } = known.facts;
      const [least, most] = windows[gravity];
      if (most === 0) return NOTHING;
      const sheet = new Sheet();
      const longest = deadline(decided, months(most, 'none'), setting.calendar);
      const shown = (on: typeof decided) => inChineseDay(on, yearOf(setting.on));
      let says = `轻微失信信息原则上不予公示；确有必要公示的，公示最迟到${shown(longest.due)}为止，法定责任履行完毕即可申请信用修复`;
      if (least > 0) {
        const shortest = deadline(decided, months(least, 'none'), setting.calendar);
        sheet.day('最短公示期届满', shortest, cite('信用修复办法', 0));
        const repair = `自${shown(addDays(shortest.due, 1))}起，已经纠正失信行为、履行义务并公开作出信用承诺的可以申请信用修复`;
        says = `${CLASSES[gravity]}失信信息${repair}，公示最迟到${shown(longest.due)}为止；届时仍未纠正的按行业主管部门规定办理`;
      }
      sheet.day('最长公示期届满', longest, cite('信用修复办法', 0));
      return finding({
        level: 0,
        says,
        values: [{ label: '最长公示期届满', value: longest.due, unit: 'date' }],
        dueOn: longest.due,
        duty: 'credit-platform',
        owedTo: 'party-concerned',
        steps: sheet.steps,
        clears: '信用修复，或者最长公示期届满停止公示',
        rows: [],
      });
    };
  },
});
