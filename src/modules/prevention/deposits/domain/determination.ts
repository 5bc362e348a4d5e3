import { lessThan } from '#kernel/bounds.ts';
import { type Fen, inYuan } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { facts, money, text } from '#law/facts.ts';
import { guarded, type Step, type StepContext, type StepRefusal, unmet } from '#law/procedure.ts';

/** 核定: the states before anything is stored. */
export const DETERMINATION = {
  permitted: { name: '已取得施工许可（已签订合同）' },
  due: { name: '应存储' },
  exempt: { name: '免存', ends: true },
} as const;
type State = keyof typeof DETERMINATION;

const amount = facts({ dueFen: money('核定的应存数额') });
const waiver = facts({ basis: text('免存所依据的本地文件和条款') });

/** 开始和核定. The clock for storing runs from the permit, not from the determination. */
export const determinationSteps: readonly Step<State>[] = [
  {
    code: 'permit',
    title: '取得施工许可证（开工报告批复）',
    from: [],
    to: 'permitted',
    by: ['industry-regulator', 'general-contractor'],
    basis: [cite('保证金规定', 8)],
    evidence: 'V2',
    produces: ['施工许可证或者开工报告批复'],
  },
  {
    code: 'sign',
    title: '签订施工合同（不需要施工许可的）',
    from: [],
    to: 'permitted',
    by: ['general-contractor'],
    basis: [cite('保证金规定', 8)],
    evidence: 'V2',
    produces: ['施工合同'],
  },
  {
    code: 'determine',
    title: '核定应存数额',
    from: ['permitted'],
    to: 'due',
    by: ['authority'],
    basis: [cite('保证金规定', 11), cite('保证金规定', 12)],
    evidence: 'D',
    interpretation: '规定没有核定期限，取5个工作日，本地可以另定。',
    within: { period: { parameter: 'deposit.determine-days' }, from: 'state', kind: 'soft' },
    produces: ['工资保证金存储通知书'],
    ...guarded(amount, (given) => {
      const known = amount.certain(given, 'dueFen');
      if (!known.ok) return known.answer;
      return known.facts.dueFen > 0n ? null : unmet('应存数额为零的，办理免存。');
    }),
  },
  {
    code: 'exempt',
    title: '核定免存',
    from: ['permitted'],
    to: 'exempt',
    by: ['authority'],
    basis: [cite('保证金规定', 11), cite('保证金规定', 12), cite('保证金规定', 26)],
    evidence: 'D',
    interpretation: '规定没有核定期限，取5个工作日，本地可以另定。',
    within: { period: { parameter: 'deposit.determine-days' }, from: 'state', kind: 'soft' },
    produces: ['免存核定书'],
    ...guarded(waiver, (given) => {
      const known = waiver.certain(given, 'basis');
      return known.ok ? null : known.answer;
    }),
  },
];

/** Refuses an amount below the one determined; null when it is enough. */
export function againstDetermination(storedFen: Fen, { history }: StepContext): StepRefusal | null {
  const determined = amount.read(history.findLast(({ step }) => step === 'determine')?.facts ?? {});
  if (!determined.ok || determined.facts.dueFen === null || !lessThan(storedFen, determined.facts.dueFen)) return null;
  return unmet(`${inYuan(storedFen)} 低于核定的应存数额 ${inYuan(determined.facts.dueFen)}。`, cite('保证金规定', 15));
}
