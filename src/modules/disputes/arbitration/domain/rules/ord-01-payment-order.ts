import { cite } from '#law/citation.ts';
import { choice, facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  route: choice('申请支付令的依据', { wages: '用人单位拖欠或者未足额支付劳动报酬', mediation: '因支付拖欠劳动报酬达成的调解协议未履行' }),
  forMoney: yesNo('是否请求给付金钱，数额已经确定'),
  otherDebts: yesNo('劳动者与债务人之间是否还有其他债务纠纷'),
  canBeServed: yesNo('支付令能否送达债务人'),
});

/**
 * 支付令. 「债权人与债务人没有其他债务纠纷的」 and 「支付令能够送达债务人的」, for a sum of money. Wages owed (劳动合同法第三十条第二款) and a mediation
 * agreement that was not performed (调解仲裁法第十六条) both open it.
 */
export const paymentOrder = matterRule({
  code: 'ORD-01',
  version: 1,
  title: '可以申请支付令',
  basis: [cite('民事诉讼法', 225), cite('劳动合同法', 30, 2), cite('调解仲裁法', 16)],
  evidence: 'VF',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'route', 'forMoney', 'otherDebts', 'canBeServed');
    if (!known.ok) return known.answer;
    const { route, forMoney, otherDebts, canBeServed } = known.facts;
    if (!forMoney || otherDebts || !canBeServed) return NOTHING;
    const why = route === 'wages' ? '用人单位拖欠劳动报酬' : '用人单位未履行支付劳动报酬的调解协议';
    return finding({
      level: 0,
      says: `${why}，劳动者可以向有管辖权的基层人民法院申请支付令`,
      values: [],
      dueOn: setting.on,
      duty: 'court',
      owedTo: 'worker',
      clears: '申请支付令，或者选择仲裁、投诉等其他途径',
      rows: [],
    });
  },
});
