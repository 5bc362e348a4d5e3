import { addFen, inYuan, NO_MONEY } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { choice, facts, list, money } from '#law/facts.ts';
import { cannotDetermine, finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  payOuts: list('工资保证金的各笔支出（没有的填空表）', {
    amountFen: money('金额'),
    payee: choice('收款人', {
      worker: '本工程被拖欠工资的农民工本人',
      other: '其他单位或者个人（包括代领人、班组长）',
      'general-contractor': '总包单位（返还本金、提取利息）',
    }),
  }),
});

/**
 * Money of the deposit went elsewhere. 「只用于清偿本工程农民工工资」: to the workers themselves, not to a foreman who is to hand it on. The
 * deposit's own return and its interest are the contractor's.
 */
export const onlyForWages = matterRule({
  code: 'DEP-22',
  version: 1,
  title: '保证金支给农民工以外的人',
  basis: [cite('保证金规定', 24), cite('工资条例', 32, 1), cite('工资条例', 33), cite('保证金规定', 14)],
  evidence: 'VF',
  interpretation: '法律另有规定的除外，由人核对；返还本金、提取利息不是支出。',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'payOuts');
    if (!known.ok) return known.answer;
    const strange = known.facts.payOuts.filter(({ payee }) => payee === 'other');
    if (strange.length === 0) return known.facts.payOuts.some(({ payee }) => payee === null) ? cannotDetermine('各笔支出的收款人') : NOTHING;
    const amountFen = addFen(...strange.map(({ amountFen: one }) => one ?? NO_MONEY));
    const sum = strange.every((one) => one.amountFen !== null) ? `共 ${inYuan(amountFen)} ` : amountFen > 0n ? `至少 ${inYuan(amountFen)} ` : '（数额未载明）';
    return finding({
      level: 4,
      says: `工资保证金有 ${strange.length} 笔${sum}支给本工程农民工以外的人`,
      values: [{ label: '支给他人的笔数', value: strange.length, unit: 'count', threshold: 0 }],
      amountFen,
      dueOn: setting.on,
      duty: 'bank',
      owedTo: 'worker',
      clears: '款项追回，或者查明依法可以支付',
      rows: [],
    });
  },
});
