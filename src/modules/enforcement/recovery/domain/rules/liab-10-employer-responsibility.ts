import { civilDate } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { facts } from '#law/facts.ts';
import { matterRule } from '#law/rule.ts';
import { liabilityAnswer } from '../answers.ts';
import { chain } from '../chain.ts';
import { employerLike } from '../liable.ts';

const form = facts({ owedFen: chain.owedFen, hirer: chain.hirer, letBy: chain.letBy, isLetterQualified: chain.isLetterQualified, lendsName: chain.lendsName });

/**
 * 用工主体责任, in every trade and not only in construction: a qualified contractor that sub-let to somebody who may not operate, or a unit
 * that lent such a one its name, bears the employer's responsibility, wages included. The interpretation is in force from 2025-09-01.
 */
export const employerResponsibility = matterRule({
  code: 'LIAB-10',
  version: 1,
  from: civilDate('2025-09-01'),
  title: '承担用工主体责任',
  basis: [cite('劳动争议解释二', 1), cite('劳动争议解释二', 2)],
  evidence: 'V2',
  interpretation: '按判断之日解释是否施行决定；此前的纠纷由人民法院认定。',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => liabilityAnswer(employerLike(given, setting.on), 2, setting),
});
