import { lessThan } from '#kernel/bounds.ts';
import { daysBetween } from '#kernel/civil-date.ts';
import { dayOf } from '#kernel/civil-moment.ts';
import { cite } from '#law/citation.ts';
import { event, facts, text, yesNo } from '#law/facts.ts';
import { valueOn } from '#law/parameters/index.ts';
import { guarded, procedure, stated, type Step, unmet } from '#law/procedure.ts';
import { cannotDetermine } from '#law/rule.ts';

const application = facts({
  isMigrantWorker: yesNo('申请人是否有材料证明为进城务工人员'),
  claimsWages: yesNo('是否申请支付劳动报酬（或者请求工伤人身损害赔偿）'),
});
const refusal = facts({ reason: text('理由'), forMeans: yesNo('是否以经济状况或者没有提交经济困难材料为由') });
const review = facts({ reason: text('理由') });
const urgency = facts({ expires: event('法定时效或者期限届满之日（没有写 not-yet）'), needsUrgentStep: yesNo('是否需要立即申请保全或者先予执行') });
const lawyer = facts({ lawyer: text('指派的法律援助人员所在机构') });
const result = facts({ report: text('办理情况报告') });

/** 法律援助: reviewed in seven days without asking a migrant worker who claims wages how poor they are, somebody assigned in three, an objection reviewed in five. */
export const legalAid = procedure({
  code: 'legal-aid',
  title: '法律援助',
  states: {
    applied: { name: '已申请' },
    granted: { name: '决定给予' },
    'first-granted': { name: '先行提供' },
    refused: { name: '决定不予', ends: true },
    objected: { name: '异议审查中' },
    upheld: { name: '维持不予', ends: true },
    assigned: { name: '已指派' },
    handled: { name: '办理结束' },
    closed: { name: '结案归档', ends: true },
  },
  steps: [
    {
      code: 'apply',
      title: '申请法律援助',
      from: [],
      to: 'applied',
      by: ['worker'],
      basis: [cite('法律援助法', 31, '(五)'), cite('法律援助法', 42, '(三)')],
      evidence: 'VF',
      produces: ['法律援助申请表'],
      ...stated(application),
    },
    {
      code: 'grant',
      title: '决定给予法律援助',
      from: ['applied', 'first-granted'],
      to: 'granted',
      by: ['legal-aid-centre'],
      basis: [cite('法律援助法', 43, 1)],
      evidence: 'VF',
      within: { period: { parameter: 'legal-aid.decide' }, from: ['apply'], kind: 'soft' },
      produces: ['给予法律援助决定书'],
    },
    {
      code: 'first-grant',
      title: '决定先行提供',
      from: ['applied'],
      to: 'first-granted',
      by: ['legal-aid-centre'],
      basis: [cite('法律援助法', 44)],
      evidence: 'VF',
      produces: ['先行提供法律援助决定书'],
      ...cannotWait(),
    },
    {
      code: 'refuse',
      title: '决定不予法律援助',
      from: ['applied'],
      to: 'refused',
      by: ['legal-aid-centre'],
      basis: [cite('法律援助法', 43, 1)],
      evidence: 'VF',
      within: { period: { parameter: 'legal-aid.decide' }, from: ['apply'], kind: 'soft' },
      produces: ['不予法律援助决定书'],
      ...notForMeans(),
    },
    {
      code: 'assign',
      title: '指派法律援助人员',
      from: ['granted', 'first-granted'],
      to: 'assigned',
      by: ['legal-aid-centre'],
      basis: [cite('法律援助法', 43, 1)],
      evidence: 'VF',
      within: { period: { parameter: 'legal-aid.assign' }, from: ['grant', 'first-grant', 'correct'], kind: 'soft' },
      produces: ['指派通知书'],
      ...stated(lawyer),
    },
    {
      code: 'supplement',
      title: '补办手续、补充材料',
      from: ['assigned'],
      to: 'same',
      by: ['worker'],
      basis: [cite('法律援助法', 44, 2)],
      evidence: 'VF',
      produces: ['补充材料'],
    },
    {
      code: 'handle',
      title: '办理结束并报告',
      from: ['assigned'],
      to: 'handled',
      by: ['legal-aid-centre'],
      basis: [cite('法律援助法', 50)],
      evidence: 'VF',
      produces: ['办理情况报告', '法律文书副本'],
      ...stated(result),
    },
    {
      code: 'close',
      title: '结案归档',
      from: ['handled'],
      to: 'closed',
      by: ['legal-aid-centre'],
      basis: [cite('法律援助法', 50)],
      evidence: 'VF',
      produces: ['结案报告'],
    },
    {
      code: 'object',
      title: '提出异议',
      from: ['refused'],
      to: 'objected',
      by: ['worker'],
      basis: [cite('法律援助法', 49, 1)],
      evidence: 'VF',
      produces: ['异议书'],
    },
    {
      code: 'uphold',
      title: '维持不予决定',
      from: ['objected'],
      to: 'upheld',
      by: ['justice-bureau'],
      basis: [cite('法律援助法', 49, 2)],
      evidence: 'VF',
      within: { period: { parameter: 'legal-aid.review' }, from: ['object'], kind: 'soft', missed: '对维持决定不服的，可以申请行政复议或者提起行政诉讼。' },
      produces: ['异议审查决定书'],
      ...stated(review),
    },
    {
      code: 'correct',
      title: '责令改正、给予援助',
      from: ['objected'],
      to: 'granted',
      by: ['justice-bureau'],
      basis: [cite('法律援助法', 49, 2)],
      evidence: 'VF',
      within: { period: { parameter: 'legal-aid.review' }, from: ['object'], kind: 'soft' },
      produces: ['异议审查决定书'],
    },
  ],
});

/** 「免予核查经济困难状况」: who claims wages is refused neither for not being poor nor for not proving it. The application itself is taken in any case. */
function notForMeans(): Pick<Step, 'facts' | 'guard'> {
  return guarded(refusal, (given, { history }) => {
    const known = refusal.certain(given, 'reason', 'forMeans');
    if (!known.ok) return known.answer;
    const applied = application.read(history.find(({ step }) => step === 'apply')?.facts ?? {});
    const isExempt = applied.ok && applied.facts.isMigrantWorker === true && applied.facts.claimsWages === true;
    return isExempt && known.facts.forMeans
      ? unmet('进城务工人员申请支付劳动报酬，免予核查经济困难状况，不能以此为由不予援助。', cite('法律援助法', 42, '(三)'))
      : null;
  });
}

/** 「距法定时效或者期限届满不足七日」, or a preservation that cannot wait. */
function cannotWait(): Pick<Step, 'facts' | 'guard'> {
  return guarded(urgency, (given, { happened, place }) => {
    if (given.needsUrgentStep === true) return null;
    const known = urgency.certain(given, 'expires', 'needsUrgentStep');
    if (!known.ok) return known.answer;
    const { expires } = known.facts;
    const within = valueOn('legal-aid.first-grant.days', place, dayOf(happened));
    if (!within.ok) return cannotDetermine(within.missing);
    const left = expires === 'not-yet' ? null : daysBetween(dayOf(happened), expires);
    return left !== null && left >= 0 && lessThan(left, within.inForce.value)
      ? null
      : unmet(`距期限届满不是不足 ${within.inForce.value} 日，也不需要立即保全或者先予执行，按一般程序审查。`, cite('法律援助法', 44));
  });
}
