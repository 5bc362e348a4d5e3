import { cite } from '#law/citation.ts';
import { facts, list, text } from '#law/facts.ts';
import { cannotDetermine, finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  assignments: list('考核分组', {
    unit: text('考核组成员所在单位'),
    superiors: list('该单位的各上级业务部门', { name: text('部门名称') }),
    assessed: text('被考核单位'),
  }),
});

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
    const conflicts: string[] = [];
    const missing: string[] = [];
    for (const [place, { unit, superiors, assessed }] of known.facts.assignments.entries()) {
      if (unit !== null && unit === assessed) conflicts.push(`第 ${place + 1} 组考核本单位`);
      else if (assessed !== null && superiors?.some(({ name }) => name === assessed) === true) conflicts.push(`第 ${place + 1} 组考核自己的上级业务部门`);
      else if (unit === null || superiors === null || assessed === null) missing.push(`第 ${place + 1} 组的成员单位、上级业务部门和被考核单位`);
    }
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
