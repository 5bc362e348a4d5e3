import { atLeast } from '#kernel/bounds.ts';
import { inYuan, subtractFen } from '#kernel/fen.ts';
import { workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { count, day, event, facts, money } from '#law/facts.ts';
import { lateAmong, lateFinding } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  shortOn: day('核对出专户余额不足之日'),
  balance: money('专户余额'),
  payroll: money('当期应付工资合计'),
  requested: event('总包单位提出增加数额之日'),
  paidIn: event('建设单位核准并追加拨付到账之日'),
  workers: count('当期应付工资的农民工人数', '人'),
});

/**
 * 追加拨付. Where the balance does not cover the wages, the general contractor says how much more is needed and the owner approves and pays it
 * in 「及时」: the contractor's days run from the day the gap was seen, the owner's from the request. A balance equal to the payroll is enough.
 */
export const topUp = matterRule({
  code: 'FUND-09',
  version: 1,
  title: '专户余额不足未追加拨付',
  basis: [cite('专户办法', 13), cite('工资条例', 29, 1)],
  evidence: 'M',
  needsLegalReview: true,
  interpretation: '办法只说“及时”，总包单位提出、建设单位追加各按参数的工作日掌握。',
  facts: form,
  needs: ['account.top-up.days'],
  prepare: (setting, params) => (given) => {
    const measured = form.certain(given, 'balance', 'payroll');
    if (!measured.ok) return measured.answer;
    const { balance, payroll } = measured.facts;
    if (atLeast(balance, payroll)) return NOTHING;
    const known = form.certain(given, 'shortOn', 'requested');
    if (!known.ok) return known.answer;
    const { shortOn, requested } = known.facts;
    const period = workingDays(params['account.top-up.days']);
    const basis = cite('专户办法', 13);
    const asks = { by: 'general-contractor', start: shortOn, after: '专户余额不足', period, act: '提出需要增加的数额', done: requested, basis } as const;
    const rest = {
      level: 2 as const,
      amountFen: subtractFen(payroll, balance),
      people: given.workers ?? 0,
      owedTo: 'worker' as const,
      adding: `专户余额 ${inYuan(balance)}，当期应付工资 ${inYuan(payroll)}，还差 ${inYuan(subtractFen(payroll, balance))}`,
      clears: '专户流水显示追加的人工费用已经到账，余额足以发放当期工资',
    };
    if (requested === 'not-yet' || requested > setting.on) {
      const late = lateAmong([asks], setting);
      return late === null ? NOTHING : lateFinding(late, rest);
    }
    const paid = form.certain(given, 'paidIn');
    if (!paid.ok) return paid.answer;
    const { paidIn } = paid.facts;
    const late = lateAmong(
      [{ by: 'project-owner', start: requested, after: '收到增加数额的申请', period, act: '核准并追加拨付', done: paidIn, basis }, asks],
      setting,
    );
    return late === null ? NOTHING : lateFinding(late, rest);
  },
});
