import { inYuan, NO_MONEY } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { event, facts, money, yesNo } from '#law/facts.ts';
import { finding, matterRule, needsPerson, NOTHING } from '#law/rule.ts';

const form = facts({
  owedFen: money('被拖欠的农民工工资'),
  cannotPayNow: yesNo('用人单位是否一时难以支付（由人认定）'),
  hasAbsconded: yesNo('用人单位是否拖欠工资逃匿'),
  advancedOn: event('动用应急周转金垫付之日'),
});

/**
 * 动用应急周转金. 「用人单位一时难以支付拖欠的农民工工资或者拖欠农民工工资逃匿的，县级以上地方人民政府可以动用应急周转金，先行垫付……部分工资或者基本生活费」:
 * one of the two is enough; 「可以」, and never the whole.
 */
export const mayAdvance = matterRule({
  code: 'EMG-01',
  version: 1,
  title: '可以动用应急周转金',
  basis: [cite('工资条例', 63)],
  evidence: 'VF',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    if (given.advancedOn !== null && given.advancedOn !== 'not-yet' && given.advancedOn <= setting.on) return NOTHING;
    const known = form.certain(given, 'owedFen', 'advancedOn');
    if (!known.ok) return known.answer;
    const { owedFen } = known.facts;
    if (owedFen <= NO_MONEY) return NOTHING;
    if (given.hasAbsconded !== true) {
      if (given.cannotPayNow === null) return needsPerson(`拖欠农民工工资 ${inYuan(owedFen)}：用人单位是否一时难以支付`);
      const fled = form.certain(given, 'hasAbsconded');
      if (!given.cannotPayNow) return fled.ok ? NOTHING : fled.answer;
    }
    const why = given.hasAbsconded === true ? '用人单位拖欠农民工工资逃匿' : '用人单位一时难以支付';
    return finding({
      level: 2,
      says: `${why}，拖欠 ${inYuan(owedFen)}，县级以上地方人民政府可以动用应急周转金先行垫付部分工资或者基本生活费`,
      values: [{ label: '被拖欠的工资', value: owedFen, unit: 'fen' }],
      amountFen: owedFen,
      dueOn: setting.on,
      duty: 'government',
      owedTo: 'worker',
      clears: '登记垫付日期，或者记录不动用的理由',
      rows: [],
    });
  },
});
