import { cite } from '#law/citation.ts';
import { choice, facts, text, yesNo } from '#law/facts.ts';
import { guarded, procedure, stated, type Step, unmet } from '#law/procedure.ts';
import { cannotDetermine } from '#law/rule.ts';
import { service } from '#law/service.ts';

const application = facts({
  route: choice('申请支付令的依据', { wages: '拖欠劳动报酬（劳动合同法第三十条）', mediation: '未履行的调解协议（调解仲裁法第十六条）' }),
  otherDebts: yesNo('劳动者与债务人之间是否还有其他债务纠纷'),
  canBeServed: yesNo('支付令能否送达债务人'),
});
const reason = facts({ reason: text('理由') });
const payment = facts({ proof: text('支付凭证') });
const filing = facts({ filedAt: text('受理的仲裁委员会或者法院') });

/** 支付令: applied for, issued within fifteen days, paid or objected to within fifteen more; neither, and it is enforced. */
export const paymentOrderProcedure = procedure({
  code: 'payment-order',
  title: '支付令',
  states: {
    applied: { name: '已申请' },
    refused: { name: '不予受理', ends: true },
    accepted: { name: '已受理' },
    dismissed: { name: '裁定驳回', ends: true },
    issued: { name: '已发出' },
    served: { name: '已送达' },
    paid: { name: '已清偿', ends: true },
    ended: { name: '异议成立，督促程序终结' },
    arbitration: { name: '转仲裁', ends: true },
    'in-court': { name: '起诉', ends: true },
    enforcing: { name: '强制执行中' },
  },
  steps: [
    {
      code: 'apply',
      title: '申请支付令',
      from: [],
      to: 'applied',
      by: ['worker'],
      basis: [cite('民事诉讼法', 225), cite('劳动合同法', 30, 2), cite('调解仲裁法', 16)],
      evidence: 'VF',
      produces: ['支付令申请书'],
      ...guarded(application, (given) => {
        const known = application.certain(given, 'route', 'otherDebts', 'canBeServed');
        if (!known.ok) return known.answer;
        if (known.facts.otherDebts) return unmet('还有其他债务纠纷，不能申请支付令；可以申请仲裁。', cite('民事诉讼法', 225, '(一)'));
        return known.facts.canBeServed ? null : unmet('支付令不能送达债务人，不能申请；可以申请仲裁。', cite('民事诉讼法', 225, '(二)'));
      }),
    },
    {
      code: 'accept',
      title: '通知受理',
      from: ['applied'],
      to: 'accepted',
      by: ['court'],
      basis: [cite('民事诉讼法', 226)],
      evidence: 'VF',
      within: { period: { parameter: 'payment-order.notify.days' }, from: ['apply'], kind: 'soft' },
      produces: ['受理通知书'],
    },
    {
      code: 'refuse',
      title: '通知不予受理',
      from: ['applied'],
      to: 'refused',
      by: ['court'],
      basis: [cite('民事诉讼法', 226)],
      evidence: 'VF',
      within: { period: { parameter: 'payment-order.notify.days' }, from: ['apply'], kind: 'soft' },
      produces: ['不予受理通知书'],
      ...stated(reason),
    },
    {
      code: 'issue',
      title: '发出支付令',
      from: ['accepted'],
      to: 'issued',
      by: ['court'],
      basis: [cite('民事诉讼法', 227, 1), cite('劳动合同法', 30, 2)],
      evidence: 'VF',
      within: { period: { parameter: 'payment-order.issue.days' }, from: ['accept'], kind: 'soft' },
      produces: ['支付令'],
    },
    {
      code: 'dismiss',
      title: '裁定驳回申请',
      from: ['accepted'],
      to: 'dismissed',
      by: ['court'],
      basis: [cite('民事诉讼法', 227, 1)],
      evidence: 'VF',
      within: { period: { parameter: 'payment-order.issue.days' }, from: ['accept'], kind: 'soft' },
      produces: ['驳回裁定书'],
      ...stated(reason),
    },
    {
      code: 'serve',
      title: '送达支付令',
      from: ['issued'],
      to: 'served',
      by: ['court'],
      basis: [cite('民事诉讼法', 225, '(二)')],
      evidence: 'VF',
      produces: ['送达回证'],
      ...service(),
    },
    {
      code: 'pay',
      title: '清偿',
      from: ['issued', 'served', 'enforcing'],
      to: 'paid',
      by: ['employer'],
      basis: [cite('民事诉讼法', 227, 2)],
      evidence: 'VF',
      within: { period: { parameter: 'payment-order.respond.days' }, from: ['serve'], kind: 'soft', missed: '债权人可以申请执行。' },
      produces: ['支付凭证'],
      ...stated(payment),
    },
    {
      code: 'object',
      title: '异议成立，终结督促程序',
      from: ['served'],
      to: 'ended',
      by: ['employer'],
      basis: [cite('民事诉讼法', 227, 2), cite('民事诉讼法', 228, 1)],
      evidence: 'VF',
      within: { period: { parameter: 'payment-order.respond.days' }, from: ['serve'], kind: 'hard', missed: '债权人可以申请执行。' },
      produces: ['书面异议', '终结督促程序裁定书'],
      ...stated(reason),
    },
    {
      code: 'enforce',
      title: '申请执行',
      from: ['served'],
      to: 'enforcing',
      by: ['worker'],
      basis: [cite('民事诉讼法', 227, 3)],
      evidence: 'VF',
      within: { period: { parameter: 'payment-order.respond.days' }, from: ['serve'], kind: 'not-before' },
      produces: ['强制执行申请书'],
    },
    {
      code: 'to-arbitration',
      title: '转为申请仲裁',
      from: ['ended'],
      to: 'arbitration',
      by: ['worker'],
      basis: [cite('劳动争议解释一', 13, 2)],
      evidence: 'VF',
      produces: ['仲裁申请书'],
      ...leadsOn('wages'),
    },
    {
      code: 'to-court',
      title: '依据调解协议起诉',
      from: ['ended'],
      to: 'in-court',
      by: ['worker'],
      basis: [cite('劳动争议解释一', 13, 3)],
      evidence: 'VF',
      produces: ['起诉状'],
      ...leadsOn('mediation'),
    },
  ],
});

/** After an objection the way on hangs on what the order was founded on. */
function leadsOn(route: 'wages' | 'mediation'): Pick<Step, 'facts' | 'guard'> {
  return guarded(filing, (given, { history }) => {
    const known = filing.certain(given, 'filedAt');
    if (!known.ok) return known.answer;
    const applied = application.read(history.find(({ step }) => step === 'apply')?.facts ?? {});
    if (!applied.ok || applied.facts.route === null) return cannotDetermine(application.fields[0]?.means ?? '');
    if (applied.facts.route === route) return null;
    return route === 'wages'
      ? unmet('依据调解协议申请的支付令终结后，可以直接起诉。', cite('劳动争议解释一', 13, 3))
      : unmet('依据劳动合同法第三十条申请的支付令终结后，应当先申请仲裁。', cite('劳动争议解释一', 13, 2));
  });
}
