import { type CivilDate, dayOfMonth, monthOf } from '#kernel/civil-date.ts';
import { dayOf } from '#kernel/civil-moment.ts';
import { inYuan } from '#kernel/fen.ts';
import type { CannotDetermine } from '#law/answer.ts';
import { deadline, naturalDays, payDate } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { count, day, facts, money, month, text, yesNo } from '#law/facts.ts';
import { guarded, procedure, type StepContext, type StepRefusal, unmet } from '#law/procedure.ts';
import { cannotDetermine } from '#law/rule.ts';

const opened = facts({
  month: month('工资所属月份'),
  costDueOn: day('约定的人工费用拨付日期'),
  payOn: day('约定的工资支付日期'),
});
const costForm = facts({ agreed: money('当期约定拨付的人工费用'), received: money('累计到账的人工费用') });
const signForm = facts({ workers: count('工资支付表上的农民工人数', '人'), signed: count('本人已签字确认的人数', '人') });
const approvalForm = facts({ isChecked: yesNo('劳资专管员是否已核对考勤、工作量与工资支付表') });
const paymentForm = facts({ payable: money('工资支付表实发合计'), paid: money('累计已到农民工本人账户的数额') });
const certificateForm = facts({ certificate: text('代发工资凭证编号') });
const closingForm = facts({ hasPayslips: yesNo('是否已向每名农民工提供工资清单') });

/** Money is in: all of it, or the step that says how much is short. */
const fullCost = guarded(costForm, (given) => {
  const certain = costForm.certain(given, 'agreed', 'received');
  if (!certain.ok) return certain.answer;
  const { agreed, received } = certain.facts;
  return received < agreed ? unmet(`到账 ${inYuan(received)}，少于约定的 ${inYuan(agreed)}；登记为“人工费用不足”。`, cite('工资条例', 29, 1)) : null;
});

const shortCost = guarded(costForm, (given, context) => {
  const certain = costForm.certain(given, 'agreed', 'received');
  if (!certain.ok) return certain.answer;
  const { agreed, received } = certain.facts;
  return received >= agreed ? unmet('人工费用已足额到账，登记为“人工费用到账”。') : afterDay(context, 'costDueOn');
});

/** Every worker on the payroll signs for himself. */
const allSigned = guarded(signForm, (given) => {
  const certain = signForm.certain(given, 'workers', 'signed');
  if (!certain.ok) return certain.answer;
  const { workers, signed } = certain.facts;
  if (workers === 0) return unmet('工资支付表上没有人。');
  return signed < workers ? unmet(`还有 ${workers - signed} 人没有签字，不能代签。`, cite('工资条例', 31, 2)) : null;
});

const paidInFull = guarded(paymentForm, (given) => {
  const certain = paymentForm.certain(given, 'payable', 'paid');
  if (!certain.ok) return certain.answer;
  const { payable, paid } = certain.facts;
  return paid < payable
    ? unmet(`实发合计 ${inYuan(payable)}，已到本人账户 ${inYuan(paid)}，还没有付足；有退票的登记为“部分到账”。`, cite('工资条例', 12))
    : null;
});

const paidInPart = guarded(paymentForm, (given) => {
  const certain = paymentForm.certain(given, 'payable', 'paid');
  if (!certain.ok) return certain.answer;
  return certain.facts.paid >= certain.facts.payable ? unmet('已经足额到账。') : null;
});

/** Unpaid on the day after the pay date, which moves before a rest day: 「具体支付日期遇法定节假日或者休息日的，应当在法定节假日或者休息日前支付」. */
const isOverdue = guarded(facts({ unpaid: money('尚未支付的工资') }), ({ unpaid }, context) => {
  if (unpaid === null) return cannotDetermine('尚未支付的工资');
  return unpaid <= 0n ? unmet('没有尚未支付的工资。') : afterDay(context, 'payOn');
});

/** Refuses a step until an agreed day of the month is over: before rest days for the wage, after them for the labour cost. */
function afterDay(context: StepContext, which: 'costDueOn' | 'payOn'): StepRefusal | CannotDetermine | null {
  const day = agreedDay(context, which);
  if (day === null) return cannotDetermine(which === 'payOn' ? '约定的工资支付日期' : '约定的人工费用拨付日期');
  const isPay = which === 'payOn';
  const last = isPay ? payDate(monthOf(day), dayOfMonth(day), context.calendar).due : deadline(day, naturalDays(0), context.calendar).due;
  if (dayOf(context.happened) > last) return null;
  return unmet(`${last} 当天仍在期限内，要到次日才算逾期。`, isPay ? cite('工资条例', 14, 1) : cite('工资条例', 29, 1));
}

function beforeCostDue(context: StepContext): StepRefusal | CannotDetermine | null {
  const due = agreedDay(context, 'costDueOn');
  if (due === null) return cannotDetermine('约定的人工费用拨付日期');
  return dayOf(context.happened) < due ? unmet(`约定的拨付日期是 ${due}。`, cite('工资条例', 29, 1)) : null;
}

function agreedDay({ history }: StepContext, which: 'costDueOn' | 'payOn'): CivilDate | null {
  const begun = history.find(({ step }) => step === 'open-month');
  const read = opened.read(begun?.facts ?? {});
  return read.ok ? read.facts[which] : null;
}

const UNPAID = ['opened', 'cost-due', 'received', 'short', 'attendance-locked', 'drafted', 'signed', 'approved', 'sent', 'partial'] as const;

/**
 * 人工费用和代发月度流程 of one project and month: the owner's labour cost, attendance, the subcontractor's payroll signed by each worker, the check
 * by the wage officer, payment from the special account, certificate and ledger. Labour cost that is short does not stop the payroll (「不得因争议不
 * 按照规定代发工资」); a pay date that passes unpaid makes arrears, wherever the month stands.
 */
export const monthlyCycle = procedure({
  code: 'monthly-cycle',
  title: '人工费用和代发月度流程',
  states: {
    opened: { name: '月度开启' },
    'cost-due': { name: '人工费用应拨' },
    received: { name: '人工费用到账' },
    short: { name: '人工费用不足' },
    'attendance-locked': { name: '考勤已锁定' },
    drafted: { name: '工资支付表已编制' },
    signed: { name: '农民工已签字' },
    approved: { name: '总包已审核' },
    sent: { name: '已提交银行' },
    partial: { name: '部分到账' },
    paid: { name: '已足额支付' },
    arrears: { name: '拖欠' },
    certified: { name: '已提供代发凭证' },
    ledgered: { name: '已记台账' },
    closed: { name: '月度结束', ends: true },
  },
  steps: [
    {
      code: 'open-month',
      title: '开启月度',
      from: [],
      to: 'opened',
      by: ['wage-officer', 'general-contractor', 'system'],
      basis: [cite('工资条例', 24, 2), cite('工资条例', 28, 2)],
      evidence: 'VF',
      produces: [],
      ...guarded(opened, (given) => {
        const certain = opened.certain(given, 'month', 'costDueOn', 'payOn');
        return certain.ok ? null : certain.answer;
      }),
    },
    {
      code: 'cost-falls-due',
      title: '人工费用到拨付日期',
      from: ['opened'],
      to: 'cost-due',
      by: ['system', 'wage-officer'],
      basis: [cite('工资条例', 29, 1), cite('专户办法', 12)],
      evidence: 'VF',
      produces: [],
      guard: (_input, context) => ({ ok: true, answer: beforeCostDue(context) }),
    },
    {
      code: 'receive-cost',
      title: '人工费用足额到账',
      from: ['opened', 'cost-due', 'short'],
      to: 'received',
      by: ['bank', 'project-owner'],
      basis: [cite('工资条例', 29, 1)],
      evidence: 'VF',
      produces: [],
      ...fullCost,
    },
    {
      code: 'record-short',
      title: '登记人工费用不足',
      from: ['cost-due'],
      to: 'short',
      by: ['bank'],
      basis: [cite('工资条例', 27, 1), cite('专户办法', 12)],
      evidence: 'VF',
      produces: ['资金未按约定拨付通知'],
      ...shortCost,
    },
    {
      code: 'report-short',
      title: '报告人工费用不足',
      from: ['short'],
      to: 'same',
      by: ['general-contractor'],
      basis: [cite('工资条例', 27, 1)],
      evidence: 'VF',
      interpretation: '条例没有规定报告的时限，按参数的工作日掌握。',
      within: { period: { parameter: 'account.report.days' }, from: ['record-short'], kind: 'soft' },
      produces: ['人工费用未按约定拨付的报告'],
    },
    {
      code: 'lock-attendance',
      title: '锁定考勤',
      from: ['opened', 'cost-due', 'received', 'short'],
      to: 'attendance-locked',
      by: ['wage-officer'],
      basis: [cite('工资条例', 28, 2), cite('工资条例', 35)],
      evidence: 'D',
      interpretation: '条例没有“锁定”一步；考勤和工资支付表要对得上，先定考勤再编表。人工费用没有到拨付日期或者不足，不影响编表和代发。',
      produces: ['考勤表'],
    },
    {
      code: 'draft-payroll',
      title: '编制工资支付表',
      from: ['attendance-locked'],
      to: 'drafted',
      by: ['subcontractor'],
      basis: [cite('工资条例', 31, 2), cite('专户办法', 17)],
      evidence: 'VF',
      produces: ['工资支付表'],
    },
    {
      code: 'sign',
      title: '农民工本人签字确认',
      from: ['drafted'],
      to: 'signed',
      by: ['worker', 'subcontractor'],
      basis: [cite('工资条例', 31, 2)],
      evidence: 'VF',
      produces: ['农民工签字的工资支付表'],
      ...allSigned,
    },
    {
      code: 'return-payroll',
      title: '退回更正',
      from: ['signed'],
      to: 'drafted',
      by: ['wage-officer'],
      basis: [cite('工资条例', 28, 2)],
      evidence: 'D',
      interpretation: '审核不符的退回分包单位重编，更正后重新签字。',
      produces: ['退回更正说明'],
    },
    {
      code: 'approve',
      title: '总包审核',
      from: ['signed'],
      to: 'approved',
      by: ['wage-officer'],
      basis: [cite('工资条例', 28, 2), cite('专户办法', 17)],
      evidence: 'VF',
      produces: ['审核意见'],
      ...guarded(approvalForm, (given) => {
        const certain = approvalForm.certain(given, 'isChecked');
        if (!certain.ok) return certain.answer;
        return certain.facts.isChecked ? null : unmet('还没有核对考勤、工作量与工资支付表。', cite('工资条例', 28, 2));
      }),
    },
    {
      code: 'send-to-bank',
      title: '提交银行代发',
      from: ['approved'],
      to: 'sent',
      by: ['general-contractor'],
      basis: [cite('工资条例', 31, 3), cite('专户办法', 18)],
      evidence: 'VF',
      produces: ['代发指令'],
    },
    {
      code: 'pay',
      title: '足额支付到本人账户',
      from: ['sent'],
      to: 'paid',
      by: ['bank'],
      basis: [cite('工资条例', 31, 3), cite('工资条例', 12)],
      evidence: 'VF',
      produces: ['银行代发回单'],
      ...paidInFull,
    },
    {
      code: 'pay-in-part',
      title: '部分到账',
      from: ['sent'],
      to: 'partial',
      by: ['bank'],
      basis: [cite('工资条例', 12)],
      evidence: 'VF',
      produces: ['退票清单'],
      ...paidInPart,
    },
    {
      code: 'resend',
      title: '更正后补发退票',
      from: ['partial'],
      to: 'sent',
      by: ['general-contractor'],
      basis: [cite('工资条例', 31, 3)],
      evidence: 'D',
      interpretation: '条例没有补发期限，按退票提示的工作日掌握。',
      within: { period: { parameter: 'payroll.refund.blue-days' }, from: 'state', kind: 'soft', missed: '退票未补发的仍是未付工资。' },
      produces: ['代发指令'],
    },
    {
      code: 'fall-into-arrears',
      title: '发薪日已过，列为拖欠',
      from: UNPAID,
      to: 'arrears',
      by: ['system', 'authority'],
      basis: [cite('工资条例', 12), cite('工资条例', 14, 1)],
      evidence: 'VF',
      produces: ['欠薪预警'],
      ...isOverdue,
    },
    {
      code: 'refer-arrears',
      title: '转为欠薪线索',
      from: ['arrears'],
      to: 'same',
      by: ['system', 'authority'],
      basis: [cite('工资条例', 10, 3), cite('工资条例', 53)],
      evidence: 'D',
      interpretation: '拖欠列出后作为线索交办，月度流程仍等待清偿。',
      produces: ['线索登记表'],
    },
    {
      code: 'clear-arrears',
      title: '清偿拖欠',
      from: ['arrears'],
      to: 'paid',
      by: ['bank', 'general-contractor', 'subcontractor', 'project-owner'],
      basis: [cite('工资条例', 16), cite('工资条例', 30, 3), cite('工资条例', 29, 2)],
      evidence: 'VF',
      produces: ['支付凭证'],
      ...paidInFull,
    },
    {
      code: 'certify',
      title: '提供代发工资凭证',
      from: ['paid'],
      to: 'certified',
      by: ['general-contractor'],
      basis: [cite('工资条例', 31, 3)],
      evidence: 'VF',
      interpretation: '条例没有规定几日内提供，按参数的工作日掌握。',
      within: { period: { parameter: 'pay-on-behalf.certificate.days' }, from: 'state', kind: 'soft' },
      produces: ['代发工资凭证'],
      ...guarded(certificateForm, (given) => {
        const certain = certificateForm.certain(given, 'certificate');
        return certain.ok ? null : certain.answer;
      }),
    },
    {
      code: 'enter-ledger',
      title: '记入工资支付台账',
      from: ['certified'],
      to: 'ledgered',
      by: ['subcontractor', 'employer'],
      basis: [cite('工资条例', 15, 1), cite('工资条例', 15, 2)],
      evidence: 'VF',
      interpretation: '条例没有记账期限，按台账编制的工作日掌握。',
      within: { period: { parameter: 'wage.ledger.days' }, from: 'state', kind: 'soft' },
      produces: ['工资支付台账'],
    },
    {
      code: 'close-month',
      title: '结束月度',
      from: ['ledgered'],
      to: 'closed',
      by: ['wage-officer'],
      basis: [cite('工资条例', 15, 3), cite('工资条例', 28, 3)],
      evidence: 'VF',
      produces: ['月度归档清单'],
      ...guarded(closingForm, (given) => {
        const certain = closingForm.certain(given, 'hasPayslips');
        if (!certain.ok) return certain.answer;
        return certain.facts.hasPayslips ? null : unmet('还没有向每名农民工提供工资清单。', cite('工资条例', 15, 3));
      }),
    },
  ],
});
