import { moreThan } from '#kernel/bounds.ts';
import { dayOf } from '#kernel/civil-moment.ts';
import { cite } from '#law/citation.ts';
import { choice, day, facts, money, text, yesNo } from '#law/facts.ts';
import { guarded, procedure, type StepContext, unmet } from '#law/procedure.ts';
import { cannotDetermine } from '#law/rule.ts';
import { service } from '#law/service.ts';
import { barsAgainstClosing, CLOSING_BARS } from '../closing-bars.ts';

const REASONS = { completed: '工程完工', contractor: '总包单位变更', bank: '开户银行变更' } as const;

const opening = facts({ hasAgreement: yesNo('是否已与建设单位、开户银行签订资金管理三方协议') });
const correcting = facts({ correctBy: day('责令改正指定的期限届满之日') });
const closing = facts({ reason: choice('撤销的原因', REASONS), isClear: yesNo('是否在公示中写明未拖欠农民工工资') });
const approving = facts({ ...CLOSING_BARS, hasCommitment: yesNo('是否已提交无拖欠承诺书') });
const underfunding = facts({ short: money('未按约定拨付的数额') });
const freezing = facts({ by: text('要求查封、冻结、划拨的机关和文书编号'), isForWages: yesNo('是否因支付本项目农民工工资') });
const outflow = facts({ amount: money('转出的数额') });
const complaint = facts({ says: text('公示期间或者核准后发现的拖欠情形') });

const opened = cite('专户办法', 6);
const barred = cite('专户办法', 10);
const promised = cite('专户办法', 9);

/** Why the account is being closed, as the notice said it. */
function reasonOf({ history }: StepContext): keyof typeof REASONS | null {
  const notice = history.findLast(({ step }) => step === 'publish-closing');
  const read = notice === undefined ? null : closing.read(notice.facts);
  return read?.ok === true ? read.facts.reason : null;
}

/**
 * 工资专用账户: opened, filed, used, and closed only when nobody is owed. The thirty days of notice are necessary and not sufficient: an open case, an
 * arbitration, a lawsuit or other arrears stop the closing whatever was published. A change of contractor or bank closes one account and opens
 * the next, with a new thirty days. What happens in between (money short, a freeze, money out) is written down and moves nothing.
 */
export const specialAccount = procedure({
  code: 'special-account',
  title: '农民工工资专用账户',
  states: {
    signed: { name: '待开户' },
    ordered: { name: '已责令限期改正' },
    opened: { name: '待备案' },
    active: { name: '使用中' },
    notice: { name: '撤销公示中' },
    approved: { name: '待银行销户' },
    reopening: { name: '变更后待重新开户' },
    closed: { name: '已撤销', ends: true },
  },
  steps: [
    {
      code: 'sign',
      title: '签订施工合同',
      from: [],
      to: 'signed',
      by: ['general-contractor'],
      basis: [opened],
      evidence: 'V2',
      produces: ['工程施工合同'],
    },
    {
      code: 'open',
      title: '开立专用账户',
      from: ['signed', 'ordered', 'reopening'],
      to: 'opened',
      by: ['general-contractor'],
      basis: [opened, cite('工资条例', 26, 1)],
      evidence: 'V2',
      within: {
        period: { parameter: 'account.open-days' },
        from: ['sign', 'close-for-change'],
        kind: 'soft',
        missed: '责令限期改正；逾期不改正的，责令项目停工并处罚款。',
      },
      produces: ['资金管理三方协议'],
      ...guarded(opening, (given) => {
        const certain = opening.certain(given, 'hasAgreement');
        if (!certain.ok) return certain.answer;
        return certain.facts.hasAgreement ? null : unmet('开立专用账户应当同时与建设单位、开户银行签订资金管理三方协议。', opened);
      }),
    },
    {
      code: 'order-opening',
      title: '责令限期开户',
      from: ['signed', 'reopening'],
      to: 'ordered',
      by: ['authority', 'industry-regulator'],
      basis: [cite('工资条例', 55, '(一)')],
      evidence: 'VF',
      within: { period: { parameter: 'account.open-days' }, from: ['sign', 'close-for-change'], kind: 'not-before' },
      produces: ['限期改正指令书'],
      ...service(),
    },
    {
      code: 'refer',
      title: '逾期不改正，转入行政处罚',
      from: ['ordered'],
      to: 'same',
      by: ['authority', 'industry-regulator'],
      basis: [cite('工资条例', 55, '(一)')],
      evidence: 'VF',
      produces: ['复查记录', '行政处罚事先告知书'],
      ...guarded(correcting, (given, { happened }) => {
        const certain = correcting.certain(given, 'correctBy');
        if (!certain.ok) return certain.answer;
        const { correctBy } = certain.facts;
        return moreThan(dayOf(happened), correctBy) ? null : unmet(`责令改正的期限到 ${correctBy} 才满，当日开户仍然及时。`, cite('工资条例', 55, '(一)'));
      }),
    },
    {
      code: 'file',
      title: '报监管部门备案',
      from: ['opened'],
      to: 'active',
      by: ['general-contractor'],
      basis: [opened],
      evidence: 'V2',
      within: { period: { parameter: 'account.file-days' }, from: ['open'], kind: 'soft' },
      produces: ['专用账户备案表'],
    },
    {
      code: 'file-on-platform',
      title: '平台自动备案',
      from: ['opened'],
      to: 'active',
      by: ['system'],
      basis: [cite('专户办法', 28)],
      evidence: 'M',
      produces: [],
    },
    {
      code: 'bank-notice',
      title: '银行告知人工费用未按约定拨付',
      from: ['active'],
      to: 'same',
      by: ['bank'],
      basis: [cite('工资条例', 27, 1), cite('专户办法', 12)],
      evidence: 'VF',
      produces: ['告知单'],
      ...guarded(underfunding, () => null),
    },
    {
      code: 'report-shortage',
      title: '总包单位报告人工费用未到位',
      from: ['active'],
      to: 'same',
      by: ['general-contractor'],
      basis: [cite('工资条例', 27, 1)],
      evidence: 'VF',
      interpretation: '条例没有规定报告的时限，按参数的工作日掌握。',
      within: { period: { parameter: 'account.report.days' }, from: ['bank-notice'], kind: 'soft' },
      produces: ['人工费用未到位报告'],
    },
    {
      code: 'freeze-attempt',
      title: '登记查封、冻结或者划拨要求',
      from: ['active', 'notice', 'approved'],
      to: 'same',
      by: ['bank', 'court'],
      basis: [cite('工资条例', 33), cite('专户办法', 8)],
      evidence: 'VF',
      produces: ['专用账户性质说明', '异议材料'],
      ...guarded(freezing, () => null),
    },
    {
      code: 'illegal-outflow',
      title: '登记资金违规转出',
      from: ['active', 'notice', 'approved'],
      to: 'same',
      by: ['bank', 'authority', 'industry-regulator'],
      basis: [cite('工资条例', 26, 1), cite('专户办法', 7)],
      evidence: 'VF',
      produces: ['预警核实记录'],
      ...guarded(outflow, () => null),
    },
    {
      code: 'publish-closing',
      title: '公示撤销',
      from: ['active'],
      to: 'notice',
      by: ['general-contractor'],
      basis: [cite('工资条例', 27, 2), promised],
      evidence: 'VF',
      produces: ['无拖欠公示'],
      ...guarded(closing, (given) => {
        const certain = closing.certain(given, 'reason', 'isClear');
        if (!certain.ok) return certain.answer;
        return certain.facts.isClear ? null : unmet('还有拖欠的，不能公示撤销；公示应当写明未拖欠农民工工资。', cite('工资条例', 27, 2));
      }),
    },
    {
      code: 'stop-closing',
      title: '发现拖欠，终止撤销',
      from: ['notice', 'approved'],
      to: 'active',
      by: ['authority', 'industry-regulator'],
      basis: [barred],
      evidence: 'M',
      produces: ['终止撤销通知'],
      ...guarded(complaint, () => null),
    },
    {
      code: 'approve-closing',
      title: '核准撤销，通知银行',
      from: ['notice'],
      to: 'approved',
      by: ['authority', 'industry-regulator'],
      basis: [barred, promised, cite('工资条例', 27, 2)],
      evidence: 'M',
      // 「公示30日后」: the thirtieth day must have passed; a term that runs out is not rolled.
      within: { period: { parameter: 'account.close.notice-days', roll: 'none' }, from: ['publish-closing'], kind: 'not-before' },
      produces: ['专用账户撤销通知书'],
      ...guarded(approving, (given) => {
        const bars = barsAgainstClosing(given);
        if (bars.length > 0) return unmet(`${bars.join('，')}，公示满期也不得撤销。`, barred);
        const certain = approving.certain(given, 'isCaseOpen', 'isInArbitration', 'isInCourt', 'isOwing', 'hasCommitment');
        if (!certain.ok) return certain.answer;
        return certain.facts.hasCommitment ? null : unmet('没有提交无拖欠承诺书。', promised);
      }),
    },
    {
      code: 'close',
      title: '销户，余额归总包单位',
      from: ['approved'],
      to: 'closed',
      by: ['bank'],
      basis: [cite('工资条例', 27, 2)],
      evidence: 'VF',
      produces: ['销户凭证'],
      ...guarded(facts({}), (_given, context) => closes(context, true)),
    },
    {
      code: 'close-for-change',
      title: '销户，变更后重新开户',
      from: ['approved'],
      to: 'reopening',
      by: ['bank'],
      basis: [promised, opened],
      evidence: 'M',
      produces: ['销户凭证'],
      ...guarded(facts({}), (_given, context) => closes(context, false)),
    },
  ],
});

/** A completed project's account is closed for good; one whose contractor or bank changed is followed by the next. */
function closes(context: StepContext, forGood: boolean): ReturnType<typeof unmet> | ReturnType<typeof cannotDetermine> | null {
  const reason = reasonOf(context);
  if (reason === null) return cannotDetermine('撤销的原因');
  if ((reason === 'completed') === forGood) return null;
  return forGood ? unmet(`${REASONS[reason]}的，销户后应当按规定重新开户。`, opened) : unmet('工程已经完工，销户后不再开户。', cite('工资条例', 27, 2));
}
