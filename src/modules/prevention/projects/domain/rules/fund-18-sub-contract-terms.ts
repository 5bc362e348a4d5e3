import { cite } from '#law/citation.ts';
import { day, facts, yesNo } from '#law/facts.ts';
import { matterRule } from '#law/rule.ts';
import { missingTerms } from '../contract-terms.ts';

const form = facts({
  signedOn: day('分包合同签订之日'),
  measurement: yesNo('是否约定工程款计量周期'),
  settlement: yesNo('是否约定工程款进度结算办法'),
});

/** 分包合同要素. 「应当约定工程款计量周期、工程款进度结算办法」: both, in writing; what the contract of the works must say beside them is FUND-05. */
export const subContractTerms = matterRule({
  code: 'FUND-18',
  version: 1,
  title: '分包合同缺计量周期或者进度结算办法',
  basis: [cite('工资条例', 25)],
  evidence: 'VF',
  interpretation: '签订当日可以补齐，次日起为缺。',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'signedOn');
    if (!known.ok) return known.answer;
    return missingTerms(
      {
        contract: '分包合同',
        signedOn: known.facts.signedOn,
        terms: [
          { name: '工程款计量周期', isAgreed: given.measurement },
          { name: '工程款进度结算办法', isAgreed: given.settlement },
        ],
        level: 1,
        duty: 'general-contractor',
      },
      setting,
    );
  },
});
