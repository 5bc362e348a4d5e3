import { formatBp } from '#kernel/basis-points.ts';
import { cite } from '#law/citation.ts';
import { day, facts } from '#law/facts.ts';
import { cannotDetermine, finding, matterRule, NOTHING } from '#law/rule.ts';
import { owedWithin, record } from '../record.ts';

const form = facts({ storingOn: day('存储（核定）之日'), record });

/**
 * 拖欠上浮. 「前2年内在工资保证金管理地区承建工程发生工资拖欠的，工资保证金存储比例应适当提高，增幅不低于50%」: arrears in the area, whether or not they were cleared in time; other violations do not
 * raise the deposit.
 */
export const arrearsRaise = matterRule({
  code: 'DEP-08',
  version: 1,
  title: '发生拖欠提高存储比例',
  basis: [cite('保证金规定', 12, 2), cite('工资条例', 32, 2)],
  evidence: 'V2',
  interpretation: '对应日当天仍算在2年内；拖欠持续的，自清偿之日起算；限期内清偿的拖欠仍是发生拖欠，本地可以另定。',
  facts: form,
  needs: ['deposit.arrears-months', 'deposit.raise.arrears', 'deposit.arrears-corrected'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'storingOn', 'record');
    if (!known.ok) return known.answer;
    const owed = owedWithin(known.facts.record, known.facts.storingOn, params['deposit.arrears-months'], {
      where: 'area',
      countsCorrected: params['deposit.arrears-corrected'],
    });
    if (typeof owed === 'string') return cannotDetermine(owed);
    if (!owed) return NOTHING;
    const raise = params['deposit.raise.arrears'];
    return finding({
      level: 2,
      says: `总包单位在 ${known.facts.storingOn} 前2年内在本地区发生拖欠，存储比例应当提高${formatBp(raise)}`,
      values: [{ label: '提高', value: raise, unit: 'basis-points' }],
      dueOn: setting.on,
      duty: 'authority',
      clears: '按提高后的比例核定',
      rows: [],
    });
  },
});
