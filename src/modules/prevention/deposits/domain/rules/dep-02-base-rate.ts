import { type BasisPoints, formatBp } from '#kernel/basis-points.ts';
import { lessThan, moreThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import { facts, share } from '#law/facts.ts';
import { lookUp } from '#law/look-up.ts';
import { cannotDetermine, finding, matterRule, NOTHING, type Setting } from '#law/rule.ts';

const form = facts({ rate: share('拟定的存储比例（不填查本地现行设定）') });

/**
 * A local rate outside the nation's bounds. 「不低于1%，不超过3%」: both ends are inside. 「原则上」, so it is a hint to whoever keeps the
 * place's numbers, not a wrong.
 */
export const baseRate = matterRule({
  code: 'DEP-02',
  version: 1,
  title: '存储比例超出全国幅度',
  basis: [cite('保证金规定', 11, 1), cite('保证金规定', 13)],
  evidence: 'V2',
  facts: form,
  needs: ['deposit.rate.least', 'deposit.rate.most'],
  looksUp: ['deposit.rate'],
  prepare: (setting, params) => (given) => {
    const rates = given.rate === null ? ratesOf(setting) : [given.rate];
    if (typeof rates === 'string') return cannotDetermine(rates);
    const lowest = params['deposit.rate.least'];
    const highest = params['deposit.rate.most'];
    const rate = rates.find((one) => lessThan<number>(one, lowest) || moreThan<number>(one, highest));
    if (rate === undefined) return NOTHING;
    const isLow = lessThan<number>(rate, lowest);
    return finding({
      level: 0,
      says: `本地存储比例${formatBp(rate)}${isLow ? `低于${formatBp(lowest)}` : `超过${formatBp(highest)}`}，应当核对设定`,
      values: [{ label: '本地存储比例', value: rate, unit: 'basis-points', threshold: isLow ? lowest : highest }],
      dueOn: setting.on,
      duty: 'authority',
      clears: '存储比例改到1%至3%之间，或者注明作此规定的文件',
      rows: [],
    });
  },
});

/** The rates of every tier of the place, or what it has not set. */
function ratesOf(setting: Setting): readonly BasisPoints[] | string {
  const scale = lookUp('deposit.rate', setting, setting.on);
  return scale.ok ? scale.inForce.value.map(({ rate }) => rate) : scale.missing;
}
