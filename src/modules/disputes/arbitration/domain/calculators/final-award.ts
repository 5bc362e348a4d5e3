import { inYuan } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { facts } from '#law/facts.ts';
import { calculator, Sheet } from '#law/sheet.ts';
import { awardShape, finalityOf } from '../finality.ts';

/** 终局裁决: item by item against twelve months of the local minimum wage, and what each side may do then. */
export const finalAwardCalculator = calculator({
  code: 'final-award',
  title: '终局裁决判断',
  about: '逐项比较裁决数额与当地月最低工资标准十二个月金额，判断裁决是否终局，以及双方不服时的途径。',
  basis: [cite('调解仲裁法', 47), cite('劳动争议解释一', 18), cite('劳动争议解释一', 19), cite('劳动争议解释一', 20)],
  evidence: 'VF',
  facts: facts(awardShape),
  needs: ['wage.minimum.monthly', 'arbitration.final.months', 'arbitration.sue.days', 'arbitration.annul.days'],
  prepare: (_setting, params) => (given) => {
    const minimum = params['wage.minimum.monthly'];
    const months = params['arbitration.final.months'];
    const judged = finalityOf(given, minimum, months);
    if (!('known' in judged)) return judged;
    const sheet = new Sheet();
    sheet.step('当地月最低工资标准', minimum, 'fen');
    const cap = sheet.step('每项上限', judged.cap, 'fen', { reckoned: `${inYuan(minimum)} × ${months} 个月`, basis: cite('调解仲裁法', 47, '(一)') });
    for (const { what, kind, amount, isFinal } of judged.items) {
      const how = kind === 'pay' && amount !== null ? `${inYuan(amount)} ${isFinal ? '不超过' : '超过'} ${inYuan(cap)}` : REASONS[kind];
      sheet.step(what, isFinal ? '终局' : '非终局', 'text', { reckoned: how });
    }
    const mixed = !judged.isFinal && judged.items.some(({ isFinal }) => isFinal);
    const nature = sheet.step('裁决性质', judged.isFinal ? '终局裁决' : '非终局裁决', 'text', {
      reckoned: mixed ? '同时包含终局和非终局事项，按非终局裁决处理' : '按各项判断',
      basis: mixed ? cite('劳动争议解释一', 20) : cite('劳动争议解释一', 19),
    });
    sheet.note('裁决书已写明是终局还是非终局的，以裁决书为准');
    const sue = `收到裁决书之日起 ${params['arbitration.sue.days']} 日内可以起诉`;
    const annul = `不能起诉；有法定情形的，收到裁决书之日起 ${params['arbitration.annul.days']} 日内可以向中级人民法院申请撤销`;
    return sheet.done(
      { label: '裁决性质', value: nature, unit: 'text' },
      { label: '每项上限', value: cap, unit: 'fen' },
      { label: '劳动者', value: sue, unit: 'text' },
      { label: '用人单位', value: judged.isFinal ? annul : sue, unit: 'text' },
    );
  },
});

const REASONS = { pay: '', standard: '执行国家劳动标准的争议', other: '不属于可以终局裁决的争议' } as const;
