import { lessThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import { choice, facts, list, yesNo } from '#law/facts.ts';
import { cannotDetermine, needsPerson } from '#law/rule.ts';
import { calculator, Sheet } from '#law/sheet.ts';
import { EVENT_LIMITS, eventShape, EXEMPLARY_QUESTION, GRADE_LIMITS, gradeOf, NO_SUCH_RANK, rankShape, vetoesOf } from '../grade.ts';
import { inPoints, type Points } from '../points.ts';
import { type Found, foundShape, type Rubric, scoreItem } from '../rubric.ts';
import { RUBRIC_NAMES, RUBRICS } from '../rubrics.ts';

const form = facts({
  rubric: choice('考核细则', RUBRIC_NAMES),
  items: list('各项指标的核验结果', foundShape),
  ...eventShape,
  isFalsified: yesNo('弄虚作假是否已经查实'),
  ...rankShape,
});

/** One item with its points, or what is missing for it. */
interface ScoredItem {
  readonly part: string;
  readonly points: Points;
}

/**
 * 考核得分: item by item by the operators of the rubric, each rounded half-up once, then added. The grade follows where the rank is known: veto, then the
 * last M, then the first N. The order in which items come in does not matter; an item twice is an error, not a sum.
 */
export const assessmentScore = calculator({
  code: 'assessment-score',
  title: '考核得分与等级',
  about: '按考核细则逐项计分，合计总分；有名次的，按一票否决、后几名、前几名的顺序定等级。',
  basis: [cite('考核办法', 6), cite('考核办法', 8)],
  evidence: 'V2',
  interpretation: '缺省细则的指标和分值由本系统选定，等级的名次和起数未核对国家办法原文，均由地方设定',
  facts: form,
  needs: [...EVENT_LIMITS, ...GRADE_LIMITS, 'assessment.falsification-is-c'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'rubric', 'items');
    if (!known.ok) return known.answer;
    const rubric: Rubric = RUBRICS[known.facts.rubric];
    if (lessThan(setting.on, rubric.from)) return cannotDetermine(`${setting.on} 适用的考核细则（“${rubric.title}”自 ${rubric.from} 起使用）`);
    const sheet = new Sheet();
    const scored = scoreAll(rubric, known.facts.items, sheet);
    if (!Array.isArray(scored)) return cannotDetermine(...scored.missing);
    const total = scored.reduce((sum, { points }) => sum + points, 0);
    const full = rubric.items.reduce((sum, { points }) => sum + points, 0);
    sheet.note(`细则来源：${rubric.source}；满分 ${inPoints(full)} 分`);
    const parts = [...new Set(rubric.items.map(({ part }) => part))].map((part) => ({
      label: part,
      value: inPoints(scored.filter((one) => one.part === part).reduce((sum, { points }) => sum + points, 0)),
      unit: 'text' as const,
    }));
    const vetoes = vetoesOf(given, params).map(({ says }) => says);
    const falsifiedIsC = params['assessment.falsification-is-c'];
    if (given.isFalsified === true && falsifiedIsC) vetoes.push('弄虚作假已经查实');
    if (given.isFalsified === true && !falsifiedIsC) sheet.note('弄虚作假已经查实，另行通报批评、追究责任');
    const totalled = {
      label: '总分',
      value: sheet.step('总分', inPoints(total), 'text', { reckoned: scored.map(({ points }) => inPoints(points)).join(' + ') }),
      unit: 'text' as const,
    };
    const { rank, places, isExemplary } = given;
    if (vetoes.length > 0) sheet.note(`一票否决：${vetoes.join('；')}`);
    const isOpen =
      vetoes.length === 0 &&
      (given.events === null || given.governmentEvents === null || given.extremeEvents === null || (falsifiedIsC && given.isFalsified === null));
    if (vetoes.length === 0 && (isOpen || rank === null || places === null)) {
      sheet.note(isOpen ? `群体性事件、极端事件${falsifiedIsC ? '或者弄虚作假' : ''}情况未填，不定等级` : '名次未定，不定等级');
      return sheet.done(totalled, ...parts);
    }
    const grade = gradeOf({ rank: rank ?? 0, places: places ?? 0, isExemplary, isVetoed: vetoes.length > 0 }, params);
    if (grade === 'no-such-rank') return cannotDetermine(NO_SUCH_RANK);
    if (grade === 'ask-whether-exemplary') return needsPerson(EXEMPLARY_QUESTION);
    const why =
      vetoes.length > 0
        ? '一票否决'
        : `${places} 个地区中第 ${rank} 名：前 ${params['assessment.grade-a.top']} 名、后 ${params['assessment.grade-c.bottom']} 名`;
    const graded = sheet.step('等级', grade, 'text', { reckoned: why, basis: cite('考核办法', 8) });
    return sheet.done(totalled, { label: '等级', value: graded, unit: 'text' }, ...parts);
  },
});

/** In the order of the rubric, whatever the order they came in. */
function scoreAll(rubric: Rubric, found: readonly Found[], sheet: Sheet): ScoredItem[] | { readonly missing: readonly string[] } {
  const missing: string[] = [];
  const byCode = new Map<string, Found>();
  for (const one of found) {
    if (one.code === null || !rubric.items.some(({ code }) => code === one.code)) missing.push(`编号“${one.code ?? ''}”是哪一项指标`);
    else if (byCode.has(one.code)) missing.push(`“${one.code}”填了两次，以哪一次为准`);
    else byCode.set(one.code, one);
  }
  const scored = rubric.items.flatMap((item) => {
    const one = byCode.get(item.code);
    const result = one === undefined ? { ok: false as const, missing: `${item.code}“${item.title}”的核验结果` } : scoreItem(item, one);
    if (!result.ok) {
      missing.push(result.missing);
      return [];
    }
    sheet.step(`${item.code} ${item.title}（${inPoints(item.points)} 分）`, inPoints(result.points), 'text', { reckoned: result.how });
    return [{ part: item.part, points: result.points }];
  });
  return missing.length > 0 ? { missing } : scored;
}
