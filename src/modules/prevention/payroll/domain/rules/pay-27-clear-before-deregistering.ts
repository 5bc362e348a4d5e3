import { addDays, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { inYuan } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { choice, count, event, facts, money } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { ADDITIONAL_COMPENSATION } from '#law/penalties.ts';

const CAUSES = { revoked: '被吊销营业执照或者登记证书', closed: '被责令关闭', cancelled: '被撤销', dissolved: '依法解散', none: '没有上述情形' } as const;

const form = facts({
  cause: choice('用人单位的情形', CAUSES),
  deregisteredOn: event('申请注销登记之日'),
  investorRegisteredOn: event('此后主要出资人注册新用人单位之日'),
  arrears: money('尚未清偿的农民工工资'),
  workers: count('被拖欠工资的农民工人数', '人'),
});

/**
 * 注销前清偿. 「应当在申请注销登记前依法清偿拖欠的农民工工资」; who did not, 「用人单位主要出资人，应当在注册新用人单位前清偿」. The last day is the one before the application,
 * or before the new registration. The investor's is the later and closer duty and is said first.
 */
export const clearBeforeDeregistering = matterRule({
  code: 'PAY-27',
  version: 1,
  title: '注销登记前未清偿拖欠工资',
  basis: [cite('工资条例', 22, 1), cite('工资条例', 22, 2)],
  evidence: 'VF',
  consequences: [ADDITIONAL_COMPENSATION],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'cause', 'arrears');
    if (!known.ok) return known.answer;
    const { cause, arrears } = known.facts;
    if (cause === 'none' || arrears <= 0n) return NOTHING;
    const { deregisteredOn, investorRegisteredOn } = given;
    const hasHappened = (on: typeof deregisteredOn) => on !== null && on !== 'not-yet' && setting.on >= on;
    const isInvestor = hasHappened(investorRegisteredOn);
    const act = isInvestor ? investorRegisteredOn : hasHappened(deregisteredOn) ? deregisteredOn : null;
    if (act === null || act === 'not-yet') {
      const certain = form.certain(given, 'deregisteredOn', 'investorRegisteredOn');
      return certain.ok ? NOTHING : certain.answer;
    }
    const when = inChineseDay(act, yearOf(setting.on));
    return finding({
      level: 3,
      says: isInvestor
        ? `用人单位${CAUSES[cause]}，拖欠农民工工资 ${inYuan(arrears)} 未清偿，主要出资人${when}又注册新用人单位`
        : `用人单位${CAUSES[cause]}，${when}申请注销登记前没有清偿拖欠的农民工工资 ${inYuan(arrears)}`,
      values: [{ label: '尚未清偿的工资', value: arrears, unit: 'fen', threshold: 0n }],
      amountFen: arrears,
      people: given.workers ?? 0,
      dueOn: addDays(act, -1),
      duty: isInvestor ? 'investor' : 'employer',
      owedTo: 'worker',
      clears: '拖欠的工资已经清偿',
      rows: [],
    });
  },
});
