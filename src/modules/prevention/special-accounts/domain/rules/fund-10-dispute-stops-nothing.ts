import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { inYuan, NO_MONEY } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { choice, count, day, event, facts, money } from '#law/facts.ts';
import { stopAndFineOfArticle57 } from '#law/penalties.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  stopped: choice('停了什么', {
    'labour-cost': '建设单位停拨人工费用',
    'pay-on-behalf': '施工总承包单位停止代发工资',
    both: '停拨人工费用，也停止代发工资',
    nothing: '都没有停',
  }),
  reason: choice('停拨、停发的理由', { dispute: '因工程数量、质量、造价等产生争议', other: '其他' }),
  stoppedOn: day('停拨或者停发之日'),
  resumed: event('恢复拨付、代发之日'),
  amount: money('因此没有拨付的人工费用或者没有代发的工资'),
  workers: count('受影响的农民工人数', '人'),
});

/**
 * 争议不停付. 「不得因争议不按照……规定拨付工程款中的人工费用，施工总承包单位也不得因争议不按照规定代发工资」: whoever is right about the works. Other reasons are
 * the matter of FUND-07 and DIS-04. The fine of 第五十七条 is the owner's; who stops paying on behalf owes the wages themselves.
 */
export const disputeStopsNothing = matterRule({
  code: 'FUND-10',
  version: 1,
  title: '因工程争议停拨人工费用或者停止代发',
  basis: [cite('工资条例', 35)],
  evidence: 'VF',
  consequences: [stopAndFineOfArticle57('(二)')],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'stopped');
    if (!known.ok) return known.answer;
    const { stopped } = known.facts;
    if (stopped === 'nothing' || given.reason === 'other') return NOTHING;
    const certain = form.certain(given, 'reason', 'stoppedOn', 'resumed');
    if (!certain.ok) return certain.answer;
    const { stoppedOn, resumed, amount } = certain.facts;
    if (resumed !== 'not-yet' && resumed <= setting.on) return NOTHING;
    const isOwner = stopped !== 'pay-on-behalf';
    const who = {
      'labour-cost': '建设单位停拨人工费用',
      'pay-on-behalf': '施工总承包单位停止代发工资',
      both: '建设单位停拨人工费用、施工总承包单位停止代发工资',
    }[stopped];
    return finding({
      level: 3,
      says: `${who}${amount === null ? '' : ` ${inYuan(amount)}`}，自${inChineseDay(stoppedOn, yearOf(setting.on))}起以工程争议为由，至今没有恢复；争议不影响农民工工资`,
      values: [{ label: '没有拨付、代发的数额', value: amount ?? NO_MONEY, unit: 'fen', threshold: NO_MONEY }],
      amountFen: amount ?? NO_MONEY,
      people: given.workers ?? 0,
      dueOn: stoppedOn,
      duty: isOwner ? 'project-owner' : 'general-contractor',
      owedTo: 'worker',
      ...(isOwner ? {} : { consequences: [] }),
      clears: '专户流水显示人工费用已经恢复拨付、工资已经恢复代发',
      rows: [{ kind: 'flows', which: isOwner ? 'in' : 'wages' }],
    });
  },
});
