import { cite } from '#law/citation.ts';
import { facts } from '#law/facts.ts';
import { matterRule } from '#law/rule.ts';
import { liabilityAnswer } from '../answers.ts';
import { chain } from '../chain.ts';
import { enforcement } from '../consequences.ts';
import { illegalProjectOwnerPays } from '../liable.ts';

const form = facts({
  owedFen: chain.owedFen,
  isConstruction: chain.isConstruction,
  isIllegalProject: chain.isIllegalProject,
  isIllegalityCause: chain.isIllegalityCause,
});

/**
 * 违法工程. 「工程建设项目违反国土空间规划、工程建设等法律法规，导致拖欠农民工工资的，由建设单位清偿」: the violation by a decision, the cause by a person.
 */
export const illegalProject = matterRule({
  code: 'LIAB-06',
  version: 1,
  title: '违法工程由建设单位清偿',
  basis: [cite('工资条例', 37)],
  evidence: 'VF',
  consequences: [enforcement],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => liabilityAnswer(illegalProjectOwnerPays(given), 3, setting),
});
