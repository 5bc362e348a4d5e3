import { atLeast, lessThan, moreThan } from '#kernel/bounds.ts';
import { addMonths, type CivilDate } from '#kernel/civil-date.ts';
import { dayOf } from '#kernel/civil-moment.ts';
import { cite } from '#law/citation.ts';
import { day, facts, type FactsOf, money, yesNo } from '#law/facts.ts';
import { guarded, procedure, type StepContext, type StepRefusal, type Taken, unmet } from '#law/procedure.ts';
import { valueOn } from '#law/parameters/index.ts';
import { cannotDetermine, type CannotDetermine } from '#law/rule.ts';
import { againstDetermination, DETERMINATION, determinationSteps } from '../determination.ts';
import { orderFacts, returnSteps, USE_AND_RETURN, useSteps } from '../use-and-return.ts';
import { lastDayOf } from '../letter-term.ts';

const shape = {
  amountFen: money('保函担保金额'),
  isIrrevocable: yesNo('是否不可撤销'),
  isOnDemand: yesNo('是否见索即付'),
  isForAuthority: yesNo('受益人是否为属地人力资源社会保障部门'),
  validFrom: day('保函生效之日'),
  validUntil: day('保函到期之日'),
  contractEndsOn: day('施工合同约定的竣工之日'),
};
const letter = facts(shape);
const reminder = facts({ isFinished: yesNo('工程是否已经完工') });

/**
 * 工资保证金（保函）: as the cash deposit, with a letter that must be irrevocable, payable on demand, at least a year long and no
 * shorter than the contract; reminded a month before its end, renewed, or lapsed, which is no deposit at all.
 */
export const depositGuarantee = procedure({
  code: 'deposit-guarantee',
  title: '工资保证金（保函）',
  states: { ...DETERMINATION, ...USE_AND_RETURN, 'renewal-due': { name: '待续保' }, lapsed: { name: '保函失效' } },
  steps: [
    ...determinationSteps,
    {
      code: 'submit',
      title: '提交保函',
      from: ['due', 'lapsed'],
      to: 'active',
      by: ['general-contractor'],
      basis: [cite('保证金规定', 8), cite('保证金规定', 15), cite('保证金规定', 16), cite('保证金规定', 17)],
      evidence: 'V1',
      within: { period: { parameter: 'deposit.store-days' }, from: ['permit', 'sign'], kind: 'soft', missed: '责令限期改正。' },
      produces: ['农民工工资保证金银行保函'],
      ...guarded(letter, adequate),
    },
    {
      code: 'order-store',
      title: '责令提交保函或者存储',
      from: ['due'],
      to: 'ordered',
      by: ['authority', 'industry-regulator'],
      basis: [cite('保证金规定', 25), cite('工资条例', 55, '(二)')],
      evidence: 'VF',
      within: { period: { parameter: 'deposit.store-days' }, from: ['permit', 'sign'], kind: 'not-before' },
      produces: ['责令限期改正指令书'],
      ...orderFacts,
    },
    {
      code: 'order-renew',
      title: '责令提交新保函',
      from: ['lapsed'],
      to: 'ordered',
      by: ['authority', 'industry-regulator'],
      basis: [cite('保证金规定', 25), cite('工资条例', 55, '(二)')],
      evidence: 'VF',
      produces: ['责令限期改正指令书'],
      ...orderFacts,
    },
    {
      code: 'remind',
      title: '提醒更换保函',
      from: ['active'],
      to: 'renewal-due',
      by: ['authority', 'system'],
      basis: [cite('保证金规定', 17)],
      evidence: 'V1',
      produces: ['更换保函提醒'],
      ...guarded(reminder, (given, context) => {
        const known = reminder.certain(given, 'isFinished');
        if (!known.ok) return known.answer;
        const before = monthsOf('deposit.remind-months', context);
        if (typeof before !== 'number') return before;
        if (known.facts.isFinished) return unmet('工程已经完工，不需要更换保函。', cite('保证金规定', 17));
        const until = expiryIn(context.history);
        if (until === null || atLeast(dayOf(context.happened), addMonths(until, -before))) return null;
        return unmet(`保函 ${until} 到期，届满前 ${before} 个月起提醒。`, cite('保证金规定', 17));
      }),
    },
    {
      code: 'renew',
      title: '更换保函',
      from: ['active', 'renewal-due'],
      to: 'active',
      by: ['general-contractor'],
      basis: [cite('保证金规定', 17)],
      evidence: 'V1',
      produces: ['农民工工资保证金银行保函'],
      ...guarded(letter, (given, context) => {
        const until = expiryIn(context.history);
        if (until !== null && moreThan(dayOf(context.happened), until)) return unmet(`原保函 ${until} 已经到期失效，按没有保函处理。`, cite('保证金规定', 17));
        return adequate(given, context);
      }),
    },
    {
      code: 'lapse',
      title: '保函到期失效',
      from: ['active', 'renewal-due'],
      to: 'lapsed',
      by: ['system', 'authority'],
      basis: [cite('保证金规定', 17), cite('保证金规定', 25)],
      evidence: 'V1',
      produces: [],
      ...guarded(reminder, (given, { happened, history }) => {
        const known = reminder.certain(given, 'isFinished');
        if (!known.ok) return known.answer;
        if (known.facts.isFinished) return unmet('工程已经完工，保函到期不必另交，办理返还。', cite('保证金规定', 17));
        const until = expiryIn(history);
        return until === null || moreThan(dayOf(happened), until) ? null : unmet(`保函 ${until} 才到期，到期日当天仍有效。`, cite('保证金规定', 17));
      }),
    },
    ...useSteps(guarded(letter, adequate), ['renewal-due']),
    ...returnSteps({ title: '退还保函正本', by: 'authority', produces: '保函正本退还凭证' }, ['renewal-due']),
  ],
});

/** 保证金规定第十五条至第十七条: amount, kind, beneficiary and term of the letter. */
function adequate(given: FactsOf<typeof shape>, context: StepContext): StepRefusal | CannotDetermine | null {
  const known = letter.certain(given, 'amountFen', 'isIrrevocable', 'isOnDemand', 'isForAuthority', 'validFrom', 'validUntil', 'contractEndsOn');
  if (!known.ok) return known.answer;
  const { amountFen, isIrrevocable, isOnDemand, isForAuthority, validFrom, validUntil, contractEndsOn } = known.facts;
  if (!isIrrevocable || !isOnDemand) return unmet('保函应当不可撤销、见索即付。', cite('保证金规定', 16));
  if (!isForAuthority) return unmet('保函应当以属地人力资源社会保障部门为受益人。', cite('保证金规定', 16));
  const least = monthsOf('deposit.guarantee.months', context);
  if (typeof least !== 'number') return least;
  if (lessThan(validUntil, lastDayOf(validFrom, least))) return unmet(`保函有效期不满 ${least} 个月。`, cite('保证金规定', 17));
  if (lessThan(validUntil, contractEndsOn)) return unmet(`保函 ${validUntil} 到期，短于合同期（${contractEndsOn}）。`, cite('保证金规定', 17));
  return againstDetermination(amountFen, context);
}

function monthsOf(id: 'deposit.guarantee.months' | 'deposit.remind-months', { place, happened }: StepContext): number | CannotDetermine {
  const answer = valueOn(id, place, dayOf(happened));
  return answer.ok ? answer.inForce.value : cannotDetermine(answer.missing);
}

/** The end of the letter that holds now: whatever step brought it. */
function expiryIn(history: readonly Taken[]): CivilDate | null {
  const last = history.findLast(({ step }) => ['submit', 'renew', 'replenish', 'correct'].includes(step));
  const read = letter.read(last?.facts ?? {});
  return read.ok ? read.facts.validUntil : null;
}
