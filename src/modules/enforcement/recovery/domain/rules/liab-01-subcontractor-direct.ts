import { cite } from '#law/citation.ts';
import { facts } from '#law/facts.ts';
import { cannotDetermine, matterRule, NOTHING } from '#law/rule.ts';
import { liabilityAnswer } from '../answers.ts';
import { chain, missing } from '../chain.ts';
import { hirerPays } from '../liable.ts';

const form = facts({ owedFen: chain.owedFen, hirer: chain.hirer, isConstruction: chain.isConstruction });

/**
 * 分包单位直接责任. 「分包单位对所招用农民工的实名制管理和工资支付负直接责任」. An effect, not a wrong: it names the first party that must pay.
 */
export const subcontractorDirect = matterRule({
  code: 'LIAB-01',
  version: 1,
  title: '分包单位负直接责任',
  basis: [cite('工资条例', 30, 1)],
  evidence: 'VF',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    if (given.hirer !== null && given.hirer !== 'subcontractor') return NOTHING;
    if (given.isConstruction === false) return NOTHING;
    if (given.isConstruction === null) return cannotDetermine(missing('isConstruction'));
    return liabilityAnswer(hirerPays(given), 0, setting);
  },
});
