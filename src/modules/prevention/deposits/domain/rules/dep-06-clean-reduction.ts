import { cite } from '#law/citation.ts';
import { day, event, facts, yesNo } from '#law/facts.ts';
import { loweringInWords } from '#law/parameters/deposit-scale.ts';
import { cannotDetermine, finding, matterRule, NOTHING } from '#law/rule.ts';
import { cleanFor, record } from '../record.ts';

const form = facts({
  storingOn: day('新增工程存储（核定）之日'),
  firstStoredOn: event('总包单位在本地区首次存储工资保证金之日'),
  isListed: yesNo('总包单位是否在因拖欠农民工工资的严重失信主体名单上'),
  record,
});

/**
 * 两年减半. 「连续2年未发生拖欠的，新增工程降低存储比例不低于50%」: counted from the first deposit in the area, and from the end of the last
 * arrears there. The corresponding day is still inside the two years; the day after, they are full.
 */
export const cleanReduction = matterRule({
  code: 'DEP-06',
  version: 1,
  title: '连续两年无拖欠下浮',
  basis: [cite('保证金规定', 12), cite('工资条例', 32, 2)],
  evidence: 'V2',
  interpretation: '对应日当天仍算在2年内，次日起满2年；在严重失信主体名单上的不下浮。',
  facts: form,
  needs: ['deposit.clean-months', 'deposit.clean-lowering', 'deposit.arrears-corrected'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'storingOn', 'firstStoredOn', 'isListed', 'record');
    if (!known.ok) return known.answer;
    const { storingOn, firstStoredOn, isListed } = known.facts;
    if (isListed) return NOTHING;
    const clean = cleanFor(known.facts.record, firstStoredOn, storingOn, params['deposit.clean-months'], {
      where: 'area',
      countsCorrected: params['deposit.arrears-corrected'],
    });
    if (typeof clean === 'string') return cannotDetermine(clean);
    if (!clean) return NOTHING;
    return finding({
      level: 0,
      says: `总包单位自 ${firstStoredOn} 在本地区存储工资保证金后连续2年没有发生拖欠，新增工程的存储比例应当${loweringInWords(params['deposit.clean-lowering'])}`,
      values: [{ label: '首次存储之日', value: firstStoredOn, unit: 'date' }],
      dueOn: setting.on,
      duty: 'authority',
      owedTo: 'general-contractor',
      clears: '按下浮后的比例核定',
      rows: [],
    });
  },
});
