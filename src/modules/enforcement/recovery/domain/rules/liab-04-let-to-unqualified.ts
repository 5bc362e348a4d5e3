import { cite } from '#law/citation.ts';
import { facts } from '#law/facts.ts';
import { matterRule } from '#law/rule.ts';
import { liabilityAnswer } from '../answers.ts';
import { chain } from '../chain.ts';
import { enforcement } from '../consequences.ts';
import { letterPays } from '../liable.ts';

const form = facts({ owedFen: chain.owedFen, isConstruction: chain.isConstruction, hirer: chain.hirer, letBy: chain.letBy });

/**
 * 发包给个人或者不具备合法经营资格的单位. 「导致拖欠农民工工资的，由建设单位或者施工总承包单位清偿」: whichever of the two let it.
 */
export const letToUnqualified = matterRule({
  code: 'LIAB-04',
  version: 1,
  title: '发包给无资格的由发包方清偿',
  basis: [cite('工资条例', 36, 1)],
  evidence: 'VF',
  consequences: [enforcement],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => liabilityAnswer(letterPays(given), 3, setting),
});
