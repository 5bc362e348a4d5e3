import { moreThan } from '#kernel/bounds.ts';
import { dayOf } from '#kernel/civil-moment.ts';
import { cite } from '#law/citation.ts';
import { choice, day, facts, text, yesNo } from '#law/facts.ts';
import { guarded, procedure, type Taken, unmet } from '#law/procedure.ts';
import { service } from '#law/service.ts';
import { factsOf, isSuspended, wasTaken } from '../past-steps.ts';
import { deciding, decisionRefusal, needsHearing, proposalIn, proposalRefusal, proposing } from '../penalty-proposal.ts';

const hearingHeld = facts({
  presiderInvestigated: yesNo('主持人是否参加过本案调查'),
  isPublic: yesNo('听证是否公开举行（依法保密的除外）'),
  recorded: yesNo('是否制作听证笔录并交当事人核对'),
});
const waiving = facts({ proof: text('当事人书面放弃听证的文书编号') });
const reviewing = facts({ passed: yesNo('法制审核是否通过') });
const sparing = facts({
  ground: choice('不予处罚的原因', {
    minor: '轻微、及时改正、没有危害后果（应当不予）',
    first: '初次违法、后果轻微、及时改正（可以不予）',
    'no-fault': '没有主观过错（应当不予）',
    local: '地方清单',
    unfounded: '违法事实不能成立',
  }),
  educated: yesNo('是否对当事人进行教育并记录'),
});
const paying = facts({ inFull: yesNo('罚款是否缴清'), surchargePaid: yesNo('加处的罚款是否缴清或者依法减免（没有加处的填 true）') });
const deferring = facts({ applied: yesNo('当事人是否申请'), deferredTo: day('批准延期、分期缴纳到哪一天') });
const publishing = facts({ impact: yesNo('是否具有一定社会影响'), masked: yesNo('是否去除国家秘密、商业秘密和个人隐私') });
const changing = facts({ outcome: choice('结果', { changed: '变更', revoked: '撤销', unlawful: '确认违法', void: '确认无效' }) });
const retracting = facts({ explained: yesNo('是否公开说明理由') });
const suspending = facts({ reason: text('中止的原因和依据') });

const soft = 'soft' as const;
const AFTER_NOTICE = ['noticed', 'heard', 'ended', 'reviewed', 'discussed'] as const;
const RUNNING = ['filed', 'proposed', 'noticed', 'requested', 'set', 'heard', 'ended', 'reviewed', 'discussed'] as const;

/** Whether reconsideration or a lawsuit runs: asked for after the decision was last upheld. */
function isContested(history: readonly Taken[]): boolean {
  return (
    history.findLast(({ step }) => ['reconsider', 'sue', 'uphold'].includes(step))?.step !== 'uphold' &&
    (wasTaken(history, 'reconsider') || wasTaken(history, 'sue'))
  );
}

/**
 * 行政处罚: from filing to payment or to the court. Nothing is proposed without an order that was not obeyed; nothing is decided before notice, the
 * time to ask for a hearing, legal review and collective discussion where they are owed. Leniency leaves the line wherever it applies. The ninety
 * days of 第六十条 stand at the decision; the chain of 60 + 30 and 15 working days runs in the inspection case, and the calculator of a case's
 * deadlines shows both.
 */
export const penalty = procedure({
  code: 'penalty',
  title: '行政处罚',
  states: {
    filed: { name: '处罚案件已立案' },
    proposed: { name: '已提出处罚建议' },
    noticed: { name: '已事先告知' },
    requested: { name: '当事人要求听证' },
    set: { name: '已通知听证' },
    heard: { name: '听证已举行' },
    ended: { name: '听证已放弃或者终止' },
    reviewed: { name: '法制审核通过' },
    discussed: { name: '已集体讨论' },
    decided: { name: '已作出处罚决定' },
    served: { name: '待缴纳' },
    late: { name: '逾期未缴纳' },
    paid: { name: '已缴清' },
    changed: { name: '决定被变更或者撤销' },
    spared: { name: '不予处罚', ends: true },
    transferred: { name: '移送司法机关', ends: true },
    enforcement: { name: '转申请强制执行', ends: true },
    closed: { name: '已结案', ends: true },
  },
  steps: [
    {
      code: 'file',
      title: '处罚立案',
      from: [],
      to: 'filed',
      by: ['authority-head'],
      basis: [cite('行政处罚法', 54, 2)],
      evidence: 'VF',
      produces: ['立案审批表'],
    },
    {
      code: 'propose',
      title: '提出处罚建议',
      from: ['filed'],
      to: 'proposed',
      by: ['inspector'],
      basis: [cite('行政处罚法', 57), cite('工资条例', 54), cite('行政处罚法', 33)],
      evidence: 'VF',
      produces: ['案件处理报批表', '从轻减轻情形评估表'],
      ...guarded(proposing, proposalRefusal),
    },
    {
      code: 'notify',
      title: '事先告知',
      from: ['proposed'],
      to: 'noticed',
      by: ['authority'],
      basis: [cite('行政处罚法', 44), cite('行政处罚法', 63)],
      evidence: 'VF',
      produces: ['行政处罚事先告知书', '听证告知书', '送达回证'],
      ...service(),
    },
    {
      code: 'request-hearing',
      title: '要求听证',
      from: ['noticed'],
      to: 'requested',
      by: ['party-concerned'],
      basis: [cite('行政处罚法', 64, '(一)')],
      evidence: 'VF',
      within: { period: { parameter: 'penalty.hearing.request-days' }, from: ['notify'], kind: 'hard', missed: '视为放弃要求听证的权利。' },
      produces: ['听证申请书'],
      ...guarded(facts({}), (_given, context) => {
        const proposal = proposalIn(context.history);
        return proposal !== null && needsHearing(proposal, context) === false ? unmet('拟作出的处罚不属于应当组织听证的。', cite('行政处罚法', 63)) : null;
      }),
    },
    {
      code: 'waive-hearing',
      title: '放弃听证',
      from: ['noticed', 'requested', 'set'],
      to: 'ended',
      by: ['party-concerned'],
      basis: [cite('行政处罚法', 64, '(六)')],
      evidence: 'VF',
      produces: ['放弃听证声明'],
      ...guarded(waiving, (given) => {
        const known = waiving.certain(given, 'proof');
        return known.ok ? null : known.answer;
      }),
    },
    {
      code: 'set-hearing',
      title: '通知听证',
      from: ['requested'],
      to: 'set',
      by: ['authority'],
      basis: [cite('行政处罚法', 64, '(二)')],
      evidence: 'VF',
      produces: ['听证通知书', '送达回证'],
      ...service(),
    },
    {
      code: 'hold-hearing',
      title: '举行听证',
      from: ['set'],
      to: 'heard',
      by: ['authority'],
      basis: [cite('行政处罚法', 64)],
      evidence: 'VF',
      interpretation: '“七日前”按通知后第七个工作日起可以举行。',
      within: { period: { parameter: 'penalty.hearing.notice-days' }, from: ['set-hearing'], kind: 'notice' },
      produces: ['听证笔录', '听证报告'],
      ...guarded(hearingHeld, (given) => {
        const known = hearingHeld.certain(given, 'presiderInvestigated', 'isPublic', 'recorded');
        if (!known.ok) return known.answer;
        if (known.facts.presiderInvestigated) return unmet('听证由非本案调查人员主持。', cite('行政处罚法', 64, '(四)'));
        if (!known.facts.isPublic) return unmet('听证公开举行，依法保密的除外。', cite('行政处罚法', 64, '(三)'));
        return known.facts.recorded ? null : unmet('听证应当制作笔录并交当事人核对。', cite('行政处罚法', 64, '(八)'));
      }),
    },
    {
      code: 'end-hearing',
      title: '终止听证',
      from: ['set'],
      to: 'ended',
      by: ['authority'],
      basis: [cite('行政处罚法', 64, '(六)')],
      evidence: 'VF',
      within: { period: { parameter: 'penalty.hearing.notice-days' }, from: ['set-hearing'], kind: 'notice' },
      produces: ['终止听证记录'],
    },
    {
      code: 'review',
      title: '法制审核',
      from: ['noticed', 'heard', 'ended'],
      to: 'reviewed',
      by: ['authority'],
      basis: [cite('行政处罚法', 58)],
      evidence: 'VF',
      produces: ['法制审核意见书'],
      ...guarded(reviewing, (given) => {
        const known = reviewing.certain(given, 'passed');
        if (!known.ok) return known.answer;
        return known.facts.passed ? null : unmet('法制审核没有通过，不得作出决定；按审核意见补正后再审核。', cite('行政处罚法', 58));
      }),
    },
    {
      code: 'discuss',
      title: '集体讨论',
      from: ['noticed', 'heard', 'ended', 'reviewed'],
      to: 'discussed',
      by: ['authority-head'],
      basis: [cite('行政处罚法', 57, 2)],
      evidence: 'VF',
      produces: ['集体讨论记录'],
    },
    {
      code: 'decide',
      title: '作出处罚决定',
      from: ['proposed', ...AFTER_NOTICE],
      to: 'decided',
      by: ['authority-head'],
      basis: [cite('行政处罚法', 57, '(一)'), cite('行政处罚法', 60), cite('行政处罚法', 59), cite('行政处罚法', 65)],
      evidence: 'VF',
      interpretation: '90 日是一般期限；劳动保障监察案件的 60+30 个工作日和 15 个工作日优先，两者并列，以较早的提醒。',
      within: { period: { parameter: 'penalty.decide.days' }, from: ['file'], kind: soft, missed: '超过 90 日的一般期限；另有规定的从其规定。' },
      produces: ['行政处罚决定书'],
      ...guarded(deciding, decisionRefusal),
    },
    {
      code: 'spare',
      title: '不予处罚',
      from: ['proposed', ...AFTER_NOTICE],
      to: 'spared',
      by: ['authority-head'],
      basis: [cite('行政处罚法', 33), cite('行政处罚法', 57, '(二)'), cite('行政处罚法', 57, '(三)')],
      evidence: 'VF',
      produces: ['不予行政处罚决定书', '教育记录'],
      ...guarded(sparing, (given) => {
        const known = sparing.certain(given, 'ground', 'educated');
        if (!known.ok) return known.answer;
        if (known.facts.ground === 'unfounded' || known.facts.educated) return null;
        return unmet('依法不予处罚的，应当对当事人进行教育。', cite('行政处罚法', 33, 3));
      }),
    },
    {
      code: 'transfer',
      title: '移送司法机关',
      from: ['filed', 'proposed', ...AFTER_NOTICE],
      to: 'transferred',
      by: ['authority-head'],
      basis: [cite('行政处罚法', 57, '(四)'), cite('行政处罚法', 27, 1)],
      evidence: 'VF',
      produces: ['涉嫌犯罪案件移送书'],
    },
    {
      code: 'suspend',
      title: '中止办理',
      from: RUNNING,
      to: 'same',
      by: ['authority-head'],
      basis: [cite('行政处罚法', 60)],
      evidence: 'D',
      interpretation: '处罚法没有规定中止。确需等待另案结果、鉴定等，经负责人批准并写明依据的，停止计算期限；地方不认的不要使用。',
      clock: 'stops',
      produces: ['中止办理审批表'],
      ...guarded(suspending, (given, { history }) => {
        const known = suspending.certain(given, 'reason');
        if (!known.ok) return known.answer;
        return isSuspended(history) ? unmet('已经中止，恢复之后才能再次中止。') : null;
      }),
    },
    {
      code: 'resume',
      title: '恢复办理',
      from: RUNNING,
      to: 'same',
      by: ['authority-head'],
      basis: [cite('行政处罚法', 60)],
      evidence: 'D',
      interpretation: '中止的原因消除后恢复，期限继续计算。',
      clock: 'goes-on',
      produces: ['恢复办理审批表'],
      ...guarded(facts({}), (_given, { history }) => (isSuspended(history) ? null : unmet('没有中止，不用恢复。'))),
    },
    {
      code: 'serve',
      title: '送达处罚决定书',
      from: ['decided'],
      to: 'served',
      by: ['authority'],
      basis: [cite('行政处罚法', 61), cite('民事诉讼法', 95), cite('民事诉讼法', 88), cite('民事诉讼法', 89), cite('民事诉讼法', 90), cite('民事诉讼法', 91)],
      evidence: 'VF',
      within: { period: { parameter: 'penalty.serve.days' }, from: ['decide'], kind: soft, missed: '送达超过七个工作日。' },
      produces: ['送达回证'],
      ...service(),
    },
    {
      code: 'publish',
      title: '公开处罚决定',
      from: ['served', 'late', 'paid'],
      to: 'same',
      by: ['authority'],
      basis: [cite('行政处罚法', 48, 1), cite('行政处罚法', 50)],
      evidence: 'VF',
      produces: ['处罚信息公示单'],
      ...guarded(publishing, (given, { history }) => {
        const known = publishing.certain(given, 'impact', 'masked');
        if (!known.ok) return known.answer;
        if (wasTaken(history, 'publish')) return unmet('已经公开。');
        if (!known.facts.impact) return unmet('具有一定社会影响的处罚决定才公开。', cite('行政处罚法', 48, 1));
        return known.facts.masked ? null : unmet('公开前应当去除国家秘密、商业秘密和个人隐私。', cite('行政处罚法', 50));
      }),
    },
    {
      code: 'defer',
      title: '批准延期或者分期缴纳',
      from: ['served', 'late'],
      to: 'same',
      by: ['authority-head'],
      basis: [cite('行政处罚法', 66, 2)],
      evidence: 'VF',
      produces: ['延期（分期）缴纳罚款批准书'],
      ...guarded(deferring, (given, { happened }) => {
        const known = deferring.certain(given, 'applied', 'deferredTo');
        if (!known.ok) return known.answer;
        if (!known.facts.applied) return unmet('延期、分期缴纳要由当事人申请。', cite('行政处罚法', 66, 2));
        return moreThan(known.facts.deferredTo, dayOf(happened)) ? null : unmet('延期、分期要到批准之后的某一天。');
      }),
    },
    {
      code: 'pay',
      title: '缴清罚款',
      from: ['served', 'late'],
      to: 'paid',
      by: ['party-concerned'],
      basis: [cite('行政处罚法', 67, 3), cite('行政处罚法', 72, '(一)')],
      evidence: 'VF',
      within: { period: { parameter: 'penalty.pay.days' }, from: ['serve'], kind: soft, missed: '到期不缴纳的，每日按罚款数额的百分之三加处罚款。' },
      produces: ['缴款凭证'],
      ...guarded(paying, (given) => {
        const known = paying.certain(given, 'inFull', 'surchargePaid');
        if (!known.ok) return known.answer;
        if (!known.facts.inFull) return unmet('罚款没有缴清。');
        return known.facts.surchargePaid ? null : unmet('加处的罚款没有缴清，也没有依法减免。', cite('行政处罚法', 72, '(一)'));
      }),
    },
    {
      code: 'record-late',
      title: '确认逾期未缴纳',
      from: ['served'],
      to: 'late',
      by: ['authority', 'system'],
      basis: [cite('行政处罚法', 72)],
      evidence: 'VF',
      within: { period: { parameter: 'penalty.pay.days' }, from: ['serve'], kind: 'not-before' },
      produces: ['加处罚款告知书'],
      ...guarded(facts({}), (_given, { history, happened }) => {
        const deferredTo = factsOf(history, 'defer', deferring)?.deferredTo ?? null;
        if (deferredTo === null || moreThan(dayOf(happened), deferredTo)) return null;
        return unmet(`已批准延期、分期缴纳到 ${deferredTo}。`, cite('行政处罚法', 66, 2));
      }),
    },
    {
      code: 'reconsider',
      title: '申请行政复议',
      from: ['served', 'late', 'paid'],
      to: 'same',
      by: ['party-concerned'],
      basis: [cite('行政复议法', 20, 1), cite('行政处罚法', 73), cite('行政复议法', 42)],
      evidence: 'VF',
      within: { period: { parameter: 'remedy.reconsider.days' }, from: ['serve'], kind: 'hard' },
      produces: ['行政复议申请书'],
    },
    {
      code: 'sue',
      title: '提起行政诉讼',
      from: ['served', 'late', 'paid'],
      to: 'same',
      by: ['party-concerned'],
      basis: [cite('行政诉讼法', 46), cite('行政处罚法', 73), cite('行政诉讼法', 44, 1), cite('行政诉讼法', 56, 1)],
      evidence: 'VF',
      within: { period: { parameter: 'remedy.sue.months' }, from: ['serve'], kind: 'hard' },
      produces: ['行政起诉状'],
    },
    {
      code: 'uphold',
      title: '复议或者诉讼维持决定',
      from: ['served', 'late'],
      to: 'same',
      by: ['government', 'court'],
      basis: [cite('行政处罚法', 73)],
      evidence: 'VF',
      produces: ['行政复议决定书', '行政判决书'],
      ...guarded(facts({}), (_given, { history }) => (isContested(history) ? null : unmet('没有正在进行的复议、诉讼。'))),
    },
    {
      code: 'go-to-court',
      title: '转申请强制执行',
      from: ['late'],
      to: 'enforcement',
      by: ['authority'],
      basis: [cite('行政处罚法', 72, '(四)'), cite('行政强制法', 53)],
      evidence: 'VF',
      produces: ['催告书'],
      ...guarded(facts({}), (_given, { history }) =>
        isContested(history) ? unmet('当事人已经申请复议或者提起诉讼，等结果出来再按生效的决定、裁判办理。', cite('行政强制法', 53)) : null,
      ),
    },
    {
      code: 'change',
      title: '决定被变更、撤销或者确认违法、无效',
      from: ['served', 'late', 'paid'],
      to: 'changed',
      by: ['government', 'upper-authority', 'court', 'authority'],
      basis: [cite('行政处罚法', 48, 2)],
      evidence: 'VF',
      produces: ['行政复议决定书', '行政判决书'],
      ...guarded(changing, (given) => {
        const known = changing.certain(given, 'outcome');
        return known.ok ? null : known.answer;
      }),
    },
    {
      code: 'retract',
      title: '撤回公开的处罚信息',
      from: ['changed'],
      to: 'closed',
      by: ['authority'],
      basis: [cite('行政处罚法', 48, 2)],
      evidence: 'VF',
      within: { period: { parameter: 'penalty.retract.days' }, from: ['change'], kind: soft, missed: '撤回超过三个工作日。' },
      produces: ['撤回公示的说明'],
      ...guarded(retracting, (given, { history }) => {
        const known = retracting.certain(given, 'explained');
        if (!known.ok) return known.answer;
        if (!wasTaken(history, 'publish')) return unmet('没有公开过，直接结案。');
        return known.facts.explained ? null : unmet('撤回时要公开说明理由。', cite('行政处罚法', 48, 2));
      }),
    },
    {
      code: 'close',
      title: '结案归档',
      from: ['paid', 'changed'],
      to: 'closed',
      by: ['authority-head'],
      basis: [cite('行政处罚法', 47)],
      evidence: 'D',
      interpretation: '法律没有规定结案期限，按 10 个工作日。',
      within: { period: { parameter: 'case.close.days' }, from: 'state', kind: soft },
      produces: ['结案审批表', '卷宗目录'],
      ...guarded(facts({}), (_given, { history }) =>
        wasTaken(history, 'change') && wasTaken(history, 'publish') ? unmet('公开过的处罚信息要先撤回并说明理由。', cite('行政处罚法', 48, 2)) : null,
      ),
    },
  ],
});
