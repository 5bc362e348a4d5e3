import { lessThan } from '#kernel/bounds.ts';
import { dayOf } from '#kernel/civil-moment.ts';
import { cite } from '#law/citation.ts';
import { day, facts, text, yesNo } from '#law/facts.ts';
import { guarded, type Step, unmet } from '#law/procedure.ts';

/** 使用、公示、返还: the states cash and guarantee share. */
export const USE_AND_RETURN = {
  active: { name: '已存储' },
  called: { name: '已通知支付' },
  used: { name: '已使用，待补足' },
  ordered: { name: '已责令改正' },
  publicity: { name: '返还公示' },
  review: { name: '返还审核' },
  passed: { name: '审核通过' },
  'arrears-found': { name: '审核发现拖欠' },
  refused: { name: '不予返还' },
  confirmed: { name: '已确认返还' },
  closed: { name: '已返还', ends: true },
} as const;
type State = keyof typeof USE_AND_RETURN;

const order = facts({ orderNo: text('责令限期改正文书编号'), correctBy: day('责令改正的期限') });
const penalty = facts({ correctBy: day('责令改正的期限'), isCorrected: yesNo('是否已经改正') });
const call = facts({
  decisionNo: text('责令清偿（先行清偿）行政处理决定书编号'),
  clearBy: day('决定限定的清偿期限届满之日'),
  isCleared: yesNo('是否已经清偿'),
});
const payOut = facts({ onlyToWorkers: yesNo('是否全部支付到本工程被拖欠工资的农民工本人账户') });
const replenished = facts({ isWhole: yesNo('是否补足到应存数额（新保函同范围同额度）') });
const publicity = facts({
  isCompleted: yesNo('工程是否完工'),
  commitment: text('书面承诺编号'),
  onBoard: yesNo('是否在告示牌公示'),
  onWebsite: yesNo('是否在门户网站公示'),
});
const objection = facts({ isTrue: yesNo('异议是否属实') });
const arrears = facts({ hasArrears: yesNo('是否有拖欠农民工工资') });

/** 责令限期改正: the text that every order carries. */
export const orderFacts = guarded(order, (given) => {
  const known = order.certain(given, 'orderNo', 'correctBy');
  return known.ok ? null : known.answer;
});

/** 补足: what stands in the account again. */
export const madeWhole = guarded(replenished, (given) => {
  const known = replenished.certain(given, 'isWhole');
  if (!known.ok) return known.answer;
  return known.facts.isWhole ? null : unmet('没有补足到应存数额。', cite('保证金规定', 20));
});

/**
 * 使用和补足: a decision not obeyed, the notice, the bank's payment, the deposit put back, which is shown as `putBack` asks. `alsoFrom`
 * are states in which there is a deposit too.
 */
export function useSteps<Extra extends string = never>(
  putBack: Pick<Step, 'facts' | 'guard'>,
  alsoFrom: readonly Extra[] = [],
): readonly Step<State | Extra>[] {
  return [
    {
      code: 'call',
      title: '出具支付通知书',
      // Where the return was refused because of arrears, the deposit is still there to pay them.
      from: ['active', 'refused', ...alsoFrom],
      to: 'called',
      by: ['authority'],
      basis: [cite('保证金规定', 19)],
      evidence: 'V1',
      produces: ['农民工工资保证金支付通知书'],
      ...guarded(call, (given, { happened }) => {
        const known = call.certain(given, 'decisionNo', 'clearBy', 'isCleared');
        if (!known.ok) return known.answer;
        if (known.facts.isCleared) return unmet('已经清偿，不动用保证金。', cite('保证金规定', 19));
        // 届满: the last day belongs to the debtor.
        return lessThan(known.facts.clearBy, dayOf(happened))
          ? null
          : unmet(`清偿期限到 ${known.facts.clearBy} 为止，期满之后才能动用保证金。`, cite('保证金规定', 19));
      }),
    },
    {
      code: 'pay',
      title: '银行支付',
      from: ['called'],
      to: 'used',
      by: ['bank'],
      basis: [cite('保证金规定', 19), cite('保证金规定', 24)],
      evidence: 'V1',
      within: { period: { parameter: 'deposit.payout-days' }, from: 'state', kind: 'soft' },
      produces: ['支付凭证'],
      ...guarded(payOut, (given) => {
        const known = payOut.certain(given, 'onlyToWorkers');
        if (!known.ok) return known.answer;
        return known.facts.onlyToWorkers ? null : unmet('只能支付到本工程被拖欠工资的农民工本人账户。', cite('保证金规定', 24));
      }),
    },
    {
      code: 'replenish',
      title: '补足或者提供新保函',
      from: ['used'],
      to: 'active',
      by: ['general-contractor'],
      basis: [cite('保证金规定', 20)],
      evidence: 'M',
      within: { period: { parameter: 'deposit.replenish-days' }, from: ['pay'], kind: 'soft', missed: '责令限期改正。' },
      produces: ['存款凭证或者新保函'],
      ...putBack,
    },
    {
      code: 'order-replenish',
      title: '责令补足',
      from: ['used'],
      to: 'ordered',
      by: ['authority', 'industry-regulator'],
      basis: [cite('保证金规定', 25), cite('工资条例', 55, '(二)')],
      evidence: 'VF',
      within: { period: { parameter: 'deposit.replenish-days' }, from: ['pay'], kind: 'not-before' },
      produces: ['责令限期改正指令书'],
      ...orderFacts,
    },
    {
      code: 'correct',
      title: '改正（存足、补足或者提供保函）',
      from: ['ordered'],
      to: 'active',
      by: ['general-contractor'],
      basis: [cite('工资条例', 55, '(二)')],
      evidence: 'VF',
      produces: ['存款凭证或者保函', '复查记录'],
      ...putBack,
    },
    {
      code: 'refer-penalty',
      title: '转入行政处罚程序',
      from: ['ordered'],
      to: 'same',
      by: ['authority', 'industry-regulator'],
      basis: [cite('工资条例', 55, '(二)')],
      evidence: 'VF',
      produces: ['复查记录', '行政处罚立案审批表'],
      ...guarded(penalty, (given, { happened }) => {
        const known = penalty.certain(given, 'correctBy', 'isCorrected');
        if (!known.ok) return known.answer;
        if (known.facts.isCorrected) return unmet('已经改正，不予处罚。', cite('工资条例', 55, '(二)'));
        return lessThan(known.facts.correctBy, dayOf(happened))
          ? null
          : unmet(`改正期限到 ${known.facts.correctBy} 为止，逾期不改正的才能处罚。`, cite('工资条例', 55, '(二)'));
      }),
    },
  ];
}

/** 公示、审核、返还, ending in `closed` by whoever gives the deposit back. */
export function returnSteps<Extra extends string = never>(
  returns: { readonly title: string; readonly by: 'bank' | 'authority'; readonly produces: string },
  alsoFrom: readonly Extra[] = [],
): readonly Step<State | Extra>[] {
  const basis = [cite('保证金规定', 22)] as const;
  return [
    {
      code: 'complete',
      title: '登记工程完工',
      from: ['active', ...alsoFrom],
      to: 'same',
      by: ['general-contractor', 'authority'],
      basis,
      evidence: 'V1',
      produces: ['竣工验收资料'],
    },
    {
      code: 'publicise',
      title: '启动返还公示',
      from: ['active', ...alsoFrom],
      to: 'publicity',
      by: ['general-contractor', 'authority'],
      basis,
      evidence: 'V1',
      // Half a year of completed works: the authority then starts the return itself.
      within: { period: { parameter: 'deposit.sweep-months' }, from: ['complete'], kind: 'soft', missed: '人力资源社会保障部门清查并主动启动返还。' },
      produces: ['不拖欠农民工工资承诺书', '返还公示'],
      ...guarded(publicity, (given) => {
        const known = publicity.certain(given, 'isCompleted', 'commitment', 'onBoard', 'onWebsite');
        if (!known.ok) return known.answer;
        if (!known.facts.isCompleted) return unmet('工程没有完工。', cite('保证金规定', 22));
        return known.facts.onBoard && known.facts.onWebsite
          ? null
          : unmet('要在施工现场告示牌和人力资源社会保障部门门户网站两处公示。', cite('保证金规定', 22));
      }),
    },
    {
      code: 'object',
      title: '公示期内异议属实',
      from: ['publicity'],
      to: 'active',
      by: ['authority'],
      basis,
      evidence: 'V1',
      produces: ['异议核查记录'],
      ...guarded(objection, (given) => {
        const known = objection.certain(given, 'isTrue');
        if (!known.ok) return known.answer;
        return known.facts.isTrue ? null : unmet('异议不属实，公示继续。');
      }),
    },
    {
      code: 'apply',
      title: '申请返还',
      from: ['publicity'],
      to: 'review',
      by: ['general-contractor', 'authority'],
      basis,
      evidence: 'V1',
      // 「公示30日后」: a term that runs out is not rolled.
      within: { period: { parameter: 'deposit.publicity-days', roll: 'none' }, from: ['publicise'], kind: 'not-before' },
      produces: ['返还申请表'],
    },
    {
      code: 'pass',
      title: '审核通过',
      from: ['review'],
      to: 'passed',
      by: ['authority'],
      basis,
      evidence: 'V1',
      within: { period: { parameter: 'deposit.return.review-days' }, from: 'state', kind: 'soft' },
      produces: ['审核意见'],
      ...guarded(arrears, (given) => {
        const known = arrears.certain(given, 'hasArrears');
        if (!known.ok) return known.answer;
        return known.facts.hasArrears ? unmet('有拖欠农民工工资，不能返还。', cite('保证金规定', 22)) : null;
      }),
    },
    {
      code: 'find-arrears',
      title: '审核发现拖欠',
      from: ['review'],
      to: 'arrears-found',
      by: ['authority'],
      basis,
      evidence: 'V1',
      within: { period: { parameter: 'deposit.return.review-days' }, from: 'state', kind: 'soft' },
      produces: ['审核意见'],
    },
    {
      code: 'refuse',
      title: '书面告知不予返还',
      from: ['arrears-found'],
      to: 'refused',
      by: ['authority'],
      basis,
      evidence: 'V1',
      within: { period: { parameter: 'deposit.return.issue-days' }, from: 'state', kind: 'soft' },
      produces: ['不予返还告知书'],
    },
    {
      code: 'reapply',
      title: '清偿后再次申请',
      from: ['refused'],
      to: 'review',
      by: ['general-contractor'],
      basis,
      evidence: 'V1',
      produces: ['返还申请表', '清偿凭证'],
      ...guarded(arrears, (given) => {
        const known = arrears.certain(given, 'hasArrears');
        if (!known.ok) return known.answer;
        return known.facts.hasArrears ? unmet('拖欠的工资还没有清偿。', cite('保证金规定', 22)) : null;
      }),
    },
    {
      code: 'confirm',
      title: '出具返还确认书',
      from: ['passed'],
      to: 'confirmed',
      by: ['authority'],
      basis,
      evidence: 'V1',
      within: { period: { parameter: 'deposit.return.issue-days' }, from: 'state', kind: 'soft' },
      produces: ['农民工工资保证金返还（销户）确认书'],
    },
    {
      code: 'return',
      title: returns.title,
      from: ['confirmed'],
      to: 'closed',
      by: [returns.by],
      basis,
      evidence: 'V1',
      produces: [returns.produces],
    },
  ];
}
