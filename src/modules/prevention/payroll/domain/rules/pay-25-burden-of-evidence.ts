import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { inYuan } from '#kernel/fen.ts';
import { deadline, naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { count, day, facts, money, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const PAPERS = { contract: '劳动合同', roster: '职工名册', ledger: '工资支付台账', payslips: '工资清单' } as const;

const form = facts({
  isDisputed: yesNo('是否正就拖欠工资发生争议'),
  setOn: day('指定的提供材料的最后一日'),
  contract: yesNo('用人单位是否提供了劳动合同'),
  roster: yesNo('用人单位是否提供了职工名册'),
  ledger: yesNo('用人单位是否提供了工资支付台账'),
  payslips: yesNo('用人单位是否提供了工资清单'),
  claimed: money('农民工主张的欠薪数额'),
  workers: count('主张欠薪的农民工人数', '人'),
});

/**
 * 举证不利. 「应当提供依法由其保存的劳动合同、职工名册、工资支付台账和清单等材料；不提供的，依法承担不利后果」: any of the four that is missing when the set day is over. What
 * follows is a presumption, not a judgment: what the worker states may be taken as true, whoever decides says so.
 */
export const burdenOfEvidence = matterRule({
  code: 'PAY-25',
  version: 1,
  title: '用人单位未提供工资支付材料',
  basis: [cite('工资条例', 50), cite('调解仲裁法', 6), cite('调解仲裁法', 39, 2)],
  evidence: 'VF',
  interpretation: '不利后果按可以采信农民工主张的数额表述，是否采信由办案机关决定；指定的最后一日遇休息日顺延。',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'isDisputed');
    if (!known.ok) return known.answer;
    if (!known.facts.isDisputed) return NOTHING;
    const certain = form.certain(given, 'setOn');
    if (!certain.ok) return certain.answer;
    const { due, provisional } = deadline(certain.facts.setOn, naturalDays(0), setting.calendar);
    if (setting.on <= due) return NOTHING;
    const papers = ['contract', 'roster', 'ledger', 'payslips'] as const;
    const lacking = papers.filter((paper) => given[paper] === false).map((paper) => PAPERS[paper]);
    if (lacking.length === 0) {
      const all = form.certain(given, ...papers);
      return all.ok ? NOTHING : all.answer;
    }
    const { claimed } = given;
    return finding({
      level: 2,
      says: `用人单位到${inChineseDay(due, yearOf(setting.on))}仍未提供${lacking.join('、')}，应当承担不利后果，可以采信农民工主张的${claimed === null ? '数额' : ` ${inYuan(claimed)}`}`,
      values: [
        { label: '未提供的材料', value: lacking.join('、'), unit: 'text' },
        ...(claimed === null ? [] : [{ label: '农民工主张的数额', value: claimed, unit: 'fen' } as const]),
      ],
      ...(claimed === null ? {} : { amountFen: claimed }),
      people: given.workers ?? 0,
      dueOn: due,
      provisional,
      duty: 'employer',
      owedTo: 'worker',
      clears: '用人单位补交了材料并经办案机关准许，或者争议已经了结',
      rows: [],
    });
  },
});
