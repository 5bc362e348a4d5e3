import { cite } from '#law/citation.ts';
import { facts } from '#law/facts.ts';
import { matterRule } from '#law/rule.ts';
import { liabilityAnswer } from '../answers.ts';
import { chain } from '../chain.ts';
import { enforcement } from '../consequences.ts';
import { unlawfulOperatorPays } from '../liable.ts';

const form = facts({ owedFen: chain.owedFen, hirer: chain.hirer });

/**
 * 不具备合法经营资格. 「劳动者已经付出劳动的，该单位或者其出资人应当依照本法有关规定向劳动者支付劳动报酬」: the lack of a licence is no defence against wages.
 */
export const unlawfulOperator = matterRule({
  code: 'LIAB-09',
  version: 1,
  title: '无照经营由单位或出资人支付',
  basis: [cite('工资条例', 17), cite('劳动合同法', 93)],
  evidence: 'VF',
  consequences: [enforcement],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => liabilityAnswer(unlawfulOperatorPays(given), 2, setting),
});
