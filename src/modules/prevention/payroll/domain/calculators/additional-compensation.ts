import { type Fen, addFen, inYuan, NO_MONEY, subtractFen } from '#kernel/fen.ts';
import { deadline, naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { day, event, facts, list, money } from '#law/facts.ts';
import { cannotDetermine } from '#law/rule.ts';
import { calculator, Sheet } from '#law/sheet.ts';
import { additionalRange } from '../additional-range.ts';

const form = facts({
  servedOn: event('责令限期支付的文书送达之日'),
  setOn: day('责令支付的最后一日'),
  ordered: money('责令支付的工资'),
  payments: list('各笔已付工资', { on: day('支付之日'), amount: money('付给农民工本人的数额') }),
});

/**
 * 加付赔偿金 range. Nothing before an order and nothing while its time runs; then 50 % to 100 % of what was unpaid when it ended. What is paid
 * later settles the wage and lowers the compensation by nothing.
 */
export const additionalCompensationDue = calculator({
  code: 'additional-compensation',
  title: '加付赔偿金计算',
  about: '计算用人单位逾期不执行责令支付后，应当向农民工加付的赔偿金幅度。',
  basis: [cite('监察条例', 26, '(一)'), cite('劳动合同法', 85, '(一)')],
  evidence: 'VF',
  interpretation: '责令的最后一日遇休息日顺延；当日支付的算在期限内；没有填写已付的按没有支付计算，并写明。',
  facts: form,
  needs: ['wage.additional.from', 'wage.additional.to'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'servedOn');
    if (!known.ok) return known.answer;
    const sheet = new Sheet();
    if (known.facts.servedOn === 'not-yet') {
      sheet.note('还没有责令限期支付，不发生加付赔偿金；拖欠的工资仍应支付。');
      return nothing(sheet);
    }
    const certain = form.certain(given, 'setOn', 'ordered');
    if (!certain.ok) return certain.answer;
    const { setOn, ordered } = certain.facts;
    const basis = cite('监察条例', 26, '(一)');
    const due = sheet.day('责令支付的最后一日', deadline(setOn, naturalDays(0), setting.calendar), basis);
    if (setting.on <= due) {
      sheet.note('责令的期限还没有届满，不发生加付赔偿金。');
      return nothing(sheet);
    }
    if (given.payments === null) sheet.note('没有填写已付，按没有支付计算。');
    let inTime = NO_MONEY;
    for (const { on, amount } of given.payments ?? []) {
      if (on === null || amount === null) return cannotDetermine(on === null ? '支付之日' : '付给农民工本人的数额');
      if (on <= due) inTime = addFen(inTime, amount);
    }
    sheet.step('责令支付的工资', ordered, 'fen');
    sheet.step('期限内已付', inTime, 'fen');
    const unpaid = sheet.step('期限届满时仍未支付', ordered > inTime ? subtractFen(ordered, inTime) : NO_MONEY, 'fen', {
      reckoned: `${inYuan(ordered)} − ${inYuan(inTime)}，不低于 0`,
      basis,
    });
    const { least, most } = additionalRange(unpaid, { from: params['wage.additional.from'], to: params['wage.additional.to'] }, sheet);
    sheet.note('加付赔偿金付给农民工，不是罚款；期限届满以后支付的，不减少加付赔偿金。具体比例由作出决定的机关在幅度内确定。');
    return results(sheet, unpaid, least, most);
  },
});

function nothing(sheet: Sheet) {
  sheet.step('加付赔偿金', NO_MONEY, 'fen', { basis: cite('监察条例', 26, '(一)') });
  return results(sheet, NO_MONEY, NO_MONEY, NO_MONEY);
}

function results(sheet: Sheet, unpaid: Fen, least: Fen, most: Fen) {
  return sheet.done(
    { label: '加付赔偿金下限', value: least, unit: 'fen' },
    { label: '加付赔偿金上限', value: most, unit: 'fen' },
    { label: '期限届满时仍未支付', value: unpaid, unit: 'fen' },
  );
}
