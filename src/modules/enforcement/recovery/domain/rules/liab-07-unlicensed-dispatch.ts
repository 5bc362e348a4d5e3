import { cite } from '#law/citation.ts';
import { facts } from '#law/facts.ts';
import { matterRule } from '#law/rule.ts';
import { liabilityAnswer } from '../answers.ts';
import { chain } from '../chain.ts';
import { enforcement } from '../consequences.ts';
import { userUnitPays } from '../liable.ts';

const form = facts({ owedFen: chain.owedFen, dispatcher: chain.dispatcher });

/**
 * 违法派遣. 「使用个人、不具备合法经营资格的单位或者未依法取得劳务派遣许可证的单位派遣的农民工，拖欠农民工工资的，由用工单位清偿，并可以依法进行追偿」. A licensed
 * dispatcher is the employer and pays itself.
 */
export const unlicensedDispatch = matterRule({
  code: 'LIAB-07',
  version: 1,
  title: '违法派遣由用工单位清偿',
  basis: [cite('工资条例', 18)],
  evidence: 'VF',
  consequences: [enforcement],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => liabilityAnswer(userUnitPays(given), 3, setting),
});
