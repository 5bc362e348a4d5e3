import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { inYuan } from '#kernel/fen.ts';
import { deadline, naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { count, day, event, facts, money } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { Sheet } from '#law/sheet.ts';
import { additionalRange } from '../additional-range.ts';

const form = facts({
  servedOn: event('责令限期支付的文书送达之日'),
  setOn: day('责令支付的最后一日'),
  unpaid: money('这一日届满时仍未支付的工资'),
  workers: count('被拖欠工资的农民工人数', '人'),
});

/**
 * 加付赔偿金. 「逾期不支付的，责令用人单位按照应付金额50%以上1倍以下的标准计算，向劳动者加付赔偿金」: over what was unpaid when the time of the order ended, to the workers.
 * It is no fine, it needs the order, and what is paid later does not lower it. How much within the range is decided by whoever orders it.
 */
export const additionalCompensation = matterRule({
  code: 'PAY-28',
  version: 1,
  title: '逾期不支付应当加付赔偿金',
  basis: [cite('监察条例', 26, '(一)'), cite('劳动合同法', 85, '(一)'), cite('劳动法', 91, '(一)'), cite('工资支付暂行规定', 18, '(一)')],
  evidence: 'VF',
  interpretation: '最低工资规定第十三条的1至5倍是旧规定，只按50%至1倍；责令的最后一日遇休息日顺延。',
  consequences: [
    {
      says: '申请人民法院强制执行',
      before: '行政处理决定送达，期满不复议、不起诉又不履行，经催告',
      basis: [cite('工资条例', 42)],
    },
  ],
  facts: form,
  needs: ['wage.additional.from', 'wage.additional.to'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'servedOn');
    if (!known.ok) return known.answer;
    if (known.facts.servedOn === 'not-yet') return NOTHING;
    const certain = form.certain(given, 'setOn', 'unpaid');
    if (!certain.ok) return certain.answer;
    const { setOn, unpaid } = certain.facts;
    const { due, provisional } = deadline(setOn, naturalDays(0), setting.calendar);
    if (setting.on <= due || unpaid <= 0n) return NOTHING;
    const sheet = new Sheet();
    sheet.step('责令期限届满时仍未支付', unpaid, 'fen');
    const { least, most } = additionalRange(unpaid, { from: params['wage.additional.from'], to: params['wage.additional.to'] }, sheet);
    return finding({
      level: 3,
      says: `用人单位到${inChineseDay(due, yearOf(setting.on))}责令期限届满仍欠农民工工资 ${inYuan(unpaid)}，应当责令其向农民工加付赔偿金 ${inYuan(least)} 至 ${inYuan(most)}`,
      values: [
        { label: '责令期限届满时仍未支付', value: unpaid, unit: 'fen', threshold: 0n },
        { label: '加付赔偿金下限', value: least, unit: 'fen' },
        { label: '加付赔偿金上限', value: most, unit: 'fen' },
      ],
      amountFen: least,
      people: given.workers ?? 0,
      dueOn: due,
      provisional,
      duty: 'employer',
      owedTo: 'worker',
      steps: sheet.steps,
      clears: '欠付的工资和决定加付的赔偿金都已付给农民工本人',
      rows: [],
    });
  },
});
