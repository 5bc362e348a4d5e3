import { cite } from '#law/citation.ts';
import { facts } from '#law/facts.ts';
import { matterRule } from '#law/rule.ts';
import { liabilityAnswer, orderedBy } from '../answers.ts';
import { chain } from '../chain.ts';
import { depositUse, enforcement } from '../consequences.ts';
import { contractorClears } from '../liable.ts';

const form = facts({ owedFen: chain.owedFen, hirer: chain.hirer, letBy: chain.letBy, isConstruction: chain.isConstruction, isRelet: chain.isRelet, orderedBy });

/**
 * 总包先行清偿. 「分包单位拖欠农民工工资的，由施工总承包单位先行清偿，再依法进行追偿」, and 「工程建设项目转包，拖欠农民工工资的」 the same. The full amount:
 * whatever it has paid the subcontractor is no defence, and there is no cap.
 */
export const contractorClearsFirst = matterRule({
  code: 'LIAB-02',
  version: 1,
  title: '总包单位先行清偿',
  basis: [cite('工资条例', 30, 3), cite('工资条例', 30, 4)],
  evidence: 'VF',
  interpretation: '分包单位再交给个人或者不具备合法经营资格的单位的，仍按分包单位拖欠处理。',
  consequences: [enforcement, depositUse],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => liabilityAnswer(contractorClears(given), 3, setting, given.orderedBy),
});
