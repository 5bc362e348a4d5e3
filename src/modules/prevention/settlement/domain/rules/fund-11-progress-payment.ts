import { formatBp } from '#kernel/basis-points.ts';
import { lessThan } from '#kernel/bounds.ts';
import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { inYuan, shareOfFen, subtractFen } from '#kernel/fen.ts';
import { deadline, naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { choice, day, facts, money } from '#law/facts.ts';
import { lookUp } from '#law/look-up.ts';
import { cannotDetermine, finding, matterRule, NOTHING } from '#law/rule.ts';
import { isPublicOwner, OWNERS } from '../owners.ts';

const form = facts({
  owner: choice('建设单位的性质', OWNERS),
  signedOn: day('施工合同签订之日'),
  dueOn: day('合同约定的进度款支付日期'),
  completed: money('已完成工程价款'),
  paid: money('已支付的工程进度款'),
});

/**
 * 进度款比例. 「政府机关、事业单位、国有企业建设工程进度款支付应不低于已完成工程价款的80%」: exactly 80 % is enough. Other owners are free. The share is the one in
 * force when the contract was signed; a contract before the notice has none here.
 */
export const progressShare = matterRule({
  code: 'FUND-11',
  version: 1,
  title: '工程进度款低于最低比例',
  basis: [cite('价款结算通知', 1), cite('工资条例', 29, 1), cite('建筑法', 18, 2)],
  evidence: 'V2',
  interpretation: '按合同签订之日有效的比例；支付日期遇休息日顺延；最低数额四舍五入到分。',
  facts: form,
  needs: [],
  looksUp: ['settlement.progress.min-share'],
  prepare: (setting) => (given) => {
    const owned = form.certain(given, 'owner');
    if (!owned.ok) return owned.answer;
    if (!isPublicOwner(owned.facts.owner)) return NOTHING;
    const known = form.certain(given, 'signedOn', 'dueOn', 'completed', 'paid');
    if (!known.ok) return known.answer;
    const { signedOn, dueOn, completed, paid } = known.facts;
    const { due, provisional } = deadline(dueOn, naturalDays(0), setting.calendar);
    if (setting.on <= due) return NOTHING;
    const found = lookUp('settlement.progress.min-share', setting, signedOn);
    if (!found.ok) return cannotDetermine(found.missing);
    const share = found.inForce.value;
    const least = shareOfFen(completed, share, 'half-up');
    if (!lessThan(paid, least)) return NOTHING;
    const short = subtractFen(least, paid);
    return finding({
      level: 2,
      says: `建设单位（${OWNERS[owned.facts.owner]}）应于${inChineseDay(due, yearOf(setting.on))}前支付不低于已完成工程价款 ${formatBp(share)} 的进度款 ${inYuan(least)}，实付 ${inYuan(paid)}，少付 ${inYuan(short)}`,
      values: [
        { label: '已完成工程价款', value: completed, unit: 'fen' },
        { label: '已支付的进度款', value: paid, unit: 'fen', threshold: least },
      ],
      amountFen: short,
      dueOn: due,
      provisional,
      duty: 'project-owner',
      owedTo: 'general-contractor',
      steps: [
        {
          label: '最低进度款',
          value: least,
          unit: 'fen',
          reckoned: `已完成工程价款 ${inYuan(completed)} × ${formatBp(share)}`,
          basis: cite('价款结算通知', 1),
        },
      ],
      clears: '进度款已经补足到最低比例',
      rows: [{ kind: 'project' }],
    });
  },
});
