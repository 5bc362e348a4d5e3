import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { count, day, facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const TERMS = { standard: '支付标准', payDate: '具体支付日期', method: '支付方式' } as const;

const form = facts({
  hiredOn: day('用工之日'),
  standard: yesNo('是否书面约定或者由规章制度规定了工资支付标准'),
  payDate: yesNo('是否书面约定或者由规章制度规定了具体支付日期'),
  method: yesNo('是否书面约定或者由规章制度规定了支付方式'),
  workers: count('涉及的农民工人数', '人'),
});

/**
 * 约定支付标准、时间、方式. 「书面约定或者通过依法制定的规章制度规定工资支付标准、支付时间、支付方式等内容」: each of the three; spoken words are none. Due on
 * the day of hire, late from the day after.
 */
export const payTermsAgreed = matterRule({
  code: 'PAY-06',
  version: 1,
  title: '未书面约定工资支付事项',
  basis: [cite('工资条例', 6), cite('工资条例', 12)],
  evidence: 'VF',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'hiredOn');
    if (!known.ok) return known.answer;
    const { hiredOn } = known.facts;
    if (setting.on <= hiredOn) return NOTHING;
    const terms = ['standard', 'payDate', 'method'] as const;
    const lacking = terms.filter((term) => given[term] === false).map((term) => TERMS[term]);
    if (lacking.length === 0) {
      const certain = form.certain(given, ...terms);
      return certain.ok ? NOTHING : certain.answer;
    }
    return finding({
      level: 2,
      says: `用人单位自${inChineseDay(hiredOn, yearOf(setting.on))}用工，没有与农民工书面约定工资的${lacking.join('、')}`,
      values: [{ label: '没有约定的事项', value: lacking.join('、'), unit: 'text' }],
      people: given.workers ?? 0,
      dueOn: hiredOn,
      duty: 'employer',
      owedTo: 'worker',
      clears: '劳动合同、用工书面协议或者规章制度载明工资支付标准、具体支付日期和支付方式',
      rows: [{ kind: 'roster' }],
    });
  },
});
