import { lessThan } from '#kernel/bounds.ts';
import { inYuan, NO_MONEY, subtractFen } from '#kernel/fen.ts';
import { workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { event, facts, money } from '#law/facts.ts';
import { lateFinding, lateness } from '#law/late.ts';
import { qualificationOfArticle55, stopAndFineOfArticle55 } from '#law/penalties.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  usedOn: event('使用工资保证金（银行支付）之日'),
  replenishedOn: event('补足或者提供新保函之日'),
  balanceFen: money('现在的保证金余额（或者新保函的担保金额）'),
  dueFen: money('应存工资保证金'),
});

/**
 * A used deposit that was not made whole again. 「自使用之日起10个工作日内补足；使用保函的，10个工作日内提供同范围同额度的新保函」: what was put in must
 * reach the amount due.
 */
export const replenish = matterRule({
  code: 'DEP-15',
  version: 1,
  title: '使用后未补足工资保证金',
  basis: [cite('保证金规定', 20), cite('保证金规定', 25), cite('工资条例', 55, '(二)')],
  evidence: 'M',
  needsLegalReview: true,
  consequences: [stopAndFineOfArticle55('(二)'), qualificationOfArticle55('(二)')],
  facts: form,
  needs: ['deposit.replenish-days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'usedOn', 'replenishedOn');
    if (!known.ok) return known.answer;
    const { usedOn, replenishedOn } = known.facts;
    if (usedOn === 'not-yet') return NOTHING;
    const { balanceFen, dueFen } = given;
    const isShort = replenishedOn !== 'not-yet' && balanceFen !== null && dueFen !== null && lessThan(balanceFen, dueFen);
    const late = lateness(
      {
        by: 'general-contractor',
        start: usedOn,
        after: '因工资保证金被使用',
        period: workingDays(params['deposit.replenish-days']),
        act: '补足（提供新保函）',
        done: isShort ? 'not-yet' : replenishedOn,
        basis: cite('保证金规定', 20),
      },
      setting,
    );
    if (late === null) {
      if (replenishedOn === 'not-yet' || isShort) return NOTHING;
      const whole = form.certain(given, 'balanceFen', 'dueFen');
      return whole.ok ? NOTHING : whole.answer;
    }
    const missingFen = dueFen === null || balanceFen === null || !late.isOpen ? NO_MONEY : subtractFen(dueFen, balanceFen);
    return lateFinding([late], {
      level: 3,
      ...(isShort ? { adding: `现有 ${inYuan(balanceFen)}，应有 ${inYuan(dueFen)}` } : {}),
      amountFen: missingFen,
      owedTo: 'authority',
      clears: '补足到应存数额，或者登记同范围同额度的新保函',
    });
  },
});
