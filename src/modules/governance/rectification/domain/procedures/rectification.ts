import type { CivilDate } from '#kernel/civil-date.ts';
import { dayOf } from '#kernel/civil-moment.ts';
import { deadline, naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { count, day, facts, list, text, yesNo } from '#law/facts.ts';
import { guarded, onlyIf, procedure, stated, type StepContext, unmet } from '#law/procedure.ts';
import { cannotDetermine } from '#law/rule.ts';

const units = { name: text('单位名称') };
const item = facts({
  number: count('事项序号', '项'),
  problem: text('存在的问题'),
  measures: text('整改措施'),
  lead: list('责任单位', units),
  supporting: list('配合单位（没有的写空列表）', units),
  dueOn: day('完成时限（没有日期的不填）'),
  isOngoing: yesNo('是否“长期坚持”'),
});
const progress = facts({ record: text('进展情况') });
const evidence = facts({ evidence: text('佐证材料编号') });
const check = facts({ checkedBy: text('核查人员所在单位'), isSettled: yesNo('问题是否已经解决') });
const lookBack = facts({ rebounded: yesNo('问题是否反弹') });
const reason = facts({ reason: text('理由') });

const ours = {
  basis: [cite('考核办法', 9)],
  evidence: 'D',
  interpretation: '国家办法只说限期整改；问题、措施、责任单位、配合单位、时限、佐证、核查、“回头看”的链条据嘉峪关、广西的做法',
} as const;

/** 整改事项: problem, measures, who leads and who supports, until when; evidence; a check by somebody else; the look-back. Each of a plan's items runs in one. */
export const rectification = procedure({
  code: 'rectification',
  title: '整改事项',
  states: {
    listed: { name: '已列入方案' },
    rectifying: { name: '整改中' },
    submitted: { name: '已报佐证' },
    verified: { name: '已核查销号' },
    closed: { name: '“回头看”合格', ends: true },
  },
  steps: [
    {
      code: 'list',
      title: '列入整改方案',
      from: [],
      to: 'listed',
      by: ['government', 'assessment-group', 'authority'],
      ...ours,
      produces: ['整改方案', '问题责任清单'],
      ...guarded(item, (given) => {
        const known = item.certain(given, 'number', 'problem', 'measures', 'lead', 'supporting', 'isOngoing');
        if (!known.ok) return known.answer;
        if (known.facts.lead.length === 0) return unmet('每一项都要有责任单位。');
        return given.dueOn !== null || known.facts.isOngoing ? null : unmet('要有完成时限，或者写明长期坚持。');
      }),
    },
    { code: 'begin', title: '开始整改', from: ['listed'], to: 'rectifying', by: ['department', 'authority'], ...ours, produces: ['时间表、路线图'] },
    {
      code: 'tell-progress',
      title: '报告进展',
      from: ['rectifying'],
      to: 'same',
      by: ['department', 'authority'],
      ...ours,
      produces: ['进展情况'],
      ...stated(progress),
    },
    {
      code: 'submit',
      title: '报送佐证',
      from: ['rectifying'],
      to: 'submitted',
      by: ['department', 'authority'],
      ...ours,
      produces: ['整改情况报告', '佐证材料'],
      ...stated(evidence),
    },
    {
      code: 'verify',
      title: '核查销号',
      from: ['submitted'],
      to: 'verified',
      by: ['assessment-group', 'upper-authority', 'government'],
      ...ours,
      produces: ['核查意见', '销号单'],
      ...guarded(check, (given, context) => {
        const known = check.certain(given, 'checkedBy', 'isSettled');
        if (!known.ok) return known.answer;
        const { checkedBy, isSettled } = known.facts;
        const listed = itemOf(context);
        if (listed?.lead?.some(({ name }) => name === checkedBy) === true) return unmet('责任单位不能核查自己的整改，由另一单位核查。');
        return isSettled ? null : unmet('问题没有解决，退回继续整改。');
      }),
    },
    {
      code: 'send-back',
      title: '退回继续整改',
      from: ['submitted'],
      to: 'rectifying',
      by: ['assessment-group', 'upper-authority', 'government'],
      ...ours,
      produces: ['退回意见'],
      ...stated(reason),
    },
    {
      code: 'criticise',
      title: '逾期通报批评',
      from: ['listed', 'rectifying', 'submitted'],
      to: 'same',
      by: ['assessment-group', 'government'],
      ...ours,
      produces: ['通报'],
      ...guarded(reason, (given, context) => {
        const known = reason.certain(given, 'reason');
        if (!known.ok) return known.answer;
        const dueOn = itemOf(context)?.dueOn ?? null;
        if (dueOn === null) return cannotDetermine('完成时限');
        return isOver(dueOn, context) ? null : unmet(`完成时限到 ${dueOn}，还没有逾期。`);
      }),
    },
    {
      code: 'look-back',
      title: '“回头看”合格',
      from: ['verified'],
      to: 'closed',
      by: ['assessment-group', 'upper-authority', 'government'],
      ...ours,
      produces: ['“回头看”记录'],
      ...onlyIf(lookBack, 'rebounded', false, '问题反弹，应当重新整改。'),
    },
    {
      code: 'rebound',
      title: '“回头看”发现反弹',
      from: ['verified'],
      to: 'rectifying',
      by: ['assessment-group', 'upper-authority', 'government'],
      ...ours,
      produces: ['“回头看”记录'],
      ...onlyIf(lookBack, 'rebounded', true, '没有反弹，不必重新整改。'),
    },
  ],
});

function itemOf({ history }: StepContext) {
  const read = item.read(history.find(({ step }) => step === 'list')?.facts ?? {});
  return read.ok ? read.facts : null;
}

/** A named day that is a rest day moves on: the last day itself is in time. */
function isOver(dueOn: CivilDate, { happened, calendar }: StepContext): boolean {
  return dayOf(happened) > deadline(dueOn, naturalDays(0), calendar).due;
}
