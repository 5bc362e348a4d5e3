import { cite } from '#law/citation.ts';
import { choice, facts } from '#law/facts.ts';
import { cannotDetermine, finding, matterRule } from '#law/rule.ts';
import { inPoints } from '../points.ts';
import { foundShape, type Rubric, scoreItem } from '../rubric.ts';
import { RUBRIC_NAMES, RUBRICS } from '../rubrics.ts';

const form = facts({ rubric: choice('考核细则', RUBRIC_NAMES), ...foundShape });

/**
 * 单项计分: all-or-nothing, ladder, ratio, deduction, count, as the rubric says; 「无上级交办…可直接得分」. Rounded half-up to two decimals, once for the
 * item; a deduction stops at nothing.
 */
export const scoring = matterRule({
  code: 'ASM-02',
  version: 1,
  title: '考核指标单项计分',
  basis: [cite('考核办法', 6), cite('考核办法', 8)],
  evidence: 'V2',
  needsLegalReview: true,
  interpretation: '计分方法据江西2018年细则；缺省细则的指标和分值由本系统选定；每项四舍五入到两位小数，只取整一次',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'rubric', 'code');
    if (!known.ok) return known.answer;
    const { rubric: name, code } = known.facts;
    const rubric: Rubric = RUBRICS[name];
    const item = rubric.items.find((one) => one.code === code);
    if (item === undefined) return cannotDetermine(`“${rubric.title}”没有编号为“${code}”的指标`);
    const scored = scoreItem(item, given);
    if (!scored.ok) return cannotDetermine(scored.missing);
    return finding({
      level: 0,
      says: `${item.code}“${item.title}”得 ${inPoints(scored.points)} 分，满分 ${inPoints(item.points)} 分（${scored.how}）`,
      values: [{ label: item.title, value: inPoints(scored.points), unit: 'text', threshold: inPoints(item.points) }],
      dueOn: setting.on,
      duty: 'assessment-group',
      steps: [{ label: item.title, value: inPoints(scored.points), unit: 'text', reckoned: scored.how }],
      clears: '佐证数据变化后重新计分',
      rows: [],
    });
  },
});
