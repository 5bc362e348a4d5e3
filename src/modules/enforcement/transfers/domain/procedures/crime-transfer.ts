import { lessThan } from '#kernel/bounds.ts';
import { dayOf } from '#kernel/civil-moment.ts';
import { deadline, naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { choice, count, day, facts, text, yesNo } from '#law/facts.ts';
import { valueOn } from '#law/parameters/index.ts';
import { guarded, procedure, unmet } from '#law/procedure.ts';
import { cannotDetermine } from '#law/rule.ts';
import { service } from '#law/service.ts';
import { effectiveDayOf } from '#modules/enforcement/cases/domain/index.ts';
import { gapsOfFile, TRANSFER_FILE } from '../transfer-file.ts';

const screening = facts({
  amount: choice('数额是否较大（由数额计算器核对）', {
    one: '一名劳动者达到标准',
    many: '十名以上劳动者累计达到标准',
    both: '两项都达到',
    neither: '都没有达到',
  }),
});
const posting = facts({
  undeliverable: yesNo('行为人逃匿，文书是否无法送交本人、同住成年家属或者所在单位负责收件的人'),
  places: text('张贴的地点'),
  filmed: yesNo('张贴是否拍照、录像'),
});
const paying = facts({ payBy: day('文书指定的支付期限届满之日') });
const overdue = facts({
  payBy: day('文书指定的支付期限届满之日'),
  isPaid: yesNo('期限内是否已经付清'),
  excused: yesNo('是否有证据证明行为人有正当理由未知悉责令支付或者未及时支付'),
});
const team = facts({
  officers: count('专案组的行政执法人员人数', '人'),
  conduct: choice('逃避支付或者有能力支付而不支付', { evades: '以转移财产、逃匿等方法逃避支付', able: '有能力支付而不支付', neither: '都不是' }),
});
const refusal = facts({ reason: text('不批准移送的理由') });
const sending = facts({ ...TRANSFER_FILE, isCopied: yesNo('是否抄送同级人民检察院') });

const interpretation = '“3日”没有写明工作日，按自然日计算，最后一日是休息日的顺延。';
const transferred = cite('移送规定', 5, 2);
const reconsidering = cite('移送规定', 9, 2);
const supervising = cite('公安程序规定', 182);

/**
 * 涉嫌犯罪移送: from the amount test to the police's decision, reconsideration and the procuratorate's supervision. Days are natural days, the 24
 * hours run from the minute. Nothing may be sent before an order was served and ignored; a person says whether there was evasion or
 * ability. Payment is written down wherever it happens, because the stage decides what it is worth.
 */
export const crimeTransfer = procedure({
  code: 'crime-transfer',
  title: '涉嫌拒不支付劳动报酬罪移送',
  states: {
    screened: { name: '数额达到标准' },
    ordered: { name: '责令支付文书已送达' },
    overdue: { name: '责令支付逾期' },
    team: { name: '专案组核实' },
    reported: { name: '已报负责人' },
    approved: { name: '批准移送' },
    rejected: { name: '不批准移送', ends: true },
    sent: { name: '公安机关审查' },
    supplement: { name: '待补正' },
    filed: { name: '公安机关已立案' },
    refused: { name: '公安机关不予立案' },
    reconsidering: { name: '复议中' },
    upheld: { name: '复议维持不予立案' },
    supervision: { name: '已建议立案监督' },
    reasons: { name: '待说明不立案理由' },
    explained: { name: '已说明不立案理由' },
    directed: { name: '检察院通知立案' },
    indicted: { name: '已提起公诉' },
    judged: { name: '一审已宣判', ends: true },
    obeyed: { name: '期限内付清', ends: true },
    closed: { name: '不追究刑事责任，依法作行政处理', ends: true },
  },
  steps: [
    {
      code: 'screen',
      title: '核对数额',
      from: [],
      to: 'screened',
      by: ['inspector', 'system'],
      basis: [cite('拒付报酬解释', 3)],
      evidence: 'VF',
      produces: ['逐人欠付明细表'],
      ...guarded(screening, (given) => {
        const known = screening.certain(given, 'amount');
        if (!known.ok) return known.answer;
        return known.facts.amount === 'neither' ? unmet('数额没有达到本地标准，不启动移送；继续督促支付。', cite('拒付报酬解释', 3)) : null;
      }),
    },
    {
      code: 'serve-order',
      title: '送达责令支付文书',
      from: ['screened'],
      to: 'ordered',
      by: ['authority'],
      basis: [cite('拒付报酬解释', 4, 1), cite('监察条例', 26)],
      evidence: 'VF',
      produces: ['限期整改指令书', '送达回证'],
      ...service(),
    },
    {
      code: 'post-order',
      title: '张贴责令支付文书',
      from: ['screened'],
      to: 'ordered',
      by: ['authority'],
      basis: [cite('拒付报酬解释', 4, 2)],
      evidence: 'VF',
      produces: ['限期整改指令书', '张贴照片、录像'],
      ...guarded(posting, (given) => {
        const known = posting.certain(given, 'undeliverable', 'places', 'filmed');
        if (!known.ok) return known.answer;
        if (!known.facts.undeliverable) return unmet('文书能够送交的，应当直接送达；张贴只用于行为人逃匿、无法送交的情形。');
        return known.facts.filmed ? null : unmet('张贴没有拍照、录像，不能视为已经责令支付。');
      }),
    },
    {
      code: 'pay-in-time',
      title: '期限内付清',
      from: ['ordered'],
      to: 'obeyed',
      by: ['employer'],
      basis: [cite('拒付报酬解释', 4, 1)],
      evidence: 'VF',
      produces: ['支付凭证'],
      ...guarded(paying, (given, { happened, calendar }) => {
        const known = paying.certain(given, 'payBy');
        if (!known.ok) return known.answer;
        const { due } = deadline(known.facts.payBy, naturalDays(0), calendar);
        return dayOf(happened) <= due ? null : unmet(`指定的支付期限到 ${due} 为止，之后付清的按逾期处理，付清情况另行登记。`);
      }),
    },
    {
      code: 'find-overdue',
      title: '确认逾期未付',
      from: ['ordered'],
      to: 'overdue',
      by: ['inspector'],
      basis: [cite('拒付报酬解释', 4, 1), cite('刑法', 276.1)],
      evidence: 'VF',
      produces: ['复查记录'],
      ...guarded(overdue, (given, context) => {
        const known = overdue.certain(given, 'payBy', 'isPaid', 'excused');
        if (!known.ok) return known.answer;
        const { payBy, isPaid, excused } = known.facts;
        const servedOn = effectiveDayOf('serve-order', context) ?? effectiveDayOf('post-order', context);
        if (servedOn !== null && payBy < servedOn) return unmet(`文书指定的期限早于送达生效的 ${servedOn}，应当重新指定期限。`);
        const { due } = deadline(payBy, naturalDays(0), context.calendar);
        if (dayOf(context.happened) <= due) return unmet(`指定的支付期限到 ${due} 为止，期满之后才能确认逾期。`);
        if (isPaid) return unmet('期限内已经付清，没有逾期。');
        return excused ? unmet('有正当理由未知悉责令支付或者未及时支付的，不认定为仍不支付。') : null;
      }),
    },
    {
      code: 'form-team',
      title: '指定专案组',
      from: ['overdue'],
      to: 'team',
      by: ['authority', 'authority-head'],
      basis: [cite('移送规定', 5, 1)],
      evidence: 'VF',
      produces: ['专案组指定书'],
      ...guarded(team, (given, { happened, place }) => {
        const known = team.certain(given, 'officers', 'conduct');
        if (!known.ok) return known.answer;
        if (known.facts.conduct === 'neither') return unmet('没有逃避支付，也没有支付能力的，不构成移送的条件；转入清偿和强制执行。');
        const least = valueOn('transfer.team.people', place, dayOf(happened));
        if (!least.ok) return cannotDetermine(least.missing);
        return lessThan(known.facts.officers, least.inForce.value) ? unmet(`专案组至少要有 ${least.inForce.value} 名行政执法人员。`) : null;
      }),
    },
    {
      code: 'report',
      title: '提出移送书面报告',
      from: ['team'],
      to: 'reported',
      by: ['inspector'],
      basis: [cite('移送规定', 5, 1)],
      evidence: 'VF',
      produces: ['涉嫌犯罪案件情况的调查报告', '移送审批表'],
    },
    {
      code: 'approve',
      title: '批准移送',
      from: ['reported'],
      to: 'approved',
      by: ['authority-head'],
      basis: [transferred],
      evidence: 'VF',
      interpretation,
      within: { period: { parameter: 'transfer.decide.days' }, from: 'state', kind: 'soft', missed: '逾期不移送的，责令限期移送并追究责任。' },
      produces: ['移送审批表'],
    },
    {
      code: 'reject',
      title: '不批准移送',
      from: ['reported'],
      to: 'rejected',
      by: ['authority-head'],
      basis: [transferred],
      evidence: 'VF',
      interpretation,
      within: { period: { parameter: 'transfer.decide.days' }, from: 'state', kind: 'soft' },
      produces: ['不予批准理由记录'],
      ...guarded(refusal, (given) => {
        const known = refusal.certain(given, 'reason');
        return known.ok ? null : known.answer;
      }),
    },
    {
      code: 'send',
      title: '移送公安机关',
      from: ['approved'],
      to: 'sent',
      by: ['authority'],
      basis: [transferred, cite('移送规定', 6), cite('拒付查处通知', 2)],
      evidence: 'VF',
      interpretation: '七项材料和抄送检察院的要求出自2014年四部门通知，凭记忆，待法制审核。',
      within: { period: { parameter: 'transfer.send.hours' }, from: ['approve'], kind: 'soft', missed: '逾期不移送的，责令限期移送并追究责任。' },
      produces: ['涉嫌犯罪案件移送书', '移送回执'],
      ...guarded(sending, ({ isCopied, ...file }) => {
        const { missing, unknown } = gapsOfFile(file);
        if (missing.length > 0) return unmet(`移送材料缺少：${missing.join('、')}。`, cite('移送规定', 6));
        if (unknown.length > 0) return cannotDetermine(...unknown);
        if (isCopied === null) return cannotDetermine('是否抄送同级人民检察院');
        return isCopied ? null : unmet('移送要同时抄送同级人民检察院。', cite('拒付查处通知', 2));
      }),
    },
    {
      code: 'ask-supplement',
      title: '通知补正材料',
      from: ['sent'],
      to: 'supplement',
      by: ['police'],
      basis: [cite('公安程序规定', 180, 2)],
      evidence: 'VF',
      within: { period: { parameter: 'transfer.supplement-notice.hours' }, from: ['send'], kind: 'soft', missed: '不得以材料不全为由不接受移送。' },
      produces: ['补正材料通知'],
    },
    {
      code: 'supplement',
      title: '补正移送材料',
      from: ['supplement'],
      to: 'sent',
      by: ['authority'],
      basis: [cite('公安程序规定', 180, 2)],
      evidence: 'VF',
      interpretation: `${interpretation}补齐之后审查期限重新起算。`,
      within: { period: { parameter: 'transfer.supplement.days' }, from: 'state', kind: 'soft' },
      produces: ['补充移送材料清单'],
    },
    {
      code: 'file',
      title: '决定立案',
      from: ['sent'],
      to: 'filed',
      by: ['police'],
      basis: [cite('移送规定', 8), cite('公安程序规定', 180, 1)],
      evidence: 'VF',
      interpretation,
      within: { period: { parameter: 'transfer.review.days' }, from: 'state', kind: 'soft' },
      produces: ['立案通知书'],
    },
    {
      code: 'refuse',
      title: '决定不予立案',
      from: ['sent'],
      to: 'refused',
      by: ['police'],
      basis: [cite('移送规定', 8)],
      evidence: 'VF',
      interpretation,
      within: { period: { parameter: 'transfer.review.days' }, from: 'state', kind: 'soft' },
      produces: ['不予立案通知书'],
      ...guarded(refusal, (given) => {
        const known = refusal.certain(given, 'reason');
        return known.ok ? null : known.answer;
      }),
    },
    {
      code: 'ask-reconsideration',
      title: '提请复议',
      from: ['refused'],
      to: 'reconsidering',
      by: ['authority'],
      basis: [cite('移送规定', 9, 1), cite('公安程序规定', 181)],
      evidence: 'VF',
      interpretation,
      within: { period: { parameter: 'transfer.reconsider.days' }, from: 'state', kind: 'hard', missed: '仍可以建议人民检察院依法进行立案监督。' },
      produces: ['复议申请书'],
    },
    {
      code: 'file-on-reconsideration',
      title: '复议决定立案',
      from: ['reconsidering'],
      to: 'filed',
      by: ['police'],
      basis: [reconsidering],
      evidence: 'VF',
      interpretation,
      within: { period: { parameter: 'transfer.reconsidered.days' }, from: 'state', kind: 'soft' },
      produces: ['复议决定书', '立案通知书'],
    },
    {
      code: 'uphold',
      title: '复议维持不予立案',
      from: ['reconsidering'],
      to: 'upheld',
      by: ['police'],
      basis: [reconsidering],
      evidence: 'VF',
      interpretation,
      within: { period: { parameter: 'transfer.reconsidered.days' }, from: 'state', kind: 'soft' },
      produces: ['复议决定书'],
    },
    {
      code: 'ask-supervision',
      title: '建议立案监督',
      from: ['refused'],
      to: 'supervision',
      by: ['authority'],
      basis: [cite('移送规定', 9, 1)],
      evidence: 'VF',
      produces: ['立案监督建议书'],
    },
    {
      code: 'ask-supervision-again',
      title: '对复议决定建议立案监督',
      from: ['upheld'],
      to: 'supervision',
      by: ['authority'],
      basis: [reconsidering],
      evidence: 'VF',
      interpretation,
      within: { period: { parameter: 'transfer.supervision.days' }, from: 'state', kind: 'soft' },
      produces: ['立案监督建议书'],
    },
    {
      code: 'demand-reasons',
      title: '要求说明不立案理由',
      from: ['supervision'],
      to: 'reasons',
      by: ['procuratorate'],
      basis: [supervising],
      evidence: 'VF',
      produces: ['要求说明不立案理由通知书'],
    },
    {
      code: 'explain',
      title: '说明不立案理由',
      from: ['reasons'],
      to: 'explained',
      by: ['police'],
      basis: [supervising],
      evidence: 'VF',
      within: { period: { parameter: 'transfer.reasons.days' }, from: 'state', kind: 'soft' },
      produces: ['不立案理由说明书'],
    },
    {
      code: 'direct-filing',
      title: '通知立案',
      from: ['explained'],
      to: 'directed',
      by: ['procuratorate'],
      basis: [supervising],
      evidence: 'VF',
      produces: ['通知立案书'],
    },
    {
      code: 'file-as-directed',
      title: '按通知立案',
      from: ['directed'],
      to: 'filed',
      by: ['police'],
      basis: [supervising],
      evidence: 'VF',
      within: { period: { parameter: 'transfer.ordered-filing.days' }, from: 'state', kind: 'soft' },
      produces: ['立案决定书'],
    },
    {
      code: 'accept-reasons',
      title: '不立案理由成立',
      from: ['explained', 'supervision'],
      to: 'closed',
      by: ['procuratorate'],
      basis: [supervising],
      evidence: 'VF',
      produces: ['立案监督结果通知书'],
    },
    {
      code: 'accept-refusal',
      title: '接受不予立案并依法处理',
      from: ['refused', 'upheld'],
      to: 'closed',
      by: ['authority'],
      basis: [cite('移送规定', 10)],
      evidence: 'VF',
      produces: ['案件处理报批表'],
    },
    {
      code: 'return-to-authority',
      title: '侦查后移回行政处理',
      from: ['filed'],
      to: 'closed',
      by: ['police'],
      basis: [cite('移送规定', 13)],
      evidence: 'VF',
      produces: ['移送行政机关处理函'],
    },
    {
      code: 'pay',
      title: '付清劳动报酬',
      from: [
        'overdue',
        'team',
        'reported',
        'approved',
        'sent',
        'supplement',
        'filed',
        'refused',
        'reconsidering',
        'upheld',
        'supervision',
        'reasons',
        'explained',
        'directed',
        'indicted',
      ],
      to: 'same',
      by: ['employer', 'general-contractor'],
      basis: [cite('拒付报酬解释', 6)],
      evidence: 'VF',
      produces: ['支付凭证'],
    },
    {
      code: 'indict',
      title: '提起公诉',
      from: ['filed'],
      to: 'indicted',
      by: ['procuratorate'],
      basis: [cite('拒付报酬解释', 6, 1)],
      evidence: 'VF',
      produces: ['起诉书'],
    },
    {
      code: 'judge',
      title: '一审宣判',
      from: ['indicted'],
      to: 'judged',
      by: ['court'],
      basis: [cite('拒付报酬解释', 6, 1)],
      evidence: 'VF',
      produces: ['刑事判决书'],
    },
  ],
});
