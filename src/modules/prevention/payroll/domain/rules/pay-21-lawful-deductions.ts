import { inChineseMonth, lastOfMonth } from '#kernel/civil-date.ts';
import { addFen, inYuan } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { choice, facts, list, money, month, yesNo } from '#law/facts.ts';
import { cannotDetermine, finding, matterRule, NOTHING } from '#law/rule.ts';
import { ADDITIONAL_COMPENSATION } from '#law/penalties.ts';
import { DEDUCTIONS, isAllowed, needsPaper } from '../deductions.ts';

const PAPER = '扣款依据的文书、合同条款或者规章制度';

const form = facts({
  month: month('工资所属月份'),
  deductions: list('各项扣款', { kind: choice('扣款名目', DEDUCTIONS), amount: money('扣款数额'), hasPaper: yesNo(`是否有${PAPER}`) }),
});

/**
 * 合法扣除. 「用人单位不得克扣劳动者工资。有下列情况之一的，用人单位可以代扣劳动者工资」, and what 补充规定 does not call 克扣. Any other name is 克扣, however small; a name that needs a paper is, when there is none.
 */
export const lawfulDeductions = matterRule({
  code: 'PAY-21',
  version: 1,
  title: '无正当理由扣减工资',
  basis: [cite('工资支付暂行规定', 15), cite('工资补充规定', 3), cite('劳动法', 50)],
  evidence: 'VF',
  interpretation: '个人所得税、社会保险个人部分和事假减发不另要文书；法院扣款、合同和规章所定的扣款、赔偿损失要有依据。',
  consequences: [ADDITIONAL_COMPENSATION],
  facts: form,
  needs: [],
  prepare: () => (given) => {
    const known = form.certain(given, 'month', 'deductions');
    if (!known.ok) return known.answer;
    const { month: worked, deductions } = known.facts;
    const wrong = deductions.flatMap((one) =>
      one.kind !== null && (!isAllowed(one.kind) || (needsPaper(one.kind) && one.hasPaper === false)) ? [{ ...one, kind: one.kind }] : [],
    );
    if (wrong.length === 0) {
      if (deductions.some(({ kind }) => kind === null)) return cannotDetermine('扣款名目');
      if (deductions.some(({ kind, hasPaper }) => kind !== null && needsPaper(kind) && hasPaper === null)) return cannotDetermine(PAPER);
      return NOTHING;
    }
    const amount = addFen(...wrong.flatMap((one) => (one.amount === null ? [] : [one.amount])));
    const taken = amount > 0n ? ` ${inYuan(amount)}` : '，数额未载明';
    const names = [...new Set(wrong.map(({ kind }) => `${DEDUCTIONS[kind]}${isAllowed(kind) ? '（没有依据）' : ''}`))].join('、');
    return finding({
      level: 2,
      says: `用人单位${inChineseMonth(worked)}以${names}的名目扣减农民工工资${taken}，没有正当理由`,
      values: [
        { label: '无正当理由的扣款', value: amount, unit: 'fen', threshold: 0n },
        { label: '笔数', value: wrong.length, unit: 'count', threshold: 0 },
      ],
      amountFen: amount,
      people: 1,
      dueOn: lastOfMonth(worked),
      duty: 'employer',
      owedTo: 'worker',
      clears: '扣减的工资已经补付给农民工本人，或者提供了扣款的依据',
      rows: [{ kind: 'payroll' }],
    });
  },
});
