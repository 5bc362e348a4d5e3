import { moreThan } from '#kernel/bounds.ts';
import { inChineseDay } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { facts } from '#law/facts.ts';
import { finding, matterRule, needsPerson, NOTHING } from '#law/rule.ts';
import { INTERRUPTIONS, limitationOf, limitationShape } from '../limitation.ts';

const form = facts(limitationShape);

/**
 * 时效中断. 「因当事人一方向对方当事人主张权利，或者向有关部门请求权利救济，或者对方当事人同意履行义务而中断。从中断时起，仲裁时效期间重新计算」:
 * a complaint to the inspection is such a request. What comes after the last day restarts nothing; a debtor who agrees only then is a
 * question for the tribunal.
 */
export const interruption = matterRule({
  code: 'ARB-02',
  version: 1,
  title: '时效中断后重新计算',
  basis: [cite('调解仲裁法', 27, 2)],
  evidence: 'VF',
  facts: form,
  needs: ['arbitration.limitation.months'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'interruptions');
    if (!known.ok) return known.answer;
    const stands = limitationOf(given, params['arbitration.limitation.months'], setting);
    if (stands.kind === 'unknown') return stands.answer;
    if (stands.kind === 'none') return NOTHING;
    if (stands.tooLate.some(({ by }) => by === 'consent')) return needsPerson('时效届满后对方才同意履行，是否视为放弃时效抗辩，由仲裁庭或者法院认定');
    const last = stands.effective.at(-1);
    const { counted } = stands;
    if (last === undefined || counted === null || moreThan(setting.on, counted.due)) return NOTHING;
    return finding({
      level: 0,
      says: `劳动者的仲裁时效因${INTERRUPTIONS[last.by]}于${inChineseDay(last.on)}中断并重新计算，最迟在${inChineseDay(counted.due)}申请仲裁`,
      values: [{ label: '重新计算后的最后一日', value: counted.due, unit: 'date' }],
      dueOn: counted.due,
      provisional: counted.provisional,
      duty: 'worker',
      steps: [{ label: '重新计算后的最后一日', value: counted.due, unit: 'date', reckoned: counted.trace.join('；'), basis: cite('调解仲裁法', 27, 2) }],
      clears: '在最后一日前申请仲裁',
      rows: [],
    });
  },
});
