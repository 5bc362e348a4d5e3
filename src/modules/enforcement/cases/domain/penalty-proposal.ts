import { atLeast, lessThan, moreThan } from '#kernel/bounds.ts';
import { dayOf } from '#kernel/civil-moment.ts';
import { deadline, workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { choice, count, facts, type FactsOf, money, yesNo } from '#law/facts.ts';
import { valueOn } from '#law/parameters/index.ts';
import { type StepContext, unmet } from '#law/procedure.ts';
import { orderShape, orderStanding } from './correction-order.ts';
import { effectiveDayOf, factsOf, numberFor, wasTaken } from './past-steps.ts';
import { violationChoices, type ViolationCode, violationOf, VIOLATIONS } from './violations.ts';

const CODES = Object.keys(VIOLATIONS).filter((code): code is ViolationCode => Object.hasOwn(VIOLATIONS, code));

const proposalShape = {
  violation: choice('拟处罚的违法行为', violationChoices(...CODES)),
  ...orderShape,
  officers: count('调查的持证执法人员人数', '人'),
  fine: money('拟对单位罚款的数额（以分为单位）'),
  stopWork: yesNo('是否拟责令项目停工'),
  qualification: yesNo('是否拟限制承接新工程、降低资质等级、吊销资质证书'),
  largeFine: yesNo('拟罚款是否达到当地应当告知听证的数额（当地数额已录入的不填）'),
  reviewGround: choice('应当法制审核的情形（经过听证的不填）', {
    interest: '涉及重大公共利益',
    complex: '疑难复杂、涉及多个法律关系',
    law: '法律法规规定',
    none: '没有',
  }),
  grave: yesNo('是否情节复杂或者重大违法行为'),
  evaluated: yesNo('是否评估了不予处罚、减轻、从轻的情形'),
} as const;
export const proposing = facts(proposalShape);
type Proposal = FactsOf<typeof proposalShape>;

const decisionShape = {
  statement: choice('当事人的陈述、申辩', { heard: '已听取并复核', none: '没有提出', waived: '明确放弃', refused: '提出而未听取' }),
  fine: money('决定的单位罚款数额（以分为单位）'),
  outcome: choice('裁量', { usual: '在幅度内', lighter: '从轻', reduced: '减轻' }),
  heavier: yesNo('是否因陈述、申辩而处罚更重'),
  remedies: yesNo('决定书是否写明复议、诉讼的途径和期限'),
} as const;
export const deciding = facts(decisionShape);
/** The proposal of a penalty, as it was put. */
export function proposalIn(history: StepContext['history']): Proposal | null {
  return factsOf(history, 'propose', proposing);
}

/** Whether the party must be told of a hearing: by the penalty itself, by the place's amount, or as stated where no place has set one. Null when nobody can tell. */
export function needsHearing(
  { fine, stopWork, qualification, largeFine }: Proposal,
  { place, happened }: Pick<StepContext, 'place' | 'happened'>,
): boolean | null {
  if (stopWork === true || qualification === true) return true;
  const large = valueOn('penalty.hearing.large-fine.unit', place, dayOf(happened));
  if (large.ok && fine !== null) return atLeast(fine, large.inForce.value);
  return largeFine;
}

/** 「责令限期改正；逾期不改正的」 first, and nothing the article does not know. */
export function proposalRefusal(given: Proposal, context: StepContext) {
  const known = proposing.certain(given, 'violation', 'officers', 'fine', 'stopWork', 'qualification', 'grave', 'evaluated', 'reviewGround');
  if (!known.ok) return known.answer;
  const { violation: code, officers, fine, stopWork, qualification, evaluated } = known.facts;
  const violation = violationOf(code);
  if (violation.fine === null) return unmet('本项只责令改正，没有罚款。', violation.article);
  if (violation.after !== 'act') {
    const standing = orderStanding(given, { on: dayOf(context.happened), calendar: context.calendar });
    if (standing.kind === 'unknown') return standing.answer;
    if (standing.kind === 'not-fined') return unmet(`${standing.why}。`, violation.article);
  }
  const enough = numberFor('case.officers', context);
  if (typeof enough !== 'number') return enough;
  if (lessThan(officers, enough)) return unmet(`执法人员不得少于 ${enough} 人。`, cite('行政处罚法', 42, 1));
  if (stopWork && !violation.stopsWork) return unmet('这一条没有责令停工。', violation.article);
  if (qualification && !violation.touchesQualification) return unmet('这一条不涉及资质。', violation.article);
  const range = valueOn(violation.fine, context.place, dayOf(context.happened));
  if (range.ok && moreThan(fine, range.inForce.value.most)) return unmet('拟罚款超过法定幅度的上限。', violation.article);
  if (!evaluated) return unmet('处罚建议没有评估不予处罚、减轻、从轻的情形。', cite('行政处罚法', 33));
  if (needsHearing(given, context) !== null) return null;
  const stated = proposing.certain(given, 'largeFine');
  return stated.ok ? null : stated.answer;
}

/** A right to a hearing that still runs, or a review or discussion that was left out. */
function unfinishedRefusal(proposal: Proposal, context: StepContext) {
  const { history, happened, calendar } = context;
  const wasHeard = wasTaken(history, 'hold-hearing');
  const isDone = wasHeard || wasTaken(history, 'end-hearing') || wasTaken(history, 'waive-hearing');
  const noticedOn = effectiveDayOf('notify', context);
  if (needsHearing(proposal, context) !== false && !isDone && noticedOn !== null) {
    const days = numberFor('penalty.hearing.request-days', context);
    if (typeof days !== 'number') return days;
    const { due } = deadline(noticedOn, workingDays(days), calendar);
    if (!moreThan(dayOf(happened), due)) return unmet(`当事人要求听证的期限到 ${due} 为止，期满或者书面放弃之后才能决定。`, cite('行政处罚法', 64, '(一)'));
  }
  if ((wasHeard || proposal.reviewGround !== 'none') && !wasTaken(history, 'review')) {
    return unmet('应当法制审核的案件，未经审核或者审核未通过，不得作出决定。', cite('行政处罚法', 58));
  }
  return proposal.grave === true && !wasTaken(history, 'discuss')
    ? unmet('情节复杂或者重大的案件，应当由负责人集体讨论决定。', cite('行政处罚法', 57, 2))
    : null;
}

/** Why a penalty may not be decided now, or not so. */
export function decisionRefusal(given: FactsOf<typeof decisionShape>, context: StepContext) {
  const { history, happened, place } = context;
  const noticedOn = effectiveDayOf('notify', context);
  if (noticedOn === null) return unmet('没有事先告知拟作出的处罚内容及事实、理由、依据，不得作出决定。', cite('行政处罚法', 62));
  if (moreThan(noticedOn, dayOf(happened))) return unmet(`事先告知 ${noticedOn} 才生效，之后才能作出决定。`, cite('行政处罚法', 62));
  const proposal = proposalIn(history);
  const unfinished = proposal === null ? null : unfinishedRefusal(proposal, context);
  if (unfinished !== null) return unfinished;
  const known = deciding.certain(given, 'statement', 'fine', 'outcome', 'heavier', 'remedies');
  if (!known.ok) return known.answer;
  const { statement, fine, outcome, heavier, remedies } = known.facts;
  if (statement === 'refused') return unmet('拒绝听取当事人的陈述、申辩，不得作出决定。', cite('行政处罚法', 62));
  if (heavier) return unmet('不得因当事人陈述、申辩而给予更重的处罚。', cite('行政处罚法', 45, 2));
  if (!remedies) return unmet('决定书要写明申请行政复议、提起行政诉讼的途径和期限。', cite('行政处罚法', 59, '(五)'));
  const violation = proposal?.violation == null ? null : violationOf(proposal.violation);
  const range = violation?.fine == null ? null : valueOn(violation.fine, place, dayOf(happened));
  if (violation === null || range?.ok !== true) return null;
  const { least, most } = range.inForce.value;
  if (moreThan(fine, most)) return unmet('罚款超过法定幅度的上限。', violation.article);
  if (lessThan(fine, least) && outcome !== 'reduced') return unmet('罚款低于法定幅度的下限，只有减轻处罚才可以。', violation.article);
  return null;
}
