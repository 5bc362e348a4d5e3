import { inYuan } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { facts } from '#law/facts.ts';
import { cannotDetermine, finding, matterRule, NOTHING } from '#law/rule.ts';
import { transferFollows } from '../consequences.ts';
import { AMOUNT_AT_DEADLINE, ledgerFact, manyWorkersTest, outOfBounds, readLedger } from '../ledger.ts';

const form = facts({ ledger: ledgerFact });

/**
 * 数额较大之二. 「拒不支付十名以上劳动者的劳动报酬且数额累计在三万元至十万元以上的」: heads and total together, ten heads and the amount themselves
 * count. A worker who has been paid in full is no head. The amount is the province's; unset it is «cannot determine», never «no crime».
 */
export const manyWorkersAmount = matterRule({
  code: 'CRIM-02',
  version: 1,
  title: '多人欠薪达到数额标准',
  basis: [cite('拒付报酬解释', 3, '(二)'), cite('刑法', 276.1)],
  evidence: 'VF',
  interpretation: AMOUNT_AT_DEADLINE,
  consequences: transferFollows,
  facts: form,
  needs: ['crime.many-workers.people', 'crime.many-workers.amount', 'crime.many-workers.lowest', 'crime.many-workers.highest'],
  prepare: (setting, params) => {
    const people = params['crime.many-workers.people'];
    const amount = params['crime.many-workers.amount'];
    const wrong = outOfBounds('十名以上劳动者累计标准', amount, params['crime.many-workers.lowest'], params['crime.many-workers.highest']);
    return (given) => {
      if (wrong !== null) return cannotDetermine(wrong);
      const known = form.certain(given, 'ledger');
      if (!known.ok) return known.answer;
      const test = manyWorkersTest(readLedger(known.facts.ledger), people, amount);
      if (test.isMet === null) return cannotDetermine(...test.missing);
      if (!test.isMet) return NOTHING;
      return finding({
        level: 4,
        says: `${test.people} 名劳动者被拖欠劳动报酬累计 ${inYuan(test.amountFen)}，达到 ${people} 名以上、累计 ${inYuan(amount)}以上的“数额较大”标准`,
        values: [
          { label: '仍被拖欠的劳动者', value: test.people, unit: 'people', threshold: people },
          { label: '累计数额', value: test.amountFen, unit: 'fen', threshold: amount },
        ],
        amountFen: test.amountFen,
        people: test.people,
        dueOn: setting.on,
        duty: 'employer',
        owedTo: 'worker',
        clears: '责令支付的期限届满前付清到人数或者累计数额低于标准',
        rows: [],
      });
    };
  },
});
