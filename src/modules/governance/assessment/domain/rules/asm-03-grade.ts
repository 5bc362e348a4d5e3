import { cite } from '#law/citation.ts';
import { facts, yesNo } from '#law/facts.ts';
import { cannotDetermine, finding, matterRule, needsPerson } from '#law/rule.ts';
import { EXEMPLARY_QUESTION, GRADE_LIMITS, gradeOf, NO_SUCH_RANK, rankShape } from '../grade.ts';

const form = facts({ ...rankShape, isVetoed: yesNo('是否有一票否决情形') });

/** 等级. A veto is C whatever the rank; else the last M are C, of the first N the exemplary are A, the others B. N itself and the M-th from the end count. */
export const grade = matterRule({
  code: 'ASM-03',
  version: 1,
  title: '考核等级的判断',
  basis: [cite('考核办法', 8)],
  evidence: 'V1',
  needsLegalReview: true,
  interpretation: '前10名、后3名据各省办法和记忆，国家办法原文未核对；各省对市、市对县的名次由地方设定；前后相遇时先定C级',
  facts: form,
  needs: GRADE_LIMITS,
  prepare: (setting, params) => (given) => {
    if (given.isVetoed !== true) {
      const known = form.certain(given, 'rank', 'places', 'isVetoed');
      if (!known.ok) return known.answer;
    }
    const { rank, places, isVetoed, isExemplary } = given;
    const result = gradeOf({ rank: rank ?? 0, places: places ?? 0, isVetoed: isVetoed === true, isExemplary }, params);
    if (result === 'no-such-rank') return cannotDetermine(NO_SUCH_RANK);
    if (result === 'ask-whether-exemplary') return needsPerson(EXEMPLARY_QUESTION);
    const why = isVetoed === true ? '有一票否决情形' : `${places} 个地区中得分第 ${rank} 名`;
    return finding({
      level: 0,
      says: `${why}，考核等级为 ${result} 级`,
      values: [
        { label: '考核等级', value: result, unit: 'text' },
        ...(rank === null ? [] : [{ label: '得分名次', value: rank, unit: 'count' as const, threshold: params['assessment.grade-a.top'] }]),
      ],
      dueOn: setting.on,
      duty: 'assessment-group',
      clears: '考核结果审定后通报',
      rows: [],
    });
  },
});
