import { naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { day, event, facts } from '#law/facts.ts';
import { lateAmong, lateFinding } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({ servedOn: day('债务人收到支付令之日'), paid: event('债务人清偿之日'), objected: event('债务人提出书面异议之日') });
const basis = cite('民事诉讼法', 227);

/**
 * 债务人期满. 「应当自收到支付令之日起十五日内清偿债务，或者向人民法院提出书面异议」; neither: the creditor may apply for enforcement. An objection after the
 * fifteenth day stops nothing; a payment, however late, ends the matter.
 */
export const debtorLimit = matterRule({
  code: 'ORD-03',
  version: 1,
  title: '支付令期满可申请执行',
  basis: [basis],
  evidence: 'VF',
  consequences: [{ says: '债权人可以向人民法院申请执行', before: '债务人在法定期间内不提出异议又不履行支付令', basis: [basis] }],
  facts: form,
  needs: ['payment-order.respond.days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'servedOn', 'paid', 'objected');
    if (!known.ok) return known.answer;
    const { servedOn, paid, objected } = known.facts;
    if (paid !== 'not-yet' && paid <= setting.on) return NOTHING;
    const period = naturalDays(params['payment-order.respond.days']);
    const told = { open: '清偿债务，也未提出书面异议', late: '提出书面异议，不影响支付令的效力' };
    const late = lateAmong(
      [{ by: 'employer', start: servedOn, after: '收到支付令', period, act: '清偿债务或者提出书面异议', told, done: objected, basis }],
      setting,
    );
    return late === null ? NOTHING : lateFinding(late, { level: 2, owedTo: 'worker', adding: '劳动者可以向人民法院申请执行', clears: '清偿债务' });
  },
});
