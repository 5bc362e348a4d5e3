import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { choice, day, facts, yesNo } from '#law/facts.ts';
import { SME_REGULATION, SME_REVISION } from '#law/parameters/in-force.ts';
import { finding, matterRule, needsPerson, NOTHING } from '#law/rule.ts';
import { BETWEEN, PAYERS, sidesOf } from '../payment-term.ts';

const CLAUSES = { condition: '以收到第三方付款作为付款条件', 'pro-rata': '按照第三方付款进度比例付款', neither: '都没有' } as const;

const form = facts({
  payer: choice('付款方', PAYERS),
  between: choice('谁付给谁', BETWEEN),
  isSme: yesNo('收款方在订立合同时是否中小企业'),
  signedOn: day('合同签订之日'),
  clause: choice('合同中的付款条款', CLAUSES),
});

/**
 * 背靠背条款. 「不得约定以收到第三方付款作为向中小企业支付款项的条件或者按照第三方付款进度比例支付中小企业款项」: large enterprises only, either clause. The words came with the
 * revision of 2025; under the text of 2020 the 批复 calls such a clause 「无效」. What an older clause is worth, a person says.
 */
export const payWhenPaid = matterRule({
  code: 'FUND-16',
  version: 1,
  title: '以收到第三方付款为付款条件',
  basis: [cite('中小企业款项条例', 9, 2), cite('中小企业款项条例', 7, 1), cite('第三方付款批复', 1), cite('第三方付款批复', 2)],
  evidence: 'VF',
  interpretation:
    '修订施行前签订的合同由人判断条款的效力；2020年条例施行后签订的，批复认为应当认定无效。批复第二部分对条款无效后的利息另有规定，与条例第十七条不同，由人判断。',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    if (given.isSme === false || given.clause === 'neither' || (given.payer !== null && given.payer !== 'large')) return NOTHING;
    const known = form.certain(given, 'payer', 'isSme', 'clause', 'signedOn');
    if (!known.ok) return known.answer;
    const { clause, signedOn } = known.facts;
    const what = CLAUSES[clause];
    if (signedOn < SME_REGULATION) return needsPerson(`${signedOn} 签订的合同约定${what}，当时条例还没有施行：条款是否有效？`);
    if (signedOn < SME_REVISION) {
      return needsPerson(
        `${signedOn} 签订的合同约定${what}，当时的条例没有写明这一禁止，最高人民法院批复认为以收到第三方付款为付款前提的条款无效：是否属于这种情形？`,
      );
    }
    return finding({
      level: 2,
      says: `大型企业${inChineseDay(signedOn, yearOf(setting.on))}与中小企业约定${what}，这样的约定为条例所禁止`,
      values: [{ label: '付款条款', value: what, unit: 'text' }],
      dueOn: signedOn,
      ...sidesOf(given.between ?? 'contractor'),
      clears: '补充协议取消了这一付款条件',
      rows: [{ kind: 'project' }],
    });
  },
});
