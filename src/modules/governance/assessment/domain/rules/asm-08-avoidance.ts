import { cite } from '#law/citation.ts';
import { facts } from '#law/facts.ts';
import { cannotDetermine, finding, matterRule, NOTHING } from '#law/rule.ts';
import { assignmentConflicts, assignmentShape } from '../avoidance.ts';

const form = facts(assignmentShape);

/**
 * 以下核上回避. 「从市县抽调专业人员组成考核组，错开各自上级业务部门，跨部门…开展交叉考核」 (广西): a member assesses neither the own unit nor any superior of it. To
 * assess an upper unit of another line is what it is for.
 */
export const avoidance = matterRule({
  code: 'ASM-08',
  version: 1,
  title: '考核组成员应当回避',
  basis: [cite('考核办法', 4)],
  evidence: 'L',
  interpretation: '国家办法只说客观公正；回避本单位和上级业务部门据广西“以下核上”的做法',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'assignments');
    if (!known.ok) return known.answer;
    const { conflicts, missing } = assignmentConflicts(known.facts.assignments);
    if (conflicts.length === 0) return missing.length === 0 ? NOTHING : cannotDetermine(...missing);
    return finding({
      level: 3,
      says: `考核分组中${conflicts.join('，')}，应当回避、调整分组`,
      values: [{ label: '应当回避的分组', value: conflicts.length, unit: 'count' }],
      dueOn: setting.on,
      duty: 'assessment-group',
      clears: '调整分组，错开本单位和上级业务部门',
      rows: [],
    });
  },
});
