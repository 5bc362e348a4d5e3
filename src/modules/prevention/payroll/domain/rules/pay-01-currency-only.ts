import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { addFen, inYuan } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { choice, count, day, facts, list, money } from '#law/facts.ts';
import { cannotDetermine, finding, matterRule, NOTHING } from '#law/rule.ts';
import { finesOfArticle54 } from '#law/penalties.ts';

const FORMS = { transfer: '银行转账', cash: '现金', goods: '实物', voucher: '代金券、购物卡', securities: '有价证券', other: '其他替代形式' } as const;

const form = facts({
  paidOn: day('支付工资之日'),
  items: list('各笔工资的支付形式', { form: choice('支付形式', FORMS), amount: money('抵作工资的数额') }),
  workers: count('涉及的农民工人数', '人'),
});

/**
 * Wages in goods or securities. 「以货币形式，通过银行转账或者现金支付」「不得以实物或者有价证券等其他形式替代」: transfer and cash are in, everything else is
 * out, however small. What was handed over in its place does not settle the wage: the amount is still owed in money.
 */
export const currencyOnly = matterRule({
  code: 'PAY-01',
  version: 1,
  title: '以实物等形式代替货币支付工资',
  basis: [cite('工资条例', 11), cite('工资条例', 54, '(一)'), cite('劳动法', 50), cite('工资支付暂行规定', 5)],
  evidence: 'VF',
  consequences: [finesOfArticle54('(一)')],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'paidOn', 'items');
    if (!known.ok) return known.answer;
    const { paidOn, items } = known.facts;
    const wrong = items.filter((item) => item.form !== null && item.form !== 'transfer' && item.form !== 'cash');
    if (wrong.length === 0) return items.some((item) => item.form === null) ? cannotDetermine('支付形式') : NOTHING;
    const amount = addFen(...wrong.flatMap((item) => (item.amount === null ? [] : [item.amount])));
    const forms = [...new Set(wrong.flatMap((item) => (item.form === null ? [] : [FORMS[item.form]])))].join('、');
    const owes = amount > 0n ? ` ${inYuan(amount)}` : '，数额未载明';
    return finding({
      level: 3,
      says: `用人单位${inChineseDay(paidOn, yearOf(setting.on))}以${forms}代替货币支付农民工工资${owes}，应当以货币付给本人`,
      values: [
        { label: '非货币支付的笔数', value: wrong.length, unit: 'count', threshold: 0 },
        { label: '抵作工资的数额', value: amount, unit: 'fen', threshold: 0n },
      ],
      amountFen: amount,
      people: given.workers ?? 0,
      dueOn: paidOn,
      duty: 'employer',
      owedTo: 'worker',
      clears: '银行流水或者现金签收记录显示这部分工资已经以货币付给农民工本人',
      rows: [{ kind: 'payroll' }],
    });
  },
});
