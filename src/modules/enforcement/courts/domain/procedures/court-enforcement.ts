import { moreThan } from '#kernel/bounds.ts';
import { dayOf } from '#kernel/civil-moment.ts';
import { deadline, naturalDays, workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { choice, day, facts, type FactsOf, text, yesNo } from '#law/facts.ts';
import { guarded, procedure, type StepContext, unmet } from '#law/procedure.ts';
import { service } from '#law/service.ts';
import { effectiveDayOf, isSuspended, numberFor, remedyTerms } from '#modules/enforcement/cases/domain/index.ts';

const contesting = facts({ channel: choice('救济的途径', { reconsideration: '申请行政复议', lawsuit: '提起行政诉讼' }) });
const expiryShape = {
  expiredOn: day('救济期限届满之日'),
  deferredTo: day('批准延期、分期缴纳到哪一天（没有批准的不填）'),
} as const;
const expiring = facts(expiryShape);
const applyShape = {
  application: yesNo('是否有负责人签名、盖章的强制执行申请书'),
  decision: yesNo('是否有行政决定书及事实、理由和依据'),
  opinion: yesNo('是否有当事人的意见及催告情况'),
  object: yesNo('是否有申请强制执行标的情况'),
} as const;
const applying = facts(applyShape);
const performing = facts({ inFull: yesNo('是否已经全部履行') });
const refusing = facts({ reason: text('裁定的理由') });
const suspending = facts({ reason: text('中止的原因') });

const soft = 'soft' as const;
const ACCEPTING = ['accept', 'accept-on-review'] as const;

/** The end of the remedy as the law counts it, against the day that was stated. */
function expiryRefusal(given: FactsOf<typeof expiryShape>, context: StepContext) {
  const known = expiring.certain(given, 'expiredOn');
  if (!known.ok) return known.answer;
  const servedOn = effectiveDayOf('serve', context);
  if (servedOn === null) return unmet('决定书没有送达，救济期限没有开始。', cite('行政强制法', 53));
  const days = numberFor('remedy.reconsider.days', context);
  const suing = numberFor('remedy.sue.months', context);
  if (typeof days !== 'number') return days;
  if (typeof suing !== 'number') return suing;
  const { last } = remedyTerms(servedOn, { 'remedy.reconsider.days': days, 'remedy.sue.months': suing }, context.calendar);
  const counted = given.deferredTo !== null && moreThan(given.deferredTo, last.due) ? given.deferredTo : last.due;
  if (known.facts.expiredOn !== counted) return unmet(`救济期限到 ${counted} 届满，不是 ${known.facts.expiredOn}。`, cite('行政强制法', 53));
  return moreThan(dayOf(context.happened), counted) ? null : unmet(`救济期限到 ${counted} 为止，届满之后才能确认。`, cite('行政强制法', 53));
}

function isApplicationPaper(name: string): name is keyof typeof applyShape {
  return Object.hasOwn(applyShape, name);
}

/** 「催告书送达十日后当事人仍未履行义务的」, and with the papers of 第五十五条. */
function applicationRefusal(given: FactsOf<typeof applyShape>, context: StepContext) {
  const demandedOn = effectiveDayOf('demand', context);
  if (demandedOn === null) return unmet('没有催告，不能申请强制执行。', cite('行政强制法', 54));
  const days = numberFor('enforce.demand.days', context);
  if (typeof days !== 'number') return days;
  const { due } = deadline(demandedOn, workingDays(days), context.calendar);
  if (!moreThan(dayOf(context.happened), due)) return unmet(`催告期到 ${due} 为止，期满之后才能申请强制执行。`, cite('行政强制法', 54));
  const known = applying.certain(given, 'application', 'decision', 'opinion', 'object');
  if (!known.ok) return known.answer;
  const missing = applying.fields.filter(({ name }) => isApplicationPaper(name) && !known.facts[name]);
  return missing.length === 0 ? null : unmet(`申请材料不全：${missing.map(({ means }) => means.replace('是否有', '')).join('、')}。`, cite('行政强制法', 55));
}

/**
 * 申请法院强制执行: from the served decision to its execution. The remedy runs out untouched, the demand is served and ten working days pass, and the
 * application comes within three months of the remedy's end: after them the right has lapsed. The court accepts in five working days and rules in
 * seven, or in thirty days where it hears the parties. Against a refusal the authority has fifteen days, the court above fifteen or thirty.
 */
export const courtEnforcement = procedure({
  code: 'court-enforcement',
  title: '申请法院强制执行',
  states: {
    running: { name: '救济期限内' },
    expired: { name: '救济期限届满' },
    demanded: { name: '已催告' },
    applied: { name: '已申请强制执行' },
    unaccepted: { name: '裁定不予受理' },
    accepted: { name: '法院已受理' },
    examining: { name: '法院听取意见' },
    ruled: { name: '裁定准予执行' },
    denied: { name: '裁定不予执行' },
    'reviewing-acceptance': { name: '上一级法院复议是否受理' },
    'reviewing-denial': { name: '上一级法院复议是否执行' },
    contested: { name: '当事人已复议或者起诉', ends: true },
    performed: { name: '已履行', ends: true },
    executed: { name: '已执行', ends: true },
    lapsed: { name: '逾期未申请，丧失申请权', ends: true },
    ended: { name: '不予受理、不予执行终结', ends: true },
  },
  steps: [
    {
      code: 'serve',
      title: '送达决定书',
      from: [],
      to: 'running',
      by: ['authority'],
      basis: [cite('行政处罚法', 61), cite('民事诉讼法', 95)],
      evidence: 'VF',
      produces: ['送达回证'],
      ...service(),
    },
    {
      code: 'contest',
      title: '申请复议或者提起诉讼',
      from: ['running'],
      to: 'contested',
      by: ['party-concerned'],
      basis: [cite('行政诉讼法', 46), cite('行政复议法', 20, 1)],
      evidence: 'VF',
      within: { period: { parameter: 'remedy.sue.months' }, from: ['serve'], kind: 'hard' },
      produces: ['行政复议申请书', '行政起诉状'],
      ...guarded(contesting, (given, context) => {
        const known = contesting.certain(given, 'channel');
        if (!known.ok) return known.answer;
        if (known.facts.channel === 'lawsuit') return null;
        const servedOn = effectiveDayOf('serve', context);
        const days = numberFor('remedy.reconsider.days', context);
        if (servedOn === null || typeof days !== 'number') return typeof days === 'number' ? null : days;
        const { due } = deadline(servedOn, naturalDays(days), context.calendar);
        return moreThan(dayOf(context.happened), due) ? unmet(`申请行政复议的期限到 ${due} 为止，已经过了。`, cite('行政复议法', 20, 1)) : null;
      }),
    },
    {
      code: 'expire',
      title: '确认救济期限届满',
      from: ['running'],
      to: 'expired',
      by: ['authority', 'system'],
      basis: [cite('行政强制法', 53), cite('行政处罚法', 72, 2)],
      evidence: 'VF',
      interpretation: '救济期限以六十日和六个月中较晚的为准；批准延期、分期的，以期限结束之日较晚的为准。',
      effectiveOn: (input) => {
        const read = expiring.read(input);
        return read.ok ? read.facts.expiredOn : null;
      },
      produces: ['救济期限届满确认表'],
      ...guarded(expiring, expiryRefusal),
    },
    {
      code: 'demand',
      title: '催告',
      from: ['expired'],
      to: 'demanded',
      by: ['authority'],
      basis: [cite('行政强制法', 54)],
      evidence: 'VF',
      produces: ['催告书', '送达回证'],
      ...service(),
    },
    {
      code: 'perform',
      title: '当事人履行',
      from: ['running', 'expired', 'demanded', 'applied', 'unaccepted', 'reviewing-acceptance', 'accepted', 'examining', 'ruled', 'denied', 'reviewing-denial'],
      to: 'performed',
      by: ['party-concerned'],
      basis: [cite('行政强制法', 54)],
      evidence: 'VF',
      produces: ['支付凭证'],
      ...guarded(performing, (given) => {
        const known = performing.certain(given, 'inFull');
        if (!known.ok) return known.answer;
        return known.facts.inFull ? null : unmet('只履行了一部分，其余仍要执行。');
      }),
    },
    {
      code: 'apply',
      title: '申请强制执行',
      from: ['expired', 'demanded'],
      to: 'applied',
      by: ['authority'],
      basis: [cite('行政强制法', 53), cite('行政强制法', 54), cite('行政强制法', 55), cite('工资条例', 42), cite('行政强制法', 46, 3), cite('行政诉讼法', 97)],
      evidence: 'VF',
      within: { period: { parameter: 'enforce.apply.months' }, from: ['expire'], kind: 'hard', missed: '不能再申请人民法院强制执行。' },
      produces: ['强制执行申请书'],
      ...guarded(applying, applicationRefusal),
    },
    {
      code: 'lapse',
      title: '确认逾期未申请',
      from: ['expired', 'demanded'],
      to: 'lapsed',
      by: ['authority', 'system'],
      basis: [cite('行政强制法', 53)],
      evidence: 'VF',
      within: { period: { parameter: 'enforce.apply.months' }, from: ['expire'], kind: 'not-before' },
      produces: ['逾期未申请情况说明'],
    },
    {
      code: 'accept',
      title: '法院受理',
      from: ['applied'],
      to: 'accepted',
      by: ['court'],
      basis: [cite('行政强制法', 56, 1)],
      evidence: 'VF',
      within: { period: { parameter: 'enforce.accept.days' }, from: ['apply'], kind: soft },
      produces: ['受理通知书'],
    },
    {
      code: 'refuse',
      title: '裁定不予受理',
      from: ['applied'],
      to: 'unaccepted',
      by: ['court'],
      basis: [cite('行政强制法', 56, 2)],
      evidence: 'VF',
      within: { period: { parameter: 'enforce.accept.days' }, from: ['apply'], kind: soft },
      produces: ['不予受理裁定书'],
      ...guarded(refusing, (given) => {
        const known = refusing.certain(given, 'reason');
        return known.ok ? null : known.answer;
      }),
    },
    {
      code: 'object',
      title: '对不予受理申请复议',
      from: ['unaccepted'],
      to: 'reviewing-acceptance',
      by: ['authority'],
      basis: [cite('行政强制法', 56, 2)],
      evidence: 'VF',
      within: { period: { parameter: 'enforce.object.days' }, from: 'state', kind: 'hard', missed: '裁定生效。' },
      produces: ['复议申请书'],
    },
    {
      code: 'accept-on-review',
      title: '上一级法院裁定受理',
      from: ['reviewing-acceptance'],
      to: 'accepted',
      by: ['court'],
      basis: [cite('行政强制法', 56, 2)],
      evidence: 'VF',
      within: { period: { parameter: 'enforce.review-acceptance.days' }, from: 'state', kind: soft },
      produces: ['复议裁定书', '受理通知书'],
    },
    {
      code: 'uphold-refusal',
      title: '上一级法院维持不予受理',
      from: ['reviewing-acceptance'],
      to: 'ended',
      by: ['court'],
      basis: [cite('行政强制法', 56, 2)],
      evidence: 'VF',
      within: { period: { parameter: 'enforce.review-acceptance.days' }, from: 'state', kind: soft },
      produces: ['复议裁定书'],
    },
    {
      code: 'object-denial',
      title: '对不予执行申请复议',
      from: ['denied'],
      to: 'reviewing-denial',
      by: ['authority'],
      basis: [cite('行政强制法', 58, 3)],
      evidence: 'VF',
      within: { period: { parameter: 'enforce.object.days' }, from: 'state', kind: 'hard', missed: '裁定生效。' },
      produces: ['复议申请书'],
    },
    {
      code: 'rule-on-review',
      title: '上一级法院裁定准予执行',
      from: ['reviewing-denial'],
      to: 'ruled',
      by: ['court'],
      basis: [cite('行政强制法', 58, 3)],
      evidence: 'VF',
      within: { period: { parameter: 'enforce.review-denial.days' }, from: 'state', kind: soft },
      produces: ['复议裁定书'],
    },
    {
      code: 'uphold-denial',
      title: '上一级法院维持不予执行',
      from: ['reviewing-denial'],
      to: 'ended',
      by: ['court'],
      basis: [cite('行政强制法', 58, 3)],
      evidence: 'VF',
      within: { period: { parameter: 'enforce.review-denial.days' }, from: 'state', kind: soft },
      produces: ['复议裁定书'],
    },
    {
      code: 'accept-refusal',
      title: '不再申请复议',
      from: ['unaccepted', 'denied'],
      to: 'ended',
      by: ['authority'],
      basis: [cite('行政强制法', 56, 2), cite('行政强制法', 58, 3)],
      evidence: 'VF',
      produces: ['终结说明'],
    },
    {
      code: 'examine',
      title: '听取被执行人和行政机关意见',
      from: ['accepted'],
      to: 'examining',
      by: ['court'],
      basis: [cite('行政强制法', 58)],
      evidence: 'VF',
      produces: ['听取意见笔录'],
    },
    {
      code: 'rule',
      title: '裁定准予执行',
      from: ['accepted'],
      to: 'ruled',
      by: ['court'],
      basis: [cite('行政强制法', 57)],
      evidence: 'VF',
      within: { period: { parameter: 'enforce.rule.days' }, from: ACCEPTING, kind: soft },
      produces: ['准予强制执行裁定书'],
    },
    {
      code: 'rule-after-hearing',
      title: '听取意见后裁定准予执行',
      from: ['examining'],
      to: 'ruled',
      by: ['court'],
      basis: [cite('行政强制法', 58, 2)],
      evidence: 'VF',
      within: { period: { parameter: 'enforce.examine.days' }, from: ACCEPTING, kind: soft },
      produces: ['准予强制执行裁定书'],
    },
    {
      code: 'deny',
      title: '裁定不予执行',
      from: ['examining'],
      to: 'denied',
      by: ['court'],
      basis: [cite('行政强制法', 58, 2)],
      evidence: 'VF',
      within: { period: { parameter: 'enforce.examine.days' }, from: ACCEPTING, kind: soft },
      produces: ['不予执行裁定书'],
      ...guarded(refusing, (given) => {
        const known = refusing.certain(given, 'reason');
        return known.ok ? null : known.answer;
      }),
    },
    {
      code: 'suspend',
      title: '法院中止',
      from: ['accepted', 'examining', 'ruled'],
      to: 'same',
      by: ['court'],
      basis: [cite('行政强制法', 58)],
      evidence: 'D',
      interpretation: '强制法没有规定法院审查、执行的中止，以法院的裁定为准；中止期间不计算审查期限。',
      clock: 'stops',
      produces: ['中止裁定书'],
      ...guarded(suspending, (given, { history }) => {
        const known = suspending.certain(given, 'reason');
        if (!known.ok) return known.answer;
        return isSuspended(history) ? unmet('已经中止。') : null;
      }),
    },
    {
      code: 'resume',
      title: '法院恢复',
      from: ['accepted', 'examining', 'ruled'],
      to: 'same',
      by: ['court'],
      basis: [cite('行政强制法', 58)],
      evidence: 'D',
      interpretation: '中止的原因消除后恢复，以法院的通知为准。',
      clock: 'goes-on',
      produces: ['恢复通知书'],
      ...guarded(facts({}), (_given, { history }) => (isSuspended(history) ? null : unmet('没有中止，不用恢复。'))),
    },
    {
      code: 'execute',
      title: '执行完毕',
      from: ['ruled'],
      to: 'executed',
      by: ['court'],
      basis: [cite('行政强制法', 57), cite('工资条例', 42)],
      evidence: 'VF',
      produces: ['执行完毕通知书', '工资发放清单'],
      ...guarded(facts({}), (_given, { history }) => (isSuspended(history) ? unmet('中止期间不能执行，先恢复。') : null)),
    },
  ],
});
