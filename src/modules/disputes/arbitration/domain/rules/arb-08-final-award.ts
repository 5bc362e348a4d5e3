import { inYuan } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { awardShape, finalityOf } from '../finality.ts';

const form = facts(awardShape);

/**
 * 终局裁决. 「追索劳动报酬、工伤医疗费、经济补偿或者赔偿金，不超过当地月最低工资标准十二个月金额的争议」: item by item, the number itself included. The
 * minimum wage is the place's; without it the rule cannot say. What the award itself says of its kind prevails: 「仲裁裁决的类型以仲裁裁决书确定为准」.
 */
export const finalAward = matterRule({
  code: 'ARB-08',
  version: 1,
  title: '终局裁决的判断',
  basis: [cite('调解仲裁法', 47), cite('劳动争议解释一', 18), cite('劳动争议解释一', 19), cite('劳动争议解释一', 20)],
  evidence: 'VF',
  facts: form,
  needs: ['wage.minimum.monthly', 'arbitration.final.months'],
  prepare: (setting, params) => (given) => {
    const judged = finalityOf(given, params['wage.minimum.monthly'], params['arbitration.final.months']);
    if (!('known' in judged)) return judged;
    if (!judged.isFinal) return NOTHING;
    return finding({
      level: 0,
      says: `${judged.items.length} 项请求每项数额不超过 ${inYuan(judged.cap)}或者属于执行国家劳动标准，裁决书没有另行载明的，按终局裁决处理，自作出之日起发生法律效力；用人单位不能起诉，只能申请撤销`,
      values: judged.items.flatMap(({ what, amount }) =>
        amount === null ? [] : [{ label: what, value: amount, unit: 'fen' as const, threshold: judged.cap }],
      ),
      dueOn: setting.on,
      duty: 'arbitration-commission',
      owedTo: 'worker',
      steps: [
        {
          label: '每项上限',
          value: judged.cap,
          unit: 'fen',
          reckoned: `${inYuan(params['wage.minimum.monthly'])} × ${params['arbitration.final.months']} 个月`,
          basis: cite('调解仲裁法', 47),
        },
      ],
      clears: '裁决书写明为终局裁决',
      rows: [],
    });
  },
});
