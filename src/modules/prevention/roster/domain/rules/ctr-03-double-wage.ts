import { addDays, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { count, day, event, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { doubleWageWindow } from '../double-wage-window.ts';

const form = facts({
  hiredOn: day('用工之日'),
  signedOn: event('订立书面劳动合同之日'),
  endedOn: event('劳动关系终止之日'),
  workers: count('没有书面劳动合同的农民工人数', '人'),
});

/**
 * 二倍工资. 「自用工之日起超过一个月不满一年未与劳动者订立书面劳动合同的，应当向劳动者每月支付二倍的工资」: signing on the last day of the month is in time, and a last day that is a
 * rest day moves on. After a full year the contract counts as concluded and the claim stops growing. The amount is the calculator's.
 */
export const doubleWageClaim = matterRule({
  code: 'CTR-03',
  version: 1,
  title: '未订书面合同应付二倍工资',
  basis: [cite('劳动合同法', 82, 1), cite('劳动合同法实施条例', 6, 2), cite('劳动合同法实施条例', 7), cite('劳动合同法', 10, 2), cite('劳动合同法', 14, 3)],
  evidence: 'VF',
  interpretation: '用工当日不计入，满一个月的次日起算，有的地方早一日；项目结束不等于劳动关系终止。',
  consequences: [{ says: '责令用人单位支付', before: '应当每月支付两倍的工资而未支付，劳动行政部门查实', basis: [cite('劳动合同法实施条例', 34)] }],
  facts: form,
  needs: ['contract.sign.months', 'contract.deemed.months'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'hiredOn', 'signedOn', 'endedOn');
    if (!known.ok) return known.answer;
    const { hiredOn, signedOn, endedOn } = known.facts;
    const last = endedOn !== 'not-yet' && endedOn < setting.on ? endedOn : setting.on;
    const window = doubleWageWindow(
      hiredOn,
      signedOn,
      last,
      { sign: params['contract.sign.months'], deemed: params['contract.deemed.months'] },
      setting.calendar,
    );
    if (window === null || window.until < window.from) return NOTHING;
    const { signBy, from, until, deemedOn, isDeemed } = window;
    const year = yearOf(setting.on);
    const deemed = isDeemed ? `，${inChineseDay(deemedOn, year)}起视为已订立无固定期限劳动合同` : '';
    return finding({
      level: 2,
      says: `用人单位${inChineseDay(hiredOn, year)}用工，未在一个月内与农民工订立书面劳动合同，${inChineseDay(from, year)}至${inChineseDay(until, year)}应当每月支付二倍的工资${deemed}`,
      values: [
        { label: '二倍工资起算日', value: from, unit: 'date' },
        { label: '二倍工资截止日', value: until, unit: 'date', threshold: addDays(deemedOn, -1) },
      ],
      people: given.workers ?? 0,
      dueOn: signBy.due,
      provisional: signBy.provisional,
      duty: 'employer',
      owedTo: 'worker',
      clears: '书面劳动合同已经补订，二倍工资的差额已经付给农民工本人',
      rows: [{ kind: 'workers', which: 'no-contract' }],
    });
  },
});
