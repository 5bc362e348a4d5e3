import { cite } from '#law/citation.ts';
import { facts } from '#law/facts.ts';
import { matterRule } from '#law/rule.ts';
import { liabilityAnswer } from '../answers.ts';
import { chain } from '../chain.ts';
import { enforcement } from '../consequences.ts';
import { investorsPay } from '../liable.ts';

const form = facts({ owedFen: chain.owedFen, employerForm: chain.employerForm, isRefused: chain.isRefused });

/**
 * 出资人清偿. 「合伙企业、个人独资企业、个体经济组织等用人单位拖欠农民工工资的，应当依法予以清偿；不清偿的，由出资人依法清偿」: only after the unit has not paid; a
 * company's shareholders are not meant.
 */
export const investors = matterRule({
  code: 'LIAB-08',
  version: 1,
  title: '出资人补充清偿',
  basis: [cite('工资条例', 20)],
  evidence: 'VF',
  consequences: [enforcement],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => liabilityAnswer(investorsPay(given), 2, setting),
});
