import { cite } from '#law/citation.ts';
import { facts } from '#law/facts.ts';
import { matterRule } from '#law/rule.ts';
import { liabilityAnswer } from '../answers.ts';
import { chain } from '../chain.ts';
import { enforcement } from '../consequences.ts';
import { lenderPays } from '../liable.ts';

const form = facts({
  owedFen: chain.owedFen,
  isConstruction: chain.isConstruction,
  lendsName: chain.lendsName,
  isBorrowerQualified: chain.isBorrowerQualified,
});

/**
 * 挂靠. In construction 「施工单位允许其他单位和个人以施工单位的名义对外承揽建设工程……由施工单位清偿」, whoever borrowed it; elsewhere only where the borrower
 * lacks the qualification, and then with recourse.
 */
export const nameLending = matterRule({
  code: 'LIAB-05',
  version: 1,
  title: '出借名义的单位清偿',
  basis: [cite('工资条例', 36, 2), cite('工资条例', 19, 2), cite('建筑法', 26, 2)],
  evidence: 'VF',
  consequences: [enforcement],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => liabilityAnswer(lenderPays(given), 3, setting),
});
