import { lessThan, moreThan } from '#kernel/bounds.ts';
import { dayOf } from '#kernel/civil-moment.ts';
import { cite } from '#law/citation.ts';
import { choice, count, day, facts, text, yesNo } from '#law/facts.ts';
import { guarded, procedure, type StepContext, type Taken, unmet } from '#law/procedure.ts';
import { service } from '#law/service.ts';
import { lastDayToObey } from '../correction-order.ts';
import { effectiveDayOf, factsOf, isSuspended, numberFor, wasTaken } from '../past-steps.ts';
import { violationChoices, type ViolationCode, violationOf, VIOLATIONS } from '../violations.ts';

const CODES = Object.keys(VIOLATIONS).filter((code): code is ViolationCode => Object.hasOwn(VIOLATIONS, code));

const refusing = facts({
  ground: choice('不予受理的原因', { barred: '违法行为终了已超过两年', vague: '没有明确的被投诉单位或者损害', other: '其他不符合受理条件的情形' }),
  written: yesNo('是否书面决定并送达投诉人'),
});
const guiding = facts({
  ground: choice('告知的原因', { dispute: '应当或者已经通过调解、仲裁、诉讼解决', competence: '不属于本部门管辖' }),
  where: text('告知投诉人向哪里提出'),
});
const starting = facts({
  officers: count('持证执法人员人数', '人'),
  shown: yesNo('是否佩戴监察标志、出示执法证件'),
  tied: yesNo('执法人员中有没有应当回避的人'),
});
const extending = facts({ complex: yesNo('情况是否复杂（由负责人认定）') });
const suspending = facts({ reason: text('中止调查的原因和依据') });
const ordering = facts({ orderDueOn: day('责令改正的最后一日') });
const rechecking = facts({ corrected: yesNo('复查时是否已经改正') });
const withdrawing = facts({
  ground: choice('撤销立案的原因', { minor: '情节轻微且已改正', unfounded: '违法事实不能成立' }),
  corrected: yesNo('是否已经改正'),
});
const transferring = facts({ where: text('移送的部门'), why: choice('移送的原因', { competence: '不属于劳动保障监察事项', crime: '涉嫌犯罪' }) });
const penalising = facts({ violation: choice('拟处罚的违法行为', violationChoices(...CODES)) });
const deciding = facts({
  statement: choice('用人单位的陈述、申辩', { heard: '已听取并复核', none: '没有提出', waived: '明确放弃', refused: '提出而未听取' }),
  additional: yesNo('是否责令加付赔偿金'),
  remedies: yesNo('决定书是否写明复议、诉讼的途径和期限'),
});
const performing = facts({ inFull: yesNo('是否已经全部履行') });

const soft = 'soft' as const;

/** Whether an order was served, took effect before its last day, and that day is over. */
function overdueRefusal({ happened, history, calendar }: Pick<StepContext, 'happened' | 'history' | 'calendar'>) {
  const order = factsOf(history, 'order', ordering);
  const effectiveOn = effectiveDayOf('serve-order', { history, calendar });
  if (order?.orderDueOn === undefined || order.orderDueOn === null || effectiveOn === null)
    return unmet('责令改正的文书还没有送达，期限没有开始。', cite('监察条例', 18));
  if (lessThan(order.orderDueOn, effectiveOn))
    return unmet(`责令的期限 ${order.orderDueOn} 早于送达生效的 ${effectiveOn}，应当重新责令。`, cite('监察条例', 18));
  const { due } = lastDayToObey(order.orderDueOn, calendar);
  return moreThan(dayOf(happened), due) ? null : unmet(`责令改正的期限到 ${due} 为止，期满之后才能确认逾期。`, cite('监察条例', 18));
}

function isOrderOverdue(history: readonly Taken[]): boolean {
  return wasTaken(history, 'record-overdue');
}

/**
 * 监察案件: from complaint or finding to the file's closing. Acceptance and filing have their days, the investigation sixty working days and thirty
 * more when the head approves in time, the decision fifteen. An order comes before every fine; a party is heard before every decision.
 * Penalty, crime and list run beside it as procedures of their own.
 */
export const inspectionCase = procedure({
  code: 'inspection-case',
  title: '劳动保障监察案件',
  states: {
    complaint: { name: '收到投诉' },
    supplement: { name: '待补正' },
    accepted: { name: '已受理' },
    found: { name: '发现违法线索' },
    refused: { name: '不予受理', ends: true },
    guided: { name: '已告知其他途径', ends: true },
    filed: { name: '已立案' },
    investigating: { name: '调查中' },
    ordered: { name: '已责令改正' },
    overdue: { name: '逾期未改正' },
    concluded: { name: '调查终结' },
    noticed: { name: '已告知拟处理内容' },
    decided: { name: '已作出处理决定' },
    performed: { name: '已改正或者履行' },
    enforcement: { name: '转申请强制执行' },
    penalty: { name: '转行政处罚' },
    withdrawn: { name: '已撤销立案' },
    transferred: { name: '已移送' },
    closed: { name: '已结案', ends: true },
  },
  steps: [
    {
      code: 'receive',
      title: '登记投诉',
      from: [],
      to: 'complaint',
      by: ['authority'],
      basis: [cite('监察条例', 9, 2), cite('监察若干规定', 18), cite('调解仲裁法', 9), cite('劳动合同法实施条例', 36)],
      evidence: 'VF',
      produces: ['举报投诉登记表'],
    },
    {
      code: 'find',
      title: '登记发现的线索',
      from: [],
      to: 'found',
      by: ['inspector', 'department', 'system'],
      basis: [cite('监察条例', 14, 1)],
      evidence: 'VF',
      produces: ['案件线索登记表'],
    },
    {
      code: 'request-supplement',
      title: '要求补正',
      from: ['complaint'],
      to: 'supplement',
      by: ['authority'],
      basis: [cite('监察若干规定', 18)],
      evidence: 'V2',
      within: { period: { parameter: 'case.accept.days' }, from: ['receive', 'supply'], kind: soft },
      produces: ['补正告知书'],
    },
    {
      code: 'supply',
      title: '补正材料',
      from: ['supplement'],
      to: 'complaint',
      by: ['worker'],
      basis: [cite('监察若干规定', 18)],
      evidence: 'V2',
      produces: ['补正材料清单'],
    },
    {
      code: 'refuse',
      title: '不予受理',
      from: ['complaint'],
      to: 'refused',
      by: ['authority'],
      basis: [cite('监察若干规定', 18), cite('监察条例', 20)],
      evidence: 'V2',
      within: { period: { parameter: 'case.accept.days' }, from: ['receive', 'supply'], kind: soft },
      produces: ['不予受理决定书'],
      ...guarded(refusing, (given, { history }) => {
        const known = refusing.certain(given, 'ground', 'written');
        if (!known.ok) return known.answer;
        if (known.facts.ground === 'vague' && !wasTaken(history, 'supply')) {
          return unmet('被投诉单位或者损害不明确的，应当先告知投诉人补正，补正后仍不明确的才不予受理。', cite('监察若干规定', 18, 3));
        }
        return known.facts.written ? null : unmet('不予受理要书面决定并送达投诉人。', cite('监察若干规定', 18));
      }),
    },
    {
      code: 'guide',
      title: '告知其他途径',
      from: ['complaint'],
      to: 'guided',
      by: ['authority'],
      basis: [cite('监察条例', 21, 2), cite('监察若干规定', 18), cite('监察条例', 13, 1)],
      evidence: 'VF',
      within: { period: { parameter: 'case.accept.days' }, from: ['receive', 'supply'], kind: soft },
      produces: ['告知书'],
      ...guarded(guiding, (given) => {
        const known = guiding.certain(given, 'ground', 'where');
        return known.ok ? null : known.answer;
      }),
    },
    {
      code: 'accept',
      title: '受理',
      from: ['complaint'],
      to: 'accepted',
      by: ['authority'],
      basis: [cite('监察若干规定', 18)],
      evidence: 'V2',
      within: { period: { parameter: 'case.accept.days' }, from: ['receive', 'supply'], kind: soft, missed: '受理逾期。' },
      produces: ['受理通知书'],
    },
    {
      code: 'file',
      title: '立案',
      from: ['accepted', 'found'],
      to: 'filed',
      by: ['authority-head'],
      basis: [cite('监察条例', 14, 2), cite('监察若干规定', 18), cite('监察若干规定', 19)],
      evidence: 'V2',
      within: { period: { parameter: 'case.file.days', roll: 'none' }, from: ['accept'], kind: soft, missed: '受理之日没有立案。' },
      produces: ['立案审批表'],
    },
    {
      code: 'start',
      title: '开始调查',
      from: ['filed'],
      to: 'investigating',
      by: ['inspector'],
      basis: [cite('监察条例', 16), cite('行政处罚法', 42, 1), cite('监察条例', 15, 1), cite('行政处罚法', 55, 1)],
      evidence: 'VF',
      produces: ['调查询问书', '询问笔录', '现场检查笔录'],
      ...guarded(starting, (given, context) => {
        const known = starting.certain(given, 'officers', 'shown', 'tied');
        if (!known.ok) return known.answer;
        const enough = numberFor('case.officers', context);
        if (typeof enough !== 'number') return enough;
        if (lessThan(known.facts.officers, enough)) return unmet(`调查、检查的执法人员不得少于 ${enough} 人。`, cite('监察条例', 16, 1));
        if (!known.facts.shown) return unmet('没有佩戴标志、出示证件，单位有权拒绝检查。', cite('监察条例', 16, 1));
        return known.facts.tied ? unmet('应当回避的人员不得参加调查，请换人。', cite('监察条例', 16, 2)) : null;
      }),
    },
    {
      code: 'extend-investigation',
      title: '延长调查期限',
      from: ['investigating', 'ordered', 'overdue'],
      to: 'same',
      by: ['authority-head'],
      basis: [cite('监察条例', 17)],
      evidence: 'VF',
      extends: { steps: ['conclude'], by: { parameter: 'case.investigate.extra-days' } },
      produces: ['延长办案期限审批表'],
      ...guarded(extending, (given) => {
        const known = extending.certain(given, 'complex');
        if (!known.ok) return known.answer;
        return known.facts.complex ? null : unmet('情况复杂的才可以延长调查期限。', cite('监察条例', 17));
      }),
    },
    {
      code: 'suspend',
      title: '中止调查',
      from: ['investigating', 'ordered', 'overdue'],
      to: 'same',
      by: ['authority-head'],
      basis: [cite('监察条例', 17)],
      evidence: 'D',
      interpretation: '条例没有规定中止。确需等待另案结果、鉴定等，经负责人批准并写明依据的，停止计算期限；地方不认的不要使用。',
      clock: 'stops',
      produces: ['中止调查审批表'],
      ...guarded(suspending, (given, { history }) => {
        const known = suspending.certain(given, 'reason');
        if (!known.ok) return known.answer;
        return isSuspended(history) ? unmet('已经中止，恢复之后才能再次中止。') : null;
      }),
    },
    {
      code: 'resume',
      title: '恢复调查',
      from: ['investigating', 'ordered', 'overdue'],
      to: 'same',
      by: ['authority-head'],
      basis: [cite('监察条例', 17)],
      evidence: 'D',
      interpretation: '中止的原因消除后恢复，期限继续计算。',
      clock: 'goes-on',
      produces: ['恢复调查审批表'],
      ...guarded(facts({}), (_given, { history }) => (isSuspended(history) ? null : unmet('没有中止，不用恢复。'))),
    },
    {
      code: 'order',
      title: '责令限期改正',
      from: ['investigating'],
      to: 'ordered',
      by: ['authority'],
      basis: [cite('监察条例', 18), cite('行政处罚法', 28, 1)],
      evidence: 'VF',
      produces: ['限期改正（整改）指令书'],
      ...guarded(ordering, (given, { happened }) => {
        const known = ordering.certain(given, 'orderDueOn');
        if (!known.ok) return known.answer;
        return moreThan(known.facts.orderDueOn, dayOf(happened)) ? null : unmet('责令改正的期限要在作出之后。');
      }),
    },
    {
      code: 'serve-order',
      title: '送达指令书',
      from: ['ordered'],
      to: 'same',
      by: ['authority'],
      basis: [cite('监察条例', 18), cite('民事诉讼法', 95)],
      evidence: 'VF',
      produces: ['送达回证'],
      ...service(),
    },
    {
      code: 'order-again',
      title: '重新责令',
      from: ['ordered'],
      to: 'investigating',
      by: ['authority'],
      basis: [cite('监察条例', 18)],
      evidence: 'D',
      interpretation: '原期限在送达生效之前已过的，撤回原指令书重新责令。',
      produces: ['撤回指令书的说明'],
    },
    {
      code: 'correct',
      title: '期限内改正',
      from: ['ordered'],
      to: 'performed',
      by: ['employer', 'party-concerned'],
      basis: [cite('监察条例', 18)],
      evidence: 'VF',
      produces: ['改正情况报告', '支付凭证'],
      ...guarded(facts({}), (_given, { happened, history, calendar }) => {
        const namedOn = factsOf(history, 'order', ordering)?.orderDueOn ?? null;
        const due = namedOn === null ? null : lastDayToObey(namedOn, calendar).due;
        if (due === null || !moreThan(dayOf(happened), due)) return null;
        return unmet(`责令改正的期限到 ${due} 为止，之后改正的按逾期处理，改正情况作为裁量的情节。`);
      }),
    },
    {
      code: 'record-overdue',
      title: '复查确认逾期未改正',
      from: ['ordered'],
      to: 'overdue',
      by: ['inspector'],
      basis: [cite('监察条例', 18)],
      evidence: 'VF',
      produces: ['复查记录'],
      ...guarded(rechecking, (given, context) => {
        const early = overdueRefusal(context);
        if (early !== null) return early;
        const known = rechecking.certain(given, 'corrected');
        if (!known.ok) return known.answer;
        return known.facts.corrected ? unmet('复查时已经改正，请登记改正之日；期限内改正的不罚款。') : null;
      }),
    },
    {
      code: 'conclude',
      title: '调查终结',
      from: ['investigating', 'overdue'],
      to: 'concluded',
      by: ['inspector'],
      basis: [cite('监察条例', 17)],
      evidence: 'VF',
      within: { period: { parameter: 'case.investigate.days' }, from: ['file'], kind: soft, missed: '调查超过期限。' },
      produces: ['调查终结报告', '案件处理报批表'],
      ...guarded(facts({}), (_given, { history }) => (isSuspended(history) ? unmet('调查中止期间不能终结，先恢复调查。') : null)),
    },
    {
      code: 'extend-decision',
      title: '延长处理期限',
      from: ['concluded', 'noticed'],
      to: 'same',
      by: ['authority-head'],
      basis: [cite('监察若干规定', 37)],
      evidence: 'V1',
      interpretation: '规定没有写明可以延长多久，按不超过原期限的 15 个工作日。',
      extends: { steps: ['decide', 'withdraw', 'transfer', 'go-to-penalty'], by: { parameter: 'case.decide.extra-days' } },
      produces: ['延长办案期限审批表'],
    },
    {
      code: 'withdraw',
      title: '撤销立案',
      from: ['investigating', 'concluded'],
      to: 'withdrawn',
      by: ['authority-head'],
      basis: [cite('监察条例', 18, '(三)'), cite('行政处罚法', 57, '(三)')],
      evidence: 'VF',
      within: { period: { parameter: 'case.decide.days' }, from: ['conclude'], kind: soft },
      produces: ['撤销立案决定书'],
      ...guarded(withdrawing, (given) => {
        const known = withdrawing.certain(given, 'ground');
        if (!known.ok || known.facts.ground === 'unfounded') return known.ok ? null : known.answer;
        const minor = withdrawing.certain(given, 'corrected');
        if (!minor.ok) return minor.answer;
        return minor.facts.corrected ? null : unmet('情节轻微而没有改正的，不能撤销立案。', cite('监察条例', 18, '(三)'));
      }),
    },
    {
      code: 'transfer',
      title: '移送',
      from: ['investigating', 'concluded'],
      to: 'transferred',
      by: ['authority'],
      basis: [cite('监察条例', 18, 2), cite('工资条例', 41, 2)],
      evidence: 'VF',
      within: { period: { parameter: 'case.decide.days' }, from: ['conclude'], kind: soft },
      produces: ['案件移送书'],
      ...guarded(transferring, (given) => {
        const known = transferring.certain(given, 'where', 'why');
        return known.ok ? null : known.answer;
      }),
    },
    {
      code: 'notify',
      title: '告知拟处理内容',
      from: ['concluded'],
      to: 'noticed',
      by: ['authority'],
      basis: [cite('监察条例', 19)],
      evidence: 'VF',
      produces: ['行政处理事先告知书', '送达回证'],
      ...service(),
    },
    {
      code: 'decide',
      title: '作出行政处理决定',
      from: ['concluded', 'noticed'],
      to: 'decided',
      by: ['authority-head'],
      basis: [cite('监察条例', 18, '(二)'), cite('监察条例', 26), cite('监察若干规定', 37)],
      evidence: 'VF',
      within: { period: { parameter: 'case.decide.days' }, from: ['conclude'], kind: soft, missed: '处理超过期限。' },
      produces: ['行政处理决定书'],
      ...guarded(deciding, (given, { history, happened, calendar }) => {
        const noticedOn = effectiveDayOf('notify', { history, calendar });
        if (noticedOn === null) return unmet('没有事先告知，不得作出决定。', cite('监察条例', 19));
        if (moreThan(noticedOn, dayOf(happened))) return unmet(`事先告知 ${noticedOn} 才生效，之后才能作出决定。`, cite('监察条例', 19));
        const known = deciding.certain(given, 'statement', 'additional', 'remedies');
        if (!known.ok) return known.answer;
        if (known.facts.statement === 'refused') return unmet('拒绝听取陈述、申辩，不得作出决定。', cite('监察条例', 19));
        if (known.facts.additional && !isOrderOverdue(history)) return unmet('加付赔偿金只在责令限期支付、逾期不支付之后。', cite('监察条例', 26));
        return known.facts.remedies ? null : unmet('决定书要写明申请行政复议、提起行政诉讼的途径和期限。', cite('监察条例', 19));
      }),
    },
    {
      code: 'serve-decision',
      title: '送达处理决定书',
      from: ['decided'],
      to: 'same',
      by: ['authority'],
      basis: [cite('行政处罚法', 61, 1), cite('民事诉讼法', 95)],
      evidence: 'D',
      interpretation: '行政处理决定的送达比照处罚决定，七个工作日。',
      within: { period: { parameter: 'penalty.serve.days' }, from: ['decide'], kind: soft },
      produces: ['送达回证'],
      ...service(),
    },
    {
      code: 'perform',
      title: '履行处理决定',
      from: ['decided'],
      to: 'performed',
      by: ['employer', 'party-concerned'],
      basis: [cite('监察条例', 26), cite('工资条例', 42)],
      evidence: 'VF',
      produces: ['支付凭证'],
      ...guarded(performing, (given) => {
        const known = performing.certain(given, 'inFull');
        if (!known.ok) return known.answer;
        return known.facts.inFull ? null : unmet('只履行了一部分，其余仍要履行。');
      }),
    },
    {
      code: 'go-to-court',
      title: '转申请强制执行',
      from: ['decided'],
      to: 'enforcement',
      by: ['authority'],
      basis: [cite('工资条例', 42), cite('行政强制法', 53)],
      evidence: 'VF',
      produces: ['催告书'],
      ...guarded(facts({}), (_given, { history }) =>
        wasTaken(history, 'serve-decision') ? null : unmet('处理决定书还没有送达，不能催告、申请强制执行。', cite('行政强制法', 54)),
      ),
    },
    {
      code: 'open-penalty',
      title: '另行启动行政处罚',
      from: ['investigating', 'ordered', 'overdue', 'concluded', 'noticed', 'decided'],
      to: 'same',
      by: ['authority-head'],
      basis: [cite('监察条例', 18, '(一)'), cite('工资条例', 54), cite('监察条例', 30)],
      evidence: 'VF',
      produces: ['案件处理报批表'],
      ...guarded(penalising, (given, { history }) => penaltyRefusal(given, history)),
    },
    {
      code: 'go-to-penalty',
      title: '转行政处罚',
      from: ['concluded'],
      to: 'penalty',
      by: ['authority-head'],
      basis: [cite('监察条例', 18, '(一)')],
      evidence: 'VF',
      within: { period: { parameter: 'case.decide.days' }, from: ['conclude'], kind: soft },
      produces: ['案件处理报批表'],
      ...guarded(penalising, (given, { history }) => penaltyRefusal(given, history)),
    },
    {
      code: 'open-transfer-review',
      title: '启动涉嫌犯罪移送审查',
      from: ['overdue', 'concluded', 'noticed', 'decided'],
      to: 'same',
      by: ['authority'],
      basis: [cite('工资条例', 41, 2), cite('监察条例', 18, 2)],
      evidence: 'VF',
      produces: ['涉嫌犯罪审查表'],
      ...guarded(facts({}), (_given, { history }) =>
        isOrderOverdue(history) ? null : unmet('没有责令支付逾期的事实，不启动移送审查。', cite('工资条例', 41, 2)),
      ),
    },
    {
      code: 'open-listing-review',
      title: '启动失信名单审查',
      from: ['overdue', 'concluded', 'noticed', 'decided'],
      to: 'same',
      by: ['authority'],
      basis: [cite('工资条例', 48, 1)],
      evidence: 'VF',
      produces: ['失信名单审查表'],
      ...guarded(facts({}), (_given, { history }) =>
        isOrderOverdue(history) ? null : unmet('没有责令支付逾期的事实，不启动名单审查。', cite('工资条例', 48, 1)),
      ),
    },
    {
      code: 'close',
      title: '结案归档',
      from: ['performed', 'enforcement', 'penalty', 'withdrawn', 'transferred'],
      to: 'closed',
      by: ['authority-head'],
      basis: [cite('行政处罚法', 47)],
      evidence: 'D',
      interpretation: '法律没有规定结案期限，按 10 个工作日。',
      within: { period: { parameter: 'case.close.days' }, from: 'state', kind: soft },
      produces: ['结案审批表', '卷宗目录'],
    },
  ],
});

/** 条例 54-58 and refusing an order are fined only after an order that was not obeyed; obstruction and false evidence are not. */
function penaltyRefusal(given: { readonly violation: ViolationCode | null }, history: readonly Taken[]) {
  const known = penalising.certain(given, 'violation');
  if (!known.ok) return known.answer;
  const { fine, after, article } = violationOf(known.facts.violation);
  if (fine === null) return unmet('本项只责令改正，没有罚款。', article);
  return after === 'act' || isOrderOverdue(history) ? null : unmet('没有责令限期改正并且逾期未改正，不得罚款。', article);
}
