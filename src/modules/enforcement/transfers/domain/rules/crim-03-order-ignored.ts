import { type CivilDate, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { facts } from '#law/facts.ts';
import { cannotDetermine, finding, matterRule, needsPerson, NOTHING } from '#law/rule.ts';
import { transferFollows } from '../consequences.ts';
import { ORDER_FACTS, standingOfOrder } from '../order.ts';

/**
 * 经责令支付仍不支付. 「以限期整改指令书、行政处理决定书等文书责令支付劳动者的劳动报酬后，在指定的期限内仍不支付的」: a written order, served, and its
 * period over; paying on the last day is in time. 「但有证据证明行为人有正当理由未知悉责令支付或者未及时支付劳动报酬的除外」: whether there is such
 * proof a person says. Paying later does not undo that the order was ignored; CRIM-11 says what it is good for.
 */
export const orderIgnored = matterRule({
  code: 'CRIM-03',
  version: 1,
  title: '责令支付逾期未付',
  basis: [cite('拒付报酬解释', 4, 1), cite('刑法', 276.1)],
  evidence: 'VF',
  consequences: transferFollows,
  facts: facts(ORDER_FACTS),
  needs: [],
  prepare: (setting) => (given) => {
    const standing = standingOfOrder(given, setting);
    if (standing.kind === 'unknown') return cannotDetermine(...standing.missing);
    if (standing.kind !== 'ignored' || given.excused === true) return NOTHING;
    if (given.excused === null) return needsPerson('是否有证据证明行为人有正当理由未知悉责令支付，或者有正当理由未及时支付劳动报酬？');
    const { due, provisional, trace } = standing.counted;
    const shown = (on: CivilDate) => inChineseDay(on, yearOf(setting.on));
    const { paidOff } = given;
    const unpaid = paidOff === null || paidOff === 'not-yet' || paidOff > setting.on;
    return finding({
      level: 4,
      says: `责令支付文书指定的期限${shown(due)}届满，用人单位${unpaid ? '至今仍未付清' : `${shown(paidOff)}才付清`}`,
      values: [{ label: '指定的支付期限', value: due, unit: 'date' }],
      dueOn: due,
      provisional,
      duty: 'employer',
      owedTo: 'worker',
      steps: [{ label: '指定期限的最后一日', value: due, unit: 'date', reckoned: trace.join('；'), basis: cite('拒付报酬解释', 4, 1) }],
      clears: '逾期的事实不因事后付清而改变；付清的时间影响是否追究',
      rows: [],
    });
  },
});
