import { cite } from '#law/citation.ts';
import { facts } from '#law/facts.ts';
import { matterRule } from '#law/rule.ts';
import { liabilityAnswer, orderedBy } from '../answers.ts';
import { chain } from '../chain.ts';
import { enforcement } from '../consequences.ts';
import { ownerAdvances } from '../liable.ts';

const form = facts({
  owedFen: chain.owedFen,
  isConstruction: chain.isConstruction,
  isOwnerLate: chain.isOwnerLate,
  isOwnerCause: chain.isOwnerCause,
  projectFen: chain.projectFen,
  projectPaidFen: chain.projectPaidFen,
  orderedBy,
});

/**
 * 建设单位先行垫付. 「因建设单位未按照合同约定及时拨付工程款导致农民工工资拖欠的，建设单位应当以未结清的工程款为限先行垫付」: the smaller of the two, and
 * nothing once the project money is settled. The cause is for a person to say.
 */
export const ownerAdvance = matterRule({
  code: 'LIAB-03',
  version: 1,
  title: '建设单位垫付责任',
  basis: [cite('工资条例', 29, 2)],
  evidence: 'VF',
  interpretation: '未结清的工程款为应付工程款总额减去已付的；按进度应付还是全部应付，由双方结算，有争议的由人认定。',
  consequences: [enforcement],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => liabilityAnswer(ownerAdvances(given), 3, setting, given.orderedBy),
});
