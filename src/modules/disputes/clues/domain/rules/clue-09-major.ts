import { atLeast, lessThan } from '#kernel/bounds.ts';
import { type Fen, inYuan } from '#kernel/fen.ts';
import { naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { count, day, event, facts, money, yesNo } from '#law/facts.ts';
import { lateAmong, lateFinding } from '#law/late.ts';
import { lookUp } from '#law/look-up.ts';
import { cannotDetermine, matterRule, NOTHING, type Setting } from '#law/rule.ts';

const form = facts({
  receivedOn: day('线索登记之日'),
  workers: count('涉及人数', '人'),
  amount: money('涉及金额'),
  eventRisk: yesNo('是否可能引发群体性事件或者极端事件'),
  leaderNamed: event('确定包案领导之日'),
});
const basis = cite('工资条例', 10, 3);
const SAME_DAY = naturalDays(0);

/**
 * 重大线索. Interpretation: ten workers (以上 includes the number), or the amount, or the risk of an event: any one is enough, and what else is unknown is
 * not asked for then. The amount is the place's for refusal to pay; where it is not set, what lies between the nation's two bounds is neither.
 * A leader takes it the same day; a clue that came in on a rest day, on the next working day.
 */
export const major = matterRule({
  code: 'CLUE-09',
  version: 1,
  title: '重大线索未领导包案',
  basis: [basis],
  evidence: 'D',
  interpretation: '法律没有规定重大线索的标准；取10人以上、达到当地拒不支付劳动报酬罪的累计数额，或者可能引发事件，当日由领导包案',
  facts: form,
  needs: ['clue.major.people', 'crime.many-workers.lowest', 'crime.many-workers.highest'],
  looksUp: ['crime.many-workers.amount'],
  prepare: (setting, params) => (given) => {
    const { workers, amount, eventRisk } = given;
    const large = isLarge(amount, setting, params['crime.many-workers.lowest'], params['crime.many-workers.highest']);
    const reasons = [
      ...(workers !== null && atLeast(workers, params['clue.major.people']) ? [`涉及 ${workers} 人`] : []),
      ...(amount !== null && large === true ? [`涉及 ${inYuan(amount)}`] : []),
      ...(eventRisk === true ? ['可能引发事件'] : []),
    ];
    if (reasons.length === 0) {
      const criteria = form.certain(given, 'workers', 'amount', 'eventRisk');
      if (!criteria.ok) return criteria.answer;
      return typeof large === 'string' ? cannotDetermine(large) : NOTHING;
    }
    const known = form.certain(given, 'receivedOn', 'leaderNamed');
    if (!known.ok) return known.answer;
    const { receivedOn, leaderNamed } = known.facts;
    const after = `登记重大线索（${reasons.join('，')}）`;
    const late = lateAmong([{ by: 'authority', start: receivedOn, after, period: SAME_DAY, act: '确定包案领导', done: leaderNamed, basis }], setting);
    if (late === null) return NOTHING;
    return lateFinding(late, {
      level: 3,
      owedTo: 'worker',
      clears: '确定包案领导，实行领导包案',
      people: workers ?? 0,
      ...(amount === null ? {} : { amountFen: amount }),
    });
  },
});

/** Whether the amount makes it major; the name of the local number where only that could tell. */
function isLarge(amount: Fen | null, setting: Setting, lowest: Fen, highest: Fen): boolean | string {
  if (amount === null || lessThan(amount, lowest)) return false;
  if (atLeast(amount, highest)) return true;
  const local = lookUp('crime.many-workers.amount', setting, setting.on);
  return local.ok ? atLeast(amount, local.inForce.value) : local.missing;
}
