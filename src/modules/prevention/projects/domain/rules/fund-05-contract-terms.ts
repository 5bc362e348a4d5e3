import { cite } from '#law/citation.ts';
import { day, facts, yesNo } from '#law/facts.ts';
import { matterRule } from '#law/rule.ts';
import { missingTerms } from '../contract-terms.ts';

const form = facts({
  signedOn: day('施工合同签订之日'),
  measurement: yesNo('是否约定工程款计量周期'),
  settlement: yesNo('是否约定工程款进度结算办法'),
  cycle: yesNo('是否约定人工费用拨付周期'),
  paymentDay: yesNo('是否约定人工费用拨付日期'),
  amount: yesNo('是否约定人工费用的数额或者占工程款的比例'),
});

/**
 * 施工合同要素. 「应当约定工程款计量周期、工程款进度结算办法以及人工费用拨付周期」「拨付周期和拨付日期」「人工费用的数额或者占工程款的比例」: each of them; a
 * cycle without a day is not enough. Whether the cycle is short enough is FUND-06, whether the share is, FUND-08.
 */
export const contractTerms = matterRule({
  code: 'FUND-05',
  version: 1,
  title: '施工合同缺人工费用等约定',
  basis: [cite('工资条例', 24, 2), cite('专户办法', 5)],
  evidence: 'VF',
  interpretation: '拨付日期和数额、比例的要求在专户办法第五条，只见于转引；签订当日可以补齐，次日起为缺。',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'signedOn');
    if (!known.ok) return known.answer;
    return missingTerms(
      {
        contract: '施工合同',
        signedOn: known.facts.signedOn,
        terms: [
          { name: '工程款计量周期', isAgreed: given.measurement },
          { name: '工程款进度结算办法', isAgreed: given.settlement },
          { name: '人工费用拨付周期', isAgreed: given.cycle },
          { name: '人工费用拨付日期', isAgreed: given.paymentDay },
          { name: '人工费用数额或者比例', isAgreed: given.amount },
        ],
        level: 2,
        duty: 'project-owner',
      },
      setting,
    );
  },
});
