import { lessThan } from '#kernel/bounds.ts';
import { inYuan } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { day, facts, money, yesNo } from '#law/facts.ts';
import { cannotDetermine, finding, matterRule, NOTHING } from '#law/rule.ts';
import { owedWithin, record } from '../record.ts';

const form = facts({
  contractFen: money('施工合同额'),
  signedOn: day('签订施工合同之日'),
  isListed: yesNo('总包单位是否在因拖欠农民工工资的严重失信主体名单上'),
  record,
});

/**
 * 小额免存, where the place grants it. 「施工合同额低于300万元的工程，且……在签订施工合同前一年内承建的工程未发生工资拖欠的，各地区可……免除」: the
 * amount itself is not below it, and the place may have moved it. Arrears anywhere count, not only in the area.
 */
export const smallContract = matterRule({
  code: 'DEP-05',
  version: 1,
  title: '小额合同免存保证金',
  basis: [cite('保证金规定', 11, 3)],
  evidence: 'V2',
  interpretation: '各地区可以免除，不是当然免除：本地没有规定的不能判断；在严重失信主体名单上的不免存。',
  facts: form,
  needs: ['deposit.small-amount', 'deposit.small-exempt', 'deposit.small-clean-months', 'deposit.arrears-corrected'],
  prepare: (setting, params) => (given) => {
    if (!params['deposit.small-exempt']) return NOTHING;
    const known = form.certain(given, 'contractFen', 'signedOn', 'isListed', 'record');
    if (!known.ok) return known.answer;
    const { contractFen, signedOn, isListed } = known.facts;
    const most = params['deposit.small-amount'];
    if (!lessThan(contractFen, most) || isListed) return NOTHING;
    const owed = owedWithin(known.facts.record, signedOn, params['deposit.small-clean-months'], {
      where: 'anywhere',
      countsCorrected: params['deposit.arrears-corrected'],
    });
    if (typeof owed === 'string') return cannotDetermine(owed);
    if (owed) return NOTHING;
    return finding({
      level: 0,
      says: `合同额 ${inYuan(contractFen)} 低于 ${inYuan(most)}，签订合同前一年内没有发生拖欠，按本地规定可以免存工资保证金`,
      values: [{ label: '施工合同额', value: contractFen, unit: 'fen', threshold: most }],
      dueOn: setting.on,
      duty: 'authority',
      owedTo: 'general-contractor',
      clears: '核定免存并登记依据',
      rows: [],
    });
  },
});
