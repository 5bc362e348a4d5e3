import { addDays } from '#kernel/civil-date.ts';
import { dayOf } from '#kernel/civil-moment.ts';
import { inYuan } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { day, facts, text, yesNo } from '#law/facts.ts';
import { valueOn } from '#law/parameters/index.ts';
import { guarded, procedure, stated, type Step, unmet } from '#law/procedure.ts';
import { cannotDetermine } from '#law/rule.ts';
import { service } from '#law/service.ts';
import { awardSteps } from '../award-steps.ts';
import { awardShape, finalityOf } from '../finality.ts';

const law = (article: 29 | 35 | 41 | 46) => ({ basis: [cite('调解仲裁法', article)], evidence: 'VF' }) as const;
const application = facts({ claims: text('仲裁请求'), employer: text('被申请人') });
const reason = facts({ reason: text('理由') });
const paper = facts({ number: text('文书编号') });
const hearing = facts({ hearingOn: day('开庭之日') });
const award = facts({ ...awardShape });
const advance = facts({ relationClear: yesNo('当事人之间权利义务关系是否明确'), hardship: yesNo('不先予执行是否将严重影响申请人的生活') });

/** From acceptance to the award. */
const PENDING = ['accepted', 'copy-served', 'replied', 'reply-forwarded', 'hearing-set'] as const;
const AWARD_LIMIT = { period: { parameter: 'arbitration.award.days' }, from: ['accept'], kind: 'soft', missed: '当事人可以向人民法院提起诉讼。' } as const;
const forLaw = { basis: [cite('调解仲裁法', 43, 1)], evidence: 'VF' } as const;
/** 解释一第十二条: what excuses the commission is for the court to examine. */
const JUST_CAUSE = '移送管辖、送达、等待另案结论、等待开庭、鉴定等正当事由的除外，是否存在由法院审查。';

/** 仲裁: five days to accept, five to serve, ten to reply, forty-five to the award; then final or not, each side with its own days from its own receipt. */
export const arbitration = procedure({
  code: 'arbitration',
  title: '劳动争议仲裁',
  states: {
    applied: { name: '已申请' },
    refused: { name: '不予受理', ends: true },
    accepted: { name: '已受理' },
    'copy-served': { name: '副本已送达' },
    replied: { name: '已答辩' },
    'reply-forwarded': { name: '答辩书已送达' },
    'hearing-set': { name: '已定开庭' },
    mediated: { name: '调解书生效' },
    withdrawn: { name: '撤回申请', ends: true },
    'awarded-final': { name: '终局裁决' },
    awarded: { name: '非终局裁决' },
    annulment: { name: '撤销裁决审查中' },
    annulled: { name: '裁决被撤销' },
    effective: { name: '裁决生效' },
    enforcing: { name: '强制执行中' },
    'in-court': { name: '已起诉', ends: true },
    performed: { name: '已履行', ends: true },
  },
  steps: [
    {
      code: 'apply',
      title: '申请仲裁',
      from: [],
      to: 'applied',
      by: ['worker'],
      basis: [cite('调解仲裁法', 5), cite('调解仲裁法', 15), cite('调解仲裁法', 28)],
      evidence: 'VF',
      produces: ['仲裁申请书'],
      ...stated(application),
    },
    {
      code: 'accept',
      title: '受理',
      from: ['applied'],
      to: 'accepted',
      by: ['arbitration-commission'],
      ...law(29),
      within: { period: { parameter: 'arbitration.accept.days' }, from: ['apply'], kind: 'soft', missed: '申请人可以向人民法院提起诉讼。' },
      produces: ['受理通知书'],
    },
    {
      code: 'refuse',
      title: '不予受理',
      from: ['applied'],
      to: 'refused',
      by: ['arbitration-commission'],
      ...law(29),
      within: { period: { parameter: 'arbitration.accept.days' }, from: ['apply'], kind: 'soft' },
      produces: ['不予受理通知书'],
      ...stated(reason),
    },
    { code: 'sue-refusal', title: '不予受理后起诉', from: ['refused'], to: 'in-court', by: ['worker'], ...law(29), produces: ['起诉状'] },
    {
      code: 'sue-undecided',
      title: '逾期未决定的起诉',
      from: ['applied'],
      to: 'in-court',
      by: ['worker'],
      basis: [cite('调解仲裁法', 29), cite('劳动争议解释一', 12)],
      evidence: 'VF',
      interpretation: JUST_CAUSE,
      within: { period: { parameter: 'arbitration.accept.days' }, from: ['apply'], kind: 'not-before' },
      produces: ['起诉状'],
    },
    {
      code: 'tell-tribunal',
      title: '通知仲裁庭组成',
      from: PENDING,
      to: 'same',
      by: ['arbitration-commission'],
      basis: [cite('调解仲裁法', 31), cite('调解仲裁法', 32)],
      evidence: 'VF',
      within: { period: { parameter: 'arbitration.tribunal-notice.days' }, from: ['accept'], kind: 'soft' },
      produces: ['组庭通知书'],
    },
    {
      code: 'serve-copy',
      title: '送达申请书副本',
      from: ['accepted'],
      to: 'copy-served',
      by: ['arbitration-commission'],
      basis: [cite('调解仲裁法', 30, 1)],
      evidence: 'VF',
      within: { period: { parameter: 'arbitration.serve-copy.days' }, from: ['accept'], kind: 'soft' },
      produces: ['送达回证'],
      ...service(),
    },
    {
      code: 'reply',
      title: '提交答辩书',
      from: ['copy-served'],
      to: 'replied',
      by: ['employer'],
      basis: [cite('调解仲裁法', 30, 2)],
      evidence: 'VF',
      within: { period: { parameter: 'arbitration.reply.days' }, from: ['serve-copy'], kind: 'soft', missed: '未提交答辩书的，不影响仲裁程序的进行。' },
      produces: ['答辩书'],
    },
    {
      code: 'forward-reply',
      title: '送达答辩书副本',
      from: ['replied'],
      to: 'reply-forwarded',
      by: ['arbitration-commission'],
      basis: [cite('调解仲裁法', 30, 2)],
      evidence: 'VF',
      within: { period: { parameter: 'arbitration.forward-reply.days' }, from: ['reply'], kind: 'soft' },
      produces: ['送达回证'],
      ...service(),
    },
    {
      code: 'set-hearing',
      title: '通知开庭',
      from: ['copy-served', 'replied', 'reply-forwarded', 'hearing-set'],
      to: 'hearing-set',
      by: ['arbitration-commission'],
      ...law(35),
      produces: ['开庭通知书'],
      ...noticedAhead(),
    },
    {
      code: 'extend',
      title: '主任批准延期',
      from: PENDING,
      to: 'same',
      by: ['arbitration-commission'],
      ...forLaw,
      extends: { steps: ['award-final', 'award', 'sue-late'], by: { parameter: 'arbitration.award.extension-days' } },
      produces: ['延期通知书'],
      ...stated(reason),
    },
    {
      code: 'award-part',
      title: '先行裁决',
      from: ['hearing-set'],
      to: 'same',
      by: ['arbitration-commission'],
      basis: [cite('调解仲裁法', 43, 2)],
      evidence: 'VF',
      produces: ['先行裁决书'],
      ...stated(paper),
    },
    {
      code: 'enforce-in-advance',
      title: '裁决先予执行',
      from: ['hearing-set'],
      to: 'same',
      by: ['arbitration-commission'],
      basis: [cite('调解仲裁法', 44, 1), cite('调解仲裁法', 44, 2)],
      evidence: 'VF',
      produces: ['先予执行裁决书', '移送执行函'],
      ...guarded(advance, (given) => {
        const known = advance.certain(given, 'relationClear', 'hardship');
        if (!known.ok) return known.answer;
        return known.facts.relationClear && known.facts.hardship
          ? null
          : unmet('先予执行要同时具备权利义务关系明确、不执行将严重影响生活两个条件。', cite('调解仲裁法', 44, 2));
      }),
    },
    {
      code: 'mediate',
      title: '调解书签收生效',
      from: PENDING,
      to: 'mediated',
      by: ['arbitration-commission'],
      basis: [cite('调解仲裁法', 42), cite('劳动争议解释一', 11)],
      evidence: 'VF',
      produces: ['调解书'],
      ...stated(paper),
    },
    { code: 'withdraw', title: '撤回申请', from: ['applied', ...PENDING], to: 'withdrawn', by: ['worker'], ...law(41), produces: ['撤回申请书'] },
    {
      code: 'award-final',
      title: '作出终局裁决',
      from: ['hearing-set'],
      to: 'awarded-final',
      by: ['arbitration-commission'],
      basis: [cite('调解仲裁法', 47), cite('调解仲裁法', 43, 1)],
      evidence: 'VF',
      within: AWARD_LIMIT,
      produces: ['裁决书（终局）'],
      ...eachWithinCap(),
    },
    {
      code: 'award',
      title: '作出裁决',
      from: ['hearing-set'],
      to: 'awarded',
      by: ['arbitration-commission'],
      ...law(46),
      within: AWARD_LIMIT,
      produces: ['裁决书'],
      ...stated(paper),
    },
    {
      code: 'sue-late',
      title: '逾期未裁决的起诉',
      from: PENDING,
      to: 'in-court',
      by: ['worker', 'employer'],
      basis: [cite('调解仲裁法', 43, 1), cite('劳动争议解释一', 12)],
      evidence: 'VF',
      interpretation: JUST_CAUSE,
      within: { period: { parameter: 'arbitration.award.days' }, from: ['accept'], kind: 'not-before' },
      produces: ['起诉状'],
    },
    ...awardSteps,
  ],
});

/** 「应当在开庭五日前」: the fifth day before the hearing is in time. */
function noticedAhead(): Pick<Step, 'facts' | 'guard'> {
  return guarded(hearing, (given, { happened, place }) => {
    const known = hearing.certain(given, 'hearingOn');
    if (!known.ok) return known.answer;
    const ahead = valueOn('arbitration.hearing-notice.days', place, dayOf(happened));
    if (!ahead.ok) return cannotDetermine(ahead.missing);
    const last = addDays(known.facts.hearingOn, -ahead.inForce.value);
    return dayOf(happened) <= last ? null : unmet(`${known.facts.hearingOn} 开庭，最迟 ${last} 通知；请另定日期。`, cite('调解仲裁法', 35));
  });
}

/** An award may be called final only where every item is: 「不超过当地月最低工资标准十二个月金额」. */
function eachWithinCap(): Pick<Step, 'facts' | 'guard'> {
  return guarded(award, (given, { happened, place }) => {
    const minimum = valueOn('wage.minimum.monthly', place, dayOf(happened));
    const months = valueOn('arbitration.final.months', place, dayOf(happened));
    if (!minimum.ok) return cannotDetermine(minimum.missing);
    if (!months.ok) return cannotDetermine(months.missing);
    const judged = finalityOf(given, minimum.inForce.value, months.inForce.value);
    if (!('known' in judged)) return judged;
    const over = judged.items.find(({ isFinal }) => !isFinal);
    return over === undefined ? null : unmet(`“${over.what}”超过 ${inYuan(judged.cap)} 或者不属于终局事项，应当按非终局裁决处理。`, cite('劳动争议解释一', 20));
  });
}
