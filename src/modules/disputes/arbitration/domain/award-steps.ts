import { cite } from '#law/citation.ts';
import { choice, facts } from '#law/facts.ts';
import { type Step, stated, unmet } from '#law/procedure.ts';
import { service } from '#law/service.ts';
import { withinEnforcementPeriod } from './enforcement-period.ts';

const law = (article: 46 | 51) => ({ basis: [cite('调解仲裁法', article)], evidence: 'VF' }) as const;
const grounds = facts({
  ground: choice('申请撤销的情形', {
    law: '适用法律、法规确有错误',
    jurisdiction: '无管辖权',
    procedure: '违反法定程序',
    forged: '证据是伪造的',
    hidden: '对方隐瞒了足以影响公正裁决的证据',
    corrupt: '仲裁员索贿受贿、徇私舞弊、枉法裁决',
  }),
});

/** States from the award on. */
type AfterAward = 'mediated' | 'awarded-final' | 'awarded' | 'annulment' | 'annulled' | 'effective' | 'enforcing' | 'in-court' | 'performed';

/** 裁决之后: each side's days run from its own receipt; of a final award the worker may sue, also while the employer asks for annulment; then effect, enforcement, performance. */
export const awardSteps: readonly Step<AfterAward>[] = [
  {
    code: 'serve-worker',
    title: '向劳动者送达裁决书',
    from: ['awarded-final', 'awarded', 'annulment'],
    to: 'same',
    by: ['arbitration-commission'],
    ...law(46),
    produces: ['送达回证'],
    ...service(),
  },
  {
    code: 'serve-employer',
    title: '向用人单位送达裁决书',
    from: ['awarded-final', 'awarded'],
    to: 'same',
    by: ['arbitration-commission'],
    ...law(46),
    produces: ['送达回证'],
    ...service(),
  },
  sues('sue-final', '劳动者不服终局裁决起诉', ['awarded-final', 'annulment'], 'worker', 'serve-worker', [
    cite('调解仲裁法', 48),
    cite('劳动争议解释一', 21, 1),
  ]),
  sues('sue-as-worker', '劳动者起诉', ['awarded'], 'worker', 'serve-worker', [cite('调解仲裁法', 50), cite('劳动争议解释一', 16)]),
  sues('sue-as-employer', '用人单位起诉', ['awarded'], 'employer', 'serve-employer', [cite('调解仲裁法', 50), cite('劳动争议解释一', 16)]),
  {
    code: 'ask-annulment',
    title: '申请撤销终局裁决',
    from: ['awarded-final'],
    to: 'annulment',
    by: ['employer'],
    basis: [cite('调解仲裁法', 49), cite('劳动争议解释一', 21, 1)],
    evidence: 'VF',
    within: { period: { parameter: 'arbitration.annul.days' }, from: ['serve-employer'], kind: 'hard' },
    produces: ['撤销裁决申请书'],
    ...stated(grounds),
  },
  {
    code: 'annul',
    title: '裁定撤销',
    from: ['annulment'],
    to: 'annulled',
    by: ['court'],
    basis: [cite('调解仲裁法', 49, 2), cite('劳动争议解释一', 22)],
    evidence: 'VF',
    produces: ['裁定书'],
    ...service(),
  },
  {
    code: 'reject-annulment',
    title: '驳回撤销申请',
    from: ['annulment'],
    to: 'effective',
    by: ['court'],
    basis: [cite('调解仲裁法', 49), cite('劳动争议解释一', 22)],
    evidence: 'VF',
    produces: ['裁定书'],
  },
  {
    code: 'sue-annulled',
    title: '裁决被撤销后起诉',
    from: ['annulled'],
    to: 'in-court',
    by: ['worker', 'employer'],
    basis: [cite('调解仲裁法', 49, 3)],
    evidence: 'VF',
    within: { period: { parameter: 'arbitration.sue.days' }, from: ['annul'], kind: 'hard' },
    produces: ['起诉状'],
  },
  {
    code: 'take-effect',
    title: '期满未起诉，裁决生效',
    from: ['awarded'],
    to: 'effective',
    by: ['arbitration-commission', 'system'],
    basis: [cite('调解仲裁法', 50)],
    evidence: 'VF',
    within: { period: { parameter: 'arbitration.sue.days' }, from: ['serve-worker', 'serve-employer'], kind: 'not-before' },
    produces: ['生效证明'],
    ...onceBothServed(),
  },
  {
    code: 'enforce',
    title: '申请执行',
    from: ['mediated', 'awarded-final', 'effective'],
    to: 'enforcing',
    by: ['worker'],
    ...law(51),
    produces: ['强制执行申请书'],
    ...withinEnforcementPeriod(),
  },
  {
    code: 'perform',
    title: '履行',
    from: ['mediated', 'awarded-final', 'awarded', 'effective', 'enforcing'],
    to: 'performed',
    by: ['employer'],
    ...law(51),
    produces: ['支付凭证'],
  },
];

/** 「自收到仲裁裁决书之日起」: with one side unserved the days of that side have not begun. */
function onceBothServed(): Pick<Step, 'guard'> {
  return {
    guard: (_input, { history }) => {
      const unserved = ['serve-worker', 'serve-employer'].some((code) => !history.some(({ step }) => step === code));
      return { ok: true, answer: unserved ? unmet('裁决书还没有送达双方；各自期满没有起诉，裁决才生效。', cite('调解仲裁法', 50)) : null };
    },
  };
}

function sues(code: string, title: string, from: readonly AfterAward[], by: 'worker' | 'employer', served: string, basis: Step['basis']): Step<AfterAward> {
  return {
    code,
    title,
    from,
    to: 'in-court',
    by: [by],
    basis,
    evidence: 'VF',
    within: { period: { parameter: 'arbitration.sue.days' }, from: [served], kind: 'hard', missed: '裁决书对这一方发生法律效力。' },
    produces: ['起诉状'],
  };
}
