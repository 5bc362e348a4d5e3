import { atMost, moreThan } from '#kernel/bounds.ts';
import { inYuan, scaleFen, shareOfFen } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { facts, money, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { Sheet } from '#law/sheet.ts';

const form = facts({
  mostPerWorkerFen: money('对一名农民工垫付的最高金额'),
  totalFen: money('垫付总额'),
  owedFen: money('被拖欠的农民工工资'),
  isApproved: yesNo('超过限额的是否经本级人民政府批准'),
});

/** 垫付限额, of the place: so many monthly minimum wages for each worker, such a share of what is owed in all, both ends in; more with approval. */
export const advanceCap = matterRule({
  code: 'EMG-02',
  version: 1,
  title: '应急周转金垫付超限额',
  basis: [cite('工资条例', 63)],
  evidence: 'L',
  interpretation: '条例只说垫付部分工资或者基本生活费，没有限额；限额由本地规定，超过的经本级人民政府批准。',
  facts: form,
  needs: ['emergency-fund.per-worker', 'emergency-fund.total-share', 'wage.minimum.monthly'],
  prepare: (setting, params) => (given) => {
    if (given.isApproved === true) return NOTHING;
    const known = form.certain(given, 'mostPerWorkerFen', 'totalFen', 'owedFen');
    if (!known.ok) return known.answer;
    const { mostPerWorkerFen, totalFen, owedFen } = known.facts;
    const sheet = new Sheet();
    const minimum = sheet.step('当地月最低工资标准', params['wage.minimum.monthly'], 'fen');
    const times = params['emergency-fund.per-worker'];
    const eachFen = sheet.step('每人限额', scaleFen(minimum, times, 1, 'half-up'), 'fen', { reckoned: `${inYuan(minimum)} × ${times}` });
    const share = sheet.step('总额限额比例', params['emergency-fund.total-share'], 'basis-points');
    const allFen = sheet.step('总额限额', shareOfFen(owedFen, share, 'half-up'), 'fen', { reckoned: `被拖欠的 ${inYuan(owedFen)} 按比例计算` });
    const faults = [
      moreThan(mostPerWorkerFen, eachFen) ? `一名农民工 ${inYuan(mostPerWorkerFen)}，超过每人限额 ${inYuan(eachFen)}` : null,
      moreThan(totalFen, allFen) ? `总额 ${inYuan(totalFen)}，超过限额 ${inYuan(allFen)}` : null,
    ].filter((fault) => fault !== null);
    if (faults.length === 0) return NOTHING;
    const approval = form.certain(given, 'isApproved');
    if (!approval.ok) return approval.answer;
    return finding({
      level: 2,
      says: `应急周转金垫付${faults.join('；')}，没有经本级人民政府批准`,
      values: [
        { label: '每人最高', value: mostPerWorkerFen, unit: 'fen', threshold: eachFen },
        { label: '总额', value: totalFen, unit: 'fen', threshold: allFen },
      ],
      amountFen: atMost(totalFen, allFen) ? mostPerWorkerFen : totalFen,
      dueOn: setting.on,
      duty: 'government',
      steps: sheet.steps,
      clears: '补办批准，或者垫付额调整到限额以内',
      rows: [],
    });
  },
});
