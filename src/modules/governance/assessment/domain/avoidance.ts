import { type FactsOf, list, text } from '#law/facts.ts';

/** Who assesses whom. */
export const assignmentShape = {
  assignments: list('考核分组', {
    unit: text('考核组成员所在单位'),
    superiors: list('该单位的各上级业务部门', { name: text('部门名称') }),
    assessed: text('被考核单位'),
  }),
};

/** 回避: who assesses the own unit or a superior of it, by place in the list; and for whom that cannot be told. */
export function assignmentConflicts(assignments: NonNullable<FactsOf<typeof assignmentShape>['assignments']>): {
  readonly conflicts: readonly string[];
  readonly missing: readonly string[];
} {
  const conflicts: string[] = [];
  const missing: string[] = [];
  for (const [place, { unit, superiors, assessed }] of assignments.entries()) {
    const group = `第 ${place + 1} 组`;
    if (unit !== null && unit === assessed) conflicts.push(`${group}考核本单位`);
    else if (assessed !== null && superiors?.some(({ name }) => name === assessed) === true) conflicts.push(`${group}考核自己的上级业务部门`);
    else if (unit === null || superiors === null || assessed === null) missing.push(`${group}的成员单位、上级业务部门和被考核单位`);
  }
  return { conflicts, missing };
}
