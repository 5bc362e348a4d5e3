import { cite } from '#law/citation.ts';
import type { Consequence } from '#law/consequence.ts';

/** What an amount over the threshold may lead to, and all that must come before: amount alone is no crime. */
export const transferFollows: readonly Consequence[] = [
  {
    says: '涉嫌拒不支付劳动报酬罪的，移送公安机关',
    before: '责令支付文书依法送达，指定期限届满仍不支付，并且以转移财产、逃匿等方法逃避支付或者有能力支付而不支付',
    basis: [cite('刑法', 276.1), cite('工资条例', 41, 2)],
  },
];
