import { cite } from '#law/citation.ts';
import { facts, money, text } from '#law/facts.ts';
import { guarded, procedure } from '#law/procedure.ts';
import { againstDetermination, DETERMINATION, determinationSteps } from '../determination.ts';
import { madeWhole, orderFacts, returnSteps, USE_AND_RETURN, useSteps } from '../use-and-return.ts';

const stored = facts({ storedFen: money('存储金额'), agreement: text('存款协议书编号') });

/** 工资保证金（现金）: determined, stored within 20 working days of the permit, used by a notice, made whole, given back after publicity. */
export const depositCash = procedure({
  code: 'deposit-cash',
  title: '工资保证金（现金）',
  states: { ...DETERMINATION, ...USE_AND_RETURN },
  steps: [
    ...determinationSteps,
    {
      code: 'store',
      title: '存储工资保证金',
      from: ['due'],
      to: 'active',
      by: ['general-contractor'],
      basis: [cite('保证金规定', 8), cite('保证金规定', 9)],
      evidence: 'V2',
      within: { period: { parameter: 'deposit.store-days' }, from: ['permit', 'sign'], kind: 'soft', missed: '责令限期改正。' },
      produces: ['农民工工资保证金存款协议书', '存款凭证'],
      ...guarded(stored, (given, context) => {
        const known = stored.certain(given, 'storedFen', 'agreement');
        return known.ok ? againstDetermination(known.facts.storedFen, context) : known.answer;
      }),
    },
    {
      code: 'order-store',
      title: '责令存储',
      from: ['due'],
      to: 'ordered',
      by: ['authority', 'industry-regulator'],
      basis: [cite('保证金规定', 25), cite('工资条例', 55, '(二)')],
      evidence: 'VF',
      within: { period: { parameter: 'deposit.store-days' }, from: ['permit', 'sign'], kind: 'not-before' },
      produces: ['责令限期改正指令书'],
      ...orderFacts,
    },
    ...useSteps(madeWhole),
    ...returnSteps({ title: '解除账户监管、返还本息', by: 'bank', produces: '账户解除监管凭证' }),
  ],
});
