import { type BasisPoints, basisPoints, formatBp, WHOLE_BP } from '#kernel/basis-points.ts';
import { lessThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import { facts, share } from '#law/facts.ts';
import { lookUp } from '#law/look-up.ts';
import { cannotDetermine, finding, matterRule, NOTHING, type Setting } from '#law/rule.ts';

const form = facts({ rate: share('拟定的多个在建工程下浮后的存储比例（不填查本地现行设定）') });

/** A reduction for several works that goes too far. 「可适当下浮，但不得低于施工合同额的0.5%」: half a percent is allowed. */
export const multiFloor = matterRule({
  code: 'DEP-03',
  version: 1,
  title: '多项目下浮低于下限',
  basis: [cite('保证金规定', 11, 2)],
  evidence: 'V2',
  facts: form,
  needs: ['deposit.floor'],
  looksUp: ['deposit.multi', 'deposit.rate'],
  prepare: (setting, params) => (given) => {
    const rates = given.rate === null ? loweredRates(setting) : [given.rate];
    if (typeof rates === 'string') return cannotDetermine(rates);
    const floor = params['deposit.floor'];
    const rate = rates.find((one) => lessThan<number>(one, floor));
    if (rate === undefined) return NOTHING;
    return finding({
      level: 0,
      says: `多个在建工程下浮后的存储比例${formatBp(rate)}低于${formatBp(floor)}，应当核对设定`,
      values: [{ label: '下浮后的存储比例', value: rate, unit: 'basis-points', threshold: floor }],
      dueOn: setting.on,
      duty: 'authority',
      clears: `下浮后的存储比例改为不低于${formatBp(floor)}`,
      rows: [],
    });
  },
});

/** What the place's reduction makes of each of its tiers, or what it has not set. Parts of a basis point are dropped: the rate is then below the floor. */
function loweredRates(setting: Setting): readonly BasisPoints[] | string {
  const multi = lookUp('deposit.multi', setting, setting.on);
  if (!multi.ok) return multi.missing;
  const lowering = multi.inForce.value;
  if (lowering.kind === 'none') return [];
  if (lowering.kind === 'to') return [lowering.rate];
  const scale = lookUp('deposit.rate', setting, setting.on);
  if (!scale.ok) return scale.missing;
  return scale.inForce.value.map(({ rate }) =>
    basisPoints(lowering.kind === 'points' ? rate - lowering.points : Math.floor((rate * (WHOLE_BP - lowering.share)) / WHOLE_BP)),
  );
}
