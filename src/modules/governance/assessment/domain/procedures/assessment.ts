import { cite } from '#law/citation.ts';
import { choice, day, facts, list, text, yesNo } from '#law/facts.ts';
import { guarded, onlyIf, procedure, stated, type Step, type StepContext, unmet } from '#law/procedure.ts';
import { cannotDetermine } from '#law/rule.ts';
import { assignmentConflicts, assignmentShape } from '../avoidance.ts';
import { RUBRIC_NAMES } from '../rubrics.ts';

const plan = facts({
  year: text('考核年度'),
  rubric: choice('考核细则', RUBRIC_NAMES),
  version: text('细则版本（下发后不再改动）'),
  selfCheckBy: day('自查报送截止日'),
});
const paper = facts({ number: text('文书或者报告编号') });
const groups = facts(assignmentShape);
const scores = facts({ total: text('总分'), sheet: text('计分表编号') });
const veto = facts({ isVetoed: yesNo('是否有一票否决情形') });
const ranking = facts({ grade: choice('考核等级', { A: 'A 级', B: 'B 级', C: 'C 级' }) });
const rectification = facts({ items: list('列入整改的问题', { number: text('整改事项编号') }), reportBy: day('书面整改报告截止日') });
const check = facts({ allClosed: yesNo('整改事项是否全部核查销号') });
const lookBack = facts({ rebounded: yesNo('问题是否反弹') });

const byPlan = { basis: [cite('考核办法', 7)], evidence: 'V2' } as const;
const byResult = { basis: [cite('考核办法', 9)], evidence: 'V1' } as const;
const ours = { evidence: 'D', interpretation: '国家办法只列自查、核查、评估、暗访、评议；各步的先后和文书由本系统选定，日期以考核方案为准' } as const;

/** 考核: the rubric is frozen with the plan; the own check, the field, a third party and unannounced visits feed one score; veto, rank and grade follow; C rectifies. */
export const assessment = procedure({
  code: 'assessment',
  title: '保障农民工工资支付工作考核',
  states: {
    planned: { name: '方案已下发' },
    'self-checked': { name: '已自查' },
    'evidence-pulled': { name: '佐证数据已调取' },
    'field-checked': { name: '已实地核查' },
    evaluated: { name: '已第三方评估' },
    visited: { name: '已暗访抽查' },
    scored: { name: '已计分' },
    screened: { name: '已核对否决情形' },
    ranked: { name: '已排名定级' },
    reviewed: { name: '已综合评议' },
    approved: { name: '结果已审定' },
    notified: { name: '已通报' },
    interviewed: { name: '已约谈' },
    rectifying: { name: '整改中' },
    reported: { name: '已报整改' },
    verified: { name: '整改已核查' },
    closed: { name: '办结', ends: true },
  },
  steps: [
    {
      code: 'plan',
      title: '下发考核方案和细则',
      from: [],
      to: 'planned',
      by: ['assessment-group'],
      basis: [cite('考核办法', 6)],
      evidence: 'V1',
      produces: ['考核方案', '考核细则'],
      ...stated(plan),
    },
    {
      code: 'self-check',
      title: '报送自查报告',
      from: ['planned'],
      to: 'self-checked',
      by: ['government'],
      ...byPlan,
      produces: ['自查考核表', '自查报告'],
      ...stated(paper),
    },
    {
      code: 'pull-evidence',
      title: '调取佐证数据',
      from: ['self-checked'],
      to: 'evidence-pulled',
      by: ['system', 'assessment-group'],
      basis: [cite('考核办法', 7)],
      ...ours,
      produces: ['佐证数据清单'],
    },
    {
      code: 'field-check',
      title: '实地核查',
      from: ['self-checked', 'evidence-pulled'],
      to: 'field-checked',
      by: ['assessment-group'],
      ...byPlan,
      produces: ['核查记录', '分组表'],
      ...guarded(groups, (given) => {
        if (given.assignments === null) return cannotDetermine(groups.fields[0]?.means ?? '');
        const { conflicts, missing } = assignmentConflicts(given.assignments);
        if (conflicts.length > 0) return unmet(`${conflicts.join('，')}，应当回避。`, cite('考核办法', 4));
        return missing.length > 0 ? cannotDetermine(...missing) : null;
      }),
    },
    {
      code: 'evaluate',
      title: '第三方评估',
      from: ['field-checked'],
      to: 'evaluated',
      by: ['assessment-group'],
      ...byPlan,
      produces: ['第三方评估报告'],
      ...stated(paper),
    },
    { code: 'visit', title: '暗访抽查', from: ['evaluated'], to: 'visited', by: ['assessment-group'], ...byPlan, produces: ['暗访记录'], ...stated(paper) },
    {
      code: 'score',
      title: '逐项计分',
      from: ['visited'],
      to: 'scored',
      by: ['assessment-group', 'system'],
      basis: [cite('考核办法', 8)],
      ...ours,
      produces: ['计分表'],
      ...stated(scores),
    },
    {
      code: 'screen',
      title: '核对否决情形',
      from: ['scored'],
      to: 'screened',
      by: ['assessment-group'],
      basis: [cite('考核办法', 8)],
      ...ours,
      produces: ['否决情形核对表'],
      ...stated(veto),
    },
    {
      code: 'rank',
      title: '排名定级',
      from: ['screened'],
      to: 'ranked',
      by: ['assessment-group'],
      basis: [cite('考核办法', 8)],
      ...ours,
      produces: ['排名和等级建议'],
      ...guarded(ranking, (given, context) => {
        const known = ranking.certain(given, 'grade');
        if (!known.ok) return known.answer;
        const screened = factsOf(veto, context, 'screen');
        return screened?.isVetoed === true && known.facts.grade !== 'C' ? unmet('有一票否决情形，只能定为 C 级。', cite('考核办法', 8)) : null;
      }),
    },
    { code: 'review', title: '综合评议', from: ['ranked'], to: 'reviewed', by: ['assessment-group'], ...byPlan, produces: ['考核报告'] },
    { code: 'approve', title: '审定考核结果', from: ['reviewed'], to: 'approved', by: ['government'], ...byResult, produces: ['审定意见'] },
    { code: 'notify', title: '通报考核结果', from: ['approved'], to: 'notified', by: ['assessment-group'], ...byResult, produces: ['考核结果通报'] },
    { code: 'praise', title: '通报表扬', from: ['notified'], to: 'closed', by: ['assessment-group'], ...byResult, produces: ['表扬通报'], ...onlyGrade('A') },
    {
      code: 'conclude',
      title: '反馈问题后结束',
      from: ['notified'],
      to: 'closed',
      by: ['assessment-group'],
      ...byResult,
      produces: ['问题反馈单'],
      ...onlyGrade('B'),
    },
    {
      code: 'interview',
      title: '约谈负责人',
      from: ['notified'],
      to: 'interviewed',
      by: ['assessment-group', 'government'],
      ...byResult,
      produces: ['约谈纪要'],
      ...onlyGrade('C'),
    },
    {
      code: 'order-rectification',
      title: '责成限期整改',
      from: ['interviewed'],
      to: 'rectifying',
      by: ['assessment-group'],
      ...byResult,
      produces: ['整改通知'],
      ...stated(rectification),
    },
    {
      code: 'report',
      title: '提交书面整改报告',
      from: ['rectifying'],
      to: 'reported',
      by: ['government'],
      ...byResult,
      produces: ['整改报告'],
      ...stated(paper),
    },
    {
      code: 'verify',
      title: '核查整改',
      from: ['reported'],
      to: 'verified',
      by: ['assessment-group'],
      basis: [cite('考核办法', 9)],
      ...ours,
      produces: ['核查意见'],
      ...onlyIf(check, 'allClosed', true, '还有整改事项没有销号，退回继续整改。'),
    },
    {
      code: 'send-back',
      title: '退回继续整改',
      from: ['reported'],
      to: 'rectifying',
      by: ['assessment-group'],
      basis: [cite('考核办法', 9)],
      ...ours,
      produces: ['退回意见'],
      ...stated(facts({ reason: text('理由') })),
    },
    {
      code: 'look-back',
      title: '“回头看”后结束',
      from: ['verified'],
      to: 'closed',
      by: ['assessment-group'],
      basis: [cite('考核办法', 9)],
      ...ours,
      produces: ['“回头看”记录'],
      ...onlyIf(lookBack, 'rebounded', false, '问题反弹，应当重新整改。'),
    },
    {
      code: 'rebound',
      title: '“回头看”发现反弹',
      from: ['verified'],
      to: 'rectifying',
      by: ['assessment-group'],
      basis: [cite('考核办法', 9)],
      ...ours,
      produces: ['“回头看”记录'],
      ...onlyIf(lookBack, 'rebounded', true, '没有反弹，不必重新整改。'),
    },
  ],
});

/** What the grade leads to is open to that grade only. */
function onlyGrade(grade: 'A' | 'B' | 'C'): Pick<Step, 'guard'> {
  return {
    guard: (_input, context) => {
      const ranked = factsOf(ranking, context, 'rank')?.grade ?? null;
      if (ranked === null) return { ok: true, answer: cannotDetermine('考核等级') };
      return { ok: true, answer: ranked === grade ? null : unmet(`考核等级是 ${ranked} 级，这一步只用于 ${grade} 级。`, cite('考核办法', 9)) };
    },
  };
}

/** The facts of a step that was taken; null when it was not, or they cannot be read. */
function factsOf<T>(
  form: { readonly read: (input: unknown) => { readonly ok: true; readonly facts: T } | { readonly ok: false } },
  { history }: StepContext,
  code: string,
): T | null {
  const read = form.read(history.findLast(({ step }) => step === code)?.facts ?? {});
  return read.ok ? read.facts : null;
}
