import { atMost } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import { choice, day, event, facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, needsPerson, NOTHING } from '#law/rule.ts';
import { transferFollows } from '../consequences.ts';

const CONDUCT = {
  none: '没有下列情形',
  property: '隐匿财产、恶意清偿、虚构债务、虚假破产、虚假倒闭或者以其他方法转移、处分财产',
  flight: '逃跑、藏匿',
  records: '隐匿、销毁或者篡改账目、职工名册、工资支付记录、考勤记录等材料',
  other: '以其他方法逃避支付',
} as const;

const RESPONSE = { came: '在指定时间到指定地点配合', absent: '未在指定时间到指定地点配合', refused: '明确表示拒不支付劳动报酬' } as const;

const form = facts({
  conduct: choice('查明的逃避支付情形', CONDUCT),
  summoned: event('以能够确认收悉的方式（书面、电话、短信等）通知其到指定地点配合解决之日'),
  appointed: day('通知指定的到场之日'),
  response: choice('对通知的回应', RESPONSE),
  prevented: yesNo('是否有证据证明因自然灾害、突发重大疾病等原因未能到场'),
});

/**
 * 逃避支付. 「以逃避支付劳动者的劳动报酬为目的，具有下列情形之一的」: property moved, flight, records hidden, other ways. The notice of 2014 adds
 * the deemed flight: 「在指定的时间内未到指定的地点配合解决问题或明确表示拒不支付劳动报酬的」 after a provable call, acts of nature and the
 * like excepted. Whether the purpose was evasion a person finds; silence is a question, not an answer.
 */
export const evasion = matterRule({
  code: 'CRIM-04',
  version: 1,
  title: '逃避支付的情形',
  basis: [cite('拒付报酬解释', 2), cite('拒付查处通知', 1, '(二)'), cite('刑法', 276.1)],
  evidence: 'VF',
  interpretation: '视为逃匿的规定出自2014年四部门通知，只读到摘录；到场期限以指定之日终了为准。',
  consequences: transferFollows,
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const draft = {
      level: 4,
      values: [],
      dueOn: setting.on,
      duty: 'employer',
      owedTo: 'worker',
      clears: '查明没有逃避支付的情形，或者付清',
      rows: [],
    } as const;
    const { conduct } = given;
    if (conduct !== null && conduct !== 'none') {
      return finding({ ...draft, says: `用人单位有逃避支付劳动报酬的情形：${CONDUCT[conduct]}` });
    }
    const otherwise = conduct === null ? needsPerson('是否查明以转移财产、逃匿、隐匿账册等方法逃避支付劳动报酬？') : NOTHING;
    if (given.summoned === null || given.summoned === 'not-yet' || given.summoned > setting.on) return otherwise;
    const known = form.certain(given, 'response');
    if (!known.ok) return known.answer;
    const { response } = known.facts;
    if (response === 'came') return otherwise;
    if (response === 'absent') {
      const appointment = form.certain(given, 'appointed');
      if (!appointment.ok) return appointment.answer;
      if (atMost(setting.on, appointment.facts.appointed)) return otherwise;
    }
    if (given.prevented === null) return needsPerson('未按通知配合，是否有证据证明因自然灾害、突发重大疾病等非人力所能抗拒的原因？');
    if (given.prevented) return otherwise;
    const what = response === 'refused' ? '明确表示拒不支付劳动报酬' : '没有在指定时间到指定地点配合解决';
    return finding({ ...draft, says: `用人单位收到通知后${what}，视为以逃匿方法逃避支付劳动报酬` });
  },
});
