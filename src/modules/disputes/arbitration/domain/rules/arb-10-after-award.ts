import { naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { choice, day, event, facts, yesNo } from '#law/facts.ts';
import { lateAmong, lateFinding, type TimedDuty } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  isFinal: yesNo('裁决书是否写明为终局裁决'),
  party: choice('哪一方', { worker: '劳动者', employer: '用人单位' }),
  receivedOn: day('收到裁决书之日'),
  acted: event('提起诉讼（或者申请撤销）之日'),
});

/**
 * 对裁决不服. Final: the worker sues within 15 days, the employer may only ask for annulment within 30; not final: either sues within 15,
 * 「期满不起诉的，裁决书发生法律效力」. Counted from receipt by that party; posted in time is in time (民事诉讼法第八十五条). An employer whose
 * application was refused because the worker had sued has thirty days more from that ruling (法释〔2020〕26号第二十一条第二款): the finding says so.
 */
export const afterAward = matterRule({
  code: 'ARB-10',
  version: 1,
  title: '起诉或者申请撤销期满',
  basis: [cite('调解仲裁法', 48), cite('调解仲裁法', 49), cite('调解仲裁法', 50), cite('劳动争议解释一', 21, 2)],
  evidence: 'VF',
  facts: form,
  needs: ['arbitration.sue.days', 'arbitration.annul.days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'isFinal', 'party', 'receivedOn', 'acted');
    if (!known.ok) return known.answer;
    const { isFinal, party, receivedOn, acted } = known.facts;
    const annuls = isFinal && party === 'employer';
    const duty: TimedDuty = {
      by: party,
      start: receivedOn,
      after: '收到裁决书',
      period: naturalDays(params[annuls ? 'arbitration.annul.days' : 'arbitration.sue.days']),
      act: annuls ? '申请撤销终局裁决' : '提起诉讼',
      isRight: true,
      done: acted,
      basis: annuls ? cite('调解仲裁法', 49) : isFinal ? cite('调解仲裁法', 48) : cite('调解仲裁法', 50),
    };
    const late = lateAmong([duty], setting);
    if (late === null) return NOTHING;
    const unless = annuls ? '（劳动者的起诉被驳回或者撤回的，自收到该裁定书之日起另计）' : '';
    const adding = `期限已过，裁决不再因这一方不服而改变${unless}`;
    return lateFinding(late, { level: 2, adding, clears: '按裁决履行，或者证明在期满前已经提出' });
  },
});
