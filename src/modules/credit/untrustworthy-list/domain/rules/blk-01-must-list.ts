import { workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { event, facts, yesNo } from '#law/facts.ts';
import { lateFinding, lateness } from '#law/late.ts';
import { cannotDetermine, matterRule, needsPerson, NOTHING } from '#law/rule.ts';
import { ORDER_FACTS, standingOfOrder } from '#modules/enforcement/transfers/domain/index.ts';

const form = facts({
  document: ORDER_FACTS.document,
  served: ORDER_FACTS.served,
  payBy: ORDER_FACTS.payBy,
  paidOff: ORDER_FACTS.paidOff,
  amount: yesNo('克扣、无故拖欠是否达到拒不支付劳动报酬罪的数额标准（由数额计算器核对）'),
  incident: yesNo('是否因拖欠引发群体性事件、极端事件'),
  serious: yesNo('是否造成严重不良社会影响'),
  spared: yesNo('是否已经依第七条决定不予列入'),
  extended: event('负责人批准延长之日'),
  decided: event('作出列入决定之日'),
});

/**
 * 应当列入. 「经人力资源社会保障行政部门依法责令限期支付工资，逾期未支付的…应当作出列入决定」: an ignored order first, then the amount of the crime or an
 * incident with a serious effect on society, which a person weighs. The decision comes 「自责令限期支付工资文书指定期限届满之日起20个工作日内」; the
 * extension of 20 more counts only if it was approved while the first ran.
 */
export const mustList = matterRule({
  code: 'BLK-01',
  version: 1,
  title: '应当列入失信联合惩戒名单',
  basis: [cite('失信名单办法', 5), cite('失信名单办法', 8, 1), cite('工资条例', 48, 1)],
  evidence: 'VF',
  facts: form,
  needs: ['list.decide.days', 'list.extension.days'],
  prepare: (setting, params) => (given) => {
    const standing = standingOfOrder(given, setting);
    if (standing.kind === 'unknown') return cannotDetermine(...standing.missing);
    if (standing.kind !== 'ignored') return NOTHING;
    const ground = groundOf(given);
    if (ground === 'none') return NOTHING;
    if (ground === 'ask') return needsPerson('因拖欠引发的群体性事件、极端事件，是否造成严重不良社会影响？');
    if (ground === 'unknown') {
      const known = form.certain(given, 'amount', 'incident');
      return known.ok ? NOTHING : known.answer;
    }
    if (given.spared === true) return NOTHING;
    const known = form.certain(given, 'decided');
    if (!known.ok) return known.answer;
    const first = params['list.decide.days'];
    const duty = {
      by: 'authority',
      start: standing.counted.due,
      after: '责令限期支付的期限届满',
      act: '作出列入失信联合惩戒名单的决定',
      done: known.facts.decided,
      basis: cite('失信名单办法', 8, 1),
    } as const;
    const late = lateness({ ...duty, period: workingDays(first) }, setting);
    if (late === null) return NOTHING;
    const asked = form.certain(given, 'extended', 'spared');
    if (!asked.ok) return asked.answer;
    const { extended } = asked.facts;
    const isExtended = extended !== 'not-yet' && extended <= late.counted.due;
    const last = isExtended ? lateness({ ...duty, period: workingDays(first + params['list.extension.days']) }, setting) : late;
    return last === null ? NOTHING : lateFinding([last], { level: 3, clears: '作出列入决定，或者依第七条决定不予列入' });
  },
});

type Ground = 'amount' | 'incident' | 'none' | 'ask' | 'unknown';

function groundOf({ amount, incident, serious }: Readonly<Record<'amount' | 'incident' | 'serious', boolean | null>>): Ground {
  if (amount === true) return 'amount';
  if (incident === true && serious === true) return 'incident';
  if (amount === null || incident === null) return 'unknown';
  if (!incident) return 'none';
  return serious === null ? 'ask' : 'none';
}
