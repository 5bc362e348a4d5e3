import { inYuan } from '#kernel/fen.ts';
import { naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { event, facts, money } from '#law/facts.ts';
import { lateFinding, lateness } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  settled: event('工程结算办结之日'),
  overpaid: money('多收到的工程进度款'),
  returned: event('全部返还之日'),
});

/** 超付返还. 「承包单位应按规定在结算后30日内向发包单位返还多收到的工程进度款」: natural days from the settlement, the last one rolled. */
export const returnOverpayment = matterRule({
  code: 'FUND-13',
  version: 1,
  title: '多收的进度款未按期返还',
  basis: [cite('价款结算通知', 1)],
  evidence: 'V2',
  facts: form,
  needs: ['settlement.overpaid.return-days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'settled', 'overpaid');
    if (!known.ok) return known.answer;
    const { settled, overpaid } = known.facts;
    if (settled === 'not-yet' || overpaid <= 0n) return NOTHING;
    const certain = form.certain(given, 'returned');
    if (!certain.ok) return certain.answer;
    const late = lateness(
      {
        by: 'general-contractor',
        start: settled,
        after: '办结工程结算',
        period: naturalDays(params['settlement.overpaid.return-days']),
        act: '返还多收的进度款',
        done: certain.facts.returned,
        basis: cite('价款结算通知', 1),
      },
      setting,
    );
    if (late === null) return NOTHING;
    return lateFinding([late], {
      level: 1,
      amountFen: overpaid,
      owedTo: 'project-owner',
      adding: `多收 ${inYuan(overpaid)}`,
      clears: '多收的进度款已经全部返还建设单位',
    });
  },
});
