import { cite } from '#law/citation.ts';
import { day, event, facts, yesNo } from '#law/facts.ts';
import { cannotDetermine, finding, matterRule, NOTHING } from '#law/rule.ts';
import { cleanFor, record } from '../record.ts';

const form = facts({
  storingOn: day('新增工程存储（核定）之日'),
  firstStoredOn: event('总包单位在本地区首次存储工资保证金之日'),
  isListed: yesNo('总包单位是否在因拖欠农民工工资的严重失信主体名单上'),
  record,
  keepsRealName: yesNo('是否按要求落实劳动用工实名制'),
  keepsAccount: yesNo('是否按要求落实工资专用账户制度'),
});

/** 三年免存, where the place grants it. 「连续3年未拖欠并落实实名制和专用账户的可免除」: all three, and 「可」. */
export const cleanExemption = matterRule({
  code: 'DEP-07',
  version: 1,
  title: '连续三年无拖欠免存',
  basis: [cite('保证金规定', 12), cite('工资条例', 32, 2)],
  evidence: 'V2',
  interpretation: '可以免除，不是当然免除：本地没有规定的不能判断；对应日当天仍算在3年内，次日起满3年；在严重失信主体名单上的不免存。',
  facts: form,
  needs: ['deposit.exempt-months', 'deposit.exempt-clean', 'deposit.arrears-corrected'],
  prepare: (setting, params) => (given) => {
    if (!params['deposit.exempt-clean']) return NOTHING;
    const known = form.certain(given, 'storingOn', 'firstStoredOn', 'isListed', 'record');
    if (!known.ok) return known.answer;
    const { storingOn, firstStoredOn, isListed } = known.facts;
    if (isListed || given.keepsRealName === false || given.keepsAccount === false) return NOTHING;
    const clean = cleanFor(known.facts.record, firstStoredOn, storingOn, params['deposit.exempt-months'], {
      where: 'area',
      countsCorrected: params['deposit.arrears-corrected'],
    });
    if (typeof clean === 'string') return cannotDetermine(clean);
    if (!clean) return NOTHING;
    const kept = form.certain(given, 'keepsRealName', 'keepsAccount');
    if (!kept.ok) return kept.answer;
    return finding({
      level: 0,
      says: `总包单位自 ${firstStoredOn} 在本地区存储工资保证金后连续3年没有发生拖欠，并落实实名制和专用账户，新增工程按本地规定可以免存`,
      values: [{ label: '首次存储之日', value: firstStoredOn, unit: 'date' }],
      dueOn: setting.on,
      duty: 'authority',
      owedTo: 'general-contractor',
      clears: '核定免存并登记依据',
      rows: [],
    });
  },
});
