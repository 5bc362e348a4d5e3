import { cite } from '#law/citation.ts';
import { choice, event, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  route: choice('申请支付令的依据', { wages: '劳动合同法第三十条第二款（拖欠劳动报酬）', mediation: '调解仲裁法第十六条（未履行的调解协议）' }),
  ended: event('法院裁定终结督促程序之日'),
});

/**
 * 异议之后. An order founded on 劳动合同法第三十条第二款: 「应当告知其先向劳动争议仲裁机构申请仲裁」; one founded on a mediation agreement:
 * 「劳动者依据调解协议直接提起诉讼的，人民法院应予受理」.
 */
export const afterObjection = matterRule({
  code: 'ORD-04',
  version: 1,
  title: '支付令终结后的去向',
  basis: [cite('劳动争议解释一', 13, 2), cite('劳动争议解释一', 13, 3), cite('民事诉讼法', 228)],
  evidence: 'VF',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'route', 'ended');
    if (!known.ok) return known.answer;
    const { route, ended } = known.facts;
    if (ended === 'not-yet' || ended > setting.on) return NOTHING;
    const next = route === 'wages' ? '应当先向劳动人事争议仲裁委员会申请仲裁' : '可以依据调解协议直接向人民法院起诉';
    return finding({
      level: 0,
      says: `督促程序已经终结，支付令失效，劳动者${next}`,
      values: [],
      dueOn: setting.on,
      duty: route === 'wages' ? 'arbitration-commission' : 'court',
      owedTo: 'worker',
      clears: route === 'wages' ? '申请仲裁' : '提起诉讼',
      rows: [],
    });
  },
});
