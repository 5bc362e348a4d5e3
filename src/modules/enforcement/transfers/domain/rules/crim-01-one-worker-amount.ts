import { cite } from '#law/citation.ts';
import { facts } from '#law/facts.ts';
import { inYuan } from '#kernel/fen.ts';
import { cannotDetermine, finding, matterRule, NOTHING } from '#law/rule.ts';
import { transferFollows } from '../consequences.ts';
import { AMOUNT_AT_DEADLINE, ledgerFact, oneWorkerTest, outOfBounds, readLedger } from '../ledger.ts';

const form = facts({ ledger: ledgerFact });

/**
 * 数额较大之一. 「拒不支付一名劳动者三个月以上的劳动报酬且数额在五千元至二万元以上的」: months and money of the same worker, three months and the
 * amount themselves count. The amount is the province's; where it is not set the answer is «cannot determine», never «no crime».
 */
export const oneWorkerAmount = matterRule({
  code: 'CRIM-01',
  version: 1,
  title: '单人欠薪达到数额标准',
  basis: [cite('拒付报酬解释', 3, '(一)'), cite('刑法', 276.1)],
  evidence: 'VF',
  interpretation: AMOUNT_AT_DEADLINE,
  consequences: transferFollows,
  facts: form,
  needs: ['crime.one-worker.months', 'crime.one-worker.amount', 'crime.one-worker.lowest', 'crime.one-worker.highest'],
  prepare: (setting, params) => {
    const months = params['crime.one-worker.months'];
    const amount = params['crime.one-worker.amount'];
    const wrong = outOfBounds('一名劳动者标准', amount, params['crime.one-worker.lowest'], params['crime.one-worker.highest']);
    return (given) => {
      if (wrong !== null) return cannotDetermine(wrong);
      const known = form.certain(given, 'ledger');
      if (!known.ok) return known.answer;
      const test = oneWorkerTest(readLedger(known.facts.ledger), months, amount);
      if (test.isMet === null) return cannotDetermine(...test.missing);
      if (!test.isMet) return NOTHING;
      return finding({
        level: 4,
        says: `${test.people} 名劳动者各被拖欠 ${months} 个月以上的劳动报酬且各在 ${inYuan(amount)}以上，达到“数额较大”的标准`,
        values: [
          { label: '各自达到标准的劳动者', value: test.people, unit: 'people', threshold: 1 },
          { label: '这些劳动者被拖欠的数额', value: test.amountFen, unit: 'fen', threshold: amount },
        ],
        amountFen: test.amountFen,
        people: test.people,
        dueOn: setting.on,
        duty: 'employer',
        owedTo: 'worker',
        clears: '责令支付的期限届满前付清到没有一名劳动者同时达到月数和数额',
        rows: [],
      });
    };
  },
});
